"""The pages of the navigation: a row for each, with its address and its name.

This module owns their order. It knows no bodies of pages, and not how the navigation is written.
"""

from typing import Final, NamedTuple

from jinzai.link.address import (
    CHECK_PAGE,
    COMPARE_PAGE,
    DATA_PAGE,
    FRAMEWORKS_PAGE,
    GUIDE_PAGE,
    OWN_ROLES_PAGE,
    RULES_PAGE,
)
from jinzai.model.kinds import FRAMEWORK, SHOWN_FILES


class Area(NamedTuple):
    """A page of the navigation.

    Attributes:
        name: the name that belonging pages have as their `Draft.area`.
        page: its address, from the plan's folder or from the site's root.
        title: its name in the navigation, in links and in crumbs.
        words: other words that the search finds it by, separated by spaces.
    """

    name: str
    page: str
    title: str
    words: str = ""


HOME: Final = Area("", "index.html", "ホーム")
PLANS: Final = Area("plans", "plans.html", "計画の一覧")
OWN_ROLES: Final = Area(
    "me",
    OWN_ROLES_PAGE,
    "わたしの役割",
    "自分の役割 兼務 複数の役割 まとめて じぶん わたし",
)
FRAMEWORKS: Final = Area("frameworks", FRAMEWORKS_PAGE, FRAMEWORK.title)
COMPARE: Final = Area("compare", COMPARE_PAGE, "計画を比べる", "見比べる ひかく くらべる")
DATA: Final = Area("data", DATA_PAGE, "データ")
GUIDE: Final = Area("guide", GUIDE_PAGE, "項目の一覧")
RULES: Final = Area("rules", RULES_PAGE, "エラーと警告の一覧")
EDITING: Final = Area("editing", "editing.html", "編集する")
"""The one line of the navigation for editors. Its page is written by hand, and may be missing."""

OVERVIEW: Final = Area("", "index.html", "概要")
STANDING: Final = Area("compare", COMPARE_PAGE, "ほかの計画との比較", "見比べる 似ている計画")
CHECK: Final = Area("check", CHECK_PAGE, "点検")

PLAN_AREAS: Final = (
    OVERVIEW,
    *(Area(file.area, file.page, file.title, file.words) for file in SHOWN_FILES),
    STANDING,
    CHECK,
    DATA,
)
"""The pages of a plan, in the order of the navigation. Addresses are within the plan's folder."""


def is_for_editors(guide: str) -> bool:
    """Whether a hand-written page is for editors, by its address. All others are for readers."""
    return guide.startswith(EDITING.name)
