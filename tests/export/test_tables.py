"""The declarations: the header of each table, and a Japanese explanation of each column.

Headers are fixed here because people's own files read columns by name and by place. A column keeps
its name and its place. A new one stands at the end, in `ADDED`.
"""

import re

import pytest

from jinzai.export.cells import FORMATS, UNITS
from jinzai.export.table import Table, columns_of
from jinzai.export.tables import CONVENTIONS, TABLES
from jinzai.export.trainings import TrainingHead
from jinzai.model.course import Format
from jinzai.model.target import Unit

from .plans import Case

HEADERS = {
    "plans": "plan_id, municipality_code, municipality, prefecture_code, prefecture, title,"
    " short_title, status_id, status, department_in_charge, published_date, fiscal_year_first,"
    " fiscal_year_last, years, period_note, edition",
    "roles": "plan_id, municipality_code, municipality, role_id, role, level_id, level, extends,"
    " classes, audience, headcount",
    "skills": "plan_id, municipality_code, municipality, skill_id, skill, category, definition,"
    " builds_on, areas",
    "requirements": "plan_id, municipality_code, municipality, role_id, role, level_id, level,"
    " skill_id, skill, category, mark, requirement, origin, basis",
    "courses": "plan_id, municipality_code, municipality, course_id, course, format, hours, days,"
    " provider, table",
    "curricula": "plan_id, municipality_code, municipality, role_id, role, level_id, level,"
    " department, stage, course_id, course, format, hours, days, alternative, basis",
    "schedule": "plan_id, municipality_code, municipality, fiscal_year, lane, item, course_id,"
    " start_month, end_month, basis",
    "targets": "plan_id, municipality_code, municipality, role_id, role, level_id, level,"
    " fiscal_year, value, unit, note",
    "glossary": "plan_id, municipality_code, municipality, term, description",
    "crosswalk": "plan_id, municipality_code, municipality, framework_id, framework, entry_id,"
    " entry, kind, id, name, level_id, level, relation, basis, note",
    "coverage": "plan_id, municipality_code, municipality, role_id, role, framework_id, framework,"
    " area_id, area, skills, skills_own, skills_required, requirement, relation, basis",
    "evidence": "plan_id, municipality_code, municipality, role_id, role, level_id, level,"
    " framework_id, framework, area_id, area, strength, basis, where, words",
    "load": "plan_id, municipality_code, municipality, role_id, role, department_id, department,"
    " table_id, table, only, courses, courses_unknown, courses_exempt, hours_min, hours_max,"
    " days_min, days_max, gates, basis, gates_basis",
    "load-formats": "plan_id, municipality_code, municipality, role_id, role, department_id,"
    " department, table_id, table, only, format_id, format, courses",
}
ADDED = {
    "roles": "as_level",
    "curricula": "curriculum_id, curriculum, table, stage_for, includes, after, order",
    "targets": "target_id, target, basis, plan_note, share_of",
}
"""The columns that were added later. They stand after the fixed ones."""
_japanese = re.compile(r"[ぁ-んァ-ヶ一-龠]")

each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def test_there_is_each_table_once() -> None:
    assert [table.name for table in TABLES] == list(HEADERS)


@each_table
def test_the_header_is_the_fixed_one(table: Table) -> None:
    fixed = HEADERS[table.name]
    added = ADDED.get(table.name)
    assert ", ".join(table.header) == (f"{fixed}, {added}" if added else fixed)


@each_table
def test_everything_is_explained_in_japanese(table: Table) -> None:
    assert _japanese.search(table.title)
    assert table.description.endswith("。")
    for column in table.columns.values():
        assert _japanese.search(column.title)
        assert column.description.endswith("。")
        assert column.blank == "" or column.blank.endswith("。")


@each_table
def test_only_explained_blanks_and_listed_codes_occur(table: Table, plan: Case) -> None:
    for row in table.rows(plan.subject):
        for (name, column), value in zip(table.columns.items(), row, strict=True):
            if value is None:
                assert column.blank, f"{table.name}.{name}: what an empty cell means is not said"
            elif column.values and name != "format":
                assert value in {code for code, _ in column.values}, f"{table.name}.{name}"


@each_table
def test_addresses_are_those_of_the_design(table: Table) -> None:
    assert table.address("hirakata") == f"hirakata/data/{table.name}.csv"
    assert table.address() == f"data/{table.name}.csv"


def test_every_format_and_unit_has_a_word() -> None:
    assert set(FORMATS) == set(Format)
    assert set(UNITS) == set(Unit)


def test_conventions_are_sentences() -> None:
    assert all(rule.endswith("。") and _japanese.search(rule) for rule in CONVENTIONS)


def test_a_field_without_a_column_is_refused() -> None:
    from typing import NamedTuple

    class Bare(NamedTuple):
        field: str

    with pytest.raises(TypeError, match=r"Bare\.field"):
        columns_of(Bare)


def test_a_header_that_stands_twice_is_refused() -> None:
    with pytest.raises(TypeError, match=r"TrainingHead\.plan_id"):
        columns_of(TrainingHead, TrainingHead)
