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
    yield f"the page of {wanted.role}", "だれが" in _answers(page)
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
    # A row of the levels has the anchor where each level says it.
    own += page.every("dt", id="duties")
    yield f"the page of {wanted.role}", bool(own)
    if any(one.tag == "ul" for one in below):
        yield from _stated_on_sheets(pages, wanted, "row-list-duties")


def level_duties(pages: Pages, wanted: Number) -> Found:
    """Reads `levels/*/duties`: whether the page says what people of a level do."""
    page = pages.role(wanted.plan, wanted.role)
    rung = page.first(class_="jz-rung", id=f"level-{wanted.kind.split('/')[1]}")
    told = facts(rung).get("できること")
    yield f"the page of {wanted.role}", told is not None and told.text != "記載なし"


def headcount(pages: Pages, wanted: Number) -> Found:
    """Reads `headcount`: how many people the plan says that there are."""
    page = pages.role(wanted.plan, wanted.role)
    found: list[object] = []
    strip = next(page.every("dl", class_="jz-answers"), None)
    people = None if strip is None else number(strip.text, r"(?:人数 |。 |^)(\d+)人")
    if strip is not None and people:
        assert "時点の説明はな" in strip.text
        found.append({"number": people, "year": None})
    found += [
        {"number": int(counted[2]), "year": counted[1]}
        for aim in page.every(class_="jz-goalone")
        for line in aim.every(class_="jz-small")
        if (counted := re.search(r"は、(令和\d+年度)（\d+年度）の(\d+)人を含む", line.text))
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
    """The targets on a role's page: those of its levels, and those of the whole role."""
    found: list[dict[str, str | None]] = []
    in_levels = 0
    for rung in page.every(class_="jz-rung"):
        for aim in rung.every(class_="jz-goalone"):
            in_levels += 1
            found += _of_aim(aim, rung["id"].removeprefix("level-"))
    every = list(page.every(class_="jz-goalone"))
    outside = [
        aim for of in page.every(class_="jz-goallist") for aim in of.every(class_="jz-goalone")
    ]
    assert len(every) == in_levels + len(outside)
    for aim in outside:
        found += _of_aim(aim, None)
    return sorted(found, key=str)


def _of_aim(aim: Element, level: str | None) -> list[dict[str, str | None]]:
    is_dated_by_chapter = _CHAPTER in aim.text
    return [
        {
            "level": level,
            "by": None if is_dated_by_chapter else line.first("dt").text,
            "amount": line.first("dd").text,
        }
        for line in aim.first("dl").every("div")
    ]


def _answers(page: Element) -> dict[str, Element]:
    """The answers at the top of a page, by their labels."""
    strip = next(page.every("dl", class_="jz-answers"), None)
    return {} if strip is None else facts(strip)


def _stated_on_sheets(pages: Pages, wanted: Number, row: str) -> Found:
    for address, cell in pages.sheet_cells(wanted.plan, wanted.role, row):
        yield address, cell.text != "記載なし"
