"""The whole check: order, sealed content, and no word about what only follows."""

import pytest

from jinzai.findings.finding import Severity

from .plans import checked


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
    assert [content.plan.id for content in found.readable] == ["demo", "other"]


def test_findings_come_sorted_by_place() -> None:
    found = checked(
        targets=("role: leader", "role: none"),
        roles=("(skill:bpr)", "(skill:none)"),
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
