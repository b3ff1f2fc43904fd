"""From bytes to text. Only UTF-8 is read; other encodings are named in a finding.

The text keeps its line ends, so that offsets count the characters of the file. Only a byte order
mark is left out.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from jinzai.findings.finding import Finding, Place, Rule
from jinzai.findings.lines import Lines
from jinzai.findings.rules_file import (
    BROKEN_ENCODING,
    BYTE_ORDER_MARK,
    NOT_TEXT,
    WRONG_ENCODING,
)

_UTF8_MARK: Final = b"\xef\xbb\xbf"
# UTF-32's little-endian mark starts with UTF-16's, so it has to be asked for first.
_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SIGNATURES: Final = (
    (b"PK\x03\x04", "Excel・Wordなどのファイルか、圧縮ファイル"),
    (b"\xd0\xcf\x11\xe0", "古い形式のExcel・Wordなどのファイル"),
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "画像"),
    (b"\xff\xd8\xff", "画像"),
    (b"GIF8", "画像"),
    (b"\x1f\x8b", "圧縮ファイル"),
)
# ISO-2022-JP is all ASCII bytes, so UTF-8 decodes it; its escape sequences give it away.
_JIS_ESCAPE: Final = re.compile(rb"\x1b(?:\$[@B]|\([BJI])")
_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶー一-龠々、。・「」]")
_UNLIKELY: Final = re.compile(r"[｡-ﾟ\ue000-\uf8ff]|(?![぀-ヿ一-龠　-〿])[^\x00-\x7f！-～]")
_SAMPLE: Final = 65_536


class Decoded(NamedTuple):
    """A file's text, or None with the finding that gives the reason."""

    text: str | None
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, file: str, plan_id: str) -> Decoded:
    """Decodes `data` strictly as UTF-8. Never raises."""

    def refuse(rule: Rule, place: Place, **facts: object) -> Decoded:
        return Decoded(None, (Finding(rule, place, facts, (), plan_id),))

    start = Place(file, 1, 1, 1, 1)
    for signature, guess in _SIGNATURES:
        if data.startswith(signature):
            return refuse(NOT_TEXT, Place(file), guess=guess)
    wide = _wide(data)
    if wide:
        return refuse(WRONG_ENCODING, start, guess=wide)
    marked = data.startswith(_UTF8_MARK)
    data = data.removeprefix(_UTF8_MARK)
    escape = _JIS_ESCAPE.search(data)
    if escape:
        place = _place(file, data[: escape.start()].decode("utf-8", "replace"))
        return refuse(WRONG_ENCODING, place, guess="JIS（ISO-2022-JP）")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place(file, data[: error.start].decode("utf-8"))
        guess = _guess(data)
        if guess:
            return refuse(WRONG_ENCODING, place, guess=guess)
        if data.count(0) > len(data) // 20:
            return refuse(NOT_TEXT, Place(file), guess="画像や表計算")
        return refuse(BROKEN_ENCODING, place, count=sum(1 for _ in _bad_runs(data)))
    if text.count("\0") > len(text) // 20:
        return refuse(NOT_TEXT, Place(file), guess="画像や表計算")
    if marked:
        return Decoded(text, (Finding(BYTE_ORDER_MARK, start, {}, (), plan_id),))
    return Decoded(text)


def _place(file: str, before: str) -> Place:
    line, column = Lines(before).locate(len(before))
    return Place(file, line, column, line, column + 1)


def _wide(data: bytes) -> str:
    """UTF-16 or UTF-32, found by its mark or by the zero bytes of ASCII characters; else `""`."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[: _SAMPLE // 2 * 2]
    if len(sample) < 4 or len(data) % 2:
        return ""
    zeros = sample[::2].count(0), sample[1::2].count(0)
    # Line ends and spaces alone make some of one half zero; in the other half a zero is rare.
    if max(zeros) > len(sample) // 20 and min(zeros) * 20 < max(zeros):
        return "UTF-16"
    return ""


def _guess(data: bytes) -> str:
    """The Japanese encoding that makes the most likely text of `data`, or `""`.

    Bytes that are mostly good UTF-8 count as damaged UTF-8, even if they are valid in another
    encoding.
    """
    good = len(_JAPANESE.findall(data.decode("utf-8", "ignore")))
    best, best_score = "", good * 2
    for codec, name in (("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP")):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        score = len(_JAPANESE.findall(text)) - 2 * len(_UNLIKELY.findall(text))
        if score > best_score:
            best, best_score = name, score
    return best


def _bad_runs(data: bytes) -> Iterator[int]:
    """The offsets at which stretches begin that are not UTF-8."""
    replaced = data.decode("utf-8", "surrogateescape")
    for run in re.finditer("[\udc80-\udcff]+", replaced):
        yield run.start()
