"""All data files that the comparing scripts load."""

from collections.abc import Iterator
from functools import cached_property

from jinzai.compare.profile import PlanProfile
from jinzai.link.address import COMPARE_PAGE
from jinzai.publish.page import SiteFile
from jinzai.render.compare import learning, skills, targets
from jinzai.render.compare.pieces import PieceBasis, cell_file, piece_basis
from jinzai.render.compare.plan_script import plan_file
from jinzai.render.page import comparisons
from jinzai.render.page.data_script import PREFECTURE_FILES, data_script
from jinzai.render.page.place import SiteContext
from jinzai.render.page.prefectures import prefectures
from jinzai.render.page.room import are_few


class CompareFiles:
    """Writes the data files of one site. What it needs of all plans is reckoned once."""

    def __init__(self, site: SiteContext) -> None:
        self._site = site
        self._detail = site.place(comparisons.DETAIL.address)
        self._cells = site.place(COMPARE_PAGE)

    @cached_property
    def basis(self) -> PieceBasis | None:
        """What a plan's cells need of all plans; None if every page holds the cells of all."""
        site = self._site
        plans = site.compared.plans.values()
        held = (
            skills.shown_details(site, site.place(comparisons.SKILLS.address)),
            learning.shown_details(site, site.place(comparisons.LEARNING.address)),
            targets.shown_plans(site, site.place(comparisons.TARGETS.address)),
        )
        return piece_basis(plans) if any(len(found) < len(plans) for found in held) else None

    def of_plan(self, plan: PlanProfile) -> Iterator[SiteFile]:
        """The files of one plan.

        There is a file with the plan's cells if some page cannot hold the cells of all plans.
        """
        yield plan_file(self._detail, plan)
        if self.basis is not None:
            yield cell_file(self._site, self._cells, plan, self.basis)

    def of_all(self) -> Iterator[SiteFile]:
        """The other files: one for each prefecture if the plans are too many for one list."""
        plans = self._site.compared.plans.values()
        if not are_few(len(plans)):
            for one in prefectures(plan.summary for plan in plans):
                listed = [[plan.id, plan.name] for plan in one.plans]
                yield data_script(PREFECTURE_FILES, "jinzaiPrefecture", one.code, listed)
