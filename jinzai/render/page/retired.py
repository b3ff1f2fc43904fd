"""Words that pages no longer use, each with the word that took its place and the page that has it.

The search finds the page by its old word too, so that readers who learned the old word still get
there. `tests/test_retired_words.py` refuses an old word in what readers see. This module does not
know how the search is written.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from jinzai.link.address import CHECK_PAGE, GUIDE_PAGE, RULES_PAGE
from jinzai.model import kinds
from jinzai.render.page.areas import PLANS
from jinzai.render.page.comparisons import LEARNING, ROLES, SKILLS, TARGETS

_ABOUT: Final = "about.html"
_EDITING: Final = "editing.html"


class RetiredWord(NamedTuple):
    """A word that pages no longer use.

    Attributes:
        old: the retired word.
        new: the word in its place.
        page: the page that readers look for, from the plan's folder or from the site's root.
    """

    old: str
    new: str
    page: str


RETIRED: Final = (
    RetiredWord("未定義", "記載なし", _ABOUT),
    RetiredWord("対象外", "該当なし", _ABOUT),
    RetiredWord("枠組みのほうが広い", "項目の一部", _ABOUT),
    RetiredWord("枠組みのほうが狭い", "項目より広い", _ABOUT),
    RetiredWord("対応づけ", "対応付け", _ABOUT),
    RetiredWord("育成課程", kinds.CURRICULUM.name, kinds.CURRICULA.page),
    RetiredWord("先に修了", "受講条件", kinds.CURRICULA.page),
    RetiredWord("土台となる役割", "前提となる役割", kinds.ROLES.page),
    RetiredWord("細分の役割", "内訳の役割", kinds.ROLES.page),
    RetiredWord("到達の証し", "到達の条件", kinds.ROLES.page),
    RetiredWord("階層の外に並ぶ", "階層外", kinds.ROLES.page),
    RetiredWord("求め方", "必要度", kinds.MATRICES.page),
    RetiredWord("条件による", "業務により必要", kinds.MATRICES.page),
    RetiredWord("身に付く研修", "学べる研修", kinds.SKILLS.page),
    RetiredWord("時間の示されない研修", "時間の記載がない研修", kinds.COURSES.page),
    RetiredWord("表どうしの食い違い", "表による違い", CHECK_PAGE),
    RetiredWord("受け入れた警告", "確認済みの警告", CHECK_PAGE),
    RetiredWord("発行者", "策定団体", PLANS.page),
    RetiredWord("役割の区分と計画", ROLES.title, ROLES.address),
    RetiredWord("スキルの領域を見比べる", SKILLS.title, SKILLS.address),
    RetiredWord("研修の量を見比べる", LEARNING.title, LEARNING.address),
    RetiredWord("数値目標を見比べる", TARGETS.title, TARGETS.address),
    RetiredWord("検査の決まり", "エラーと警告の一覧", RULES_PAGE),
    RetiredWord("編集の手引き", "項目の一覧", GUIDE_PAGE),
    RetiredWord("編集のしかた", "編集の手順", _EDITING),
)


def old_words(page: str) -> Iterator[str]:
    """The retired words by which readers may look for a page, given as in `RetiredWord.page`."""
    return (word.old for word in RETIRED if word.page == page)
