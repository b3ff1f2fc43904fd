"""Hours and days of courses: sums, choices, ranges, and what is not known."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jinzai.link.learning import Load, Span, link_course, total_load
from jinzai.model.course import Course

from .made import NOT_SAID, RANGE, TWO_DAYS, TWO_HOURS, given_load, made_course, span

EXEMPT = {"format": "video", "hours": "not-applicable"}
NO_HOURS = {"format": "video", "hours": "0"}


def cost(course: Course) -> Load:
    """What a course costs where no table is asked."""
    return link_course(course).elsewhere.load


def test_deliveries_are_alternatives() -> None:
    load = cost(made_course("a", TWO_HOURS, TWO_DAYS))
    assert replace(load, ways=()) == Load(span(0, 2), span(0, 2), 0, True, given=True)
    assert load.ways == (given_load(span(2)), given_load(Span(), span(2)))


def test_parts_are_taken_together() -> None:
    course = made_course("a", {**TWO_HOURS, "plus": [TWO_DAYS, TWO_HOURS]})
    assert cost(course) == given_load(span(4), span(2))


def test_what_is_not_said_is_counted_and_is_not_zero() -> None:
    assert cost(made_course("a", NOT_SAID)) == Load(unknown=1)
    assert cost(made_course("a")) == Load(unknown=1)
    parts = made_course("a", {**NOT_SAID, "plus": [NOT_SAID, TWO_HOURS]})
    assert cost(parts) == given_load(span(2), unknown=1)


def test_hours_that_do_not_apply_are_neither_unknown_nor_zero() -> None:
    assert cost(made_course("a", EXEMPT)) == Load(exempt=1)
    assert cost(made_course("a", NO_HOURS)) == given_load(Span())
    assert cost(made_course("a", {**EXEMPT, "plus": [TWO_HOURS]})) == given_load(span(2))
    assert cost(made_course("a", {**EXEMPT, "plus": [NOT_SAID]})) == Load(unknown=1)
    assert cost(made_course("a", {**EXEMPT, "days": "undefined"})) == Load(unknown=1)


def test_a_table_is_asked_for_its_own_deliveries_first() -> None:
    course = made_course("a", {**TWO_HOURS, "table": "t"}, {**TWO_DAYS, "table": "u"}, RANGE)

    def tables(course: Course, asked: str) -> list[str | None]:
        return [way.table for way, _ in link_course(course).stated_by(asked).deliveries]

    assert tables(course, "t") == ["t"]
    assert tables(course, "v") == [None]
    assert tables(made_course("a", {**TWO_HOURS, "table": "t"}), "v") == ["t"]


def test_a_course_costs_what_the_table_says_that_is_asked() -> None:
    stated = link_course(made_course("a", {**TWO_HOURS, "table": "t"}, {**TWO_DAYS, "table": "u"}))
    assert stated.stated_by("t").load == given_load(span(2))
    assert stated.stated_by("u").load == given_load(Span(), span(2))
    assert stated.stated_by("v").load == given_load(span(2)) | given_load(Span(), span(2))
    assert list(stated.by_table) == ["t", "u"]


amounts = st.integers(0, 100).map(Decimal)
spans = st.tuples(amounts, amounts).map(lambda pair: Span(min(pair), max(pair)))
loads = st.builds(Load, spans, spans, st.integers(0, 3), st.booleans())


@given(loads, loads, loads)
def test_the_order_of_sums_and_choices_does_not_matter(a: Load, b: Load, c: Load) -> None:
    assert _unordered(a + b) == _unordered(b + a)
    assert _unordered((a + b) + c) == _unordered(a + (b + c))
    assert _unordered(a | b) == _unordered(b | a)
    assert total_load([]) + a == a


def _unordered(load: Load) -> tuple[Load, frozenset[Load]]:
    return replace(load, ways=()), frozenset(load.ways)


@given(loads, loads)
def test_bounds_stay_in_order(a: Load, b: Load) -> None:
    for load in (a + b, a | b):
        assert load.hours.least <= load.hours.most
        assert load.days.least <= load.days.most


def test_many_alternatives_leave_only_their_bounds() -> None:
    courses = {id: made_course(id, TWO_HOURS, TWO_DAYS) for id in "abcde"}
    load = total_load(cost(course) for course in courses.values())
    assert load == given_load(span(0, 10), span(0, 10), choices=True)


def test_a_sum_adds_to_every_way() -> None:
    load = cost(made_course("a", TWO_HOURS, TWO_DAYS)) + cost(made_course("b", TWO_HOURS))
    assert load.ways == (given_load(span(4)), given_load(span(2), span(2)))


def test_of_alternatives_the_fewest_courses_without_a_time_are_known() -> None:
    one, none = Load(unknown=1), Load(hours=Span(Decimal(50), Decimal(50)), given=True)
    assert (one.least_unknown, none.least_unknown) == (1, 0)
    either = one | none
    assert (either.least_unknown, either.unknown) == (0, 1)
    both = either + Load(unknown=2)
    assert (both.least_unknown, both.unknown) == (2, 3)
    # The same where the alternatives are too many to be kept.
    many = Load()
    for _ in range(4):
        many += Load(unknown=1, hours=Span(Decimal(1), Decimal(1))) | none
    assert not many.ways
    assert (many.least_unknown, many.unknown) == (0, 4)
