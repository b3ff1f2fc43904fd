"""Advice for texts that are no number or no date."""

import pytest

from jinzai.model.kinds import PLAN_FILES
from jinzai.model.numbers import NumberRoom
from jinzai.parse.location import locate
from jinzai.parse.meant import date_advice, number_advice

KINDS = {kind.name: kind for kind in PLAN_FILES}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("令和7年2月14日", "2025-02-14"),
        ("令和元年5月", "2019-05"),
        ("R7.2", "2025-02"),
        ("h31/4/30", "2019-04-30"),
        ("昭和60年4月", "1985-04"),
        ("２０２５年２月", "2025-02"),
        ("2025.2.14", "2025-02-14"),
        ("2025-2", "2025-02"),
    ],
)
def test_a_date_in_other_words(text: str, meant: str) -> None:
    assert date_advice(text) == f"もしかして: {meant}。"


@pytest.mark.parametrize(
    "text", ["", "2月", "2025年", "令和7年13月", "2025-02-40", "来年", "X7年2月"]
)
def test_no_date_no_advice(text: str) -> None:
    assert date_advice(text) == ""


DIGITS = "単位は書かず、半角の数字だけにしてください。"
HOURS = NumberRoom(0, 1_000_000_000, whole=False)


def _hours(field: str, text: str) -> str:
    value = {"courses": [{"deliveries": [{field: text}]}]}
    where = locate(KINDS["courses"].model, value, ("courses", 0, "deliveries", 0, field))
    return number_advice(text, where, HOURS, value)


@pytest.mark.parametrize(
    ("field", "text", "advice"),
    [
        ("hours", "2時間", "もしかして: 2。"),
        ("hours", "約2時間半", "もしかして: 2.5。"),
        ("hours", "1時間30分", "もしかして: 1.5。"),
        ("hours", "９０分", "もしかして: 1.5。"),
        ("hours", "50分", "分は時間に直してください（30分は 0.5）。"),
        ("hours", "半日", "日数は days: 0.5 と書きます。"),
        ("hours", "2日間", "日数は days: 2 と書きます。"),
        ("hours", "0.5日", "日数は days: 0.5 と書きます。"),
        ("days", "1日半", "もしかして: 1.5。"),
        ("days", "3時間", "時間数は hours: 3 と書きます。"),
        ("hours", "合計二十時間", "もしかして: 20。"),
        ("hours", "90min", "もしかして: 1.5。"),
        ("hours", "1h30m", "もしかして: 1.5。"),
        ("hours", "2以上", "もしかして: 2。「以上」は note に書けます。"),
        ("hours", "いろいろ", ""),
        ("hours", "3割", ""),
        ("hours", "2コマ", ""),
        ("days", "1週間", ""),
        ("days", "3か月", ""),
        ("hours", "数十時間", ""),
    ],
)
def test_hours_and_days_in_words(field: str, text: str, advice: str) -> None:
    assert _hours(field, text) == advice + DIGITS


@pytest.mark.parametrize("text", ["未定", "検討中", "記載無し", "TBD", "unknown", "―", "未定義"])
def test_a_text_for_no_value_has_one_answer(text: str) -> None:
    assert _hours("hours", text) == (
        "計画に記載がないか、まだ決まっていないなら、"
        f"「{text}」ではなく undefined と書いてください。"
    )


@pytest.mark.parametrize("text", ["対象外", "N/A"])
def test_a_text_for_what_does_not_apply(text: str) -> None:
    assert _hours("hours", text) == (
        f"計画の上で当てはまらないなら、「{text}」ではなく not-applicable と書いてください。"
    )


def test_a_field_that_can_only_be_left_out() -> None:
    value = {"roles": [{"source": {"page": "不明"}}]}
    where = locate(KINDS["roles"].model, value, ("roles", 0, "source", "page"))
    assert number_advice("不明", where, NumberRoom(1, 9999, whole=True), value) == (
        "計画に記載がないか、まだ決まっていないなら、この項目を行ごと消してください。"
    )


def _target(text: str, unit: str = "people") -> str:
    value = {"targets": [{"unit": unit, "values": [{"value": text}]}]}
    where = locate(KINDS["targets"].model, value, ("targets", 0, "values", 0, "value"))
    return number_advice(text, where, HOURS, value).removesuffix(DIGITS)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("4万", "40000"),
        ("1.5万人", "15000"),
        ("3万5千名", "35000"),
        ("2億", "200000000"),
        ("３千", "3000"),
        ("百人", "100"),
        ("2,000人", "2000"),
        ("全100人", "100"),
    ],
)
def test_a_number_of_people_in_words(text: str, meant: str) -> None:
    assert _target(text) == f"もしかして: {meant}。"


@pytest.mark.parametrize("text", ["1/2", "no", "半数", "全員", "3人に1人", "2倍", "4万k"])
def test_no_guess_at_a_number_that_the_text_does_not_say(text: str) -> None:
    assert _target(text) == ""


@pytest.mark.parametrize("text", ["数百人", "複数名", "若干名", "十数人", "数十"])
def test_a_number_that_nobody_gives(text: str) -> None:
    assert _target(text).endswith(
        "undefined とし、unit の行の次に「bound: several」の行を書きます。"
    )


def test_a_share_is_a_number_of_percent() -> None:
    assert _target("5割", "percent") == "もしかして: 50。"
    assert _target("80%") == "もしかして: 80。「%」は、この目標の unit: percent で表します。"


def test_a_bound_has_its_own_field_or_a_note() -> None:
    assert _target("約30人") == "もしかして: 30。「約」は、この目標の bound: about で表します。"
    assert _target("30人以下") == (
        "もしかして: 30。「以下」を表す語はないので、この値の note に書いてください。"
    )


def test_a_number_that_the_field_does_not_take_is_not_guessed() -> None:
    value = {"schedules": [{"lanes": [{"items": [{"months": {"start": "13月"}}]}]}]}
    loc = ("schedules", 0, "lanes", 0, "items", 0, "months", "months", "start")
    where = locate(KINDS["schedule"].model, value, loc)
    room = NumberRoom(1, 12, whole=True)
    assert number_advice("13月", where, room) == DIGITS
    assert number_advice("12月", where, room) == "もしかして: 12。" + DIGITS
