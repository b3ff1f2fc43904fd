"""How many people the five plans want by when, copied by hand from the published plans.

枚方市 第4章(4)、大阪市 DX人材育成方針 3-2 3/5、東京都ひな形 第5章、豊中市「デジタル人材の育成_
OFF-JT」の図。大阪市 人材育成・確保基本方針（概要版）は数を挙げていない。
"""

from typing import Final

from .published import (
    ASSETS,
    EXECUTIVE,
    HEADQUARTERS,
    LEADER,
    MANAGEMENT,
    OWNER,
    SPECIALIST,
    STAFF,
    SYSTEMS,
    D,
    H,
    P,
    T,
    Y,
)

OPEN: Final = "記載なし"
_IN_FIVE_YEARS: Final = "5年以内"
_NO_TIME: Final = ""

Values = dict[str, str]
"""By when, how many."""

_45: Final = ("主導・推進する職員", {_NO_TIME: "45人"})
_DIGITAL: Final = ("主導・推進する職員／デジタル", {_NO_TIME: OPEN})
_450: Final = ("実行する職員", {_NO_TIME: "450人"})


def _years(*numbers: int) -> Values:
    """枚方市's numbers for its three years."""
    return {f"令和{7 + place}年度": f"{number}人" for place, number in enumerate(numbers)}


Issuers = tuple[int, int]
"""How many municipalities and how many templates. 大阪市's two plans are of one municipality."""

_NOBODY: Final = (0, 0)

GOALS: Final[dict[str, tuple[Issuers, Issuers, dict[str, list[tuple[str, Values]]]]]] = {
    # 区分に対応する役割のある団体とひな形の数、数で示す団体とひな形の数（区分より広い役割の数を
    # 除く）、計画ごとの値
    EXECUTIVE: ((2, 0), _NOBODY, {}),
    MANAGEMENT: ((2, 1), _NOBODY, {}),
    # 少なくとも1名以上を継続的に登用。豊中市の高度専門人材に人数はない
    SPECIALIST: (
        (3, 1),
        (0, 1),
        {
            T: [("CIO補佐官・高度専門人材", {_IN_FIVE_YEARS: "1人以上"})],
            Y: [("高度専門人材", {_NO_TIME: OPEN})],
        },
    ),
    # ○名程度を確保、Step2までを基本とする、少なくとも○名はStep3
    HEADQUARTERS: (
        (3, 1),
        _NOBODY,
        {
            T: [
                ("全庁DX推進担当", {_IN_FIVE_YEARS: "○名程度"}),
                ("全庁DX推進担当 Step2", {_IN_FIVE_YEARS: OPEN}),
                ("全庁DX推進担当 Step3", {_IN_FIVE_YEARS: "少なくとも○名"}),
            ],
            Y: [_45, _DIGITAL],
        },
    ),
    # 常勤○名、Step2を複数名、少なくとも○名はStep3
    SYSTEMS: (
        (1, 1),
        _NOBODY,
        {
            T: [
                ("全庁情報システム担当", {_IN_FIVE_YEARS: "常勤○名"}),
                ("全庁情報システム担当 Step2", {_IN_FIVE_YEARS: "複数人"}),
                ("全庁情報システム担当 Step3", {_IN_FIVE_YEARS: "少なくとも○名"}),
            ],
            Y: [_45, ("主導・推進する職員／システム等", {_NO_TIME: OPEN})],
        },
    ),
    LEADER: (
        (3, 1),
        # 枚方市、東京都（各課に1名以上、50%以上）
        (1, 1),
        {
            H: [
                ("DX推進リーダー レベル3", _years(0, 10, 30)),
                ("DX推進リーダー レベル2", _years(20, 40, 60)),
                ("DX推進リーダー レベル1", _years(100, 130, 150)),
            ],
            D: [("DXリーダー", {_NO_TIME: "1所属あたり複数人"})],
            T: [
                ("DX推進員", {_IN_FIVE_YEARS: "1所属あたり1人以上"}),
                ("DX推進員", {_IN_FIVE_YEARS: "計○名程度"}),
                ("DX推進員 Step2", {_IN_FIVE_YEARS: "50%以上"}),
            ],
            Y: [_45, _DIGITAL],
        },
    ),
    OWNER: ((2, 0), _NOBODY, {}),
    ASSETS: ((1, 0), _NOBODY, {}),
    STAFF: (
        (3, 1),
        # 東京都と、豊中市（実行する職員450人）
        (1, 1),
        {
            # 「全職員をDX人材としてリスキリングする」に、人数と時期はない
            D: [("DXフォロワー", {_NO_TIME: OPEN})],
            T: [
                ("一般行政職員", {_IN_FIVE_YEARS: "100%"}),
                ("一般行政職員 Step2", {_IN_FIVE_YEARS: "70%以上"}),
            ],
            Y: [_450, ("全職員", {_NO_TIME: OPEN})],
        },
    ),
}

STATED: Final = ["100%", "70%以上", "50%以上"]
"""Shares that a plan states itself, all of 東京都ひな形."""

RECKONED: Final = ["60%"]
PART_AND_WHOLE: Final = ("60", "100")
"""枚方市 レベル1, 令和7年度: 100人, 60 of whom attended in 令和6年度."""

SILENT: Final = [D, P]
"""The plans that give no number of people at all: 大阪市 has 「全職員」 and 「複数名」 alone."""

AIMS: Final = {
    # 年度の値がある目標は、枚方市のレベル1〜3だけ
    H: {"令和7年度": "3", "令和8年度": "3", "令和9年度": "3"},
}
