"""After a syntax error, the other items of a file are read, and their mistakes are found too."""

import pytest

from jinzai.load.one_file import load_document
from jinzai.load.recovery import without_items
from jinzai.model.kinds import COURSES

ITEMS = [f"  - id: c{number}\n    name: 研修{number}\n" for number in range(4)]
TEXT = "courses:\n" + "".join(ITEMS)


def found(text: str) -> list[tuple[int, str]]:
    loaded = load_document("content/plans/a/courses.yaml", COURSES, "a", text)
    return [(one.place.line, one.rule.code) for one in loaded.findings]


def test_each_mistake_in_an_item_of_its_own_is_found() -> None:
    text = TEXT.replace("name: 研修0", 'name: "研修0').replace("name: 研修2", "name：研修2")
    text = text.replace("    name: 研修3", "     name: 研修3")
    assert found(text) == [
        (3, "unclosed-quote"),
        (7, "fullwidth-colon"),
        (9, "bad-indentation"),
    ]
    loaded = load_document("content/plans/a/courses.yaml", COURSES, "a", text)
    (document,) = loaded.documents
    assert document.tree is not None
    assert not document.complete
    assert document.tree.value == {"courses": [{"id": "c1", "name": "研修1"}]}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("name: 研修1", 'name: "研修1', [(5, "unclosed-quote")]),
        ("name: 研修1", "name: [研修1", [(5, "unclosed-bracket")]),
        ("  - id: c1", "  -　id: c1", [(4, "fullwidth-space")]),
        ("courses:\n", "courses\n", [(1, "missing-colon")]),
    ],
)
def test_one_mistake_stays_one_finding(old: str, new: str, expected: list[tuple[int, str]]) -> None:
    assert found(TEXT.replace(old, new)) == expected


def test_only_items_of_a_list_that_keeps_another_are_left_out() -> None:
    at = TEXT.index("研修1")
    rest = without_items(TEXT, at, at)
    assert rest == TEXT.replace(ITEMS[1], "".join(" " if c != "\n" else c for c in ITEMS[1]))
    assert without_items("courses:\n" + ITEMS[0], 12, 12) is None
    assert without_items("id: a\nname: b\n", 7, 7) is None
    assert without_items(TEXT, 0, 0) is None
