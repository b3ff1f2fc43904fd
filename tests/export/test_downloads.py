"""The files as a whole: which there are, their bytes, and how plans are joined.

After a change that is meant: `python -m tests.export.write_expected`, then read the difference.
"""

import pytest

from jinzai.export.downloads import all_downloads, joined_downloads, plan_downloads
from jinzai.export.plans import PLANS
from jinzai.export.tables import TABLES

from .plans import Case
from .write_expected import EXPECTED, expected_files


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_the_sample_is_the_reviewed_file(sample: Case, table: str) -> None:
    name = f"{table}.csv"
    assert expected_files(sample.subject)[name] == (EXPECTED / name).read_bytes()


def test_every_reviewed_file_is_of_a_table(sample: Case) -> None:
    assert {file.name for file in EXPECTED.iterdir()} == set(expected_files(sample.subject))


def test_a_plan_that_sets_nothing_has_all_files_with_their_headers_and_stands_in_plans_csv(
    bare: Case,
) -> None:
    downloads = plan_downloads(bare.subject)
    assert [download.table for download in downloads] == [table.name for table in TABLES]
    for download, table in zip(downloads, TABLES, strict=True):
        assert download.address == f"bare/data/{table.name}.csv"
        assert download.plan_id == "bare"
        head, *rows = download.data.decode("utf-8-sig").splitlines(keepends=True)
        assert head == ",".join(table.header) + "\r\n"
        assert rows == (
            ["bare,,ある村,,,何も定めない計画,,draft,案,,,,,,,\r\n"] if table is PLANS else []
        )


def test_the_files_for_all_plans_are_the_plans_in_order(sample: Case, bare: Case) -> None:
    found = all_downloads([bare.subject, sample.subject])
    assert len(found) == 3 * len(TABLES)
    assert len({download.address for download in found}) == len(found)
    by_address = {download.address: download.data for download in found}
    for table in TABLES:
        head = (",".join(table.header) + "\r\n").encode("utf-8-sig")
        first, second = (by_address[f"{plan}/data/{table.name}.csv"] for plan in ("bare", "sample"))
        assert by_address[f"data/{table.name}.csv"] == first + second.removeprefix(head)
    twice = {d.table: d.data for d in joined_downloads(2 * plan_downloads(sample.subject))}
    for table in TABLES:
        head, mine = (",".join(table.header) + "\r\n").encode("utf-8-sig"), twice[table.name]
        body = mine.removeprefix(head)
        assert mine.count(b"\xef\xbb\xbf") == 1
        assert mine != body
        assert body[: len(body) // 2] == body[len(body) // 2 :]


def test_two_exports_are_the_same_bytes(plan: Case) -> None:
    assert plan_downloads(plan.subject) == plan_downloads(plan.subject)
