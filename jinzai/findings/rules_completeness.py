"""Rules about facts that a reader would miss: the warnings of `jinzai.check`."""

from typing import Final

from jinzai.findings.finding import Rule, Severity

SKILL_NOT_TAUGHT: Final = Rule(
    "skill-not-taught",
    Severity.WARNING,
    "求められているのに学べる研修がないスキル",
    "スキル「{name}」は求められていますが、学べる研修がありません。",
    "courses.yaml の研修の teaches か、curricula.yaml の研修コースの covers に加えてください。"
    "研修でなく実務で身に付けるなら、plan.yaml の suppress に理由を書きます。",
    "求めるだけで学ぶ機会のないスキルがないかを確かめる。",
    "スキルマップにあるスキルが、どの研修の teaches にも、どの研修コースの covers にもない",
    "研修の teaches に加える。計画が研修コースのスキルとして挙げるだけなら、covers に加える。"
    "計画に本当にないなら、理由を書いて確認済みにする。",
)
COURSE_TEACHES_NOTHING: Final = Rule(
    "course-teaches-nothing-required",
    Severity.WARNING,
    "求められているスキルと結び付いていない研修",
    "研修「{name}」で身に付くスキルは、どの役割にも求められていません。",
    "courses.yaml の teaches を確かめてください。求めるスキルなら、matrix.yaml の表に加えます。"
    "スキルと結び付かない研修なら、plan.yaml の suppress に理由を書きます。",
    "研修とスキルの結び付きが抜けていないかを確かめる。",
    "teaches のない研修",
    "teaches に、求められているスキルを書く。表に抜けているスキルなら、matrix.yaml に加える。",
)
BLANK_OR_SIGN: Final = Rule(
    "blank-or-sign",
    Severity.WARNING,
    "記号か空欄か分からない○",
    "「{text}」が、記号なのか、ひな形の空欄の埋め忘れなのか、分かりません。",
    "記号のことなら、「○」のようにかぎ括弧で囲んでください。埋め忘れなら、計画にある数や名前を書いてください。",
    "ひな形から書き写した文に、埋めるはずの空欄が残っていることがある。",
    "策定済みの計画の文に「表の○は必須」と書いた",
    "記号なら「表の「○」は必須」のように囲む。空欄の埋め忘れなら、計画の言葉を書く。",
)
BESIDE_PERIOD: Final = Rule(
    "beside-period",
    Severity.WARNING,
    "計画の期間に近い、期間の外の年度",
    "{year}年度は、計画の期間（{period}）の外です。",
    "打ち間違いなら直してください。期間の前の基準の値や、期間より先の目標として計画にあるなら、"
    "plan.yaml の suppress に理由を書きます。",
    "期間の外の値は、基準や長期の目標のこともあり、打ち間違いのこともある。",
    "期間が2025〜2027年度の計画に、2024年度の値を書いた",
    "打ち間違いなら直す。計画にそうあるなら、理由を書いて確認済みにする。",
)
HOURS_LONG: Final = Rule(
    "hours-long",
    Severity.WARNING,
    "1つの研修にしては長い時間",
    "研修「{name}」の時間数{hours}は、分を書いたのかもしれません。",
    "{way}計画に{hours}時間とあるなら、plan.yaml の suppress に理由を書きます。",
    "分や、何回もの合計を時間数の欄に書くと、時間の合計が何十倍にもなる。",
    "90分の動画に「hours: 90」と書いた",
    "90分なら「hours: 1.5」のように直す。計画に長い時間とあるなら、理由を書いて確認済みにする。",
)
ROLE_WITHOUT_COURSE: Final = Rule(
    "role-without-course",
    Severity.WARNING,
    "研修のない役割",
    "役割「{name}」には研修が1つもありません。",
    "curricula.yaml に研修コースを加えてください。"
    "計画に記載がないなら、plan.yaml の suppress に理由を書きます。",
    "役割を定めても育てる道筋がない、ということがないかを確かめる。",
    "roles.yaml にある役割が、どの研修コースの role にもない",
    "研修コースを加える。計画に本当にないなら、理由を書いて確認済みにする。",
)
COURSE_NOT_USED: Final = Rule(
    "course-not-used",
    Severity.WARNING,
    "どの研修コースにも入っていない研修",
    "研修「{name}」は、どの研修コースにも入っていません。",
    "curricula.yaml に加えてください。"
    "計画が対象を示していないなら、plan.yaml の suppress に理由を書きます。",
    "誰も受けることのない研修が残っていないかを確かめる。",
    "courses.yaml に加えたが、curricula.yaml に入れ忘れた",
    "研修コースに加える。",
)
HOURS_MISSING: Final = Rule(
    "hours-missing",
    Severity.WARNING,
    "時間が書かれていない研修",
    "研修「{name}」に、時間も日数も書かれていません。",
    "hours か days を書いてください。"
    "計画が示していないと確かめたなら hours: undefined と書きます。",
    "書き忘れなのか、計画が示していないのかを区別する。",
    "deliveries のない研修、hours も days もない受け方",
    "時間を書く。計画にないなら hours: undefined と書く。",
)
TARGET_FALLS: Final = Rule(
    "target-falls",
    Severity.WARNING,
    "年を追って減る目標",
    "目標「{name}」が、{before}から{after}へ減っています。",
    "数を確かめてください。計画どおりなら、plan.yaml の suppress に理由を書きます。",
    "増やしていく目標が途中で減るのは、打ち間違いのことが多い。",
    "2025年度が100人、2026年度が13人（130人の打ち間違い）",
    "数を直す。",
)
SHARE_OF_PEOPLE: Final = Rule(
    "share-of-people",
    Severity.WARNING,
    "割合でない目標に、割合の元がある",
    "目標「{name}」の単位（unit）は {unit} なので、割合の元（share_of）はページに出ません。",
    "割合の目標なら unit を percent に直し、そうでなければ share_of を消してください。",
    "割合の元は、単位が percent のときだけ「全職員の30%」のように示される。",
    "「unit: people」と「share_of: 全職員」",
    "unit を percent にするか、share_of を消す。",
)
SHARE_OVER_WHOLE: Final = Rule(
    "share-over-whole",
    Severity.WARNING,
    "100%を超える割合",
    "目標「{name}」の割合が{value}%で、100%を超えています。",
    "数と unit を確かめてください。計画どおりなら、plan.yaml の suppress に理由を書きます。",
    "人の割合は100%を超えない。人数や件数を割合の欄に書いたことが多い。",
    "「unit: percent」と「value: 120」",
    "数を直すか、unit を people にする。",
)
NO_SOURCE: Final = Rule(
    "no-source",
    Severity.WARNING,
    "出典がない",
    "{kind}「{name}」に出典（source）がありません。",
    "公表された文書のどこにあるかを、章・図表・ページで書いてください。",
    "読んだ人が、元の文書で確かめられるようにする。",
    "source のない役割",
    "source に章・図表・ページのうち分かるものを書く。",
)
SKILL_WITHOUT_AREA: Final = Rule(
    "skill-without-area",
    Severity.WARNING,
    "共通の領域に対応付けられていないスキル",
    "スキル「{name}」が、共通のスキル領域に対応付けられていません。",
    "areas に対応を書くか、対応する領域がないなら unmapped に理由を書いてください。",
    "対応付けがないと、ほかの計画と比べる表に出てこない。",
    "areas も unmapped もないスキル",
    "areas か unmapped を書く。",
    """\
areas:
  - {entry: skill-areas/data-analysis, relation: close, basis: inferred}
# または
unmapped: 窓口での話し方についてのスキルで、対応する領域がない。
""",
)
ROLE_WITHOUT_CLASS: Final = Rule(
    "role-without-class",
    Severity.WARNING,
    "共通の区分に対応付けられていない役割",
    "役割「{name}」が、共通の役割区分に対応付けられていません。",
    "classes に対応を書くか、対応する区分がないなら unmapped に理由を書いてください。",
    "対応付けがないと、ほかの計画と比べる表に出てこない。",
    "classes も unmapped もない役割",
    "classes か unmapped を書く。",
    """\
classes:
  - {entry: role-classes/dx-leader, relation: close, basis: inferred}
# または
unmapped: 委託先の人についての役割で、対応する区分がない。
""",
)
MAPPED_AND_UNMAPPED: Final = Rule(
    "mapped-and-unmapped",
    Severity.WARNING,
    "対応付けと、対応付けない理由の両方がある",
    "{kind}「{name}」に、対応付けと unmapped の両方が書かれています。",
    "どちらか一方だけにしてください。",
    "対応するのかしないのかが分からない。",
    "classes を書いた後に unmapped を消し忘れた",
    "どちらかを消す。",
)
SAME_PLAN_TITLE: Final = Rule(
    "same-plan-title",
    Severity.WARNING,
    "同じ題名の計画が2つある",
    "計画「{title}」は、フォルダー {other} の計画と、策定団体・題名・版・公表日が同じです。",
    "どちらかがコピーして作った計画なら、その title・short_title・issuer などを直してください。"
    "同じ計画の別の版なら、edition か published を書いてください。"
    "同じ計画を2回入れたのなら、どちらかのフォルダーを消してください。",
    "一覧や比較の表に同じ名前の計画が並ぶと、読む人はどちらの計画か見分けられない。",
    "hirakata のフォルダーをコピーして、plan.yaml の id だけを変えた",
    "題名と策定団体を新しい計画に合わせる。別の版なら、版か公表日を書く。",
)
UNUSED_DEFINITION: Final = Rule(
    "unused-definition",
    Severity.WARNING,
    "どこからも使われていない定義",
    "{kind}「{name}」は、どこからも使われていません。",
    "使うところに id を書くか、定義を消してください。",
    "使われない定義は、書き忘れか、消し忘れのことが多い。",
    "placeholders に加えた空欄を、どこからも指していない",
    "使うところに id を書くか、定義を消す。",
)
SYNONYM_WITHOUT_HIT: Final = Rule(
    "synonym-without-hit",
    Severity.WARNING,
    "何も見つからない言い換え",
    "言い換えの組「{words}」の語は、{where}ありません。",
    "計画にある語を組に加えるか、この組を消してください。",
    "どの語で探しても何も見つからず、書いた人の役に立たない。",
    "groups に、ワープロ と 文書作成 の組を書いたが、どの計画にもどちらの語もない",
    "計画で使われている語を確かめて加える。なければ組を消す。",
)
SUPPRESSION_COUNT: Final = Rule(
    "suppression-count",
    Severity.WARNING,
    "全体で確認済みにした警告の数が違う",
    "警告「{code}」は全体で確認済みにされ、いま{count}件ありますが、count は{said}。",
    "{way}を、関連に挙げた警告で確かめてから、「count: {count}」と書いてください。"
    "1つの項目だけなら、at に「種類:id」を書きます。",
    "全体で確認済みにすると、後で加わった間違いの警告まで隠れてしまう。",
    "「count: 12」と書いた後に、同じ警告が13件に増えた",
    "増えた分を確かめ、直すか、count をいまの数にする。",
)
UNUSED_SUPPRESSION: Final = Rule(
    "unused-suppression",
    Severity.WARNING,
    "もう要らない「確認済みの警告」",
    "確認済みとした警告「{code}」{at}は、{said}。",
    "{way}",
    "残しておくと、後で本当に起きた同じ警告を隠してしまう。",
    "直した後に suppress を消し忘れた",
    "suppress から消す。",
)
