"""A role in the year and the organisation: schedule, targets, practices, measures."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.backlinks import EntityKey
from jinzai.link.catalogue import ScheduleUse
from jinzai.model.base import Basis
from jinzai.model.role import Role
from jinzai.model.schedule import Activity, Months, ScheduleItem
from jinzai.model.target import Includes, Target, TargetValue
from jinzai.render import wording
from jinzai.render.links import Link
from jinzai.render.place import Place, PlanContext, Shown
from jinzai.render.target_times import TIMELESS, Time, time_of, times
from jinzai.render.wording import KINDS, word


class LaneItem(NamedTuple):
    """An item of the year. `when` is empty where the published figure lost the month."""

    name: Link | str
    kind: str
    when: str
    inferred: bool


class LaneView(NamedTuple):
    """A lane of a schedule, its items in order."""

    name: str
    entries: tuple[LaneItem, ...]


class YearView(NamedTuple):
    """The role's lanes in one schedule. `any_lost` says that some item has no month."""

    schedule: Link
    years: str
    lanes: tuple[LaneView, ...]
    any_lost: bool


class TargetCell(NamedTuple):
    """A target's value at one time."""

    value: Shown
    includes: tuple[Markup, ...]
    note: str


class TargetRow(NamedTuple):
    """A target of the role or of one of its levels; a cell per time, None where it sets nothing."""

    target: Link
    level: str
    cells: tuple[TargetCell | None, ...]
    inferred: bool


class TargetTable(NamedTuple):
    """The targets of the role. `times` are fiscal years, `5年以内`, or that there is none."""

    times: tuple[str, ...]
    rows: tuple[TargetRow, ...]


class PracticeView(NamedTuple):
    """A practice for the role."""

    practice: Link
    kind: str
    whom: str
    experience: str
    description: Markup
    inferred: bool


class MeasureView(NamedTuple):
    """A measure or an indicator that concerns the role."""

    entity: Link
    kind: str


def years(context: PlanContext, place: Place, role: Role) -> tuple[YearView, ...]:
    """The schedules in which the role or one of its levels has a lane."""
    by_schedule: dict[str, list[ScheduleUse]] = {}
    for use in context.plan.schedule_by_role.get(role.id, ()):
        by_schedule.setdefault(use.schedule.id, []).append(use)
    return tuple(
        YearView(
            schedule=place.link("schedule", id),
            years="、".join(wording.fiscal_year(year) for year in uses[0].schedule.years),
            lanes=tuple(
                LaneView(lane.name, tuple(_lane_item(place, item) for item in lane.items))
                for lane in {use.lane.id: use.lane for use in uses}.values()
            ),
            any_lost=any(not isinstance(use.item.months, Months) for use in uses),
        )
        for id, uses in by_schedule.items()
    )


def _lane_item(place: Place, item: ScheduleItem) -> LaneItem:
    return LaneItem(
        name=(
            Link(item.name, place.link("course", item.course).href) if item.course else item.name
        ),
        kind=word(item.kind) if item.kind is not Activity.COURSE else "",
        when=wording.months(item.months) if isinstance(item.months, Months) else "",
        inferred=item.basis is Basis.INFERRED,
    )


def targets(context: PlanContext, place: Place, role: Role) -> TargetTable:
    """The targets of the role and of its levels."""
    found = context.plan.targets_by_role.get(role.id, ())
    names = {level.id: level.name for level in role.levels}
    columns = times(found)
    rows = []
    for target in found:
        cells = {time_of(value): _target_cell(place, target, value) for value in target.values}
        rows.append(
            TargetRow(
                target=place.link("target", target.id),
                level=names[target.level] if target.level else "",
                cells=tuple(cells.get(time) for time in columns),
                inferred=target.basis is Basis.INFERRED,
            )
        )
    return TargetTable(tuple(map(_time_title, columns)), tuple(rows))


def _time_title(time: Time) -> str:
    year, within = time
    if year is not None:
        return wording.fiscal_year(year)
    return TIMELESS if within is None else f"{within}年以内"


def _target_cell(place: Place, target: Target, value: TargetValue) -> TargetCell:
    return TargetCell(
        value=place.value(wording.target_value(value.value, target.unit, target.bound)),
        includes=tuple(_included(place, target, part) for part in value.includes),
        note=value.note or "",
    )


def _included(place: Place, target: Target, part: Includes) -> Markup:
    amount = wording.value(part.value, wording.word(target.unit)).text
    return Markup("{}（{}）").format(amount, place.inline(part.note))


def practices(context: PlanContext, place: Place, role: Role) -> tuple[PracticeView, ...]:
    """The practices for the role or for one of its levels."""
    names = {level.id: level.name for level in role.levels}
    found = []
    for practice in context.plan.practices_by_role.get(role.id, ()):
        wanted = [audience for audience in practice.audience if audience.role == role.id]
        levels = _joined(names[audience.level] for audience in wanted if audience.level)
        departments = _joined(context.department_names(audience.departments) for audience in wanted)
        found.append(
            PracticeView(
                practice=place.link("practice", practice.id),
                kind=word(practice.kind),
                whom="・".join(part for part in (levels, departments) if part),
                experience=practice.experience or "",
                description=place.inline(practice.description),
                inferred=all(audience.basis is Basis.INFERRED for audience in wanted),
            )
        )
    return tuple(found)


def _joined(texts: Iterable[str]) -> str:
    return "、".join(dict.fromkeys(text for text in texts if text))


def measures(context: PlanContext, place: Place, role: Role) -> tuple[MeasureView, ...]:
    """The measures and indicators that name the role."""
    fields = {("measure", "roles"), ("indicator", "role")}
    return tuple(
        MeasureView(place.link(link.source.kind, link.source.id), KINDS[link.source.kind])
        for link in context.plan.backlinks.get(EntityKey("role", role.id), ())
        if (link.source.kind, link.field) in fields
    )
