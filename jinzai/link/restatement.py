"""Curricula that several tables of a plan state for the same people."""

from collections.abc import Iterable

from jinzai.model.curriculum import Curriculum


def grouped(
    curricula: Iterable[Curriculum],
) -> tuple[tuple[Curriculum, tuple[Curriculum, ...]], ...]:
    """Each curriculum that stands for itself, with those that other tables state in its place.

    They are for the same role, level and departments, and no two are from one table.
    """
    found: dict[object, list[list[Curriculum]]] = {}
    order: list[list[Curriculum]] = []
    for curriculum in curricula:
        key = (curriculum.role, curriculum.level, curriculum.departments)
        groups = found.setdefault(key, [])
        fitting = next((g for g in groups if _from_another_table(curriculum, g)), None)
        if fitting is None:
            fitting = []
            groups.append(fitting)
            order.append(fitting)
        fitting.append(curriculum)
    return tuple((first, tuple(others)) for first, *others in order)


def _from_another_table(curriculum: Curriculum, group: list[Curriculum]) -> bool:
    tables = {other.table for other in group}
    return None not in tables and curriculum.table not in {None, *tables}
