"""Parts that are joined from what all plans give: the search, and the pages of entries.

Each of them needs a little of every plan, so no process holds everything, and no profile of a
plan is needed again.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jinzai.publish.page import Page, SiteFile
from jinzai.render.frameworks.entries import pages_of
from jinzai.render.frameworks.entry_lines import PlanUnderEntry
from jinzai.render.page.frame import SiteFrame
from jinzai.work.clock import Clock
from jinzai.work.keys import key_of
from jinzai.work.made_search import SearchTask, files_of
from jinzai.work.pieces import Gifts, MadePart, Makers, PartTask, WantedPiece
from jinzai.work.putaway import PutAway
from jinzai.work.site_kit import SiteKit


class EntryTask(NamedTuple):
    """The page of an entry, `framework/entry`, and its sheets.

    `plans` has what the page shows of each plan, by id. `key` is that of their content.
    """

    key: str
    entry: str
    plans: Mapping[str, PutAway[PlanUnderEntry]]


JoinTask = SearchTask | EntryTask


def entry_tasks(kit: SiteKit, gifts: Mapping[str, Gifts]) -> Iterator[tuple[str, EntryTask]]:
    """The task of each entry, with the name of its part. `gifts` are those of all plans by id."""
    # The sheets of a long page sort the plans by prefecture.
    issuers = [(plan.id, plan.plan.issuer) for plan in kit.commons.plans.values()]
    sorted_by = key_of(
        kit.program_key, *(repr((id, one.code, one.prefecture)) for id, one in issuers)
    )
    for entry in kit.commons.entries:
        found = {id: one.entries[entry] for id, one in gifts.items()}
        key = key_of(sorted_by, entry, *(one.key for one in found.values()))
        shown = {id: one.shown for id, one in found.items()}
        yield f"entry/{entry}", EntryTask(key, entry, shown)


class JoinMakers(Makers[JoinTask]):
    """Makes the parts that are joined."""

    def __init__(self, kit: SiteKit) -> None:
        super().__init__(kit.taker, kit.by_depth)
        self._kit = kit

    def __reduce__(self) -> "tuple[type[JoinMakers], tuple[SiteKit]]":
        return JoinMakers, (self._kit,)

    def make(self, task: PartTask[JoinTask]) -> MadePart:
        """See `Makers`."""
        clock = Clock()
        wanted = task.wanted
        if isinstance(wanted, EntryTask):
            piece = WantedPiece(wanted.key, lambda: clock.each("render", self._entry(wanted)))
        else:
            piece = WantedPiece(wanted.key, lambda: clock.each("export", files_of(wanted)))
        with clock.rest("pour"):
            pieces = self.pieces({"files": piece}, task.before)
        return MadePart(pieces, None, clock.stages)

    def away(self) -> "JoinMakers":
        """See `Makers`."""
        return JoinMakers(self._kit.away())

    def _entry(self, wanted: EntryTask) -> Iterable[Page | SiteFile]:
        site = self._kit.site()
        found = {id: one.value() for id, one in wanted.plans.items()}
        return map(SiteFrame(site).page, pages_of(site, wanted.entry, found))
