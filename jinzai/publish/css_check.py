"""What CSS may contain: how things look, but nothing that loads or runs.

This module owns the lists of allowed functions and at-rules. Everything else is refused, because a
list of dangerous names is never complete. The text is cut into tokens as browsers do it (CSS Syntax
Module Level 3, section 4), so that escapes and comments hide nothing. Seven kinds of tokens and no
tree are enough for that, which is less code than a library has. This module knows no files: a
pattern says which addresses may stand in `url()`.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

SHOWN: Final = 60
"""The largest number of characters of a text that a message shows."""


class Fault(NamedTuple):
    """Something that is not allowed: its offset from 0, and a message in Japanese."""

    offset: int
    message: str


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


AT_RULES: Final = _words(
    "media supports layer container scope starting-style keyframes -webkit-keyframes page"
    " font-face font-feature-values property counter-style charset"
    " top-left top-center top-right bottom-left bottom-center bottom-right"
)
"""The allowed at-rules, without `@`."""

FUNCTIONS: Final = _words(
    # Numbers, variables, colours.
    "calc min max clamp round mod rem abs sign sin cos tan asin acos atan atan2 pow sqrt hypot log"
    " exp var env attr counter counters symbols rgb rgba hsl hsla hwb lab lch oklab oklch color"
    " color-mix color-contrast light-dark icc-color device-cmyk"
    # Drawing, filters, shapes, places.
    " linear-gradient radial-gradient conic-gradient repeating-linear-gradient"
    " repeating-radial-gradient repeating-conic-gradient -webkit-linear-gradient"
    " -webkit-radial-gradient blur brightness contrast drop-shadow grayscale hue-rotate invert"
    " opacity saturate sepia inset circle ellipse polygon path rect xywh shape ray"
    " matrix matrix3d translate translate3d translatex translatey translatez scale scale3d scalex"
    " scaley scalez rotate rotate3d rotatex rotatey rotatez skew skewx skewy perspective"
    " minmax repeat fit-content cubic-bezier steps linear format local tech scroll view"
    # Selectors and conditions.
    " not is where has matches any -webkit-any -moz-any nth-child nth-last-child nth-of-type"
    " nth-last-of-type nth-col nth-last-col lang dir host host-context slotted part state cue"
    " highlight and or selector style font-format font-tech"
)
"""The allowed functions. Functions that load from a string (`image-set`) are not among them."""

IN_PICTURES: Final = re.compile(r"#[^\x00-\x20\"'()<>\\]+")
"""What `url()` may contain in a picture: the anchor of a part of the same picture."""

IMAGE_DATA: Final = re.compile(r"data:image/(?:png|jpe?g|gif|webp)[;,][^<>\\]*", re.IGNORECASE)
"""An image inside the address itself, of a kind that cannot contain scripts."""

_NEWLINE: Final = r"(?:\r\n|[\n\r\f])"
_ESCAPE: Final = r"\\(?:[0-9a-fA-F]{1,6}(?:\r\n|[ \t\n\r\f])?|[^\n\r\f0-9a-fA-F])"
_NAME: Final = rf"(?:[-0-9A-Za-z_\x80-\U0010ffff]|{_ESCAPE})++"
_STRING: Final = "|".join(
    rf"{quote}(?:[^{quote}\\\n\r\f]|{_ESCAPE}|\\{_NEWLINE})*+{quote}" for quote in "\"'"
)

_token: Final = re.compile(
    rf"(?P<comment>/\*(?s:.*?)\*/)|(?P<string>{_STRING})|@(?P<rule>{_NAME})|#{_NAME}"
    rf"|(?P<function>{_NAME})\(|{_NAME}|(?P<broken>/\*|[\"'\\])|(?s:.)"
)
_address: Final = re.compile(
    rf"[ \t\n\r\f]*+(?:(?P<quoted>{_STRING})|(?P<bare>(?:[^\"'()\\\x00-\x20\x7f]|{_ESCAPE})*+))"
    r"[ \t\n\r\f]*+\)"
)
_escape: Final = re.compile(rf"\\(?:([0-9a-fA-F]{{1,6}})(?:\r\n|[ \t\n\r\f])?|{_NEWLINE}|((?s:.)))")
_control: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_charset: Final = re.compile(r'@charset "utf-8";', re.IGNORECASE)
# Values in which no rule of this module could find anything.
_plain: Final = re.compile(r"[\w\s.,#%+-]*")


def css_faults(text: str, addresses: re.Pattern[str], allowed: str) -> Iterator[Fault]:
    """Everything that is not allowed in a style sheet, a list of declarations, or a value.

    `addresses` matches a whole address that may stand in `url()`, after decoding of escapes.
    `allowed` says the same in Japanese for messages. After a comment or a string that is not
    closed, the rest of the text is not checked.
    """
    if _plain.fullmatch(text):
        return
    for found in _control.finditer(text):
        yield Fault(found.start(), "目に見えない制御文字があります。消してください")
        return
    at = 0
    while at < len(text):
        token = _token.match(text, at)
        assert token is not None, "the last alternative matches anything"
        at = token.end()
        if token["broken"]:
            yield Fault(token.start(), _BROKEN[token["broken"]])
            return
        if token["rule"]:
            yield from _rule(decoded(token["rule"]).lower(), text, token.start())
        elif token["function"]:
            name = decoded(token["function"]).lower()
            if name != "url":
                if name not in FUNCTIONS:
                    yield Fault(token.start(), _FUNCTION.format(name[:SHOWN], allowed))
                continue
            address = _address.match(text, at)
            if address is None:
                yield Fault(token.start(), f"url() の書き方が正しくありません。{allowed}")
                return
            at = address.end()
            written = decoded(address["quoted"][1:-1] if address["quoted"] else address["bare"])
            if not addresses.fullmatch(written):
                yield Fault(token.start(), _ADDRESS.format(written[:SHOWN], allowed))


def decoded(text: str) -> str:
    """A name or the inside of a string without escapes, as browsers read it."""

    def character(found: re.Match[str]) -> str:
        if not found[1]:
            return found[2] or ""
        code = int(found[1], 16)
        # CSS Syntax 4.3.7: what is no character becomes U+FFFD.
        is_character = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
        return chr(code) if is_character else "\ufffd"

    return _escape.sub(character, text) if "\\" in text else text


def _rule(name: str, text: str, start: int) -> Iterator[Fault]:
    if name == "import":
        yield Fault(start, "@import は使えません。読み込みたい中身を、このファイルに書いてください")
    elif name == "charset" and (start > 0 or not _charset.match(text)):
        yield Fault(start, '@charset は、1行目の先頭に @charset "utf-8"; とだけ書けます')
    elif name not in AT_RULES:
        yield Fault(start, f"@{name[:SHOWN]} は使えません。消してください")


_BROKEN: Final = {
    "/*": "コメントが閉じていません。*/ を加えてください",
    '"': '「"」が閉じていません。「"」を加えてください',
    "'": "「'」が閉じていません。「'」を加えてください",
    "\\": "「\\」の後に文字がありません。消してください",
}
_FUNCTION: Final = "{}() は使えません。消すか、別の書き方にしてください。{}"
_ADDRESS: Final = "url() の中の「{}」は使えません。{}"
