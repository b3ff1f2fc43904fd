"""Rules about the content as a whole: the errors of `jinzai.check`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from jinzai.findings.finding import Rule, Severity
from jinzai.model.kinds import KIND_NAMES, LANE


def _unknown(kind: str) -> Rule:
    name = KIND_NAMES[kind]
    return Rule(
        f"unknown-{kind}",
        Severity.ERROR,
        f"存在しない{name}を指している",
        f"{name}「{{id}}」は見つかりません。",
        "{suggestion}id のつづりを確かめるか、{where} に加えてください。"
        "消したのなら、この行も消します。{usable}",
        "リンク先のないページを作らないため、指す先がすべてあることを確かめている。",
        f"id のつづりを間違えた、または消した{name}を指したままにした",
        f"正しい id に直す。必要なら{name}を書き加える。",
    )


UNKNOWN: Final[Mapping[str, Rule]] = MappingProxyType(
    {kind: _unknown(kind) for kind in KIND_NAMES if kind != LANE.id}
)
"""The rule for a reference to nothing, by the kind of entity that the reference names."""

WRONG_KIND: Final = Rule(
    "wrong-kind",
    Severity.ERROR,
    "別の種類のものを指している",
    "{wanted}「{id}」は見つかりません。同じ id の{found}はあります。",
    "{suggestion}{wanted}の id に直してください。"
    "{wanted}を消したか id を変えたのなら、ここも合わせて直してください。",
    "同じ名前の研修とスキルのように、種類の違う id を取り違えやすい。",
    "skill の欄に研修の id を書いた",
    "正しい種類の id に直す。",
)
WRONG_FRAMEWORK: Final = Rule(
    "wrong-framework",
    Severity.ERROR,
    "種類の違う枠組みを指している",
    "「{id}」は{found}の枠組みの項目です。ここには{wanted}の枠組みの項目を書きます。",
    "役割には役割の枠組み、スキルにはスキルの枠組み、レベルにはレベルの枠組みの項目を"
    "書いてください。",
    "役割・スキル・レベルは、それぞれ別の枠組みで比べる。",
    "役割の classes に skill-areas/bpr と書いた",
    "役割は role-classes、スキルは skill-areas の項目に直す。",
)
LEVEL_WITHOUT_ROLE: Final = Rule(
    "level-without-role",
    Severity.ERROR,
    "役割のないレベル",
    "レベル「{id}」がどの役割のものか分かりません。",
    "同じ組に role を書いてください。",
    "レベルは役割ごとに決まっている。",
    "level だけを書いた目標",
    "role の行を加える。",
)
DUPLICATE_ID: Final = Rule(
    "duplicate-id",
    Severity.ERROR,
    "同じidが2つある",
    "{kind}の id「{id}」は、すでに使われています。",
    "どちらかの id を変えてください。公開済みのほうは変えないでください。",
    "id はページのアドレスになるため、同じ種類の中で1つしか使えない。",
    "行をコピーして id を変え忘れた",
    "新しいほうの id を変える。",
)
ID_IS_NOT_NAME: Final = Rule(
    "id-differs-from-name",
    Severity.ERROR,
    "idとファイルの名前が違う",
    "id「{id}」が、{what}の名前「{name}」と違います。",
    "id を「{name}」にするか、{what}の名前を「{id}」にしてください。",
    "計画はフォルダーの名前、枠組みはファイルの名前で指される。",
    "フォルダー hirakata の plan.yaml に「id: hirakata-city」と書いた",
    "どちらかにそろえる。",
)
CYCLE: Final = Rule(
    "cycle",
    Severity.ERROR,
    "たどると元に戻る",
    "{found}",
    "{way}",
    "「AはBに加える」「BはAに加える」のように循環していると、順序や中身が決まらない。",
    "役割Aの extends が B、役割Bの extends が A",
    "循環を断つ。",
)
MARK_NOT_IN_LEGEND: Final = Rule(
    "mark-not-in-legend",
    Severity.ERROR,
    "凡例にない記号",
    "記号「{mark}」は凡例にありません。",
    "凡例にある記号: {legend}。別の記号なら legend に加えてください。",
    "凡例にない記号は、何を求めているのか読み取れない。",
    "凡例が●と★なのに◎と書いた",
    "凡例にある記号に直すか、凡例に加える。",
)
DUPLICATE_MARK: Final = Rule(
    "duplicate-mark",
    Severity.ERROR,
    "凡例の記号が重なっている",
    "記号「{mark}」が凡例に2回あります（「{first}」と「{second}」）。",
    "同じ意味なら、この組を消してください。"
    "「{second}」が別の意味なら、別の記号（△ など）にし、rows の記号も合わせて直してください。",
    "1つの記号に2つの意味があると、表を読めない。",
    "凡例に●を2行書いた",
    "1つにまとめるか、片方を別の記号にする。",
)
REPEATED_ROW: Final = Rule(
    "repeated-row",
    Severity.ERROR,
    "同じスキルの行が2つある",
    "スキル「{id}」の行が、同じ表に2つあります。",
    "1行にまとめるか、別のスキルなら skills.yaml で分けてください。",
    "同じマスに2つの記号があると、どちらが正しいか分からない。",
    "行をコピーして skill を変え忘れた",
    "1行にまとめる。",
)
REPEATED_ITEM: Final = Rule(
    "repeated-item",
    Severity.ERROR,
    "同じものが2回書かれている",
    "{called}「{said}」が、この一覧に2回書かれています。",
    "1つにまとめるか、違うものに直してください。",
    "2つの値が食い違うと、どちらが正しいか分からない。同じなら、二重に数えることになる。",
    "目標の values に 2026年度の値を2つ書いた",
    "どちらかを消すか、正しいものに直す。",
)
MISSING_FILE: Final = Rule(
    "missing-file",
    Severity.ERROR,
    "参照の先のファイルがない",
    "{file} がないため、{kind}「{id}」など{count}か所の参照の先がありません。",
    "{file} を消したり名前を変えたりしていないか確かめてください。"
    "計画が{kind}を定めないなら、参照のほうを消してください。",
    "ファイルがなくなると、その中のものを指すところがすべて行き先を失う。",
    "roles.yaml を別の名前に変えた",
    "ファイルを元の名前に戻す。",
)
MISSING_FRAMEWORK: Final = Rule(
    "missing-framework",
    Severity.ERROR,
    "指している共通枠組みのファイルがない",
    "共通枠組みのファイル {file} がありません。ここなど{count}か所が、その項目を指しています。",
    "id のつづりを確かめてください。正しいなら、{file} を消したり名前を変えたりしていないか確かめ、"
    "content/frameworks/ に戻してください。",
    "共通枠組みがなくなると、どの計画も、ほかの計画と比べる表に出てこない。",
    "content/frameworks/role-classes.yaml を別の名前に変えた",
    "ファイルを元の名前に戻す。枠組みを本当にやめるなら、計画の classes や areas から消す。",
)
OUT_OF_PERIOD: Final = Rule(
    "out-of-period",
    Severity.ERROR,
    "計画の期間の外の年度",
    "{year}年度は、計画の期間（{period}）に入っていません。",
    "年度か、plan.yaml の period を確かめてください。",
    "期間の外の年度は、多くの場合は打ち間違い。",
    "期間が2025〜2027年度の計画に、2052年度の目標を書いた",
    "年度を直す。期間のほうが違うなら plan.yaml を直す。",
)
MONTHS_REVERSED: Final = Rule(
    "months-reversed",
    Severity.ERROR,
    "月の順序が逆",
    "{start}月から{end}月までは、年度（4月〜3月）の中で逆順です。",
    "始まりと終わりを確かめてください。年度をまたぐ予定は2つに分けます。",
    "予定は4月から3月までの1年度の中に描かれる。",
    "「start: 2」「end: 5」",
    "月を直すか、年度ごとに分ける。",
)
RANGE_REVERSED: Final = Rule(
    "range-reversed",
    Severity.ERROR,
    "範囲の上下が逆",
    "下限（{least}）が上限（{most}）より大きくなっています。",
    "min と max を確かめてください。",
    "上下が逆の範囲には数が1つも入らない。",
    "「{min: 3, max: 1}」",
    "min と max を入れ替える。",
)
COURSE_NOT_FOR_ROLE: Final = Rule(
    "course-not-for-role",
    Severity.WARNING,
    "研修の対象でない役割に組まれている",
    "研修「{course}」の対象に、「{role}」が入っていません。",
    "計画を見て、「{role}」も受ける研修なら、courses.yaml（{line}行目）の audience に"
    "加えてください。受けない研修なら、研修コースのこの行を消してください。"
    "計画の表どうしが違うなら、plan.yaml の suppress に理由を書きます。",
    "研修の対象と研修コースに違いがあると、受けられない研修を案内することになる。",
    "管理職向けの研修を、全職員の研修コースに入れた",
    "どちらかを計画に合わせて直す。計画の表どうしが違うなら、理由を書いて確認済みにする。",
)
STAGE_FOR_OTHER_ROLE: Final = Rule(
    "stage-for-other-role",
    Severity.ERROR,
    "段階を受ける役割が、研修コースの役割の内訳でない",
    "役割「{role}」は、研修コースの役割「{whole}」の内訳の役割ではありません。",
    "内訳の役割を only_role に書くか、その役割の研修コースを別に作ってください。",
    "only_role の役割の時間には段階の時間を加えるため、役割を取り違えると合計が違ってしまう。",
    "リーダーの研修コースの段階に、一般職員を only_role として書いた",
    "only_role の id を確かめる。内訳の役割なら、その役割に part_of を書く。",
)
STAGE_ROLE_WITHOUT_ONLY: Final = Rule(
    "stage-role-without-only",
    Severity.ERROR,
    "only のない段階に only_role がある",
    "only_role が書かれていますが、一部の人だけの段階とする only がありません。",
    "計画での呼び方を only に書いてください。全員が受ける段階なら、only_role を消してください。",
    "only のない段階は全員が受けるものとして合計するため、only_role と食い違う。",
    "段階に only_role だけを書いた",
    "「only: システム運用の担当」のように、計画の言葉で書く。",
)
ALL_STAFF_AT_LEVEL: Final = Rule(
    "all-staff-at-level",
    Severity.ERROR,
    "全職員に向けた研修コースにレベルがある",
    "全職員に向けた研修コースなのに、1つのレベル（level）だけのものになっています。",
    "level を消すか、audience を消してください。",
    "1つのレベルの人だけの研修を、全職員に向けたものとしてほかの役割にも示すことになる。",
    "audience: all-staff と level: step-1 を、1つの研修コースに書いた",
    "計画が全職員に向けた研修と書いている部分を、別の研修コースに分ける。",
)
CHOICE_OF_ONE: Final = Rule(
    "choice-of-one",
    Severity.ERROR,
    "選択肢が1つしかない「いずれか」",
    "「いずれか」に選択肢が{count}個しかありません。",
    "選択肢を2つ以上にするか、any_of をやめて普通の研修として書いてください。",
    "選べない選択は、書き忘れのことが多い。",
    "any_of に選択肢を1つだけ書いた",
    "選択肢を加えるか、「course: …」と書く。",
)
OPTION_WITHOUT_COURSE: Final = Rule(
    "option-without-course",
    Severity.ERROR,
    "研修のない選択肢",
    "「いずれか」の選択肢に、研修が1つもありません。",
    "この選択肢の courses に研修を書くか、選択肢ごと消してください。",
    "研修のない選択肢は書き忘れのことが多く、何を選べるのか分からない。",
    "「courses: []」と書いた選択肢",
    "研修を書くか、選択肢を消す。",
)
BAD_LINK: Final = Rule(
    "bad-link",
    Severity.ERROR,
    "使えないリンク",
    "文章の中の{said}",
    "{suggestion}リンク先は「種類:id」（例: {example}）か、"
    "https:// で始まるアドレスにしてください。",
    "サイトの中のページは id で指す。そうすれば、指す先があることを確かめられる。",
    "「[研修](courses/bpr.html)」",
    "「[研修](course:bpr)」のように書く。",
)
IMAGE: Final = Rule(
    "image-in-text",
    Severity.ERROR,
    "文章の中の画像",
    "文章に画像は入れられません（{target}）。",
    "図の中身を文章や表で書いてください。",
    "画像の中の文字は検索も読み上げもできず、外部の画像は庁内の端末で表示されない。",
    "「![図](figure.png)」",
    "図の中身を文章や表にする。",
)
PLACEHOLDER_LEFT: Final = Rule(
    "placeholder-left",
    Severity.ERROR,
    "策定済みの計画に空欄が残っている",
    "策定済みの計画に、空欄「{label}」が残っています。",
    "空欄を埋めるか、まだ案なら plan.yaml の status を draft にしてください。",
    "ひな形の○を埋め忘れたまま公表しないため。",
    "ひな形をコピーして作った計画に「○名程度」が残った",
    "実際の値に置き換え、plan.yaml の placeholders から消す。",
)
BLANK_AS_TEXT: Final = Rule(
    "blank-as-text",
    Severity.ERROR,
    "○がそのまま書かれている",
    "ひな形の空欄「{text}」が、そのまま書かれています。",
    "{way}",
    "空欄を種類のある空欄として書けば、埋め忘れを見つけられる。",
    "「令和○年度に策定した」「value: ○」",
    "placeholders に加えて、文章からはリンクで、数の欄からは {placeholder: id} で指す。",
)
UNKNOWN_SUPPRESSION: Final = Rule(
    "unknown-suppression",
    Severity.ERROR,
    "確認済みの警告の書き間違い",
    "「{code}」という警告はありません。",
    "{suggestion}確認済みにできるのは警告だけです。エラーは直してください。",
    "書き間違えた suppress は、何も確認済みにしないまま残る。",
    "「code: skill-not-tought」",
    "check が表示する警告のコードをそのまま書く。",
)
