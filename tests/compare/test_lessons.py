"""Lessons of curricula that include each other, where some of them teach nothing in an area."""

from collections.abc import Iterable
from typing import Any

from jinzai.compare.lessons import Lessons
from tests.render import sample_plans as sample


def made(taught: Iterable[int]) -> Lessons:
    """Five curricula for five roles, each including the one before; those in `taught` teach."""
    skill = {"id": "s", "name": "技能", "areas": [{"entry": "areas/data", "relation": "exact"}]}
    courses = [
        {"id": f"c{n}", "name": f"研修{n}", "teaches": [{"skill": "s"}] if n in taught else []}
        for n in range(5)
    ]
    curricula: list[dict[str, Any]] = [
        {
            "id": f"k{n}",
            "name": f"課程{n}",
            "role": f"r{n}",
            "stages": [{"id": "s", "name": "段階", "items": [{"course": f"c{n}"}]}],
            **({"includes": f"k{n - 1}"} if n else {}),
        }
        for n in range(5)
    ]
    return Lessons(
        sample.linked(
            sample.plan(
                roles={"roles": [{"id": f"r{n}", "name": f"役割{n}"} for n in range(5)]},
                skills={"skills": [skill]},
                courses={"courses": courses},
                curricula={"curricula": curricula},
            )
        )
    )


def test_each_role_has_the_lessons_of_all_that_its_curriculum_includes() -> None:
    found: dict[str, list[str]] = {}
    for (role, _), lesson in made({0, 2, 3}).of_roles():
        found.setdefault(role, []).append(lesson.id)
    assert found == {
        "r0": ["c0"],
        "r1": ["c0"],
        "r2": ["c2", "c0"],
        "r3": ["c3", "c2", "c0"],
        "r4": ["c3", "c2", "c0"],
    }


def test_a_chain_that_teaches_nothing_has_no_lesson() -> None:
    assert list(made(()).of_roles()) == []
