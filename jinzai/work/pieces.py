"""Parts of the site, their pieces, and how they are taken over from an earlier site.

A part is one task of the work. It is made in pieces: files that depend on the same things. A piece
whose key is that of an earlier site is taken over from there. So is a whole part.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, NamedTuple, Self, TypeVar

from jinzai.publish.page import Page, SiteFile
from jinzai.publish.part import FileTaker, PartFiles, handed_on, poured, take_over
from jinzai.publish.search import SearchPart
from jinzai.publish.search_shards import GroupPostings
from jinzai.publish.shell import Shell
from jinzai.render.frameworks.entry_lines import PlanUnderEntry
from jinzai.work.putaway import PutAway

_Wanted = TypeVar("_Wanted")


class MadePiece(NamedTuple):
    """A piece of a part: its files, and the key of what they were made from, or `""`."""

    key: str
    files: PartFiles


class WantedPiece(NamedTuple):
    """A piece to make: its key, and what makes its files."""

    key: str
    make: Callable[[], Iterable[Page | SiteFile]]


class MadePostings(NamedTuple):
    """The postings of a plan in one group of tokens, and the key of their content."""

    key: str
    postings: PutAway[GroupPostings]


class MadeSearch(NamedTuple):
    """What a plan gives to the search.

    Attributes:
        size: how many records it has.
        key: the key of their content.
        records: the records.
        postings: those of each group of tokens; empty if the site is small.
    """

    size: int
    key: str
    records: PutAway[SearchPart]
    postings: tuple[MadePostings, ...]


class MadeLines(NamedTuple):
    """What the page of a framework's entry shows of a plan, and the key of that."""

    key: str
    shown: PutAway[PlanUnderEntry]


class Gifts(NamedTuple):
    """What a plan gives to the pages and files that are joined from all plans.

    Attributes:
        made_from: the key of what it was made from, or `""`.
        search: what it gives to the search.
        entries: what it gives to the page of each entry, by `framework/entry`.
    """

    made_from: str
    search: MadeSearch
    entries: Mapping[str, MadeLines]


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part of the site.

    Attributes:
        pieces: its pieces by their names.
        gifts: what the plan gives to others; None for a part that belongs to no plan.
        seconds: the time of each stage.
        is_kept: whether it is the part of an earlier site as a whole.
    """

    pieces: Mapping[str, MadePiece]
    gifts: Gifts | None
    seconds: Mapping[str, float]
    is_kept: bool = False


class PartTask(NamedTuple, Generic[_Wanted]):
    """A part to make.

    Attributes:
        wanted: what the part is.
        before: the same part of an earlier site, if it is known.
        is_same: whether `before` was made from the same content, so that it need not be made again.
    """

    wanted: _Wanted
    before: MadePart | None = None
    is_same: bool = False


class Makers(ABC, Generic[_Wanted]):
    """Makes parts of one site, in any process, and gives their files to a taker."""

    def __init__(self, taker: FileTaker, by_depth: Sequence[Shell]) -> None:
        """`taker` decides what becomes of the files. `by_depth` are the shells of pages."""
        self._taker = taker
        self._by_depth = by_depth

    @abstractmethod
    def make(self, task: PartTask[_Wanted]) -> MadePart:
        """Makes a part. Raises `PublishError`."""

    @abstractmethod
    def away(self) -> Self:
        """The same makers for a machine that reaches no folder of this one.

        They give back all files as bytes. Raises `PublishError`.
        """

    def kept(self, task: PartTask[_Wanted]) -> MadePart | None:
        """The part of the earlier site, taken over; None if it has to be made again."""
        before = task.before
        if before is None or not task.is_same or not self._is_taken_over(before):
            return None
        return replace(before, seconds={}, is_kept=True)

    def handed_on(self, made: MadePart, before: MadePart | None) -> MadePart:
        """Gives the files of a part that was made away to the taker.

        `before` is the same part of an earlier site, if it is known. Raises `PublishError`.
        """
        known = before.pieces if before is not None else {}
        pieces = {}
        for name, piece in made.pieces.items():
            last = known[name].files if name in known else None
            pieces[name] = piece._replace(files=handed_on(piece.files, self._taker, last))
        return replace(made, pieces=pieces)

    def pieces(
        self, wanted: Mapping[str, WantedPiece], before: MadePart | None
    ) -> dict[str, MadePiece]:
        """The pieces, made or taken over from the same part of an earlier site."""
        known = before.pieces if before is not None else {}
        return {name: self._piece(one, known.get(name)) for name, one in wanted.items()}

    def _piece(self, wanted: WantedPiece, before: MadePiece | None) -> MadePiece:
        is_same = before is not None and wanted.key != "" and wanted.key == before.key
        if before is not None and is_same and self._is_there(before.files):
            return before
        files = before.files if before is not None else None
        return MadePiece(wanted.key, poured(wanted.make(), self._by_depth, self._taker, files))

    def _is_taken_over(self, before: MadePart) -> bool:
        """Takes over all pieces of a part, or none. Returns whether it did."""
        done: list[PartFiles] = []
        for piece in before.pieces.values():
            if not self._is_there(piece.files):
                for files in done:
                    self._drop(files)
                return False
            done.append(piece.files)
        return True

    def _is_there(self, files: PartFiles) -> bool:
        return files.is_given_back or take_over(files, self._taker)

    def _drop(self, files: PartFiles) -> None:
        for address in files.stamps:
            self._taker.drop(address)


def make_part(makers: Makers[_Wanted], task: PartTask[_Wanted]) -> MadePart:
    """Makes a part of the site. Raises `PublishError`."""
    return makers.make(task)
