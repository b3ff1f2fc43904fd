"""What the pages show of a role's people: who they are, how many there are and shall be."""

import re
from typing import Final

from tests.site.tree import Element

from .pages import Pages, facts, number, part, role_link
from .read_skills import Found
from .reckoned import Number

_CHAPTER: Final = "期限の明記はなく"
"""How the pages tell that a target has its time from the chapter, not from its own sentence."""


def audience(pages: Pages, wanted: Number) -> Found:
    """Reads `audience`: whether the pages say whom the role is for."""
    page = pages.role(wanted.plan, wanted.role)
    yield f"the page of {wanted.role}", "対象" in facts(page.first(class_="jz-sheet"))
    for card in pages.cards(wanted.plan, wanted.role):
        said = {term: fact for terms, fact in facts(card).items() for term in terms.split("・")}
        yield "compare/roles.html", "対象" in said and said["対象"].text != "記載なし"
    yield from _stated_on_sheets(pages, wanted, "row-list-audience")


def duties(pages: Pages, wanted: Number) -> Found:
    """Reads `duties`: whether the pages say what the role does."""
    page = pages.role(wanted.plan, wanted.role)
    below = part(page, "duties")
    # What is said of a wider role is not said of this one.
    own = [one for one in below if not one.text.startswith("上位の役割")]
    yield f"the page of {wanted.role}", bool(own)
    if any(one.tag == "ul" for one in below):
        yield from _stated_on_sheets(pages, wanted, "row-list-duties")


def level_duties(pages: Pages, wanted: Number) -> Found:
    """Reads `levels/*/duties`: whether the page says what people of a level do."""
    page = pages.role(wanted.plan, wanted.role)
    rung = page.first(class_="jz-rung", id=f"level-{wanted.kind.split('/')[1]}")
    yield (
        f"the page of {wanted.role}",
        any(isinstance(one, Element) and one.tag == "p" for one in rung.children),
    )


def headcount(pages: Pages, wanted: Number) -> Found:
    """Reads `headcount`: how many people the plan says that there are."""
    page = pages.role(wanted.plan, wanted.role)
    found: list[object] = []
    stated = facts(page.first(class_="jz-sheet")).get("人数")
    if stated is not None and (people := number(stated.text, r"^(\d+)人")):
        assert "いつの人数かの説明はない" in stated.text
        found.append({"number": people, "year": None})
    found += [
        {"number": int(counted[1]), "year": counted[2]}
        for below in part(page, "targets")
        for line in below.every(class_="jz-small")
        if (counted := re.search(r"うち(\d+)人・(令和\d+年度)", line.text))
    ]
    assert len(found) < 2
    yield f"the page of {wanted.role}", found[0] if found else None


def targets(pages: Pages, wanted: Number) -> Found:
    """Reads `targets`: how many people or what share of them, at which level, by when."""
    yield f"the page of {wanted.role}", _on_page(pages.role(wanted.plan, wanted.role))
    for heading in pages("compare/targets.html").every("h2"):
        rows = [
            (row, link["href"])
            for below in heading.following()
            for row in below.every("tr")
            for link in row.every("a")
            if link["href"].split("#")[0] == role_link(wanted.plan, wanted.role)
        ]
        if rows:
            aims = [aim for row, link in rows for aim in _of_row(row, link)]
            yield "compare/targets.html", sorted(aims, key=str)


def _of_row(row: Element, link: str) -> list[dict[str, str | None]]:
    """The targets of a row of compare/targets.html. A row of a headcount has no target."""
    aim = next(cell for cell in row.every("td") if cell["data-label"] == "目標")
    if not list(aim.every("a")):
        return []
    level = link.partition("#level-")[2] or None
    return [
        {
            "level": level,
            "by": None if _CHAPTER in line.text else line.first(class_="jz-bars__when").text,
            "amount": line.first(class_="jz-bars__value").text,
        }
        for line in row.every("li")
    ]


def _on_page(page: Element) -> list[dict[str, str | None]]:
    """The targets in the table of a role's page."""
    found: list[dict[str, str | None]] = []
    levels = {
        rung.first("h3").text: rung["id"].removeprefix("level-")
        for rung in page.every(class_="jz-rung")
    }
    for table in (one for below in part(page, "targets") for one in below.every("table")):
        years = [head.text.split("（")[0] for head in table.first("thead").every("th")][1:]
        for row in table.first("tbody").every("tr"):
            words = [small.text for small in row.first("th").every(class_="jz-small")]
            level = next((levels[word] for word in words if word in levels), None)
            for year, cell in zip(years, row.every("td"), strict=True):
                amount = re.split(r"[ （]", cell.text)[0]
                by = None if _CHAPTER in cell.text else year
                found.append({"level": level, "by": by, "amount": amount})
    return sorted(found, key=str)


def _stated_on_sheets(pages: Pages, wanted: Number, row: str) -> Found:
    for address, cell in pages.sheet_cells(wanted.plan, wanted.role, row):
        yield address, cell.text != "記載なし"
