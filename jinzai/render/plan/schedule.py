"""The schedules of a plan: bars from April to March, lane by lane, and items without a month.

Items without a month share one table, a row for each lane. This module owns what the page answers
first: the years, how many items have a month, and for whom they are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.link.address import anchor
from jinzai.model import kinds
from jinzai.model.base import Ordering
from jinzai.model.schedule import Activity, Lane, Months, MonthsInWords, Schedule, ScheduleItem
from jinzai.render.page.answers import Answer, counted
from jinzai.render.page.downloads import Downloads, downloads
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.level_order import by_level
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.words import dates, wording

MONTHS: Final = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)
"""The months of a fiscal year in order."""


_LATE: Final = 6
"""The position in the year, October, from which the text of a bar ends where the bar ends."""


class ItemView(NamedTuple):
    """An item. `course` is None if the item is not a course.

    `places` is how often the schedule has it in one lane without a month.
    """

    name: str
    course: Link | None
    kind: str
    kind_name: str
    inferred: bool
    note: Markup
    places: int = 1


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
    """A lane: its items with months, and its items without.

    `own` is the link to the role or level that has the lane's name; otherwise `role` is the link.
    `ordered` is true if the plan states the order of the items without months.
    """

    name: str
    own: Link | None
    role: Link | None
    bars: tuple[ScheduleBar, ...]
    unplaced: tuple[ItemView, ...]
    ordered: bool
    note: Markup

    @property
    def courses(self) -> tuple[ItemView, ...]:
        """The courses without a month."""
        return tuple(item for item in self.unplaced if item.kind == Activity.COURSE)

    @property
    def others(self) -> tuple[ItemView, ...]:
        """What is no course and has no month."""
        return tuple(item for item in self.unplaced if item.kind != Activity.COURSE)


class ItemNote(NamedTuple):
    """A remark on items without a month, with their names."""

    names: tuple[str, ...]
    note: Markup


class ScheduleView(NamedTuple):
    """One schedule.

    Attributes:
        placed: the lanes for the grid of months; empty if no month is known.
        unplaced: the lanes with items without months. Without a grid, also lanes without items.
        notes: the remarks on the items of `unplaced`, each once.
        activities: the kinds of the bars, with their names.
    """

    entity: EntityView
    years: str
    placed: tuple[ScheduleLaneView, ...]
    unplaced: tuple[ScheduleLaneView, ...]
    notes: tuple[ItemNote, ...]
    activities: tuple[tuple[str, str], ...]


class SchedulesView(NamedTuple):
    """All schedules; empty if the plan has no schedules."""

    answers: tuple[Answer, ...]
    schedules: tuple[ScheduleView, ...]
    months: tuple[int, ...]
    downloads: Downloads


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page of the schedules."""
    schedules = context.plan.content.schedules
    place = context.place(context.address(kinds.SCHEDULES.page))
    yield Draft.of_file(
        context,
        place,
        kinds.SCHEDULES,
        description="の、4月から3月までの研修などの予定。",
        view=SchedulesView(
            tuple(_answers(context, place, schedules)),
            tuple(_schedule(context, place, schedule) for schedule in schedules),
            MONTHS,
            downloads(place, context.plan.id, "schedule"),
        ),
        sections=tuple(Section(anchor("schedule", one.id), one.name) for one in schedules)
        or (Section("schedules", kinds.SCHEDULES.title),),
    )


