"""Inferred facts: each `basis: inferred` of the files is found, wherever a model allows it."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from jinzai.check.check import check
from jinzai.link.catalogue import link_plan
from jinzai.link.inferred import MARKS, inferred_facts
from jinzai.link.requirements import cells
from jinzai.load.content import load
from jinzai.model.content import PlanContent
from jinzai.model.curriculum import Curriculum
from jinzai.model.kinds import PLAN_FILES
from jinzai.model.matrix import Matrices, Matrix
from jinzai.model.skill import Skill, Skills
from jinzai.parse.parse import Parsed, parse

from .sorts import possible_sorts

ROOT = Path(__file__).parents[2]
PLAN = next(kind.model for kind in PLAN_FILES if kind.name == "plan").model_validate(
    {
        "id": "p",
        "title": "計画",
        "issuer": {"name": "甲市"},
        "status": "adopted",
        "summary": "要約。",
    }
)


def _marked(value: Any) -> int:
    """How many keys that name a basis say `inferred` in raw values."""
    if isinstance(value, list):
        return sum(map(_marked, value))
    if not isinstance(value, dict):
        return 0
    own = [key for key, inner in value.items() if inner == "inferred"]
    return sum(str(key).endswith("basis") for key in own) + sum(map(_marked, value.values()))


def _plans() -> list[str]:
    return sorted(path.name for path in (ROOT / "content" / "plans").iterdir())


@pytest.mark.parametrize("plan_id", _plans())
def test_as_many_as_stand_in_the_files(plan_id: str) -> None:
    loaded = load(ROOT)
    content = next(
        index for index in _contents(parse(loaded.documents)) if index.plan.id == plan_id
    )
    raw = sum(
        _marked(document.tree.value)
        for document in loaded.documents
        if document.plan_id == plan_id
        and document.tree is not None
        # a row may say it for all its marks
        and not document.file.endswith("matrix.yaml")
    )
    found = inferred_facts(content, cells(content))
    assert sum(one.inferred for one in found if one.kind != "matrix") == raw


def _contents(parsed: Parsed) -> list[PlanContent]:
    return list(check(parsed).readable.values())


def _plan(**files: BaseModel) -> PlanContent:
    return PlanContent(PLAN, **files)  # type: ignore[arg-type]


def test_a_row_says_it_for_its_marks_and_they_stand_under_their_skills() -> None:
    matrix = {
        "id": "m",
        "name": "表",
        "legend": [{"mark": "●", "requirement": "required", "label": "必要"}],
        "columns": [{"id": "a", "role": "r"}, {"id": "b", "role": "q"}],
        "rows": [
            {"skill": "s", "marks": {"a": "●", "b": "●"}, "basis": "inferred"},
            {"skill": "t", "marks": {"a": "●", "b": {"mark": "●", "basis": "inferred"}}},
        ],
    }
    content = _plan(matrix_file=Matrices.model_validate({"matrices": [matrix]}))
    (found,) = inferred_facts(content, cells(content))
    assert (found.kind, found.fields) == MARKS
    assert (found.inferred, found.all) == (3, 4)
    assert [(key.kind, key.id, count) for key, count in found.found] == [
        ("skill", "s", 2),
        ("skill", "t", 1),
    ]


def test_a_basis_of_nothing_does_not_count() -> None:
    skills = [
        {"id": "s", "name": "一", "category": "c", "category_basis": "inferred"},
        {"id": "t", "name": "二"},
    ]
    content = _plan(skills_file=Skills.model_validate({"skills": skills}))
    (found,) = inferred_facts(content, ())
    assert (found.fields, found.inferred, found.all) == (("category_basis",), 1, 1)


def test_sorts_follow_the_models() -> None:
    assert ("skill", ("areas", "basis")) in set(possible_sorts("skill", Skill))
    assert set(possible_sorts("matrix", Matrix)) == {("matrix", ("legend", "basis")), MARKS}
    deep = ("curriculum", ("stages", "items", "any_of", "courses", "basis"))
    assert deep in set(possible_sorts("curriculum", Curriculum))


def test_a_plan_without_inferred_facts_has_none() -> None:
    assert link_plan(_plan()).cells == ()
    assert inferred_facts(_plan(), ()) == ()
