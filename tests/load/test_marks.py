"""Marks of a Japanese keyboard: told where they stand for YAML's, left alone in prose."""

import pytest

from jinzai.load.marks import list_mark, opening_sign


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("-id: x", "dash-without-space", {"item": "id: …"}),
        ("-文", "dash-without-space", {"item": "…"}),
        ("・文", "list-mark", {"mark": "・"}),
        ("－ 文", "list-mark", {"mark": "－"}),
        ("－\u3000id: x", "list-mark", {"mark": "－"}),
        ("–文", "list-mark", {"mark": "–"}),
    ],
)
def test_what_is_no_dash_of_a_list(text: str, code: str, facts: dict[str, str]) -> None:
    mark = list_mark(text)
    assert mark is not None
    assert (mark.rule.code, mark.facts) == (code, facts)


@pytest.mark.parametrize("text", ["", "- 文", "---", "-5", "-", "・", "－", "文・文", "dx-leader"])
def test_what_begins_with_no_mark(text: str) -> None:
    assert list_mark(text) is None


@pytest.mark.parametrize(
    ("text", "character"),
    [("｛format: video｝", "｛"), ("｛format：video｝", "｛"), ("［bpr、data］", "［")],
)
def test_a_bracket_that_was_meant_to_open_something(text: str, character: str) -> None:
    facts = opening_sign(text)
    assert facts is not None
    assert facts["character"] == character


@pytest.mark.parametrize("text", ["［要確認］", "｛○年度｝に行う", "文［bpr］", "[bpr]"])
def test_a_bracket_of_prose(text: str) -> None:
    assert opening_sign(text) is None
