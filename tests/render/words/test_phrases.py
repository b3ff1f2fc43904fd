"""Where names break in the head of a table."""

import pytest

from jinzai.render.words.phrases import phrases, whole, words_of_name


@pytest.mark.parametrize(
    "broken",
    [
        "DX|マネージャー",
        "DX推進員",
        "全庁|DX推進担当",
        "全庁情報|システム|担当",
        "情報資産管理に|係る|スキル",
        "データ・|デジタル|技術に|関する|知識",
        "一般行政職員|（管理監督職）",
        "主導・|推進する|職員／|システム等",
        "DX推進|リーダー レベル1",
        "デジタル化",
        "各ツール",
        "取り組み",
        "Off-JT",
        "「ICT」・|「データ」",
    ],
)
def test_names_break_between_words(broken: str) -> None:
    assert words_of_name(broken.replace("|", "")) == broken.split("|")


def test_markup_in_a_name_is_text() -> None:
    assert phrases("全庁DX<b>") == "全庁<wbr>DX&lt;b&gt;"
    assert phrases("") == ""


@pytest.mark.parametrize(
    ("text", "start", "html"),
    [
        ("枚方市デジタル計画", "枚方市", '<span class="jz-issuer">枚方市</span><wbr>デジタル計画'),
        ("区市町村向けひな形", "東京都", "区市町村向けひな形"),
        ("<甲>市の<b>", "<甲>市", '<span class="jz-issuer">&lt;甲&gt;市</span><wbr>の&lt;b&gt;'),
        ("<b>", "", "&lt;b&gt;"),
    ],
)
def test_a_name_at_the_beginning_stays_whole(text: str, start: str, html: str) -> None:
    assert whole(text, start) == html
