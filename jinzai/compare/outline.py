"""What other plans' pages can show of a plan, and nothing else of it.

Pages of other plans show names of roles, levels, skills and of what names a plan; marks, mappings,
the strength of evidence; and the first numbers of people. They show no training, no hours, no
schedules, no sources and no texts. So a change of those leaves the outline equal, and no page of
another plan is affected. Lists are cut where pages cut them.

An outline is made of strings, numbers, tuples and dictionaries, so it can be pickled. Its order
follows the plan's files, so the same plan gives the same bytes in every process.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.compare.targets import Goal, goals
from jinzai.link.summary import PlanMention
from jinzai.model.audience import Relation
from jinzai.model.base import Basis
from jinzai.model.matrix import Requirement
from jinzai.model.numbers import Absence, PlaceholderValue, Quantity
from jinzai.model.plan import DocumentRelation, Status
from jinzai.model.strength import Strength
from jinzai.model.target import Bound, Unit

MOST_SKILLS: Final = 3
"""The largest number of a role's skills that other plans' pages name for an area."""
MOST_VALUES: Final = 4
"""The largest number of a role's numbers that other plans' pages show."""


class PlanName(NamedTuple):
    """A plan's id, and its name in a table's heading."""

    id: str
    name: str


class AskedSkills(NamedTuple):
    """How many skills a role asks for in an area, and the names of the first `MOST_SKILLS`.

    Skills with the same name count once.
    """

    number: int
    names: tuple[str, ...]


class RoleNumber(NamedTuple):
    """A number that a plan gives for a role: a value of a target, or a headcount.

    `level` is the name of the level that it is for, or `""`. `name` is the target's name if the
    number is a share, else `""`. `year` and `within` are the target's time. A headcount has
    neither, and `is_timed` is false.
    """

    level: str
    name: str
    is_timed: bool
    year: int | None
    within: int | None
    amount: int | Quantity
    unit: Unit
    bound: Bound


class RoleSettings(NamedTuple):
    """What a role of a class sets: its levels and its numbers.

    `levels` are the names of its levels. If the plan lists the role itself as a level, it is that
    level's name. `numbers` are the first numbers of people and shares, at most one more than
    `MOST_VALUES`. They are empty if they count for no class: if each of the role's relations to
    classes is `narrow`.
    """

    levels: tuple[str, ...] = ()
    numbers: tuple[RoleNumber, ...] = ()


NO_SETTINGS: Final = RoleSettings()


class RoleOutline(NamedTuple):
    """A role that is mapped to a class, or that asks for a skill in an area.

    `classes` maps each class to the role's relation to it. `firm` are the classes to which it is
    mapped as exact or close. `areas` has the skills that it asks for, by area. `weak` has the areas
    that only its texts or its training have.
    """

    plan_id: str
    id: str
    name: str
    classes: Mapping[str, Relation]
    firm: tuple[str, ...]
    areas: Mapping[str, AskedSkills]
    weak: Mapping[str, Strength]
    settings: RoleSettings = NO_SETTINGS

    def has_number(self, entry: str) -> bool:
        """Whether a number of the role counts for a class.

        The number of a role that is wider than the class (`narrow`) does not count for the class.
        """
        relation = self.classes.get(entry, Relation.NARROW)
        return bool(self.settings.numbers) and relation is not Relation.NARROW


class MappedOutline(NamedTuple):
    """A role or a skill under an entry of a framework.

    `requirement` is the strongest mark of a skill. It is None for a skill that no role asks for,
    and for a role.
    """

    plan_id: str
    kind: str
    id: str
    name: str
    relation: Relation
    basis: Basis
    requirement: Requirement | None


class PlanOutline(NamedTuple):
    """A plan as the pages of other plans show it.

    `roles` are the roles by id, without those that are mapped to no class and ask for no area.
    `mapped` are its roles and skills under each entry. `strengths` has the strongest evidence for
    each area that the plan speaks of; `NOTHING` means that it only names the area. `awaits` says
    whether it has roles or skills that nobody has mapped, and `awaits_skills` whether skills are
    among them. `related` and `mentions` say, by the id of another plan, how this plan is related to
    that one and what in it names that one.
    """

    id: str
    name: str
    is_template: bool
    roles: Mapping[str, RoleOutline]
    mapped: Mapping[str, tuple[MappedOutline, ...]]
    strengths: Mapping[str, Strength]
    awaits: bool
    awaits_skills: bool
    related: Mapping[str, tuple[DocumentRelation, ...]]
    mentions: Mapping[str, tuple[PlanMention, ...]]

    @property
    def title(self) -> PlanName:
        """The plan's id and name."""
        return PlanName(self.id, self.name)

    @property
    def asks_in_areas(self) -> bool:
        """Whether any role of the plan asks for a skill that is mapped to an area."""
        return Strength.ASKED in self.strengths.values()

    def under(self, entry: str, kind: str) -> tuple[MappedOutline, ...]:
        """The plan's entities of a kind under an entry, in declared order."""
        return tuple(one for one in self.mapped.get(entry, ()) if one.kind == kind)

    def roles_in(self, entry: str) -> tuple[RoleOutline, ...]:
        """The roles mapped to an entry of a role framework, in declared order."""
        return tuple(role for role in self.roles.values() if entry in role.classes)


