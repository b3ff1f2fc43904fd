"""Every fact of the YAML is in the files, and nothing else is."""

import csv
import io
import re
from collections import Counter

import pytest

from jinzai.export.downloads import plan_downloads
from jinzai.export.tables import TABLES

from . import facts
from .plans import Case


def _read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def _unguarded(cell: str) -> str:
    return cell[1:] if re.match(r"'+[=+\-@\t\r\n＝＋－＠]", cell) else cell


def _facts(data: bytes) -> Counter[facts.Row]:
    header, *rows = _read(data)
    return Counter(
        tuple(
            facts.bare_words(_unguarded(cell)) if name in facts.PROSE else _unguarded(cell)
            for name, cell in zip(header, row, strict=True)
        )
        for row in rows
    )


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_rows_are_exactly_the_facts_of_the_yaml(plan: Case, table: str) -> None:
    (download,) = [found for found in plan_downloads(plan.subject) if found.table == table]
    said = _facts(download.data)
    wanted = Counter(facts.rows(table, plan.raw))
    assert not wanted - said, "facts missing from the file"
    assert not said - wanted, "facts that the YAML does not state"


def test_every_kind_of_fact_occurs_in_the_sample(sample: Case) -> None:
    for download in plan_downloads(sample.subject):
        header, *rows = _read(download.data)
        for number, name in enumerate(header):
            assert any(row[number] for row in rows), f"{download.table}.{name} is never filled"
