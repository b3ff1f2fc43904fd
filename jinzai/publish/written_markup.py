"""The HTML that a hand-written page may contain: text, tables, images and links.

Nothing may act or load. This module owns the lists of allowed elements and attributes. Everything
else is refused, because a list of dangerous names is never complete. It checks the HTML that the
engine made of the page. So it sees what browsers get, whatever Markdown it came from. It does not
know where links lead.
"""

import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import Final, NamedTuple

from jinzai.findings.hidden import REFUSED, character_name
from jinzai.publish.written_place import reference_to


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
"""The allowed elements: those of text, and those of simple drawings.

Markdown extensions make icons with drawings.
"""

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
_OPEN_ENDED: Final = _words(  # Their end tag may be left out, or they have no end tag.
    "br hr img input col wbr p li dt dd td th tr thead tbody tfoot colgroup rt rp"
)
_SAID: Final = {
    "style": "style は使えません（このサイトでは働きません）。消してください",
    "srcset": "srcset は使えません。画像は src に1枚だけ書いてください",
}

# A start tag as the engine writes it. What a browser might read otherwise is not let through.
_start: Final = re.compile(
    r"<[a-z][a-z0-9]*"
    r"(?:\s+[a-z_][-a-z0-9_:.]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?>",
    re.IGNORECASE,
)
# The frame's scripts and styles find their elements by these; extensions make some of the latter.
_ours: Final = re.compile(r"(?:jz-|__(?!codelineno|tabbed))", re.IGNORECASE)
_our_classes: Final = re.compile(
    r"(?:^|[\t\n\f\r ])((?:jz-(?!(?:table-frame|table|center|number)(?:[\t\n\f\r ]|$))|md-)\S*)",
    re.IGNORECASE,
)
_NAMING: Final = _words("id name for")
# Scripts find any of these, with `%` in it or a quote; see templates/theme/assets/jinzai/frame.js.
_name: Final = re.compile(r"(?=.*\S)[^\x00-\x1f\x7f]{1,200}")
# Everything else keeps a hold on our page from the page that it opens (HTML, "rel" and "target").
_TARGETS: Final = _words("_blank _self _parent _top")
_RELATIONS: Final = _words(
    "noopener noreferrer nofollow external license help author bookmark tag next prev alternate"
    " footnote"
)
_PAINTS: Final = _words("fill stroke")
_color: Final = re.compile(r"(?:rgb|hsl)a?\([\d\s.,%/]*\)", re.IGNORECASE)
# Browsers end a comment only at `-->`; Python's parser also does at `-- >`.
_odd_end: Final = re.compile(r"--[!\s]+>")
SHOWN: Final = 80
"""The largest number of characters of a name or a value that a message shows."""

MOST: Final = 200
"""The largest number of refusals that are listed for one page. One cause often makes many."""


class Refusal(NamedTuple):
    """Something that is not allowed: a message, and a pattern that finds it in the source."""

    message: str
    pattern: str


class WrittenLink(NamedTuple):
    """An address in the page. `loaded` is true if a browser loads it without a click."""

    address: str
    loaded: bool


class Markup(NamedTuple):
    """The content of the HTML of a page's own part.

    Attributes:
        refusals: everything that is not allowed, in order.
        links: the addresses in the page, in order.
    """

    refusals: tuple[Refusal, ...]
    links: tuple[WrittenLink, ...]


@lru_cache(maxsize=64)
def markup(html: str, holder: str = "手書きのページに置けるのは") -> Markup:
    """Reads the HTML of a page's own part.

    `holder` begins the Japanese sentence that names what the HTML may contain. The last ones that
    were read are kept: a page is read for its links and for what it holds, and again for the next
    site of the preview.
    """
    reader = _MarkupReader(html, holder)
    return Markup(tuple(reader.refusals), tuple(reader.links))


