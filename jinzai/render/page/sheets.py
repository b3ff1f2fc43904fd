"""Long lists, cut into sheets: each prefecture has as many sheets as its part of a list needs.

This module owns the names of sheets and the links between sheets. `jinzai.render.page.room` decides
how much a sheet holds. This module does not know what the lists are about.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from jinzai.link.address import sheet_address
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace
from jinzai.render.page.prefectures import Prefecture
from jinzai.render.page.room import cut

Item = TypeVar("Item")
SheetsByPrefecture = tuple[tuple[Link, int], ...]
"""Links to the first sheets of prefectures, each with the number of plans that it lists."""


class Sheet(NamedTuple, Generic[Item]):
    """A sheet with items of one prefecture. It is number `number` of `sheets` sheets."""

    prefecture: Prefecture
    number: int
    sheets: int
    items: tuple[Item, ...]

    @property
    def name(self) -> str:
        """The name: `大阪府`, or `大阪府、2枚目` if the prefecture has several sheets."""
        name = self.prefecture.name
        return f"{name}、{self.number}枚目" if self.sheets > 1 else name

    def address(self, page: str) -> str:
        """The address of the sheet. `page` is the page whose list is on sheets."""
        return sheet_address(page, self.prefecture.code, self.number)


class SheetLinks(NamedTuple):
    """The links from a sheet to others: its prefecture's sheets, the previous one, the next one.

    `sheets` is empty if the prefecture has only one sheet.
    """

    sheets: tuple[Link, ...]
    previous: Link | None
    next: Link | None


def sheets_of(
    prefectures: Iterable[Prefecture],
    items: Callable[[Prefecture], Iterable[Item]],
    printed: Callable[[Item], Iterable[str]],
) -> tuple[Sheet[Item], ...]:
    """The sheets of all prefectures, in their order. A prefecture without items has no sheet.

    `printed` means the same as in `cut`.
    """
    found: list[Sheet[Item]] = []
    for one in prefectures:
        parts = tuple(cut(items(one), printed))
        found += (Sheet(one, number, len(parts), part) for number, part in enumerate(parts, 1))
    return tuple(found)


def first_sheets(
    place: PagePlace,
    anchor: str,
    sheets: Iterable[Sheet[Item]],
    holds: Callable[[Item], bool],
    count: Callable[[Prefecture], int],
) -> SheetsByPrefecture:
    """The links from a page to the first sheet of each prefecture that has items."""
    having = (sheet for sheet in sheets if any(map(holds, sheet.items)))
    return tuple(
        (
            place.to(f"{first.address(place.address)}#{anchor}", first.prefecture.name),
            count(first.prefecture),
        )
        for _, (first, *_) in groupby(having, lambda sheet: sheet.prefecture.code)
    )


def around(place: PagePlace, page: str, sheets: Sequence[Sheet[Item]], index: int) -> SheetLinks:
    """The links from the sheet at `index` to the others."""
    sheet = sheets[index]

    def to(other: Sheet[Item]) -> Link:
        return place.to(other.address(page), other.name)

    several = range(1, sheet.sheets + 1 if sheet.sheets > 1 else 1)
    return SheetLinks(
        tuple(
            place.to(sheet_address(page, sheet.prefecture.code, number), f"{number}枚目")
            for number in several
        ),
        to(sheets[index - 1]) if index else None,
        to(sheets[index + 1]) if index + 1 < len(sheets) else None,
    )


def sheet_draft(
    above: Draft,
    place: PagePlace,
    sheet: Sheet[Item],
    *,
    title: str,
    description: str,
    template: str,
    view: object,
    sections: tuple[Section, ...],
) -> Draft:
    """The draft of a sheet, below the page whose list it continues."""
    return Draft(
        address=place.address,
        title=f"{title}（{sheet.name}）",
        kicker=above.kicker,
        description=description,
        template=template,
        view=view,
        area=above.area,
        sections=sections,
        crumbs=(*above.crumbs, place.to(above.address, above.title)),
        siblings=above.siblings,
        file=above.file,
    )
