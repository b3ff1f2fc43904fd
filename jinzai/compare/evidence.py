"""What stands behind a role and an area besides the plan's table of skills: texts and training.

The table itself is `jinzai.compare.asked`. This module finds the two weaker kinds of evidence: a
text of the role, or of a skill that it asks for, has a link to the area
(`[EBPM](entry:skill-areas/data-analysis)`), or training of the role teaches a skill of the area.
It does not decide which kind counts: `Strength` is decided in `jinzai.compare.profile`, and the
kinds are never added up.

A role without evidence of a kind in an area takes it over from other roles, in this order: from the
role that it extends, from its parts, from the role that it is part of. `EvidenceOrigin` says so.
A part that extends the role hands nothing up: what it has goes beyond the role.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol, Self, TypeVar

from jinzai.compare.lessons import Lesson, Lessons
from jinzai.compare.sayings import EvidenceOrigin, Saying, role_sayings
from jinzai.link.catalogue import LinkedPlan
from jinzai.link.parent_roles import parts_within
from jinzai.model.audience import RoleAt
from jinzai.model.base import Basis
from jinzai.model.role import Role


class AreaEvidence(NamedTuple):
    """What is said and what is taught in one area, in the plan's order."""

    said: tuple[Saying, ...] = ()
    taught: tuple[Lesson, ...] = ()


NO_EVIDENCE: Final = AreaEvidence()
EvidenceByArea = Mapping[str, AreaEvidence]


class _Evidence(Protocol):
    @property
    def area(self) -> str: ...

    @property
    def basis(self) -> Basis: ...

    @property
    def key(self) -> tuple[object, ...]: ...

    def _replace(self, *, origin: EvidenceOrigin) -> Self: ...


_E = TypeVar("_E", bound=_Evidence)
_ByArea = Mapping[str, tuple[_E, ...]]
_At = tuple[str, str | None]
"""A role's id, with a level's id or None for the whole role."""


class PlanEvidence:
    """What the roles of a plan say and teach in each area; each is worked out once."""

    def __init__(self, plan: LinkedPlan) -> None:
        self._plan = plan
        self._sayings = tuple(
            saying for role in plan.content.roles for saying in role_sayings(plan, role)
        )
        self._lessons = Lessons(plan)
        said = (((saying.role_id, saying.level_id), saying) for saying in self._sayings)
        self._said = _spread(plan, _by_place(plan, said))
        self._taught = _spread(plan, _by_place(plan, self._lessons.of_roles()))

    def of_role(self, role_id: str, level_id: str | None = None) -> EvidenceByArea:
        """The evidence for a role, or for one level of it, by area."""
        at = (role_id, level_id)
        return _joined(self._said[at], self._taught[at])

    def of_plan(self) -> EvidenceByArea:
        """All that the plan says or teaches in each area, each once, for whichever role.

        Courses that the plan gives to no role are among it.
        """
        said = _by_area(self._sayings)
        return _joined(said, _by_area(self._lessons.of_plan()))


def _joined(said: _ByArea[Saying], taught: _ByArea[Lesson]) -> EvidenceByArea:
    return MappingProxyType(
        {
            area: AreaEvidence(said.get(area, ()), taught.get(area, ()))
            for area in {**said, **taught}
        }
    )


def _by_place(plan: LinkedPlan, every: Iterable[tuple[_At, _E]]) -> Mapping[_At, _ByArea[_E]]:
    """The evidence of each role and level, without what they take over.

    A role has all of its levels. A level has what holds for the whole role, and its own.
    """
    listed: dict[_At, list[_E]] = {}
    for at, one in every:
        listed.setdefault(at, []).append(one)
    found: dict[_At, _ByArea[_E]] = {}
    for role in plan.content.roles:
        whole = listed.get((role.id, None), [])
        of_levels = {level.id: listed.get((role.id, level.id), []) for level in role.levels}
        of_all = [*whole, *(one for ones in of_levels.values() for one in ones)]
        found[role.id, None] = _by_area(of_all)
        for level, ones in of_levels.items():
            found[role.id, level] = _by_area([*whole, *ones])
    return found


def _spread(plan: LinkedPlan, own: Mapping[_At, _ByArea[_E]]) -> Mapping[_At, _ByArea[_E]]:
    """The evidence of one kind for each role and level, with what they take over."""
    roles = plan.roles
    by_base: dict[_At, _ByArea[_E]] = {}
    for id in _above_first(roles, lambda role: role.extends.role if role.extends else None):
        base = _taken_over(by_base, roles[id].extends, EvidenceOrigin.INHERITED)
        for at in _places(roles[id]):
            by_base[at] = {**base, **own[at]}
    by_parent = tuple(_above_first(roles, lambda role: role.part_of))
    from_parts: dict[str, dict[str, tuple[_E, ...]]] = {}
    for id in reversed(by_parent):
        found: dict[str, list[_E]] = {}
        for part in parts_within(plan, id):
            for area, every in {**from_parts[part.id], **by_base[part.id, None]}.items():
                found.setdefault(area, []).extend(every)
        from_parts[id] = {area: _from(every, EvidenceOrigin.PART) for area, every in found.items()}
    from_parent: dict[str, dict[str, tuple[_E, ...]]] = {}
    for id in by_parent:
        above = roles[id].part_of
        held = {} if above is None else {**from_parent[above], **by_base[above, None]}
        from_parent[id] = {
            area: _from(every, EvidenceOrigin.PARENT) for area, every in held.items()
        }
    return {
        at: {**from_parent[at[0]], **from_parts[at[0]], **found} for at, found in by_base.items()
    }


def _taken_over(
    known: Mapping[_At, _ByArea[_E]], base: RoleAt | None, origin: EvidenceOrigin
) -> dict[str, tuple[_E, ...]]:
    if base is None:
        return {}
    return {area: _from(every, origin) for area, every in known[base.role, base.level].items()}


def _from(every: Iterable[_E], origin: EvidenceOrigin) -> tuple[_E, ...]:
    return tuple({one.key: one._replace(origin=origin) for one in every}.values())


def _places(role: Role) -> Iterator[_At]:
    yield role.id, None
    for level in role.levels:
        yield role.id, level.id


def _above_first(roles: Mapping[str, Role], above: Callable[[Role], str | None]) -> Iterator[str]:
    """The ids of all roles, each after the one above it. There are no circles (checked)."""
    passed: set[str] = set()
    for id in roles:
        waiting: list[str] = []
        current: str | None = id
        while current is not None and current not in passed:
            passed.add(current)
            waiting.append(current)
            current = above(roles[current])
        yield from reversed(waiting)


def _by_area(every: Iterable[_E]) -> _ByArea[_E]:
    """The evidence by area, each piece once. If two differ only in their basis, stated counts."""
    found: dict[str, dict[tuple[object, ...], _E]] = {}
    for one in every:
        known = found.setdefault(one.area, {})
        if one.key not in known or one.basis is Basis.STATED:
            known[one.key] = one
    return MappingProxyType({area: tuple(ones.values()) for area, ones in found.items()})
