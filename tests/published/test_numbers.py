"""Every reckoned number against what the pages show."""

import re
from collections.abc import Callable, Iterator
from typing import Final

import pytest

from .pages import DEPARTMENTS, TABLES, Pages
from .read_people import audience, duties, headcount, level_duties, targets
from .read_plan import AREAS, courses, period, strength
from .read_skills import level_skills, levels, skills
from .read_training import cumulative, level_courses, none, prerequisite, training
from .reckoned import NUMBERS, PLANS, Number

Reader = Callable[[Pages, Number], Iterator[tuple[str, object]]]

READERS: Final[dict[str, Reader]] = {
    r"skills/(own|conditional|base|parts)": skills,
    r"levels": levels,
    r"levels/[^/]+/skills(-conditional)?": level_skills,
    r"audience": audience,
    r"duties": duties,
    r"levels/[^/]+/duties": level_duties,
    r"headcount": headcount,
    r"targets": targets,
    r"training": none,
    r"training/.+": training,
    r"levels/[^/]+/training/courses": level_courses,
    r"prerequisite": prerequisite,
    r"cumulative/.+": cumulative,
    r"P2": courses,
    r"P4": period,
    r"P7/.+": strength,
}
"""Who reads what: the kind of a number, as a pattern, and the reader."""


def reader(number: Number) -> Reader:
    """The one reader of a number."""
    (found,) = (read for pattern, read in READERS.items() if re.fullmatch(pattern, number.kind))
    return found


@pytest.mark.parametrize(
    "number", NUMBERS, ids=[f"{number.plan}/{number.id}" for number in NUMBERS]
)
def test_number(pages: Pages, number: Number) -> None:
    found = list(reader(number)(pages, number))
    assert found, "no page shows it"
    for place, value in found:
        assert value == number.shown, number.told(place, value)


NOT_RECKONED: Final = frozenset(["hirakata/management"])
"""Roles of the pages that no question asked about: 管理職 is only the sum of its kinds."""
EVERY_ROLE: Final = (
    *("skills/own", "skills/conditional", "skills/base"),
    *("audience", "duties", "headcount", "targets", "prerequisite"),
)
"""What has to be reckoned of every role."""


@pytest.mark.parametrize("kind", EVERY_ROLE)
def test_every_role_has_an_answer(pages: Pages, kind: str) -> None:
    on_pages = {
        f"{found[1]}/{found[2]}"
        for address in pages
        if (found := re.fullmatch(r"([^/]+)/roles/(?!index)((?:(?!--)[^/])+)\.html", address))
    }
    reckoned = {f"{one.plan}/{one.role}" for one in NUMBERS if one.kind == kind}
    assert reckoned == on_pages - NOT_RECKONED


OF_A_TRACK: Final = ("courses", "hours", "days", "untimed", "formats", "extra")
"""What has to be reckoned of each track: a table of training, and a group of departments."""


def test_every_track_has_an_answer(pages: Pages) -> None:
    """A row of compare/learning.html has a track, or the role was reckoned to have no course."""
    reckoned = {(one.plan, one.role, one.kind) for one in NUMBERS}
    rows = 0
    for table in pages("compare/learning.html").every("table", class_="jz-load"):
        for row in table.every("tr"):
            names = [cell["data-label"] for cell in row.every("td")]
            if "時間" not in names:
                continue
            rows += 1
            plan, _, role = row.first("th").first("a")["href"].split("/")[1:]
            role = role.removesuffix(".html")
            if (plan, role, "training") in reckoned:
                continue
            tables = [id for id, name in TABLES.items() if name in row.first("th").text]
            departments = [id for id, name in DEPARTMENTS.items() if name in row.first("th").text]
            track = f"/{tables[0]}/{departments[0]}/" if tables else "/all/"
            found = {
                kind
                for of_plan, of_role, kind in reckoned
                if (of_plan, of_role) == (plan, role) and track in kind
            }
            for what in OF_A_TRACK:
                assert any(kind.endswith(f"{track}{what}") for kind in found), (plan, role, what)
    assert rows


def test_every_role_has_training_or_none() -> None:
    of_training = {(one.plan, one.role) for one in NUMBERS if one.kind.startswith("training")}
    assert of_training == {(one.plan, one.role) for one in NUMBERS if one.kind == "audience"}


def test_every_area_has_an_answer_for_each_plan(pages: Pages) -> None:
    table = pages("compare/skills.html").first("table", class_="jz-heats")
    shown = {row["data-slot"].rpartition("/")[2] for row in table.first("tbody").every("tr")}
    assert set(AREAS.values()) == shown
    for plan in PLANS:
        reckoned = {one.id for one in NUMBERS if one.plan == plan}
        assert {f"P7/{matter}" for matter in AREAS} <= reckoned
        assert {"P2", "P4"} <= reckoned
