"""The note behind a skill's name in a comparison: which levels or parts of the role ask for it."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from jinzai.compare.asked import Ask
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.model.role import Role

OF_ALL: Final = "全職員が対象"
"""The note of what holds for all staff, where it stands with one role."""


def one_scale(role: Role) -> str:
    """The framework that all levels of a role are mapped to, or `""`."""
    scales = {level.scale.entry.partition("/")[0] if level.scale else "" for level in role.levels}
    return scales.pop() if len(scales) == 1 else ""


def parts_by_role(plan: PlanProfile) -> Mapping[str, list[RoleProfile]]:
    """The roles of a plan that are part of each role."""
    found: dict[str, list[RoleProfile]] = {}
    for role in plan.roles.values():
        if role.role.part_of is not None:
            found.setdefault(role.role.part_of, []).append(role)
    return found


class SkillNotes:
    """The notes behind the skills of one role."""

    def __init__(self, role: RoleProfile, parts: Iterable[RoleProfile]) -> None:
        """`parts` are the roles into which it is divided."""
        self._role = role
        self._parts = tuple(parts)

    def parts_asking(self, ask: Ask) -> str:
        """The roles into which the role is divided and that ask for a skill."""
        asking = self._names_of_parts.get(ask.skill_id, {})
        if len(asking) == len(self._parts) > 1:
            return "内訳のどの役割も"
        return "細分の" + "".join(f"「{name}」" for name in asking.values()) + "から"

    def levels_asking(self, ask: Ask) -> str:
        """The levels that ask for a skill, in words, with their marks if these differ."""
        levels = frozenset(ask.levels)
        marked = {
            name: mark
            for id, name, mark in self._marks_of_levels.get(ask.skill_id, ())
            if id in levels
        }
        if len(set(marked.values())) > 1:
            return "・".join(f"{name}は{mark}" for name, mark in marked.items())
        is_every = len(ask.levels) == len(self._role.levels)
        return "すべてのレベル" if is_every else "・".join(marked)

    @cached_property
    def _names_of_parts(self) -> Mapping[str, dict[str, str]]:
        """By skill the parts that ask for it: their names by their ids."""
        found: dict[str, dict[str, str]] = {}
        for part in self._parts:
            for ask in part.asks:
                found.setdefault(ask.skill_id, {})[part.id] = part.role.name
        return found

    @cached_property
    def _marks_of_levels(self) -> Mapping[str, list[tuple[str, str, str]]]:
        """By skill the levels that ask for it: id, name and mark."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for level in self._role.levels:
            for ask in level.asks:
                found.setdefault(ask.skill_id, []).append(
                    (level.level.id, level.level.name, ask.mark)
                )
        return found
