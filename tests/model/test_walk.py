"""The walk finds what is marked, and nothing else."""

from jinzai.model.curriculum import Curriculum
from jinzai.model.matrix import Matrix
from jinzai.model.role import Role
from jinzai.model.walk import FoundProse, FoundReference, walk


def test_references_of_a_role_with_their_owners() -> None:
    role = Role.model_validate(
        {
            "id": "leader",
            "name": "role:none",
            "extends": {"role": "staff", "level": "level-1"},
            "next": [{"role": "expert"}],
            "headcount": {"value": {"placeholder": "count"}},
            "classes": [{"entry": "role-classes/leader", "relation": "exact"}],
            "duties": ["[甲](skill:bpr)"],
        }
    )
    found = list(walk(role, ("roles", 0)))
    references = [one for one in found if isinstance(one, FoundReference)]
    assert [(one.path[2:], one.kind, one.id) for one in references] == [
        (("extends", "role"), "role", "staff"),
        (("extends", "level"), "level", "level-1"),
        (("next", 0, "role"), "role", "expert"),
        (("headcount", "value", "placeholder"), "placeholder", "count"),
        (("classes", 0, "entry"), "entry", "role-classes/leader"),
    ]
    assert references[1].owner is role.extends
    assert [one for one in found if isinstance(one, FoundProse)] == [
        FoundProse(("roles", 0, "duties", 0), "[甲](skill:bpr)")
    ]


def test_keys_that_are_references() -> None:
    matrix = Matrix.model_validate(
        {
            "id": "map",
            "name": "表",
            "legend": [],
            "columns": [],
            "rows": [{"skill": "bpr", "marks": {"l1": "●", "l2": {"mark": "★"}}}],
        }
    )
    keys = [
        (one.path, one.id) for one in walk(matrix) if isinstance(one, FoundReference) and one.is_key
    ]
    assert keys == [
        (("rows", 0, "marks", "l1"), "l1"),
        (("rows", 0, "marks", "l2"), "l2"),
    ]


def test_every_member_of_a_union_is_looked_into() -> None:
    curriculum = Curriculum.model_validate(
        {
            "id": "c",
            "name": "課程",
            "role": "staff",
            "stages": [
                {
                    "id": "s",
                    "name": "段階",
                    "items": [
                        {"course": "a"},
                        {"any_of": [{"courses": [{"course": "b"}]}, {"courses": []}]},
                    ],
                }
            ],
        }
    )
    courses = [
        (one.path, one.id)
        for one in walk(curriculum)
        if isinstance(one, FoundReference) and one.kind == "course"
    ]
    stage = ("stages", 0, "items")
    assert courses == [
        ((*stage, 0, "course"), "a"),
        ((*stage, 1, "any_of", 0, "courses", 0, "course"), "b"),
    ]
