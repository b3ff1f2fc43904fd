"""What stands for the end of a line within a sentence: a space, or nothing in Japanese.

YAML and Markdown put a space there. Japanese has no spaces between words, so that one between two
wide characters is wrong. YAML texts, pages and cells of tables all ask this module.
"""

import unicodedata
from itertools import pairwise
from typing import Final

_COMPARED: Final = (12, 3, 1)


def is_wide(character: str) -> bool:
    """Whether a character is Japanese, which is as wide as it is high; False for `""`."""
    return bool(character) and unicodedata.east_asian_width(character) in ("W", "F")


def needs_space(before: str, after: str) -> bool:
    """Whether a space stands for a line's end between these two characters."""
    return not (is_wide(before) and is_wide(after))


def unfolded(value: str, written: str) -> str:
    """A text that YAML folded, without the spaces that Japanese does not need.

    `written` is the text as it stands in the file. Spaces that were typed stay. The place of each
    line's end in `value` is found by the characters around it.
    """
    at = 0
    for above, below in pairwise(written.split("\n")):
        before, after = above.rstrip(), below.strip()
        if not before or not after or needs_space(before[-1], after[0]):
            continue
        for length in _COMPARED:
            end = before[-length:].lstrip()
            found = value.find(f"{end} {after[:length]}", at)
            if found >= 0:
                at = found + len(end)
                value = value[:at] + value[at + 1 :]
                break
    return value
