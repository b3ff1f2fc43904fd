"""The whole check: order, sealed content, and no word about what only follows."""

import pytest

from jinzai.check import completeness
from jinzai.check.check import check
from jinzai.check.index import PlanIndex, site_index
from jinzai.findings.finding import Severity
from jinzai.load.one_file import load_document
from jinzai.model.kinds import FRAMEWORK, PLAN_FILES
from jinzai.parse.parse import parse

from .plans import BASE, KINDS, checked


def _codes(**changes: tuple[str, str] | None) -> list[str]:
    return [finding.rule.code for finding in checked(**changes).findings]


def test_content_without_errors_is_handed_on() -> None:
    found = checked()
    assert found.findings == ()
    assert found.content is not None
    assert [content.plan.id for content in found.content.plans] == ["demo", "other"]
    assert [framework.id for framework in found.content.frameworks.frameworks] == [
        "role-classes",
        "skill-areas",
    ]


def test_a_warning_does_not_keep_content_back() -> None:
    found = checked(courses=("hours: 2", "note: 未定"))
    assert [finding.severity for finding in found.findings] == [Severity.WARNING]
    assert found.content is not None


def test_an_error_keeps_all_content_back_but_for_counting() -> None:
    found = checked(roles=("(skill:bpr)", "(skill:none)"))
    assert found.content is None
    assert list(found.readable) == ["demo", "other"]


def test_findings_come_sorted_by_place() -> None:
    found = checked(
        targets=("role: leader", "role: none"),
        roles=("(skill:bpr)", "(skill:nothing)"),
        courses=("- skill: data", "- skill: none"),
    )
    places = [finding.place for finding in found.findings]
    assert places == sorted(places)
    assert len(places) == 3


@pytest.mark.parametrize(
    "name",
    ["roles", "skills", "matrix", "courses", "curricula", "schedule", "practice", "glossary",
     "targets", "organisation", "plan"],
)  # fmt: skip
def test_a_file_that_is_not_yaml_is_one_finding(name: str) -> None:
    first = {"plan": "id: demo", "organisation": "bodies:", "practice": "practices:",
             "matrix": "matrices:", "schedule": "schedules:", "glossary": "terms:",
             "skills": "categories:"}.get(name, f"{name}:")  # fmt: skip
    assert len(_codes(**{name: (first, f"[{first}")})) == 1


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("roles", "name: リーダー\n    ext"),
        ("roles", "name: 一般職員"),
        ("skills", "name: データ活用"),
        ("skills", "name: デジタル\n"),
        ("matrix", "name: スキルマップ"),
        ("courses", "name: 業務改革の基礎"),
        ("courses", "name: データ活用の基礎"),
        ("curricula", "name: 全職員の研修"),
        ("curricula", "name: リーダーの研修"),
        ("schedule", "name: 年間の予定"),
        ("targets", "name: リーダーの数"),
        ("practice", "name: 職場での実践"),
        ("organisation", "name: 人事課"),
        ("glossary", "term: BPR"),
        ("plan", "name: 各部局"),
        ("plan", "name: 研修の表"),
        ("plan", "meaning: 外部から迎える人の数。"),
        ("plan", "title: 見本市デジタル人材育成計画"),
        ("plan", "reason: 時間は講師と決めるため。"),
        ("background", "title: 背景"),
    ],
)
def test_an_item_that_cannot_be_read_is_one_finding(name: str, old: str) -> None:
    key, colon, rest = old.partition(":")
    assert _codes(**{name: (old, f"x{key}{colon}{rest}")}) == ["unknown-key"]


@pytest.mark.parametrize("id", ["id: Demo", "id: data", "id: con", "id: [demo", "name: demo"])
def test_a_plan_whose_id_cannot_be_read_does_not_also_differ_from_its_folder(id: str) -> None:
    assert "id-differs-from-name" not in _codes(plan=("id: demo", id))


def test_a_plan_with_the_id_of_another_folder_differs() -> None:
    assert _codes(plan=("id: demo", "id: demi")) == ["id-differs-from-name"]


@pytest.mark.parametrize("folder", ["con", "data"])
@pytest.mark.parametrize("plan", ["id: {}\n", "id: [\n"])
def test_a_folder_with_a_reserved_name_is_told_once(folder: str, plan: str) -> None:
    text = plan.format(folder) + "title: 題\nissuer: {name: 市}\nstatus: draft\nsummary: 概要。\n"
    loaded = load_document(f"content/plans/{folder}/plan.yaml", PLAN_FILES[0], folder, text)
    found = check(parse(loaded.documents), loaded.findings).findings
    assert [one.rule.code for one in found] == (
        ["reserved-id"] if "{" in plan else ["unclosed-bracket"]
    )


def test_a_framework_with_a_misspelt_ending_still_has_its_id() -> None:
    text = (BASE / "frameworks/role-classes.yaml").read_text("utf-8")
    loaded = load_document("content/frameworks/role-classes.yml", FRAMEWORK, "", text)
    assert check(parse(loaded.documents)).findings == ()


def test_a_target_that_falls_is_told_whatever_the_order_of_its_years() -> None:
    values = [(2027, 1), (2025, 9), (2026, 9)]
    listed = ", ".join(f"{{year: {year}, value: {value}}}" for year, value in values)
    text = "targets:\n  - {id: t, name: 目標, unit: people, values: [" + listed + "]}\n"
    loaded = load_document("content/plans/p/targets.yaml", KINDS["targets.yaml"], "p", text)
    index = PlanIndex("p", parse(loaded.documents).plans["p"], site_index(["p"], ()))
    assert [one.facts["after"] for one in completeness.targets(index)] == ["2027年度の1"]
