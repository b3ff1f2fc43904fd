"""The pages of the site as trees, and where on them the facts of a role stand."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tests.site.tree import Element, tree

DEPARTMENTS: Final = {"digital": "デジタル関連部局", "general": "各部局"}
"""How the site calls the groups of departments that the numbers name."""
TABLES: Final = {
    "off-jt": "職員の区分ごとの研修等（OFF-JT）",
    "list": "（参考）教育・研修プログラム一覧",
}
"""How the site calls 豊中市's two tables of training."""


class Pages:
    """Every page, each read once."""

    def __init__(self, bodies: Mapping[str, str]) -> None:
        self._bodies = bodies
        self._trees: dict[str, Element] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._bodies)

    def __call__(self, address: str) -> Element:
        if address not in self._trees:
            self._trees[address] = tree(self._bodies[address])
        return self._trees[address]

    def role(self, plan: str, role: str) -> Element:
        """The page of a role."""
        return self(f"{plan}/roles/{role}.html")

    def cards(self, plan: str, role: str) -> list[Element]:
        """The cards of a role on compare/roles.html: one for each of its classes."""
        wanted = role_link(plan, role)
        return [
            card
            for card in self("compare/roles.html").every(class_="jz-rolecard")
            if card.first("a")["href"] == wanted
        ]

    def learning(self, plan: str, role: str) -> list[Element]:
        """The rows of a role below the overview of compare/learning.html."""
        wanted = role_link(plan, role)
        return [
            row
            for table in self("compare/learning.html").every("table", class_="jz-load")
            for row in table.every("tr")
            if row["class"] != "jz-group" and wanted in _links(row.first("th"))
        ]

    def sheet_cells(self, plan: str, role: str, row: str) -> Iterator[tuple[str, Element]]:
        """The cells of a role in a row of the pages of role classes, with the page's address."""
        wanted = role_link(plan, role)
        for address in self:
            if address.startswith("compare/role-classes--"):
                table = self(address).first("table", class_="jz-beside")
                heads = list(table.first("thead").every("th"))[1:]
                for column, head in enumerate(heads):
                    if wanted in _links(head):
                        for line in table.every("tr", id=row):
                            yield address, list(line.every("td"))[column]


def role_link(plan: str, role: str) -> str:
    """The address of a role's page, seen from a comparing page."""
    return f"../{plan}/roles/{role}.html"


def _links(element: Element) -> list[str]:
    return [link["href"] for link in element.every("a")]


def facts(element: Element) -> dict[str, Element]:
    """The facts of a list of terms, by their term."""
    return {
        line.first("dt").text: line.first("dd")
        for line in element.every("div")
        if any(isinstance(child, Element) and child.tag == "dt" for child in line.children)
    }


def children(element: Element, tag: str = "", class_: str = "") -> Iterator[Element]:
    """The elements directly within another."""
    for child in element.children:
        if (
            isinstance(child, Element)
            and tag in ("", child.tag)
            and (not class_ or class_ in child["class"].split())
        ):
            yield child


def part(page: Element, id: str) -> list[Element]:
    """What stands below a heading; empty where the page says that the plan does not say it."""
    heading = next(page.every("h2", id=id), None)
    return [] if heading is None else list(heading.following())


def number(text: str, pattern: str) -> int | None:
    """The number that stands in a pattern's group."""
    found = re.search(pattern, text)
    return int(found[1]) if found else None


def span(text: str) -> tuple[int, int]:
    """The least and the most of `2` or `2〜5`."""
    least, _, most = text.partition("〜")
    return int(least), int(most or least)
