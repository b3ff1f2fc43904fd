"""Rules about files: what `jinzai.load` finds before any model reads them.

Rules about the syntax of YAML are in `rules_syntax`.
"""

from typing import Final

from jinzai.findings.finding import Rule, Severity


def _error(
    code: str, title: str, message: str, hint: str, why: str, example: str, fix: str
) -> Rule:
    return Rule(code, Severity.ERROR, title, message, hint, why, example, fix)


def _warning(
    code: str, title: str, message: str, hint: str, why: str, example: str, fix: str
) -> Rule:
    return Rule(code, Severity.WARNING, title, message, hint, why, example, fix)


# --- bytes and characters ---------------------------------------------------------------------

WRONG_ENCODING: Final = _error(
    "wrong-encoding",
    "文字コードがUTF-8でない",
    "文字コードがUTF-8ではありません（{guess}のようです）。",
    "エディターで文字コードに「UTF-8」を選んで保存し直してください。"
    "メモ帳なら「名前を付けて保存」を開き、下の「文字コード」で選べます。",
    "Windowsの古いエディターなどで保存すると Shift_JIS になり、文字を正しく読み取れない。",
    "メモ帳で「ANSI」を選んで保存した roles.yaml",
    "ファイルを開き、文字コードに UTF-8 を選んで保存し直す。",
)
BROKEN_ENCODING: Final = _error(
    "broken-encoding",
    "UTF-8として読めない文字がある",
    "UTF-8として読めない文字があります（{count}か所）。",
    "この行を開いて文字を打ち直し、文字コードに「UTF-8」を選んで保存してください。",
    "文字コードの違うファイルをつなぎ合わせたり、文字の途中で切れたりすると、"
    "何の文字か分からなくなる。",
    "Shift_JIS のファイルの一部を、変換せずに貼り合わせた",
    "示された行の文字を打ち直す。多いときは、前の版に戻してから書き直す。",
)
NOT_TEXT: Final = _error(
    "not-text",
    "文字のファイルでない",
    "文字だけのファイルではありません（{guess}のようです）。",
    "内容を YAML か Markdown の文字のファイルとして書き直してください。",
    "Excelなどのファイルは、名前の終わりを .yaml に変えても YAML にはならない。",
    "「courses.xlsx」の名前を「courses.yaml」に変えた",
    "表の内容を、項目の一覧の書き方で YAML に書き写す。",
)
BYTE_ORDER_MARK: Final = _warning(
    "byte-order-mark",
    "先頭に BOM がある",
    "ファイルの先頭に BOM（目に見えない印）が付いています。",
    "内容はそのまま読み取りました。次に保存するとき「UTF-8（BOMなし）」を選んでください。",
    "Excelやメモ帳が付けることがある。内容は変わらないが、前の版との違いとして残る。",
    "「UTF-8（BOM付き）」を選んで保存した roles.yaml",
    "文字コードに「UTF-8（BOMなし）」または「UTF-8」を選んで保存し直す。",
)
CONTROL_CHARACTER: Final = _error(
    "control-character",
    "目に見えない文字が混じっている",
    "目に見えない文字（{name}）が混じっています（このファイルに{count}か所）。",
    "この文字を消してください。見つけにくいときは、この行を打ち直すと確実です。",
    "PDFやウェブページから貼り付けた文に混じることがあり、同じに見えて違う文字列になるため、"
    "検索や参照がうまくいかない。",
    "PDFから貼り付けた文に混じった改行の印（U+2028）",
    "示された文字を消す。",
)

SPECIAL_SPACE: Final = _error(
    "special-space",
    "特別な空白が混じっている",
    "半角スペースに見える別の文字（{name}）が混じっています（このファイルに{count}か所）。",
    "この文字を消して、半角スペースを打ち直してください。",
    "Wordやウェブページから貼り付けた空白は、見た目が同じでもYAMLの区切りにならず、"
    "検索でも別の文字になる。",
    "Wordから貼り付けた「name: 高度専門人材」（: の後が U+00A0）",
    "示された文字を半角スペースに置き換える。",
)
LOOK_ALIKE_CHARACTER: Final = _error(
    "look-alike-character",
    "漢字に似た別の文字がある",
    "{name}は、「{meant}」に似た別の文字です（このファイルに{count}か所）。",
    "「{meant}」と打ち直してください。",
    "PDFから写した漢字は、部首の記号などになっていることがある。見た目が同じでも別の文字なので、"
    "検索や並べ替えがうまくいかない。",
    "PDFから貼り付けた「⻑期」（⻑ は部首の記号 U+2ED1）",
    "ふつうの漢字に打ち直す。エディターの置換を使うと、まとめて直せる。",
)
SPLIT_CHARACTER: Final = _error(
    "split-character",
    "1つの文字が2つに分かれている",
    "{name}は、1つの文字の「{meant}」と違う書き表し方です（このファイルに{count}か所）。",
    "「{meant}」と打ち直してください。",
    "macOSのファイル名やPDFから写した「が」「プ」は、「か」と濁点などに分かれていることがある。"
    "見た目が同じでも別の文字列なので、検索や参照がうまくいかない。",
    "「データ」の「デ」が「テ」と「゛」に分かれている",
    "示された文字を打ち直す。",
)

