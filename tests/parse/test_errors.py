"""Errors of pydantic as findings: the right place whatever stands between, and safe facts."""

from typing import Any

import pytest

from jinzai.findings import rules_value
from jinzai.findings.finding import Finding
from jinzai.load.document import Document
from jinzai.load.one_file import load_document
from jinzai.model.kinds import PLAN_FILES
from jinzai.parse.errors import findings
from jinzai.parse.parse import parse_document

KINDS = {kind.name: kind for kind in PLAN_FILES}


def _document(name: str, text: str) -> Document:
    return load_document(f"content/plans/demo/{name}.yaml", KINDS[name], "demo", text).documents[0]


def _findings(name: str, text: str) -> list[Finding]:
    return parse_document(_document(name, text))[1]


def _pointed(finding: Finding, text: str) -> str:
    """The text that the finding's carets stand under."""
    place = finding.place
    return text.splitlines()[place.line - 1][place.column - 1 : place.end_column - 1]


CURRICULUM = """\
curricula:
  - id: a
    name: 甲
    role: staff
    stages:
      - id: s
        name: 段階
        items:
          - course: bpr
            note: "x\\ny"
          - {course: BPR}
          - {course: bpr, nots: x}
          - any_of: x
          - {any_of: [{courses: [{course: a, basis: y}]}]}
"""


def test_the_tag_of_a_union_is_not_taken_for_a_key_of_the_same_name() -> None:
    found = {_pointed(one, CURRICULUM): one.rule.code for one in _findings("curricula", CURRICULUM)}
    assert found == {
        '"x\\ny"': "not-one-line",
        "BPR": "malformed-id",
        "nots": "unknown-key",
        "x": "wrong-shape",
        "y": "unknown-word",
    }


MATRIX = """\
matrices:
  - id: a
    name: 甲
    legend: []
    columns: []
    rows:
      - skill: b
        marks: {ONE: ●, two: {mark: '', x: 1}, three: [●]}
"""


def test_keys_and_values_of_a_mapping_are_told_apart() -> None:
    found = {(_pointed(one, MATRIX), one.rule.code) for one in _findings("matrix", MATRIX)}
    assert found == {
        ("ONE", "malformed-id"),
        ("''", "empty-value"),
        ("x", "unknown-key"),
        ("[●]", "wrong-shape"),
    }


@pytest.mark.parametrize(
    ("hours", "code", "hint"),
    [
        ("{min: 1}", "missing-key", "「max: 」を加え、"),
        ("{min: 1, mx: 2}", "unknown-key", "もしかして: max。"),
        ("{placeholder: ○}", "malformed-id", "空欄の id"),
        ("○名", "blank-as-text", "{placeholder: その空欄のid}"),
        ("undefind", "not-a-number", "もしかして: undefined。"),
        ("該当なし", "not-a-number", "「該当なし」ではなく not-applicable と書いてください。"),
        ("記載なし", "not-a-number", "「記載なし」ではなく undefined と書いてください。"),
        ("対象外", "not-a-number", "当てはまらないなら、「対象外」ではなく not-applicable"),
        ("1〜2", "not-a-number", "{min: 1, max: 2}"),
        ("１～２時間", "not-a-number", "{min: 1, max: 2}"),
        ("[1]", "wrong-shape", "数を1つだけ"),
    ],
)
def test_advice_fits_what_may_stand_there(hours: str, code: str, hint: str) -> None:
    text = (
        "courses:\n  - id: a\n    name: 甲\n    deliveries:\n"
        f"      - {{format: video, hours: {hours}}}\n"
    )
    (found,) = _findings("courses", text)
    assert found.rule.code == code
    assert hint in found.hint


def test_a_misspelt_required_key_is_one_finding() -> None:
    (found,) = _findings("roles", "roles:\n  - id: a\n    nmae: 甲\n")
    assert found.rule.code == "unknown-key"
    assert "もしかして: name。" in found.hint


def test_a_long_value_is_cut_in_the_message() -> None:
    text = f"courses:\n  - id: a\n    name: 甲\n    deliveries:\n      - format: {'甲' * 500}\n"
    (found,) = _findings("courses", text)
    assert len(found.message) < 100


def test_an_error_that_no_rule_is_there_for_is_told_all_the_same() -> None:
    made: Any = {"type": "odd", "loc": ("roles", 0, "name"), "input": "甲", "msg": "", "ctx": {}}
    (found,) = findings(_document("roles", "roles:\n  - id: a\n    name: 甲\n"), [made])
    assert found.rule is rules_value.REJECTED_VALUE
    assert (found.place.line, found.place.column) == (3, 11)
    assert "odd" in found.hint
    assert "ここに書くのは、" in found.hint
