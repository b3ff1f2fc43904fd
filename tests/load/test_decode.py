import pytest

from jinzai.findings import rules_file
from jinzai.findings.finding import Severity
from jinzai.load.file_bytes import MAX_BYTES

from .cases import where
from .helpers import codes, load_chapter, load_yaml, only, tree_of

TEXT = "roles:\n  - id: leader\n    name: 推進リーダー、各部局の職員\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("codec", "guess", "place"),
    [
        ("cp932", "Shift_JIS", (3, 11)),
        ("euc_jp", "EUC-JP", (3, 11)),
        ("iso2022_jp", "ISO-2022-JP", (3, 11)),
        ("utf-16", "UTF-16", (1, 1)),
        ("utf-16-le", "UTF-16", (1, 1)),
        ("utf-16-be", "UTF-16", (1, 1)),
        ("utf-32", "UTF-32", (1, 1)),
    ],
)
def test_other_encodings_are_named(
    codec: str, guess: str, place: tuple[int, int], ending: str
) -> None:
    loaded = load_yaml(TEXT.replace("\n", ending).encode(codec))
    (finding,) = loaded.findings
    assert finding.rule is rules_file.WRONG_ENCODING
    assert guess in finding.message
    assert where(finding)[:2] == place
    assert only(loaded).tree is None
    assert only(loaded).source == ""


def test_a_damaged_character_is_not_taken_for_shift_jis() -> None:
    data = (TEXT * 3).encode()
    at = data.index("リ".encode())
    (finding,) = load_yaml(data[: at + 1] + data[at + 2 :]).findings
    assert finding.rule is rules_file.BROKEN_ENCODING
    assert where(finding)[:2] == (3, 13)


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04rest", b"\x89PNG\r\n", b"%PDF-1.7", b"\0\0\0\0a\0\0\0\0", b"\xff\0\0\0\0\xd7"],
)
def test_what_is_no_text(data: bytes) -> None:
    (finding,) = load_yaml(data).findings
    assert finding.rule is rules_file.NOT_TEXT
    assert finding.place.line == 0


def test_a_byte_order_mark_is_a_warning_and_moves_no_column() -> None:
    loaded = load_yaml(b"\xef\xbb\xbf" + TEXT.encode())
    (finding,) = loaded.findings
    assert finding.rule is rules_file.BYTE_ORDER_MARK
    assert finding.severity is Severity.WARNING
    assert where(finding) == (1, 1, 1, 1)
    assert tree_of(loaded).place_of(("roles",), key=True).column == 1
    assert only(loaded).source == TEXT


def test_a_chapter_may_have_a_byte_order_mark() -> None:
    assert codes(load_chapter("\ufeff---\ntitle: x\n---\n本文\n".encode())) == ["byte-order-mark"]


def test_an_invisible_character_keeps_the_tree_and_names_the_others() -> None:
    loaded = load_yaml("a: x\u200by\nb: z\x1b[31m\n")
    (finding,) = loaded.findings
    assert "U+200B" in finding.message
    assert "2か所" in finding.message
    assert [(other.place.line, other.place.column) for other in finding.related] == [(2, 5)]
    assert tree_of(loaded).value == {"a": "x y", "b": "z [31m"}


def test_emoji_and_variants_are_text() -> None:
    assert codes(load_yaml("a: 👩‍💻 葛󠄀城市 ﾃﾞｰﾀ\n")) == []


def test_a_text_from_an_editor_may_hold_anything() -> None:
    assert codes(load_yaml("a: \ud800\n")) == ["control-character"]


@pytest.mark.parametrize("data", [b"a" * (MAX_BYTES + 1), "a" * (MAX_BYTES + 1)])
def test_too_large(data: bytes | str) -> None:
    assert codes(load_yaml(data)) == ["file-too-large"]
