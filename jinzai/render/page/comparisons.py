"""The pages that compare all plans: one row for each, with all that others need to know of it.

Owns a page's name, what planners ask there, and by which words it is looked for. The navigation,
the entrance, the search and the page itself take it from here; what stands on a page is not known.
"""

from typing import Final, NamedTuple

from jinzai.link.address import comparison_address


class ComparisonPage(NamedTuple):
    """A page that compares all plans.

    Attributes:
        name: of its file, its template and its maker: `roles`.
        title: the `<h1>`, and the text of every link to it.
        short: what the navigation calls it below 計画を比べる.
        question: what planners ask that it answers.
        answer: what one sees there.
        words: other words by which it is looked for.
    """

    name: str
    title: str
    short: str
    question: str
    answer: str
    words: str

    @property
    def address(self) -> str:
        """Where it stands, from the site's root."""
        return comparison_address(self.name)

    @property
    def area(self) -> str:
        """Its line of the navigation."""
        return f"compare/{self.name}"

    @property
    def template(self) -> str:
        """The template of its body."""
        return f"compare/{self.name}.html"


ROLES: Final = ComparisonPage(
    name="roles",
    title="役割の区分と計画",
    short="役割の区分と計画",
    question="ほかの計画は、役割をどう分けているか",
    answer="区分ごとに各計画の役割を並べ、対象、スキルの数、研修の時間、人数を一目で見ます。",
    words="人材像 人材区分 一覧表",
)
DETAIL: Final = ComparisonPage(
    name="detail",
    title="役割を詳しく比べる",
    short="役割を詳しく",
    question="その役割に、うちにない何を求めているか",
    answer=(
        "2つから4つの役割やレベルを選び、どちらも求めること、片方だけが求めることを見ます。"
        "表計算ファイルにも保存できます。"
    ),
    words="違い 差 レベル",
)
SKILLS: Final = ComparisonPage(
    name="skills",
    title="スキルの領域を見比べる",
    short="スキルの領域",
    question="どのスキルを、いくつの計画が求めているか",
    answer="領域ごとに、どの計画とどの役割が、いくつ、どれくらい強く求めているかを見ます。",
    words="ヒートマップ 能力 網羅",
)
LEARNING: Final = ComparisonPage(
    name="learning",
    title="研修の量を見比べる",
    short="研修の量",
    question="研修に何時間かけているか",
    answer="区分ごとの時間・日数・数・形式を並べます。時間の示されない研修は別に数えます。",
    words="研修時間 時間数 日数 形式",
)
TARGETS: Final = ComparisonPage(
    name="targets",
    title="数値目標を見比べる",
    short="数値目標",
    question="いつまでに何人を育てるとしているか",
    answer="計画の期間を1つの年表に並べ、区分ごとに人数と割合の目標を見ます。",
    words="人数 育成目標 計画期間 年度",
)

COMPARISONS: Final = (ROLES, DETAIL, SKILLS, LEARNING, TARGETS)
"""All of them, in the order of the navigation and of the entrance."""


def detail_address(*roles: str) -> str:
    """The page of roles in detail, with these chosen: each `plan/role` or `plan/role@level`."""
    return f"{DETAIL.address}?r={','.join(roles)}"
