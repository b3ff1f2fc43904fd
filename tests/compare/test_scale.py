"""Levels stand on one axis only where content says how."""

from jinzai.compare.comparison import Comparison
from jinzai.compare.scale import axis
from jinzai.model.audience import FrameworkLink, Relation
from jinzai.model.framework import Framework
from jinzai.model.role import Level

from .made import role


def _framework(id: str, *entries: str) -> Framework:
    return Framework.model_validate(
        {
            "id": id,
            "title": "段階",
            "kind": "level",
            "summary": "レベルを並べるための段階。",
            "entries": [
                {"id": entry, "name": entry, "definition": "段階。", "origin": "ours"}
                for entry in entries
            ],
        }
    )


def _level(id: str, entry: str | None = None) -> Level:
    link = None if entry is None else FrameworkLink(entry=entry, relation=Relation.CLOSE)
    return Level(id=id, name=id, scale=link)


STEPS = _framework("steps", "learn", "practice", "lead")
OTHER = _framework("other", "low", "high")
LEADER = role(
    "p", "leader", levels=(_level("level-1", "steps/learn"), _level("level-2", "steps/practice"))
)
PROMOTER = role(
    "q",
    "promoter",
    levels=(
        _level("step-1", "steps/practice"),
        _level("step-2", "steps/practice"),
        _level("step-3", "steps/lead"),
    ),
)
STAFF = role("q", "staff")


def test_levels_that_are_all_mapped_stand_on_one_axis() -> None:
    found = axis([LEADER, PROMOTER, STAFF], [OTHER, STEPS])
    assert found is not None
    assert found.framework is STEPS
    assert [
        (step.entry.id, [(one.role.plan_id, one.level.id) for one in step.levels])
        for step in found.steps
    ] == [
        ("learn", [("p", "level-1")]),
        ("practice", [("p", "level-2"), ("q", "step-1"), ("q", "step-2")]),
        ("lead", [("q", "step-3")]),
    ]
    assert found.without == (STAFF,)


def test_one_level_left_open_leaves_all_side_by_side() -> None:
    open_ended = role("r", "r", levels=(_level("one", "steps/learn"), _level("two")))
    assert axis([LEADER, open_ended], [STEPS]) is None


def test_levels_of_different_scales_have_no_axis() -> None:
    elsewhere = role("r", "r", levels=(_level("one", "other/low"), _level("two", "other/high")))
    assert axis([LEADER, elsewhere], [STEPS, OTHER]) is None


def test_the_levels_of_one_role_need_no_axis() -> None:
    assert axis([LEADER, STAFF], [STEPS]) is None
    assert axis([], [STEPS]) is None


def test_the_five_plans_declare_no_scale(compared: Comparison) -> None:
    # 枚方市のレベルは研修の修了、ひな形のStep2・3は案件を率いた経験で決まり、高さを並べられない
    leader = compared.plans["hirakata"].roles["dx-leader"]
    promoter = compared.plans["tokyo-template"].roles["dx-promoter"]
    assert len(leader.role.levels) == len(promoter.role.levels) == 3
    assert compared.scales == ()
    assert axis([leader, promoter], compared.scales) is None
