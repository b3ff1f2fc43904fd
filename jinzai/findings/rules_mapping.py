"""Rules about the mappings of plans to the common frameworks, and about the frameworks' use."""

from typing import Final

from jinzai.findings.finding import Rule, Severity

CONTRADICTING_RELATIONS: Final = Rule(
    "contradicting-relations",
    Severity.WARNING,
    "矛盾する対応付け",
    "{kind}「{name}」は枠組みの{exact}と「同じ」とされていますが、"
    "{other}にも「{relation}」で対応付けられています。",
    "{exact}と過不足なく同じなら、{other}への対応付けを消してください。"
    "迷ったら、exact（同じ）を close（ほぼ同じ）に直してください。",
    "exact は、過不足なく同じという意味である。"
    "同じ枠組みの別の項目と同じだったり、その一部だったり、それを含んだりすることは、"
    "同時には成り立たない。",
    "classes に、role-classes/dx-leader を exact、role-classes/general-staff を broad と書いた",
    "本当に同じなら、もう一方の対応を消す。そうでなければ、exact を close・broad・narrow に直す。",
)
EXACT_TWICE: Final = Rule(
    "exact-twice",
    Severity.WARNING,
    "1つの項目と「同じ」ものが2つある",
    "{kind}「{name}」と「{other}」が、どちらも枠組みの{entry}と「同じ」とされています。",
    "計画が2つを分けているのなら、どちらかの exact（同じ）を、close（ほぼ同じ）か、"
    "broad（項目の一部）か、narrow（項目より広い）に直してください。",
    "同じ項目と過不足なく同じなら、2つは同じものということになる。"
    "計画が分けているのなら、どちらかは同じではない。",
    "2つの役割の classes に、どちらも role-classes/dx-leader を exact と書いた",
    "違いの分かる関係（close・broad・narrow）に直す。",
)
MAPPED_AND_NEAR: Final = Rule(
    "mapped-and-near",
    Severity.WARNING,
    "対応付けた区分が、近いが対応付けない区分にもある",
    "役割「{name}」は、区分{entry}に classes で対応付けられていますが、near_classes にもあります。",
    "対応付けるなら near_classes から、対応付けないなら classes から消してください。",
    "対応するのかしないのかが分からない。比べるページには、対応するものとして載る。",
    "near_classes に書いた区分を、後から classes にも書いた",
    "どちらかを消す。",
)
SCALE_REVERSED: Final = Rule(
    "scale-reversed",
    Severity.WARNING,
    "レベルの順が、共通のレベルと逆",
    "レベル「{name}」は、低いほうのレベル「{lower}」（{lower_entry}に対応）より下の"
    "{entry}に対応付けられています。",
    "levels の並び（低いほうから順に書く）か、scale の entry を確かめてください。",
    "順が逆のままでは、ほかの計画のレベルと並べたときに、高さを読み違える。",
    "レベル1の scale が level-scale/lead、レベル2の scale が level-scale/practice",
    "levels の並びか、対応付ける段階を直す。",
)
SIGN_IN_LEGEND: Final = Rule(
    "sign-in-legend",
    Severity.WARNING,
    "凡例の記号が、比べる表の記号と同じ",
    "凡例の記号「{mark}」は、比べる表で「{word}」を表す記号と同じです。",
    "計画の記号は変えられないため、このままにするなら確認済みにし、"
    "サイトの記号を変えるよう管理者に知らせてください。",
    "比べる表は「表」「文」「研」の記号で、計画のどこにあることかを示す。"
    "計画の凡例に同じ記号があると、どちらの意味か分からない。",
    "matrix.yaml の凡例に、「研」という記号がある",
    "管理者が、比べる表の記号のほうを変える。",
)
ENTRY_NOT_USED: Final = Rule(
    "entry-not-used",
    Severity.NOTE,
    "どの計画も使っていない枠組みの項目",
    "{kind}「{name}」には、どの計画も対応付けられていません。",
    "対応する役割・スキル・レベルがあるのに書き忘れていないか確かめてください。"
    "これから使うものや、国などの指針にあるものなら、そのままで構いません。",
    "比べる表に、どの計画も対応付けられていない行ができる。対応付けの書き忘れのこともある。",
    "frameworks に加えた項目を、どの計画の classes・areas・scale にも書いていない",
    "対応するものに対応付ける。要らない項目なら消す。",
)
MAPPING_WITHOUT_REASON: Final = Rule(
    "mapping-without-reason",
    Severity.NOTE,
    "対応付けに理由がない",
    "{kind}「{name}」を {entries} に対応付けた理由が書かれていません。",
    "note に、決め手にした計画の言葉を「」で引いて、1文で書いてください。"
    "書き方は「対応付けの基準」のページにあります。",
    "理由がないと、読む人は、なぜその項目に対応付けたのかを確かめられない。"
    "後から別の人が直すときも、同じ基準で判断したかどうかが分からない。",
    "areas に {entry: skill-areas/bpr, relation: close} とだけ書いた",
    "それぞれの対応付けに note を書く。言葉が見つからないときは、対応付けてよいかを考え直す。",
)
