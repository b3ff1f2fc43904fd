"""The search, joined from what each plan gives to it.

The records and the postings of a plan are made with its part. Here those of all plans are joined:
in one file for a small site; for a large one, in parts that can be made in any process. Each of
these needs the records of some plans, or some of the postings of all plans. So no process holds
everything, and most of them stay as they are if one plan changes.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from jinzai.publish.page import SiteFile
from jinzai.publish.search import (
    MOST_IN_ONE_FILE,
    BlockRun,
    SearchPart,
    SearchRecord,
    block_files,
    block_runs,
    group_files,
    guide_file,
    head_file,
    postings_of,
    search_files,
    trimmed,
)
from jinzai.publish.search_shards import GROUPS, GroupPostings
from jinzai.render.search_records import AHEAD
from jinzai.work.keys import key_of
from jinzai.work.pieces import (
    MadePostings,
    MadeSearch,
    WantedPiece,
)
from jinzai.work.putaway import PutAway


def made_search(part: SearchPart, *, indexed: bool) -> MadeSearch:
    """What a plan, or the pages above the plans, give to the search.

    `indexed` says whether the site will probably be large, so that postings are needed.
    """
    part = trimmed(part)
    return MadeSearch(
        len(tuple(part.records)),
        key_of(repr(part)),
        PutAway(part),
        _made_postings(part) if indexed else (),
    )


def _made_postings(part: SearchPart) -> tuple[MadePostings, ...]:
    return tuple(
        MadePostings(
            key_of(one.tokens, one.lengths.tobytes().hex(), one.numbers.tobytes().hex()),
            PutAway(one),
        )
        for one in postings_of(part, AHEAD)
    )


class BlocksTask(NamedTuple):
    """Some blocks of records: `parts` are those of the run. `key` is that of their content."""

    key: str
    run: BlockRun
    parts: tuple[PutAway[SearchPart], ...]


class GroupTask(NamedTuple):
    """The shards of a group of tokens, for a site of so many `records`.

    `postings` are those of the group in all parts; `begins` are the numbers of the parts' first
    records. `key` is the key of all these.
    """

    key: str
    group: int
    records: int
    begins: tuple[int, ...]
    postings: tuple[PutAway[GroupPostings], ...]


SearchTask = BlocksTask | GroupTask


def files_of(wanted: SearchTask) -> Iterator[SiteFile]:
    """The files of a part of the search."""
    if isinstance(wanted, BlocksTask):
        return block_files(wanted.run, (part.value() for part in wanted.parts), AHEAD)
    numbered = zip(wanted.begins, (one.value() for one in wanted.postings), strict=True)
    return group_files(wanted.group, numbered, wanted.records)


class JoinedSearch:
    """The search of one site."""

    def __init__(self, parts: Sequence[MadeSearch]) -> None:
        """`parts` are the pages above the plans, then the plans in the order of their ids."""
        self._parts = parts
        self._begins = tuple(accumulate((part.size for part in parts), initial=0))
        self._records = self._begins[-1]
        self.is_large = self._records > MOST_IN_ONE_FILE

    def tasks(self) -> Iterator[tuple[str, SearchTask]]:
        """The parts that can be made in any process, each with its name.

        For a small site, there is no such part.
        """
        if not self.is_large:
            return
        parts = self._parts
        for number, run in enumerate(block_runs([part.size for part in parts])):
            held = parts[run.parts.start : run.parts.stop]
            key = key_of(repr(run), *(part.key for part in held))
            task = BlocksTask(key, run, tuple(part.records for part in held))
            yield f"search/records/{number}", task
        begins = self._begins[:-1]
        for group in range(GROUPS):
            found = [postings[group] for postings in self._postings]
            key = key_of(repr((group, self._records, begins)), *(one.key for one in found))
            postings = tuple(one.postings for one in found)
            yield f"search/tokens/{group}", GroupTask(key, group, self._records, begins, postings)

    def others(
        self, guide: Iterable[SearchRecord], synonyms: tuple[tuple[str, ...], ...]
    ) -> WantedPiece:
        """The other files. `guide` and `synonyms` are as `search_files` takes them."""
        guide = tuple(guide)
        content = () if self.is_large else tuple(part.key for part in self._parts)
        key = key_of(repr((guide, synonyms, self._records)), *content)
        return WantedPiece(key, lambda: self._others(guide, synonyms))

    def _others(
        self, guide: tuple[SearchRecord, ...], synonyms: tuple[tuple[str, ...], ...]
    ) -> Iterator[SiteFile]:
        if self.is_large:
            yield guide_file(guide, AHEAD)
            yield head_file(self._records, synonyms)
        else:
            parts = (part.records.value() for part in self._parts)
            yield from search_files(parts, guide, synonyms, AHEAD)

    @cached_property
    def _postings(self) -> list[tuple[MadePostings, ...]]:
        """The postings of each part. The site may be large though nobody expected it."""
        return [part.postings or _made_postings(part.records.value()) for part in self._parts]
