"""Which of the known ids somebody most likely meant by one that is not known.

A guess is worth less than none where it leads to the wrong thing, so only what is very like it is
named. Ids that nothing names go first: who renames something leaves references to the old id, and
a new id to which there are none.
"""

import difflib
import re
from collections.abc import Collection, Iterable
from typing import Final

_WORD: Final = 0.65
_WHOLE: Final = 0.85
_RENAMED: Final = 0.5
_DIGITS: Final = re.compile(r"[0-9]+")


def meant_id(id: str, known: Iterable[str], unnamed: Collection[str] = ()) -> str:
    """The known id that was most likely meant, or nothing.

    `unnamed` holds those of the known ids to which nothing refers: of them one will do that has
    a word in common with `id` which no other id has.
    """
    listed = sorted(known)
    alike = [one for one in listed if _is_alike(id, one)]
    if not alike:
        alike = [one for one in listed if one in unnamed and _is_renamed(id, one, listed)]
    best = max((_ratio(id, one) for one in alike), default=0.0)
    first = [one for one in alike if _ratio(id, one) == best]
    return next((one for one in first if one in unnamed), first[0] if first else "")


def _is_alike(id: str, other: str) -> bool:
    """Whether they differ by a slip: in hyphens, a few letters, or by a word one of them lacks."""
    digits = _DIGITS.findall(id), _DIGITS.findall(other)
    if all(digits) and digits[0] != digits[1]:
        return False
    few, many = sorted((id.split("-"), other.split("-")), key=len)
    if all(any(_ratio(word, one) >= _WORD for one in many) for word in few):
        return True
    return _ratio(id.replace("-", ""), other.replace("-", "")) >= _WHOLE


def _is_renamed(id: str, other: str, known: Iterable[str]) -> bool:
    """Whether they share a word of their own, that is none of any other known id."""
    shared = set(id.split("-")) & set(other.split("-"))
    own = shared.difference(*(one.split("-") for one in known if one != other))
    return bool(own) and _ratio(id, other) >= _RENAMED


def _ratio(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()