# --- one file ---------------------------------------------------------------------------------

FILE_TOO_LARGE: Final = _error(
    "file-too-large",
    "ファイルが大きすぎる",
    "ファイルが大きすぎます（{size}。上限は{limit}）。",
    "関係のない内容が入っていないか確かめてください。長い文章は chapters/ の章に分けられます。",
    "1つの計画の1種類の内容が、この大きさになることはまずない。",
    "画像や別のデータを貼り付けた YAML",
    "余分な内容を消すか、章に分ける。",
)
UNREADABLE_FILE: Final = _error(
    "unreadable-file",
    "ファイルを開けない",
    "開くことができません（{reason}）。",
    "ほかのソフトで開いていないか、読む権限があるかを確かめてください。",
    "読む権限がない、リンク先がないなど、ファイルそのものに手が届かない。",
    "読む権限のないファイル",
    "ほかのソフトを閉じる。権限が分からないときは管理者に相談する。",
)
NOT_A_FILE: Final = _error(
    "not-a-file",
    "ファイルの場所に別のものがある",
    "「{name}」はファイルのはずですが、{found}です。",
    "「{name}」を別の名前に変えるか消して、ファイルを置いてください。",
    "決まった名前のところには、決まった種類のファイルを置く。",
    "roles.yaml という名前のフォルダー",
    "フォルダーなどを別の場所に移し、ファイルを置く。",
)
NOT_A_FOLDER: Final = _error(
    "not-a-folder",
    "フォルダーの場所に別のものがある",
    "「{name}」はフォルダーのはずですが、{found}です。",
    "「{name}」を別の名前に変えるか消して、フォルダーを作ってください。",
    "計画・共通枠組み・章は、それぞれ決まったフォルダーに入れる。",
    "chapters という名前のファイル",
    "ファイルを別の場所に移し、フォルダーを作る。",
)
OUTSIDE_CONTENT: Final = _error(
    "outside-content",
    "content/ の外を指すリンク",
    "content/ の外にあるものへのリンク（シンボリックリンク）です。",
    "リンクの代わりに、ファイルそのものを置いてください。",
    "外のファイルは、変わっても気づけず、公開してよい内容かどうかも分からない。",
    "共有フォルダーのファイルを指す roles.yaml",
    "リンクを消し、ファイルをコピーして置く。",
)
EMPTY_FILE: Final = _error(
    "empty-file",
    "ファイルが空",
    "ファイルに内容がありません。",
    "内容を書くか、計画に記載のない種類なら、ファイルごと消してください。",
    "計画に記載のないことは、ファイルを置かないことで表す。空のファイルは書き忘れと区別できない。",
    "注釈（# の行）しかない targets.yaml",
    "内容を書くか、ファイルを消す。",
)
CONFLICT_MARKER: Final = _error(
    "conflict-marker",
    "変更の食い違いの印が残っている",
    "2人の変更が食い違ったときの印（{mark}）が残っています。",
    "どちらの内容を残すか決めて、<<<<<<<、=======、>>>>>>> の行を消してください。",
    "同じ所を2人が直すと、Gitは両方の内容を印ではさんで並べる。どちらが正しいかは人が決める。",
    "「<<<<<<< HEAD」の行",
    "残す内容を選び、印の行を消す。",
)
TOO_MANY_FINDINGS: Final = Rule(
    "too-many-findings",
    Severity.NOTE,
    "指摘が多すぎる",
    "このファイルの指摘は、ほかに{more}件あります（{kinds}）。"
    "表示するのは、1つのファイルにつき{limit}件までです。",
    "初めのいくつかを直してから、もう一度確かめてください。1つの原因から続いていることがあります。",
    "1つのファイルにこれほど指摘があるときは、別の内容が紛れ込んでいることが多い。"
    "エラー、警告、参考の順に残して表示する。",
    "字下げをすべて間違えて貼り付けた YAML",
    "初めの指摘から直す。前の版と比べるのもよい。",
)

