import json

import pytest

from jinzai.publish.front_matter import FrontMatter, front_matter, written_front_matter


def above(text: str) -> FrontMatter:
    """What is read of lines above a page."""
    return front_matter(f"---\n{text}\n---\n# x\n")


@pytest.mark.parametrize(
    ("text", "title", "description"),
    [
        ("", "", ""),
        ("# 注", "", ""),
        ("title: 手引き", "手引き", ""),
        ("description: |\n  一行目\n  二行目\ntitle: 'x: y'", "x: y", "一行目 二行目"),
        ("{title: a, description: b}", "a", "b"),
        ("title: null\ndescription: 12:30", "null", "12:30"),
        ("? title\n: a", "a", ""),
        ("title: 👨\u200d👩", "👨\u200d👩", ""),
    ],
)
def test_title_and_description_are_text(text: str, title: str, description: str) -> None:
    found = above(text)
    assert found.troubles == ()
    assert (found.title, found.description) == (title, description)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("title: [a, b]", (2, 1), "「title」には、1行の文字"),
        ("title:", (2, 1), "「title」の値がありません。値を書くか、書かないなら行ごと消して"),
        ("title: x\ndescription: ' '", (3, 1), "「description」の値がありません"),
        ("title: {a: b}", (2, 1), "「title」には、1行の文字"),
        ("title: &x b\ndescription: *x", (3, 1), "「description」には、1行の文字"),
        ("title: a\n...\n{title: b}", (4, 1), "前書きを読めません"),
        ("text", (2, 1), "前書きを読めません"),
        ("- a", (2, 1), "前書きを読めません"),
        ("title: a: b", (2, 9), "前書きを読めません"),
        ("title: a\n\tb: c", (3, 1), "前書きを読めません"),
        ('title: "a\\u202eb"', (2, 8), "文字の向きの印 U+202E"),
        ('title: x\ndescription: "\\e[31m"', (3, 14), "エスケープ文字 U+001B"),
        ('title: "\\u200b"', (2, 8), "幅のない空白 U+200B"),
        ('title: "\\ud800"', (2, 11), "前書きを読めません"),
        ('"a\\n::error::b": c', (2, 1), "「a\n::error::b」は使えません"),
        (f"{'x' * 500}: y", (2, 1), f"「{'x' * 60}」は使えません"),
    ],
)
def test_what_cannot_be_used_has_a_place(text: str, place: tuple[int, int], message: str) -> None:
    (found,) = above(text).troubles
    assert found[:2] == place
    assert message in found[2]


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, "title: " + "[" * 200_000, "{a: " * 100_000, "- " * 200_000, "? " * 200_000],
    ids=["brackets", "value", "braces", "dashes", "questions"],
)
def test_no_depth_ends_the_program(text: str) -> None:
    assert above(text).troubles


def test_the_engine_is_given_json() -> None:
    written = written_front_matter(above("title: '\"<役割>'\ndescription: x"))
    lines = written.splitlines()
    assert (lines[0], lines[2:]) == ("---", ["---", ""])
    assert json.loads(lines[1]) == {"title": '"<役割>', "description": "x"}
