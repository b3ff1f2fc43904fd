"""What the engine's Markdown shows otherwise than the writer of a hand-written page meant.

Python-Markdown begins no list and no table within a paragraph, and takes an item that is indented
by two or three spaces for one of the same list. It drops the cells of a row beyond the columns of
the head, and makes no table if the line below the head has other columns. It does so without a
word. This module finds
such lines, outside code blocks. It knows neither HTML nor what the engine makes of a page.
"""

import re
from collections.abc import Iterator
from typing import Final

from jinzai.findings.look_alike import LOOK_ALIKE, SPACES, meant, space_name, split_characters

_fence: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_conflict: Final = re.compile(r"(?:<{7}|>{7})(?: |$)")
_item: Final = re.compile(r"(?P<indent> *)(?:[-*+]|[0-9]+\.) +\S")
_bracketed: Final = re.compile(r" *[0-9]+\) +\S")
_no_text: Final = re.compile(r"#|>|\||<|!!!|\?\?\?|\[\^?[^\]]+\]:|:|---|\*\*\*|===| {4}|\t")
_separator: Final = re.compile(r" *\|?(?: *:?-+:? *\|)+ *(?::?-+:? *)?$")
_one_column: Final = re.compile(r" *\| *:?-+:? *\|? *$| *:?-+:? *\| *$")
_code_or_cell: Final = re.compile(r"\\.|(?P<code>`+).*?(?P=code)|(?P<end>\|)")
_wide_mark: Final = re.compile(r"(?P<mark>＃+|＞|[・･●■]|｜)")
_wide_link: Final = re.compile(
    r"(?:\[[^\]\n]+\] ?（|［[^］\n]+］ ?[(（])(?:https?[:：]//|[a-z0-9./-]+\.(?:md|html))"
)


def slips(text: str) -> Iterator[tuple[int, str]]:
    """The slips of a page, each as an offset and a message."""
    yield from _characters(text)
    at = 0
    fence = ""
    above: list[str] = []
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        found = _fence.match(bare)
        if fence:
            fence = "" if bare.strip() == fence else fence
        elif found:
            fence, above = found[1], []
        elif not bare.strip():
            above = []
        else:
            yield from ((at + column, message) for column, message in _in_line(bare, above))
            above.append(bare)
        at += len(line)


def _characters(text: str) -> Iterator[tuple[int, str]]:
    for found in SPACES.finditer(text):
        yield found.start(), _SPACE.format(name=space_name(found[0]))
    for found in LOOK_ALIKE.finditer(text):
        if meant(found[0]):
            code = f"U+{ord(found[0]):04X}"
            yield found.start(), _LIKE.format(sign=found[0], code=code, meant=meant(found[0]))
    for offset, sign in split_characters(LOOK_ALIKE.sub("〓", text)):
        yield offset, _SPLIT.format(sign=sign)


def _in_line(line: str, above: list[str]) -> Iterator[tuple[int, str]]:
    """The slips of a line. `above` are the lines of its paragraph before it."""
    if _conflict.match(line):
        yield 0, _CONFLICT
        return
    item = _item.match(line)
    last = _item.match(above[-1]) if above else None
    if item and above and not any(map(_item.match, above)) and not _no_text.match(above[-1]):
        yield item.end("indent"), _LIST
    elif item and last and 0 < len(item["indent"]) - len(last["indent"]) < _NESTING:
        yield item.end("indent"), _NESTED.format(count=len(item["indent"]), more=_NESTING)
    if _bracketed.match(line):
        yield 0, _NUMBER
    if _separator.fullmatch(line) and len(above) > 1 and "|" not in above[-2]:
        yield 0, _TABLE
    yield from _of_table(line, above)
    mark = _wide_mark.match(line)
    if mark and (mark["mark"][0] in "＃＞｜" or above):
        yield 0, _MARK.format(mark=mark["mark"], half=_HALF[mark["mark"][0]])
    for found in _wide_link.finditer(line):
        yield found.start(), _LINK


def _of_table(line: str, above: list[str]) -> Iterator[tuple[int, str]]:
    """Cells that a table does not show, or that keep it from being one."""
    if len(above) == 1 and _is_rule(line) and "|" in above[0]:
        head, columns = len(_cells(above[0])), len(_cells(line))
        if head != columns:
            yield 0, _HEAD.format(head=head, columns=columns)
    elif len(above) > 1 and _is_rule(above[1]) and "|" in above[0]:
        columns, cells = len(_cells(above[1])), _cells(line)
        lost = [(at, text) for at, text in cells[columns:] if text]
        if lost and columns == len(_cells(above[0])):
            yield lost[0][0], _LOST.format(columns=columns, text=lost[0][1])


def _is_rule(line: str) -> bool:
    """Whether a line is the one below the head of a table."""
    return bool(_separator.fullmatch(line) or _one_column.fullmatch(line))


def _cells(line: str) -> list[tuple[int, str]]:
    """The cells of a row: where the text of each begins, and the text."""
    begin = len(line) - len(line.lstrip())
    begin += line.startswith("|", begin)
    found: list[tuple[int, str]] = []
    for one in _code_or_cell.finditer(line, begin):
        if one["end"]:
            found.append(_cell(line, begin, one.start()))
            begin = one.end()
    if line[begin:].strip():
        found.append(_cell(line, begin, len(line)))
    return found


def _cell(line: str, begin: int, end: int) -> tuple[int, str]:
    text = line[begin:end]
    return begin + len(text) - len(text.lstrip()), text.strip()


_NESTING: Final = 4
_HALF: Final = {
    "＃": "半角の「# 」",
    "＞": "半角の「> 」",
    "｜": "半角の「|」",
    **dict.fromkeys("・･●■", "「- 」（前の行は空行）"),
}
_SPACE: Final = "半角スペースに見える別の文字（{name}）があります。半角スペースに直してください"
_LIKE: Final = (
    "「{sign}」（{code}）は「{meant}」に似た別の文字です。「{meant}」と打ち直してください"
)
_SPLIT: Final = "「{sign}」は、2つに分かれているか、古い符号の文字です。打ち直してください"
_CONFLICT: Final = (
    "2人の変更が食い違ったときの印が残っています。残す内容を決めて、"
    "<<<<<<<、=======、>>>>>>> の行を消してください"
)
_LIST: Final = "段落のすぐ下の一覧は、一覧になりません。前に空行を入れてください"
_NESTED: Final = (
    "一覧の中の一覧は、半角スペース{more}つで字下げします"
    "（いまは{count}つなので、同じ段に並びます）"
)
_NUMBER: Final = "「1)」は番号の一覧になりません。「1. 」に直してください"
_TABLE: Final = "段落のすぐ下の表は、表になりません。表の前に空行を入れてください"
_HEAD: Final = (
    "見出しの行は{head}列、その下の「|---|」の行は{columns}列なので、表になりません。"
    "同じ数にしてください"
)
_LOST: Final = (
    "見出しの行が{columns}列なので、「{text}」は表示されません。"
    "列を加えるか、余分な「|」を消してください。文字としての「|」は「\\|」と書きます"
)
_MARK: Final = "「{mark}」は印にならず、そのまま表示されます。{half}に直してください"
_LINK: Final = "全角の括弧のリンクは、リンクになりません。半角の [文字](リンク先) に直してください"
