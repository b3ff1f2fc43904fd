"""Rules about single values: what `jinzai.parse` finds when a model refuses a file."""

from typing import Final

from jinzai.findings.finding import Rule, Severity

MISSING_KEY: Final = Rule(
    "missing-key",
    Severity.ERROR,
    "必要な項目がない",
    "「{key}」（{title}）がありません。",
    "{way}",
    "この項目がないと、ページに何を載せるかが決まらない。",
    "id だけを書いて name を書いていない役割",
    "足りない項目の行を書き加える。",
)
UNKNOWN_KEY: Final = Rule(
    "unknown-key",
    Severity.ERROR,
    "知らない項目名",
    "「{key}」という項目はありません。",
    "{suggestion}{allowed}",
    "項目名のつづりを間違えると、書いた内容がページに出ないまま気づかれない。",
    "「name」を「nmae」と書いた",
    "使える項目名に直すか、その行を消す。",
)
EMPTY_VALUE: Final = Rule(
    "empty-value",
    Severity.ERROR,
    "値が空",
    "「{key}」の値が空です。",
    "{way}",
    "空欄は「0」とも「記載なし」とも「書き忘れ」とも読めてしまう。",
    "「hours:」とだけ書いて値がない行",
    "値を書く。書かない項目は行ごと消す。計画に記載のない数は undefined とする。",
)
COMMA_IN_TEXT: Final = Rule(
    "comma-in-text",
    Severity.ERROR,
    "波括弧の中の文に「,」がある",
    "波括弧の中では、半角の「,」で値が終わります。「{text}」は初めの「,」で切れてしまいます。",
    "{way}",
    "波括弧 { } を使って1行に書くとき、半角の「,」は次の項目との区切りになる。",
    "「{skill: bpr, note: 動画, 対面}」「{year: 2026, value: 1,300}」",
    '「note: "動画, 対面"」のように囲む。数は「1300」のように区切らずに書く。',
)
WRONG_SHAPE: Final = Rule(
    "wrong-shape",
    Severity.ERROR,
    "書き方の形が違う",
    "ここには{wanted}を書きますが、{found}が書かれています。",
    "{way}",
    "一覧・項目の組・1つの値は、それぞれ書き方が決まっている。",
    "「- 」で始まる一覧を書くところに、文を1つだけ書いた",
    "形を直す。一覧は「- 」で始まる行を並べ、項目の組は「名前: 値」の行を並べる。",
)
UNKNOWN_WORD: Final = Rule(
    "unknown-word",
    Severity.ERROR,
    "決められた語でない",
    "「{text}」はここに書ける語ではありません。",
    "{suggestion}書ける語: {allowed}",
    "決まった語から選ぶ欄に別の語を書くと、比べたり数えたりできなくなる。",
    "status に「策定済み」と書いた（正しくは adopted）",
    "書ける語の1つに直す。",
)
MALFORMED_ID: Final = Rule(
    "malformed-id",
    Severity.ERROR,
    "idの書き方が違う",
    "「{text}」は id の書き方になっていません。",
    "{suggestion}{way}",
    "idはページのアドレスになるため、どの端末でも同じに読める文字だけを使う。",
    "「DX Leader」や「dx_leader」、id の代わりに書いた名前「DX推進リーダー」",
    "「dx-leader」のように、英小文字・数字・ハイフンだけにする。64文字まで。",
)
RESERVED_ID: Final = Rule(
    "reserved-id",
    Severity.ERROR,
    "使えないid",
    "id「{text}」は、ほかの用途に使われるため使えません。",
    "「{text}-1」など、別の id にしてください。",
    "index と matrix は一覧やスキルマップのページの名前で、con や nul などは"
    "Windowsがファイル名として受け付けない。計画の id では、サイトの別の場所に使う"
    "assets・compare・data・frameworks・guide・rules も使えない。",
    "「id: index」",
    "別の id にする。",
)
NOT_ONE_LINE: Final = Rule(
    "not-one-line",
    Severity.ERROR,
    "1行で書く欄に改行やタブがある",
    "ここは1行で書く欄ですが、{what}が入っています。",
    "{what}を消し、1行にまとめてください。長い説明は description や note に書けます。",
    "名前や題名は表の見出しやリンクになる。",
    "name に2行の文を書いた",
    "1行にまとめる。",
)
SPACE_AT_END: Final = Rule(
    "space-at-end",
    Severity.ERROR,
    "値の初めか終わりに空白がある",
    "「{text}」の初めか終わりに、空白（半角または全角）があります。",
    "初めと終わりの空白を消してください。",
    "空白の有無で別の名前になり、検索や並べ替え、CSVの突き合わせがうまくいかない。",
    "「name: 高度専門人材　」（終わりに全角スペース）",
    "空白を消す。引用符の内側の空白も消す。",
)
TEXT_TOO_LONG: Final = Rule(
    "text-too-long",
    Severity.ERROR,
    "文章が長すぎる",
    "{length}文字あります。ここに書けるのは{limit}文字までです。",
    "短くするか、chapters/ に章を作って移してください。",
    "長すぎる名前や説明はページや表に収まらない。",
    "name に説明文を書いた",
    "短くするか、長い文章は chapters/ に移す。",
)
MALFORMED_KANA: Final = Rule(
    "malformed-kana",
    Severity.ERROR,
    "ふりがなに使えない文字がある",
    "ふりがな「{text}」に、かな以外の文字があります。",
    "ひらがなで書いてください（長音「ー」と中点「・」、英数字は使えます）。",
    "ふりがなは五十音順に並べるために使う。",
    "kana に「業務改革」と書いた",
    "「ぎょうむかいかく」のように、ひらがなで書く。",
)
MALFORMED_DATE: Final = Rule(
    "malformed-date",
    Severity.ERROR,
    "日付の書き方が違う",
    "日付「{text}」を読み取れません。",
    "{meant}「2025-02」（年月）か「2025-02-14」（年月日）のように、半角の西暦で書いてください。",
    "日付を並べたり比べたりするため、書き方を1つに決めている。",
    "「令和7年2月」や「2025/2」",
    "「2025-02」のように書く。",
)
MALFORMED_CODE: Final = Rule(
    "malformed-code",
    Severity.ERROR,
    "全国地方公共団体コードの間違い",
    "「{text}」は全国地方公共団体コードとして正しくありません。",
    "{meant}検査数字を含む6桁を、総務省の一覧で確かめて書いてください。",
    "6桁目は打ち間違いを見つけるための検査数字で、それが合っていない。",
    "「27210」（5桁）や「272100」（検査数字の間違い）",
    "検査数字を含む6桁で書く。先頭の0も書く。",
)
MALFORMED_ENTRY: Final = Rule(
    "malformed-entry",
    Severity.ERROR,
    "共通枠組みの項目の書き方が違う",
    "「{text}」は共通枠組みの項目の書き方になっていません。",
    "{suggestion}「枠組みのid/項目のid」の形で書いてください（例: role-classes/dx-leader）。",
    "どの枠組みの項目かが分からないと対応付けができない。",
    "「entry: dx-leader」（枠組みの id がない）",
    "「role-classes/dx-leader」のように書く。",
)
NOT_A_NUMBER: Final = Rule(
    "not-a-number",
    Severity.ERROR,
    "数でない",
    "「{text}」は数ではありません。ここには{wanted}を書きます。",
    "{way}",
    "合計や比較の計算に使う欄なので、数だけを書く。",
    "「hours: 2時間」",
    "「hours: 2」のように、半角の数字だけを書く。",
)
FULL_WIDTH_NUMBER: Final = Rule(
    "full-width-number",
    Severity.ERROR,
    "全角の数字",
    "「{text}」は全角の数字です。",
    "半角で「{meant}」と書いてください。",
    "全角の数字は計算に使えない。",
    "「hours: ２」",
    "半角の数字に直す。",
)
AMBIGUOUS_NUMBER: Final = Rule(
    "ambiguous-number",
    Severity.ERROR,
    "別の数に読める書き方",
    "「{text}」は、ソフトによって別の数に読まれる書き方です。",
    "{way}先頭の0・コロン・区切りのコンマを使わず、{wanted}を書いてください。",
    "YAMLの決まりでは 12:30 が 750 に、0123 が 83 に読まれることがある。",
    "「hours: 12:30」や「value: 0123」",
    "ふつうの10進数で書く。時刻や番号なら、文字の欄に書く。",
)
ERA_YEAR: Final = Rule(
    "era-year",
    Severity.ERROR,
    "年度が元号で書かれている",
    "「{text}」は元号での書き方です。",
    "西暦で「{meant}」と書いてください（ページには元号も表示されます）。",
    "年度を並べたり比べたりするため、西暦にそろえている。",
    "「year: 令和7年度」「start: R7」",
    "「year: 2025」のように、4月の属する年を西暦で書く。",
)
NUMBER_OUT_OF_RANGE: Final = Rule(
    "number-out-of-range",
    Severity.ERROR,
    "数が範囲の外",
    "「{text}」は、ここに書ける数（{wanted}）ではありません。",
    "{way}",
    "月は1〜12のように、書ける範囲が決まっている。",
    "「start: 13」",
    "正しい数に直す。",
)
PERIOD_REVERSED: Final = Rule(
    "period-reversed",
    Severity.ERROR,
    "期間の始まりと終わりが逆",
    "始まりの年度（{start}）が終わりの年度（{end}）より後です。",
    "start と end を確かめてください。",
    "期間が逆だと、その中に入る年度がない。",
    "「start: 2027」「end: 2025」",
    "始まりと終わりを入れ替える。",
)
PERIOD_EMPTY: Final = Rule(
    "period-empty",
    Severity.ERROR,
    "期間に何も書かれていない",
    "period に年度も年数もありません。",
    "start と end、または years を書いてください。"
    "計画が期間を定めないなら period ごと消してください。",
    "空の期間は「定めがない」のか書き忘れなのか分からない。",
    "「period: {note: 検討中}」",
    "start・end か years を書く。",
)
YEAR_OR_WITHIN: Final = Rule(
    "year-or-within",
    Severity.ERROR,
    "年度と年数の両方がある",
    "値に year（年度）と within（年数）の両方が書かれています。",
    "「2027年度に」なら year: 2027、「5年以内に」なら within: 5 の、どちらか1つにしてください。",
    "いつの値かが1つに決まらないと、年度ごとに並べられない。",
    "year と within の両方がある値",
    "どちらか1つにする。計画が時期を示さないなら、どちらも書かない。",
)
REJECTED_VALUE: Final = Rule(
    "rejected-value",
    Severity.ERROR,
    "受け付けられない値",
    "この値は、ここには書けません。",
    "{wanted}「項目の一覧」のページで、この項目の書き方を確かめてください。"
    "直し方が分からないときは、次の記号を管理者に伝えてください: {detail}",
    "決められた形に合わない値はページにできない。",
    "決められた形に合わない値",
    "項目の一覧にある形に直す。",
)
