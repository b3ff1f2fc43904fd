"""The schedules of a plan: lanes by months, and apart what has no month."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.link.address import anchor
from jinzai.link.backlinks import EntityKey
from jinzai.model.schedule import Lane, Months, Schedule, ScheduleItem
from jinzai.render import wording
from jinzai.render.downloads import Downloads, downloads
from jinzai.render.draft import Draft, Section
from jinzai.render.links import Link
from jinzai.render.mentions import Mention, mentions
from jinzai.render.place import Place, PlanContext, is_inferred, source_text

MONTHS: Final = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)
"""The months of a fiscal year in its order."""


class ItemView(NamedTuple):
    """An item. `course` is None where it is no course; `months` is empty where unknown."""

    name: str
    course: Link | None
    kind: str
    kind_name: str
    months: str
    inferred: bool
    note: Markup


class Cell(NamedTuple):
    """A stretch of `months` columns: a gap, or an item."""

    months: int
    item: ItemView | None


class LaneView(NamedTuple):
    """A lane: its rows of twelve months each, and its items without a month.

    `drawn` says whether the lane stands in the table of months: all but those of which no item has
    a month.
    """

    name: str
    role: Link | None
    drawn: bool
    rows: tuple[tuple[Cell, ...], ...]
    unplaced: tuple[ItemView, ...]
    note: Markup


class Remark(NamedTuple):
    """A note on a lane or on an item with months, too long for the bar itself."""

    name: str
    text: Markup


class ScheduleView(NamedTuple):
    """One schedule. `placed` and `unplaced` say whether it has items with and without months."""

    anchor: str
    years: tuple[str, ...]
    lanes: tuple[LaneView, ...]
    remarks: tuple[Remark, ...]
    placed: bool
    unplaced: bool
    note: Markup
    source: str
    mentions: tuple[Mention, ...]


class View(NamedTuple):
    """All schedules; none where the plan sets none."""

    schedules: tuple[ScheduleView, ...]
    months: tuple[int, ...]
    downloads: Downloads


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page of the schedules."""
    content = context.plan.content
    place = context.place(context.address("schedule/index.html"))
    file = content.schedule_file
    yield Draft(
        address=place.address,
        title="スケジュール",
        kicker="年間の予定",
        description=f"{context.plan.plan.title}の、4月から3月までの研修などの予定。",
        template="schedule.html",
        view=View(
            tuple(_schedule(context, place, schedule) for schedule in content.schedules),
            MONTHS,
            downloads(place, context.plan.id, "schedule"),
        ),
        area="schedule",
        sections=(
            Section("schedules", "予定"),
            *(Section(anchor("schedule", one.id), one.name) for one in content.schedules),
        ),
        file="schedule.yaml" if file else "",
    )


def _schedule(context: PlanContext, place: Place, schedule: Schedule) -> ScheduleView:
    lanes = tuple(_lane(place, lane) for lane in schedule.lanes)
    return ScheduleView(
        anchor("schedule", schedule.id),
        tuple(wording.fiscal_year(year) for year in schedule.years),
        lanes,
        tuple(remark for lane in lanes for remark in _remarks(lane)),
        any(cell.item for lane in lanes for row in lane.rows for cell in row),
        any(lane.unplaced for lane in lanes),
        place.prose(schedule.note),
        source_text(schedule.source),
        mentions(context, place, EntityKey("schedule", schedule.id)),
    )


def _lane(place: Place, lane: Lane) -> LaneView:
    placed = [
        (item.months, _item(place, item)) for item in lane.items if isinstance(item.months, Months)
    ]
    return LaneView(
        lane.name,
        place.role(lane.role, lane.level) if lane.role else None,
        bool(placed) or not lane.items,
        _rows(placed),
        tuple(_item(place, item) for item in lane.items if not isinstance(item.months, Months)),
        place.prose(lane.note),
    )


def _remarks(lane: LaneView) -> Iterator[Remark]:
    """The notes of what stands in the table of months; the lane's own, unless shown elsewhere."""
    if lane.note and not lane.unplaced:
        yield Remark(lane.name, lane.note)
    for row in lane.rows:
        for cell in row:
            if cell.item is not None and cell.item.note:
                yield Remark(f"{lane.name}: {cell.item.name}", cell.item.note)


def _item(place: Place, item: ScheduleItem) -> ItemView:
    return ItemView(
        item.name,
        Link(item.name, place.link("course", item.course).href) if item.course else None,
        item.kind.value,
        wording.word(item.kind),
        wording.months(item.months) if isinstance(item.months, Months) else "",
        is_inferred(item.basis),
        place.inline(item.note),
    )


def _rows(items: Iterable[tuple[Months, ItemView]]) -> tuple[tuple[Cell, ...], ...]:
    """The items in as few rows as their order allows; one empty row for none.

    An item stands in the first row whose last item ends before it starts.
    """
    rows: list[list[Cell]] = []
    ends: list[int] = []
    for months, item in items:
        start, end = MONTHS.index(months.start), MONTHS.index(months.end)
        number = next((n for n, last in enumerate(ends) if last <= start), len(rows))
        if number == len(rows):
            rows.append([])
            ends.append(0)
        rows[number] += [Cell(1, None)] * (start - ends[number])
        rows[number].append(Cell(end - start + 1, item))
        ends[number] = end + 1
    filled = tuple(
        (*row, *[Cell(1, None)] * (len(MONTHS) - last))
        for row, last in zip(rows, ends, strict=True)
    )
    return filled or ((Cell(1, None),) * len(MONTHS),)
