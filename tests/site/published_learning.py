"""What the training of the five plans takes, added up by hand from their tables of courses.

豊中市 alone publishes hours, in two tables that differ: 「職員の区分ごとの研修等（OFF-JT）」 and
「（参考）教育・研修プログラム一覧」. Courses without hours are named in 枚方市 第4章(2), 大阪市
DX人材育成方針 別紙 and 東京都ひな形 第4章・第5章; 大阪市 人材育成・確保基本方針 names none.
"""

from typing import Final, NamedTuple

from .published import OFF_JT, PROGRAMS, D, H, T, Y

GENERAL: Final = "各部局"
DIGITAL: Final = "デジタル関連部局"


class Track(NamedTuple):
    """What one member of a role takes.

    Attributes:
        hours: from the least to the most; empty if nothing is published.
        days: the same for days.
        ways: the alternatives, where there are several, each with how many of its courses have no
            published hours.
        courses: how many are taken; one number for each of the ways, where they differ.
        unhoured: how many times a course without published hours is met, at most.
        formats: how many courses can be taken in each format.
        gates: how many conditions there are before.
        extra: the hours that only some of its people take besides.
    """

    hours: str
    days: str
    courses: tuple[str, ...]
    unhoured: int
    formats: dict[str, int]
    gates: int = 0
    ways: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


NO_FORM: Final = "形式の記載なし"

# 動画: 自治体職員のための情報2、ICTの基礎2、自治体DX入門3、BPR基礎2、AI,RPA導入3、情報
# セキュリティ3、セキュリティポリシ1、データ利活用入門4、UI/UXデザイン初級（時間なし）。
# 対面: デザイン思考2。システム等基礎は形式も時間もない
_STAFF: Final = Track("22", "", ("11",), 2, {"動画": 9, "対面": 1, NO_FORM: 1})
# 動画: 情報2、ICT2、DX入門3、セキュリティ3、ポリシー1、BPR2、データ4、システム等基礎2
_STAFF_LIST: Final = Track("19", "", ("8",), 0, {"動画": 8})
# 動画: 社会課題2、政策4、個人情報4、監査4、アドバンス2、UI/UX中級（時間なし）、システム基礎・
# クラウド基礎・調達が各1〜2。対面: RPA,BIワーク3、デザイン思考2。合わせて 21+3〜6。または、
# リモートのデジタルリテラシー50
_PRACTITIONER: Final = Track(
    "24〜50",
    "",
    ("11", "1"),
    1,
    {"動画": 9, "対面": 2, "リモート": 1},
    1,
    ("24〜27時間", "1件", "50時間"),
)
# 動画: 2+4+2+1+3+2+2。リモート: 50
_PRACTITIONER_LIST: Final = Track("66", "", ("8",), 0, {"動画": 7, "リモート": 1}, 1)
# リモート: プロジェクト管理5、RPA応用5、データ利活用4（とワークショップ2日）。ライブ: ステーク
# ホルダー2日。ワーキング: BI等2日。動画: グラフィックデザイン2。または、リモートの
# マネジメント系20
_LEADER: Final = Track(
    "16〜20",
    "0〜6",
    ("6", "1"),
    0,
    {"動画": 1, "ライブ": 1, "リモート": 4, "ワークショップ": 1, "ワーキング": 1},
    1,
    ("16時間", "6日", "20時間"),
)
# リモート: RPA 5+5、データ利活用4（とワークショップ2日）。ワーキング: BI等2日。ライブ: BPR実践2日、
# ステークホルダー2日。プロジェクト管理は、ライブ2日かリモート5。または、リモート20
_LEADER_LIST: Final = Track(
    "14〜20",
    "0〜10",
    ("6", "1"),
    0,
    {"ライブ": 3, "リモート": 4, "ワークショップ": 1, "ワーキング": 1},
    1,
    ("14時間", "10日", "19時間", "8日", "20時間"),
)
# クラウド10、サーバ仮想化1、システムインフラ5、LAN5、無線LAN5。または、DB・NW系30
_SYSTEMS: Final = ("26〜30時間",)
# それが、システム等の系統の人の16時間と6日・20に加わる。6つか1つに、5つか1つを足す
_OF_SYSTEMS: Final = _LEADER._replace(
    hours="42〜50",
    courses=("11", "7", "6", "2"),
    formats={**_LEADER.formats, "リモート": 10},
    ways=("42時間", "6日", "46時間", "6日", "46時間", "50時間"),
)
# 14時間と10日・19時間と8日・20に加わる。組み合わせは6通りで、1つずつは示さない。どれも6つか1つに、
# 5つか1つを足す
_OF_SYSTEMS_LIST: Final = _LEADER_LIST._replace(
    hours="40〜50", courses=("2〜11",), formats={**_LEADER_LIST.formats, "リモート": 10}, ways=()
)

