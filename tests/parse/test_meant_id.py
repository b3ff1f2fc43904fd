"""Advice about what is no id: the same in small letters, a comma of the wrong width."""

import pytest

from jinzai.parse.meant_id import id_advice, id_suggestion, spelt_as_id


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Data-Steward", "data-steward"), ("L1", "l1"), ("ｂｐｒ", "bpr"), ("dx_leader", "dx-leader")],
)
def test_what_only_capitals_width_or_underscores_keep_from_being_an_id(
    text: str, meant: str
) -> None:
    assert id_suggestion(text) == f"もしかして: {meant}。"
    assert spelt_as_id(text) == meant


@pytest.mark.parametrize("text", ["DX推進", "BPR とは", "", "-"])
def test_no_guess_at_an_id_that_nobody_wrote(text: str) -> None:
    assert id_suggestion(text) == ""


def test_ids_with_a_full_width_comma_between_them() -> None:
    assert "「、」でなく半角の「, 」" in id_advice("bpr、data", "skill")
    assert "区切" not in id_advice("業務改革、データ", "skill")
