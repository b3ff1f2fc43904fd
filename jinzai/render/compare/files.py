"""All data files that the comparing scripts load."""

from collections.abc import Iterator

from jinzai.publish.page import SiteFile
from jinzai.render.compare import learning, skills, targets
from jinzai.render.compare.pieces import cell_files
from jinzai.render.compare.plan_script import plan_files
from jinzai.render.page import comparisons
from jinzai.render.page.data_script import PREFECTURE_FILES, data_script
from jinzai.render.page.place import SiteContext
from jinzai.render.page.prefectures import prefectures
from jinzai.render.page.room import are_few


def compare_files(site: SiteContext) -> Iterator[SiteFile]:
    """The file of each plan, and further files if some page cannot hold all plans.

    The further files hold the plans' cells, which are in the pages otherwise. If the plans are too
    many for one list, there is also a file for each prefecture.
    """
    yield from plan_files(site)
    plans = site.compared.plans.values()
    held = (
        skills.shown_details(site, site.place(comparisons.SKILLS.address)),
        learning.shown_details(site, site.place(comparisons.LEARNING.address)),
        targets.shown_plans(site, site.place(comparisons.TARGETS.address)),
    )
    if any(len(found) < len(plans) for found in held):
        yield from cell_files(site)
    if not are_few(len(plans)):
        for one in prefectures(plan.summary for plan in plans):
            listed = [[plan.id, plan.name] for plan in one.plans]
            yield data_script(PREFECTURE_FILES, "jinzaiPrefecture", one.code, listed)
