"""The plans by prefecture, and lists of plans by prefecture for a site with many plans.

If a site has too many plans for one page side by side, readers first choose a prefecture and then
plans. If it has too many plans for one list, each prefecture has a list.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from jinzai.link.address import prefecture_address
from jinzai.link.summary import PlanSummary
from jinzai.render.page.links import Link
from jinzai.render.page.navigation import MOST_PLANS as PLANS_ON_A_LIST
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.room import are_few

PLANS_ON_A_SHEET: Final = 160
"""The largest number of plans on one sheet of a prefecture's list."""

_UNKNOWN: Final = "00"


class Prefecture(NamedTuple):
    """The plans of one prefecture. `code` is that of JIS X 0401, or `00` if it is not stated."""

    code: str
    name: str
    plans: tuple[PlanSummary, ...]

    @property
    def sheets(self) -> tuple[tuple[PlanSummary, ...], ...]:
        """The plans, split into the sheets of the list."""
        every = self.plans
        starts = range(0, len(every), PLANS_ON_A_SHEET)
        return tuple(every[start : start + PLANS_ON_A_SHEET] for start in starts)


def prefectures(plans: Iterable[PlanSummary]) -> tuple[Prefecture, ...]:
    """The plans by prefecture, in the order of the codes. Plans without a code come last."""
    found: dict[str, list[PlanSummary]] = {}
    for plan in plans:
        found.setdefault((plan.plan.issuer.code or _UNKNOWN)[:2], []).append(plan)
    return tuple(
        Prefecture(code, _name(found[code]), tuple(found[code]))
        for code in sorted(found, key=lambda code: (code == _UNKNOWN, code))
    )


def _name(plans: list[PlanSummary]) -> str:
    named = (plan.plan.issuer.prefecture for plan in plans if plan.plan.issuer.code)
    return next((name for name in named if name), "都道府県の分からない計画")


def is_listed(plans: int) -> bool:
    """Whether one page can list all plans, without putting them side by side."""
    return plans <= PLANS_ON_A_LIST


def prefecture_links(site: SiteContext, place: PagePlace) -> tuple[tuple[Link, int], ...]:
    """Links to the lists of plans by prefecture, each with the number of its plans.

    Empty if one page can show all plans side by side: then there are no such lists.
    """
    plans = site.compared.plans
    if are_few(len(plans)):
        return ()
    return tuple(
        (place.to(prefecture_address(one.code), one.name), len(one.plans))
        for one in prefectures(plan.summary for plan in plans.values())
    )


def list_links(site: SiteContext, place: PagePlace) -> tuple[tuple[Link, int], ...]:
    """The same links, for pages that list plans. Empty if one page can list all plans."""
    return () if is_listed(len(site.commons.plans)) else prefecture_links(site, place)
