"""A role in the year and the organisation: schedule, targets, measures."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from jinzai.link.backlinks import EntityKey
from jinzai.link.catalogue import ScheduleUse
from jinzai.model.base import Basis, Ordering
from jinzai.model.kinds import KIND_NAMES
from jinzai.model.role import Role
from jinzai.model.schedule import Activity, Lane, Months, ScheduleItem
from jinzai.model.target import Target, TargetValue
from jinzai.render.page.level_order import by_level
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.plan.targets import IncludedValue, included_value
from jinzai.render.words import amounts, dates
from jinzai.render.words.target_times import time_of, time_words
from jinzai.render.words.wording import word

MOST_MEASURES_AROUND: Final = 12
"""The largest number of measures that do not name the role."""


class LaneItem(NamedTuple):
    """An item of the year. `when` is empty if the published figure has no month.

    `places` is how often the lane has the item without an order.
    """

    name: Link | str
    kind: str
    when: str
    inferred: bool
    places: int = 1


class RoleLaneView(NamedTuple):
    """A lane of a schedule. `ordered` is true if its items follow each other in this order."""

    name: str
    entries: tuple[LaneItem, ...]
    ordered: bool


class YearView(NamedTuple):
    """The role's lanes in one schedule.

    `any_lost` is true if an item has no month. `any_ordered` is true if a lane is `ordered`.
    """

    schedule: Link
    years: str
    lanes: tuple[RoleLaneView, ...]
    any_lost: bool
    any_ordered: bool


class TargetCell(NamedTuple):
    """A target's value at one time."""

    value: amounts.Value
    includes: tuple[IncludedValue, ...]
    note: str


class RoleTargetRow(NamedTuple):
    """A target of the role or of a level. It has a cell for each time, None without a value.

    `level_id` and `level` are the id and name of the level; both are empty for the whole role.
    `share_of` says what a share is a share of; it is empty for other targets.
    """

    target: Link
    level_id: str
    level: str
    share_of: str
    cells: tuple[TargetCell | None, ...]
    inferred: bool


class TargetTable(NamedTuple):
    """The targets of the role. `times` are fiscal years, `5年以内`, or the words for no time."""

    times: tuple[str, ...]
    rows: tuple[RoleTargetRow, ...]

    @property
    def by_level(self) -> Mapping[str, list[RoleTargetRow]]:
        """The rows by the id of their level."""
        found: dict[str, list[RoleTargetRow]] = {}
        for row in self.rows:
            found.setdefault(row.level_id, []).append(row)
        return found

    @property
    def short_times(self) -> tuple[str, ...]:
        """The times without the common year: `令和7年度`."""
        return tuple(time.partition("（")[0] for time in self.times)


class RoleMeasureView(NamedTuple):
    """A measure or an indicator that concerns the role.

    `whose` is empty if it names the role. Otherwise it says which role it names.
    """

    entity: Link
    kind: str
    whose: str


def years(context: PlanContext, place: PagePlace, role: Role) -> tuple[YearView, ...]:
    """The schedules in which the role or one of its levels has a lane."""
    by_schedule: dict[str, list[ScheduleUse]] = {}
    for use in context.plan.schedule_by_role.get(role.id, ()):
        by_schedule.setdefault(use.schedule.id, []).append(use)
    return tuple(
        YearView(
            schedule=place.link("schedule", id),
            years=dates.each_year(uses[0].schedule.years),
            lanes=tuple(
                _lane_view(place, lane)
                for lane in by_level(
                    {use.lane.id: use.lane for use in uses}.values(),
                    context.plan.levels,
                    lambda lane: (lane.role, lane.level),
                )
            ),
            any_lost=any(use.item.lacks_months for use in uses),
            any_ordered=any(_is_ordered(use.lane) for use in uses),
        )
        for id, uses in by_schedule.items()
    )


