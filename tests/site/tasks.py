"""Twenty questions that employees have, each with its way through the site and its answer.

The answers are from the published plans. Each question has a change of one fact in content/, and
the answer that the site must then give.
"""

from typing import Final, NamedTuple

LEADER: Final = ("DX推進リーダー",)
PRACTITIONER: Final = ("実行する職員",)
MANAGER: Final = ("DXマネージャー",)
SYSTEMS: Final = ("全庁情報システム担当",)
STRIP: Final = ".jz-answers"
MAIN: Final = "#jz-main"


class Change(NamedTuple):
    """A fact changed: `old` stands once in `file`, a path below content/plans/."""

    file: str
    old: str
    new: str


class Task(NamedTuple):
    """A question.

    Attributes:
        asked: the question, by somebody of the municipality.
        way: the names of the links to click, from the first page.
        place: a CSS selector of what is read there.
        answer: what stands there, as part of its text without spaces.
        change: a fact that is changed.
        changed: what stands there then.
    """

    asked: str
    way: tuple[str, ...]
    place: str
    answer: str
    change: Change
    changed: str


TASKS: Final = (
    Task(
        "枚方市: レベル1で身に付けるスキルは",
        LEADER,
        "#level-level-1 .jz-rung__head",
        "スキル8件",
        Change(
            "hirakata/matrix.yaml",
            "- skill: generative-ai\n        marks: {l3: ●, l2: ●, l1: ●}",
            "- skill: generative-ai\n        marks: {l3: ●, l2: ●}",
        ),
        "スキル7件",
    ),
    Task(
        "枚方市: レベル1で受ける研修は",
        LEADER,
        "#level-level-1 .jz-legs",
        "DX基礎",
        Change("hirakata/courses.yaml", "    name: DX基礎\n", "    name: DX入門\n"),
        "DX入門",
    ),
    Task(
        "枚方市: 研修はいつあるか",
        LEADER,
        MAIN,
        "計画に書かれていないこと研修の時間数"
        "図から読み取れないこと研修などの月（8ページ）3つのレベル",
        Change(
            "hirakata/schedule.yaml",
            "            course: bpr-applied\n            months: undefined",
            "            course: bpr-applied\n            months: {start: 7, end: 9}",
        ),
        "計画に書かれていないこと研修の時間数3つのレベル",
    ),
    Task(
        "枚方市: レベル2で新しく身に付けるスキルは",
        (*LEADER, "レベル1から進む"),
        STRIP,
        "スキル5件引き続き8件",
        Change(
            "hirakata/matrix.yaml",
            "- skill: bpr-basic\n        marks: {l3: ●, l2: ●}",
            "- skill: bpr-basic\n        marks: {l3: ●}",
        ),
        "スキル5件引き続き7件",
    ),
    Task(
        "枚方市: レベル2に進むのに受ける研修は",
        (*LEADER, "レベル1から進む"),
        STRIP,
        "研修4件時間数はどの研修にも書かれていないほかにレベルの分からない研修3件",
        Change(
            "hirakata/curricula.yaml",
            "- {course: bpr-basic, basis: inferred, note: BPR基礎は",
            "- course: dx-basic\n          - {course: bpr-basic, basis: inferred, note: BPR基礎は",
        ),
        "研修5件",
    ),
    Task(
        "枚方市: どのくらいの間指名されるか",
        LEADER,
        STRIP,
        "原則として毎年指名する者",
        Change("hirakata/roles.yaml", "が原則として毎年指名する者", "が2年ごとに指名する者"),
        "2年ごとに指名する者",
    ),
    Task(
        "枚方市: レベル3は令和9年度に何人か",
        LEADER,
        STRIP,
        "レベル3は30人",
        Change("hirakata/targets.yaml", "{year: 2027, value: 30}", "{year: 2027, value: 35}"),
        "レベル3は35人",
    ),
    Task(
        "豊中市: 実行する職員の研修は全部で何時間か",
        PRACTITIONER,
        STRIP,
        "24〜27時間または50時間",
        Change(
            "toyonaka/courses.yaml",
            "        hours: 50\n        table: off-jt",
            "        hours: 40\n        table: off-jt",
        ),
        "24〜27時間または40時間",
    ),
    Task(
        "豊中市: 生成AI基礎は何時間か",
        ("豊中市", "研修", "生成AI基礎"),
        MAIN,
        "動画2時間",
        Change(
            "toyonaka/courses.yaml",
            '[生成AI](entry:skill-areas/generative-ai)の基礎についての研修。"\n    deliveries:\n'
            "      - format: video\n        hours: 2",
            '[生成AI](entry:skill-areas/generative-ai)の基礎についての研修。"\n    deliveries:\n'
            "      - format: video\n        hours: 3",
        ),
        "動画3時間",
    ),
    Task(
        "豊中市: 応用研修の前に修了するのは",
        PRACTITIONER,
        STRIP,
        "先に全職員の研修を修了",
        Change("toyonaka/roles.yaml", "name: 全職員\n", "name: すべての職員\n"),
        "先にすべての職員の研修を修了",
    ),
    Task(
        "豊中市: 自己評価シートはいつ作るか",
        ("豊中市", "実務での育成（OJTなど）"),
        MAIN,
        "上の段階に進むときや、デジタル人材育成コミュニティに加わるときに、本人が作る",
        Change("toyonaka/practice.yaml", "上の段階に進むときや、", "毎年4月や、"),
        "毎年4月や、デジタル人材育成コミュニティに加わるときに、本人が作る",
    ),
    Task(
        "豊中市: 実行する職員は何年目の職員か",
        PRACTITIONER,
        STRIP,
        "2〜4年目",
        Change(
            "toyonaka/roles.yaml",
            "主担当者となる職員。On-JTの表では「2〜4年目」",
            "主担当者となる職員。On-JTの表では「3〜5年目」",
        ),
        "3〜5年目",
    ),
    Task(
        "豊中市: 全職員の研修は何時間か",
        ("豊中市", "研修コース"),
        MAIN,
        "22時間",
        Change(
            "toyonaka/courses.yaml",
            "びーぴーあーるきそ\n    deliveries:\n      - format: video\n        hours: 2",
            "びーぴーあーるきそ\n    deliveries:\n      - format: video\n        hours: 3",
        ),
        "23時間",
    ),
    Task(
        "大阪市: 課長の役割は",
        ("大阪市（DX方針）", "役割"),
        "tr:has(a:text-is('DXマネージャー'))",
        "課長級の職員",
        Change(
            "osaka-dx/roles.yaml", "    audience: 課長級の職員。", "    audience: 部長級の職員。"
        ),
        "部長級の職員",
    ),
    Task(
        "大阪市: 課長の研修は",
        MANAGER,
        STRIP,
        "研修4件",
        Change(
            "osaka-dx/curricula.yaml",
            "          - course: manabi-dx\n          - course: ict-general-knowledge\n"
            "    note: 目標の文字データは",
            "          - course: ict-general-knowledge\n    note: 目標の文字データは",
        ),
        "研修3件",
    ),
    Task(
        "大阪市: システムを所管する課長の研修は",
        ("システム所管課長",),
        MAIN,
        "システム所管課長研修",
        Change(
            "osaka-dx/courses.yaml",
            "name: システム所管課長研修",
            "name: システムを所管する人の研修",
        ),
        "システムを所管する人の研修",
    ),
    Task(
        "大阪市: 課長が部下に対してすることは",
        MANAGER,
        MAIN,
        "部下がDXに取り組むように、意識の変革と組織風土の改革に力を入れる",
        Change("osaka-dx/roles.yaml", "部下がDXに取り組むように、", "部下が学べるように、"),
        "部下が学べるように、意識の変革と組織風土の改革に力を入れる",
    ),
    Task(
        "東京都ひな形: 情報システム担当に加わるスキルは",
        SYSTEMS,
        STRIP,
        "この役割で9、一般行政職員から11",
        Change(
            "tokyo-template/matrix.yaml",
            "      - skill: system-management\n        marks: {systems: ●}\n",
            "",
        ),
        "この役割で8、一般行政職員から11",
    ),
    Task(
        "東京都ひな形: 情報システム担当のStep2は",
        SYSTEMS,
        "#level-step-2",
        "具体的に担えるスキルがある",
        Change(
            "tokyo-template/roles.yaml", "を、具体的に担えるスキルがある", "を、率いるスキルがある"
        ),
        "を、率いるスキルがある",
    ),
    Task(
        "東京都ひな形: 情報システム担当の数値目標で、うめる空欄は",
        SYSTEMS,
        f"{STRIP} .jz-blank",
        "常勤○名",
        Change("tokyo-template/plan.yaml", "label: 常勤○名", "label: 常勤で○人"),
        "常勤で○人",
    ),
)
