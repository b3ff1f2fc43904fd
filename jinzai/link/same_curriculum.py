"""Curricula that several tables of a plan state for the same people."""

from collections import Counter
from collections.abc import Iterable

from jinzai.model.curriculum import Curriculum


def grouped(
    curricula: Iterable[Curriculum],
) -> tuple[tuple[Curriculum, tuple[Curriculum, ...]], ...]:
    """Groups of curricula for the same people: the first one, then those that other tables state.

    All curricula of a group have the same role, level and departments. No two of a group are from
    the same table.
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
        # What a table states first joins the first group, what it states next the second, and so
        # on: every group before has one of that table already.
        number = passed[people, curriculum.table]
        passed[people, curriculum.table] += 1
        if number == len(groups):
            groups.append([])
            order.append(groups[number])
        groups[number].append(curriculum)
    return tuple((first, tuple(others)) for first, *others in order)
