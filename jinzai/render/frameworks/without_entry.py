"""The entities that plans map to no entry of a framework, on the framework's page or on sheets.

There are sheets for the prefectures only if one page cannot hold all entities.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.link.summary import PlanSummary
from jinzai.model.framework import Framework
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.prefectures import Prefecture
from jinzai.render.page.room import cut
from jinzai.render.page.sheets import (
    Sheet,
    SheetLinks,
    SheetsByPrefecture,
    around,
    first_sheets,
    sheet_draft,
    sheets_of,
)
from jinzai.render.page.unmapped import unmapped_entities
from jinzai.render.words import wording

_MACROS: Final = "frameworks/mapping.html"


class SheetView(NamedTuple):
    """A part of the entities without an entry: those of one prefecture, or some of them."""

    kind: str
    framework: str
    unmapped: tuple[Markup, ...]
    around: SheetLinks


def unmapped_of(
    site: SiteContext, place: PagePlace, plan: PlanSummary, kind: str
) -> Iterator[Markup]:
    """A plan's entities of the kind `kind` without an entry, printed in parts that fit on a page.

    Empty if the plan maps all of them.
    """
    reason, reasons_of_plan = (
        site.templates.macro(_MACROS, name) for name in ("reason", "reasons_of_plan")
    )
    found = map(reason, unmapped_entities(place, plan, kind))
    link = place.link("plan", plan.id)
    return (reasons_of_plan(link, part) for part in cut(found, lambda printed: (printed,)))


def unmapped_sheets(
    grouped: Sequence[Prefecture], unmapped: Mapping[str, Sequence[Markup]]
) -> tuple[Sheet[Markup], ...]:
    """The sheets with the entities of all plans without an entry.

    `unmapped` has plan ids as keys.
    """
    return sheets_of(
        grouped,
        lambda one: (part for plan in one.plans for part in unmapped[plan.id]),
        lambda part: (part,),
    )


def unmapped_ways(
    place: PagePlace,
    sheets: Sequence[Sheet[Markup]],
    unmapped: Mapping[str, Sequence[Markup]],
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
    site: SiteContext, framework: Framework, above: Draft, sheets: Sequence[Sheet[Markup]]
) -> Iterator[Draft]:
    """The sheets of the framework whose page is `above`."""
    kind = wording.word(framework.kind)
    for index, sheet in enumerate(sheets):
        place = site.place(sheet.address(above.address))
        yield sheet_draft(
            above,
            place,
            sheet,
            title=f"対応付けていない{kind}",
            description=f"「{above.title}」のどの項目にも対応付けていない{kind}と、その理由の、"
            f"計画ごとの一覧（{sheet.name}）。",
            template="frameworks/without_entry.html",
            view=SheetView(
                kind,
                above.title,
                tuple(sheet.items),
                around(place, above.address, sheets, index),
            ),
            sections=(Section("unmapped", "対応付けていないものと理由"),),
        )
