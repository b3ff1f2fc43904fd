"""What training costs, added up by hand from the plans' own tables.

豊中市: 「職員の区分ごとの研修等（OFF-JT）」の3つの表（off-jt）と「教育・研修プログラム一覧」
（program-list）。ほかの計画は、研修の名前だけを挙げて時間を示していない。
"""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from jinzai.compare.learning import Track, either, reach
from jinzai.compare.training import Training
from jinzai.link.catalogue import LinkedPlan
from jinzai.link.learning import Load, Span
from jinzai.model.course import Format
from tests.render import sample_plans as sample

# role, department, table: hours, days, unknown courses, courses, gates
TOYONAKA = {
    # 5+5+4+2時間と2+2+2日、または リモート20h
    ("leader", "general", "off-jt"): ((16, 20), (0, 6), 0, 7, 1),
    # 一覧: RPA応用・実践 5+5、データ利活用実践 4 の14時間に、プロジェクト管理を5hで受ければ19時間。
    # 日は BI2・データ2・BPR2・ステークホルダー2 の8日に、プロジェクト管理をライブで受ければ10日。
    # または リモート20h
    ("leader", "general", "program-list"): ((14, 20), (0, 10), 0, 7, 1),
    # 「左記研修」。【システム運用等】は一部の人だけ
    ("leader", "digital", "off-jt"): ((16, 20), (0, 6), 0, 7, 1),
    ("leader", "digital", "program-list"): ((14, 20), (0, 10), 0, 7, 1),
    # 2+4+3+4+4+2+2=21 と、1-2h が3つ、または リモート50h。UI/UXデザイン中級に時間がない
    ("practitioner", "general", "off-jt"): ((24, 50), (0, 0), 1, 12, 1),
    # 2+4+2+1+3+2+50+2
    ("practitioner", "general", "program-list"): ((66, 66), (0, 0), 0, 8, 1),
    # 「左記研修」に、時間のない自治体大学校研修が加わる
    ("practitioner", "digital", "off-jt"): ((24, 50), (0, 0), 2, 13, 1),
    ("practitioner", "digital", "program-list"): ((66, 66), (0, 0), 1, 9, 1),
    # 2+2+3+2+3+3+1+4 と対面2h。UI/UXデザイン初級とシステム等基礎に時間がない
    ("all-staff", "general", "off-jt"): ((22, 22), (0, 0), 2, 11, 0),
    # 2+2+3+3+1+2+4+2
    ("all-staff", "general", "program-list"): ((19, 19), (0, 0), 0, 8, 0),
    # 「左記研修に加え」3+3+4
    ("all-staff", "digital", "off-jt"): ((32, 32), (0, 0), 2, 14, 0),
    ("all-staff", "digital", "program-list"): ((29, 29), (0, 0), 0, 11, 0),
}
# role, department, table: who, hours, courses; what only some take is in none of the sums above
EXTRAS = {
    # 10+1+5+5+5 または 30
    ("leader", "digital", "off-jt"): ("システム運用等に当たる人", (26, 30), 6),
    ("leader", "digital", "program-list"): ("ICT人材", (26, 30), 6),
    ("practitioner", "digital", "off-jt"): ("システム運用等主導・推進候補者", (4, 4), 1),
    # 5+4+4
    ("practitioner", "digital", "program-list"): ("ICT人材候補者", (13, 13), 3),
}
# role: courses without published hours, different courses, gates; nothing has published hours
UNTOLD = {
    # レベル1に4、レベル2に4、レベル3に2、レベルの読めないもの3。情報セキュリティ基礎は2回数える。
    # レベル2はレベル1、レベル3はレベル2の修了が前提
    ("hirakata", "dx-leader"): (13, 12, 2),
    ("osaka-dx", "dx-officer"): (4, 4, 0),
    ("osaka-dx", "dx-manager"): (4, 4, 0),
    ("osaka-dx", "dx-leader"): (7, 7, 0),
    ("osaka-dx", "dx-follower"): (6, 6, 0),
    ("osaka-dx", "security-officer"): (1, 1, 0),
    ("osaka-dx", "system-section-manager"): (1, 1, 0),
    ("osaka-dx", "information-manager"): (1, 1, 0),
    ("osaka-dx", "information-staff"): (1, 1, 0),
    ("osaka-dx", "technical-staff"): (1, 1, 0),
    # 推奨する研修（Step1）と外部講座
    ("tokyo-template", "dx-headquarters"): (2, 2, 0),
    ("tokyo-template", "information-systems"): (1, 1, 0),
    ("tokyo-template", "dx-promoter"): (1, 1, 0),
    # リテラシー研修と推奨する研修（Step1）
    ("tokyo-template", "general-staff"): (2, 2, 0),
}


def _track(plan: LinkedPlan, role: str, department: str, table: str) -> Track:
    (found,) = [
        track
        for track in Training(plan).of_role(role)
        if (track.department, track.table) == (department, table)
    ]
    return found


def _span(bounds: tuple[int, int]) -> Span:
    return Span(Decimal(bounds[0]), Decimal(bounds[1]))


