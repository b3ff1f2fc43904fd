"""The line at the foot of every page: `copyright` in mkdocs.yml, checked and written anew.

This module owns how the HTML of the line is taken apart. The line obeys the rules of hand-written
pages (`written_markup`, `written_links`). Only the parts that were understood are written. Its
links are relative to the site's root, and each page puts its own path to the root before them.
"""

import re
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser
from typing import Final, NamedTuple

from jinzai.publish.handwritten import HandPage
from jinzai.publish.settings_file import SettingsFile
from jinzai.publish.trouble import SETTINGS, Trouble
from jinzai.publish.written_links import markup_troubles

KEY: Final = "copyright"

# What opens no element: a browser knows no end tag of these.
_EMPTY: Final = frozenset(["br", "hr", "img", "input", "col", "wbr"])
_absolute: Final = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|#|$)", re.IGNORECASE)


class CopyrightPiece(NamedTuple):
    """A piece of HTML, and the address in the site that follows it, or `""`.

    The address is as it was written: relative to the site's root and not yet escaped.
    """

    html: str
    address: str


class SiteCopyright(NamedTuple):
    """The checked line.

    Attributes:
        page: the line as a page at the site's root, so that the rules of such pages apply. Its text
            has the line at its place in mkdocs.yml, and blanks around it.
        html: the HTML as it was written.
        pieces: the same HTML, cut at its links within the site.
        setting: a trouble at the setting itself, for mistakes without a place of their own.
    """

    page: HandPage
    html: str
    pieces: tuple[CopyrightPiece, ...]
    setting: Trouble

    def placed(self, troubles: Iterable[Trouble]) -> list[Trouble]:
        """The troubles in the line. Troubles without a place get the place of the setting."""
        return [one if one.line else self.setting._replace(message=one.message) for one in troubles]


def site_copyright(file: SettingsFile) -> SiteCopyright | None:
    """The line, or None if mkdocs.yml does not set it. The setting must be a text.

    The content of the line may still be refused: see `copyright_troubles`.
    """
    html = file.values.get(KEY)
    if not html:
        return None
    page = HandPage("index.html", "", SETTINGS, file.stretch((KEY,)))
    return SiteCopyright(page, html, tuple(_Cut(html).pieces), file.trouble((KEY,), ""))


def copyright_troubles(line: SiteCopyright) -> list[Trouble]:
    """Everything in the line that is refused."""
    return line.placed(markup_troubles(line.page, line.html, f"{KEY} に書けるのは"))


class _Cut(HTMLParser):
    """Writes the HTML anew. HTML that `written_markup` refuses never reaches a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[CopyrightPiece] = []
        self._html = ""
        self.feed(html)
        self.close()
        self.pieces.append(CopyrightPiece(self._html, ""))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._html += f"<{tag}"
        for name, value in attrs:
            is_link = (tag, name) in (("a", "href"), ("img", "src"))
            if is_link and not _absolute.match(value or ""):
                self.pieces.append(CopyrightPiece(f'{self._html} {name}="', value or ""))
                self._html = '"'
            else:
                self._html += f' {name}="{escape(value or "")}"'
        self._html += ">"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY:
            self._html += f"</{tag}>"

    def handle_data(self, data: str) -> None:
        self._html += escape(data, quote=False)
