"""Every table keeps the ministry's rules for machine-readable data, as far as they apply to CSV.

総務省「統計表における機械判読可能なデータ作成に関する表記方法」（令和2年12月18日）; each test names
the item of its check list. Item 1-8 (no pictures or shapes) cannot be broken in CSV.
"""

import csv
import io
import re
import unicodedata
from decimal import Decimal
from typing import get_args, get_type_hints

import pytest

from jinzai.export.coverage import CoverageRow
from jinzai.export.crosswalk import CrosswalkRow
from jinzai.export.downloads import joined_download, plan_downloads
from jinzai.export.evidence import EvidenceRow
from jinzai.export.load import LoadCells
from jinzai.export.load_formats import LoadFormatCells
from jinzai.export.plans import PlanRow
from jinzai.export.table import Table, Value
from jinzai.export.tables import TABLES
from jinzai.export.trainings import TrainingHead

from . import facts
from .plans import Case

# Columns that were promised with a list in one cell. Each says how to take it apart, and the
# mappings stand one by one in crosswalk.csv.
LISTS = {
    ("roles", "classes"),
    ("skills", "areas"),
    ("skills", "builds_on"),
    ("curricula", "after"),
}
# Columns in which a word or a range may stand in place of a number, as their explanations say.
MIXED = {
    ("roles", "headcount"),
    ("courses", "hours"),
    ("courses", "days"),
    ("curricula", "hours"),
    ("curricula", "days"),
    ("schedule", "start_month"),
    ("schedule", "end_month"),
    ("targets", "value"),
}
# Columns of the plan's own names, which may say a range of years.
NAMES = {("roles", "as_level")}
NEW = {
    "plans": get_type_hints(PlanRow),
    "crosswalk": get_type_hints(CrosswalkRow),
    "coverage": get_type_hints(CoverageRow),
    "evidence": get_type_hints(EvidenceRow),
    "load": get_type_hints(TrainingHead) | get_type_hints(LoadCells),
    "load-formats": get_type_hints(TrainingHead) | get_type_hints(LoadFormatCells),
}
"""The types of the columns of these tables."""
NUMBER = re.compile(r"\d+(\.\d+)?")
RANGE = re.compile(r"\d+(\.\d+)?〜\d+(\.\d+)?")
UNITS = ("時間", "日", "件数", "人", "箇所", "年度", "月", "単位")

each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


_FILES: dict[str, dict[str, bytes]] = {}


def lines(table: Table, case: Case) -> list[list[str]]:
    """The file of a plan as it is read: the header first."""
    files = _FILES.get(case.linked.id)
    if files is None:
        files = {one.table: one.data for one in plan_downloads(case.subject)}
        _FILES[case.linked.id] = files
    return list(
        csv.reader(io.StringIO(files[table.name].decode("utf-8-sig"), newline=""), strict=True)
    )


def cells(table: Table, case: Case) -> list[tuple[str, str]]:
    """Header and text of every cell that is filled."""
    header, *rows = lines(table, case)
    return [(name, cell) for row in rows for name, cell in zip(header, row, strict=True) if cell]


def numeric(table: Table, name: str) -> bool:
    """Whether a column holds nothing but numbers, as its row's type says."""
    if table.name not in NEW:
        return (table.name, name) == ("targets", "fiscal_year")
    kinds = set(get_args(NEW[table.name][name])) - {type(None)}
    return bool(kinds) and kinds <= {int, Decimal}


@each_table
def test_1_1_the_file_is_csv(table: Table, plan: Case) -> None:
    assert table.address(plan.linked.id).endswith(".csv")
    assert lines(table, plan)[0] == list(table.header)


@each_table
def test_1_2_a_cell_holds_one_value(table: Table, plan: Case) -> None:
    for name, cell in cells(table, plan):
        if (table.name, name) in LISTS:
            assert "; で区切る" in table.columns[name].description
        elif name not in facts.PROSE:
            assert ";" not in cell, f"{table.name}.{name}: {cell}"
            assert not RANGE.search(cell) or (table.name, name) in MIXED | NAMES


@each_table
def test_1_3_numbers_are_numbers_without_units_and_commas(table: Table, plan: Case) -> None:
    for name, cell in cells(table, plan):
        if numeric(table, name):
            assert NUMBER.fullmatch(cell), f"{table.name}.{name}: {cell}"


def test_1_3_the_new_tables_have_columns_of_numbers_and_nothing_mixed() -> None:
    found = {table.name: [n for n in table.header if numeric(table, n)] for table in TABLES}
    assert found["plans"] == ["fiscal_year_first", "fiscal_year_last", "years"]
    assert found["coverage"] == ["skills", "skills_own", "skills_required"]
    assert found["load"] == [
        *("courses", "courses_unknown", "courses_exempt"),
        *("hours_min", "hours_max", "days_min", "days_max", "gates"),
    ]
    assert found["load-formats"] == ["courses"]
    for types in NEW.values():
        assert not any(hint == Value for hint in types.values())


