"""Choosing the plans that a comparing page puts side by side.

This module owns the input of the script. If the page holds all plans, the script hides those that
are not chosen. Otherwise further plans come from a file for each plan
(`jinzai.render.compare.pieces`). If the plans are too many for one list, readers choose a
prefecture first.
"""

import json
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from jinzai.compare.issuers import issuer_key
from jinzai.compare.profile import PlanProfile
from jinzai.render.page.data_script import CELL_FILES, PREFECTURE_FILES
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.prefectures import prefecture_links, prefectures
from jinzai.render.page.room import PLANS_ON_A_PAGE, are_few
from jinzai.render.words.wording import COUNTERS

CHARTS_SCRIPT: Final = "assets/jinzai/compare-charts.js"
PLAN_CELLS: Final = "compare/plan_cells.html"
"""The macros that print what one plan has on a page that puts plans side by side."""
"""Lays out the chosen plans of a page whose tables stay as they are."""

_SCRIPTS: Final = (
    "assets/jinzai/compare-data.js",
    "assets/jinzai/compare-slots.js",
    "assets/jinzai/compare-choose.js",
)


class PlanLink(NamedTuple):
    """A plan as the head of a column, of a row, or of a group of rows.

    `issuer` is equal for two plans of one municipality, and empty for a template.
    """

    id: str
    link: Link
    issuer: str


class ChoiceWords(NamedTuple):
    """The words that the page and the script have in common.

    Attributes:
        counters: see `jinzai.render.words.wording.COUNTERS`.
        empty: stands where no chosen plan has anything.
        details: the label of the box that shows the details of the plans.
    """

    counters: str = COUNTERS
    empty: str = "並べた計画には、ありません。"
    details: str = "計画ごとの内訳も出す"


class PlanChoice(NamedTuple):
    """The choosing of plans on a page.

    Attributes:
        data: the input of the script, as JSON.
        scripts: the addresses of the scripts, in the order in which they run; empty if there is
            nothing to choose.
        is_open: whether a reader can choose plans that are not in the page.
        prefectures: the lists of plans by prefecture with how many each has, where they are too
            many for one list.
        most: how many plans can be chosen at once.
        words: the words that the script shares with the page.
    """

    data: str
    scripts: tuple[str, ...]
    is_open: bool
    prefectures: tuple[tuple[Link, int], ...]
    most: int
    words: ChoiceWords = ChoiceWords()


def plan_link(place: PagePlace, plan: PlanProfile) -> PlanLink:
    """The head of a plan's cells."""
    return PlanLink(plan.id, place.link("plan", plan.id), issuer_key(plan.summary))


def choice(
    site: SiteContext,
    place: PagePlace,
    shown: Iterable[PlanProfile],
    script: str,
    details: bool = False,
) -> PlanChoice:
    """The choosing on a page that holds the plans `shown`. `script` lays out the chosen plans.

    `details` is true if the plans' files hold more about a plan than the page.
    """
    every = site.compared.plans
    here = [plan.id for plan in shown]
    few = are_few(len(every))
    listed = [every[id] for id in (every if few else here)]
    data: dict[str, Any] = {
        "most": PLANS_ON_A_PAGE,
        "plans": [[plan.id, plan.summary.name] for plan in listed],
        "here": here,
        "words": ChoiceWords()._asdict(),
    }
    is_open = len(here) < len(every)
    if details:
        data["details"] = True
    if is_open or details:
        data["cellFiles"] = place.href(CELL_FILES)
    if not few:
        data["prefectureFiles"] = place.href(PREFECTURE_FILES)
        found = prefectures(plan.summary for plan in every.values())
        data["prefectures"] = [[one.code, one.name] for one in found]
    return PlanChoice(
        json.dumps(data, ensure_ascii=False, separators=(",", ":")),
        tuple(map(place.href, (*_SCRIPTS, script))) if len(every) > 1 else (),
        is_open,
        prefecture_links(site, place),
        PLANS_ON_A_PAGE,
    )
