"""Curricula that several tables of a plan state for the same people."""

from collections import Counter
from collections.abc import Iterable

from jinzai.model.curriculum import Curriculum


def grouped(
    curricula: Iterable[Curriculum],
) -> tuple[tuple[Curriculum, tuple[Curriculum, ...]], ...]:
    """Groups of curricula for the same people. Each group is its first curriculum and the others.

    All curricula of a group have the same role, level and departments. No two are from the
    same table.
    If a table states several curricula for the same people, its first one is in their first group,
    and its second one in their second group. A curriculum without a table is a group by itself.
    """
    stated: dict[object, list[list[Curriculum]]] = {}
    passed: Counter[object] = Counter()
    order: list[list[Curriculum]] = []
    for curriculum in curricula:
        if curriculum.table is None:
            order.append([curriculum])
            continue
        people = (curriculum.role, curriculum.level, curriculum.departments)
        groups = stated.setdefault(people, [])
        # The number of the group: how many curricula the table has stated for these people so far.
        number = passed[people, curriculum.table]
        passed[people, curriculum.table] += 1
        if number == len(groups):
            groups.append([])
            order.append(groups[number])
        groups[number].append(curriculum)
    return tuple((first, tuple(others)) for first, *others in order)
