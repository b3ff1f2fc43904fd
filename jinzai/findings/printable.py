"""Makes text safe to show: nothing in it can command a terminal or a CI's log, or hide.

`printable` is for a piece of text that becomes a part of a line. `harmless` is for whole lines.
"""

import re
import unicodedata
from typing import Final

_ASCII_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
# Control, format and surrogate characters, line and paragraph separators.
_HIDDEN: Final = frozenset(["Cc", "Cf", "Cs", "Zl", "Zp"])
_REPLACEMENT: Final = "\ufffd"

# A CI reads commands in what a program prints. GitHub's runner takes `::name::` at the beginning
# of a line, whatever blanks stand before it, and `##[name]` anywhere (actions/runner,
# src/Runner.Common/ActionCommand.cs); Azure's takes `##vso[name]`. It compares without regard to
# characters that have no shape of their own, such as variation selectors.
_SHAPELESS: Final = (
    r"\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"
)
_begins_command: Final = re.compile(rf"[\s{_SHAPELESS}]*:[{_SHAPELESS}]*:[{_SHAPELESS}:]*")
_hash_command: Final = re.compile(rf"#(?=[{_SHAPELESS}]*#[\w{_SHAPELESS}]*\[)")
_color: Final = re.compile("(\x1b\\[[0-9;]*m)")


def printable(text: str) -> str:
    """The text with a visible character in place of each invisible one. A tab becomes one space.

    The number of characters stays the same, so columns still fit.
    """
    text = text.replace("\t", " ")
    if text.isascii():
        return _ASCII_CONTROL.sub(_REPLACEMENT, text)
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    return _REPLACEMENT if unicodedata.category(character) in _HIDDEN else character


def harmless(text: str, *, color: bool = False) -> str:
    """The lines of a text, safe to print in a CI's log.

    Only line feeds end a line. Each line becomes printable. Signs that begin a command for a CI
    become U+FFFD. With `color`, escape sequences that set colours stay.
    """
    return "\n".join(_harmless_line(line, color=color) for line in text.split("\n"))


def _harmless_line(line: str, *, color: bool) -> str:
    # Of the pieces that a split gives, every second one is what it was split at.
    pieces = _color.split(line) if color else [line]
    pieces[::2] = [without_hash_commands(printable(piece)) for piece in pieces[::2]]
    written = "".join(pieces)
    command = _begins_command.match(written)
    if command is None:
        return written
    return command[0].replace(":", _REPLACEMENT) + written[command.end() :]


def without_hash_commands(text: str, sign: str = _REPLACEMENT) -> str:
    """The text with `sign` in place of the first letter of `##[` and similar signs."""
    return _hash_command.sub(lambda _: sign, text) if "#" in text else text
