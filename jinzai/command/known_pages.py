"""Pages kept from one build to the next, as long as all that they are made of is the same.

Owns the question whether it is. What a page is made of is its plan and what its `SiteContext`
holds, for nothing else is handed to render; what both are made of is compared by value, which takes
a tenth of the time that rendering does. The pages of a plan see of other plans only their outlines
(`jinzai.compare.outline`), so that a text changed in one plan leaves those of the others as they
are.
"""

from typing import Final

from jinzai.command.website import TEMPLATES, pages_of
from jinzai.link.catalogue import Catalogue, LinkedPlan
from jinzai.publish.page import Page
from jinzai.render.page.place import SiteContext
from jinzai.render.render import render_plan, render_site
from jinzai.serve.snapshot import Snapshot

_TOOLS: Final = frozenset(["templates", "compiler", "book", "mapped"])
"""What a `SiteContext` works with, made of the rest of it and of the templates' files."""


class KnownPages:
    """The pages of the last build."""

    def __init__(self) -> None:
        self._of_above: tuple[object, ...] = ()
        self._of_plans: tuple[object, ...] = ()
        self._above: tuple[Page, ...] | None = None
        self._plans: dict[str, tuple[LinkedPlan, tuple[Page, ...]]] = {}

    def pages_of(self, catalogue: Catalogue, site: SiteContext, snapshot: Snapshot) -> list[Page]:
        """Every page, as `website.pages_of` makes them; `snapshot` was taken before."""
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
