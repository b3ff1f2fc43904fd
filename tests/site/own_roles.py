"""わたしの役割 as a test reads it, and what it says of a load."""

import re
from typing import Final

from playwright.sync_api import Locator, Page, expect

from jinzai.link.learning import Load
from jinzai.render.words import amounts

from .reader import Reader

HIRAKATA: Final = "me.html?me=hirakata:dx-leader,hirakata:all-staff"
OSAKA: Final = (
    "me.html?me=osaka-dx:dx-manager,osaka-dx:security-officer,"
    "osaka-dx:system-section-manager,osaka-hr:manager"
)
TOYONAKA: Final = "me.html?me=toyonaka:practitioner,toyonaka:all-staff"


def opened(reader: Reader, address: str) -> Page:
    """The page with the result of a set."""
    page = reader.open(address)
    expect(page.locator("#jz-own-status")).to_contain_text("選びました")
    return page


def answer(page: Page, label: str) -> str:
    """What the strip says to a question, with its note."""
    cell = page.locator(".jz-answer").filter(has=page.locator(f"dt:text-is('{label}')"))
    return " ".join(" ".join(cell.locator("dd").all_inner_texts()).split())


def lines(page: Page, section: str) -> list[str]:
    """The lines of a list, without breaks."""
    found = page.locator(f"#jz-own-{section} > ul > li").all_inner_texts()
    return [re.sub(r"\s+", " ", line).strip() for line in found]


def first_cells(page: Page, section: str) -> list[str]:
    """The names in the first column of a table."""
    cells: Locator = page.locator(f"#jz-own-{section} tbody th[scope=row]")
    return [re.sub(r"（推定）|\s+", "", name) for name in cells.all_text_contents()]


def checked(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=name, exact=True)


def line(load: Load) -> str:
    """A load as the page says it."""
    ways = ("・".join(filter(None, (amounts.courses(way), amounts.load(way)))) for way in load.each)
    return "、または".join(ways)
