"""load-formats.csv: the formats in which the training of each role is given."""

from collections.abc import Iterator
from typing import Annotated, Final, NamedTuple

from jinzai.export.cells import FORMATS
from jinzai.export.table import Subject, Table, TableColumn, Value, columns_of
from jinzai.export.trainings import NO_TRAINING, TrainingHead, trainings
from jinzai.model.course import Format

_NO_FORMAT: Final = (
    "受け方が1つも示されていない研修をまとめた行か、研修コースの記載がない役割の行である。"
)


class LoadFormatCells(NamedTuple):
    """The number of courses that one member of a role can take in a format."""

    format_id: Annotated[
        str | None,
        TableColumn(
            "形式のid",
            "研修の形式を指す半角の文字。どの計画でも同じ。",
            blank=_NO_FORMAT,
            values=tuple(
                (
                    form.value,
                    "計画が形式を述べていない" if form is Format.UNDEFINED else FORMATS[form],
                )
                for form in Format
            ),
        ),
    ]
    format: Annotated[str | None, TableColumn("形式", "研修の形式の名前。", blank=_NO_FORMAT)]
    courses: Annotated[
        int | None,
        TableColumn(
            "研修の数",
            "受けることのある研修のうち、その形式のあるものの件数。どれかを選ぶものは、すべて数える。"
            "形式が2つ以上ある研修は、形式を選んで受けるときも、組で受けるときも、"
            "それぞれの形式に1件と数える。",
            blank=NO_TRAINING,
        ),
    ]


def _rows(subject: Subject) -> Iterator[tuple[Value, ...]]:
    for head, track, extra in trainings(subject):
        taken = track if extra is None else extra
        if taken is None:
            yield (*head, *LoadFormatCells(None, None, None))
            continue
        for form, courses in taken.formats.items():
            yield (*head, *LoadFormatCells(form.value, FORMATS[form], courses))
        if taken.formless:
            yield (*head, *LoadFormatCells(None, None, taken.formless))


LOAD_FORMATS = Table(
    name="load-formats",
    title="研修の形式",
    description="load.csv の行を、研修の形式ごとに分けたもの。"
    "その形式の研修が1件もないときは、行がない。"
    "受け方が1つも示されていない研修は、形式が空欄の1行にまとめる。"
    "研修コースの記載がない役割は、形式も数も空欄の1行。"
    "形式が2つ以上ある研修はそれぞれの行に数えるので、"
    "数の合計は load.csv の courses より多いことがある。",
    columns=columns_of(TrainingHead, LoadFormatCells),
    rows=_rows,
)
