"""A page for each entry of a framework: plan by plan, the entities that are mapped to it.

If the lists are too long for one page, the page shows only counts and links to sheets by
prefecture.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from jinzai.export.crosswalk import CROSSWALK
from jinzai.export.plain import plain_text
from jinzai.link.address import FRAMEWORKS_PAGE, class_address, entry_address, framework_address
from jinzai.model.framework import Framework, FrameworkEntry, FrameworkKind, Origin
from jinzai.render.frameworks.entry_lines import (
    EntryCounts,
    EntryLines,
    PlanUnderEntry,
    sorted_out,
    total,
    under_entry,
)
from jinzai.render.frameworks.entry_sheets import (
    NO_LINES,
    WHOLE,
    EntryWays,
    entry_sections,
    entry_sheet_pages,
    entry_sheets,
    entry_ways,
)
from jinzai.render.page import areas
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.navigation import beside
from jinzai.render.page.place import PagePlace, SiteContext, source_text
from jinzai.render.page.prefectures import prefectures
from jinzai.render.page.room import are_few, holds
from jinzai.render.words import wording


class FrameworkEntryView(NamedTuple):
    """One entry.

    If the lists fit on the page, `lists` holds them whole. Otherwise `ways` links to their sheets.
    `unmapped` links to the entities that are mapped to no entry, with the reasons. `beside` links
    to the detailed comparison of a class's roles; it is None without such a page. `is_area` is
    true for an area of skills, whose page says who asks for it, says it, and teaches it.
    """

    kind: str
    definition: Markup
    origin: str
    kana: str
    note: Markup
    source: str
    lists: EntryLines
    ways: EntryWays
    counts: EntryCounts
    entities: int
    is_area: bool
    terms: tuple[str, ...]
    file: Link
    unmapped: Link
    beside: Link | None
    relations: str
    previous: Link | None
    next: Link | None


def pages(site: SiteContext) -> Iterator[Draft]:
    """The pages of all entries in declared order, each followed by its sheets."""
    plans = site.compared.plans.values()
    for key in site.entries:
        yield from pages_of(site, key, {plan.id: under_entry(site, plan, key) for plan in plans})


def pages_of(site: SiteContext, key: str, found: Mapping[str, PlanUnderEntry]) -> Iterator[Draft]:
    """The page of the entry `framework/entry`, and its sheets.

    `found` has what the page shows of each plan, by id.
    """
    place = site.place(entry_address(key))
    every = tuple(line for one in found.values() for line in one.lines)
    if holds(line.html for line in every):
        yield _page(site, place, key, found, sorted_out(every), WHOLE)
        return
    grouped = prefectures(site.commons.plans.values())
    sheets = entry_sheets(grouped, found)
    above = _page(site, place, key, found, NO_LINES, entry_ways(place, sheets))
    yield above
    yield from entry_sheet_pages(site, key, above, sheets)


def _page(
    site: SiteContext,
    place: PagePlace,
    key: str,
    found: Mapping[str, PlanUnderEntry],
    lists: EntryLines,
    ways: EntryWays,
) -> Draft:
    framework, entry = site.entries[key]
    number = framework.entries.index(entry)
    counted = total(one.counts for one in found.values())

    def link(other: FrameworkEntry) -> Link:
        return place.to(entry_address(f"{framework.id}/{other.id}"), other.name)

    others = framework.entries
    is_guideline = entry.origin is Origin.GUIDELINE
    return Draft(
        address=place.address,
        title=entry.name,
        kicker=f"{framework.title}の項目",
        description=plain_text(entry.definition),
        template="frameworks/entry.html",
        view=FrameworkEntryView(
            wording.word(framework.kind),
            place.prose(entry.definition),
            wording.word(entry.origin),
            entry.kana or "",
            place.prose(entry.note),
            source_text(entry.source or (framework.source if is_guideline else None)),
            lists,
            ways,
            counted,
            sum(one.entities for one in found.values()),
            framework.kind is FrameworkKind.SKILL,
            entry.terms,
            place.to(CROSSWALK.address(), f"{CROSSWALK.name}.csv"),
            place.to(f"{framework_address(framework.id)}#unmapped", framework.title),
            _beside(site, place, framework, key),
            place.href(f"{FRAMEWORKS_PAGE}#relations"),
            link(others[number - 1]) if number else None,
            link(others[number + 1]) if number + 1 < len(others) else None,
        ),
        area=f"frameworks/{framework.id}",
        sections=(
            Section("definition", "定義"),
            *entry_sections(framework, awaiting=bool(counted.awaiting)),
        ),
        crumbs=(
            place.to(areas.FRAMEWORKS.page, areas.FRAMEWORKS.title),
            place.to(framework_address(framework.id), framework.title),
        ),
        siblings=beside(others, link),
        file=f"frameworks/{framework.id}.yaml",
    )


def _beside(site: SiteContext, place: PagePlace, framework: Framework, key: str) -> Link | None:
    """The link to the page that compares the roles of a class in detail.

    None if there is no such page.
    """
    if framework.kind is not FrameworkKind.ROLE or not are_few(len(site.commons.plans)):
        return None
    return place.to(class_address(key), "並べて詳しく比べる")