# --- chapters ---------------------------------------------------------------------------------

MISSING_FRONT_MATTER: Final = _error(
    "missing-front-matter",
    "章の見出し部分がない",
    "1行目に「---」がありません。",
    "ファイルの初めに「---」の行、「title: …」「order: …」の行、「---」の行を書き、"
    "その次の行から本文を書いてください。",
    "章の題名と並び順は、本文の前の「---」の行ではさんだ所に書く。",
    "見出し部分がなく、いきなり本文から始まる chapters/background.md",
    "初めに「---」ではさんで title と order を書く。",
)
UNCLOSED_FRONT_MATTER: Final = _error(
    "unclosed-front-matter",
    "章の見出し部分が閉じていない",
    "「---」で始まる見出し部分に、終わりの「---」がありません。",
    "title や order の行の後に「---」だけの行を加え、その次の行から本文を書いてください。",
    "終わりの「---」がないと、どこから本文かが分からない。",
    "「---」の行が1つしかない chapters/background.md",
    "見出し部分の終わりに「---」の行を加える。",
)
FRONT_MATTER_KEY: Final = _error(
    "front-matter-key",
    "章の見出し部分に書けない項目",
    "「{key}」は見出し部分には書きません。",
    "この行を消してください。{meaning}",
    "章の id はファイル名から、本文は見出し部分の後の文章から決まる。",
    "見出し部分に「id: background」と書いた",
    "その行を消す。id を変えたいときはファイル名を変える。",
)

# --- folders and names ------------------------------------------------------------------------

MISSING_CONTENT: Final = _error(
    "missing-content",
    "content フォルダーがない",
    "「{name}」フォルダーがありません。",
    "正しいフォルダーで実行しているかを確かめてください。",
    "計画は content/plans/ の下に、計画ごとのフォルダーで置く。",
    "別のフォルダーで build.py を実行した",
    "build.py のあるフォルダーで実行するか、content/plans/ を作る。",
)
NO_PLAN: Final = _error(
    "no-plan",
    "計画が1つもない",
    "計画のフォルダーが1つもありません。",
    "content/plans/ に計画のフォルダーを作り、plan.yaml を置いてください。",
    "計画がないまま公開すると、サイトの中身がすべて消えてしまう。",
    "空の content/plans/",
    "計画のフォルダーを作る。消してしまったときは前の版に戻す。",
)
MISSING_PLAN_FILE: Final = _error(
    "missing-plan-file",
    "plan.yaml がない",
    "計画「{plan}」のフォルダーに plan.yaml がありません。",
    "計画の題名・団体・期間を書いた plan.yaml を置いてください。",
    "誰がいつ定めた計画かが分からないと、ページを作れない。",
    "roles.yaml だけがある計画のフォルダー",
    "plan.yaml を作る。書き方は項目の一覧にある。",
)
PLAN_FOLDER_NAME: Final = _error(
    "plan-folder-name",
    "計画のフォルダーの名前が使えない",
    "フォルダー名「{name}」は計画の id として使えません。",
    "半角の英小文字・数字と、その間のハイフンだけの名前（64文字まで）にしてください{meant}。",
    "フォルダー名は計画の id で、ページのアドレスになる。",
    "「枚方市」や「Hirakata_2024」",
    "「hirakata」のように、英小文字・数字・ハイフンだけの名前にする。",
)
MISSPELT_FILE_NAME: Final = _error(
    "misspelt-file-name",
    "ファイル名の間違い",
    "「{name}」という名前は使いません。もしかして: {meant}",
    "名前を「{meant}」に変えてください。",
    "名前が違うファイルは読まれず、書いた内容がページに出ない。",
    "「role.yaml」「roles.yml」「Roles.yaml」（正しくは roles.yaml）",
    "正しい名前に変える。",
)
UNKNOWN_FILE: Final = _warning(
    "unknown-file",
    "使われないファイル",
    "「{name}」は使われません。",
    "{way}",
    "決まった名前でないファイルは読まれず、ページにも出ない。",
    "計画のフォルダーに置いた「メモ.txt」や「roles - コピー.yaml」",
    "content/ の外に移すか、決まった名前に変える。",
)
CLASHING_NAMES: Final = _error(
    "clashing-names",
    "区別のつかない名前",
    "「{name}」と「{other}」は、端末によっては同じ名前になります。",
    "どちらかを別の名前に変えてください。",
    "WindowsやmacOSは大文字と小文字や、濁点の表し方の違いを区別しないため、片方が消えてしまう。",
    "「Hiring.md」と「hiring.md」",
    "どちらかの名前を変えるか、片方にまとめる。",
)
