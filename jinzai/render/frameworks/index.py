"""The common frameworks: their list, and a page for each framework.

If the entities without an entry are too many for one page, they are on sheets by prefecture.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.export.crosswalk import CROSSWALK
from jinzai.export.plain import plain_text
from jinzai.link.address import FRAMEWORKS_PAGE, entry_address, framework_address
from jinzai.link.catalogue import Commons
from jinzai.model.audience import Relation
from jinzai.model.framework import Framework, FrameworkEntry, FrameworkKind
from jinzai.render.frameworks.without_entry import (
    unmapped_of,
    unmapped_pages,
    unmapped_sheets,
    unmapped_ways,
)
from jinzai.render.page import areas
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext, source_text
from jinzai.render.page.prefectures import Prefecture, prefectures
from jinzai.render.page.room import holds
from jinzai.render.page.sheets import SheetsByPrefecture
from jinzai.render.words import wording

_RELATIONS: Final = (
    (Relation.EXACT, "計画のものと、枠組みの項目が同じものを指す。"),
    (Relation.CLOSE, "大部分が重なる。"),
    (Relation.BROAD, "計画のものが、枠組みの項目の一部に当たる。"),
    (Relation.NARROW, "計画のものが、枠組みの項目を含み、もっと広い。"),
)
STANDARD: Final = "editing-mapping.html"
"""The address of the hand-written page that says how to map."""
# A level needs no reason to be left out: its plan's own words say enough.
_LEVELS_LEFT: Final = "対応付けのないレベルは、計画での呼び方のまま並べます。"


class FrameworkCard(NamedTuple):
    """A framework in the list."""

    link: Link
    kind: str
    entries: int
    summary: Markup


class FrameworkIndexView(NamedTuple):
    """All frameworks, and each word for the relation to an entry with its explanation.

    `standard` is None if the site has no page that says how to map.
    """

    frameworks: tuple[FrameworkCard, ...]
    relations: tuple[tuple[str, str], ...]
    standard: Link | None


class EntryLine(NamedTuple):
    """An entry in the table of its framework. `plans` and `entities` count what is mapped to it."""

    link: Link
    definition: Markup
    origin: str
    plans: int
    entities: int


class FrameworkView(NamedTuple):
    """One framework. `kind` is the kind of things that it sorts: 役割, スキル or レベル.

    `unmapped` holds all entities without an entry. If they are too many for a page, it is empty,
    and `ways` links to their sheets. `all_mapped` is the page's sentence if everything is mapped.
    `standard` is None if the site has no page that says how to map.
    """

    kind: str
    summary: Markup
    note: Markup
    source: str
    entries: tuple[EntryLine, ...]
    unmapped: tuple[Markup, ...]
    ways: SheetsByPrefecture
    file: Link
    all_mapped: str
    standard: Link | None


def pages(site: SiteContext) -> Iterator[Draft]:
    """The list, then a page for each framework."""
    place = site.place(FRAMEWORKS_PAGE)
    yield Draft.of_area(
        place,
        areas.FRAMEWORKS,
        kicker=areas.COMPARE.title,
        description="計画ごとに違う役割とスキルを比べるための、共通の区分。",
        template="frameworks/index.html",
        view=FrameworkIndexView(
            tuple(
                FrameworkCard(
                    place.to(framework_address(one.id), one.title),
                    wording.word(one.kind),
                    len(one.entries),
                    place.prose(one.summary),
                )
                for one in site.commons.frameworks
            ),
            tuple((wording.word(relation), text) for relation, text in _RELATIONS),
            _standard(site, place),
        ),
        sections=(
            Section("frameworks", "枠組み"),
            Section("relations", "対応付けの4つの関係"),
        ),
    )
    grouped = prefectures(site.commons.plans.values())
    for framework in site.commons.frameworks:
        yield from _framework(site, framework, grouped)


def _framework(
    site: SiteContext, framework: Framework, grouped: Sequence[Prefecture]
) -> Iterator[Draft]:
    place = site.place(framework_address(framework.id))
    unmapped = {
        plan.id: tuple(unmapped_of(site, place, plan, framework.kind.value))
        for plan in site.commons.plans.values()
    }
    every = tuple(part for found in unmapped.values() for part in found)
    if holds(every):
        yield _page(site, place, framework, every, ())
        return
    sheets = unmapped_sheets(grouped, unmapped)
    above = _page(site, place, framework, (), unmapped_ways(place, sheets, unmapped))
    yield above
    yield from unmapped_pages(site, framework, above, sheets)


def _page(
    site: SiteContext,
    place: PagePlace,
    framework: Framework,
    unmapped: tuple[Markup, ...],
    ways: SheetsByPrefecture,
) -> Draft:
    draft = Draft.below(
        place,
        areas.FRAMEWORKS,
        title=framework.title,
        description=plain_text(framework.summary),
        template="frameworks/framework.html",
        view=FrameworkView(
            wording.word(framework.kind),
            place.prose(framework.summary),
            place.prose(framework.note),
            source_text(framework.source),
            tuple(_entry(site.commons, place, framework, entry) for entry in framework.entries),
            unmapped,
            ways,
            place.to(CROSSWALK.address(), f"{CROSSWALK.name}.csv"),
            _LEVELS_LEFT
            if framework.kind is FrameworkKind.LEVEL
            else f"どの計画の{wording.word(framework.kind)}も、いずれかの項目に対応付けています。",
            None if framework.kind is FrameworkKind.LEVEL else _standard(site, place),
        ),
        sections=(
            Section("entries", "項目"),
            Section("unmapped", "対応付けていないもの"),
        ),
    )
    area = f"frameworks/{framework.id}"
    return draft._replace(area=area, file=f"{area}.yaml")


def _standard(site: SiteContext, place: PagePlace) -> Link | None:
    """The link to the page that says how roles and skills are mapped."""
    for guide in site.guides:
        if guide.address == STANDARD:
            return place.to(guide.address, guide.title)
    return None


def _entry(
    commons: Commons, place: PagePlace, framework: Framework, entry: FrameworkEntry
) -> EntryLine:
    key = f"{framework.id}/{entry.id}"
    mapped = [found for plan in commons.plans.values() if (found := plan.entries.get(key))]
    return EntryLine(
        place.to(entry_address(key), entry.name),
        place.inline(entry.definition),
        wording.word(entry.origin),
        len(mapped),
        sum(map(len, mapped)),
    )
