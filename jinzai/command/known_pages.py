"""Pages that are kept from one build to the next, as long as everything they depend on is the same.

This module decides whether it is the same. A page depends on its plan and on the content of its
`SiteContext`, because render gets nothing else. Both are compared by value, which takes a tenth of
the time of rendering. The pages of a plan see only the outlines of other plans
(`jinzai.compare.outline`). So a changed text in one plan does not affect the pages of the others.
"""

from typing import Final

from jinzai.command.website import TEMPLATES, pages_of
from jinzai.link.catalogue import Catalogue, LinkedPlan
from jinzai.publish.page import Page
from jinzai.render.page.place import SiteContext
from jinzai.render.render import render_plan, render_site
from jinzai.serve.snapshot import Snapshot

_TOOLS: Final = frozenset(["templates", "compiler", "book", "mapped"])
"""The fields of `SiteContext` that follow from other fields or from the files of the templates."""


class KnownPages:
    """The pages of the last build."""

    def __init__(self) -> None:
        self._of_above: tuple[object, ...] = ()
        self._of_plans: tuple[object, ...] = ()
        self._above: tuple[Page, ...] | None = None
        self._plans: dict[str, tuple[LinkedPlan, tuple[Page, ...]]] = {}

    def pages_of(self, catalogue: Catalogue, site: SiteContext, snapshot: Snapshot) -> list[Page]:
        """Every page, as `website.pages_of` makes them. `snapshot` must be taken before."""
        given = {name: value for name, value in vars(site).items() if name not in _TOOLS}
        shared = {name: value for name, value in given.items() if name != "compared"}
        templates = snapshot.within(TEMPLATES)
        of_above, of_plans = (templates, given), (templates, shared, site.compared.outlines)
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

    def _of_plan(self, plan: LinkedPlan, site: SiteContext) -> tuple[Page, ...]:
        known = self._plans.get(plan.id)
        if known is None or known[0].made_of != plan.made_of:
            known = self._plans[plan.id] = (plan, tuple(render_plan(plan, site)))
        return known[1]
