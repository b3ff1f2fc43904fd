"""Pages that are kept from one build to the next, as long as everything they depend on is the same.

This module decides whether it is the same. Pages above the plans depend on the content of their
`SiteContext`, because render gets nothing else. The pages of a plan depend on the plan, on what all
pages stand on, and on the part of its context that their row of `PLAN_PAGES` may read: the names of
plans that it names, its neighbours, or how it stands among all others. All are compared by value,
which takes a tenth of the time of rendering. So a changed text in one plan does not affect the
pages of the others.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from jinzai.command.website import TEMPLATES, pages_of
from jinzai.link.catalogue import Catalogue, LinkedPlan
from jinzai.publish.page import Page
from jinzai.render.page.frame import PlanFrame
from jinzai.render.page.place import LookingContext, SiteContext, plan_context
from jinzai.render.registry import PLAN_PAGES, LookingPages, OwnPages, PlanRow
from jinzai.render.render import render_row, render_site
from jinzai.serve.snapshot import Snapshot

_TOOLS: Final = frozenset(["templates", "compiler", "book"])
"""The fields of `SiteContext` that follow from other fields or from the files of the templates."""
_OF_ALL_PLANS: Final = frozenset(["commons", "compared", "changelog"])
"""The fields of `SiteContext` that no page of a plan may read."""

_Seen = tuple[object, ...]
"""What pages of a plan read of other plans."""


class _KnownPlan(NamedTuple):
    """A plan, and the pages of each row, each with what was seen of other plans."""

    plan: LinkedPlan
    rows: Mapping[PlanRow, tuple[_Seen, tuple[Page, ...]]]


class KnownPages:
    """The pages of the last build."""

    def __init__(self) -> None:
        self._of_above: tuple[object, ...] = ()
        self._of_plans: tuple[object, ...] = ()
        self._above: tuple[Page, ...] | None = None
        self._plans: dict[str, _KnownPlan] = {}

    def pages_of(self, catalogue: Catalogue, site: SiteContext, snapshot: Snapshot) -> list[Page]:
        """Every page, as `website.pages_of` makes them. `snapshot` must be taken before."""
        given = {name: value for name, value in vars(site).items() if name not in _TOOLS}
        shared = {name: value for name, value in given.items() if name not in _OF_ALL_PLANS}
        templates = snapshot.within(TEMPLATES)
        of_above, of_plans = (templates, given), (templates, shared)
        if of_above != self._of_above:
            self._of_above, self._above = of_above, None
        if of_plans != self._of_plans:
            self._of_plans, self._plans = of_plans, {}
        pages = list(pages_of(catalogue, site, self._of_site, self._of_plan))
        ids = {plan.id for plan in catalogue.plans}
        self._plans = {id: known for id, known in self._plans.items() if id in ids}
        return pages

    def _of_site(self, site: SiteContext) -> tuple[Page, ...]:
        if self._above is None:
            self._above = tuple(render_site(site))
        return self._above

    def _of_plan(self, plan: LinkedPlan, site: SiteContext) -> Iterator[Page]:
        context = plan_context(site, plan)
        known = self._plans.get(plan.id)
        old = known.rows if known is not None and known.plan.made_of == plan.made_of else {}
        frame = PlanFrame(context.own)
        new: dict[PlanRow, tuple[_Seen, tuple[Page, ...]]] = {}
        for row in PLAN_PAGES:
            seen = _seen(row, context)
            kept = old.get(row)
            if kept is None or kept[0] != seen:
                kept = (seen, tuple(render_row(row, context, frame)))
            new[row] = kept
            yield from kept[1]
        self._plans[plan.id] = _KnownPlan(plan, new)


def _seen(row: PlanRow, context: LookingContext) -> _Seen:
    """What the pages of a row read of other plans."""
    if isinstance(row, OwnPages):
        return (context.names,)
    if isinstance(row, LookingPages):
        return context.names, context.neighbours, context.among
    return context.names, context.neighbours
