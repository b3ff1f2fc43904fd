"""How comparisons stay bounded: how many plans a page holds, and plans by their prefecture.

Where a site has more plans than a page holds, readers choose some first, by prefecture.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from jinzai.compare.bounds import MOST_PLANS
from jinzai.link.summary import PlanSummary

PLANS_ON_A_PAGE: Final = MOST_PLANS
"""A page puts at most so many plans side by side."""

_UNKNOWN: Final = "00"


class Prefecture(NamedTuple):
    """Plans of one prefecture; `code` is that of JIS X 0401, `00` where nobody says."""

    code: str
    name: str
    plans: tuple[PlanSummary, ...]


def prefectures(plans: Iterable[PlanSummary]) -> tuple[Prefecture, ...]:
    """Plans by prefecture, from north to south as the codes run, those without a code last."""
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


def is_bounded(plans: int) -> bool:
    """Whether one page can hold all plans."""
    return plans <= PLANS_ON_A_PAGE