def outline(plan: PlanProfile) -> PlanOutline:
    """The outline of one plan. Equal outlines look the same to other plans."""
    summary = plan.summary
    numbers = _numbers(plan)
    return PlanOutline(
        plan.id,
        summary.name,
        summary.plan.status is Status.TEMPLATE,
        {
            role.id: _role(role, numbers.get(role.id, ()))
            for role in plan.roles.values()
            if role.classes or role.areas
        },
        {entry: found for entry in summary.entries if (found := tuple(_mapped(plan, entry)))},
        dict(_strengths(plan)),
        bool(summary.awaiting()),
        bool(summary.awaiting("skill")),
        _related(plan),
        {id: found for id, found in summary.mentions.items() if id != plan.id},
    )


def _role(role: RoleProfile, numbers: tuple[RoleNumber, ...]) -> RoleOutline:
    firm = (Relation.EXACT, Relation.CLOSE)
    return RoleOutline(
        role.plan_id,
        role.id,
        role.role.name,
        {entry: link.relation for entry, link in role.classes.items()},
        tuple(dict.fromkeys(link.entry for link in role.role.classes if link.relation in firm)),
        {area: _asked(ask.name for ask, _ in found) for area, found in role.areas.items()},
        {
            area: strength
            for area in role.evidence
            if (strength := role.strength(area)) in (Strength.SAID, Strength.TAUGHT)
        },
        _settings(role, numbers) if role.classes else NO_SETTINGS,
    )


def _asked(names: Iterable[str]) -> AskedSkills:
    every = tuple(dict.fromkeys(names))
    return AskedSkills(len(every), every[:MOST_SKILLS])


def _settings(role: RoleProfile, numbers: tuple[RoleNumber, ...]) -> RoleSettings:
    levels = tuple(level.name for level in role.role.levels)
    if not levels and role.role.as_level:
        levels = (role.role.as_level,)
    if all(link.relation is Relation.NARROW for link in role.classes.values()):
        return RoleSettings(levels)
    return RoleSettings(levels, numbers)


def _mapped(plan: PlanProfile, entry: str) -> Iterator[MappedOutline]:
    asks = {skill: ask for skill, ask, _ in plan.areas.get(entry, ())}
    for one in plan.summary.entries[entry]:
        if one.kind == "level":
            continue
        ask = asks.get(one.id) if one.kind == "skill" else None
        yield MappedOutline(
            plan.id,
            one.kind,
            one.id,
            one.name,
            one.relation,
            one.basis,
            None if ask is None else ask.requirement,
        )


def _strengths(plan: PlanProfile) -> Iterator[tuple[str, Strength]]:
    for area in dict.fromkeys((*plan.areas, *plan.evidence, *plan.summary.entry_mentions)):
        strength = plan.strength(area)
        if strength is not Strength.NOTHING or plan.names(area):
            yield area, strength


def _related(plan: PlanProfile) -> Mapping[str, tuple[DocumentRelation, ...]]:
    found: dict[str, tuple[DocumentRelation, ...]] = {}
    for document in plan.summary.plan.related:
        if document.plan is not None:
            found[document.plan] = (*found.get(document.plan, ()), document.relation)
    return found


def _numbers(plan: PlanProfile) -> Mapping[str, tuple[RoleNumber, ...]]:
    """The first numbers of each role."""
    by_role: dict[str, list[Goal]] = {}
    for goal in goals(plan):
        if goal.role is not None:
            by_role.setdefault(goal.role.id, []).append(goal)
    return {
        id: tuple(islice(role_numbers(every), MOST_VALUES + 1)) for id, every in by_role.items()
    }


def role_numbers(every: Iterable[Goal]) -> Iterator[RoleNumber]:
    """The numbers of some goals, without what is absent and without a template's blanks."""
    for goal in every:
        level = goal.level.name if goal.level is not None else ""
        if goal.headcount is not None and is_number(goal.headcount.value):
            yield RoleNumber(
                level, "", False, None, None, goal.headcount.value, Unit.PEOPLE, Bound.EXACT
            )
        if goal.target is not None:
            unit, bound = goal.target.unit, goal.target.bound
            # A number of people is of the role; a share says nothing without its name.
            name = goal.target.name if unit is Unit.PERCENT else ""
            for value in goal.target.values:
                if is_number(value.value):
                    yield RoleNumber(
                        level, name, True, value.year, value.within, value.value, unit, bound
                    )


def is_number(amount: int | Quantity) -> bool:
    """Whether a value is a number: neither absent nor a template's blank."""
    return not isinstance(amount, Absence | PlaceholderValue)
