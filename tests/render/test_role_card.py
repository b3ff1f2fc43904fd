"""A text that is cut, and a card that leaves nothing out in silence."""

import pytest

from jinzai.render.role_card import shortened


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("短い。", "短い。"),
        ("一二三四五六七八九十", "一二三四五六七八九十"),
        ("一二三四五六七八九十一", "一二三四五六七八九…"),
        ("一二三四五。七八九十一", "一二三四五。…"),
        ("一二三四五、七八九十一", "一二三四五…"),
        ("一。三四五六七八九十一", "一。三四五六七八九…"),
    ],
)
def test_a_long_text_is_cut_after_a_mark_where_there_is_one(text: str, cut: str) -> None:
    assert shortened(text, 10) == cut
    assert len(shortened(text, 10)) <= 10
