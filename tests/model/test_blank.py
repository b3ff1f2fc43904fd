"""The sign of a blank, beside the same sign as a mark."""

import pytest

from jinzai.model.blank import BLANK, is_filled_in, is_sign


def _first(text: str) -> tuple[str, int, int]:
    found = BLANK.search(text)
    assert found is not None
    return text, found.start(), found.end()


@pytest.mark.parametrize("text", ["表の「○」は必須", "○印を付ける", "『◯』", '"○"の欄'])
def test_a_sign_in_quotation_marks_is_no_blank(text: str) -> None:
    assert is_sign(*_first(text))


@pytest.mark.parametrize(
    "text", ["○名", "令和○年度", "○○課", "約○", "◯市", "○", "第○回", "＋○時間", "○%"]
)
def test_a_blank_stands_beside_what_it_lacks(text: str) -> None:
    assert is_filled_in(*_first(text))
    assert not is_sign(*_first(text))


@pytest.mark.parametrize("text", ["表の○は必須", "○が3つある", "記号は○と△"])
def test_what_may_be_both(text: str) -> None:
    assert not is_filled_in(*_first(text))
    assert not is_sign(*_first(text))
