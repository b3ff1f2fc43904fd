"""The targets of a plan, with numbers and times, and the numbers of people in its roles.

This module owns the table and the bars; `target_stairs` owns the drawing by fiscal year, and
`target_answers` what the page answers first.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from jinzai.model import kinds
from jinzai.model.audience import Headcount
from jinzai.model.numbers import Absence
from jinzai.model.target import Bound, Includes, Target, TargetValue
from jinzai.render.page.answers import Answer
from jinzai.render.page.downloads import Downloads, downloads
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.level_order import by_level
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.page.states import states_link
from jinzai.render.page.target_bars import Scale, TargetBar, target_bar, target_scales
from jinzai.render.plan.target_answers import headcount_answers, target_answers
from jinzai.render.plan.target_stairs import Stairs, stairs
from jinzai.render.words import amounts, dates
from jinzai.render.words.target_times import TIMELESS, Time, time_of, times


class IncludedValue(NamedTuple):
    """A part of a value that was reached before (内数)."""

    value: amounts.Value
    year: str
    note: Markup


class TargetValueView(NamedTuple):
    """The value at one time, `when`. `bar` is None if there is no number to draw."""

    when: str
    value: amounts.Value
    bar: TargetBar | None
    includes: tuple[IncludedValue, ...]
    note: str


class TargetView(NamedTuple):
    """One target.

    Either `values` has an element for each column of the table, a value or None, or `alone` has the
    values of a target that belong to no column. `share_of` says what a share is a share of; it is
    empty for other targets.
    """

    entity: EntityView
    role: Link | None
    values: tuple[TargetValueView | None, ...]
    alone: tuple[TargetValueView, ...]
    share_of: str

    @property
    def shown(self) -> tuple[TargetValueView, ...]:
        """The values that the target has."""
        return self.alone or tuple(value for value in self.values if value)

    @property
    def has_bars(self) -> bool:
        """Whether a value has a bar."""
        return any(value.bar for value in self.shown)


class TimeColumn(NamedTuple):
    """A time: `令和7年度` over `2025年度`, `5年以内`, or the words for no time."""

    title: str
    below: str


class People(NamedTuple):
    """The number of people that a plan states for a role or a level."""

    role: Link
    value: amounts.Value
    bar: TargetBar | None
    note: str
    inferred: bool


class TargetsView(NamedTuple):
    """The whole page. Every part may be empty.

    Attributes:
        answers: the strip at the top.
        note: the remark on all targets.
        stairs: the targets by fiscal year that are drawn.
        barred: targets with bars that are not drawn as stairs.
        columns: the times of the table.
        targets: the rows of the table.
        headcounts: the numbers of people of roles and levels.
        silent: the roles and levels whose number the plan leaves open, with the remark.
        drawn: whether a headcount has a bar.
        indicators: links to the indicators.
        has_words: whether a word stands in the place of a value.
        states: the link to the meaning of these words.
        downloads: the CSV of the targets.
        roles_downloads: the CSV with the numbers of people.
    """

    answers: tuple[Answer, ...]
    note: Markup
    stairs: tuple[Stairs, ...]
    barred: tuple[TargetView, ...]
    columns: tuple[TimeColumn, ...]
    targets: tuple[TargetView, ...]
    headcounts: tuple[People, ...]
    silent: tuple[People, ...]
    drawn: bool
    indicators: tuple[Link, ...]
    has_words: bool
    states: Link | None
    downloads: Downloads
    roles_downloads: Downloads


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page of the targets."""
    plan, content = context.plan, context.plan.content
    place = context.place(context.address(kinds.TARGETS.page))
    file, organisation = content.targets_file, content.organisation_file
    targets = by_level(content.targets, plan.levels, lambda one: (one.role, one.level))
    columns = _columns(targets)
    scales = target_scales(targets)
    people = tuple(_headcounts(context, place))
    drawn = stairs(context, place, targets)
    in_stairs = {id for one in drawn for id in one.targets}
    views = {
        target.id: _target(context, place, target, columns, scales[target.unit])
        for target in targets
    }
    headcounts = tuple(one for one in people if one.value.state != Absence.UNDEFINED)
    yield Draft.of_file(
        context,
        place,
        kinds.TARGETS,
        description="の、いつまでに何人・何割という目標。",
        view=TargetsView(
            target_answers(place, targets)
            or headcount_answers((one.role, one.value) for one in headcounts),
            place.prose(file.note if file else None),
            drawn,
            tuple(one for id, one in views.items() if id not in in_stairs and one.has_bars),
            tuple(_column(time) for time in columns),
            tuple(views.values()),
            headcounts,
            tuple(one for one in people if one.value.state == Absence.UNDEFINED),
            any(one.bar for one in people),
            tuple(
                place.link("indicator", indicator.id)
                for indicator in (organisation.indicators if organisation else ())
            ),
            any(value.value.state for one in views.values() for value in one.shown),
            states_link(context.site, place),
            downloads(place, plan.id, "targets"),
            downloads(place, plan.id, "roles"),
        ),
        sections=(
            Section("targets", "目標の一覧" if targets else kinds.TARGETS.title),
            Section("headcounts", "役割の規模（人数）"),
            Section("indicators", "進み具合を見る指標"),
        ),
    )


