"""The second phase of the work: the parts of the site, each made without the others.

A part is what one plan has in the site, or all pages above the plans. It is a function of the kit
and of its task, and it may be made in any process.

A part is made in pieces: those of a plan depend on more or less of the other plans, and above the
plans each maker has its own. A piece whose key is that of an earlier site is taken over from there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from jinzai.compare.issuers import plans_beside
from jinzai.export.downloads import plan_downloads
from jinzai.export.table import Subject
from jinzai.link.catalogue import LinkedPlan
from jinzai.publish.page import Page, SiteFile
from jinzai.publish.part import PartFiles, handed_on, poured, take_over
from jinzai.publish.search import SearchPart, postings_of, trimmed
from jinzai.render.compare.files import CompareFiles
from jinzai.render.page.place import LookingContext, plan_context
from jinzai.render.registry import PROGRAM_PAGES, SITE_PAGES, SitePages
from jinzai.render.render import (
    render_looking_pages,
    render_neighbour_pages,
    render_own_pages,
    render_site,
)
from jinzai.render.search_records import AHEAD, plan_part
from jinzai.render.site.own_role_files import own_role_file
from jinzai.work.clock import Clock
from jinzai.work.examined_plan import PlanSource
from jinzai.work.keys import key_of
from jinzai.work.putaway import PutAway
from jinzai.work.site_kit import SiteKit


class PlanTask(NamedTuple):
    """Everything that one plan has in the site. `key` is the plan's own key, or empty."""

    source: PutAway[PlanSource]
    key: str


class AboveTask(NamedTuple):
    """All pages above the plans, and the data files that belong to no plan.

    It is one task, because its process holds the profiles of all plans meanwhile. `program` is the
    key of what those pages stand on that are the same for any content. `whole` is the key of
    everything. Both may be empty.
    """

    program: str
    whole: str


class MadePiece(NamedTuple):
    """A piece of a part: its files, and the key of what they were made from, or `""`."""

    key: str
    files: PartFiles


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part of the site.

    Attributes:
        pieces: its pieces by their names.
        search: the plan's records for the search; None for a part above the plans.
        seconds: the time of each stage.
        is_kept: whether it is the part of an earlier site as a whole.
    """

    pieces: Mapping[str, MadePiece]
    search: PutAway[SearchPart] | None
    seconds: Mapping[str, float]
    is_kept: bool = False


class PartTask(NamedTuple):
    """A part to make.

    Attributes:
        wanted: what the part is.
        before: the same part of an earlier site, if it is known.
        is_same: whether `before` was made from the same content, so that it need not be made again.
    """

    wanted: PlanTask | AboveTask
    before: MadePart | None = None
    is_same: bool = False


class _Wanted(NamedTuple):
    """A piece to make: what its files are, and its key."""

    key: str
    make: Callable[[], Iterable[Page | SiteFile]]


def make_part(makers: "PartMakers", task: PartTask) -> MadePart:
    """Makes a part of the site, and gives its files to the kit's taker. Raises `PublishError`."""
    return makers.make(task)