def figure_without_months(context: PlanContext, role: Role) -> str:
    """Where the role's schedules are published, if no month of any item could be read.

    `""` if a month is known, and if the role has no item. A schedule has its months in a figure or
    a table: content says `undefined` where nobody could read them.
    """
    uses = context.plan.schedule_by_role.get(role.id, ())
    if not uses or any(not use.item.lacks_months for use in uses):
        return ""
    sources = (use.schedule.source for use in uses)
    pages = dict.fromkeys(one.page for one in sources if one is not None and one.page is not None)
    return "、".join(f"{page}ページ" for page in pages) or "計画の図など"


def _is_ordered(lane: Lane) -> bool:
    """Whether a lane's items have an order.

    The plan states it, or all items have months and stand in the order of the months.
    """
    starts = [(m.start - 4) % 12 for item in lane.items if isinstance(m := item.months, Months)]
    is_dated = len(starts) == len(lane.items) and starts == sorted(starts)
    return lane.order is Ordering.STATED or is_dated


def _lane_view(place: PagePlace, lane: Lane) -> RoleLaneView:
    """A lane. Equal items are joined where no order stands, since there they say the same."""
    items = tuple(_lane_item(place, item) for item in lane.items)
    ordered = _is_ordered(lane)
    if not ordered:
        items = tuple(one._replace(places=places) for one, places in Counter(items).items())
    return RoleLaneView(lane.name, items, ordered)


def _lane_item(place: PagePlace, item: ScheduleItem) -> LaneItem:
    return LaneItem(
        name=(
            Link(item.name, place.link("course", item.course).href) if item.course else item.name
        ),
        kind=word(item.kind) if item.kind is not Activity.COURSE else "",
        when=dates.months(item.months),
        inferred=item.basis is Basis.INFERRED,
    )


def targets(
    context: PlanContext, place: PagePlace, role: Role, level_id: str | None = None
) -> TargetTable:
    """The targets of the role and of its levels, or of one level alone.

    The times are those of all of them.
    """
    at_levels = context.facts.at_levels
    found = (
        context.plan.targets_by_role.get(role.id, ())
        if level_id is None
        else at_levels.targets.get((role.id, level_id), ())
    )
    columns = at_levels.target_times(role.id)
    rows = []
    for target in found:
        cells = {time_of(value): _target_cell(place, target, value) for value in target.values}
        rows.append(
            RoleTargetRow(
                target=place.link("target", target.id),
                level_id=target.level or "",
                level=context.level_name(role.id, target.level),
                share_of=amounts.share_of(target),
                cells=tuple(cells.get(time) for time in columns),
                inferred=target.basis is Basis.INFERRED,
            )
        )
    return TargetTable(tuple(time_words(*time) for time in columns), tuple(rows))


def _target_cell(place: PagePlace, target: Target, value: TargetValue) -> TargetCell:
    return TargetCell(
        value=place.value(amounts.target_value(value.value, target.unit, target.bound)),
        includes=tuple(included_value(place, target, part) for part in value.includes),
        note=value.note or "",
    )


def measures(context: PlanContext, place: PagePlace, role: Role) -> tuple[RoleMeasureView, ...]:
    """The measures and indicators that name the role, then the first of those around it.

    These name the role above it or one of its parts.
    """
    own = tuple(_measures_of(context, role.id))
    found = dict.fromkeys(own, "")
    for key, whose in _measures_around(context, role):
        if len(found) - len(own) == MOST_MEASURES_AROUND:
            break
        found.setdefault(key, whose)
    return tuple(
        RoleMeasureView(place.link(key.kind, key.id), KIND_NAMES[key.kind], whose)
        for key, whose in found.items()
    )


def _measures_of(context: PlanContext, role_id: str) -> Iterator[EntityKey]:
    fields = {("measure", "roles"), ("indicator", "role")}
    for link in context.plan.backlinks.get(EntityKey("role", role_id), ()):
        if (link.source.kind, link.field) in fields:
            yield link.source


def _measures_around(context: PlanContext, role: Role) -> Iterator[tuple[EntityKey, str]]:
    plan = context.plan
    if role.part_of is not None:
        for key in _measures_of(context, role.part_of):
            yield key, f"上位の役割「{plan.roles[role.part_of].name}」が対象"
    for part in plan.parts_by_role.get(role.id, ()):
        for key in _measures_of(context, part.id):
            yield key, f"内訳の役割「{part.name}」が対象"
