"""All data files that the comparing scripts load."""

from collections.abc import Iterator

from jinzai.compare.bounds import detailed_plans
from jinzai.publish.page import SiteFile
from jinzai.render.compare.pieces import cell_files
from jinzai.render.compare.plan_script import plan_files
from jinzai.render.compare.targets import holds_all
from jinzai.render.page.data_script import PREFECTURE_FILES, data_script
from jinzai.render.page.place import SiteContext
from jinzai.render.page.prefectures import is_bounded, prefectures


def compare_files(site: SiteContext) -> Iterator[SiteFile]:
    """The file of each plan, and further files if some page cannot hold all plans.

    The further files hold the plans' cells, which are in the pages otherwise. If the plans are too
    many for one list, there is also a file for each prefecture.
    """
    yield from plan_files(site)
    plans = site.compared.plans.values()
    if not detailed_plans(plans) or not holds_all(plans):
        yield from cell_files(site)
    if not is_bounded(len(plans)):
        for one in prefectures(plan.summary for plan in plans):
            listed = [[plan.id, plan.name] for plan in one.plans]
            yield data_script(PREFECTURE_FILES, "jinzaiPrefecture", one.code, listed)
