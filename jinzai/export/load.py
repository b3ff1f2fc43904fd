"""load.csv: the amount of training of each role, by group of departments and by table."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Final, NamedTuple

from jinzai.compare.learning import Track
from jinzai.export import shared_columns as shared
from jinzai.export.table import Subject, Table, TableColumn, Value, columns_of
from jinzai.export.trainings import NO_TRAINING, TrainingHead, trainings
from jinzai.link.learning import Load, Span

_NO_HOURS: Final = "時間数としては1つも書かれていない。0時間という意味ではない。"
_NO_DAYS: Final = "日数としては1つも書かれていない。0日という意味ではない。"


class LoadCells(NamedTuple):
    """The amount of training of one member of a role, as one table states it."""

    courses: Annotated[
        int | None,
        TableColumn(
            "研修の数",
            "受けることのある研修の件数。どれかを選ぶものは、すべて数える。",
            blank=NO_TRAINING,
        ),
    ]
    courses_unknown: Annotated[
        int | None,
        TableColumn(
            "時間の記載がない研修の数",
            "受けることになる研修のうち、時間も日数も示されていないものの件数。"
            "hours と days の列に含まれていない。選び方によるときは、最も多い場合の件数。"
            "いくつかの研修コースにある研修は、そのたびに数える（courses より多いことがある）。",
            blank=NO_TRAINING,
        ),
    ]
    courses_exempt: Annotated[
        int | None,
        TableColumn(
            "時間の当てはまらない研修の数",
            "計画が、時間と日数は当てはまらないとしている研修の件数。",
            blank=NO_TRAINING,
        ),
    ]
    hours_min: Annotated[
        Decimal | None,
        TableColumn("最短の時間数", "時間。選び方や幅によって最も短い場合。", blank=_NO_HOURS),
    ]
    hours_max: Annotated[
        Decimal | None,
        TableColumn("最長の時間数", "時間。選び方や幅によって最も長い場合。", blank=_NO_HOURS),
    ]
    days_min: Annotated[
        Decimal | None,
        TableColumn(
            "最少の日数",
            "日。計画が日数で示しているものだけで、時間には換算しない。"
            "選び方によって最も少ない場合で、日数のある研修を選ばずに済むなら0。",
            blank=_NO_DAYS,
        ),
    ]
    days_max: Annotated[
        Decimal | None,
        TableColumn("最多の日数", "日。選び方や幅によって最も多い場合。", blank=_NO_DAYS),
    ]
    gates: Annotated[
        int | None,
        TableColumn(
            "受講条件の数",
            "受講条件（ほかの研修コースや段階の修了）が書かれている箇所の数。",
            blank="研修の記載がないか、一部の人だけが受ける研修の行である。",
        ),
    ]
    basis: Annotated[
        str | None,
        TableColumn(
            "根拠",
            "合計した時間や日数の中に、編集者が読み取ったものがあれば inferred。",
            blank="合計する時間も日数もない。",
            values=shared.BASES,
        ),
    ]
    gates_basis: Annotated[
        str | None,
        TableColumn(
            "受講条件の根拠",
            "gates の中に、編集者が読み取ったものがあれば inferred。",
            blank="gates が 0 か空欄である。",
            values=shared.BASES,
        ),
    ]


def _rows(subject: Subject) -> Iterator[tuple[Value, ...]]:
    for head, track, extra in trainings(subject):
        taken = track if extra is None else extra
        load = None if taken is None else taken.load
        hours, days = _published(load)
        cells = LoadCells(
            courses=None if taken is None else taken.courses,
            courses_unknown=None if load is None else load.unknown,
            courses_exempt=None if load is None else load.exempt,
            hours_min=None if hours is None else hours.least,
            hours_max=None if hours is None else hours.most,
            days_min=None if days is None else days.least,
            days_max=None if days is None else days.most,
            gates=None if track is None or extra is not None else track.gates,
            basis=_basis(load),
            gates_basis=None if extra is not None else _gates_basis(track),
        )
        yield (*head, *cells)


def _published(load: Load | None) -> tuple[Span | None, Span | None]:
    """Hours and days. Each is None if it is not published.

    If everything published is 0, the hours are 0 and the days None.
    """
    if load is None or not load.given:
        return None, None
    days = load.days if load.days.most else None
    hours = load.hours if load.hours.most or days is None else None
    return hours, days


def _basis(load: Load | None) -> str | None:
    if load is None or not load.given:
        return None
    return "inferred" if load.inferred else "stated"


def _gates_basis(track: Track | None) -> str | None:
    if track is None or not track.gates:
        return None
    return "inferred" if track.gates_inferred else "stated"


LOAD = Table(
    name="load",
    title="研修の量",
    description="役割と、部局と、表の組ごとに1行。研修コースの時間を足し合わせたもので、"
    "どれかを選ぶときや幅のあるときは、最短と最長を示す。"
    "一部の人だけが受ける研修は、only のある行に分ける。"
    "研修コースの記載がない役割は、数がすべて空欄の1行。"
    "上位の役割や内訳の役割に定められた研修は、その役割の行にだけある。"
    "研修の形式の内訳は load-formats.csv にある。",
    columns=columns_of(TrainingHead, LoadCells),
    rows=_rows,
)
