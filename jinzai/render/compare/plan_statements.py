"""Statements about one plan among the others, each with the plans behind it.

This module owns the views of the statements, and how many other plans they name.
`jinzai.compare.standing` decides what is stated.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from typing import Final, NamedTuple

from jinzai.compare.comparison import Comparison
from jinzai.compare.evidence import NO_EVIDENCE
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.compare.standing import OpenClass, SharedEntry
from jinzai.compare.targets import Goal, goals
from jinzai.link.address import COMPARE_PAGE, plan_address
from jinzai.model.framework import FrameworkKind
from jinzai.model.numbers import Absence, PlaceholderValue
from jinzai.model.strength import Strength
from jinzai.model.target import Bound, Unit
from jinzai.render.compare.coverage_cells import WeakPlans, weaker_plans
from jinzai.render.compare.goals import when_of
from jinzai.render.page.concerned import concerned
from jinzai.render.page.evidence import WeakEvidence, weak_evidence
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace
from jinzai.render.words import amounts
from jinzai.render.words.wording import relation_to, word

MOST_NAMED: Final = 6
"""The largest number of named plans. The page of the area or the class names all."""
MOST_VALUES: Final = 4
"""The largest number of values that are named for a role."""


class OtherPlan(NamedTuple):
    """Another plan with its skills or roles, each with a remark that may be empty."""

    plan: Link
    what: tuple[tuple[Link, str], ...]


class Statement(NamedTuple):
    """A statement about an area or a class.

    `own` are this plan's skills or roles in it. `having` is how many other plans have some.
    `others` are those that are named, at most `MOST_NAMED`. `among` is how many other plans state
    anything of the kind. Of an area, `weak` is what this plan's texts or training have there where
    its tables have nothing, and `weaker` names the other plans of that sort, group by group.
    `is_silent` is true if this plan has nothing at all there.
    """

    entry: Link
    own: tuple[tuple[Link, str], ...]
    having: int
    among: int
    others: tuple[OtherPlan, ...]
    weak: WeakEvidence | None = None
    weaker: tuple[WeakPlans, ...] = ()
    is_silent: bool = False


class OpenView(NamedTuple):
    """A class in which `having` other plans set something, with this plan's roles and words."""

    entry: Link
    own: tuple[tuple[Link, amounts.Value], ...]
    having: int
    others: tuple[OtherPlan, ...]


_Had = Callable[[PlanProfile, str], Iterator[tuple[Link, str]]]