class _MarkupReader(HTMLParser):
    def __init__(self, html: str, holder: str) -> None:
        super().__init__()
        self._holder = holder
        self.refusals: list[Refusal] = []
        self.links: list[WrittenLink] = []
        self._open: dict[str, int] = {}
        if _odd_end.search(html):
            self._refuse("コメントの終わりは --> と書いてください", r"--[!\s]+>")
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
                f"<{tag[:SHOWN]}> は使えません。{self._holder}、文章・表・画像・リンクです",
                rf"<{re.escape(tag[:SHOWN])}",
            )
            return
        if not _start.fullmatch(self.get_starttag_text() or ""):
            self._refuse(f"<{tag}> の書き方が正しくありません", rf"<{tag}\b")
        if tag not in _OPEN_ENDED:
            self._open[tag] = self._open.get(tag, 0) + 1
        given: dict[str, str | None] = {}
        for name, value in attrs:
            if name in given:
                self._refuse(
                    f"<{tag}> に {name[:SHOWN]} が2回あります。1つにしてください", _word(name)
                )
            given.setdefault(name, value)  # As browsers do.
        kind = (given.get("type") or "").lower()
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
                f"</{tag[:SHOWN]}> に対応する <{tag[:SHOWN]}> がありません。消してください",
                rf"</{re.escape(tag[:SHOWN])}",
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

    def handle_data(self, data: str) -> None:
        self._hidden(data)
        if not any(self._open.get(tag) for tag in _VERBATIM):
            for found in _plain_mark.finditer(data):
                self._refuse(
                    f"「{found[0][:SHOWN]}」は印にならず、そのまま表示されます。"
                    "初めと終わりに同じ印を付けるか、記号そのものなら ` で囲んでください",
                    re.escape(found[0][:SHOWN]),
                )

    def _attribute(self, tag: str, name: str, value: str) -> None:
        where = _word(name)
        self._hidden(value)
        if (tag, name) in (("a", "href"), ("img", "src")):
            self.links.append(WrittenLink(value, tag == "img"))
        elif name in _SAID:
            self._refuse(_SAID[name], where)
        elif name.startswith("on"):
            self._refuse(
                f"{name[:SHOWN]} は使えません（このサイトでは働きません）。消してください", where
            )
        elif not (
            name in _ANYWHERE
            or name in _OF_ONE.get(tag, ())
            or (tag in _DRAWING and name in _OF_DRAWINGS)
            or name.startswith("aria-")
            or (name.startswith("data-") and not name.startswith(("data-md-", "data-jz-")))
        ):
            self._refuse(f"<{tag}> の {name[:SHOWN]} は使えません。消してください", where)
        else:
            self._value(tag, name, value)

    def _value(self, tag: str, name: str, value: str) -> None:
        """Checks the value of an allowed attribute."""
        shown = f"{name} の「{value[:SHOWN]}」"
        where = re.escape(value[:SHOWN]) or _word(name)
        if name in _NAMING and _ours.match(value):
            self._refuse(f"{shown}は、サイトの枠が使う名前です。別の名前にしてください", where)
        elif name in _NAMING and not _name.fullmatch(value):
            self._refuse(f"{shown}は使えません。{_NAMES}", where)
        elif name == "class" and (taken := _our_classes.search(value)):
            self._refuse(
                f"class の「{taken[1][:SHOWN]}」は、サイトの枠が使う名前です。消してください",
                re.escape(taken[1][:SHOWN]),
            )
        elif name == "target" and value.lower() not in _TARGETS:
            self._refuse(f"{shown}は使えません。消すか、_blank にしてください", where)
        elif name == "rel" and not _RELATIONS.issuperset(value.lower().split()):
            self._refuse(f"{shown}は使えません。消すか、noopener にしてください", where)
        elif tag in _DRAWING and name in _PAINTS and "(" in value and not _color.fullmatch(value):
            self._refuse(f"{shown}は使えません。色は #336699 のように書いてください", where)

    def _hidden(self, text: str) -> None:
        """Refuses invisible characters, such as `&#x202e;`, which reverses the text direction."""
        for found in REFUSED.finditer(text):
            self._refuse(
                f"目に見えない文字があります（{character_name(found[0])}）。消してください",
                f"{reference_to(found[0])}|{re.escape(found[0])}",
            )

    def _refuse(self, message: str, pattern: str) -> None:
        if len(self.refusals) < MOST:
            self.refusals.append(Refusal(message, pattern))


def _word(name: str) -> str:
    """A pattern that finds the name of an attribute in the source."""
    return rf"\b{re.escape(name[:SHOWN])}"


_VERBATIM: Final = ("code", "pre", "kbd")
_plain_mark: Final = re.compile(r"\*\*|__(?=\S)|~~[^~]+~~")
_NAMES: Final = "改行や制御文字のない、200字までの名前にしてください"
