"""Over http below a folder, and from the disk: every kind of page loads without a complaint."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.waiting import until_told

from .reader import Reader, from_disk, use_everything
from .served import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["http", "disk"])
def root(request: pytest.FixtureRequest, built: Path) -> Iterator[str]:
    if request.param == "disk":
        yield from_disk(built)
        return
    with served(built) as address:
        yield address


def test_every_kind_of_page_loads_without_a_complaint(
    browser: Browser, root: str, kinds: tuple[str, ...]
) -> None:
    with Reader(browser, root) as reader:
        for address in kinds:
            page = reader.open(address)
            assert page.locator("html.js h1").count() == 1, address
        assert reader.complaints == []


def test_what_scripts_do_works(browser: Browser, root: str) -> None:
    with Reader(browser, root) as reader:
        use_everything(reader)
        assert reader.complaints == []


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<script src='missing.js'></script>", "404"),
        ("<img src='http://127.0.0.1:9/x.png' alt=''>", "outside"),
        ("<link rel=stylesheet href='../x.css'>", "outside"),
        ("<script>undefined.x</script>", "error"),
        ("<script>console.warn('x')</script>", "console"),
    ],
)
def test_a_complaint_would_be_heard(
    browser: Browser, tmp_path: Path, markup: str, kind: str
) -> None:
    (tmp_path / "x.html").write_text(f"<!doctype html><title>x</title>{markup}", "utf-8")
    with served(tmp_path) as address, Reader(browser, address) as reader:
        page = reader.open("x.html")
        until_told(page, lambda: [line for line in reader.complaints if f": {kind}: " in line])
