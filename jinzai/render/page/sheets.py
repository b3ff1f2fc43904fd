"""Long lists cut into sheets: for each prefecture as many pages as its part of a list takes.

Owns how much a page holds, what a sheet is called and how sheets lead to each other. Knows nothing
of what the lists are about.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, Generic, NamedTuple, TypeVar

from jinzai.link.address import sheet_address
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace
from jinzai.render.page.prefectures import Prefecture

BYTES_ON_A_PAGE: Final = 64_000
"""So many bytes a page's lists may take, so that with what is around them it stays below 90 KB."""

Item = TypeVar("Item")
Ways = tuple[tuple[Link, int], ...]
"""Links to the sheets of prefectures, with how many plans of each they list."""


class Sheet(NamedTuple, Generic[Item]):
    """Some items of one prefecture, the `number`th of `sheets` that take them all."""

    prefecture: Prefecture
    number: int
    sheets: int
    items: tuple[Item, ...]

    @property
    def name(self) -> str:
        """`大阪府` or, where there are several, `大阪府、2枚目`."""
        name = self.prefecture.name
        return f"{name}、{self.number}枚目" if self.sheets > 1 else name

    def address(self, page: str) -> str:
        """Where it stands; `page` is the page that leaves the list to sheets."""
        return sheet_address(page, self.prefecture.code, self.number)


class SheetLinks(NamedTuple):
    """What leads from a sheet to others: all of its prefecture where it has several, the next."""

    sheets: tuple[Link, ...]
    previous: Link | None
    next: Link | None


def size(*printed: str | Link) -> int:
    """How many bytes of a page texts and links take."""
    return sum(len((one if isinstance(one, str) else one.__html__()).encode()) for one in printed)


def cut(
    items: Iterable[Item], weight: Callable[[Item], int], most: int = BYTES_ON_A_PAGE
) -> Iterator[tuple[Item, ...]]:
    """The items in their order, together as long as they weigh at most `most` bytes.

    An item that is heavier stands alone.
    """
    held: list[Item] = []
    total = 0
    for item in items:
        own = weight(item)
        if held and total + own > most:
            yield tuple(held)
            held, total = [], 0
        held.append(item)
        total += own
    if held:
        yield tuple(held)


def sheets_of(
    prefectures: Iterable[Prefecture],
    items: Callable[[Prefecture], Iterable[Item]],
    weight: Callable[[Item], int],
) -> tuple[Sheet[Item], ...]:
    """The sheets of all prefectures, in their order; none for one that has no items."""
    found: list[Sheet[Item]] = []
    for one in prefectures:
        parts = tuple(cut(items(one), weight))
        found += (Sheet(one, number, len(parts), part) for number, part in enumerate(parts, 1))
    return tuple(found)


def ways(
    place: PagePlace,
    anchor: str,
    sheets: Iterable[Sheet[Item]],
    holds: Callable[[Item], bool],
    count: Callable[[Prefecture], int],
) -> Ways:
    """From a page to the first of its sheets of each prefecture that has such items."""
    having = (sheet for sheet in sheets if any(map(holds, sheet.items)))
    return tuple(
        (
            place.to(f"{first.address(place.address)}#{anchor}", first.prefecture.name),
            count(first.prefecture),
        )
        for _, (first, *_) in groupby(having, lambda sheet: sheet.prefecture.code)
    )


def around(place: PagePlace, page: str, sheets: Sequence[Sheet[Item]], index: int) -> SheetLinks:
    """What leads from the sheet at `index` to the others."""
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
    """The draft of a sheet, within the page that leaves the list to it."""
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
