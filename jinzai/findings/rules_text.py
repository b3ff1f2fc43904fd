"""Rules about texts that would be published otherwise than they were meant."""

from typing import Final

from jinzai.findings.finding import Rule, Severity

LITERAL_MARK: Final = Rule(
    "literal-mark",
    Severity.WARNING,
    "Markdownの印がそのまま表示される",
    "「{text}」は印にならず、そのままの文字で表示されます。",
    "{way}",
    "印の書き方が少し違うと、太字や見出しにならず、記号がページに残る。",
    "「##背景」（# の後に半角スペースがない）、「**重要」（閉じていない）",
    "印の書き方を直す。記号そのものを見せたいときは、前に「\\」を付ける（\\*\\*）。",
)
JOINED_LINES: Final = Rule(
    "joined-lines",
    Severity.WARNING,
    "並べて書いた行が1つの文につながる",
    "ここからの{count}行は、表や箇条書きにならず、つながった1つの文になります。",
    "{way}",
    "Markdownでは、空行のない行はひと続きの段落になる。「・」で始めても、箇条書きにはならない。",
    "「・企画」「・運用」と2行に書いた",
    "箇条書きは各行を「- 」で始める。表は「| 甲 | 乙 |」の行を並べ、2行目に「|---|---|」を書く。",
    "- 企画\n- 運用",
)
LOST_CELL: Final = Rule(
    "lost-cell",
    Severity.ERROR,
    "表の列からはみ出したマスがある",
    "見出しの行が{columns}列なので、「{text}」は表示されません。",
    "見出しの行と「|---|」の行に列を加えるか、余分な「|」を消してください。"
    "文字としての「|」は「\\|」と書きます。",
    "見出しより多いマスは、読者に見えないまま捨てられる。",
    "2列の表の行に「| 甲 | 乙 | 丙 |」と書いた",
    "見出しの行の列を増やすか、はみ出したマスをなくす。",
)
LINK_AS_TEXT: Final = Rule(
    "link-as-text",
    Severity.ERROR,
    "リンクにならない書き方",
    "「{text}」はリンクにならず、そのままの文字で表示されます。",
    "もしかして: {meant}。括弧とコロンは半角で、間を空けずに書いてください。",
    "リンクは [文字](種類:id) の形で、半角の記号だけで書く。",
    "「[全職員]（role:all-staff）」",
    "「[全職員](role:all-staff)」のように、半角の括弧で書く。",
)
SAME_ORDER: Final = Rule(
    "same-order",
    Severity.WARNING,
    "章の順序が重なっている",
    "順序「{order}」の章が、ほかにもあります（{other}）。",
    "どちらかの order を変えてください。",
    "同じ順序の章は id の順に並び、計画の文書の順とは限らない。",
    "2つの章に「order: 2」と書いた",
    "文書の順に、違う数を書く。",
)
SAME_NAME: Final = Rule(
    "same-name",
    Severity.WARNING,
    "同じ名前が2つある",
    "{kind}の名前「{name}」は、{kind}「{other}」と同じです。",
    "1つのものなら、どちらかを消してください。別のものなら、違いの分かる名前にしてください"
    "（計画がどちらも同じ名前で呼んでいるなら、確認済みにできます）。",
    "一覧や表では名前で見分けるので、同じ名前の2つは区別できない。"
    "全角と半角、大文字と小文字、空白だけの違いも、同じとみなす。",
    "「BPR研修」と「ＢＰＲ研修」",
    "1つにまとめるか、名前を変える。",
)