class PartMakers:
    """Makes the parts of one site. What all parts need is made once in each process."""

    def __init__(self, kit: SiteKit) -> None:
        self._kit = kit

    def __reduce__(self) -> tuple[type["PartMakers"], tuple[SiteKit]]:
        return PartMakers, (self._kit,)

    def warm(self) -> str:
        """Makes what all parts need, so that processes that are forked from this one have it.

        Returns the key of what the files of every plan need of all plans.
        """
        self._kit.site()
        return key_of(repr(self._compare_files.basis), repr(sorted(self._beside.items())))

    def make(self, task: PartTask) -> MadePart:
        """See `make_part`."""
        kept = self.kept(task)
        if kept is not None:
            return kept
        clock = Clock()
        known = task.before.pieces if task.before is not None else {}
        search: PutAway[SearchPart] | None = None
        with clock.rest("pour"):
            wanted = task.wanted
            if isinstance(wanted, AboveTask):
                with self._kit.profiles.all_held():
                    found = self._above(wanted, clock)
                    pieces = self._pieces(found, known)
            else:
                with clock.stage("link"):
                    plan = self._kit.linked(wanted.source.value())
                    context = plan_context(self._kit.site_of_plan(), plan)
                found = self._of_plan(context, wanted.key, clock)
                search = PutAway(self._search_part(plan))
                pieces = self._pieces(found, known)
        return MadePart(pieces, search, clock.stages)

    def _search_part(self, plan: LinkedPlan) -> SearchPart:
        """The plan's records for the search. A large site has an index of them."""
        part = trimmed(plan_part(plan))
        if not self._kit.is_indexed:
            return part
        return part._replace(postings=postings_of(part, AHEAD))

    def kept(self, task: PartTask) -> MadePart | None:
        """The part of the earlier site, taken over; None if it has to be made again."""
        before = task.before
        if before is None or not task.is_same or not self._is_taken_over(before):
            return None
        return replace(before, seconds={}, is_kept=True)

    def away(self) -> "PartMakers":
        """The same makers for a machine that reaches no folder of this one.

        They give back all files as bytes. Raises `PublishError`.
        """
        return PartMakers(self._kit.away())

    def handed_on(self, made: MadePart, before: MadePart | None) -> MadePart:
        """Gives the files of a part that was made away to the kit's taker.

        `before` is the same part of an earlier site, if it is known. Raises `PublishError`.
        """
        known = before.pieces if before is not None else {}
        pieces = {}
        for name, piece in made.pieces.items():
            last = known[name].files if name in known else None
            pieces[name] = piece._replace(files=handed_on(piece.files, self._kit.taker, last))
        return replace(made, pieces=pieces)

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
        return files.is_given_back or take_over(files, self._kit.taker)

    def _drop(self, files: PartFiles) -> None:
        for address in files.stamps:
            self._kit.taker.drop(address)

    def _pieces(
        self, wanted: Mapping[str, _Wanted], known: Mapping[str, MadePiece]
    ) -> dict[str, MadePiece]:
        return {name: self._piece(one, known.get(name)) for name, one in wanted.items()}

    def _piece(self, wanted: _Wanted, before: MadePiece | None) -> MadePiece:
        is_same = before is not None and wanted.key != "" and wanted.key == before.key
        if before is not None and is_same and self._is_there(before.files):
            return before
        files = before.files if before is not None else None
        made = poured(wanted.make(), self._kit.by_depth, self._kit.taker, files)
        return MadePiece(wanted.key, made)

    def _of_plan(self, context: LookingContext, key: str, clock: Clock) -> dict[str, _Wanted]:
        """The pieces of a plan. Each depends on more of the other plans than the one before."""

        def pages(of: Callable[[LookingContext], Iterator[Page]], *seen: object) -> _Wanted:
            own = key and key_of(key, self._kit.plans_key, *map(repr, seen))
            return _Wanted(own, lambda: clock.each("render", of(context)))

        names, near = context.names, context.neighbours
        beside = self._beside[context.plan.id]
        of_files = key and key_of(
            key, self._kit.plans_key, repr(names), repr(beside), repr(self._compare_files.basis)
        )
        return {
            "own": pages(lambda context: render_own_pages(context.own), names),
            "neighbours": pages(render_neighbour_pages, names, near),
            "looking": pages(render_looking_pages, names, near, context.among),
            "files": _Wanted(of_files, lambda: clock.each("export", self._files(context))),
        }

    def _files(self, context: LookingContext) -> Iterator[SiteFile]:
        for download in plan_downloads(Subject(context.plan, context.profile)):
            yield SiteFile(download.address, download.data)
        yield from self._compare_files.of_plan(context.profile)
        yield own_role_file(context.own, self._beside[context.plan.id])

    def _above(self, task: AboveTask, clock: Clock) -> dict[str, _Wanted]:
        """The pieces above the plans: one for each maker, and one for the data files."""
        site = self._kit.site()

        def pages(maker: SitePages) -> _Wanted:
            key = task.program if maker in PROGRAM_PAGES else task.whole
            return _Wanted(key, lambda: clock.each("render", render_site(site, [maker])))

        found = {str(number): pages(maker) for number, maker in enumerate(SITE_PAGES)}
        files = clock.each("export", self._compare_files.of_all())
        return {**found, "files": _Wanted(task.whole, lambda: files)}

    @cached_property
    def _compare_files(self) -> CompareFiles:
        return CompareFiles(self._kit.site(), self._kit.bases)

    @cached_property
    def _beside(self) -> Mapping[str, tuple[str, ...]]:
        """For each plan the other plans of the same municipality."""
        return plans_beside(self._kit.commons.plans.values())
