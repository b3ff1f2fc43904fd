"""Whatever stands in a file: no exception, a tree or a finding, and places within the file."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from jinzai.findings.excerpt import excerpt
from jinzai.findings.finding import Place, Severity
from jinzai.findings.lines import Lines
from jinzai.load import Loaded, Value

from .helpers import load_chapter, load_yaml, only

SAMPLE = """\
# 役割
note: 全職員が対象: 一部を除く
roles:
  - id: leader
    name: '推進「リーダー」'
    duties: [調べる, "直す\\n", {a: ~}]
    note: |
      [BPR](skill:bpr)を
      進める。
    headcount: {value: 45, note: >-
      いつの人数か}
  - id: expert # 外部
    hours:
""".replace("対象: 一部", "対象。一部").replace(">-\n      ", "")
CHAPTER = f"---\n{SAMPLE}---\n\n# 本文\n\n[BPR](skill:bpr)\r\n"
PIECES = st.sampled_from(
    [
        *"\t　：:-?[]{}\"'|>&*!%@`#,\\~\0\x1b\u2028\x85\ufeff\r\n ",
        "- ",
        ": ",
        "\n---\n",
        "<<: ",
        " #",
    ]
)
edits = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 12), PIECES | st.text(max_size=4)),
    min_size=1,
    max_size=4,
)


def mutate(text: str, changes: list[tuple[float, int, str]]) -> str:
    for where, length, piece in changes:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + length :]
    return text


def check(loaded: Loaded) -> None:
    document = only(loaded)
    errors = [found for found in loaded.findings if found.severity is Severity.ERROR]
    assert document.tree is not None or errors
    assert document.complete or errors
    lines = Lines(document.source)
    for found in loaded.findings:
        assert found.message
        for place in (found.place, *(other.place for other in found.related)):
            check_place(place, lines, readable=bool(document.source))
    if document.tree is not None:
        for path in paths(document.tree.value):
            for key in (False, True):
                check_place(document.tree.place_of(path, key=key), lines, readable=True)


def check_place(place: Place, lines: Lines, *, readable: bool) -> None:
    if place.line == 0 or not readable:
        return
    line = lines.line(place.line)
    assert line is not None
    # A place may be the end of its line, and that of a CR LF is its CR.
    assert 1 <= place.column <= len(line) + 2
    assert (place.line, place.column) <= (place.end_line, place.end_column)
    assert place.end_line <= len(lines.starts)
    assert excerpt(place, lines) is not None


def paths(value: Value) -> list[tuple[str | int, ...]]:
    found: list[tuple[str | int, ...]] = [(), ("missing",), (7,)]
    items: list[tuple[str | int, Value]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for key, inner in items:
        found += [(key, *path) for path in paths(inner)]
    return found


@given(st.binary(max_size=200))
def test_random_bytes(data: bytes) -> None:
    check(load_yaml(data))
    check(load_chapter(data))
    check(load_chapter(b"---\n" + data + b"\n---\n" + data))


@given(st.text(max_size=200))
def test_random_text(text: str) -> None:
    check(load_yaml(text))
    check(load_chapter(f"---\r\n{text}\n---\r\n{text}"))


@given(st.lists(PIECES | st.sampled_from(["id", "a", "あ", "  "]), max_size=40).map("".join))
def test_random_yaml(text: str) -> None:
    check(load_yaml(text))
    check(load_chapter(f"---\n{text}\n---\n{text}"))


@given(edits)
def test_mutated_yaml(changes: list[tuple[float, int, str]]) -> None:
    check(load_yaml(mutate(SAMPLE, changes)))
    check(load_yaml(mutate(SAMPLE.replace("\n", "\r\n"), changes)))


@given(edits)
def test_mutated_chapter(changes: list[tuple[float, int, str]]) -> None:
    check(load_chapter(mutate(CHAPTER, changes)))


@given(edits, st.sampled_from(["cp932", "euc_jp", "utf-16", "utf-8-sig", "iso2022_jp"]))
def test_mutated_bytes(changes: list[tuple[float, int, str]], codec: str) -> None:
    check(load_yaml(mutate(SAMPLE, changes).encode(codec, "replace")))


@given(st.data())
def test_a_real_file_with_a_few_bytes_changed(data: st.DataObject) -> None:
    path = Path(__file__).parents[2] / "content/plans/toyonaka/roles.yaml"
    text = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    check(load_yaml(bytes(text)))
    check(load_chapter(b"---\n" + bytes(text) + b"---\n"))


def test_the_sample_is_clean() -> None:
    assert load_yaml(SAMPLE).findings == ()
    assert load_chapter(CHAPTER).findings == ()
