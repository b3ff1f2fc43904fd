import pytest

from jinzai.findings.finding import Place
from jinzai.load import Path, Tree

from .helpers import FILE, load_yaml, tree_of

TEXT = """\
# 枚方市
note: >-
  folded [x](skill:bpr) and
  [y](skill:bpr-basic)
roles:
  - id: leader
    name: '推進「リーダー」'
    marks: {all: ●, 'practitioner': "★"}
    next:
    body: |
      [a](skill:bpr)
      [b](skill:bpr)
  - plain [z](skill:bpr)
    and [w](skill:bpr)
  -
  - [x, [y]]
quoted: "a \\x62 [q](skill:data)"
"""


@pytest.fixture
def tree() -> Tree:
    return tree_of(load_yaml(TEXT))


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        (("roles", 0, "id"), False, (6, 9, 6, 15)),
        (("roles", 0, "id"), True, (6, 5, 6, 7)),
        (("roles", 0, "name"), False, (7, 11, 7, 21)),
        (("roles", 0, "marks", "all"), False, (8, 18, 8, 19)),
        (("roles", 0, "marks", "practitioner"), True, (8, 21, 8, 35)),
        (("roles", 0, "marks"), False, (8, 12, 8, 41)),
        (("roles", 0, "next"), False, (9, 10, 9, 10)),
        (("roles", 0), False, (6, 5, 6, 7)),
        (("roles", 0), True, (6, 5, 6, 7)),
        (("roles",), False, (6, 3, 6, 4)),
        (("roles",), True, (5, 1, 5, 6)),
        (("roles", 3, 1, 0), False, (16, 10, 16, 11)),
        ((), False, (2, 1, 2, 5)),
        # What is missing is said at what it is missing from.
        (("roles", 0, "kana"), False, (6, 5, 6, 7)),
        (("roles", 0, "kana"), True, (6, 5, 6, 7)),
        (("roles", 0, "id", "deeper", 3), False, (6, 9, 6, 15)),
        (("roles", 9, "id"), False, (6, 3, 6, 4)),
        (("roles", -1), False, (6, 3, 6, 4)),
        (("roles", "0"), False, (6, 3, 6, 4)),
        (("courses",), True, (2, 1, 2, 5)),
        ((0,), False, (2, 1, 2, 5)),
    ],
)
def test_places(tree: Tree, path: Path, key: bool, expected: tuple[int, ...]) -> None:
    assert tree.place_of(path, key=key) == Place(FILE, *expected)


@pytest.mark.parametrize(
    ("path", "needle", "occurrence", "expected"),
    [
        (("note",), "skill:bpr", 0, (3, 14, 3, 23)),
        (("note",), "skill:bpr", 1, (4, 7, 4, 16)),
        (("note",), "skill:bpr-basic", 0, (4, 7, 4, 22)),
        (("roles", 0, "body"), "skill:bpr", 1, (12, 11, 12, 20)),
        (("roles", 1), "skill:bpr", 0, (13, 15, 13, 24)),
        (("roles", 1), "skill:bpr", 1, (14, 13, 14, 22)),
        (("quoted",), "skill:data", 0, (17, 21, 17, 31)),
        # Not in the source as it reads: the value's own place.
        (("quoted",), "b [q]", 0, (17, 9, 17, 33)),
        (("roles", 1), "skill:bpr", 2, (13, 5, 14, 23)),
        (("roles", 0, "id"), "", 0, (6, 9, 6, 15)),
        (("roles", 0), "leader", 0, (6, 5, 6, 7)),
        (("roles", 0, "nothing"), "leader", 0, (6, 5, 6, 7)),
    ],
)
def test_text_places(
    tree: Tree, path: Path, needle: str, occurrence: int, expected: tuple[int, ...]
) -> None:
    assert tree.text_place(path, needle, occurrence) == Place(FILE, *expected)


def test_every_path_leads_to_its_own_text(tree: Tree) -> None:
    lines = TEXT.splitlines()
    found = 0
    stack: list[tuple[Path, object]] = [((), tree.value)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict):
            for key, inner in value.items():
                place = tree.place_of((*path, key), key=True)
                stretch = lines[place.line - 1][place.column - 1 : place.end_column - 1]
                assert stretch.strip("'\"") == key
                found += 1
                stack.append(((*path, key), inner))
        elif isinstance(value, list):
            stack += [((*path, number), inner) for number, inner in enumerate(value)]
    assert found == 10


def test_the_lines_of_a_list_at_the_top(tree: Tree) -> None:
    assert tree.item_lines("roles") == (6, 13, 15, 16)
    assert tree.item_lines("note") == ()
    assert tree.item_lines("nowhere") == ()
