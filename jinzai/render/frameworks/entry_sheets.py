"""The sheets of a framework's entry: the lines of its page, prefecture by prefecture.

There are sheets only if one page cannot hold all lines. `jinzai.render.page.sheets` cuts the lists.
`jinzai.render.frameworks.entry_lines` makes their lines.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from jinzai.link.address import FRAMEWORKS_PAGE
from jinzai.model.framework import Framework, FrameworkKind
from jinzai.render.frameworks.entry_lines import (
    EntryCounts,
    EntryLines,
    EntryList,
    PlanUnderEntry,
    PrintedLine,
    sorted_out,
    total,
)
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.prefectures import Prefecture
from jinzai.render.page.sheets import (
    Sheet,
    SheetLinks,
    SheetsByPrefecture,
    around,
    first_sheets,
    sheet_draft,
    sheets_of,
)
from jinzai.render.words import wording


class EntryWays(NamedTuple):
    """The links to the sheets of each list, by prefecture.

    They are empty if the page holds the whole list.
    """

    plans: SheetsByPrefecture
    asked: SheetsByPrefecture
    said: SheetsByPrefecture
    taught: SheetsByPrefecture
    without: SheetsByPrefecture
    awaiting: SheetsByPrefecture
    mentions: SheetsByPrefecture


class EntrySheetView(NamedTuple):
    """A part of an entry's lists: all lines of one prefecture, or some of them.

    `counts` are the numbers of the whole prefecture.
    """

    prefecture: str
    kind: str
    lists: EntryLines
    counts: EntryCounts
    is_area: bool
    relations: str
    around: SheetLinks


class EntrySheets(NamedTuple):
    """The sheets of an entry. `counts` has the numbers of plans by the code of the prefecture."""

    sheets: tuple[Sheet[PrintedLine], ...]
    counts: Mapping[str, EntryCounts]


NO_LINES: Final = EntryLines((), (), (), (), (), (), ())
WHOLE: Final = EntryWays((), (), (), (), (), (), ())
"""For the page of an entry without sheets."""


def entry_sections(framework: Framework, *, awaiting: bool) -> tuple[Section, ...]:
    """The sections for the lists of an entry, on its page and on its sheets.

    `awaiting` says whether there are plans with roles or skills that nobody has mapped.
    """
    is_area = framework.kind is FrameworkKind.SKILL
    evidence = (
        Section("asked", "スキルの表で求める役割"),
        Section("said", "担うことなどの文章にあるところ"),
        Section("taught", "研修だけにある計画"),
    )
    return (
        Section("plans", f"計画ごとの{wording.word(framework.kind)}"),
        *(evidence if is_area else ()),
        Section("without", "記載のない計画" if is_area else "対応するもののない計画"),
        *((Section("awaiting", "対応付けの済んでいない計画"),) if awaiting else ()),
        Section("mentions", "リンクのある文章"),
    )


def entry_sheets(grouped: Iterable[Prefecture], plans: Mapping[str, PlanUnderEntry]) -> EntrySheets:
    """The sheets of an entry. `plans` has what its page shows of each plan, by id."""

    def of(prefecture: Prefecture) -> Iterator[PrintedLine]:
        every = [line for plan in prefecture.plans for line in plans[plan.id].lines]
        for which in EntryList:
            yield from (line for line in every if line.list is which)

    found = sheets_of(grouped, of, lambda line: (line.html,))
    held = {sheet.prefecture.code: sheet.prefecture for sheet in found}
    counts = {
        code: total(plans[plan.id].counts for plan in one.plans) for code, one in held.items()
    }
    return EntrySheets(found, counts)


def entry_ways(place: PagePlace, found: EntrySheets) -> EntryWays:
    """The links from the entry's page to its sheets."""

    def to(which: EntryList) -> SheetsByPrefecture:
        return first_sheets(
            place,
            which.value,
            found.sheets,
            lambda line: line.list is which,
            lambda one: getattr(found.counts[one.code], which.value),
        )

    return EntryWays(*map(to, EntryList))


def entry_sheet_pages(
    site: SiteContext, key: str, above: Draft, found: EntrySheets
) -> Iterator[Draft]:
    """The sheets of the entry `framework/entry`, whose page is `above`."""
    framework, _ = site.entries[key]
    kind = wording.word(framework.kind)
    for index, sheet in enumerate(found.sheets):
        place = site.place(sheet.address(above.address))
        lists = sorted_out(sheet.items)
        yield sheet_draft(
            above,
            place,
            sheet,
            title=above.title,
            description=f"「{above.title}」に対応する{kind}の、計画ごとの一覧（{sheet.name}）。",
            template="frameworks/entry_sheet.html",
            view=EntrySheetView(
                sheet.prefecture.name,
                kind,
                lists,
                found.counts[sheet.prefecture.code],
                framework.kind is FrameworkKind.SKILL,
                place.href(f"{FRAMEWORKS_PAGE}#relations"),
                around(place, above.address, found.sheets, index),
            ),
            sections=entry_sections(framework, awaiting=bool(lists.awaiting)),
        )
