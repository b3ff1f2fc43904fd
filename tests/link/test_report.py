"""The report: the same faults as the checks warn of, and everything that is not defined."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from jinzai.check.check import CHECKS, judge_plan
from jinzai.check.index import PlanIndex, site_index
from jinzai.findings.rules_completeness import (
    COURSE_NOT_USED,
    COURSE_TEACHES_NOTHING,
    HOURS_MISSING,
    ROLE_WITHOUT_COURSE,
    SKILL_NOT_TAUGHT,
)
from jinzai.link.catalogue import link_plan
from jinzai.link.report import (
    CheckReport,
    Gap,
    OpenHeadcount,
    OpenHours,
    OpenTarget,
    UndefinedFacts,
    report,
)
from jinzai.load.content import load
from jinzai.model.content import PlanContent
from jinzai.model.kinds import PLAN_FILES
from jinzai.parse.parse import parse

from .judged import judged

ROOT = Path(__file__).parents[2]
MODELS = {kind.name: kind.model for kind in PLAN_FILES}
PLAN = {
    "id": "p",
    "title": "計画",
    "issuer": {"name": "甲市"},
    "status": "adopted",
    "summary": "要約。",
}


def reported(facts: Mapping[str, Any] | None = None, **files: Mapping[str, Any]) -> CheckReport:
    """The report on a plan of plain values."""
    records: dict[str, Any] = {
        f"{name}_file": MODELS[name].model_validate(value) for name, value in files.items()
    }
    plan = MODELS["plan"].model_validate({**PLAN, **(facts or {})})
    content = PlanContent(plan, **records)  # type: ignore[arg-type]
    return report(link_plan(content, judged=judged(content)))


def opened(**files: Mapping[str, Any]) -> UndefinedFacts:
    return reported(**files).open


def ids(gaps: tuple[Gap, ...]) -> list[str]:
    return [gap.key.id for gap in gaps]


def _indexes() -> list[PlanIndex]:
    parsed = parse(load(ROOT).documents)
    site = site_index(parsed.plans, parsed.frameworks)
    return [PlanIndex(plan_id, files, site) for plan_id, files in parsed.plans.items()]


@pytest.mark.parametrize("index", _indexes(), ids=lambda index: index.plan_id)
def test_the_report_names_what_the_checks_warn_of(index: PlanIndex) -> None:
    found: dict[str, set[str]] = {}
    for source in CHECKS:
        for finding in source(index):
            found.setdefault(finding.rule.code, set()).add(finding.entity)
    assert index.content is not None
    said = report(link_plan(index.content, judged=judge_plan(index)))
    for rule, gaps in (
        (SKILL_NOT_TAUGHT, said.untaught),
        (COURSE_TEACHES_NOTHING, said.idle),
        (COURSE_NOT_USED, said.unused),
        (ROLE_WITHOUT_COURSE, said.untrained),
    ):
        assert {f"{gap.key.kind}:{gap.key.id}" for gap in gaps} == found.get(rule.code, set())
    unchecked = {f"course:{one.course_id}" for one in said.open.hours if not one.confirmed}
    assert unchecked == found.get(HOURS_MISSING.code, set())


LEARNING: dict[str, Any] = {
    "roles": {"roles": [{"id": "a", "name": "甲"}, {"id": "b", "name": "乙"}]},
    "skills": {"skills": [{"id": "s", "name": "一"}, {"id": "t", "name": "二"}]},
    "matrix": {
        "matrices": [
            {
                "id": "m",
                "name": "表",
                "legend": [{"mark": "●", "requirement": "required", "label": "必要"}],
                "columns": [{"id": "c", "role": "a"}],
                "rows": [
                    {"skill": "s", "marks": {"c": "●"}},
                    {"skill": "t", "marks": {"c": "●"}},
                ],
            }
        ]
    },
    "courses": {
        "courses": [
            {"id": "k", "name": "研修", "teaches": [{"skill": "s"}]},
            {"id": "l", "name": "余り"},
        ]
    },
    "curricula": {
        "curricula": [
            {
                "id": "u",
                "name": "課程",
                "role": "a",
                "stages": [{"id": "g", "name": "段階", "items": [{"course": "k"}]}],
            }
        ]
    },
}


def test_skills_courses_and_roles_that_training_leaves_alone() -> None:
    said = reported(**LEARNING)
    assert ids(said.untaught) == ["t"]
    assert ids(said.idle) == ["l"]
    assert ids(said.unused) == ["l"]
    assert ids(said.untrained) == ["b"]


def test_a_skill_that_a_curriculum_covers_is_taught() -> None:
    (curriculum,) = LEARNING["curricula"]["curricula"]
    covering = {"curricula": [{**curriculum, "covers": [{"skill": "t"}]}]}
    said = reported(**{**LEARNING, "curricula": covering})
    assert ids(said.untaught) == []
    assert ids(said.idle) == ["l"]


def test_the_only_course_of_a_curriculum_teaches_what_the_curriculum_covers() -> None:
    def idle(*courses: str) -> list[str]:
        items = [{"course": course} for course in courses]
        curriculum = {"id": "u", "name": "課程", "role": "a", "covers": [{"skill": "t"}]}
        curriculum["stages"] = [{"id": "g", "name": "段階", "items": items}]
        return ids(reported(**{**LEARNING, "curricula": {"curricula": [curriculum]}}).idle)

    assert idle("l") == []
    assert idle("k", "l") == ["l"]


def test_an_accepted_warning_brings_its_reason_for_what_it_names_only() -> None:
    accepted = [
        {"code": "skill-not-taught", "at": "skill:t", "reason": "実務で学ぶ。"},
        {"code": "role-without-course", "at": "role:a", "reason": "別の役割。"},
        {"code": "course-not-used", "reason": "計画の全体。"},
    ]
    said = reported({"suppress": accepted}, **LEARNING)
    assert said.untaught[0].reason == "実務で学ぶ。"
    assert said.untrained[0].reason is None
    assert said.unused[0].reason == "計画の全体。"


def test_a_plan_that_sets_no_courses_is_not_blamed_for_each_skill() -> None:
    files = {name: LEARNING[name] for name in ("roles", "skills", "matrix")}
    said = reported(**files)
    assert said.untaught == said.untrained == ()
    assert {"courses", "curricula", "chapter"} <= set(said.open.files)


def test_parts_of_the_organisation_that_are_left_out() -> None:
    body = {"id": "b", "name": "課", "responsibilities": ["進める。"]}
    assert opened().parts == ()
    assert "bodies" not in opened(organisation={"bodies": [body]}).parts
    assert "reviews" in opened(organisation={"bodies": [body]}).parts


def test_facts_that_the_document_lacks() -> None:
    assert reported({"published": "2025-02"}).open.facts == ("period", "department", "contact")


@pytest.mark.parametrize(
    ("deliveries", "expected"),
    [
        ([], (False, False)),
        ([{"format": "video"}], (False, False)),
        ([{"format": "video", "hours": "undefined"}], (True, False)),
        (
            [{"format": "video", "hours": "undefined"}, {"format": "live", "days": "1"}],
            (True, True),
        ),
        ([{"format": "video", "plus": [{"format": "live", "days": "1"}]}], (False, True)),
        ([{"format": "video", "hours": "not-applicable"}], None),
        ([{"format": "video", "hours": "0"}], None),
    ],
)
def test_hours_that_are_undefined(
    deliveries: list[dict[str, Any]], expected: tuple[bool, bool] | None
) -> None:
    courses = {"courses": [{"id": "k", "name": "研修", "deliveries": deliveries}]}
    assert opened(courses=courses).hours == ((OpenHours("k", *expected),) if expected else ())


def test_numbers_of_people() -> None:
    roles = [
        {"id": "a", "name": "甲", "headcount": {"value": "undefined"}},
        {"id": "b", "name": "乙", "levels": [{"id": "l", "name": "1"}]},
        {"id": "c", "name": "丙", "headcount": {"value": "not-applicable"}},
        {"id": "d", "name": "丁", "part_of": "c"},
        {
            "id": "e",
            "name": "戊",
            "levels": [{"id": "l", "name": "1", "headcount": {"value": "undefined"}}],
        },
        {"id": "f", "name": "己"},
    ]
    target = {
        "id": "t",
        "name": "目標",
        "role": "f",
        "unit": "people",
        "values": [{"year": "2025", "value": "3"}],
    }
    found = opened(roles={"roles": roles}, targets={"targets": [target]})
    assert found.headcounts == (OpenHeadcount("a", None), OpenHeadcount("e", "l"))
    assert found.uncounted == ("b",)


def test_months_and_targets() -> None:
    items = [
        {"name": "春", "kind": "event", "months": {"start": "4", "end": "4"}},
        {"name": "いつか", "kind": "event", "months": "undefined"},
    ]
    lane = {"id": "l", "name": "行", "items": items}
    schedules = [{"id": "y", "name": "予定", "lanes": [lane]}]
    base = {"name": "目標", "unit": "people"}
    targets = [
        {**base, "id": "a", "values": [{"year": "2025", "value": "undefined"}]},
        {**base, "id": "b", "values": [{"value": "0"}]},
        {**base, "id": "c", "bound": "several", "values": [{"within": "5", "value": "undefined"}]},
    ]
    found = opened(schedule={"schedules": schedules}, targets={"targets": targets})
    assert [use.item.name for use in found.months] == ["いつか"]
    assert found.targets == (OpenTarget("a", (2025,)),)
    assert found.timeless == ("b",)


def test_a_curriculum_without_courses_trains_nobody() -> None:
    roles = {"roles": [{"id": one, "name": one} for one in ("a", "b", "c")]}
    courses = {"courses": [{"id": "k", "name": "研修"}]}
    stage = {"id": "s", "name": "段階", "items": [{"course": "k"}]}
    curricula = {
        "curricula": [
            {"id": "x", "name": "空", "role": "a", "stages": []},
            {"id": "y", "name": "実務", "role": "b", "stages": [{"id": "s", "name": "実務"}]},
            {"id": "z", "name": "研修", "role": "c", "stages": [stage]},
        ]
    }
    found = reported(roles=roles, courses=courses, curricula=curricula)
    assert ids(found.untrained) == ["a", "b"]
