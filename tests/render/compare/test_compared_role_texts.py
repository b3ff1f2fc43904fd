"""A compared role has what a plan states for its levels, its parts, or the role above."""

from typing import Any

from jinzai.render.compare.compared_role import ComparedRole, ComparedRoles
from tests.render.compare.compared import city, role, sites


def made(*roles: dict[str, Any], **files: Any) -> dict[str, ComparedRole]:
    site = sites(city("a", *roles, **files))
    every = ComparedRoles(site.place("compare/detail.html"), site.compared.plans["a"]).every()
    return {one.key.partition("/")[2]: one for one in every}


def told(found: ComparedRole, key: str) -> list[tuple[str, str]]:
    return [(item.text, item.note) for item in found.lists.get(key, ())]


LEVELS = [
    {
        "id": "one",
        "name": "初級",
        "definition": "気づく。",
        "evidence": ["研修の修了"],
        "headcount": {"value": 20, "note": "令和9年度"},
    },
    {"id": "two", "name": "上級", "definition": "変える。", "evidence": ["1年の経験"]},
]


def test_a_role_has_the_facts_of_its_levels() -> None:
    found = made(role("a", "役割", levels=LEVELS))
    whole = found["a"]
    assert told(whole, "evidence") == [("研修の修了", "初級"), ("1年の経験", "上級")]
    assert told(whole, "duties") == [("気づく。", "初級"), ("変える。", "上級")]
    assert told(whole, "people") == told(whole, "headcount") == [("20人", "初級・令和9年度")]
    assert "people" not in whole.numbers
    assert told(found["a@one"], "duties") == [("気づく。", "初級")]
    assert found["a@one"].numbers["people"] == 20
    assert told(found["a@two"], "evidence") == [("1年の経験", "")]
    assert "people" not in found["a@two"].numbers


def test_duties_of_the_role_itself_come_before_what_its_levels_are() -> None:
    found = made(role("a", "役割", levels=LEVELS, duties=["率いる。"]))
    assert told(found["a"], "duties") == [("率いる。", "")]
    assert told(found["a@two"], "duties") == [("率いる。", "役割の全体について")]


def test_a_number_of_the_whole_role_is_not_replaced_by_those_of_its_levels() -> None:
    found = made(role("a", "役割", levels=LEVELS, headcount={"value": 45}))["a"]
    assert found.numbers["people"] == 45
    assert "people" not in found.lists
    assert told(found, "headcount") == [("45人", ""), ("20人", "初級・令和9年度")]


def test_a_role_has_what_its_parts_state_and_says_whose_it_is() -> None:
    found = made(
        role("whole", "管理職"),
        role("chief", "課長", part_of="whole", audience="課長。", duties=["指揮する。"]),
        role("vice", "次長", part_of="whole", levels=LEVELS),
    )
    assert told(found["whole"], "audience") == [("課長。", "「課長」")]
    assert told(found["whole"], "duties") == [
        ("指揮する。", "「課長」"),
        ("気づく。", "「次長」初級"),
        ("変える。", "「次長」上級"),
    ]
    assert "audience" not in found["vice"].lists


def test_a_part_has_what_the_nearest_role_above_states() -> None:
    found = made(
        role("part", "部分", part_of="middle", purpose="担う。"),
        role("middle", "中間", part_of="top", duties=["束ねる。"]),
        role("top", "上", sourcing="external", duties=["率いる。"], purpose="進める。"),
    )
    assert told(found["part"], "duties") == [("束ねる。", "上位の役割「中間」")]
    assert told(found["part"], "sourcing") == [("外部から登用", "上位の役割「上」")]
    assert told(found["part"], "purpose") == [("担う。", "")]
    assert told(found["middle"], "purpose") == [("担う。", "「部分」")]


def test_measures_say_how_the_people_of_a_role_are_found() -> None:
    hiring = {"id": "exam", "name": "試験の枠", "description": "枠で採る。", "roles": ["a"]}
    moving = {"id": "move", "name": "異動", "description": "配置する。", "roles": ["a"]}
    chosen = {"status": "option", "option": "案1"}
    studied = {**hiring, "id": "share", "name": "共有", "status": "under-study"}
    found = made(
        role("a", "役割"),
        role("b", "ほか"),
        organisation={"hiring": [hiring, studied], "placement": [{**moving, **chosen}]},
    )
    assert told(found["a"], "sourcing") == [
        ("試験の枠", "人材の確保"),
        ("共有", "人材の確保・検討中"),
        ("異動", "配置・活用・案1"),
    ]
    assert "sourcing" not in found["b"].lists


def test_what_nobody_states_stays_absent() -> None:
    found = made(role("a", "役割", levels=[{"id": "one", "name": "初級"}]))
    for key in ("duties", "evidence", "people", "headcount", "audience", "sourcing"):
        assert key not in found["a"].lists
        assert key not in found["a@one"].lists


def test_a_role_that_is_itself_a_level_has_it_in_the_row_of_levels() -> None:
    found = made(role("a", "役割", as_level="中級（2年目）"))
    assert told(found["a"], "levels") == [("中級（2年目）", "役割そのものが計画のレベル")]


def test_a_role_that_is_itself_a_level_has_what_must_be_finished_before_it() -> None:
    course = {"id": "c", "name": "研修", "deliveries": [{"format": "video", "hours": "2"}]}
    stages = [{"id": "s", "name": "段階", "items": [{"course": "c"}]}]
    curricula = [
        {"id": "k1", "name": "課程1", "role": "a", "stages": stages},
        {"id": "k2", "name": "課程2", "role": "b", "stages": stages, "after": ["k1"]},
    ]
    files = {"courses": {"courses": [course]}, "curricula": {"curricula": curricula}}
    found = made(role("a", "初めの人"), role("b", "次の人", as_level="中級"), **files)
    assert told(found["b"], "evidence") == [
        ("「初めの人」の研修の修了", "この役割の研修を受ける条件")
    ]
    assert "evidence" not in found["a"].lists
    # What comes before the training of any other role is no level.
    assert "evidence" not in made(role("a", "初めの人"), role("b", "次の人"), **files)["b"].lists


def test_training_that_only_a_text_states_stands_among_the_courses_and_in_no_number() -> None:
    found = made(role("a", "役割", training_in_text="[スキル](skill:s)に沿って行う。"))
    assert told(found["a"], "courses") == [
        ("スキルに沿って行う。", "文章だけにあり、研修の数に入らない")
    ]
    assert "courses" not in made(role("a", "役割"))["a"].lists
    assert not {key for key in found["a"].numbers if key.startswith("courses")}