TRACKS: Final[dict[tuple[str, str], dict[tuple[str, str], Track]]] = {
    # 図の研修は12。「情報セキュリティ（基礎）」はレベル1と2にある。動画とあるのはICT基礎だけ。
    # レベル1の後に2、2の後に3
    (H, "DX推進リーダー"): {("", ""): Track("", "", ("12",), 13, {"動画": 1, NO_FORM: 11}, 2)},
    # 動画: J-LIS研修、デジタル知識習得動画
    (D, "DXオフィサー"): {("", ""): Track("", "", ("4",), 4, {"動画": 2, NO_FORM: 2})},
    # 動画は、J-LIS研修
    (D, "DXマネージャー"): {("", ""): Track("", "", ("4",), 4, {"動画": 1, NO_FORM: 3})},
    (D, "DXリーダー"): {("", ""): Track("", "", ("7",), 7, {"動画": 2, NO_FORM: 5})},
    (D, "DXフォロワー"): {("", ""): Track("", "", ("6",), 6, {"動画": 2, NO_FORM: 4})},
    (D, "情報セキュリティ責任者"): {("", ""): Track("", "", ("1",), 1, {NO_FORM: 1})},
    (D, "システム所管課長"): {("", ""): Track("", "", ("1",), 1, {NO_FORM: 1})},
    (D, "情報統括管理者"): {("", ""): Track("", "", ("1",), 1, {NO_FORM: 1})},
    (D, "情報統括担当者"): {("", ""): Track("", "", ("1",), 1, {NO_FORM: 1})},
    (D, "技術職員"): {("", ""): Track("", "", ("1",), 1, {NO_FORM: 1})},
    # 基礎研修、推奨する研修、外部講座・専門研修
    (T, "一般行政職員"): {("", ""): Track("", "", ("2",), 2, {NO_FORM: 2})},
    (T, "DX推進員"): {("", ""): Track("", "", ("1",), 1, {NO_FORM: 1})},
    (T, "全庁DX推進担当"): {("", ""): Track("", "", ("2",), 2, {NO_FORM: 2})},
    (T, "全庁情報システム担当"): {("", ""): Track("", "", ("1",), 1, {NO_FORM: 1})},
    (Y, "全職員"): {
        (GENERAL, OFF_JT): _STAFF,
        (GENERAL, PROGRAMS): _STAFF_LIST,
        # 新任情報化担当者3、ネットワーク3、システム運用管理4
        (DIGITAL, OFF_JT): _STAFF._replace(
            hours="32", courses=("14",), formats={"動画": 12, "対面": 1, NO_FORM: 1}
        ),
        (DIGITAL, PROGRAMS): _STAFF_LIST._replace(
            hours="29", courses=("11",), formats={"動画": 11}
        ),
    },
    (Y, "実行する職員"): {
        (GENERAL, OFF_JT): _PRACTITIONER,
        (GENERAL, PROGRAMS): _PRACTITIONER_LIST,
        # 自治体大学校研修は形式も時間もない。候補者には、運用、保守委託4
        (DIGITAL, OFF_JT): _PRACTITIONER._replace(
            courses=("12", "2"),
            unhoured=2,
            ways=("24〜27時間", "2件", "50時間", "1件"),
            formats={"動画": 9, "対面": 2, "リモート": 1, NO_FORM: 1},
            extra=("4時間",),
        ),
        # 候補者には、調達5、運用4、監査4
        (DIGITAL, PROGRAMS): _PRACTITIONER_LIST._replace(
            courses=("9",),
            unhoured=1,
            formats={"動画": 7, "リモート": 1, NO_FORM: 1},
            extra=("13時間",),
        ),
    },
    (Y, "主導・推進する職員"): {
        (GENERAL, OFF_JT): _LEADER,
        (GENERAL, PROGRAMS): _LEADER_LIST,
        (DIGITAL, OFF_JT): _LEADER._replace(extra=_SYSTEMS),
        (DIGITAL, PROGRAMS): _LEADER_LIST._replace(extra=_SYSTEMS),
    },
    # 上位の役割の研修。システム等の系統は、デジタル関連部局だけにいる
    (Y, "主導・推進する職員／デジタル"): {
        (GENERAL, OFF_JT): _LEADER,
        (GENERAL, PROGRAMS): _LEADER_LIST,
        (DIGITAL, OFF_JT): _LEADER,
        (DIGITAL, PROGRAMS): _LEADER_LIST,
    },
    (Y, "主導・推進する職員／システム等"): {
        (DIGITAL, OFF_JT): _OF_SYSTEMS,
        (DIGITAL, PROGRAMS): _OF_SYSTEMS_LIST,
    },
}

