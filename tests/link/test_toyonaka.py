"""Toyonaka's two course tables against sums and differences worked out by hand.

Source of every figure here: 豊中市デジタル人材育成プラン（令和7年2月）, the three OFF-JT tables
(`off-jt`) and （参考）教育・研修プログラム一覧 (`program-list`).
"""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from jinzai.check.check import check
from jinzai.link.catalogue import LinkedPlan, link_plan
from jinzai.link.disagreement import Disagreement
from jinzai.link.learning import Load, Span
from jinzai.load.content import load_frameworks, load_plan
from jinzai.parse.parse import parse

ROOT = Path(__file__).parents[2]


@cache
def _plan() -> LinkedPlan:
    documents = (
        *load_frameworks(ROOT).documents,
        *load_plan(ROOT, "content/plans/toyonaka").documents,
    )
    (content,) = check(parse(documents)).readable.values()
    return link_plan(content)


def _hours(least: float, most: float) -> Span:
    return Span(Decimal(str(least)), Decimal(str(most)))


# What the tables add up to; a course without hours, and a choice, are counted as such.
@pytest.mark.parametrize(
    ("curriculum", "hours", "days", "unknown", "choices"),
    [
        # 2+2+3+2+3+3+1+4 and 対面2h; UI/UXデザイン初級 and システム等基礎 have no hours
        ("staff-general", (22, 22), (0, 0), 2, False),
        # 左記研修に加え 3+3+4
        ("staff-digital", (32, 32), (0, 0), 2, False),
        # 2+4+3+4+4+2+2 and three of 1-2h, or リモート50h; UI/UXデザイン中級 has no hours
        ("practitioner-general", (24, 50), (0, 0), 1, True),
        # 左記研修; 自治体大学校研修 has no hours; 運用、保守委託 is for candidates only
        ("practitioner-digital", (24, 50), (0, 0), 2, True),
        # 5+5+4+2 hours and 2+2+2 days, or リモート20h
        ("leader-general", (16, 20), (0, 6), 0, True),
        # 左記研修; 【システム運用等】 is for some only
        ("leader-digital", (16, 20), (0, 6), 0, True),
        # 2+2+3+3+1+2+4+2
        ("staff-general-list", (19, 19), (0, 0), 0, False),
        ("staff-digital-list", (29, 29), (0, 0), 0, False),
        # 2+4+2+1+3+2+50+2
        ("practitioner-general-list", (66, 66), (0, 0), 0, False),
        # 左記研修; 自治大学校研修 has no hours; 【ICT人材候補者】 are some only
        ("practitioner-digital-list", (66, 66), (0, 0), 1, False),
        # 各5(two)+4, ライブ2日 or リモート5h, 2+2+2+2 days; or リモート20h
        ("leader-general-list", (14, 20), (0, 10), 0, True),
        ("leader-digital-list", (14, 20), (0, 10), 0, True),
    ],
)
def test_the_load_of_a_curriculum_is_the_sum_of_its_table(
    curriculum: str,
    hours: tuple[int, int],
    days: tuple[int, int],
    unknown: int,
    choices: bool,
) -> None:
    found = replace(_plan().linked_curricula[curriculum].load, ways=())
    assert found == Load(_hours(*hours), _hours(*days), unknown, choices, given=True)


# What the plan brackets with 【 】 is for some people of the curriculum, and in no other sum.
@pytest.mark.parametrize(
    ("curriculum", "stage", "hours"),
    [
        ("practitioner-digital", "operation-candidates", (4, 4)),
        ("practitioner-digital-list", "ict-candidates", (13, 13)),
        # 10, 1, 5 and twice 5 hours, or リモート30h
        ("leader-digital", "system-operation", (26, 30)),
        ("leader-digital-list", "ict-talent", (26, 30)),
    ],
)
def test_a_stage_for_some_people_has_a_sum_of_its_own(
    curriculum: str, stage: str, hours: tuple[int, int]
) -> None:
    (found,) = (one for one in _plan().linked_curricula[curriculum].apart if one.stage.id == stage)
    assert found.stage.only
    assert found.load.hours == _hours(*hours)


