"""What HTML a hand-written page may hold: text, tables, images, links; nothing that acts or loads.

Owns the list of elements and attributes that are let through; all others are refused, because a
list of what is dangerous is never complete. Looks at the HTML that the engine made of the page,
and so at what browsers get, whatever Markdown it came from. Knows nothing of where links lead.
"""

import re
from html.parser import HTMLParser
from typing import Final, NamedTuple


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TEXT: Final = _words(
    "a abbr b bdi bdo blockquote br button caption cite code col colgroup dd del details dfn div"
    " dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q"
    " rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead"
    " time tr u ul var wbr"
)
_DRAWING: Final = _words("svg g path circle ellipse rect line polyline polygon")
ELEMENTS: Final = _TEXT | _DRAWING
"""The elements of text and, for the icons that Markdown extensions make, of simple drawings."""

_ANYWHERE: Final = _words("id class title lang dir role tabindex hidden translate width height")
_OF_DRAWINGS: Final = _words(
    "viewbox xmlns fill stroke stroke-width stroke-linecap stroke-linejoin fill-rule clip-rule d"
    " cx cy r rx ry x y x1 x2 y1 y2 points transform focusable"
)
_OF_ONE: Final = {
    "a": _words("href rel target hreflang download name"),
    "img": _words("src alt loading decoding"),
    "ol": _words("start type reversed"),
    "li": frozenset(["value"]),
    "td": _words("colspan rowspan headers"),
    "th": _words("colspan rowspan headers scope abbr"),
    "col": frozenset(["span"]),
    "colgroup": frozenset(["span"]),
    "details": _words("open name"),
    "time": frozenset(["datetime"]),
    "label": frozenset(["for"]),
    "input": _words("type checked disabled name"),
    "button": _words("type disabled"),
}
_INPUTS: Final = frozenset(["checkbox", "radio"])
_OPEN_ENDED: Final = _words(  # Their end tag may be left out, or they have none.
    "br hr img input col wbr p li dt dd td th tr thead tbody tfoot colgroup rt rp"
)
_SAID: Final = {
    "style": "style は使えません(このサイトでは働きません)。消してください",
    "srcset": "srcset は使えません。画像は src に1枚だけ書いてください",
}

# A start tag as the engine writes it. What a browser might read otherwise is not let through.
_start: Final = re.compile(
    r"<[a-z][a-z0-9]*"
    r"(?:\s+[a-z_][-a-z0-9_:.]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?>",
    re.IGNORECASE,
)
_ours: Final = re.compile(r"(?:jz-|__(?!codelineno|tabbed))", re.IGNORECASE)


class Refusal(NamedTuple):
    """Something that is not let through: what to say, and a pattern to find it in the source."""

    message: str
    pattern: str


class Link(NamedTuple):
    """An address in the page; `loaded` where a browser fetches it by itself."""

    address: str
    loaded: bool


class Markup(NamedTuple):
    """What is in the HTML of a page's own part.

    Attributes:
        refusals: what is not let through, in order.
        links: the addresses that the page names, in order.
    """

    refusals: tuple[Refusal, ...]
    links: tuple[Link, ...]


def markup(html: str) -> Markup:
    """Reads the HTML of a page's own part."""
    reader = _Reader(html)
    return Markup(tuple(reader.refusals), tuple(reader.links))


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.refusals: list[Refusal] = []
        self.links: list[Link] = []
        self._open: dict[str, int] = {}
        self.feed(html)
        if "<" in self.rawdata:
            self._refuse(
                "「<」で始まるタグが閉じていません。文字としての < は &lt; と書きます", "<"
            )
        self.close()
        for tag, count in self._open.items():
            if count > 0 and tag in ELEMENTS:
                self._refuse(f"<{tag}> が閉じていません。</{tag}> を加えてください", rf"<{tag}\b")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self._open[tag] = self._open.get(tag, 0) + 1
            self._refuse(
                f"<{tag}> は使えません。手書きページに置けるのは、文章・表・画像・リンクです",
                rf"<{re.escape(tag)}\b",
            )
            return
        if not _start.fullmatch(self.get_starttag_text() or ""):
            self._refuse(f"<{tag}> の書き方が正しくありません", rf"<{tag}\b")
        if tag not in _OPEN_ENDED:
            self._open[tag] = self._open.get(tag, 0) + 1
        kind = dict(attrs).get("type")
        if tag == "input" and kind not in _INPUTS:
            self._refuse("<input> は使えません。消してください", r"<input\b")
        if tag == "button" and kind != "button":
            self._refuse("<button> は使えません。消してください", r"<button\b")
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # In HTML, `<div/>` opens a div; in a drawing, `<path/>` closes itself.
        self.handle_starttag(tag, attrs)
        if tag in _DRAWING:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _OPEN_ENDED:
            return
        self._open[tag] = self._open.get(tag, 0) - 1
        if self._open[tag] < 0:
            self._open[tag] = 0
            self._refuse(
                f"</{tag}> に対応する <{tag}> がありません。消してください",
                rf"</{re.escape(tag)}\b",
            )

    def handle_comment(self, data: str) -> None:
        if "<" in data or ">" in data or data.startswith("-"):
            self._refuse("コメントの中に < と > は書けません。消してください", "<!--")

    def handle_decl(self, decl: str) -> None:
        self._refuse(f"「<!{decl[:20]}」は使えません。消してください", "<!")

    def handle_pi(self, data: str) -> None:
        self._refuse(f"「<?{data[:20]}」は使えません。消してください", r"<\?")

    def unknown_decl(self, data: str) -> None:
        self._refuse(f"「<![{data[:20]}」は使えません。消してください", r"<!\[")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        where = rf"\b{re.escape(name)}\b"
        if (tag, name) in (("a", "href"), ("img", "src")):
            self.links.append(Link(value, tag == "img"))
        elif name in _SAID:
            self._refuse(_SAID[name], where)
        elif name.startswith("on"):
            self._refuse(f"{name} は使えません(このサイトでは働きません)。消してください", where)
        elif name == "id" and _ours.match(value):
            self._refuse(
                f"id の「{value}」は、サイトの枠が使う名前です。別の名前にしてください",
                re.escape(value),
            )
        elif not (
            name in _ANYWHERE
            or name in _OF_ONE.get(tag, ())
            or (tag in _DRAWING and name in _OF_DRAWINGS)
            or name.startswith("aria-")
            or (name.startswith("data-") and not name.startswith("data-md-"))
        ):
            self._refuse(f"<{tag}> の {name} は使えません。消してください", where)

    def _refuse(self, message: str, pattern: str) -> None:
        self.refusals.append(Refusal(message, pattern))
