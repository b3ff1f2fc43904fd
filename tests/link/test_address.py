"""Addresses that no two pages share."""

import pytest

from jinzai.link.address import (
    class_address,
    entry_address,
    entry_anchor,
    framework_address,
    sheet_address,
)
from jinzai.model.words import PAGE_NAMES, is_new_id


def test_the_first_sheet_of_a_prefecture_has_no_number() -> None:
    page = entry_address("areas/data")
    assert sheet_address(page, "27") == "frameworks/areas/data--27.html"
    assert sheet_address(page, "27", 3) == "frameworks/areas/data--27--3.html"


def test_a_frameworks_own_sheets_stand_beside_it() -> None:
    assert (
        sheet_address(framework_address("areas"), "13", 2) == "frameworks/areas/index--13--2.html"
    )


@pytest.mark.parametrize("id", ["data--27", "data--27--2", "index", "index--27"])
def test_no_id_can_take_a_sheets_place(id: str) -> None:
    assert not is_new_id(id)


def test_sheets_of_different_pages_prefectures_and_numbers_are_different() -> None:
    pages = [
        framework_address("areas"),
        *(entry_address(f"areas/{id}") for id in ("data", "data-2", "27", "data-27")),
        class_address("classes/leader"),
    ]
    sheets = [
        sheet_address(page, code, number)
        for page in pages
        for code in ("00", "01", "27")
        for number in (1, 2, 11, 27)
    ]
    assert len({*pages, *sheets}) == len(pages) + len(sheets)
    assert "index" in PAGE_NAMES, "an entry of this id would be its framework's page"


def test_an_entry_has_one_anchor_that_no_other_has() -> None:
    assert entry_anchor("role-classes/leader") == "role-classes--leader"
    assert entry_anchor("role/classes-leader") != entry_anchor("role-classes/leader")
