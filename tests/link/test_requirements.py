"""Requirements: a plan's cells, and what roles take over from those that they extend."""

from typing import Any

import pytest

from jinzai.link.requirements import Cell, CellOrigin, cells, strongest
from jinzai.model.base import Basis
from jinzai.model.content import PlanContent
from jinzai.model.matrix import Matrices, Requirement
from jinzai.model.plan import Plan
from jinzai.model.role import Roles

PLAN = Plan.model_validate(
    {"id": "p", "title": "計画", "issuer": {"name": "市"}, "status": "draft", "summary": "概要。"}
)


def _content(rows: list[dict[str, Any]], roles: list[dict[str, Any]]) -> PlanContent:
    matrix = {
        "id": "map",
        "name": "表",
        "legend": [
            {"mark": "●", "requirement": "required", "label": "必要"},
            {"mark": "★", "requirement": "conditional", "label": "職務による"},
        ],
        "columns": [
            {"id": "staff", "role": "staff"},
            {"id": "l1", "role": "leader", "level": "level-1"},
            {"id": "l2", "role": "leader", "level": "level-2"},
            {"id": "expert", "role": "expert"},
        ],
        "rows": rows,
    }
    named = [{"name": role["id"], **role} for role in roles]
    return PlanContent(
        PLAN,
        roles_file=Roles.model_validate({"roles": named}),
        matrix_file=Matrices.model_validate({"matrices": [matrix]}),
    )


ROLES: list[dict[str, Any]] = [
    {"id": "expert", "extends": {"role": "leader"}},
    {
        "id": "leader",
        "extends": {"role": "staff"},
        "levels": [{"id": "level-1", "name": "1"}, {"id": "level-2", "name": "2"}],
    },
    {"id": "staff"},
]


def _inherited(found: tuple[Cell, ...], role: str) -> list[tuple[str, str, str | None]]:
    return [
        (cell.skill_id, cell.mark, cell.via)
        for cell in found
        if cell.role_id == role and cell.origin is CellOrigin.INHERITED
    ]


def test_own_cells_come_row_by_row_with_the_legends_words() -> None:
    rows = [
        {"skill": "a", "marks": {"l2": "★", "staff": "●"}},
        {"skill": "b", "marks": {"l1": {"mark": "●", "basis": "inferred", "note": "注"}}},
    ]
    found = cells(_content(rows, [{"id": "leader"}, {"id": "staff"}, {"id": "expert"}]))
    assert [(c.skill_id, c.role_id, c.level_id, c.mark, c.label) for c in found] == [
        ("a", "staff", None, "●", "必要"),
        ("a", "leader", "level-2", "★", "職務による"),
        ("b", "leader", "level-1", "●", "必要"),
    ]
    assert [c.basis for c in found] == [Basis.STATED, Basis.STATED, Basis.INFERRED]
    assert found[2].note == "注"


def test_a_role_takes_over_what_it_does_not_ask_for_itself() -> None:
    rows = [
        {"skill": "a", "marks": {"staff": "●"}},
        {"skill": "b", "marks": {"staff": "●", "l1": "★"}},
    ]
    found = cells(_content(rows, ROLES))
    assert _inherited(found, "leader") == [("a", "●", "staff")]


def test_a_chain_is_followed_and_the_nearest_wins() -> None:
    rows = [
        {"skill": "a", "marks": {"staff": "●"}},
        {"skill": "b", "marks": {"staff": "●", "l1": "★"}},
        {"skill": "c", "marks": {"l2": "●", "expert": "★"}},
    ]
    found = cells(_content(rows, ROLES))
    assert _inherited(found, "expert") == [("b", "★", "leader"), ("a", "●", "staff")]
    assert all(cell.level_id is None for cell in found if cell.origin is CellOrigin.INHERITED)


def test_of_several_levels_the_strongest_mark_is_taken_over() -> None:
    rows = [{"skill": "a", "marks": {"l1": "★", "l2": "●"}}]
    assert _inherited(cells(_content(rows, ROLES)), "expert") == [("a", "●", "leader")]


def test_where_a_level_is_extended_only_its_marks_are_taken_over() -> None:
    rows = [
        {"skill": "a", "marks": {"l1": "★", "l2": "●"}},
        {"skill": "b", "marks": {"l2": "●"}},
    ]
    roles = [{"id": "expert", "extends": {"role": "leader", "level": "level-1"}}, *ROLES[1:]]
    assert _inherited(cells(_content(rows, roles)), "expert") == [("a", "★", "leader")]


@pytest.mark.parametrize("order", [[0, 1], [1, 0]])
def test_required_is_stronger_than_conditional_in_any_order(order: list[int]) -> None:
    rows = [{"skill": "a", "marks": {"l1": "★", "l2": "●"}}]
    own = cells(_content(rows, [{"id": "leader"}]))
    (chosen,) = strongest([own[number] for number in order], None)
    assert chosen.requirement is Requirement.REQUIRED
