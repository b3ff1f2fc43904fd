"""Where training is stated that a part of a role lacks."""

from typing import Any

import pytest

from jinzai.link.catalogue import LinkedPlan
from jinzai.link.parent_roles import Stated, trained_roles
from tests.render.sample_plans import linked, plan


def divided(*trained: str, practised: str = "") -> LinkedPlan:
    """A role `a` with a part `b`, that with a part `c`; some with training, one with practice."""
    roles = [
        {"id": "a", "name": "甲"},
        {"id": "b", "name": "乙", "part_of": "a"},
        {"id": "c", "name": "丙", "part_of": "b"},
    ]
    curricula: list[dict[str, Any]] = [
        {
            "id": f"of-{id}",
            "name": "課程",
            "role": id,
            "stages": [{"id": "s", "name": "段階", "items": [{"course": "k"}]}],
        }
        for id in trained
    ]
    if practised:
        curricula.append({"id": "practice", "name": "実務", "role": practised, "stages": []})
    return linked(
        plan(
            roles={"roles": roles},
            courses={"courses": [{"id": "k", "name": "研修"}]},
            curricula={"curricula": curricula},
        )
    )


@pytest.mark.parametrize(
    ("trained", "whole"),
    [(("a",), "a"), (("a", "b"), "b"), (("a", "c"), None), ((), None)],
    ids=["two above", "the nearest", "its own", "nowhere"],
)
def test_the_training_of_a_part_is_that_of_the_nearest_role_above(
    trained: tuple[str, ...], whole: str | None
) -> None:
    made = divided(*trained)
    assert trained_roles(made) == set(trained)
    found = Stated(made.roles, trained_roles(made)).for_part(made.roles["c"])
    assert (found and found.id) == whole


def test_practice_alone_is_no_training() -> None:
    made = divided("a", practised="b")
    found = Stated(made.roles, trained_roles(made)).for_part(made.roles["c"])
    assert found is not None
    assert found.id == "a"


def test_anything_that_a_part_lacks_is_looked_for_above() -> None:
    made = divided()
    stated = Stated(made.roles, {"a", "c"})
    assert [stated.above(made.roles[id]) for id in "abc"] == [
        None,
        made.roles["a"],
        made.roles["a"],
    ]
    assert [id in stated for id in "abc"] == [True, False, True]
