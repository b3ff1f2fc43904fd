"""Links in Markdown: what is one, and where it says so."""

from collections.abc import Iterator
from copy import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from jinzai.model import prose
from jinzai.model.prose import linked_words, links, tokens
from tests.calls import calls_of


def _found(text: str) -> list[tuple[str, int]]:
    """Target and offset of every link."""
    found = []
    for link in links(text):
        offset = -1
        for _ in range(link.occurrence + 1):
            offset = text.find(link.target, offset + 1 if offset < 0 else offset + len(link.target))
        found.append((link.target, offset))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "[甲](skill:bpr)",
        "前[甲](skill:bpr)後",
        "[甲](<skill:bpr>)",
        '[甲](skill:bpr "題")',
        "[甲][一]\n\n[一]: skill:bpr",
        "<skill:bpr>",
        "- [甲](skill:bpr)",
        "> [甲](skill:bpr)",
        "# [甲](skill:bpr)",
        "| 甲 |\n|---|\n| [甲](skill:bpr) |",
        "**[甲](skill:bpr)**",
    ],
)
def test_a_link_in_any_form_is_found_where_it_is_written(text: str) -> None:
    assert _found(text) == [("skill:bpr", text.index("skill:bpr"))]


@pytest.mark.parametrize(
    "text",
    [
        "skill:bpr",
        "`[甲](skill:bpr)`",
        r"\[甲](skill:bpr)",
        "```\n[甲](skill:bpr)\n```",
        "[甲]",
        "",
    ],
)
def test_what_is_no_link(text: str) -> None:
    assert links(text) == ()


def test_a_target_that_another_begins_with_is_not_taken_for_it() -> None:
    text = "[長](skill:bpr-basic)と[短](skill:bpr)"
    assert _found(text) == [
        ("skill:bpr-basic", text.index("skill:bpr-basic")),
        ("skill:bpr", text.rindex("skill:bpr")),
    ]


def test_equal_links_are_told_apart() -> None:
    text = "`skill:a` [甲](skill:a)、[乙](skill:a)"
    first = text.index("(skill:a") + 1
    assert _found(text) == [("skill:a", first), ("skill:a", text.rindex("skill:a"))]


def test_one_definition_serves_several_links() -> None:
    text = "[甲][x] [乙][x]\n\n[x]: term:dx"
    assert _found(text) == [("term:dx", text.index("term:dx"))] * 2


def test_kind_and_id_are_told_apart() -> None:
    (link,) = links("[甲](entry:role-classes/leader)")
    assert (link.kind, link.id, link.image) == ("entry", "role-classes/leader", False)
    (link,) = links("[甲](../index.html)")
    assert (link.kind, link.id) == ("", "../index.html")


def test_a_japanese_target_is_shown_as_it_was_typed() -> None:
    assert [link.target for link in links("[甲](研修一覧.html)")] == ["研修一覧.html"]


def test_an_image_is_told_from_a_link() -> None:
    assert [(link.target, link.image) for link in links("![図](a.png)[甲](term:dx)")] == [
        ("a.png", True),
        ("term:dx", False),
    ]


@given(st.lists(st.sampled_from(["a", "a-b", "ab", "b"]), max_size=5))
def test_links_come_in_order_each_at_its_place(ids: list[str]) -> None:
    text = "、".join(f"[甲](skill:{id})" for id in ids)
    places, at = [], 0
    for id in ids:
        at = text.index(f"(skill:{id})", at) + 1
        places.append((f"skill:{id}", at))
    assert _found(text) == places


@given(st.text(alphabet="[]()<>!`\\:#| \n-ab甲skill:", max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    for link in links(text):
        assert link.occurrence >= 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("なし", ()),
        ("[甲](skill:a)と[乙丙](skill:b)", ("甲", "乙丙")),
        ("**[甲](skill:a)**と[`乙`と**丙**](skill:b)", ("甲", "乙と丙")),
        ("[甲](skill:a)\n\n- ![絵](skill:b)", ("甲", "絵")),
    ],
)
def test_the_words_of_links_stand_in_the_order_of_the_links(
    text: str, words: tuple[str, ...]
) -> None:
    assert linked_words(text) == words
    assert len(links(text)) == len(words)


@pytest.mark.parametrize(
    "form", ["[甲](role:r{:05})", "*[甲](role:r{:05})*", "[甲](role:x)", "<a@b.c> "]
)
def test_a_text_is_not_searched_again_for_each_link(form: str) -> None:
    def passes(count: int) -> int:
        text = "".join(map(form.format, range(count)))
        tokens(text)  # The parser's own searches are not counted.
        return calls_of(lambda: links(text), "str.find", "str.count", "str.split")

    assert passes(400) == passes(200) < 20


class _Looked(list[Token]):
    """Tokens that count how many of them are handed out."""

    looks = 0

    def __iter__(self) -> Iterator[Token]:
        self.looks += len(self)
        return super().__iter__()

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        self.looks += len(found) if isinstance(at, slice) else 1
        return found


def test_the_words_of_links_are_gathered_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "[甲]: role:x\n\n" + "[甲] " * 400
    assert len(links(text)) == 400
    blocks = [copy(block) for block in tokens(text)]
    children = [_Looked(block.children or ()) for block in blocks]
    for block, counted in zip(blocks, children, strict=True):
        block.children = counted
    monkeypatch.setattr(prose, "tokens", lambda _: blocks)

    assert linked_words(text) == ("甲",) * 400
    assert sum(one.looks for one in children) == sum(map(len, children)) > 1200
