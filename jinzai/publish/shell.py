"""Shells: built pages with slots, and how a page is poured into one.

This module owns the slots, the marks that stand for them while the theme builds a shell, and the
join of strings that makes a page. A built shell is cut at its marks once. Poured content is never
searched for marks, so no content can be taken for a mark. This module does not know who builds a
shell.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Final, NamedTuple

from jinzai.publish.page import Page
from jinzai.publish.versions import body_with_versions

MAX_DEPTH: Final = 2
"""The largest number of folders above a page. There is one shell for each depth."""

SLOTS: Final = (
    "title",
    "description",
    "styles",
    "navigation",
    "crumbs",
    "body",
    "edit",
    "report",
    "edition",
    "address",
)
"""The slots of the frame. Each may stand more than once."""

_mark = re.compile(r"jinzaimark([0-9a-f]{32})(slot|begin|end)([a-z]+)x")


class ShellError(ValueError):
    """A built page whose marks are missing, unknown or not well nested."""


class Marks(NamedTuple):
    """The texts that stand for slots in the theme's templates during one build.

    They contain a digest of everything that people wrote by hand. So no hand-written page can
    contain a mark, because it would have to contain its own digest.
    """

    digest: str

    @classmethod
    def over(cls, sources: Iterable[bytes]) -> "Marks":
        """Marks that none of `sources` can contain."""
        total = hashlib.sha256()
        for source in sources:
            total.update(hashlib.sha256(source).digest())
        return cls(total.hexdigest()[:32])

    def for_templates(self) -> dict[str, dict[str, str]]:
        """The marks of each slot.

        `slot` stands for its value. `begin` and `end` stand around a part that is left out without
        a value.
        """
        return {
            slot: {
                part: f"jinzaimark{self.digest}{part}{slot}x" for part in ("slot", "begin", "end")
            }
            for slot in SLOTS
        }


class ShellPiece(NamedTuple):
    """A piece of a shell, and the slot that follows it.

    Attributes:
        literal: the bytes, as the theme built them.
        slot: the slot whose value follows, or `""`.
        needs: the slots that must have values. Otherwise the whole piece is left out.
    """

    literal: bytes
    slot: str
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shell:
    """A built page, cut at its marks. It is immutable except for a cache, and can be pickled.

    Attributes:
        pieces: the pieces.
        versions: the versions of the frame's files, by address, for what is poured in.
    """

    pieces: tuple[ShellPiece, ...]
    versions: Mapping[str, str] = field(default_factory=dict)
    _by_empty: dict[frozenset[str], tuple[ShellPiece, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def cut(
        cls,
        html: str,
        marks: Marks,
        required: Iterable[str],
        enclosed: Iterable[str] = (),
        versions: Mapping[str, str] | None = None,
    ) -> "Shell":
        """Cuts a built page at its marks. `versions` are kept.

        Raises `ShellError` if a `required` slot is missing, if an `enclosed` slot has no marks
        around it, or if marks are not well nested.
        """
        pieces: list[ShellPiece] = []
        open_slots: list[str] = []
        found = [mark for mark in _mark.finditer(html) if mark[1] == marks.digest]
        ends = [0, *(mark.end() for mark in found)]
        for start, mark in zip(ends, found, strict=False):
            part, slot = mark[2], mark[3]
            if slot not in SLOTS:
                raise ShellError(slot)
            literal = html[start : mark.start()].encode()
            pieces.append(
                ShellPiece(literal, slot if part == "slot" else "", frozenset(open_slots))
            )
            if part == "begin":
                open_slots.append(slot)
            elif part == "end" and (not open_slots or open_slots.pop() != slot):
                raise ShellError(slot)
        if open_slots:
            raise ShellError(open_slots[-1])
        pieces.append(ShellPiece(html[ends[-1] :].encode(), "", frozenset()))
        present = {piece.slot for piece in pieces}
        for slot in required:
            if slot not in present:
                raise ShellError(slot)
        for slot in enclosed:
            if not any(slot in piece.needs for piece in pieces):
                raise ShellError(slot)
        return cls(tuple(pieces), dict(versions or {}))

    def inside(self, slot: str) -> bytes:
        """The bytes between the marks `begin` and `end` of `slot`."""
        return b"".join(piece.literal for piece in self.pieces if slot in piece.needs)

    def fill(self, values: Mapping[str, bytes]) -> bytes:
        """The page with the value (HTML) of each slot. A missing value counts as empty."""
        empty = frozenset(slot for slot in SLOTS if not values.get(slot))
        pieces = self._by_empty.get(empty)
        if pieces is None:
            pieces = _merged(piece for piece in self.pieces if not piece.needs & empty)
            self._by_empty[empty] = pieces
        parts: list[bytes] = []
        for piece in pieces:
            parts.append(piece.literal)
            if piece.slot:
                parts.append(values.get(piece.slot, b""))
        return b"".join(parts)


def _merged(pieces: Iterable[ShellPiece]) -> tuple[ShellPiece, ...]:
    """The same page in fewer pieces: adjacent literals are joined."""
    merged: list[ShellPiece] = []
    literal = b""
    for piece in pieces:
        literal += piece.literal
        if piece.slot:
            merged.append(ShellPiece(literal, piece.slot, frozenset()))
            literal = b""
    return (*merged, ShellPiece(literal, "", frozenset()))


def pour(page: Page, shell: Shell) -> bytes:
    """The finished page in UTF-8. `shell` must be the shell for the page's depth."""
    return shell.fill(
        {
            "title": escape(page.title).encode(),
            "description": escape(page.description).encode(),
            "styles": body_with_versions(page.styles, shell.versions).encode(),
            "navigation": page.navigation.encode(),
            "crumbs": page.crumbs.encode(),
            "body": body_with_versions(page.body, shell.versions).encode(),
            "edit": escape(page.edit).encode(),
            "report": escape(page.report).encode(),
            "edition": escape(page.edition).encode(),
            "address": escape(page.address).encode(),
        }
    )
