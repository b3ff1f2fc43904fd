"""The second phase of the work: the parts of the site, each made without the others.

A part is what one plan has in the site, or all pages above the plans. It is a function of the kit
and of its task, and it may be made in any process.

The pieces of a plan depend on more or less of the other plans. Above the plans each maker has its
own piece.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from jinzai.compare.issuers import plans_beside
from jinzai.export.downloads import plan_downloads
from jinzai.export.table import Subject
from jinzai.publish.page import Page, SiteFile
from jinzai.render.compare.files import CompareFiles
from jinzai.render.frameworks import entries
from jinzai.render.frameworks.entry_lines import under_entry
from jinzai.render.page.place import LookingContext, SiteContext, context_within, surroundings
from jinzai.render.registry import PROGRAM_PAGES, SITE_PAGES, SitePages
from jinzai.render.render import (
    render_looking_pages,
    render_neighbour_pages,
    render_own_pages,
    render_site,
)
from jinzai.render.search_records import plan_part
from jinzai.render.site.own_role_files import own_role_file
from jinzai.work.clock import Clock
from jinzai.work.examined_plan import PlanSource
from jinzai.work.keys import key_of
from jinzai.work.made_search import made_search
from jinzai.work.pieces import Gifts, MadeLines, MadePart, Makers, PartTask, WantedPiece
from jinzai.work.putaway import PutAway
from jinzai.work.site_kit import SiteKit

FILES: Final = "files"
"""The name of the piece with all files that are not pages."""


class PlanTask(NamedTuple):
    """Everything that one plan has in the site. `key` is the plan's own key, or empty."""

    plan_id: str
    source: PutAway[PlanSource]
    key: str


class AboveTask(NamedTuple):
    """All pages above the plans, and the data files that belong to no plan.

    It is one task, because its process holds the profiles of all plans meanwhile. `whole` is the
    key of everything, or empty.
    """

    whole: str


SiteTask = PlanTask | AboveTask


class PartMakers(Makers[SiteTask]):
    """Makes the parts of one site. What all parts need is made once in each process."""

    def __init__(self, kit: SiteKit) -> None:
        super().__init__(kit.taker, kit.by_depth)
        self._kit = kit

    def __reduce__(self) -> tuple[type["PartMakers"], tuple[SiteKit]]:
        return PartMakers, (self._kit,)

    def warm(self) -> str:
        """Makes what all parts need, so that processes that are forked from this one have it.

        Returns the key of what the files of every plan need of all plans.
        """
        self._kit.site()
        return key_of(self._basis_key, repr(sorted(self._beside.items())))

    def make(self, task: PartTask[SiteTask]) -> MadePart:
        """See `Makers`."""
        clock = Clock()
        gifts: Gifts | None = None
        with clock.rest("pour"):
            wanted = task.wanted
            if isinstance(wanted, AboveTask):
                with self._kit.profiles.all_held():
                    pieces = self.pieces(self._above(wanted, clock), task.before)
            else:
                making = _PlanMaking(self._kit, wanted, clock)
                gifts = self._gifts(making, task.before)
                pieces = self.pieces(self._of_plan(making, clock), task.before)
        return MadePart(pieces, gifts, clock.stages)

    def _gifts(self, making: "_PlanMaking", before: MadePart | None) -> Gifts:
        """What the plan gives to others: the same as before if its content is the same."""
        kit, task = self._kit, making.task
        of_plan = (kit.commons.plans[task.plan_id].name, kit.is_indexed)
        key = task.key and key_of(task.key, kit.plans_key, repr(of_plan))
        if before is not None and before.gifts is not None and key == before.gifts.made_from != "":
            return before.gifts
        context = making.context
        search = made_search(plan_part(context.plan), indexed=kit.is_indexed)
        lines = {}
        for entry in kit.commons.entries:
            shown = under_entry(making.site, context.profile, entry)
            lines[entry] = MadeLines(key_of(repr(shown)), PutAway(shown))
        return Gifts(key, search, lines)

    def away(self) -> "PartMakers":
        """See `Makers`."""
        return PartMakers(self._kit.away())

    def _of_plan(self, making: "_PlanMaking", clock: Clock) -> dict[str, WantedPiece]:
        """The pieces of a plan. Each depends on more of the other plans than the one before."""
        key, around = making.task.key, making.around

        def keyed(*seen: object) -> str:
            return key and key_of(key, self._kit.plans_key, *map(repr, seen))

        def pages(of: Callable[[LookingContext], Iterator[Page]], *seen: object) -> WantedPiece:
            return WantedPiece(keyed(*seen), lambda: clock.each("render", of(making.context)))

        names, near = around.names, around.neighbours
        beside = self._beside[making.task.plan_id]
        return {
            "own": pages(lambda context: render_own_pages(context.own), names),
            "neighbours": pages(render_neighbour_pages, names, near),
            "looking": pages(render_looking_pages, names, near, around.among),
            FILES: WantedPiece(
                keyed(names, beside, self._basis_key),
                lambda: clock.each("export", self._files(making.context)),
            ),
        }

    def _files(self, context: LookingContext) -> Iterator[SiteFile]:
        for download in plan_downloads(Subject(context.plan, context.profile)):
            yield SiteFile(download.address, download.data)
        yield from self._compare_files.of_plan(context.profile)
        yield own_role_file(context.own, self._beside[context.plan.id])

    def _above(self, task: AboveTask, clock: Clock) -> dict[str, WantedPiece]:
        """The pieces above the plans: one for each maker, and one for the data files."""
        kit, site = self._kit, self._kit.site()

        def pages(maker: SitePages) -> WantedPiece:
            key = kit.program_key if maker in PROGRAM_PAGES else task.whole
            return WantedPiece(key, lambda: clock.each("render", render_site(site, [maker])))

        # The pages of entries are joined of what each plan gives.
        makers = (maker for maker in SITE_PAGES if maker is not entries.pages)
        found = {str(number): pages(maker) for number, maker in enumerate(makers)}
        files = clock.each("export", self._compare_files.of_all())
        return {**found, FILES: WantedPiece(task.whole, lambda: files)}

    @cached_property
    def _compare_files(self) -> CompareFiles:
        return CompareFiles(self._kit.site(), self._kit.bases)

    @cached_property
    def _basis_key(self) -> str:
        return key_of(repr(self._compare_files.basis))

    @cached_property
    def _beside(self) -> Mapping[str, tuple[str, ...]]:
        """For each plan the other plans of the same municipality."""
        return plans_beside(self._kit.commons.plans.values())


class _PlanMaking:
    """A plan whose part is made. It is linked when something of it has to be made."""

    def __init__(self, kit: SiteKit, task: PlanTask, clock: Clock) -> None:
        self._kit = kit
        self._clock = clock
        self.task = task
        with clock.stage("link"):
            self.around = surroundings(kit.site().compared, kit.commons.plans, task.plan_id)

    @cached_property
    def context(self) -> LookingContext:
        """The context of all pages of the plan."""
        with self._clock.stage("link"):
            plan = self._kit.linked(self.task.source.value())
            profile = self._kit.profiles[plan.id]
            return context_within(self.site, plan, profile, self.around)

    @cached_property
    def site(self) -> SiteContext:
        """The data that the pages of the plan share with all others."""
        return self._kit.site_of_plan()
