"""The numbers of each role class, as they follow from the numbers of its roles.

Which role belongs to which class is read from compare/roles.html: it is the catalogue's judgement.
"""

import re
from typing import Final, NamedTuple

import pytest

from .pages import TABLES, Pages, facts, number, span
from .reckoned import NUMBERS

SHOWN: Final = {(one.plan, one.role, one.kind): one.shown for one in NUMBERS}
_TEMPLATE: Final = "ひな形"


class Member(NamedTuple):
    """A role of a class, and the municipality of its plan; empty for a template."""

    plan: str
    role: str
    municipality: str


def classes(pages: Pages) -> dict[str, list[Member]]:
    """The roles in the rows of compare/roles.html."""
    table = pages("compare/roles.html").first("table", id="jz-roles")
    plans = {
        head["data-plan"]: "" if _TEMPLATE in head.text else head.text.partition("（")[0]
        for head in table.every("th")
        if head["data-plan"]
    }
    found: dict[str, list[Member]] = {}
    for row in table.first("tbody").every("tr"):
        members = found.setdefault(row.first("th").first("a").text, [])
        for card in row.every(class_="jz-rolecard"):
            plan, _, role = card.first("a")["href"].split("/")[1:]
            members.append(Member(plan, role.removesuffix(".html"), plans[plan]))
    assert all(found.values())
    return found


def _tracks(member: Member) -> dict[str, list[str]]:
    """The tables of a role's training, each with the kinds of its tracks."""
    found: dict[str, list[str]] = {}
    for plan, role, kind in SHOWN:
        if (plan, role) == member[:2] and kind.endswith("/courses") and "levels" not in kind:
            track = kind.removesuffix("/courses")
            if SHOWN[plan, role, kind]:
                found.setdefault(track.split("/")[1], []).append(track)
    return found


def _has_training(member: Member) -> bool:
    return bool(_tracks(member) or SHOWN.get((*member[:2], "training")))


def _hours(member: Member, track: str) -> object:
    """Hours of a track; those with the stage that the people of the role take."""
    with_stage = (*member[:2], f"{track}/hours-with-extra")
    return SHOWN.get(with_stage, SHOWN[*member[:2], f"{track}/hours"])


def _has_hours(member: Member) -> bool:
    return any(_hours(member, track) for each in _tracks(member).values() for track in each)


def _municipalities(members: list[Member]) -> int:
    return len({member.municipality for member in members} - {""})


def test_how_many_municipalities_have_roles_training_and_hours(pages: Pages) -> None:
    by_class = classes(pages)
    table = pages("compare/learning.html").first("table", class_="jz-reaches")
    found = {}
    for row in table.first("tbody").every("tr"):
        said = row.first("td", class_="jz-heats__count").text
        counts = tuple(number(said, rf"{word} (\d+)") for word in ("役割", "研修", "時間"))
        found[row.first("th").text] = counts
    assert found == {
        name: (
            _municipalities(members),
            _municipalities([one for one in members if _has_training(one)]),
            _municipalities([one for one in members if _has_hours(one)]),
        )
        for name, members in by_class.items()
    }


def test_how_many_plans_are_below_each_heading(pages: Pages) -> None:
    found = {
        heading.text.rsplit(" ", 1)[0]: number(heading.text, r" (\d+)$")
        for heading in pages("compare/learning.html").every("h2")
        if heading["id"].startswith("role-classes--")
    }
    by_class = classes(pages)
    assert found == {name: len({one.plan for one in of}) for name, of in by_class.items()}


def test_how_many_municipalities_say_how_many_people(pages: Pages) -> None:
    by_class = classes(pages)
    for heading in pages("compare/targets.html").every("h2"):
        if not heading["id"].startswith("role-classes--"):
            continue
        members = by_class[re.sub(r" \d+$", "", heading.text)]
        said = next(iter(heading.following())).text
        assert number(said, r"(\d+)団体") == _municipalities(members), heading.text
        templates = {one.plan for one in members if not one.municipality}
        first = said.partition("うち")[0]
        assert (number(first, r"ひな形(\d+)つ") or 0) == len(templates), heading.text


def _spans(pages: Pages, members: list[Member], table: str) -> set[tuple[int, int]]:
    """Hours of the roles of a class in one table: over the departments, from least to most."""
    found = set()
    for member in members:
        parts = facts(pages.role(*member[:2]).first(class_="jz-sheet")).get("内訳の役割")
        kinds = [link["href"] for link in parts.every("a")] if parts is not None else []
        if any(f"{one.role}.html" in kinds for one in members):
            # What is stated for the whole role is shown with its kind.
            continue
        bounds = []
        for track in _tracks(member).get(table, []):
            hours = _hours(member, track)
            if isinstance(hours, dict):
                bounds += [hours["min"], hours["max"]]
            elif isinstance(hours, int):
                bounds.append(hours)
        if bounds:
            found.add((min(bounds), max(bounds)))
    return found


@pytest.mark.parametrize("table", TABLES)
def test_the_range_of_hours_of_each_class(pages: Pages, table: str) -> None:
    """Each role's own training; training for all staff stands apart."""
    by_class = classes(pages)
    overview = pages("compare/learning.html").first("table", class_="jz-reaches")
    plans = [head["data-plan"] for head in overview.every("th") if head["data-plan"]]
    ranges = 0
    for row in overview.first("tbody").every("tr"):
        cells = [cell for cell in row.every("td") if "jz-heats__count" not in cell["class"]]
        for plan, cell in zip(plans, cells, strict=True):
            found = {
                span(said[1])
                for reach in cell.every(class_="jz-reach")
                if TABLES[table] in reach.text
                for link in reach.every("a")
                if (said := re.fullmatch(r"([\d〜]+)時間", link.text))
            }
            members = [one for one in by_class[row.first("th").text] if one.plan == plan]
            assert found == _spans(pages, members, table), (row.first("th").text, plan)
            assert ("役割なし" in cell.text) == (not members)
            ranges += len(found)
    assert ranges
