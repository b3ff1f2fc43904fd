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
            yield place, sum(own.values())
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
    new = [line for of in rung.every("ul", class_="jz-new") for line in of.every("li")]
    if not new:
        yield f"the page of {wanted.role}", None
        return
    below = number(rung.text, r"下のレベルから引き続き (\d+)件") or 0
    depends = sum(map(_depends, new))
    if wanted.kind.endswith("-conditional"):
        yield "the ladder", depends
    else:
        assert number(rung.first(class_="jz-rung__adds").text, r"スキル(\d+)件") == len(new)
        yield "the ladder", _between(below + len(new), depends)


def _between(every: int, depends: int) -> object:
    """How many are asked for at least and at most; one number if these are the same."""
    return {"min": every - depends, "max": every} if depends else every


def _marks(page: Element, class_: str) -> dict[str, bool]:
    """The skills of a set, each with whether it is asked of some people of the role only.

    A role's own skills may stand level by level.
    """
    lines = [
        line
        for skillset in page.every(class_=class_)
        for line in skillset.every("span", class_="jz-skills__one")
    ]
    if class_ == OWN and not lines:
        lines = [line for of in page.every("ul", class_="jz-new") for line in of.every("li")]
    found: dict[str, bool] = {}
    for line in lines:
        skill = line.first("a")["href"]
        found[skill] = found.get(skill, True) and _depends(line)
    return found


def _depends(line: Element) -> bool:
    """Whether a line marks its skill as asked of some people only. No mark means of everybody."""
    return any("jz-mark--depends" in mark["class"] for mark in line.every(class_="jz-mark"))


def _headed(page: Element, class_: str, others: int) -> int:
    """The number in the headings of a set: the page's if there is no other set."""
    sets = list(page.every(class_=class_))
    if class_ == OWN and not sets and list(page.every("ul", class_="jz-new")):
        # Level by level: the answer at the top of the page has the sum.
        return (number(page.first(class_="jz-answers").text, r"スキル (\d+)件") or 0) - others
    if not sets:
        return 0
    headings = [row.first("th") for one in sets for row in one.every("tr", class_="jz-group")]
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
