"""The pages that stand in the navigation: one row for each, with its address and its name.

Owns their order. Knows nothing of bodies, nor of how the navigation is written.
"""

from typing import Final, NamedTuple

from jinzai.link.address import (
    CHECK_PAGE,
    COMPARE_PAGE,
    DATA_PAGE,
    FRAMEWORKS_PAGE,
    GUIDE_PAGE,
    RULES_PAGE,
)


class Area(NamedTuple):
    """A page of the navigation.

    Attributes:
        name: what the pages that belong to it call it: their `Draft.area`.
        page: its address, from the plan's folder or from the site's root.
        title: what the navigation, links and crumbs call it.
        words: other words by which it is looked for.
    """

    name: str
    page: str
    title: str
    words: str = ""


HOME: Final = Area("", "index.html", "ホーム")
PLANS: Final = Area("plans", "plans.html", "計画の一覧")
FRAMEWORKS: Final = Area("frameworks", FRAMEWORKS_PAGE, "共通枠組み")
COMPARE: Final = Area("compare", COMPARE_PAGE, "計画を比べる", "見比べる ひかく くらべる")
DATA: Final = Area("data", DATA_PAGE, "データ")
GUIDE: Final = Area("guide", GUIDE_PAGE, "編集の手引き")
RULES: Final = Area("rules", RULES_PAGE, "検査の決まり")

OVERVIEW: Final = Area("", "index.html", "概要")
STANDING: Final = Area("compare", COMPARE_PAGE, "ほかの計画との比較", "見比べる 似ている計画")
CHECK: Final = Area("check", CHECK_PAGE, "点検")

PLAN_AREAS: Final = (
    OVERVIEW,
    Area("roles", "roles/index.html", "役割", "人材像 人材区分"),
    Area("skills", "skills/index.html", "スキル", "能力 領域"),
    Area(
        "skills/matrix.html",
        "skills/matrix.html",
        "スキルマップ",
        "必要なスキル 求めるスキル 一覧表",
    ),
    Area("courses", "courses/index.html", "研修", "研修の時間 時間数 日数 形式 講座"),
    Area(
        "curricula",
        "curricula/index.html",
        "育成課程",
        "研修の時間 時間数 受講順 研修体系 カリキュラム",
    ),
    Area("schedule", "schedule/index.html", "スケジュール", "年間予定 研修の時期 日程 予定表"),
    Area("targets", "targets/index.html", "数値目標", "目標の人数 割合 育成目標 いつまでに何人"),
    Area("practice", "practice/index.html", "実務での育成", "OJT"),
    Area("organisation", "organisation/index.html", "推進体制"),
    Area("glossary", "glossary/index.html", "用語集"),
    Area("chapters", "chapters/index.html", "本文の章"),
    STANDING,
    CHECK,
    DATA,
)
"""The pages of a plan in the navigation's order, by their address within the plan."""
