"""What each level asks and which training is for it alone, counted by hand in 枚方市's plan.

Its スキルマップ has 8 skills with a mark at レベル1, 13 at レベル2 and 17 at レベル3.
"""

import pytest

from jinzai.compare.comparison import Comparison
from jinzai.compare.profile import LevelProfile
from jinzai.model.matrix import Requirement

LEVELS = ("level-1", "level-2", "level-3")


def of(compared: Comparison, level: str) -> LevelProfile:
    levels = compared.plans["hirakata"].roles["dx-leader"].levels
    return next(one for one in levels if one.level.id == level)


def test_levels_stand_from_the_lowest(compared: Comparison) -> None:
    levels = compared.plans["hirakata"].roles["dx-leader"].levels
    assert tuple(one.level.id for one in levels) == LEVELS
    assert compared.plans["toyonaka"].roles["leader"].levels == ()


@pytest.mark.parametrize(("level", "skills"), list(zip(LEVELS, (8, 13, 17), strict=True)))
def test_a_level_asks_for_what_is_marked_at_it(
    compared: Comparison, level: str, skills: int
) -> None:
    assert len(of(compared, level).asks) == skills
    assert of(compared, level).unplaced == ()


def test_a_mark_is_that_of_the_level(compared: Comparison) -> None:
    conditional = {
        ask.skill_id
        for ask in of(compared, "level-3").asks
        if ask.requirement is Requirement.CONDITIONAL
    }
    assert conditional == {"no-code-build", "rpa-build"}


def test_the_areas_of_a_level_are_those_of_its_skills(compared: Comparison) -> None:
    lacking = set(of(compared, "level-3").areas) - set(of(compared, "level-1").areas)
    assert {area.removeprefix("skill-areas/") for area in lacking} == {
        "data-analysis",
        "bpr",
        "low-code",
        "automation",
        "security-management",
    }


@pytest.mark.parametrize(
    ("level", "courses"),
    [
        ("level-1", {"dx-basic", "security-basic", "data-use-basic", "design-thinking-basic"}),
        ("level-2", {"bpr-basic", "data-use-applied", "security-basic", "design-thinking-applied"}),
        ("level-3", {"security-basic-applied", "bpr-applied"}),
    ],
)
def test_the_training_of_a_level_is_its_own(
    compared: Comparison, level: str, courses: set[str]
) -> None:
    (track,) = of(compared, level).tracks
    assert {course.id for course in track.taken} == courses
    assert track.load.unknown == len(courses)


def test_training_that_names_no_level_stands_apart(compared: Comparison) -> None:
    (track,) = compared.plans["hirakata"].roles["dx-leader"].unlevelled
    assert [course.name for course in track.taken] == [
        "生成AI活用",
        "ICT基礎研修（動画研修等）",
        "各ツール活用研修",
    ]
    assert compared.plans["toyonaka"].roles["leader"].unlevelled == ()
