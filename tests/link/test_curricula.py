"""Curricula: what their courses cost together, choices, and what only some take."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from jinzai.link.curricula import LinkedCurriculum, link_curricula
from jinzai.link.learning import Load, Span, link_course
from jinzai.model.base import Basis
from jinzai.model.course import Course
from jinzai.model.curriculum import Curriculum

from .made import NOT_SAID, RANGE, TWO_DAYS, TWO_HOURS, given_load, made_course, span


def _curriculum(id: str, items: list[Any], **more: Any) -> Curriculum:
    stage = {"id": "s", "name": "段階", "items": items}
    return Curriculum.model_validate(
        {"id": id, "name": id, "role": "staff", "stages": [stage], **more}
    )


def _linked(
    courses: Mapping[str, Course], *curricula: Curriculum
) -> Mapping[str, LinkedCurriculum]:
    linked = {id: link_course(course) for id, course in courses.items()}
    return link_curricula({one.id: one for one in curricula}, linked)


def _load(courses: Mapping[str, Course], *curricula: Curriculum) -> Load:
    """What the last of the curricula costs."""
    return _linked(courses, *curricula)[curricula[-1].id].load


def test_what_only_some_take_is_not_in_the_sum() -> None:
    courses = {"a": made_course("a", TWO_HOURS), "b": made_course("b", TWO_DAYS)}
    stages = [
        {"id": "s", "name": "全員", "items": [{"course": "a"}]},
        {"id": "t", "name": "候補者", "only": "候補者", "items": [{"course": "b"}]},
    ]
    first = _curriculum("first", [], stages=stages)
    second = _curriculum("second", [], includes="first")
    linked = _linked(courses, first, second)
    assert linked["first"].load == given_load(span(2))
    assert linked["first"].stages[1].load == given_load(Span(), span(2))
    assert linked["second"].load == given_load(span(2))
    assert [stage.stage.name for stage in linked["second"].apart] == ["候補者"]


def test_a_sum_says_that_some_of_it_is_inferred() -> None:
    courses = {
        "a": made_course("a", {**TWO_HOURS, "basis": "inferred"}),
        "b": made_course("b", TWO_HOURS),
        "c": made_course("c", {**NOT_SAID, "basis": "inferred"}),
    }

    def is_inferred(*items: dict[str, Any]) -> bool:
        return _load(courses, _curriculum("x", list(items))).inferred

    assert is_inferred({"course": "a"}, {"course": "b"})
    assert is_inferred({"course": "b", "basis": "inferred"})
    assert not is_inferred({"course": "b"})
    assert not is_inferred({"course": "b"}, {"course": "c"}), "no amount of it is inferred"
    a, b = (link_course(courses[id]).elsewhere.load for id in "ab")
    assert a == b, "it is no other load"


def test_a_choice_is_between_sums() -> None:
    courses = {
        c.id: c for c in (made_course("a", TWO_HOURS), made_course("b", RANGE), made_course("c"))
    }
    choice = {
        "any_of": [
            {"courses": [{"course": "a"}, {"course": "b"}]},
            {"courses": [{"course": "c"}]},
        ]
    }
    load = _load(courses, _curriculum("x", [{"course": "a"}, choice]))
    assert replace(load, ways=()) == given_load(span(2, 6), unknown=1, choices=True)


def test_a_curriculum_counts_the_one_that_it_includes() -> None:
    courses = {"a": made_course("a", TWO_HOURS), "b": made_course("b", TWO_DAYS)}
    first = _curriculum("first", [{"course": "a"}])
    second = _curriculum("second", [{"course": "b"}], includes="first")
    # In either order: what is included may stand below what includes it.
    for curricula in ((first, second), (second, first)):
        linked = _linked(courses, *curricula)
        assert list(linked) == [one.id for one in curricula]
        assert linked["second"].load == given_load(span(2), span(2))
        assert list(linked["second"].parts()) == [linked["second"], linked["first"]]


def test_uses_number_choices_and_options_and_keep_the_weakest_basis() -> None:
    choice = {
        "basis": "inferred",
        "note": "選ぶ",
        "any_of": [
            {"courses": [{"course": "a", "note": "初級"}]},
            {"courses": [{"course": "b"}, {"course": "c"}]},
        ],
    }
    courses = {id: made_course(id, TWO_HOURS) for id in "abcz"}
    found = _linked(courses, _curriculum("x", [{"course": "z"}, choice]))["x"].uses
    assert [(u.course.id, u.choice, u.option, u.basis, u.note) for u in found] == [
        ("z", None, None, Basis.STATED, None),
        ("a", 1, 1, Basis.INFERRED, "初級"),
        ("b", 1, 2, Basis.INFERRED, "選ぶ"),
        ("c", 1, 2, Basis.INFERRED, "選ぶ"),
    ]


def test_a_long_chain_of_curricula_that_include_each_other() -> None:
    courses = {"a": made_course("a", TWO_HOURS)}
    last = 3000
    chain = [_curriculum("c0", [{"course": "a"}])]
    chain += [_curriculum(f"c{n}", [], includes=f"c{n - 1}") for n in range(1, last + 1)]
    for curricula in (chain, chain[::-1]):
        linked = _linked(courses, *curricula)[f"c{last}"]
        assert linked.load == given_load(span(2))
        assert sum(1 for _ in linked.parts()) == last + 1


def test_a_use_costs_what_the_table_of_its_curriculum_says() -> None:
    course = made_course("a", {**TWO_HOURS, "table": "t"}, {**TWO_DAYS, "table": "u"})
    first = _curriculum("first", [{"course": "a"}], table="u")
    second = _curriculum("second", [{"course": "a"}], table="t", includes="first")
    linked = _linked({"a": course}, first, second)
    (use,) = linked["second"].uses
    assert use.load == given_load(span(2))
    assert linked["second"].load == given_load(span(2), span(2))