def _difference(course_id: str) -> Disagreement:
    (found,) = (one for one in _plan().disagreements if one.course_id == course_id)
    return found


def _loads(course_id: str) -> list[set[Load]]:
    """What each table says that a course takes."""
    views = _difference(course_id).views
    return [{linked.load for linked in view.deliveries} for view in views]


def _audiences(course_id: str) -> list[set[tuple[str, str]]]:
    """Role and department to which each table offers a course."""
    return [
        {(offer.role_id, department) for offer in view.offers for department in offer.departments}
        for view in _difference(course_id).views
    ]


def _everywhere(role: str) -> set[tuple[str, str]]:
    """A role in 各部局 and, by 左記研修, in デジタル関連部局."""
    return {(role, "general"), (role, "digital")}


def test_system_basic_has_hours_in_one_table_only() -> None:
    assert _difference("system-basic").delivery
    assert _loads("system-basic") == [{Load(unknown=1)}, {Load(hours=_hours(2, 2), given=True)}]
    # The list names it for 全職員 and, once more, for 実行する職員.
    assert _audiences("system-basic") == [
        _everywhere("all-staff"),
        _everywhere("all-staff") | _everywhere("practitioner"),
    ]


def test_procurement_differs_in_hours_and_in_department() -> None:
    assert _loads("procurement-outsourcing") == [
        {Load(hours=_hours(1, 2), given=True)},
        {Load(hours=_hours(5, 5), given=True)},
    ]
    assert _audiences("procurement-outsourcing") == [
        _everywhere("practitioner"),
        {("practitioner", "digital")},
    ]


def test_ai_and_rpa_differs_in_whom_it_is_for_only() -> None:
    found = _difference("ai-rpa-introduction")
    assert (found.listing, found.delivery, found.audience) == (False, False, True)
    assert _audiences("ai-rpa-introduction") == [
        _everywhere("all-staff"),
        _everywhere("practitioner"),
    ]


def test_project_management_can_be_taken_live_in_one_table_only() -> None:
    remote, live = Load(hours=_hours(5, 5), given=True), Load(days=_hours(2, 2), given=True)
    assert _loads("project-vendor-management") == [{remote}, {remote, live}]


def test_rpa_practice_is_five_hours_once_or_twice() -> None:
    assert _loads("rpa-advanced-practice") == [
        {Load(hours=_hours(5, 5), given=True)},
        {Load(hours=_hours(10, 10), given=True)},
    ]


def test_system_audit_is_for_other_departments() -> None:
    assert _audiences("system-audit") == [
        _everywhere("practitioner"),
        {("practitioner", "digital")},
    ]


@pytest.mark.parametrize(
    ("course", "listed"),
    [
        ("bpr-practice", [False, True]),
        ("generative-ai-basic", [False, True]),
        ("graphic-design", [True, False]),
        ("design-thinking", [True, False]),
        ("personal-information", [True, False]),
    ],
)
def test_a_course_that_one_table_leaves_out(course: str, listed: list[bool]) -> None:
    found = _difference(course)
    assert found.listing
    assert [bool(view.deliveries or view.offers) for view in found.views] == listed


@pytest.mark.parametrize("course", ["bpr-basic", "ict-basic", "stakeholder-management", "network"])
def test_courses_on_which_the_tables_agree(course: str) -> None:
    assert course in _plan().courses
    assert course not in [one.course_id for one in _plan().disagreements]


def test_an_or_between_lists_is_told_way_by_way() -> None:
    # 5+5+4 hours and 2+2+2 days with グラフィックデザイン 2h, or 情報処理技術者 20h; never
    # the hours of one with the days of the other.
    ways = {(way.hours, way.days) for way in _plan().linked_curricula["leader-general"].load.ways}
    assert ways == {(_hours(16, 16), _hours(6, 6)), (_hours(20, 20), _hours(0, 0))}
