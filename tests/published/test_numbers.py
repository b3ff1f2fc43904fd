"""Every reckoned number against what the pages show."""

import re
from collections.abc import Callable, Iterator
from typing import Final

import pytest

from .pages import Pages
from .read_people import audience, duties, headcount, level_duties, targets
from .read_skills import level_skills, levels, skills
from .reckoned import NUMBERS, Number

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
    *("audience", "duties", "headcount", "targets"),
)
"""What has to be reckoned of every role."""


@pytest.mark.parametrize("kind", EVERY_ROLE)
def test_every_role_has_an_answer(pages: Pages, kind: str) -> None:
    on_pages = {
        f"{found[1]}/{found[2]}"
        for address in pages
        if (found := re.fullmatch(r"([^/]+)/roles/(?!index)([^/]+)\.html", address))
    }
    reckoned = {f"{one.plan}/{one.role}" for one in NUMBERS if one.kind == kind}
    assert reckoned == on_pages - NOT_RECKONED
