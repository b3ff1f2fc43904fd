"""The files as a whole: which there are, their bytes, and how plans are joined.

After a change that is meant: `python -m tests.export.write_expected`, then read the difference.
"""

import pytest

from jinzai.export.downloads import joined_download, plan_downloads
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
    own = (*plan_downloads(bare.subject), *plan_downloads(sample.subject))
    by_address = {download.address: download.data for download in own}
    assert len(by_address) == 2 * len(TABLES)
    for table in TABLES:
        of_table = [one.data for one in own if one.table == table.name]
        joined = joined_download(table, of_table)
        assert joined.address == f"data/{table.name}.csv"
        by_address[joined.address] = joined.data
        head = (",".join(table.header) + "\r\n").encode("utf-8-sig")
        first, second = (by_address[f"{plan}/data/{table.name}.csv"] for plan in ("bare", "sample"))
        assert by_address[f"data/{table.name}.csv"] == first + second.removeprefix(head)
    for table, download in zip(TABLES, plan_downloads(sample.subject), strict=True):
        head = (",".join(table.header) + "\r\n").encode("utf-8-sig")
        mine = joined_download(table, 2 * [download.data]).data
        body = mine.removeprefix(head)
        assert mine.count(b"\xef\xbb\xbf") == 1
        assert mine != body
        assert body[: len(body) // 2] == body[len(body) // 2 :]


def test_two_exports_are_the_same_bytes(plan: Case) -> None:
    assert plan_downloads(plan.subject) == plan_downloads(plan.subject)
