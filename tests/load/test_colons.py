"""A second colon in a line: the name of the field says whether braces or quotes are wanted."""

import pytest

from jinzai.findings import rules_syntax
from jinzai.load.one_file import load_document
from jinzai.model.kinds import PLAN_FILES

MATRIX = next(kind for kind in PLAN_FILES if kind.name == "matrix")


def _hint(text: str) -> str:
    (found,) = load_document("content/plans/demo/matrix.yaml", MATRIX, "demo", text).findings
    assert found.rule is rules_syntax.COLON_IN_TEXT
    return found.hint


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("marks: l3: ★", "「marks: {l3: ★}」"),
        ("source: page: 8", "「source: {page: 8}」"),
        ("months: start: 4, end: 6", "「months: {start: 4, end: 6}」"),
        ("headcount: value: 3", "「headcount: {value: 3}」"),
        ("teaches: skill: bpr", "「teaches: [{skill: bpr}]」"),
        ("- marks: l3: ★ # ここ", "「marks: {l3: ★}」"),
    ],
)
def test_a_group_gets_braces(line: str, said: str) -> None:
    assert _hint(f"{line}\n") == f"項目の組は {{ }} で囲み、{said}と書いてください。"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("summary: 対象: 全職員", '「summary: "対象: 全職員"」'),
        ("name: dx: 基礎", '「name: "dx: 基礎"」'),
        ('note: 甲: "乙"', "「note: '甲: \"乙\"'」"),
    ],
)
def test_a_text_gets_quotes(line: str, said: str) -> None:
    assert f"値の全体を引用符で囲み、{said}と書いてください。" in _hint(f"{line}\n")


def test_a_field_that_may_be_either_gets_both() -> None:
    hint = _hint("nobody: l3: ★\n")
    assert "「nobody: {l3: ★}」" in hint
    assert '「nobody: "l3: ★"」' in hint


def test_a_long_text_is_not_repeated() -> None:
    assert "囲んでください" in _hint(f"note: 対象: {'甲' * 100}\n")
