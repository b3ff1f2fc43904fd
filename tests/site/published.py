"""What the five plans publish of their roles: numbers reckoned by hand, worded as on the site.

Names, headcounts and targets are the plans' own. How many skills a role is asked for was counted
in their tables:

- 枚方市 第3章「求められるスキル・知識」と第4章のスキルマップ
- 大阪市 DX人材育成方針 3-2と5
- 大阪市 人材育成・確保基本方針（概要版） 2
- 東京都・GovTech東京ひな形 第2章の5つの表
- 豊中市 スキルマップ 1〜3枚目

To which class a role belongs is the catalogue's judgement (content/plans/*/roles.yaml).
"""

from typing import Final, NamedTuple

SAME, CLOSE, WIDER, NARROWER = "同じ", "ほぼ同じ", "区分の一部", "区分より広い"
"""Relations, as about.md names them: of the class to the role."""

EXECUTIVE, MANAGEMENT = "経営層", "管理職・監督職"
SPECIALIST, HEADQUARTERS = "高度専門人材", "全庁のDX推進担当"
SYSTEMS, LEADER = "情報システム担当", "DX推進リーダー"
OWNER, ASSETS = "業務システムの担当", "情報資産の管理担当"
STAFF = "一般行政職員"
CLASSES: Final = (
    *(EXECUTIVE, MANAGEMENT, SPECIALIST, HEADQUARTERS, SYSTEMS, LEADER, OWNER, ASSETS, STAFF),
)

H, D, P, T, Y = "hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka"
PLANS: Final = {
    H: "枚方市",
    D: "大阪市（DX方針）",
    P: "大阪市（人材方針）",
    T: "東京都ひな形",
    Y: "豊中市",
}

OFF_JT: Final = "職員の区分ごとの研修等（OFF-JT）"
PROGRAMS: Final = "（参考）教育・研修プログラム一覧"
"""豊中市's two tables of training."""


class Role(NamedTuple):
    """A role of a plan.

    Attributes:
        classes: its classes, each with the relation.
        own: how many skills the plan asks of the role itself.
        inherited: how many more since it builds on another role.
        parts: its parts, where it is asked for no skill itself: each part has a number.
        unhoured: how many courses, at least and at most, have no published hours; None where
            the plan has no training for the role.
        numbers: how many people or what share, at which level, and by when: the last year that
            the plan names.
        hours: hours and days by the table that states them.
        whole: the role that the training is stated for, where it is not for this one alone.
    """

    classes: dict[str, str]
    own: int = 0
    inherited: int = 0
    parts: tuple[str, ...] = ()
    unhoured: tuple[int, int] | None = None
    numbers: tuple[str, ...] = ()
    hours: dict[str, tuple[str, ...]] = {}  # noqa: RUF012
    whole: str = ""


_LEADING: Final = {
    # 5+5+4+2時間と、2+2+2日
    OFF_JT: ("16時間", "6日", "20時間"),
    # 5+5+4時間と、2日が5つ。プロジェクト管理をリモート（5時間）で受けると2日減る
    PROGRAMS: ("14時間", "10日", "19時間", "8日", "20時間"),
}

