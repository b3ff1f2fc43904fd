"""Emphasis beside Japanese: `**「業務改革」**を進める。` is bold.

CommonMark asks whether a mark of emphasis stands beside a space or a punctuation mark. In Japanese
no space stands between words, and 「 counts as punctuation, so its rule takes good emphasis for
plain characters. The rule here is the one of the "CJK-friendly" amendment to CommonMark 0.31: a
Japanese character beside a mark never keeps it from opening or closing. Beside other characters,
the rule is CommonMark's. This module also notes the marks that stayed plain characters.
"""

import re
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from jinzai.model.line_ends import is_wide

LEFT_OVER: Final = "left-over"
"""The key in the environment of a parse whose list has a `LeftOver` for each piece of text."""

_MARKS: Final = frozenset("*_")
_OFFSET: Final = "offset"
_run: Final = re.compile(r"\*+|_+")


class LeftOver(NamedTuple):
    """The offsets of the marks of emphasis in a piece of text that are plain characters."""

    source: str
    offsets: tuple[int, ...]


def enable_emphasis(parser: MarkdownIt) -> None:
    """Makes the parser's marks of emphasis follow the rule of this module."""
    parser.inline.ruler.at("emphasis", _tokenize)
    parser.inline.ruler2.after("emphasis", "left_over", _note_left_over)


def _tokenize(state: StateInline, silent: bool) -> bool:
    """Adds a text token and a delimiter for each mark, as the parser's own rule does."""
    mark = state.src[state.pos]
    if silent or mark not in _MARKS:
        return False
    found = _run.match(state.src, state.pos, state.posMax)
    length = len(found[0]) if found else 1
    may_open, may_close = _flanks(state, state.pos + length, splits_words=mark == "*")
    for number in range(length):
        token = state.push("text", "", 0)
        token.content = mark
        token.meta = {_OFFSET: state.pos + number}
        at = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(mark), length, at, -1, may_open, may_close))
    state.pos += length
    return True


def _flanks(state: StateInline, end: int, *, splits_words: bool) -> tuple[bool, bool]:
    """Whether the marks from the state's position to `end` may open, and may close, emphasis."""
    before = state.src[state.pos - 1] if state.pos > 0 else " "
    after = state.src[end] if end < state.posMax else " "
    before_sign, after_sign = _is_sign(before), _is_sign(after)
    before_wide, after_wide = is_wide(before), is_wide(after)
    before_space, after_space = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
    opens_beside = before_space or before_sign or before_wide or after_wide
    closes_beside = after_space or after_sign or after_wide or before_wide
    left = not after_space and (not after_sign or opens_beside)
    right = not before_space and (not before_sign or closes_beside)
    if splits_words:
        return left, right
    may_open = left and (not right or before_sign or before_wide)
    may_close = right and (not left or after_sign or after_wide)
    return may_open, may_close


def _is_sign(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


def _note_left_over(state: StateInline) -> None:
    """Notes the marks whose tokens are still text after all pairs have been found."""
    offsets = [
        token.meta[_OFFSET]
        for token in state.tokens
        if token.type == "text" and token.content in _MARKS and _OFFSET in token.meta
    ]
    if offsets:
        state.env.setdefault(LEFT_OVER, []).append(LeftOver(state.src, tuple(offsets)))