def _columns(targets: Iterable[Target]) -> tuple[Time, ...]:
    """The times that are columns of the table.

    If a target has fiscal years, a target without any has one cell across the table: it would
    otherwise look as if the plan left each year open.
    """
    every = tuple(targets)
    dated = [target for target in every if _is_dated(target)]
    return times(dated or every)


def _is_dated(target: Target) -> bool:
    return any(value.year is not None for value in target.values)


def _column(time: Time) -> TimeColumn:
    year, within = time
    if year is not None:
        return TimeColumn(f"{dates.era_year(year)}年度", f"{year}年度")
    return TimeColumn(TIMELESS if within is None else f"{within}年以内", "")


def _target(
    context: PlanContext,
    place: PagePlace,
    target: Target,
    columns: tuple[Time, ...],
    scale: Scale,
) -> TargetView:
    shown = {
        time_of(value): _value(place, target, time_of(value), value, scale)
        for value in target.values
    }
    in_columns = bool(shown) and all(time in columns for time in shown)
    alone = tuple(shown.values()) or (_without_value(target),)
    return TargetView(
        entity(context, place, kinds.TARGET, target),
        place.role(target.role, target.level) if target.role else None,
        tuple(map(shown.get, columns)) if in_columns else (),
        () if in_columns else alone,
        amounts.share_of(target),
    )


def _without_value(target: Target) -> TargetValueView:
    several = target.bound is Bound.SEVERAL
    value = amounts.Value("複数（数の記載なし）") if several else amounts.UNDEFINED
    return TargetValueView(TIMELESS, value, None, (), "")


def _value(
    place: PagePlace, target: Target, time: Time, value: TargetValue, scale: Scale
) -> TargetValueView:
    return TargetValueView(
        _column(time).title,
        place.value(amounts.target_value(value.value, target.unit, target.bound)),
        target_bar(scale, value),
        tuple(included_value(place, target, part) for part in value.includes),
        value.note or "",
    )


def included_value(place: PagePlace, target: Target, part: Includes) -> IncludedValue:
    """A part of a value as the page shows it."""
    return IncludedValue(
        place.value(amounts.target_value(part.value, target.unit, Bound.EXACT)),
        dates.fiscal_year(part.year) if part.year is not None else "",
        place.inline(part.note),
    )


def _headcounts(context: PlanContext, place: PagePlace) -> Iterator[People]:
    """The numbers of people of roles and levels, on one scale."""
    found: list[tuple[Link, Headcount]] = []
    for role in context.plan.content.roles:
        if role.headcount is not None:
            found.append((place.role(role.id), role.headcount))
        found += [
            (place.role(role.id, level.id), level.headcount)
            for level in role.levels
            if level.headcount is not None
        ]
    scale = Scale(headcount.value for _, headcount in found)
    return (_people(place, role, headcount, scale) for role, headcount in found)


def _people(place: PagePlace, role: Link, headcount: Headcount, scale: Scale) -> People:
    return People(
        role,
        place.value(amounts.value(headcount.value, "人")),
        scale.bar(headcount.value),
        headcount.note or "",
        is_inferred(headcount.basis),
    )
