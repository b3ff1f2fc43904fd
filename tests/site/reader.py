"""A browser window that keeps everything that goes wrong on the pages it opens."""

import re
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, Page, Request, Response, expect

TELL_VIOLATIONS: Final = """document.addEventListener("securitypolicyviolation", event =>
    console.error("policy: " + event.effectiveDirective + " " + event.blockedURI))"""


class Reader:
    """A window on the site at `root`, an address with `/` at its end.

    Attributes:
        complaints: what the console said, errors of scripts, requests that failed, requests to
            anywhere outside the site, what the Content-Security-Policy refused.
    """

    def __init__(
        self,
        browser: Browser,
        root: str,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
    ) -> None:
        self.root = root
        self.complaints: list[str] = []
        self._context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        self._context.add_init_script(TELL_VIOLATIONS)
        self.page: Page = self._context.new_page()
        self.page.on("console", lambda message: self._complain("console", message.text))
        self.page.on("pageerror", lambda error: self._complain("error", str(error)))
        self.page.on("request", self._asked)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self._context.close()

    def open(self, address: str) -> Page:
        """Opens a page of the site."""
        self.page.goto(self.root + address)
        return self.page

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.root, "data:")):
            self._complain("outside", request.url)

    def _failed(self, request: Request) -> None:
        # What the window moves on from before it has come is not the page's failure.
        if request.failure != "net::ERR_ABORTED":
            self._complain("failed", request.url)

    def _answered(self, answer: Response) -> None:
        if answer.status >= 400:
            self._complain(str(answer.status), answer.url)

    def _complain(self, kind: str, what: str) -> None:
        self.complaints.append(f"{self.page.url.removeprefix(self.root)}: {kind}: {what}")


def from_disk(site: Path) -> str:
    """The root of a site that is opened from the disk."""
    return f"{site.as_uri()}/"


def use_everything(reader: Reader) -> None:
    """Uses what scripts do, and asserts that they did it: search, colours, choosing, the menu."""
    page = reader.open("hirakata/roles/dx-leader.html")
    page.locator(".jz-scheme:visible").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.fill("#jz-search-box", "ＤＸ　推進")
    page.press("#jz-search-box", "Enter")
    page.wait_for_url("**/search.html?q=*")
    page.locator("#jz-search-results a").first.wait_for(state="visible")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert "件" in page.inner_text("#jz-search-status")

    page = reader.open("toyonaka/courses/index.html")
    rows = page.locator("table[data-jz-index] tbody tr:visible")
    before = rows.count()
    page.locator(".jz-filter select").first.select_option(index=1)
    assert 0 < rows.count() < before
    page.locator(".jz-sort").first.click()
    assert page.locator("th[aria-sort]").count() == 1
    expect(page).to_have_url(re.compile("sort="))

    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".jz-menu").click()
    page.locator(".jz-nav a").first.wait_for(state="visible")
    page.keyboard.press("Escape")
    page.locator(".jz-nav a").first.wait_for(state="hidden")
