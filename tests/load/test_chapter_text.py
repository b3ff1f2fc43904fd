import pytest

from jinzai.findings.finding import Place

from .cases import where
from .helpers import CHAPTER_FILE, codes, load_chapter, only, tree_of

TEXT = "---\ntitle: 策定の背景\norder: 1\n---\n\n本文の[BPR](skill:bpr)と\n> [BPR](skill:bpr)。\n"


def test_front_matter_and_body_make_one_mapping() -> None:
    tree = tree_of(load_chapter(TEXT))
    assert tree.value == {
        "title": "策定の背景",
        "order": "1",
        "id": "background",
        "text": "本文の[BPR](skill:bpr)と\n> [BPR](skill:bpr)。",
    }


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_places_in_both_parts(ending: str) -> None:
    tree = tree_of(load_chapter(TEXT.replace("\n", ending)))
    assert tree.place_of(("order",)) == Place(CHAPTER_FILE, 3, 8, 3, 9)
    assert tree.place_of(("text",)) == Place(CHAPTER_FILE, 6, 1, 7, 20)
    assert tree.place_of(("id",)) == Place(CHAPTER_FILE)
    assert tree.place_of(("source",)) == Place(CHAPTER_FILE, 2, 1, 2, 6)
    assert tree.text_place(("text",), "skill:bpr", 1) == Place(CHAPTER_FILE, 7, 9, 7, 18)
    assert isinstance(tree.value, dict)
    assert "\r" not in str(tree.value["text"])


def test_an_empty_front_matter_is_for_the_model_to_refuse() -> None:
    tree = tree_of(load_chapter("---\n# title: x\n---\n本文\n"))
    assert tree.value == {"id": "background", "text": "本文"}
    assert tree.place_of(("title",)).line == 2


def test_an_empty_body() -> None:
    tree = tree_of(load_chapter("---\ntitle: x\n---"))
    assert tree.value == {"title": "x", "id": "background", "text": ""}
    assert tree.place_of(("text",)) == Place(CHAPTER_FILE, 3, 4, 3, 4)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("# 題名\n本文\n", "missing-front-matter", (1, 1, 1, 5)),
        ("", "missing-front-matter", (1, 1, 1, 1)),
        ("---\ntitle: x\n本文\n", "unclosed-front-matter", (1, 1, 1, 4)),
        ("---\ntitle: x\nid: b\n---\n本文\n", "front-matter-key", (3, 1, 3, 3)),
        ("---\ntitle: x\ntext: b\n---\n本文\n", "front-matter-key", (3, 1, 3, 5)),
        ("---\ntitle: x\ntitle: y\n---\n本文\n", "duplicate-key", (3, 1, 3, 6)),
        ("---\ntitle： x\n---\n本文\n", "fullwidth-colon", (2, 6, 2, 7)),
        ("---\ntitle: x\n\torder: 1\n---\n本文\n", "tab-indentation", (3, 1, 3, 2)),
        ("---\n- a\n---\n本文\n", "not-a-mapping", (2, 1, 2, 2)),
        ("---\ntitle: a: b\n---\n本文\n", "colon-in-text", (2, 9, 2, 10)),
        ("---\ntitle: x #2\n---\n本文 #2\n", "hash-in-text", (2, 10, 2, 12)),
        ("---\ntitle: x\n---\n本文\n>>>>>>> main\n", "conflict-marker", (5, 1, 5, 8)),
        ("---\ntitle: x\n---\n本文\x0b\n", "control-character", (4, 3, 4, 4)),
    ],
)
def test_faults(text: str, code: str, place: tuple[int, ...]) -> None:
    (finding,) = load_chapter(text).findings
    assert (finding.rule.code, where(finding)) == (code, place)


def test_own_keys_win_over_those_of_the_front_matter() -> None:
    loaded = load_chapter("---\nid: other\n---\n本文\n")
    tree = tree_of(loaded)
    assert isinstance(tree.value, dict)
    assert tree.value["id"] == "background"
    assert tree.place_of(("id",)) == Place(CHAPTER_FILE)


def test_markdown_is_left_alone() -> None:
    body = "\tcode\n\n見出し\n===\n\n---\n\n| a | b |\n|---|---|\n名前：x"
    loaded = load_chapter(f"---\ntitle: x\n---\n{body}\n")
    assert codes(loaded) == []
    value = tree_of(loaded).value
    assert isinstance(value, dict)
    assert value["text"] == body
    assert only(loaded).complete
