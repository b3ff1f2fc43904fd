"""The schedules of a plan: bars from April to March, lane by lane, and items without a month."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.link.address import anchor
from jinzai.model import kinds
from jinzai.model.base import Ordering
from jinzai.model.schedule import Activity, Lane, Months, Schedule, ScheduleItem
from jinzai.render.page.downloads import Downloads, downloads
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.page.states import states_link
from jinzai.render.words import dates, wording

MONTHS: Final = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)
"""The months of a fiscal year in order."""


_LATE: Final = 6
"""The position in the year, October, from which the text of a bar ends where the bar ends."""


class ItemView(NamedTuple):
    """An item. `course` is None if the item is not a course."""

    name: str
    course: Link | None
    kind: str
    kind_name: str
    inferred: bool
    note: Markup


class ScheduleBar(NamedTuple):
    """An item from the start of one month to the end of another one.

    `late` is true if it starts late in the year.
    """

    item: ItemView
    start: int
    end: int
    months: str
    late: bool


class ScheduleLaneView(NamedTuple):
    """A lane: its items with months, and its items without, in the plan's own order.

    `ordered` is true if the plan states the order of the items without months.
    """

    name: str
    role: Link | None
    bars: tuple[ScheduleBar, ...]
    unplaced: tuple[ItemView, ...]
    ordered: bool
    note: Markup


class ScheduleView(NamedTuple):
    """One schedule. `placed` and `unplaced` hold the lanes with items of that sort.

    A lane without items counts as placed.
    """

    entity: EntityView
    years: str
    placed: tuple[ScheduleLaneView, ...]
    unplaced: tuple[ScheduleLaneView, ...]
    activities: tuple[tuple[str, str], ...]


class SchedulesView(NamedTuple):
    """All schedules; empty if the plan has no schedules."""

    schedules: tuple[ScheduleView, ...]
    months: tuple[int, ...]
    states: Link | None
    downloads: Downloads


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page of the schedules."""
    content = context.plan.content
    place = context.place(context.address(kinds.SCHEDULES.page))
    yield Draft.of_file(
        context,
        place,
        kinds.SCHEDULES,
        description="の、4月から3月までの研修などの予定。",
        view=SchedulesView(
            tuple(_schedule(context, place, schedule) for schedule in content.schedules),
            MONTHS,
            states_link(context.site, place),
            downloads(place, context.plan.id, "schedule"),
        ),
        sections=(
            Section("schedules", kinds.SCHEDULES.title),
            *(Section(anchor("schedule", one.id), one.name) for one in content.schedules),
        ),
    )


def _schedule(context: PlanContext, place: PagePlace, schedule: Schedule) -> ScheduleView:
    lanes = tuple(_lane(place, lane) for lane in schedule.lanes)
    placed = tuple(lane for lane in lanes if lane.bars or not lane.unplaced)
    named = {bar.item.kind: bar.item.kind_name for lane in placed for bar in lane.bars}
    return ScheduleView(
        entity(context, place, kinds.SCHEDULE, schedule),
        dates.each_year(schedule.years),
        placed,
        tuple(lane for lane in lanes if lane.unplaced),
        tuple((kind.value, named[kind.value]) for kind in Activity if kind.value in named),
    )


def _lane(place: PagePlace, lane: Lane) -> ScheduleLaneView:
    return ScheduleLaneView(
        lane.name,
        place.role(lane.role, lane.level) if lane.role else None,
        tuple(
            _bar(place, item, item.months) for item in lane.items if isinstance(item.months, Months)
        ),
        tuple(_item(place, item) for item in lane.items if not isinstance(item.months, Months)),
        lane.order is Ordering.STATED,
        place.prose(lane.note),
    )


def _bar(place: PagePlace, item: ScheduleItem, months: Months) -> ScheduleBar:
    late = MONTHS.index(months.start) >= _LATE
    return ScheduleBar(_item(place, item), months.start, months.end, dates.months(months), late)


def _item(place: PagePlace, item: ScheduleItem) -> ItemView:
    return ItemView(
        item.name,
        Link(item.name, place.link("course", item.course).href) if item.course else None,
        item.kind.value,
        wording.word(item.kind),
        is_inferred(item.basis),
        place.inline(item.note),
    )
