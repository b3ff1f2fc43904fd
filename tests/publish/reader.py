"""A window on a small site, from the disk."""

from pathlib import Path

from playwright.sync_api import Browser, Page, Request


class Reader:
    """A window that keeps everything that went wrong in it; at its end there must be nothing."""

    def __init__(self, browser: Browser, site: Path) -> None:
        self._context = browser.new_context(viewport={"width": 1280, "height": 800})
        self.page = page = self._context.new_page()
        self.site = site
        self.complaints: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", lambda request: self._look(request.url))

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, failure: object, *_: object) -> None:
        self._context.close()
        assert failure or self.complaints == []

    def open(self, address: str) -> Page:
        """Opens a page of the site."""
        self.page.goto(f"{self.site.as_uri()}/{address}")
        return self.page

    def _failed(self, request: Request) -> None:
        # A page that is left, or loaded again, ends what is still on its way.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(request.url)

    def _look(self, url: str) -> None:
        if not url.startswith(("file:", "data:")):
            self.complaints.append(url)
