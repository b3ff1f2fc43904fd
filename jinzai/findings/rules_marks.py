"""Rules about the marks of lists and groups: typed in full width, or without the space after them.

The rest of YAML's syntax is in `rules_syntax`.
"""

from typing import Final

from jinzai.findings.finding import Rule, Severity

DASH_WITHOUT_SPACE: Final = Rule(
    "dash-without-space",
    Severity.ERROR,
    "「-」の後に半角スペースがない",
    "「-」の後に半角スペースがありません。",
    "「-」の後に半角スペースを1つ入れてください（- {item}）。",
    "一覧の印は「- 」（ハイフンと半角スペース）である。",
    "「-id: leader」",
    "「- id: leader」のように、半角スペースを入れる。",
)
LIST_MARK: Final = Rule(
    "list-mark",
    Severity.ERROR,
    "「・」や全角の「－」で一覧を書いている",
    "「{mark}」は一覧の印になりません。",
    "「{mark}」を半角の「- 」（ハイフンと半角スペース）に置き換えてください。"
    "同じ一覧のほかの行も確かめてください。",
    "一覧は半角の「- 」で始まる行を並べて書く。ほかの記号は文の一部として読まれる。",
    "「・部署のDXを進める。」「－ 部署のDXを進める。」",
    "「- 部署のDXを進める。」のように、半角の「- 」で始める。",
)
FULLWIDTH_SIGN: Final = Rule(
    "fullwidth-sign",
    Severity.ERROR,
    "括弧や区切りが全角",
    "ここの「{character}」は全角なので、一覧や項目の組を1行に書く記号になりません。",
    "半角の「{meant}」に直してください。括弧は初めと終わりの両方、区切りは半角の「, 」にします。"
    '文の一部なら、値の全体を引用符（"）で囲んでください。',
    "1行に書く一覧は [ ]、項目の組は { } で囲み、間を「, 」で区切る。どれも半角で書く。",
    "「｛format: video, hours: 2｝」「{format: video、hours: 2}」",
    "「{format: video, hours: 2}」のように、半角の記号にする。",
)
