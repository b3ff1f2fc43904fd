"""How the tests read a built page's tables: by rows, columns and what a cell is called."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .tree import Element, read

TIMES: Final = re.compile(r"\d+(?:〜\d+)?(?:時間|日|件)")
NUMBERS: Final = re.compile(
    r"(?:少なくとも|常勤|計)?○名(?:程度)?|(?:1所属あたり)?(?:複数人|\d+(?:人|%)(?:以上)?)"
)
WHEN: Final = re.compile(r"令和\d+年度|\d+年以内")


class Pages:
    """The pages of a site, each read once."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._read: dict[str, Element] = {}

    def __call__(self, address: str) -> Element:
        if address not in self._read:
            self._read[address] = read(self._site / address)
        return self._read[address]


def said(text: str, pattern: str) -> int | None:
    """The number that stands in a pattern's group."""
    found = re.search(pattern, text)
    return int(found[1]) if found else None


def cells(row: Element) -> list[Element]:
    return [one for one in row.children if isinstance(one, Element) and one.tag == "td"]


def columns(table: Element) -> list[str]:
    """The plans of a table's columns."""
    return [head["data-plan"] for head in table.every("th") if head["data-plan"]]


def class_rows(table: Element) -> Iterator[tuple[str, list[Element]]]:
    """The rows of a table of classes or areas: the name, and the cells."""
    for row in table.first("tbody").every("tr"):
        head = row.first("th")
        yield next((link.text for link in head.every("a")), head.text), cells(row)