class Writer:
    """Writes the statements about one plan."""

    def __init__(self, place: PagePlace, compared: Comparison, plan: PlanProfile) -> None:
        self._place = place
        self._compared = compared
        self._plan = plan

    def area(self, share: SharedEntry) -> Statement:
        """A statement about an area, with skills."""
        plan, area = self._plan, share.entry
        found = plan.evidence.get(area, NO_EVIDENCE)
        weak = None
        if plan.strength(area) is not Strength.ASKED:
            weak = weak_evidence(self._place, plan, found.said, found.taught)
        return self._statement(share, self._skills)._replace(
            weak=weak,
            weaker=tuple(
                weaker_plans(self._compared.standings.by_strength[area], plan.id, self._other)
            ),
            is_silent=plan.is_silent_on(area),
        )

    def role_class(self, share: SharedEntry) -> Statement:
        """A statement about a class, with roles, or with what else concerns its people."""
        found = self._statement(share, self._roles)
        besides = concerned(self._place, self._plan.summary, share.entry)
        return found._replace(
            own=found.own
            or tuple((one.link, "。".join(filter(None, (one.kind, one.why)))) for one in besides)
        )

    def levels(self, left: OpenClass) -> OpenView:
        """A class in which others set levels, within a role or role by role."""
        return self._open(
            left,
            lambda _: amounts.UNDEFINED,
            lambda _, role: (
                "・".join(level.name for level in role.role.levels) or (role.role.as_level or "")
            ),
        )

    def numbers(self, left: OpenClass) -> OpenView:
        """A class in which others give numbers of people or shares."""
        return self._open(left, self._left_open, _numbers)

    def _statement(self, share: SharedEntry, had: _Had) -> Statement:
        return Statement(
            self._place.link("entry", share.entry),
            tuple(had(self._plan, share.entry)),
            len(share.others),
            share.among,
            tuple(
                OtherPlan(self._other(id), tuple(had(self._compared.plans[id], share.entry)))
                for id in share.others[:MOST_NAMED]
            ),
        )

    def _open(
        self,
        left: OpenClass,
        own: Callable[[RoleProfile], amounts.Value],
        told: Callable[[PlanProfile, RoleProfile], str],
    ) -> OpenView:
        by_plan = [
            (self._compared.plans[id], tuple(roles))
            for id, roles in groupby(left.others, lambda role: role.plan_id)
        ]
        return OpenView(
            self._place.link("entry", left.entry),
            tuple((self._role(role), own(role)) for role in left.roles),
            len(by_plan),
            tuple(
                OtherPlan(
                    self._other(plan.id),
                    tuple((self._role(role), told(plan, role)) for role in roles),
                )
                for plan, roles in by_plan[:MOST_NAMED]
            ),
        )

    def _other(self, plan_id: str) -> Link:
        """The link to how another plan stands among the others."""
        name = self._compared.plans[plan_id].summary.name
        return self._place.to(plan_address(plan_id, COMPARE_PAGE), name)

    def _role(self, role: RoleProfile) -> Link:
        return self._place.other(role.plan_id, "role", role.id, role.role.name)

    def _skills(self, plan: PlanProfile, entry: str) -> Iterator[tuple[Link, str]]:
        asks = {skill: ask for skill, ask, _ in plan.areas.get(entry, ())}
        for mapped in plan.summary.entries.get(entry, ()):
            if mapped.kind == "skill":
                ask = asks[mapped.id]
                remark = word(ask.requirement) if ask is not None else "役割との対応がない"
                yield self._place.other(plan.id, "skill", mapped.id, mapped.name), remark

    def _roles(self, plan: PlanProfile, entry: str) -> Iterator[tuple[Link, str]]:
        for role, link in plan.roles_in(entry):
            yield self._role(role), relation_to(FrameworkKind.ROLE, link.relation)

    def _left_open(self, role: RoleProfile) -> amounts.Value:
        """The plan's words instead of a number, or the other roles for which it gives a number."""
        wider = _numbers(self._plan, role)
        if wider:  # else the role would set a number for the class: `has_number`
            return amounts.Value(f"{wider}（この区分より広い役割の数）")
        own = _goals(self._plan, role)
        for amount in (amount for goal in own for _, amount in _amounts(goal)):
            if isinstance(amount, PlaceholderValue):
                return self._place.value(amounts.value(amount))
        for goal in own:
            if goal.target is not None and goal.target.bound is Bound.SEVERAL:
                return amounts.Value("「複数」とだけ述べている")
        return amounts.UNDEFINED


def _goals(plan: PlanProfile, role: RoleProfile) -> list[Goal]:
    return [goal for goal in goals(plan) if goal.role is not None and goal.role.id == role.id]


def _amounts(goal: Goal) -> Iterator[tuple[str, amounts.Quantity]]:
    if goal.target is not None:
        yield from ((when_of(value), value.value) for value in goal.target.values)
    if goal.headcount is not None:
        yield "", goal.headcount.value


def _numbers(plan: PlanProfile, role: RoleProfile) -> str:
    """The first numbers of a role in words: `レベル3 令和9年度 30人`."""
    found = _told(_goals(plan, role))
    named = list(islice(found, MOST_VALUES + 1))
    return "、".join(named[:MOST_VALUES]) + ("ほか" if len(named) > MOST_VALUES else "")


def _told(every: Iterable[Goal]) -> Iterator[str]:
    for goal in every:
        unit, bound = Unit.PEOPLE, Bound.EXACT
        if goal.target is not None:
            unit, bound = goal.target.unit, goal.target.bound
        for time, amount in _amounts(goal):
            if not isinstance(amount, Absence | PlaceholderValue):
                told = amounts.target_value(amount, unit, bound).text
                level = goal.level.name if goal.level is not None else ""
                # A number of people is of the role; a share says nothing without its name.
                name = goal.target.name if goal.target and unit is Unit.PERCENT else ""
                yield " ".join(part for part in (level, name, time, told) if part)
