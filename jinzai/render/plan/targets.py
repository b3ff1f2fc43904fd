"""The targets of a plan, with numbers and times, and the numbers of people in its roles."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from jinzai.model import kinds
from jinzai.model.audience import Headcount
from jinzai.model.target import Bound, Includes, Target, TargetValue
from jinzai.render.page.downloads import Downloads, downloads
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.page.states import states_link
from jinzai.render.page.target_bars import Scale, TargetBar, target_bar, target_scales
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
    """The whole page. Every part may be empty. `drawn` is true if a headcount has a bar."""

    note: Markup
    columns: tuple[TimeColumn, ...]
    targets: tuple[TargetView, ...]
    headcounts: tuple[People, ...]
    drawn: bool
    indicators: tuple[Link, ...]
    states: Link | None
    downloads: Downloads
    roles_downloads: Downloads


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page of the targets."""
    plan, content = context.plan, context.plan.content
    place = context.place(context.address(kinds.TARGETS.page))
    file, organisation = content.targets_file, content.organisation_file
    columns = _columns(content.targets)
    scales = target_scales(content.targets)
    people = _headcounts(context, place)
    yield Draft.of_file(
        context,
        place,
        kinds.TARGETS,
        description="の、いつまでに何人・何割という目標。",
        view=TargetsView(
            place.prose(file.note if file else None),
            tuple(_column(time) for time in columns),
            tuple(
                _target(context, place, target, columns, scales[target.unit])
                for target in content.targets
            ),
            people,
            any(one.bar for one in people),
            tuple(
                place.link("indicator", indicator.id)
                for indicator in (organisation.indicators if organisation else ())
            ),
            states_link(context.site, place),
            downloads(place, plan.id, "targets"),
            downloads(place, plan.id, "roles"),
        ),
        sections=(
            Section("targets", kinds.TARGETS.title),
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


def _headcounts(context: PlanContext, place: PagePlace) -> tuple[People, ...]:
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
    return tuple(_people(place, role, headcount, scale) for role, headcount in found)


def _people(place: PagePlace, role: Link, headcount: Headcount, scale: Scale) -> People:
    return People(
        role,
        place.value(amounts.value(headcount.value, "人")),
        scale.bar(headcount.value),
        headcount.note or "",
        is_inferred(headcount.basis),
    )
