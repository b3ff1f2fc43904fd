"""The glossary of a plan in 五十音 order, each term with the places that refer to it.

A long glossary has a heading for each row of the 五十音, and links to the rows. A short one has
neither.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.model import kinds
from jinzai.model.glossary import Term
from jinzai.render.page.downloads import Downloads, downloads
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.words import gojuon

_LONG: Final = 30
"""A glossary with more terms than this has headings for the rows."""

_ROW_ANCHORS = {
    gojuon.OTHER: "row-latin",
    "あ": "row-a",
    "か": "row-ka",
    "さ": "row-sa",
    "た": "row-ta",
    "な": "row-na",
    "は": "row-ha",
    "ま": "row-ma",
    "や": "row-ya",
    "ら": "row-ra",
    "わ": "row-wa",
}


class TermView(NamedTuple):
    """A term with its explanation."""

    entity: EntityView
    kana: str
    aliases: str


class GojuonRow(NamedTuple):
    """The terms of one row of the 五十音."""

    anchor: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The whole glossary. `rows` is empty if the plan explains no terms.

    `is_long` is true if the rows have headings.
    """

    count: int
    note: Markup
    rows: tuple[GojuonRow, ...]
    is_long: bool
    downloads: Downloads


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page of the glossary."""
    content = context.plan.content
    place = context.place(context.address(kinds.GLOSSARY.page))
    ordered = sorted(content.terms, key=lambda term: (gojuon.key(_reading(term)), term.id))
    rows = [
        (name, tuple(_term(context, place, term) for term in terms))
        for name, terms in groupby(ordered, key=lambda term: gojuon.row(_reading(term)))
    ]
    file = content.glossary_file
    is_long = len(content.terms) > _LONG
    yield Draft.of_file(
        context,
        place,
        kinds.GLOSSARY,
        description="で説明されている用語。",
        view=GlossaryView(
            len(content.terms),
            place.prose(file.note if file else None),
            tuple(GojuonRow(_ROW_ANCHORS[name], terms) for name, terms in rows),
            is_long,
            downloads(place, context.plan.id, "glossary"),
        ),
        sections=(
            Section("terms", kinds.TERM.name),
            *(Section(_ROW_ANCHORS[name], _row_title(name)) for name, _ in rows if is_long),
        ),
    )


def _reading(term: Term) -> str:
    return term.kana or term.term


def _row_title(name: str) -> str:
    return name if name == gojuon.OTHER else f"{name}行"


def _term(context: PlanContext, place: PagePlace, term: Term) -> TermView:
    return TermView(
        entity(context, place, kinds.TERM, term), term.kana or "", "、".join(term.aliases)
    )
