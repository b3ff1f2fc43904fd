"""A browser window that notices whatever a file makes it do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Dialog, Page

QUIET_FRAMES = """() => new Promise(done => {
  let left = 10;
  const next = () => --left ? requestAnimationFrame(next) : setTimeout(done, 0);
  document.readyState === "complete" ? next() : addEventListener("load", next);
})"""


class Watched:
    """A window, and everything in it that a file without scripts must not do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seen: list[str] = []
        page.on("dialog", self._dialog)
        page.on("console", lambda message: self.seen.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.seen.append(f"error: {error}"))
        page.on("popup", lambda window: self.seen.append(f"window: {window.url}"))
        page.on("request", lambda request: self._request(request.url))

    def _dialog(self, dialog: Dialog) -> None:
        self.seen.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, url: str) -> None:
        if not url.startswith(("file:", "data:")):
            self.seen.append(f"request: {url}")

    def open(self, file: Path) -> list[str]:
        """Opens a file from the disk, clicks on it, and gives back all that was seen of it."""
        self.seen.clear()
        self.page.goto(file.as_uri())
        # What a picture runs when it is loaded, shown or clicked has run after some frames.
        self.page.evaluate(QUIET_FRAMES)
        self.page.mouse.click(5, 5)
        self.page.keyboard.press("Tab")
        self.page.evaluate(QUIET_FRAMES)
        if self.page.title() == "ran":
            self.seen.append("title: ran")
        return self.seen


@contextmanager
def watched(browser: Browser) -> Iterator[Watched]:
    """A window of its own."""
    context = browser.new_context(viewport={"width": 900, "height": 600})
    yield Watched(context.new_page())
    context.close()
