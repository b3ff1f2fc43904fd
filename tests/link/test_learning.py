"""Hours and days: sums, choices, ranges, and what is not known."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jinzai.link.learning import (
    Load,
    Span,
    course_load,
    curriculum_load,
    deliveries_in,
    stage_load,
    total,
    uses,
)
from jinzai.model.base import Basis
from jinzai.model.course import Course
from jinzai.model.curriculum import Curriculum


def _course(id: str, *deliveries: dict[str, Any]) -> Course:
    return Course.model_validate({"id": id, "name": id, "deliveries": list(deliveries)})


def _curriculum(id: str, items: list[Any], **more: Any) -> Curriculum:
    stage = {"id": "s", "name": "段階", "items": items}
    return Curriculum.model_validate(
        {"id": id, "name": id, "role": "staff", "stages": [stage], **more}
    )


def _span(least: float, most: float | None = None) -> Span:
    return Span(Decimal(str(least)), Decimal(str(least if most is None else most)))


def given_load(hours: Span, days: Span = Span(), **more: Any) -> Load:  # noqa: B008
    """A load with published amounts."""
    return Load(hours, days, given=True, **more)


TWO_HOURS = {"format": "video", "hours": "2"}
RANGE = {"format": "video", "hours": {"min": "1", "max": "2"}}
TWO_DAYS = {"format": "live", "days": "2"}
NOT_SAID = {"format": "video", "hours": "undefined"}
EXEMPT = {"format": "video", "hours": "not-applicable"}
NO_HOURS = {"format": "video", "hours": "0"}


def test_deliveries_are_alternatives() -> None:
    load = course_load(_course("a", TWO_HOURS, TWO_DAYS))
    assert replace(load, ways=()) == Load(_span(0, 2), _span(0, 2), 0, True, given=True)
    assert load.ways == (given_load(_span(2)), given_load(Span(), _span(2)))


def test_parts_are_taken_together() -> None:
    course = _course("a", {**TWO_HOURS, "plus": [TWO_DAYS, TWO_HOURS]})
    assert course_load(course) == given_load(_span(4), _span(2))


def test_what_is_not_said_is_counted_and_is_not_zero() -> None:
    assert course_load(_course("a", NOT_SAID)) == Load(unknown=1)
    assert course_load(_course("a")) == Load(unknown=1)
    parts = _course("a", {**NOT_SAID, "plus": [NOT_SAID, TWO_HOURS]})
    assert course_load(parts) == given_load(_span(2), unknown=1)


def test_hours_that_do_not_apply_are_neither_unknown_nor_zero() -> None:
    assert course_load(_course("a", EXEMPT)) == Load(exempt=1)
    assert course_load(_course("a", NO_HOURS)) == given_load(Span())
    assert course_load(_course("a", {**EXEMPT, "plus": [TWO_HOURS]})) == given_load(_span(2))
    assert course_load(_course("a", {**EXEMPT, "plus": [NOT_SAID]})) == Load(unknown=1)
    assert course_load(_course("a", {**EXEMPT, "days": "undefined"})) == Load(unknown=1)


def test_what_only_some_take_is_not_in_the_sum() -> None:
    courses = {"a": _course("a", TWO_HOURS), "b": _course("b", TWO_DAYS)}
    stages = [
        {"id": "s", "name": "全員", "items": [{"course": "a"}]},
        {"id": "t", "name": "候補者", "only": "候補者", "items": [{"course": "b"}]},
    ]
    first = _curriculum("first", [], stages=stages)
    assert curriculum_load(first, courses, {"first": first}) == given_load(_span(2))
    assert stage_load(first.stages[1], courses, None) == given_load(Span(), _span(2))
    second = _curriculum("second", [], includes="first")
    assert curriculum_load(second, courses, {"first": first}) == given_load(_span(2))


def test_a_sum_says_that_some_of_it_is_inferred() -> None:
    courses = {
        "a": _course("a", {**TWO_HOURS, "basis": "inferred"}),
        "b": _course("b", TWO_HOURS),
        "c": _course("c", {**NOT_SAID, "basis": "inferred"}),
    }

    def is_inferred(*items: dict[str, Any]) -> bool:
        return curriculum_load(_curriculum("x", list(items)), courses, {}).inferred

    assert is_inferred({"course": "a"}, {"course": "b"})
    assert is_inferred({"course": "b", "basis": "inferred"})
    assert not is_inferred({"course": "b"})
    assert not is_inferred({"course": "b"}, {"course": "c"}), "no amount of it is inferred"
    assert course_load(courses["a"]) == course_load(courses["b"]), "it is no other load"


def test_a_table_is_asked_for_its_own_deliveries_first() -> None:
    course = _course("a", {**TWO_HOURS, "table": "t"}, {**TWO_DAYS, "table": "u"}, RANGE)
    assert [d.table for d in deliveries_in(course, "t")] == ["t"]
    assert [d.table for d in deliveries_in(course, "v")] == [None]
    only = _course("a", {**TWO_HOURS, "table": "t"})
    assert [d.table for d in deliveries_in(only, "v")] == ["t"]


def test_a_choice_is_between_sums() -> None:
    courses = {c.id: c for c in (_course("a", TWO_HOURS), _course("b", RANGE), _course("c"))}
    choice = {
        "any_of": [
            {"courses": [{"course": "a"}, {"course": "b"}]},
            {"courses": [{"course": "c"}]},
        ]
    }
    load = curriculum_load(_curriculum("x", [{"course": "a"}, choice]), courses, {})
    assert replace(load, ways=()) == given_load(_span(2, 6), unknown=1, choices=True)


def test_a_curriculum_counts_the_one_that_it_includes() -> None:
    courses = {"a": _course("a", TWO_HOURS), "b": _course("b", TWO_DAYS)}
    first = _curriculum("first", [{"course": "a"}])
    second = _curriculum("second", [{"course": "b"}], includes="first")
    load = curriculum_load(second, courses, {"first": first, "second": second})
    assert load == given_load(_span(2), _span(2))


def test_uses_number_choices_and_options_and_keep_the_weakest_basis() -> None:
    choice = {
        "basis": "inferred",
        "note": "選ぶ",
        "any_of": [
            {"courses": [{"course": "a", "note": "初級"}]},
            {"courses": [{"course": "b"}, {"course": "c"}]},
        ],
    }
    found = uses(_curriculum("x", [{"course": "z"}, choice]))
    assert [(u.course_id, u.choice, u.option, u.basis, u.note) for u in found] == [
        ("z", None, None, Basis.STATED, None),
        ("a", 1, 1, Basis.INFERRED, "初級"),
        ("b", 1, 2, Basis.INFERRED, "選ぶ"),
        ("c", 1, 2, Basis.INFERRED, "選ぶ"),
    ]


amounts = st.integers(0, 100).map(Decimal)
spans = st.tuples(amounts, amounts).map(lambda pair: Span(min(pair), max(pair)))
loads = st.builds(Load, spans, spans, st.integers(0, 3), st.booleans())


@given(loads, loads, loads)
def test_the_order_of_sums_and_choices_does_not_matter(a: Load, b: Load, c: Load) -> None:
    assert _unordered(a + b) == _unordered(b + a)
    assert _unordered((a + b) + c) == _unordered(a + (b + c))
    assert _unordered(a | b) == _unordered(b | a)
    assert total([]) + a == a


def _unordered(load: Load) -> tuple[Load, frozenset[Load]]:
    return replace(load, ways=()), frozenset(load.ways)


@given(loads, loads)
def test_bounds_stay_in_order(a: Load, b: Load) -> None:
    for load in (a + b, a | b):
        assert load.hours.least <= load.hours.most
        assert load.days.least <= load.days.most


def test_a_long_chain_of_curricula_that_include_each_other() -> None:
    courses = {"a": _course("a", TWO_HOURS)}
    last = 3000
    chain = {"c0": _curriculum("c0", [{"course": "a"}])}
    for number in range(1, last + 1):
        including = _curriculum(f"c{number}", [], includes=f"c{number - 1}")
        chain[including.id] = including
    assert curriculum_load(chain[f"c{last}"], courses, chain) == given_load(_span(2))


def test_many_alternatives_leave_only_their_bounds() -> None:
    courses = {id: _course(id, TWO_HOURS, TWO_DAYS) for id in "abcde"}
    load = total(course_load(course) for course in courses.values())
    assert load == given_load(_span(0, 10), _span(0, 10), choices=True)


def test_a_sum_adds_to_every_way() -> None:
    load = course_load(_course("a", TWO_HOURS, TWO_DAYS)) + course_load(_course("b", TWO_HOURS))
    assert load.ways == (given_load(_span(4)), given_load(_span(2), _span(2)))
