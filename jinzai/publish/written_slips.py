"""What the engine's Markdown shows otherwise than the writer of a hand-written page meant.

Python-Markdown begins no list and no table within a paragraph, and takes an item that is indented
by two or three spaces for one of the same list. It does so without a word. This module finds
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
    mark = _wide_mark.match(line)
    if mark and (mark["mark"][0] in "＃＞｜" or above):
        yield 0, _MARK.format(mark=mark["mark"], half=_HALF[mark["mark"][0]])
    for found in _wide_link.finditer(line):
        yield found.start(), _LINK


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
_MARK: Final = "「{mark}」は印にならず、そのまま表示されます。{half}に直してください"
_LINK: Final = "全角の括弧のリンクは、リンクになりません。半角の [文字](リンク先) に直してください"
