"""The goals of several plans as lines: whose, how many, by when, and the shares among them.

This module owns the text of a goal. `jinzai.render.compare.targets` decides which classes and plans
the page shows.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from jinzai.compare.profile import PlanProfile
from jinzai.compare.targets import Goal, PeopleShare, Whole
from jinzai.export.plain import plain_text
from jinzai.link.address import entity_address, level_address
from jinzai.model.framework import FrameworkKind
from jinzai.model.target import Bound, Includes, Target, TargetValue, Unit
from jinzai.render.compare.plan_choice import PlanLink, plan_link
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, is_inferred
from jinzai.render.page.target_bars import Scale, TargetBar
from jinzai.render.words import amounts, dates
from jinzai.render.words.target_times import TIMELESS, time_of
from jinzai.render.words.wording import relation_to

NO_TIME: Final = "時期の記載なし"
"""The words for a number of people without a time."""


class GoalValueView(NamedTuple):
    """One value: when, how many, and a bar if there is another number to compare it with."""

    when: str
    value: amounts.Value
    bar: TargetBar | None
    parts: tuple[str, ...]
    note: str


class GoalView(NamedTuple):
    """A goal. `name` is empty for a headcount. `role` is None for a target without a role."""

    name: Link | None
    role: Link | None
    relation: str
    relation_inferred: bool
    inferred: bool
    note: str
    also: tuple[str, ...]
    values: tuple[GoalValueView, ...]


class ShareView(NamedTuple):
    """A share that a plan states, or one that follows from its numbers, with the calculation.

    `of` says what a stated share is a share of. It is empty if `reckoning` says it.
    """

    plan: PlanLink
    name: Link
    when: str
    of: str
    value: amounts.Value
    bar: TargetBar | None
    reckoning: str


Scales = dict[Unit | None, Scale]
"""The scales by unit. The key None has the scale of headcounts."""


def goal_scales(goals: Iterable[Goal], shared: str = "") -> Scales:
    """One scale for each unit of the targets, and one for headcounts.

    `shared` names the scales if readers can put goals of other plans beside these.
    """
    found: dict[Unit | None, list[amounts.Quantity]] = {}
    for goal in goals:
        if goal.target is not None:
            found.setdefault(goal.target.unit, []).extend(v.value for v in goal.target.values)
        elif goal.headcount is not None:
            found.setdefault(None, []).append(goal.headcount.value)
    return {
        unit: Scale(
            every,
            100 if unit is Unit.PERCENT else None,
            f"{shared}-{unit or 'headcount'}" if shared else "",
        )
        for unit, every in found.items()
    }


def _remarks(goal: Goal) -> Iterator[str]:
    """What stands behind a goal: of what a share is a share, and the note."""
    if goal.target is not None:
        yield amounts.share_of(goal.target)
        yield plain_text(goal.target.note or "")


class GoalWriter:
    """Writes the goals of one plan on a page of the site."""

    def __init__(self, place: PagePlace, plan: PlanProfile) -> None:
        self._place = place
        self._plan = plan

    def goal(self, goal: Goal, scales: Scales, entry: str | None) -> GoalView:
        """A goal for the list of a class, or for the list of goals without a class."""
        link = goal.role.in_class(entry) if goal.role is not None and entry is not None else None
        basis = [one.basis for one in (goal.target, goal.headcount) if one is not None]
        return GoalView(
            self._target(goal.target) if goal.target is not None else None,
            self._role(goal),
            relation_to(FrameworkKind.ROLE, link.relation) if link is not None else "",
            link is not None and is_inferred(link.basis),
            is_inferred(*basis),
            "。".join(filter(None, _remarks(goal))),
            tuple(self._place.link("entry", one).text for one in goal.classes if one != entry),
            tuple(self._values(goal, scales)),
        )

    def stated(self, goal: Goal, scale: Scale) -> Iterator[ShareView]:
        """The shares that a target states."""
        assert goal.target is not None
        for value in goal.target.values:
            yield ShareView(
                plan_link(self._place, self._plan),
                self._target(goal.target),
                when_of(value),
                amounts.share_of(goal.target),
                self._shown(amounts.target_value(value.value, Unit.PERCENT, goal.target.bound)),
                scale.bar(value.value),
                "",
            )

    def reckoned(self, share: PeopleShare) -> ShareView:
        """A share that follows from two numbers."""
        assert share.goal.target is not None
        part, whole = amounts.number(share.part), amounts.number(share.whole)
        percent = amounts.number(share.percent)
        if share.of is Whole.VALUE:
            told = f"目標{whole}人のうち{part}人（内数）"
        else:
            assert share.goal.role is not None
            told = f"「{share.goal.role.role.name}」の規模{whole}人のうち{part}人"
        return ShareView(
            plan_link(self._place, self._plan),
            self._target(share.goal.target),
            when_of(share.value),
            "",
            amounts.Value(f"{percent}%"),
            Scale((), 100).bar(Decimal(min(share.percent, Decimal(100)))),
            f"{told}：{part}÷{whole}＝{percent}%",
        )

    def _target(self, target: Target) -> Link:
        return self._place.other(self._plan.id, "target", target.id, target.name)

    def _role(self, goal: Goal) -> Link | None:
        if goal.role is None:
            return None
        role, level = goal.role, goal.level
        if level is None:
            return self._place.other(role.plan_id, "role", role.id, role.role.name)
        address = level_address(role.plan_id, role.id, level.id)
        return self._place.to(address, f"{role.role.name} {level.name}")

    def _values(self, goal: Goal, scales: Scales) -> Iterator[GoalValueView]:
        if goal.headcount is not None:
            head = goal.headcount
            yield GoalValueView(
                NO_TIME,
                self._shown(amounts.value(head.value, "人")),
                scales[None].bar(head.value),
                (),
                head.note or "",
            )
        if goal.target is not None:
            for value in goal.target.values:
                yield self._value(goal.target, value, scales[goal.target.unit])

    def _value(self, target: Target, value: TargetValue, scale: Scale) -> GoalValueView:
        return GoalValueView(
            when_of(value),
            self._shown(amounts.target_value(value.value, target.unit, target.bound)),
            scale.bar(value.value),
            tuple(self._part(target, part) for part in value.includes),
            value.note or "",
        )

    def _part(self, target: Target, part: Includes) -> str:
        amount = self._shown(amounts.target_value(part.value, target.unit, Bound.EXACT)).text
        year = f"（{dates.era_year(part.year)}年度）" if part.year is not None else ""
        return f"うち{amount}{year}"

    def _shown(self, value: amounts.Value) -> amounts.Value:
        """A number of the plan as a template prints it. The page may belong to no plan."""
        return amounts.explained(
            value,
            self._plan.summary.plan.placeholders,
            lambda one: self._place.href(entity_address(self._plan.id, "placeholder", one)),
        )


def when_of(value: TargetValue) -> str:
    """The time of a value in words: `令和9年度`, `5年以内`, or the words for an unstated time."""
    return when(*time_of(value))


def when(year: int | None, within: int | None) -> str:
    """The same, of a fiscal year or a number of years."""
    if year is not None:
        return f"{dates.era_year(year)}年度"
    return TIMELESS if within is None else f"{within}年以内"
