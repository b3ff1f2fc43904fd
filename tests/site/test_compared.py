"""The comparing pages as a reader has set them up: no violation, no complaint, not too wide."""

from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser

from .reader import Reader, from_disk
from .test_axe import violations

pytestmark = pytest.mark.browser

CHOSEN: Final = (
    "compare/detail.html?r=toyonaka/leader,hirakata/dx-leader@level-3",
    "compare/detail.html?r=toyonaka/leader,hirakata/dx-leader,osaka-dx/dx-leader&all=1",
    "compare/roles.html?plans=hirakata,toyonaka&turn=1&hide=1",
    "compare/roles.html",
    "compare/role-classes--dx-leader.html",
    "compare/index.html",
)
WIDE: Final = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (768, "light"), (390, "dark")])
def test_what_is_chosen_is_as_good_as_what_stands_ready(
    built: Path, browser: Browser, width: int, scheme: Any
) -> None:
    found = []
    with Reader(browser, from_disk(built), width, scheme) as reader:
        for address in CHOSEN:
            page = reader.open(address)
            page.locator("table").first.wait_for()
            found += [f"{address}: {line}" for line in violations(page)]
            if page.evaluate(WIDE):
                found.append(f"{address}: wider than the window")
        assert reader.complaints == []
    assert not found, "\n".join(found)