NO_ROLE: Final = ("役割なし",)
OPEN: Final = ("記載なし",)

MOST: Final = ("66時間", "10日")
"""The longest training: 実行する職員 in the list, and 主導・推進する職員 in the list."""

_BOTH_TABLES: Final = ("16〜20時間", "0〜6日", "14〜20時間", "0〜10日")

OVERVIEW: Final = {
    # 役割のある団体、研修を定める団体、時間を示す団体（ひな形は数えず、大阪市の2つの計画は1団体）。
    # 次に、5つの計画それぞれの時間、日数、時間の示されない研修の数
    "経営層": ((2, 1, 0), OPEN, ("4件",), NO_ROLE, NO_ROLE, NO_ROLE),
    # 東京都は、全職員を対象とした基礎研修を挙げる
    "管理職・監督職": ((2, 1, 0), OPEN, ("4件",), OPEN, (*OPEN, "1件"), NO_ROLE),
    "高度専門人材": (
        *((3, 0, 0), OPEN, OPEN, NO_ROLE, (*OPEN, "1件")),
        (*OPEN, "22〜32時間", "2件", "19〜29時間"),
    ),
    # 豊中市: 主導・推進する職員／デジタルの2つの表
    "全庁のDX推進担当": ((3, 1, 1), OPEN, OPEN, NO_ROLE, ("2件",), _BOTH_TABLES),
    # 豊中市: 主導・推進する職員／システム等の2つの表
    "情報システム担当": (
        *((1, 1, 1), NO_ROLE, NO_ROLE, NO_ROLE, ("1件",)),
        ("42〜50時間", "0〜6日", "40〜50時間", "0〜10日"),
    ),
    "DX推進リーダー": ((3, 3, 1), ("13件",), ("7件",), NO_ROLE, ("1件",), _BOTH_TABLES),
    "業務システムの担当": ((2, 1, 0), OPEN, ("1件",), NO_ROLE, NO_ROLE, NO_ROLE),
    # 3つの役割に1つずつ
    "情報資産の管理担当": ((1, 1, 0), NO_ROLE, ("1件",) * 3, NO_ROLE, NO_ROLE, NO_ROLE),
    # 豊中市: 全職員の2つの表、区分の一部に当たる実行する職員の2つの表（さらに候補者に4と13）
    "一般行政職員": (
        *((3, 2, 1), OPEN, ("6件",), OPEN, ("2件",)),
        (
            *("22〜32時間", "2件", "19〜29時間"),
            *("24〜50時間", "0〜2件", "4時間", "66時間", "0〜1件", "13時間"),
        ),
    ),
}
