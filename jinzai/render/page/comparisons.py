"""The pages that compare all plans: a row for each, with everything that other modules need.

This module owns a page's name, the question that it answers, and its words for the search. The
navigation, the entrance, the search and the page itself use these rows. This module does not know
what a page shows.
"""

from typing import Final, NamedTuple

from jinzai.link.address import comparison_address


class ComparisonPage(NamedTuple):
    """A page that compares all plans.

    Attributes:
        name: the name of its file, its template and its maker: `roles`.
        title: the `<h1>`, and the text of every link to it.
        short: its name in the navigation below 計画を比べる.
        question: the planners' question that it answers.
        answer: what a reader sees there.
        words: other words that the search finds it by, separated by spaces.
    """

    name: str
    title: str
    short: str
    question: str
    answer: str
    words: str

    @property
    def address(self) -> str:
        """Its address, from the site's root."""
        return comparison_address(self.name)

    @property
    def area(self) -> str:
        """Its `Draft.area`: the line of the navigation that it belongs to."""
        return f"compare/{self.name}"

    @property
    def template(self) -> str:
        """The template of its body."""
        return f"compare/{self.name}.html"


ROLES: Final = ComparisonPage(
    name="roles",
    title="役割を一覧で比べる",
    short="役割を一覧で比べる",
    question="ほかの計画は、役割をどう分けているか",
    answer="区分ごとに各計画の役割を並べ、対象、スキルの数、研修の時間、人数を一目で見ます。",
    words="人材像 人材区分 一覧表",
)
DETAIL: Final = ComparisonPage(
    name="detail",
    title="役割を詳しく比べる",
    short="役割を詳しく比べる",
    question="同じような役割に、ほかの団体は何を求めているか",
    answer=(
        "2つから4つの役割やレベルを選び、どちらも求めること、片方だけが求めることを見ます。"
        "表計算ファイルにも保存できます。"
    ),
    words="違い 差 レベル",
)
SKILLS: Final = ComparisonPage(
    name="skills",
    title="スキルを比べる",
    short="スキルを比べる",
    question="どのスキルを、いくつの計画が求めているか",
    answer="領域ごとに、どの計画とどの役割が、いくつ、どれくらい強く求めているかを見ます。",
    words="ヒートマップ 能力 網羅",
)
LEARNING: Final = ComparisonPage(
    name="learning",
    title="研修の量を比べる",
    short="研修の量を比べる",
    question="研修に何時間かけているか",
    answer="区分ごとの時間・日数・数・形式を並べます。時間の記載がない研修は別に数えます。",
    words="研修時間 時間数 日数 形式",
)
TARGETS: Final = ComparisonPage(
    name="targets",
    title="数値目標を比べる",
    short="数値目標を比べる",
    question="いつまでに何人を育てるとしているか",
    answer="計画の期間を1つの年表に並べ、区分ごとに人数と割合の目標を見ます。",
    words="人数 育成目標 計画期間 年度",
)

COMPARISONS: Final = (ROLES, DETAIL, SKILLS, LEARNING, TARGETS)
"""All comparing pages, in the order of the navigation and of the entrance."""


def detail_address(*roles: str) -> str:
    """The address of the page of roles in detail, with chosen roles.

    Each role is `plan/role` or `plan/role@level`.
    """
    return f"{DETAIL.address}?r={','.join(roles)}"
