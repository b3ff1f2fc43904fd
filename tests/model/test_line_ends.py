"""What stands for the end of a line: nothing between Japanese characters, else a space."""

import pytest

from jinzai.load.one_file import load_document
from jinzai.model.kinds import FILE_KINDS
from jinzai.model.line_ends import needs_space, unfolded


@pytest.mark.parametrize(
    ("before", "after", "needed"),
    [
        ("行", "次", False),
        ("。", "「", False),
        ("ー", "Ａ", False),
        ("行", "D", True),
        ("X", "次", True),
        ("a", "b", True),
        ("", "次", True),
    ],
)
def test_a_space_is_needed_unless_both_are_wide(before: str, after: str, needed: bool) -> None:
    assert needs_space(before, after) is needed


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("業務を\n  見直す。", "業務を見直す。"),
        (">\n    業務を\n    見直す。\n    改める。\n", "業務を見直す。改める。\n"),
        (
            ">-\n    業務を\n\n    見直す。\n    DX\n    を進める。",
            "業務を\n見直す。 DX を進める。",
        ),
        ('"業務を\n    見直す。"', "業務を見直す。"),
        ("'業務を\n    ''見直す''。\n    次へ'", "業務を '見直す'。次へ"),
        ("甲 乙\n  甲 乙\n  丙", "甲 乙甲 乙丙"),
        ("the plan\n  of a city", "the plan of a city"),
        ("|\n    業務を\n    見直す。\n", "業務を\n見直す。\n"),
        (">\n    業務を\n      - 一覧\n    見直す。\n", "業務を\n  - 一覧\n見直す。\n"),
    ],
)
def test_yaml_folds_no_space_into_japanese(written: str, value: str) -> None:
    loaded = load_document("x.yaml", FILE_KINDS[0], "x", f"note: {written}")
    (document,) = loaded.documents
    assert document.tree is not None
    assert document.tree.value == {"note": value}
    assert loaded.findings == ()


def test_a_space_that_was_typed_stays() -> None:
    assert unfolded("甲を 乙と 丙を 丁と", "甲を 乙と\n丙を 丁と") == "甲を 乙と丙を 丁と"
