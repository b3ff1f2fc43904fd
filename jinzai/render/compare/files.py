"""All data files that the comparing scripts load."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from jinzai.compare.profile import PlanProfile
from jinzai.link.address import COMPARE_PAGE
from jinzai.publish.page import SiteFile
from jinzai.render.compare import learning, skills, targets
from jinzai.render.compare.pieces import PieceBasis, PlanBasis, cell_file, piece_basis, plan_basis
from jinzai.render.compare.plan_script import plan_file
from jinzai.render.page import comparisons
from jinzai.render.page.data_script import PREFECTURE_FILES, data_script
from jinzai.render.page.place import SiteContext
from jinzai.render.page.prefectures import prefectures
from jinzai.render.page.room import MOST_DETAILED, are_few


class CompareFiles:
    """Writes the data files of one site. What it needs of all plans is reckoned once."""

    def __init__(self, site: SiteContext, bases: Iterable[PlanBasis] | None = None) -> None:
        """`bases` are what each plan adds to the basis of pieces, if that is worked out already."""
        self._site = site
        self._bases = bases
        self._detail = site.place(comparisons.DETAIL.address)
        self._cells = site.place(COMPARE_PAGE)

    @cached_property
    def basis(self) -> PieceBasis | None:
        """What a plan's cells need of all plans; None if every page holds the cells of all."""
        plans = self._site.compared.plans
        if len(plans) <= MOST_DETAILED and all(len(shown) == len(plans) for shown in self._shown()):
            return None
        return piece_basis(self._bases or map(plan_basis, plans.values()))

    def _shown(self) -> Iterator[tuple[PlanProfile, ...]]:
        """The plans whose cells each page holds."""
        site = self._site
        yield skills.shown_details(site, site.place(comparisons.SKILLS.address))
        yield learning.shown_details(site, site.place(comparisons.LEARNING.address))
        yield targets.shown_plans(site, site.place(comparisons.TARGETS.address))

    def of_plan(self, plan: PlanProfile) -> Iterator[SiteFile]:
        """The files of one plan.

        There is a file with the plan's cells if some page cannot hold the cells of all plans.
        """
        yield plan_file(self._detail, plan)
        if self.basis is not None:
            yield cell_file(self._site, self._cells, plan, self.basis)

    def of_all(self) -> Iterator[SiteFile]:
        """The other files: one for each prefecture if the plans are too many for one list."""
        plans = self._site.commons.plans.values()
        if not are_few(len(plans)):
            for one in prefectures(plans):
                listed = [[plan.id, plan.name] for plan in one.plans]
                yield data_script(PREFECTURE_FILES, "jinzaiPrefecture", one.code, listed)
