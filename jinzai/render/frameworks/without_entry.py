"""The entities that plans map to no entry of a framework, on the framework's page or on sheets.

There are sheets for the prefectures only if one page cannot hold all entities.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from jinzai.link.summary import PlanSummary
from jinzai.model.framework import Framework
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.prefectures import Prefecture
from jinzai.render.page.sheets import (
    Sheet,
    SheetLinks,
    SheetsByPrefecture,
    around,
    cut,
    first_sheets,
    sheet_draft,
    sheets_of,
    size,
)
from jinzai.render.page.unmapped import Unmapped, unmapped_entities
from jinzai.render.words import wording

_PLAN: Final = 60
_REASON: Final = 50
"""The approximate sizes of the markup, in bytes, without its text."""


class UnmappedOfPlan(NamedTuple):
    """The entities of one plan without an entry, or a part of them if one page cannot hold all."""

    plan: Link
    entities: tuple[Unmapped, ...]


class SheetView(NamedTuple):
    """A part of the entities without an entry: those of one prefecture, or some of them."""

    kind: str
    framework: str
    unmapped: tuple[UnmappedOfPlan, ...]
    around: SheetLinks


def unmapped_of(place: PagePlace, plan: PlanSummary, kind: str) -> Iterator[UnmappedOfPlan]:
    """A plan's entities of the kind `kind` without an entry, in parts that fit on a page.

    Empty if the plan maps all of them.
    """
    link = place.link("plan", plan.id)
    found = unmapped_entities(place, plan, kind)
    return (UnmappedOfPlan(link, part) for part in cut(found, _reason_size))


def unmapped_size(one: UnmappedOfPlan) -> int:
    """The approximate size of a plan's part on a page, in bytes."""
    return _PLAN + size(one.plan) + sum(map(_reason_size, one.entities))


def _reason_size(one: Unmapped) -> int:
    return _REASON + size(one.link, one.reason)


def unmapped_sheets(
    grouped: Sequence[Prefecture], unmapped: Mapping[str, Sequence[UnmappedOfPlan]]
) -> tuple[Sheet[UnmappedOfPlan], ...]:
    """The sheets with the entities of all plans without an entry.

    `unmapped` has plan ids as keys.
    """
    return sheets_of(
        grouped,
        lambda one: (part for plan in one.plans for part in unmapped[plan.id]),
        unmapped_size,
    )


def unmapped_ways(
    place: PagePlace,
    sheets: Sequence[Sheet[UnmappedOfPlan]],
    unmapped: Mapping[str, Sequence[UnmappedOfPlan]],
) -> SheetsByPrefecture:
    """The links from the framework's page to its sheets."""
    return first_sheets(
        place,
        "unmapped",
        sheets,
        lambda _: True,
        lambda prefecture: sum(bool(unmapped[plan.id]) for plan in prefecture.plans),
    )


def unmapped_pages(
    site: SiteContext, framework: Framework, above: Draft, sheets: Sequence[Sheet[UnmappedOfPlan]]
) -> Iterator[Draft]:
    """The sheets of the framework whose page is `above`."""
    kind = wording.word(framework.kind)
    for index, sheet in enumerate(sheets):
        place = site.place(sheet.address(above.address))
        yield sheet_draft(
            above,
            place,
            sheet,
            title=f"対応づけていない{kind}",
            description=f"「{above.title}」のどの項目にも対応づけていない{kind}と、その理由の、"
            f"計画ごとの一覧（{sheet.name}）。",
            template="frameworks/without_entry.html",
            view=SheetView(
                kind,
                above.title,
                tuple(sheet.items),
                around(place, above.address, sheets, index),
            ),
            sections=(Section("unmapped", "対応づけていないものと理由"),),
        )
