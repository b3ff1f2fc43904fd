"""Texts in braces that commas cut into pieces."""

import pytest

from jinzai.load.one_file import load_document
from jinzai.load.tree import Tree
from jinzai.model.kinds import PLAN_FILES
from jinzai.parse.commas import Cuts


def tree(text: str) -> Tree:
    (document,) = load_document("f", PLAN_FILES[1], "p", text).documents
    assert document.tree is not None
    return document.tree


@pytest.mark.parametrize("piece", ["対面", "ライブ"])
def test_every_piece_leads_to_the_whole(piece: str) -> None:
    cut = Cuts(tree("a: {page: 1, note: 動画, 対面, ライブ, table: 表}\n")).at(("a", piece))
    assert cut is not None
    assert cut.text == "動画, 対面, ライブ"
    assert (cut.place.line, cut.place.column, cut.place.end_column) == (1, 20, 31)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a: {対面, note: 動画}\n", "対面"),
        ("a: {note: 動画, 対面: }\n", "対面"),
        ("a: {note: [動画], 対面}\n", "対面"),
        ("a: {note: 動画,\n  対面}\n", "対面"),
        ("a:\n  note: 動画\n  対面:\n", "対面"),
        ("a: {note: 動画, 対面: 2}\n", "対面"),
    ],
)
def test_what_is_no_piece_of_a_text(text: str, key: str) -> None:
    assert Cuts(tree(text)).at(("a", key)) is None
