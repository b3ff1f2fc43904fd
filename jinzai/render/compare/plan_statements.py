"""Statements about one plan among the others, each with the plans behind it.

This module owns the views of the statements. `jinzai.compare.standing` decides what is stated, and
`jinzai.compare.among` how many other plans are named.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from jinzai.compare.among import EntryAmong, OpenAmong, PlanAmong
from jinzai.compare.evidence import NO_EVIDENCE
from jinzai.compare.outline import (
    MOST_VALUES,
    MappedOutline,
    PlanName,
    PlanOutline,
    RoleNumber,
    RoleSettings,
    role_numbers,
)
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.compare.targets import Goal, goals
from jinzai.link.address import COMPARE_PAGE, plan_address
from jinzai.model.framework import FrameworkKind
from jinzai.model.numbers import PlaceholderValue
from jinzai.model.strength import Strength
from jinzai.model.target import Bound
from jinzai.render.compare.coverage_cells import WeakPlans, weaker_views
from jinzai.render.compare.goals import when
from jinzai.render.page.concerned import concerned
from jinzai.render.page.evidence import WeakEvidence, weak_evidence
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace
from jinzai.render.words import amounts
from jinzai.render.words.wording import relation_to, word


class OtherPlan(NamedTuple):
    """Another plan with its skills or roles, each with a remark that may be empty."""

    plan: Link
    what: tuple[tuple[Link, str], ...]


class Statement(NamedTuple):
    """A statement about an area or a class.

    `own` are this plan's skills or roles in it. `having` is how many other plans have some.
    `others` are those that are named, the first of them. `among` is how many other plans state
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


_Had = Callable[[PlanName, Iterable[MappedOutline]], Iterator[tuple[Link, str]]]


class Writer:
    """Writes the statements about one plan.

    `plan` is the plan itself, `outline` the plan as others see it, and `among` what is known of all
    others.
    """

    def __init__(
        self, place: PagePlace, plan: PlanProfile, outline: PlanOutline, among: PlanAmong
    ) -> None:
        self._place = place
        self._plan = plan
        self._outline = outline
        self._names = among.names

    def area(self, share: EntryAmong) -> Statement:
        """A statement about an area, with skills."""
        plan, area = self._plan, share.entry
        found = plan.evidence.get(area, NO_EVIDENCE)
        weak = None
        if plan.strength(area) is not Strength.ASKED:
            weak = weak_evidence(self._place, plan, found.said, found.taught)
        return self._statement(share, "skill", self._skills)._replace(
            weak=weak,
            weaker=tuple(weaker_views(share.weaker, self._named)),
            is_silent=plan.is_silent_on(area),
        )

    def role_class(self, share: EntryAmong) -> Statement:
        """A statement about a class, with roles, or with what else concerns its people."""
        found = self._statement(share, "role", self._roles)
        besides = concerned(self._place, self._plan.summary, share.entry)
        return found._replace(
            own=found.own
            or tuple((one.link, "。".join(filter(None, (one.kind, one.why)))) for one in besides)
        )

    def levels(self, left: OpenAmong) -> OpenView:
        """A class in which others set levels, within a role or role by role."""
        return self._open(left, lambda _: amounts.UNDEFINED, lambda sets: "・".join(sets.levels))

    def numbers(self, left: OpenAmong) -> OpenView:
        """A class in which others give numbers of people or shares."""
        return self._open(left, self._left_open, lambda sets: _first(sets.numbers))

    def _statement(self, share: EntryAmong, kind: str, had: _Had) -> Statement:
        return Statement(
            self._place.link("entry", share.entry),
            tuple(had(self._outline.title, self._outline.under(share.entry, kind))),
            share.having,
            share.among,
            tuple(
                OtherPlan(self._other(one.plan), tuple(had(one.plan, one.mapped)))
                for one in share.others
            ),
        )

    def _open(
        self,
        left: OpenAmong,
        own: Callable[[RoleProfile], amounts.Value],
        told: Callable[[RoleSettings], str],
    ) -> OpenView:
        roles = [self._plan.roles[id] for id in left.roles]
        return OpenView(
            self._place.link("entry", left.entry),
            tuple(
                (self._role(self._plan.id, role.id, role.role.name), own(role)) for role in roles
            ),
            left.having,
            tuple(
                OtherPlan(
                    self._other(one.plan),
                    tuple(
                        (self._role(one.plan.id, role.id, role.name), told(role.sets))
                        for role in one.roles
                    ),
                )
                for one in left.others
            ),
        )

    def _named(self, plan_id: str) -> Link:
        return self._other(PlanName(plan_id, self._names[plan_id]))

    def _other(self, plan: PlanName) -> Link:
        """The link to how another plan stands among the others."""
        return self._place.to(plan_address(plan.id, COMPARE_PAGE), plan.name)

    def _role(self, plan_id: str, id: str, name: str) -> Link:
        return self._place.other(plan_id, "role", id, name)

    def _skills(
        self, plan: PlanName, mapped: Iterable[MappedOutline]
    ) -> Iterator[tuple[Link, str]]:
        for one in mapped:
            remark = "役割との対応がない" if one.requirement is None else word(one.requirement)
            yield self._place.other(plan.id, "skill", one.id, one.name), remark

    def _roles(self, plan: PlanName, mapped: Iterable[MappedOutline]) -> Iterator[tuple[Link, str]]:
        for one in mapped:
            yield (
                self._role(plan.id, one.id, one.name),
                relation_to(FrameworkKind.ROLE, one.relation),
            )

    def _left_open(self, role: RoleProfile) -> amounts.Value:
        """The plan's words instead of a number, or the other roles for which it gives a number."""
        goals_of_role = _goals(self._plan, role)
        wider = _first(tuple(role_numbers(goals_of_role)))
        if wider:  # else the role would set a number for the class: `has_number`
            return amounts.Value(f"{wider}（この区分より広い役割の数）")
        for amount in (amount for goal in goals_of_role for amount in _amounts(goal)):
            if isinstance(amount, PlaceholderValue):
                return self._place.value(amounts.value(amount))
        for goal in goals_of_role:
            if goal.target is not None and goal.target.bound is Bound.SEVERAL:
                return amounts.Value("「複数」とだけ述べている")
        return amounts.UNDEFINED


def _goals(plan: PlanProfile, role: RoleProfile) -> list[Goal]:
    return [goal for goal in goals(plan) if goal.role is not None and goal.role.id == role.id]


def _amounts(goal: Goal) -> Iterator[amounts.Quantity]:
    if goal.target is not None:
        yield from (value.value for value in goal.target.values)
    if goal.headcount is not None:
        yield goal.headcount.value


def _first(numbers: Sequence[RoleNumber]) -> str:
    """The first numbers of a role in words: `レベル3 令和9年度 30人`."""
    told = "、".join(map(_told, numbers[:MOST_VALUES]))
    return told + ("ほか" if len(numbers) > MOST_VALUES else "")


def _told(one: RoleNumber) -> str:
    time = when(one.year, one.within) if one.is_timed else ""
    amount = amounts.target_value(one.amount, one.unit, one.bound).text
    return " ".join(part for part in (one.level, one.name, time, amount) if part)
