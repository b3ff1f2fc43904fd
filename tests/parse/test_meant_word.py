"""Guesses at fixed words: slips of letters and words of the table, and nothing else."""

from enum import StrEnum

import pytest

from jinzai.model.course import Format
from jinzai.model.kinds import PLAN_FILES
from jinzai.model.plan import Status
from jinzai.model.target import Bound, Unit
from jinzai.parse.location import Location, locate
from jinzai.parse.meant_word import near, what_to_write, word_advice
from jinzai.parse.other_words import OTHER_WORDS

KINDS = {kind.name: kind for kind in PLAN_FILES}


def _of(enum: type[StrEnum], description: str = "") -> Location:
    return Location((), enum, enum, description)


@pytest.mark.parametrize(
    ("text", "known", "meant"),
    [
        ("nmae", ["name", "note"], "name"),
        ("at lest", list(Bound), "at-least"),
        ("ｖｉｄｅｏ", list(Format), "video"),
        ("in_person", list(Format), "in-person"),
        ("undefind", ["undefined", "not-applicable"], "undefined"),
        ("implemented", ["implements", "implemented-by"], "implemented-by"),
        ("descr", ["description", "name"], "description"),
    ],
)
def test_a_slip_of_letters(text: str, known: list[str], meant: str) -> None:
    assert near(text, known) == meant


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("at-most", list(Bound)),
        ("online", list(Format)),
        ("course", ["source"]),
        ("zzz", ["name", "note"]),
        ("", ["name"]),
        ("x", []),
        ("if", ["id"]),
        ("全然", ["undefined"]),
        ("cat", ["bat", "hat"]),
    ],
)
def test_no_guess_at_another_word(text: str, known: list[str]) -> None:
    assert near(text, known) is None


@pytest.mark.parametrize(
    ("enum", "text", "meant"),
    [
        (Format, "オンライン", "remote"),
        (Format, "online", "remote"),
        (Format, "ｅラーニング", "video"),
        (Format, "E-Learning", "video"),
        (Format, "集合研修", "in-person"),
        (Format, "ライブ配信", "live"),
        (Status, "素案", "draft"),
        (Unit, "名", "people"),
        (Unit, "割", "percent"),
        (Bound, "最低", "at-least"),
    ],
)
def test_another_word_for_a_fixed_word(enum: type[StrEnum], text: str, meant: str) -> None:
    assert word_advice(text, _of(enum)) == f"もしかして: {meant}。"


def test_a_word_that_the_description_explains() -> None:
    said = "video（動画）・several（複数。数は示されない）・workshop（ワークショップ）"
    assert word_advice("動画", _of(Format, said)) == "もしかして: video。"
    assert word_advice("ワークショプ", _of(Format, said)) == "もしかして: workshop。"
    assert word_advice("複数", _of(Bound, said)) == "もしかして: several。"


@pytest.mark.parametrize("text", ["at-most", "以下", "上限", "max"])
def test_an_upper_bound_has_no_word(text: str) -> None:
    assert word_advice(text, _of(Bound)).startswith(f"「{text}」を表す語はありません。")
    assert word_advice(text, _of(Unit)) == ""


@pytest.mark.parametrize("text", ["未定", "不明", "検討中"])
def test_a_field_with_a_word_for_no_value(text: str) -> None:
    value = {"schedules": [{"lanes": [{"items": [{"months": text}]}]}]}
    loc = ("schedules", 0, "lanes", 0, "items", 0, "months", "word")
    where = locate(KINDS["schedule"].model, value, loc)
    for place in (where, _of(Format)):
        assert f"「{text}」ではなく undefined と書いてください" in word_advice(text, place)


def test_no_other_word_has_two_meanings() -> None:
    for enum, words in OTHER_WORDS.items():
        said = [other for others in words.values() for other in others.split()]
        assert sorted(said) == sorted(set(said)), enum
        assert not {word.value for word in enum} & set(said), enum


@pytest.mark.parametrize(
    ("description", "said"),
    [
        ("計画での呼び方。", "、計画での呼び方を書いてください。"),
        (
            "半角英小文字・数字。公開後は変えない。",
            "、半角英小文字・数字で書いてください。公開後は変えない。",
        ),
        ("あらましを2〜3文で。", "、あらましを2〜3文で書いてください。"),
        ("スキルの id。", "、スキルの id を書いてください。"),
        ("計画の順に並べる。", "てください。書くこと: 計画の順に並べる。"),
        ("", "てください。"),
    ],
)
def test_what_a_missing_field_takes(description: str, said: str) -> None:
    assert what_to_write(description, []) == said


def test_a_missing_field_with_fixed_words() -> None:
    said = what_to_write("draft（案）・adopted（策定済み）。", ["adopted", "draft"])
    assert said == "、draft（案）・adopted（策定済み）のどれかを書いてください。"
