"""The columns that several tables share. Each is explained once.

Every name here is the type of a row's field. A cell means the same in every table.
"""

from typing import Annotated, Final

from jinzai.export.cells import FORMATS, NOT_APPLICABLE, UNDEFINED
from jinzai.export.table import TableColumn, Value

BASES: Final = (
    ("stated", "計画に書かれている"),
    ("inferred", "編集者が読み取った、または推定した"),
)

PlanId = Annotated[
    str, TableColumn("計画のid", "計画を指す半角の文字。その計画のページのアドレスの先頭と同じ。")
]
MunicipalityCode = Annotated[
    str | None,
    TableColumn(
        "全国地方公共団体コード",
        "検査数字を含む6桁。先頭の0も書かれているが、Excelでそのまま開くと数として表示され、"
        "先頭の0が見えなくなる。",
        blank="策定団体にコードがない。",
    ),
]
Municipality = Annotated[str, TableColumn("団体名", "計画を定めた、または公表した団体の名前。")]

RoleId = Annotated[str, TableColumn("役割のid", "役割を指す半角の文字。計画の中で1つに決まる。")]
RoleName = Annotated[str, TableColumn("役割", "計画での役割（人材像・人材区分）の呼び方。")]
LevelId = Annotated[
    str | None,
    TableColumn(
        "レベルのid",
        "レベルを指す半角の文字。役割の中で1つに決まる。",
        blank="役割の全体について述べた行である。",
    ),
]
LevelName = Annotated[
    str | None,
    TableColumn("レベル", "計画でのレベルの呼び方。", blank="役割の全体について述べた行である。"),
]

SkillId = Annotated[
    str, TableColumn("スキルのid", "スキルを指す半角の文字。計画の中で1つに決まる。")
]
SkillName = Annotated[
    str,
    TableColumn(
        "スキル",
        "計画でのスキルの呼び方。同じ呼び方のスキルが2つあるときは、区別の言葉を括弧で添える。",
    ),
]
CategoryName = Annotated[
    str | None,
    TableColumn(
        "分類",
        "計画でのスキルの分類。分類の中に小さい分類があるときは、上位の分類から順に「／」でつなぐ。",
        blank="計画が分類していない。",
    ),
]

DepartmentId = Annotated[
    str | None,
    TableColumn(
        "部局のid",
        "計画が部局を分けているときの、部局を指す半角の文字。",
        blank="部局を分けていない。",
    ),
]
DepartmentName = Annotated[
    str | None, TableColumn("部局", "部局の呼び名。", blank="部局を分けていない。")
]
TableId = Annotated[
    str | None,
    TableColumn(
        "表のid",
        "同じ人の研修を計画の2つ以上の表が示しているときの、表を指す半角の文字。"
        "表の違う行は、同じ研修を別の表が述べたもので、足し合わせない。",
        blank="表を区別する必要がない。",
    ),
]
TableName = Annotated[str | None, TableColumn("表", "表の名前。", blank="表を区別する必要がない。")]
Only = Annotated[
    str | None,
    TableColumn(
        "対象",
        "一部の人だけが受ける研修の行のとき、その人。同じ役割・部局・表の行に加えて受ける。",
        blank="その役割の人すべてが受ける研修の行である。",
    ),
]

CourseId = Annotated[str, TableColumn("研修のid", "研修を指す半角の文字。計画の中で1つに決まる。")]
CourseName = Annotated[str, TableColumn("研修", "計画での研修の呼び方。")]
FormatName = Annotated[
    str | None,
    TableColumn(
        "形式",
        "研修の形式。組で受けるものは1つずつ行を分け、「ワークショップ（動画とあわせて）」のように"
        "相手の形式を添える。",
        blank="計画が形式も時間も示していない。",
        values=tuple(
            (label, "計画が形式を述べていない" if label == UNDEFINED else "")
            for label in FORMATS.values()
        ),
    ),
]
Hours = Annotated[
    Value,
    TableColumn(
        "時間数",
        "時間。幅のあるものは「1〜2」のように書く。"
        f"計画に書かれていないと確かめたものは「{UNDEFINED}」、当てはまらないものは「{NOT_APPLICABLE}」、"
        "ひな形の空欄は、ひな形での書かれ方（○時間 など）。",
        blank="時間数としては書かれていない。0時間という意味ではない。",
    ),
]
Days = Annotated[
    Value,
    TableColumn(
        "日数",
        "日。計画が日数で示しているときだけ入れ、時間には換算しない。書き方は hours と同じ。",
        blank="日数としては書かれていない。0日という意味ではない。",
    ),
]

BasisCode = Annotated[str, TableColumn("根拠", "計画に書かれたことかどうか。", values=BASES)]

FrameworkId = Annotated[
    str | None,
    TableColumn(
        "枠組みのid",
        "共通の枠組みを指す半角の文字。",
        blank="共通の枠組みのどの項目にも対応付けていない行である。",
    ),
]
FrameworkName = Annotated[
    str | None,
    TableColumn(
        "枠組み",
        "共通の枠組みの名称。",
        blank="共通の枠組みのどの項目にも対応付けていない行である。",
    ),
]
