"""plans.csv of the five plans, read by hand in what was published."""

import csv
import io

import pytest

from jinzai.export.downloads import plan_downloads

from .plans import CONTENT, case

# prefecture_code, status_id, published_date, fiscal_year_first, fiscal_year_last, years
READ = {
    # 令和7〜9年度の3年間
    "hirakata": ("27", "adopted", "", "2025", "2027", "3"),
    # 期間も公表日も書かれていない
    "osaka-dx": ("27", "adopted", "", "", "", ""),
    # 令和8年2月改訂
    "osaka-hr": ("27", "adopted", "2026-02", "", "", ""),
    # おおむね5年。始まりの年度は空欄
    "tokyo-template": ("13", "template", "", "", "", "5"),
    # 令和7年2月。目標年度は令和9年度、始まりの年度は書かれていない
    "toyonaka": ("27", "adopted", "2025-02", "", "2027", ""),
}


@pytest.mark.parametrize("plan", READ)
def test_a_plan_is_one_row_as_published(plan: str) -> None:
    (file,) = [one for one in plan_downloads(case(CONTENT / plan).subject) if one.table == "plans"]
    (row,) = csv.DictReader(io.StringIO(file.data.decode("utf-8-sig"), newline=""))
    assert row["plan_id"] == plan
    assert READ[plan] == (
        *(row["prefecture_code"], row["status_id"], row["published_date"]),
        *(row["fiscal_year_first"], row["fiscal_year_last"], row["years"]),
    )
