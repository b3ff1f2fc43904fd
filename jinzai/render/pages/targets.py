"""How many, by when: the targets of a plan, and the numbers of people that its roles name."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.address import anchor
from jinzai.link.backlinks import EntityKey
from jinzai.model.audience import Headcount
from jinzai.model.target import Bound, Includes, Target, TargetValue
from jinzai.render import wording
from jinzai.render.downloads import Downloads, downloads
from jinzai.render.draft import Draft, Section
from jinzai.render.links import Link
from jinzai.render.mentions import Mention, mentions
from jinzai.render.place import Place, PlanContext, Shown, is_inferred, source_text


class Part(NamedTuple):
    """A part of a value that was reached before (内数)."""

    value: Shown
    year: str
    note: Markup


class ValueView(NamedTuple):
    """The value at one time."""

    value: Shown
    includes: tuple[Part, ...]
    note: str


class TargetView(NamedTuple):
    """One target; `values` holds a value or None for each column of the table.

    `timeless` stands for a target without any value: what the plan says of its number.
    """

    anchor: str
    name: str
    role: Link | None
    reading: str
    inferred: bool
    values: tuple[ValueView | None, ...]
    timeless: Shown | None
    note: Markup
    source: str
    mentions: tuple[Mention, ...]


class Column(NamedTuple):
    """A time: `令和7年度` over `2025年度`, or `5年以内`."""

    title: str
    below: str


class People(NamedTuple):
    """The number of people that a plan names for a role or a level."""

    role: Link
    value: Shown
    note: str
    inferred: bool


class View(NamedTuple):
    """The whole page; every part may be empty."""

    note: Markup
    columns: tuple[Column, ...]
    targets: tuple[TargetView, ...]
    headcounts: tuple[People, ...]
    indicators: tuple[Link, ...]
    downloads: Downloads
    roles_downloads: Downloads


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page of the targets."""
    plan, content = context.plan, context.plan.content
    place = context.place(context.address("targets/index.html"))
    file, organisation = content.targets_file, content.organisation_file
    times = _times(content.targets)
    yield Draft(
        address=place.address,
        title="数値目標",
        kicker="目標",
        description=f"{plan.plan.title}の、いつまでに何人・何割という目標。",
        template="targets.html",
        view=View(
            place.prose(file.note if file else None),
            tuple(_column(year, within) for year, within in times),
            tuple(_target(context, place, target, times) for target in content.targets),
            tuple(_headcounts(context, place)),
            tuple(
                place.link("indicator", indicator.id)
                for indicator in (organisation.indicators if organisation else ())
            ),
            downloads(place, plan.id, "targets"),
            downloads(place, plan.id, "roles"),
        ),
        area="targets",
        sections=(
            Section("targets", "目標"),
            Section("headcounts", "役割の規模（人数）"),
            Section("indicators", "進み具合を見る指標"),
        ),
        file="targets.yaml" if file else "",
    )


_Time = tuple[int | None, int | None]


def _times(targets: tuple[Target, ...]) -> tuple[_Time, ...]:
    """Fiscal years from the earliest, then numbers of years from the fewest."""
    values = [value for target in targets for value in target.values]
    years = sorted({value.year for value in values if value.year is not None})
    withins = sorted({value.within for value in values if value.within is not None})
    return (*((year, None) for year in years), *((None, within) for within in withins))


def _column(year: int | None, within: int | None) -> Column:
    if year is not None:
        return Column(f"{wording.era_year(year)}年度", f"{year}年度")
    return Column(f"{within}年以内", "")


def _target(
    context: PlanContext, place: Place, target: Target, times: tuple[_Time, ...]
) -> TargetView:
    by_time = {(value.year, value.within): value for value in target.values}
    return TargetView(
        anchor("target", target.id),
        target.name,
        place.role(target.role, target.level) if target.role else None,
        "" if target.bound is Bound.EXACT else wording.word(target.bound),
        is_inferred(target.basis),
        tuple(_value(place, target, by_time[time]) if time in by_time else None for time in times),
        None if target.values else _timeless(target),
        place.prose(target.note),
        source_text(target.source),
        mentions(context, place, EntityKey("target", target.id)),
    )


def _timeless(target: Target) -> Shown:
    if target.bound is Bound.SEVERAL:
        return Shown("複数（数と時期は示されていない）")
    return Shown("未定義", "undefined")


def _value(place: Place, target: Target, value: TargetValue) -> ValueView:
    return ValueView(
        place.value(wording.target_value(value.value, target.unit, target.bound)),
        tuple(_part(place, target, part) for part in value.includes),
        value.note or "",
    )


def _part(place: Place, target: Target, part: Includes) -> Part:
    return Part(
        place.value(wording.target_value(part.value, target.unit, Bound.EXACT)),
        wording.fiscal_year(part.year) if part.year is not None else "",
        place.inline(part.note),
    )


def _headcounts(context: PlanContext, place: Place) -> Iterator[People]:
    for role in context.plan.content.roles:
        if role.headcount is not None:
            yield _people(place, place.role(role.id), role.headcount)
        for level in role.levels:
            if level.headcount is not None:
                yield _people(place, place.role(role.id, level.id), level.headcount)


def _people(place: Place, role: Link, headcount: Headcount) -> People:
    return People(
        role,
        place.value(wording.value(headcount.value, "人")),
        headcount.note or "",
        is_inferred(headcount.basis),
    )