ROLES: Final[dict[str, dict[str, Role]]] = {
    H: {
        # 管理職のスキルは、経営層1、次長1、課長・課長代理3。区分には、内訳の役割のほうが入る
        "管理職": Role({}, parts=("経営層の職員", "次長", "課長・課長代理")),
        "経営層の職員": Role({EXECUTIVE: CLOSE}, own=1),
        "次長": Role({MANAGEMENT: WIDER}, own=1),
        "課長・課長代理": Role({MANAGEMENT: WIDER}, own=3),
        "高度専門人材": Role({SPECIALIST: CLOSE}),
        # レベル3の17に加えて3。加わる「構築」の2つはスキルマップにもあるので、引き継ぐのは15
        "情報システム部門職員": Role({HEADQUARTERS: CLOSE}, own=3, inherited=15),
        # 図の研修は12で、「情報セキュリティ（基礎）」が2か所にある。どれにも時間がない。
        # 第4章(4): 令和9年度にレベル3が30人、レベル2が60人、レベル1が150人
        "DX推進リーダー": Role(
            {LEADER: CLOSE},
            own=17,
            unhoured=(13, 13),
            numbers=(
                *("30人 レベル3 令和9年度", "60人 レベル2 令和9年度"),
                "150人 レベル1 令和9年度",
            ),
        ),
        "全職員": Role({STAFF: CLOSE}, own=2),
        "業務システム担当者": Role({OWNER: WIDER}, own=2),
    },
    # 「能力・知識」の数に、職員としての情報セキュリティ（5章）が1つずつ加わる
    D: {
        "DXオフィサー": Role({EXECUTIVE: CLOSE}, own=4 + 1, unhoured=(4, 4)),
        "DXマネージャー": Role({MANAGEMENT: WIDER}, own=5 + 1, unhoured=(4, 4)),
        # 3-2 3/5: 各所属に複数名
        "DXリーダー": Role(
            {LEADER: SAME}, own=5 + 1, unhoured=(7, 7), numbers=("1所属あたり複数人",)
        ),
        "DXフォロワー": Role({STAFF: CLOSE}, own=4 + 1, unhoured=(6, 6)),
        # 別紙の研修体系に、DXエキスパートと情報システムの担当職員の行はない
        "DXエキスパート": Role({HEADQUARTERS: CLOSE}, own=5 + 1),
        "DXディレクター": Role({SPECIALIST: CLOSE}),
        "情報セキュリティ責任者": Role({ASSETS: WIDER}, own=1, unhoured=(1, 1)),
        "システム所管課長": Role({OWNER: WIDER}, own=1, unhoured=(1, 1)),
        "情報システムの担当職員": Role({OWNER: WIDER}, own=1),
        "情報統括管理者": Role({ASSETS: WIDER}, own=1, unhoured=(1, 1)),
        "情報統括担当者": Role({ASSETS: WIDER}, unhoured=(1, 1)),
        "技術職員": Role({}, unhoured=(1, 1)),
    },
    P: {
        # 共通の3つと、強化すべき3つ
        "自律した職員": Role({STAFF: CLOSE}, own=6),
        # 概念化能力と職務遂行能力は、上位の職位と実務担当者に別に印がある
        "管理監督者": Role({MANAGEMENT: CLOSE}, own=1, inherited=5),
        "実務担当者": Role({STAFF: WIDER}, own=1, inherited=5),
    },
    T: {
        "CIO補佐官・高度専門人材": Role({SPECIALIST: CLOSE}, numbers=("1人以上 5年以内",)),
        # 一般行政職員の11に加えて4
        "一般行政職員（管理監督職）": Role({MANAGEMENT: CLOSE}, own=4, inherited=11),
        # DX推進員の 11+6 に加えて2。研修は「推奨する研修」と外部講座
        "全庁DX推進担当": Role(
            {HEADQUARTERS: CLOSE},
            own=2,
            inherited=17,
            unhoured=(2, 2),
            numbers=("○名程度 5年以内", "少なくとも○名 Step3 5年以内"),
        ),
        # 一般行政職員の11に加えて9
        "全庁情報システム担当": Role(
            {SYSTEMS: CLOSE},
            own=9,
            inherited=11,
            unhoured=(1, 1),
            numbers=(*("常勤○名 5年以内", "複数人 Step2 5年以内", "少なくとも○名 Step3 5年以内"),),
        ),
        "DX推進員": Role(
            {LEADER: CLOSE},
            own=6,
            inherited=11,
            unhoured=(1, 1),
            numbers=(
                *("1所属あたり1人以上 5年以内", "計○名程度 5年以内", "50%以上 Step2 5年以内"),
            ),
        ),
        # 基礎研修と「推奨する研修」
        "一般行政職員": Role(
            {STAFF: CLOSE},
            own=11,
            unhoured=(2, 2),
            numbers=("100% 5年以内", "70%以上 Step2 5年以内"),
        ),
    },
    Y: {
        "高度専門人材": Role({SPECIALIST: CLOSE}),
        # スキルマップの30行は、どれも「シス」か「デジ」に●がある
        "主導・推進する職員": Role(
            {LEADER: NARROWER, HEADQUARTERS: NARROWER, SYSTEMS: NARROWER},
            parts=("主導・推進する職員／デジタル", "主導・推進する職員／システム等"),
            unhoured=(0, 0),
            numbers=("45人",),
            hours=_LEADING,
        ),
        "主導・推進する職員／デジタル": Role(
            {LEADER: NARROWER, HEADQUARTERS: NARROWER},
            own=26,
            unhoured=(0, 0),
            hours=_LEADING,
            whole="主導・推進する職員",
        ),
        "主導・推進する職員／システム等": Role(
            {SYSTEMS: WIDER},
            own=24,
            unhoured=(0, 0),
            hours={
                # 16時間と6日か20に、システム運用等の26か30が加わる
                OFF_JT: ("42時間", "6日", "46時間", "6日", "46時間", "50時間"),
                # 14時間と10日・19時間と8日・20に加わる。6通りあるので、幅だけを示す
                PROGRAMS: ("40〜50時間", "0〜10日"),
            },
            whole="主導・推進する職員",
        ),
        "実行する職員": Role(
            {STAFF: WIDER},
            own=18,
            # 一覧では0、区分ごとの表では、UI/UXデザイン中級（動画）と自治体大学校研修の2つまで
            unhoured=(0, 2),
            numbers=("450人",),
            hours={
                # 2+4+3+4+4+2+2 = 21時間と、1〜2時間が3つ
                OFF_JT: ("24〜27時間", "50時間"),
                # 2+4+2+1+3+2+50+2
                PROGRAMS: ("66時間",),
            },
        ),
        "全職員": Role(
            {STAFF: CLOSE},
            own=9,
            # 区分ごとの表の、UI/UXデザイン初級（動画）とシステム等基礎
            unhoured=(0, 2),
            hours={
                # 2+2+3+2+3+3+1+4+2。デジタル関連部局は 3+3+4 が加わる
                OFF_JT: ("22〜32時間",),
                # 2+2+3+3+1+2+4+2
                PROGRAMS: ("19〜29時間",),
            },
        ),
    },
}

PERIODS: Final = {
    H: "令和7〜9年度（2025〜2027年度）",
    D: "記載なし",
    P: "記載なし",
    # 概ね5年
    T: "5年間",
    # 目標年度
    Y: "令和9年度（2027年度）まで",
}

INDEX: Final = {
    # 役割の数、そのうち区分に入るもの、研修を定めるか、数値目標
    # 区分に入らないのは、内訳の役割が入る管理職
    H: (9, 8, True, "あり"),
    # 区分に入らないのは技術職員
    # 3-2 3/5: 各所属に複数名
    D: (12, 11, True, "「複数」とだけ記載"),
    P: (3, 3, False, "記載なし"),
    T: (6, 6, True, "あり"),
    # 45人と450人には、いつの人数かの説明がない
    Y: (6, 6, True, "役割の人数だけ"),
}
