"""Characters that look like others, and what was meant by them."""

import unicodedata

import pytest

from jinzai.findings.hidden import REFUSED, character_name
from jinzai.findings.look_alike import LOOK_ALIKE, SPACES, meant, space_name, split_characters


@pytest.mark.parametrize(
    ("sign", "kanji"),
    [
        ("\u2f92", "見"),
        ("\u2f08", "人"),
        ("\u2ed1", "長"),
        ("\u2ec4", "西"),
        ("\u2ea0", "民"),
        ("\ufa19", "神"),
        ("\uf9dc", "隆"),
    ],
)
def test_the_kanji_that_was_meant(sign: str, kanji: str) -> None:
    assert LOOK_ALIKE.fullmatch(sign)
    assert meant(sign) == kanji


def test_each_radical_of_the_supplement_is_that_of_its_place() -> None:
    named = [chr(code) for code in range(0x2E80, 0x2EF4) if meant(chr(code))]
    assert len(named) > 90
    assert all(unicodedata.name(sign).startswith("CJK RADICAL") for sign in named)
    assert (meant("\u2e81"), meant("\u2eed"), meant("\u2ef3")) == ("厂", "歯", "龟")


def test_a_kanji_that_stands_among_the_compatibility_forms_is_itself() -> None:
    assert meant("\ufa11") == ""
    assert not LOOK_ALIKE.search("長西民神々〇あア")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("か\u3099く", [(0, "か\u3099")]),
        ("甲\nテ\u3099ータと\u2126", [(2, "テ\u3099"), (7, "\u2126")]),
        ("がプΩé葛\U000e0100", []),
    ],
)
def test_what_nfc_writes_otherwise(text: str, found: list[tuple[int, str]]) -> None:
    assert split_characters(text) == found


def test_special_spaces_are_named() -> None:
    assert [space_name(one) for one in SPACES.findall("a\u00a0b\u2003c\u2009d\u3000e f")] == [
        "改行しない空白 U+00A0",
        "全角幅の空白 U+2003",
        "特別な空白 U+2009",
    ]


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\u061c", "文字の向きの印 U+061C"),
        ("\u202e", "文字の向きの印 U+202E"),
        ("\U000e0041", "見えないタグの文字 U+E0041"),
        ("\ufdd0", "文字でない符号 U+FDD0"),
        ("\U0001ffff", "文字でない符号 U+1FFFF"),
        ("\u3164", "見えない埋め草の文字 U+3164"),
        ("\u200b", "幅のない空白 U+200B"),
    ],
)
def test_invisible_characters_are_refused_by_name(sign: str, name: str) -> None:
    assert REFUSED.fullmatch(sign)
    assert character_name(sign) == name


def test_what_names_and_emoji_need_is_allowed() -> None:
    assert not REFUSED.search("葛\U000e0100城市\ufe0f👩\u200d💻\u3000ｱ")
