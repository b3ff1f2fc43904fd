"""Who attends a curriculum: its own people, and those of the curricula that include it."""

from typing import Any

from jinzai.link.attendees import AttendingPeople, attendees
from jinzai.model.base import Basis
from jinzai.model.curriculum import Curriculum

STAGES = [{"id": "s", "name": "段階", "items": [{"course": "k"}]}]


def found(*curricula: dict[str, Any]) -> dict[str, list[tuple[str, Basis]]]:
    """The roles that attend each curriculum, with the basis."""
    every = [
        Curriculum.model_validate({"name": "課程", "role": one["id"], "stages": STAGES, **one})
        for one in curricula
    ]
    said = attendees({one.id: one for one in every})
    return {id: [(one.people.role_id, one.basis) for one in who] for id, who in said.items()}


def test_the_people_of_every_curriculum_around_it_attend_too() -> None:
    chain = found({"id": "a"}, {"id": "b", "includes": "a"}, {"id": "c", "includes": "b"})
    assert {id: [role for role, _ in who] for id, who in chain.items()} == {
        "a": ["a", "b", "c"],
        "b": ["b", "c"],
        "c": ["c"],
    }


def test_people_named_twice_come_once_and_are_inferred_only_if_both_are() -> None:
    outer = {"role": "r", "includes": "a"}
    guess = {**outer, "basis": "inferred"}
    assert found({"id": "a"}, {"id": "b", **guess}, {"id": "c", **guess})["a"] == [
        ("a", Basis.STATED),
        ("r", Basis.INFERRED),
    ]
    assert found({"id": "a"}, {"id": "b", **guess}, {"id": "c", **outer})["a"] == [
        ("a", Basis.STATED),
        ("r", Basis.STATED),
    ]


def test_departments_and_tables_are_kept_apart() -> None:
    inner = Curriculum.model_validate(
        {
            "id": "a",
            "name": "課程",
            "role": "r",
            "departments": ["x"],
            "table": "t",
            "stages": STAGES,
        }
    )
    outer = inner.model_copy(update={"id": "b", "departments": ("y",), "includes": "a"})
    assert [one.people for one in attendees({"a": inner, "b": outer})["a"]] == [
        AttendingPeople("r", None, ("x",), "t"),
        AttendingPeople("r", None, ("y",), "t"),
    ]


def test_a_long_chain_of_the_same_people_is_one_attendee() -> None:
    chain = [{"id": "c0", "role": "r"}]
    chain += [{"id": f"c{n}", "role": "r", "includes": f"c{n - 1}"} for n in range(1, 2000)]
    assert found(*chain)["c0"] == [("r", Basis.STATED)]


def test_without_courses_there_is_nothing_to_attend() -> None:
    inner: dict[str, Any] = {"id": "a", "stages": []}
    middle = {"id": "b", "includes": "a", "stages": []}
    outer = {"id": "c", "includes": "b", "stages": []}
    assert found(inner, middle, outer) == {}
    taught = found(inner, {**middle, "stages": STAGES}, outer)
    assert list(taught) == ["c", "b"]