@pytest.mark.parametrize("key", TOYONAKA, ids="/".join)
def test_toyonakas_tables_add_up_as_published(
    plans: Mapping[str, LinkedPlan], key: tuple[str, str, str]
) -> None:
    hours, days, unknown, courses, gates = TOYONAKA[key]
    track = _track(plans["toyonaka"], *key)
    assert track.load.hours == _span(hours)
    assert track.load.days == _span(days)
    assert (track.load.unknown, track.courses, track.gates) == (unknown, courses, gates)


def test_toyonaka_has_no_other_tracks(plans: Mapping[str, LinkedPlan]) -> None:
    plan = plans["toyonaka"]
    assert {
        (role, track.department, track.table)
        for role in plan.roles
        for track in Training(plan).of_role(role)
    } == set(TOYONAKA)


@pytest.mark.parametrize("key", TOYONAKA, ids="/".join)
def test_what_only_some_take_stands_apart(
    plans: Mapping[str, LinkedPlan], key: tuple[str, str, str]
) -> None:
    extras = _track(plans["toyonaka"], *key).extras
    found = [(extra.only, extra.load.hours, extra.courses) for extra in extras]
    wanted = EXTRAS.get(key)
    assert found == ([] if wanted is None else [(wanted[0], _span(wanted[1]), wanted[2])])


@pytest.mark.parametrize("key", UNTOLD, ids="/".join)
def test_courses_without_published_hours_are_counted_and_never_0(
    plans: Mapping[str, LinkedPlan], key: tuple[str, str]
) -> None:
    (track,) = Training(plans[key[0]]).of_role(key[1])
    assert (track.load.unknown, track.courses, track.gates) == UNTOLD[key]
    assert not track.load.given
    told = reach([track.load])
    assert told is not None
    assert (told.hours, told.days) == (None, None)


def test_all_other_roles_have_no_training_at_all(plans: Mapping[str, LinkedPlan]) -> None:
    told = {("toyonaka", role) for role, _, _ in TOYONAKA} | set(UNTOLD)
    for plan in plans.values():
        for role in plan.roles:
            if (plan.id, role) not in told:
                assert Training(plan).of_role(role) == ()


def test_formats_are_counted_by_course(plans: Mapping[str, LinkedPlan]) -> None:
    track = _track(plans["toyonaka"], "leader", "general", "off-jt")
    # プロジェクト管理・RPA・データ・情報処理技術者がリモート、データはワークショップも
    assert track.formats == {
        Format.REMOTE: 4,
        Format.LIVE: 1,
        Format.WORKING: 1,
        Format.WORKSHOP: 1,
        Format.VIDEO: 1,
    }


def test_one_of_several_loads_is_their_range() -> None:
    assert either([]) is None
    one = Load(Span(Decimal(2), Decimal(3)), given=True)
    assert either([one]) == one
    both = either([one, Load(unknown=1)])
    assert both is not None
    assert both.hours == Span(Decimal(0), Decimal(3))
    assert both.choices


def _one_track(*items: object) -> Track:
    """The only track of a role whose training is one stage of these items."""
    made = sample.linked(
        sample.plan(
            roles={"roles": [{"id": "r", "name": "役割"}]},
            courses={"courses": [{"id": f"c{n}", "name": f"研修{n}"} for n in range(3)]},
            curricula={
                "curricula": [
                    {
                        "id": "k",
                        "name": "課程",
                        "role": "r",
                        "stages": [{"id": "s", "name": "段階", "items": items}],
                    }
                ]
            },
        )
    )
    (track,) = Training(made).of_role("r")
    return track


def test_a_course_in_two_options_of_one_choice_is_taken_once() -> None:
    both = [{"courses": [{"course": "c0"}, {"course": other}]} for other in ("c1", "c2")]
    track = _one_track({"any_of": both})
    assert (track.load.unknown, track.courses, track.repeats) == (2, 3, False)


def test_a_course_in_a_choice_and_beside_it_can_be_taken_twice() -> None:
    either_of = [{"courses": [{"course": one}]} for one in ("c0", "c1")]
    track = _one_track({"course": "c0"}, {"any_of": either_of})
    assert (track.load.unknown, track.courses, track.repeats) == (2, 2, True)


def test_what_two_curricula_include_counts_in_each() -> None:
    def curriculum(id: str, course: str, **more: str) -> dict[str, object]:
        stage = {"id": "s", "name": "段階", "items": [{"course": course}]}
        return {"id": id, "name": id, "role": "r", "stages": [stage], **more}

    def only_track(*curricula: dict[str, object]) -> Track:
        made = sample.linked(
            sample.plan(
                roles={"roles": [{"id": "r", "name": "役割"}, {"id": "q", "name": "ほか"}]},
                courses={"courses": [{"id": f"c{n}", "name": f"研修{n}"} for n in range(4)]},
                curricula={"curricula": list(curricula)},
            )
        )
        (track,) = Training(made).of_role("r")
        return track

    base = {**curriculum("base", "c0"), "role": "q"}
    middle = {**curriculum("middle", "c1", includes="base"), "role": "q"}
    one, two = (curriculum(id, c, includes="middle") for id, c in (("one", "c2"), ("two", "c3")))
    alone = only_track(base, middle, one)
    assert (alone.load.unknown, alone.courses, alone.repeats) == (3, 3, False)
    both = only_track(base, middle, one, two)
    assert (both.load.unknown, both.courses, both.repeats) == (6, 4, True)
    assert [course.id for course in both.taken] == ["c2", "c1", "c0", "c3"]
