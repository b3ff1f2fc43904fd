"""The hours of each class, reckoned by hand from 豊中市デジタル人材育成プラン.

Lines are those of the published text, as extracted: 240 全職員の表、255 実行する職員の表、
271 主導・推進する職員の表、279〜281 （参考）一覧、110 研修を修了した人だけが次の段階を受ける。
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from jinzai.compare.class_training import ClassGroup, TableReach, class_groups, table_reaches
from jinzai.compare.profile import PlanProfile, profile
from jinzai.link.catalogue import LinkedPlan
from jinzai.link.learning import Span
from jinzai.model.base import Basis
from tests.render import sample_plans as sample

OFF_JT, LIST = "off-jt", "program-list"

# role: table: hours, days, courses without hours
BY_ROLE = {
    # 240行: 動画 2+2+3+2+3+3+1+4 と対面 2 で 22。デジタル関連部局は 3+3+4 が加わり 32。
    # UI/UXデザイン初級とシステム等基礎に時間がない。281行: 2+2+3+3+1+2+4+2 で 19、3+3+4 で 29
    "all-staff": {OFF_JT: ((22, 32), (0, 0), (2, 2)), LIST: ((19, 29), (0, 0), (0, 0))},
    # 255行: 2+4+3+4+4+2+2 に 1〜2 が3つで 24〜27（時間なし1）。または 50（時間なし0）。
    # 280行: 2+4+2+1+3+2+50+2 で 66
    "practitioner": {OFF_JT: ((24, 50), (0, 0), (0, 2)), LIST: ((66, 66), (0, 0), (0, 1))},
    # 271行: 5+5+4+2 で16時間と 2+2+2 日。または 20。279行: 5+5+4 で14時間と 2+2+2+2+2 日。または
    # プロジェクト管理を5時間で受けて19時間と8日。または 20
    "leader-for-digital": {OFF_JT: ((16, 20), (0, 6), (0, 0)), LIST: ((14, 20), (0, 10), (0, 0))},
    # 271行【システム運用等】・279行【ICT人材】: 10+1+5+5+5 で26、または 30 が、上に加わる。
    # 313行: システム等の主導・推進職員は、各部局の欄が「—」で、デジタル関連部局だけにいる
    "leader-for-systems": {OFF_JT: ((42, 50), (0, 6), (0, 0)), LIST: ((40, 50), (0, 10), (0, 0))},
}

# role, department, table: hours, days, courses without hours of all stages up to this one
WHOLE_WAY = {
    # 22 と、24〜27 か 50
    ("practitioner", "general", OFF_JT): ((46, 72), (0, 0), 3),
    ("practitioner", "digital", OFF_JT): ((56, 82), (0, 0), 4),
    ("practitioner", "general", LIST): ((85, 85), (0, 0), 0),
    ("practitioner", "digital", LIST): ((95, 95), (0, 0), 1),
    # その上に 16時間と6日、または 20
    ("leader-for-digital", "general", OFF_JT): ((62, 92), (0, 6), 3),
    ("leader-for-digital", "digital", OFF_JT): ((72, 102), (0, 6), 4),
    ("leader-for-digital", "general", LIST): ((99, 105), (0, 10), 0),
    ("leader-for-digital", "digital", LIST): ((109, 115), (0, 10), 1),
    # その上に 26 か 30
    ("leader-for-systems", "digital", OFF_JT): ((98, 132), (0, 6), 4),
    ("leader-for-systems", "digital", LIST): ((135, 145), (0, 10), 1),
}


@pytest.fixture(scope="module")
def toyonaka(plans: Mapping[str, LinkedPlan]) -> PlanProfile:
    return profile(plans["toyonaka"])


def span(bounds: tuple[int, int]) -> Span:
    return Span(Decimal(bounds[0]), Decimal(bounds[1]))


def told(tables: tuple[TableReach, ...]) -> dict[str | None, tuple[Any, Any, Any]]:
    return {one.table: (one.reach.hours, one.reach.days, one.reach.unknown) for one in tables}


@pytest.mark.parametrize("role", BY_ROLE)
def test_each_table_has_a_range_of_its_own(toyonaka: PlanProfile, role: str) -> None:
    found = told(table_reaches(toyonaka.roles[role].training))
    assert found == {
        table: (span(hours), span(days), unknown)
        for table, (hours, days, unknown) in BY_ROLE[role].items()
    }


def test_stages_that_follow_each_other_are_added_up_by_table(toyonaka: PlanProfile) -> None:
    found = {
        (role.id, track.department, track.table): track.whole_way
        for role in toyonaka.roles.values()
        for track in role.training
        if track.whole_way is not None and role.id != "leader"
    }
    assert {key: (load.hours, load.days, load.unknown) for key, load in found.items() if load} == {
        key: (span(hours), span(days), unknown) for key, (hours, days, unknown) in WHOLE_WAY.items()
    }


def test_a_stage_for_the_people_of_one_part_is_in_its_sum_alone(toyonaka: PlanProfile) -> None:
    roles = toyonaka.roles
    of_systems = table_reaches(roles["leader-for-systems"].training)
    assert [[one.only for one in table.counted] for table in of_systems] == [
        ["システム運用等に当たる人"],
        ["ICT人材"],
    ]
    assert all(table.inferred for table in of_systems)
    for track in roles["leader-for-digital"].training:
        assert (track.counted, track.extras) == ((), ())
    # 255行【システム運用等主導・推進候補者】4、280行【ICT人材候補者】5+4+4
    extras = [table.extras for table in table_reaches(roles["practitioner"].training)]
    assert [[(one.only, int(one.load.hours.most)) for one in found] for found in extras] == [
        [("システム運用等主導・推進候補者", 4)],
        [("ICT人材候補者", 13)],
    ]


def test_training_for_all_staff_stands_at_every_role_that_does_not_take_it_already(
    plans: Mapping[str, LinkedPlan],
) -> None:
    def beside(plan_id: str) -> dict[str, int]:
        plan = profile(plans[plan_id])
        return {role.id: len(plan.for_all_beside(role)) for role in plan.roles.values()}

    # 東京都のひな形 209行: 全職員を対象とした基礎研修（リテラシー研修）
    assert beside("tokyo-template") == {
        "cio-advisor": 1,
        "management": 1,
        "dx-headquarters": 1,
        "information-systems": 1,
        "dx-promoter": 1,
        "general-staff": 0,
    }
    # 豊中市の実行・主導の段階は、全職員の研修を修了してから受ける
    assert beside("toyonaka") == {
        "expert": 4,
        "leader": 0,
        "leader-for-digital": 0,
        "leader-for-systems": 0,
        "practitioner": 0,
        "all-staff": 0,
    }
    # 枚方市は、全職員に向けた研修を書いていない
    assert set(beside("hirakata").values()) == {0}


def test_training_of_an_extended_role_is_apart_and_without_that_for_all_staff(
    plans: Mapping[str, LinkedPlan],
) -> None:
    tokyo, hirakata = (profile(plans[id]).roles for id in ("tokyo-template", "hirakata"))
    base = tokyo["management"].base
    assert base is not None
    assert base.role.role == "general-staff"
    assert [[course.id for course in track.taken] for track in base.tracks] == [
        ["recommended-training"]
    ]
    assert tokyo["management"].training == ()
    base = hirakata["systems-staff"].base
    assert base is not None
    assert (base.role.role, base.role.level) == ("dx-leader", "level-3")
    assert hirakata["systems-staff"].training == ()


# Made plans


def training(id: str, role: str, hours: str, **more: Any) -> dict[str, Any]:
    stage = {"id": "s", "name": "段階", "items": [{"course": f"h{hours}"}]}
    return {"id": id, "name": id, "role": role, "stages": [stage], **more}


def made(roles: list[dict[str, Any]], curricula: list[dict[str, Any]], **facts: Any) -> PlanProfile:
    hours = {item["course"] for one in curricula for s in one["stages"] for item in s["items"]}
    courses = [
        {"id": id, "name": id, "deliveries": [{"format": "video", "hours": id[1:]}]}
        for id in sorted(hours)
    ]
    return profile(
        sample.linked(
            sample.plan(
                roles={"roles": roles},
                courses={"courses": courses},
                curricula={"curricula": curricula},
                **facts,
            )
        )
    )


def role(id: str, relation: str | None = None, **more: Any) -> dict[str, Any]:
    links = [{"entry": "classes/leader", "relation": relation}] if relation else []
    return {"id": id, "name": id, "classes": links, **more}


TABLES = {"facts": {"tables": [{"id": "t", "name": "表"}, {"id": "u", "name": "一覧"}]}}


def groups(plan: PlanProfile) -> list[tuple[list[str], bool, dict[str | None, Any]]]:
    def hours(group: ClassGroup) -> dict[str | None, Any]:
        return {
            one.table: (one.reach.hours.least, one.reach.hours.most)
            for one in group.tables
            if one.reach.hours is not None
        }

    return [
        ([one.id for one, _ in group.roles], group.belongs, hours(group))
        for group in class_groups(plan, "classes/leader")
    ]


@pytest.mark.parametrize("relation", ["broad", "narrow"])
def test_a_wider_or_narrower_role_has_a_range_of_its_own(relation: str) -> None:
    plan = made(
        [role("a", "exact"), role("b", "close"), role("c", relation)],
        [training("ka", "a", "2"), training("kb", "b", "5"), training("kc", "c", "40")],
    )
    assert groups(plan) == [
        (["a", "b"], True, {None: (2, 5)}),
        (["c"], False, {None: (40, 40)}),
    ]


def test_a_class_with_only_such_roles_shows_them() -> None:
    plan = made([role("c", "broad")], [training("kc", "c", "40")])
    assert groups(plan) == [(["c"], False, {None: (40, 40)})]


def test_roles_that_follow_each_other_are_not_one_range() -> None:
    plan = made(
        [role("a", "exact"), role("between"), role("c", "close")],
        [
            training("ka", "a", "2"),
            training("kb", "between", "3", after=["ka"]),
            training("kc", "c", "40", after=["kb"]),
        ],
    )
    assert groups(plan) == [(["a"], True, {None: (2, 2)}), (["c"], True, {None: (40, 40)})]


def test_tables_are_never_in_one_range() -> None:
    plan = made(
        [role("a", "exact"), role("b", "exact")],
        [training("ka", "a", "2", table="t"), training("kb", "b", "40", table="u")],
        **TABLES,
    )
    assert groups(plan) == [(["a", "b"], True, {"t": (2, 2), "u": (40, 40)})]


def whole_ways(plan: PlanProfile, role_id: str) -> list[int | None]:
    return [
        None if track.whole_way is None else int(track.whole_way.hours.most)
        for track in plan.roles[role_id].training
    ]


def test_stages_of_two_tables_have_no_sum() -> None:
    plan = made(
        [role("a"), role("b")],
        [training("ka", "a", "2", table="t"), training("kb", "b", "40", table="u", after=["ka"])],
        **TABLES,
    )
    assert whole_ways(plan, "b") == [None]
    assert plan.roles["b"].tracks[0].step is not None


def test_a_step_that_two_others_ask_for_counts_once() -> None:
    plan = made(
        [role("a"), role("b"), role("c"), role("d"), role("e")],
        [
            training("ka", "a", "1"),
            training("kb", "b", "2", after=["ka"]),
            training("kc", "c", "4", after=["ka"]),
            training("kd", "d", "8", after=["kb", "kc"]),
            training("ke", "e", "16", after=["kd"]),
        ],
    )
    assert whole_ways(plan, "d") == [15]
    assert whole_ways(plan, "e") == [31]


def test_what_a_step_includes_counts_once() -> None:
    plan = made(
        [role("a"), role("b"), role("c"), role("d")],
        [
            training("ka", "a", "1"),
            training("kb", "b", "2", includes="ka"),
            training("kc", "c", "4", after=["kb", "ka"]),
            training("kd", "d", "8", includes="kb", after=["ka"]),
        ],
    )
    assert whole_ways(plan, "c") == [7]
    # What d asks for first is in its own training: nothing is left to come before it.
    assert int(plan.roles["d"].training[0].load.hours.most) == 11
    assert whole_ways(plan, "d") == [None]


def test_an_included_curriculum_says_what_comes_first() -> None:
    plan = made(
        [role("a"), role("b"), role("c")],
        [
            training("ka", "a", "1"),
            training("kb", "b", "2", after=["ka"]),
            training("kc", "c", "4", includes="kb"),
        ],
    )
    assert whole_ways(plan, "c") == [7]


def test_curricula_that_lead_back_to_themselves_end() -> None:
    plan = made(
        [role("a"), role("b")],
        [training("ka", "a", "1", includes="kb"), training("kb", "b", "2", after=["ka"])],
    )
    assert [len(plan.roles[id].training) for id in ("a", "b")] == [1, 1]


def part_stage(who: str, basis: Basis = Basis.STATED) -> dict[str, Any]:
    return {
        "id": f"for-{who}",
        "name": "一部",
        "only": f"{who}の人",
        "only_role": {"role": who, "basis": basis.value},
        "items": [{"course": "h7"}],
    }


PARTS = [
    role("whole"),
    role("one", part_of="whole"),
    role("two", part_of="whole"),
    role("below", part_of="one"),
]


def test_parts_of_a_part_take_its_stage_and_other_parts_do_not() -> None:
    curriculum = training("k", "whole", "2")
    curriculum["stages"].append(part_stage("one"))
    plan = made(PARTS, [curriculum])
    hours = {id: int(plan.roles[id].training[0].load.hours.most) for id in plan.roles}
    assert hours == {"whole": 2, "one": 9, "two": 2, "below": 9}
    assert [len(plan.roles[id].training[0].extras) for id in plan.roles] == [1, 0, 0, 0]


@pytest.mark.parametrize("basis", Basis)
def test_a_stage_whose_role_was_worked_out_makes_the_sum_inferred(basis: Basis) -> None:
    curriculum = training("k", "whole", "2")
    curriculum["stages"].append(part_stage("one", basis))
    (track,) = made(PARTS, [curriculum]).roles["one"].training
    assert track.load.inferred is (basis is Basis.INFERRED)


def test_departments_without_a_stage_for_the_part_are_not_the_parts() -> None:
    departments = {"departments": [{"id": "d", "name": "部"}, {"id": "e", "name": "課"}]}
    with_stage = training("kd", "whole", "3", departments=["d"])
    with_stage["stages"].append(part_stage("one"))
    plan = made(
        PARTS, [with_stage, training("ke", "whole", "2", departments=["e"])], facts=departments
    )
    found = {id: [track.department for track in plan.roles[id].training] for id in plan.roles}
    assert found == {"whole": ["d", "e"], "one": ["d"], "two": ["d", "e"], "below": ["d"]}


def test_training_for_all_staff_that_is_a_step_or_included_stands_apart_nowhere() -> None:
    plan = made(
        [role("staff"), role("a"), role("b"), role("c")],
        [
            training("k", "staff", "1", audience="all-staff"),
            training("ka", "a", "2", after=["k"]),
            training("kb", "b", "3", includes="k"),
            training("kc", "c", "4"),
        ],
    )
    found = {role.id: len(plan.for_all_beside(role)) for role in plan.roles.values()}
    assert found == {"staff": 0, "a": 0, "b": 0, "c": 1}
    assert int(plan.roles["c"].training[0].load.hours.most) == 4