def _answers(
    context: PlanContext, place: PagePlace, schedules: Iterable[Schedule]
) -> Iterator[Answer]:
    """In which years, in which months, and for whom: of all schedules together."""
    every = tuple(schedules)
    lanes = [lane for schedule in every for lane in _lanes(context, schedule)]
    items = [item for lane in lanes for item in lane.items]
    if not items:
        return
    years = tuple(dict.fromkeys(schedule.years for schedule in every if schedule.years))
    if len(years) == 1:
        yield Answer("年度", Markup(dates.each_year(years[0])))
    rest = sum(item.lacks_months for item in items)
    anytime = sum(item.months is MonthsInWords.ANYTIME for item in items)
    dated = len(items) - rest
    if dated:
        notes = [f"うち{anytime}件は随時"] if anytime else []
        if rest:
            notes.append(f"ほかの{rest}件は、何月かを読み取れません")
        title = "時期の分かる予定" if anytime else "月の分かる予定"
        yield Answer("月", counted(dated, "件", title), Markup("。".join(notes)))
    else:
        yield Answer("月", Markup("読み取れない"), Markup("載せているのは名前だけです"))
    roles: dict[str, list[str]] = {}
    for lane in lanes:
        if lane.role:
            roles.setdefault(lane.role, [])
            if lane.level:
                roles[lane.role].append(context.level_name(lane.role, lane.level))
    if roles:
        levels = dict.fromkeys(name for names in roles.values() for name in names)
        yield Answer(
            "だれの予定",
            Markup("、").join(place.role(role) for role in roles),
            Markup("、").join(levels),
        )


def _lanes(context: PlanContext, schedule: Schedule) -> tuple[Lane, ...]:
    """The lanes of a schedule, from the first level of a role to its last."""
    return by_level(schedule.lanes, context.plan.levels, lambda lane: (lane.role, lane.level))


def _schedule(context: PlanContext, place: PagePlace, schedule: Schedule) -> ScheduleView:
    lanes = tuple(_lane(place, lane) for lane in _lanes(context, schedule))
    has_months = any(lane.bars for lane in lanes)
    placed = tuple(lane for lane in lanes if lane.bars or not lane.unplaced) if has_months else ()
    unplaced = tuple(lane for lane in lanes if lane.unplaced or not has_months)
    named = {bar.item.kind: bar.item.kind_name for lane in placed for bar in lane.bars}
    return ScheduleView(
        entity(context, place, kinds.SCHEDULE, schedule),
        dates.each_year(schedule.years),
        placed,
        unplaced,
        _notes(unplaced),
        tuple((kind.value, named[kind.value]) for kind in Activity if kind.value in named),
    )


def _notes(lanes: Iterable[ScheduleLaneView]) -> tuple[ItemNote, ...]:
    found: dict[Markup, dict[str, None]] = {}
    for lane in lanes:
        for item in lane.unplaced:
            if item.note:
                found.setdefault(item.note, {})[item.name] = None
    return tuple(ItemNote(tuple(names), note) for note, names in found.items())


def _lane(place: PagePlace, lane: Lane) -> ScheduleLaneView:
    role = place.role(lane.role, lane.level) if lane.role else None
    is_own = role is not None and lane.name in role.text
    ordered = lane.order is Ordering.STATED
    unplaced = tuple(_item(place, item) for item in lane.items if item.lacks_months)
    return ScheduleLaneView(
        lane.name,
        Link(lane.name, role.href) if role and is_own else None,
        None if is_own else role,
        tuple(_bar(place, item) for item in lane.items if not item.lacks_months),
        unplaced if ordered else _each_once(unplaced),
        ordered,
        place.prose(lane.note),
    )


def _each_once(items: Iterable[ItemView]) -> tuple[ItemView, ...]:
    """The items with equal ones joined. Without an order they say the same."""
    counts = Counter(items)
    return tuple(item._replace(places=places) for item, places in counts.items())


def _bar(place: PagePlace, item: ScheduleItem) -> ScheduleBar:
    """The bar of an item with months. What may be at any time has the whole year."""
    months = item.months
    span = months if isinstance(months, Months) else Months(start=MONTHS[0], end=MONTHS[-1])
    late = MONTHS.index(span.start) >= _LATE
    return ScheduleBar(_item(place, item), span.start, span.end, dates.months(months), late)


def _item(place: PagePlace, item: ScheduleItem) -> ItemView:
    return ItemView(
        item.name,
        Link(item.name, place.link("course", item.course).href) if item.course else None,
        item.kind.value,
        wording.word(item.kind),
        is_inferred(item.basis),
        place.inline(item.note),
    )