@each_table
def test_1_4_no_cell_is_merged(table: Table, plan: Case) -> None:
    assert {len(row) for row in lines(table, plan)} == {len(table.header)}


@each_table
def test_1_5_no_spaces_or_line_breaks_for_layout(table: Table, plan: Case) -> None:
    for name, cell in cells(table, plan):
        assert cell == cell.strip(), f"{table.name}.{name}"
        assert "  " not in cell
        assert name in facts.PROSE or "\n" not in cell, f"{table.name}.{name}: {cell}"


@each_table
def test_1_6_nothing_is_left_out_of_headers_and_rows(table: Table, plan: Case) -> None:
    header, *rows = lines(table, plan)
    assert all(header)
    assert len(set(header)) == len(header)
    for row in rows:
        said = dict(zip(header, row, strict=True))
        for name, column in table.columns.items():
            assert said[name] or column.blank, f"{table.name}.{name} is empty without a meaning"


@each_table
def test_1_7_no_cell_is_a_formula(table: Table, plan: Case) -> None:
    for _, cell in cells(table, plan):
        assert len(cell) == 1 or cell[0] not in "=+-@\t＝＋－＠"


@each_table
def test_1_9_every_column_of_numbers_names_its_unit(table: Table) -> None:
    for name, column in table.columns.items():
        if numeric(table, name) or (table.name, name) in MIXED:
            said = column.title + column.description
            assert "unit" in table.header or any(unit in said for unit in UNITS), name


@each_table
def test_1_10_no_characters_that_only_some_machines_have(table: Table, plan: Case) -> None:
    if plan.linked.id == "sample":
        return  # made to hold what is awkward
    for name, cell in cells(table, plan):
        for sign in cell:
            kind = unicodedata.category(sign)
            is_break = sign == "\n" and name in facts.PROSE
            assert is_break or kind not in ("Cc", "Cf", "Co", "Cn", "Cs"), f"{name}: {cell!r}"
            # half-width kana, and the signs of NEC and IBM: ① Ⅲ ㈱ ㌔
            assert not "\uff61" <= sign <= "\uff9f", f"{name}: {cell}"
            assert not "\u2150" <= sign <= "\u218f", f"{name}: {cell}"
            assert not "\u2460" <= sign <= "\u24ff", f"{name}: {cell}"
            assert not "\u3200" <= sign <= "\u33ff", f"{name}: {cell}"


@each_table
def test_1_11_years_are_of_the_western_calendar(table: Table, plan: Case) -> None:
    for name, cell in cells(table, plan):
        if name.startswith("fiscal_year"):
            assert re.fullmatch(r"(19|20)\d\d", cell)
        if name.endswith("_date"):
            assert re.fullmatch(r"(19|20)\d\d-\d\d(-\d\d)?", cell)
        if name.endswith("_month"):
            assert cell in ("未定義", "随時") or 1 <= int(cell) <= 12


@each_table
def test_1_12_places_and_all_things_named_have_codes_beside_their_names(
    table: Table, plan: Case
) -> None:
    header = table.header
    assert header[:3] == ("plan_id", "municipality_code", "municipality")
    for name in header:
        code = name.removesuffix("_id")
        if name not in (code, "plan_id") and (table.name, name) != ("schedule", "course_id"):
            assert code in header, f"{table.name}.{name} has no name beside it"
    if table.name == "plans":
        assert header[3:5] == ("prefecture_code", "prefecture")
    issuer = plan.raw["plan"]["issuer"]
    for row in lines(table, plan)[1:]:
        assert row[1] == issuer.get("code", "")
        assert row[1] == "" or re.fullmatch(r"\d{6}", row[1])


@each_table
def test_1_13_blank_words_and_zero_are_told_apart(table: Table, plan: Case) -> None:
    blanks = {one["label"] for one in plan.raw["plan"].get("placeholders", [])}
    for name, cell in cells(table, plan):
        if (table.name, name) not in MIXED or NUMBER.fullmatch(cell) or RANGE.fullmatch(cell):
            continue
        known = cell in ("未定義", "対象外", "複数", "随時")
        assert known or cell.removeprefix("'") in blanks, f"{name}: {cell}"
        if known:
            assert cell in table.columns[name].description or "hours と同じ" in (
                table.columns[name].description
            )


@each_table
def test_2_1_a_table_is_in_one_piece(table: Table, plan: Case) -> None:
    header, *rows = lines(table, plan)
    assert header not in rows
    assert all(any(row) for row in rows)


def test_2_1_the_files_of_all_plans_repeat_no_header(sample: Case, bare: Case) -> None:
    every = (*plan_downloads(sample.subject), *plan_downloads(bare.subject))
    for table in TABLES:
        found = joined_download(table, [one.data for one in every if one.table == table.name])
        header = ",".join(table.header)
        assert found.data.decode("utf-8-sig").count(header) == 1


@each_table
def test_2_2_a_file_holds_one_table_and_no_remarks(table: Table, plan: Case) -> None:
    for row in lines(table, plan)[1:]:
        assert row[0] == plan.linked.id
        assert row[2]
