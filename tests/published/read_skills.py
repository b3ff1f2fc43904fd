"""How many skills the pages show for a role."""

from collections.abc import Iterator
from typing import Final

from tests.site.tree import Element

from .pages import Pages, facts, number
from .reckoned import Number

Found = Iterator[tuple[str, object]]
"""Places of pages, each with the number that stands there."""

OWN: Final = "jz-skillset--own"
INHERITED: Final = "jz-skillset--inherited"


def skills(pages: Pages, wanted: Number) -> Found:
    """Reads `skills/own`, `skills/conditional`, `skills/base` and `skills/parts`."""
    kind = wanted.kind.removeprefix("skills/")
    page = pages.role(wanted.plan, wanted.role)
    own, inherited = _marks(page, OWN), _marks(page, INHERITED)
    place = f"the page of {wanted.role}"
    match kind:
        case "own":
            yield place, len(own)
            yield f"the headings of {place}", _headed(page, OWN, len(inherited))
            yield from _on_cards(pages, wanted, "この役割で求める")
            yield from _on_sheets(pages, wanted, "row-number-own")
        case "base":
            yield place, len(inherited)
            yield f"the headings of {place}", _headed(page, INHERITED, len(own))
            yield from _on_cards(pages, wanted, "前提となる役割から")
            yield from _on_sheets(pages, wanted, "row-number-inherited")
        case "conditional":
            yield place, sum("required" not in marks for marks in own.values())
        case "parts":
            yield from _on_sheets(pages, wanted, "row-number-part")


def levels(pages: Pages, wanted: Number) -> Found:
    """Reads `levels`: how many there are."""
    rungs = pages.role(wanted.plan, wanted.role).every(class_="jz-rung")
    yield f"the page of {wanted.role}", len(list(rungs))


def level_skills(pages: Pages, wanted: Number) -> Found:
    """Reads `levels/*/skills` and `levels/*/skills-conditional`."""
    level = wanted.kind.split("/")[1]
    page = pages.role(wanted.plan, wanted.role)
    rungs = {rung["id"]: rung for rung in page.every(class_="jz-rung")}
    rung = rungs[f"level-{level}"]
    table = next(page.every("table", class_="jz-requirements"), None)
    if table is None:
        assert not list(rung.every(class_="jz-mark"))
        yield f"the page of {wanted.role}", None
        return
    column = list(rungs).index(rung["id"])
    asked = [
        "jz-mark--depends" in cell.first(class_="jz-mark")["class"].split()
        for row in table.every("tr")
        if (cells := list(row.every("td"))) and (cell := cells[column]).text
    ]
    below = number(rung.text, r"下のレベルから引き続き (\d+)件") or 0
    new = [
        mark["class"].split() for mark in rung.first(class_="jz-rung__new").every(class_="jz-mark")
    ]
    depends = sum("jz-mark--depends" in classes for classes in new)
    if wanted.kind.endswith("-conditional"):
        yield "the table of requirements", sum(asked)
        yield "the ladder", depends
    else:
        yield "the table of requirements", _between(len(asked), sum(asked))
        yield "the ladder", _between(below + len(new), depends)


def _between(every: int, depends: int) -> object:
    """How many are asked for at least and at most; one number if these are the same."""
    return {"min": every - depends, "max": every} if depends else every


def _marks(page: Element, class_: str) -> dict[str, set[str]]:
    """The skills of a set, each with the strengths of its marks."""
    found: dict[str, set[str]] = {}
    for skillset in page.every(class_=class_):
        for line in (*skillset.every("li"), *skillset.every("tr")):
            for mark in line.every(class_="jz-mark"):
                strengths = found.setdefault(line.first("a")["href"], set())
                strengths |= {
                    name.removeprefix("jz-mark--")
                    for name in mark["class"].split()
                    if name in ("jz-mark--required", "jz-mark--depends")
                }
    return found


def _headed(page: Element, class_: str, others: int) -> int:
    """The number in the headings of a set: the page's if there is no other set."""
    sets = list(page.every(class_=class_))
    if not sets:
        return 0
    headings = [heading for one in sets for heading in one.every("h3")]
    if others or headings:
        return sum(number(heading.text, r" (\d+)$") or 0 for heading in headings)
    return number(page.first("h2", id="skills").text, r" (\d+)$") or 0


def _on_cards(pages: Pages, wanted: Number, words: str) -> Found:
    """The number on the cards of compare/roles.html; a card with one kind does not name it."""
    kinds = ("この役割で求める", "前提となる役割から")
    for card in pages.cards(wanted.plan, wanted.role):
        said = {term: fact for terms, fact in facts(card).items() for term in terms.split("・")}[
            "スキル"
        ].text
        if any(kind in said for kind in kinds):
            found = number(said, rf"{words}(\d+)") or 0
        else:
            # The skills of the parts of a role stand with the names of the parts.
            its = words == kinds[0] and "「" not in said
            found = (number(said, r"^(\d+)件") or 0) if its else 0
        yield "compare/roles.html", found


def _on_sheets(pages: Pages, wanted: Number, row: str) -> Found:
    """The number in the columns of a role on the pages of role classes."""
    for address, cell in pages.sheet_cells(wanted.plan, wanted.role, row):
        yield address, number(cell.text, r"^(\d+)$") or 0
