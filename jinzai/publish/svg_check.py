"""What an SVG picture may contain: drawings and notes, but nothing that runs, loads or leads away.

This module owns how a picture is read: as XML in UTF-8 without definitions of its own, as a browser
reads the file. Elements and attributes that are not in `svg_names` are refused. This module does
not know where the file is. It reads with expat, which has no limit for the depth of a file.
"""

import re
from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

from jinzai.publish import svg_names as names
from jinzai.publish.css_check import IMAGE_DATA, IN_PICTURES, SHOWN, Fault, css_faults
from jinzai.publish.svg_uses import MOST, Uses

MOST_FAULTS: Final = 100
"""The largest number of faults. After that, the search for more stops."""

MOST_DEEP: Final = 200
"""How deep elements may be nested. Browsers read XML with libxml2, which allows 256."""

# No text of an XML file can hold this character, so no name can be taken for two.
_BETWEEN: Final = "\x1f"

# Blank for what they are: they name a definition that browsers know without loading it.
_known_doctype: Final = re.compile(
    r"\A(\ufeff?(?:<\?xml[^?]*\?>)?(?:\s|<!--(?:[^-]|-[^-])*-->)*)"
    r"(<!DOCTYPE\s+svg\s+PUBLIC\s+([\"'])-//W3C//DTD SVG 1\.[0-2](?: (?:Basic|Tiny))?//EN\3"
    r"\s+([\"'])http://www\.w3\.org/[\w/.-]+\.dtd\4\s*>)"
)
_visible: Final = re.compile(r"[^\r\n]")
_tag: Final = re.compile(r"<[^\s/>]+")
_attribute: Final = re.compile(r"\s*([^\s=\"'<>/]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
# Browsers drop these from an address before they look at it (WHATWG URL, "basic URL parser").
_dropped: Final = re.compile(r"[\t\r\n]|^[\x00-\x20]+|[\x00-\x20]+$")


class _EnoughError(Exception):
    """Ends the reading of a picture early."""


def svg_faults(text: str) -> list[Fault]:
    """Everything in a picture that is not allowed, in the order of the file; at most `MOST_FAULTS`.

    `text` is the file without a byte order mark. Offsets count its characters.
    """
    return _Picture(text).faults()


class _Picture:
    """One picture while it is read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[Fault] = []
        self._open: list[str] = []
        self._style: list[tuple[int, str]] | None = None
        self._style_depth = 0
        # What lies in an element that is refused goes with it.
        self._refused_depth = 0
        self._uses = Uses()
        self._data = _known_doctype.sub(
            lambda head: head[1] + _visible.sub(" ", head[2]), text
        ).encode()
        self._byte, self._character = 0, 0
        parser = expat.ParserCreate("utf-8", _BETWEEN)
        parser.namespace_prefixes = True
        parser.ordered_attributes = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        self._parser = parser

    def faults(self) -> list[Fault]:
        try:
            self._parser.Parse(self._data, True)
            if self._uses.count() >= MOST:
                self._refuse(_TOO_MANY, 0)
        except expat.ExpatError as error:
            self._found.append(Fault(self._here(), _UNREADABLE.get(error.code, _NO_XML)))
        except _EnoughError:
            pass
        return sorted(self._found)[:MOST_FAULTS]

    def _here(self) -> int:
        """The offset of the parser in characters. It only grows."""
        index = max(self._parser.CurrentByteIndex, self._byte)
        self._character += len(self._data[self._byte : index].decode(errors="replace"))
        self._byte = index
        return self._character

    def _refuse(self, message: str, offset: int | None = None) -> None:
        self._found.append(Fault(self._here() if offset is None else offset, message))
        if len(self._found) >= MOST_FAULTS:
            raise _EnoughError

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:  # noqa: ARG002
        if version != "1.0":
            self._refuse('XML の版は version="1.0" にしてください')
        # Browsers would read the file in the encoding that it names.
        if encoding is not None and encoding.lower() not in ("utf-8", "utf8"):
            self._refuse(f"文字コードが {_cut(encoding)} とあります。UTF-8 で保存し直してください")

    def _doctype(self, *_: object) -> None:
        self._refuse("この <!DOCTYPE …> は使えません。<!DOCTYPE から > までを消してください")
        raise _EnoughError

    def _instruction(self, target: str, _: str) -> None:
        self._refuse(f"<?{_cut(target)} …?> は使えません。消してください")

    def _start(self, name: str, attributes: list[str]) -> None:
        namespace, local, shown = _parts(name)
        if not self._open and (namespace, local) != (names.SVG, "svg"):
            self._refuse(_NO_PICTURE)
            raise _EnoughError
        if len(self._open) >= MOST_DEEP:
            self._refuse(f"要素の入れ子が深すぎます({MOST_DEEP} 段まで)。{_AS_PNG}")
            raise _EnoughError
        self._open.append(local)
        given = dict(zip(attributes[::2], attributes[1::2], strict=True))
        self._uses.start(given.get("id", ""), _href(given) if local == "use" else "")
        if self._refused_depth:
            return
        if self._style is not None:
            self._refuse(f"<style> の中に <{_cut(shown)}> は使えません。消してください")
        if namespace == names.SVG:
            if local not in names.ELEMENTS:
                self._refuse(_ELEMENTS.get(local, f"<{_cut(shown)}> は図に使えません。{_REMOVE}"))
                self._refused_depth = len(self._open)
                return
            if local == "style":
                self._style, self._style_depth = [], len(self._open)
        elif not names.is_foreign(namespace):
            self._refuse(_NAMESPACES.get(namespace, _UNKNOWN).format(_cut(shown)))
            self._refused_depth = len(self._open)
            return
        for attribute, value in given.items():
            self._attribute(namespace, local, attribute, value)

    def _end(self, _: str) -> None:
        if self._style is not None and len(self._open) == self._style_depth:
            self._sheet(self._style)
            self._style = None
        if len(self._open) == self._refused_depth:
            self._refused_depth = 0
        self._open.pop()
        self._uses.end()

    def _characters(self, data: str) -> None:
        if self._style is not None:
            self._style.append((self._here(), data))

    def _sheet(self, pieces: list[tuple[int, str]]) -> None:
        """Checks a style sheet. `pieces` are joined, as browsers do it."""
        for fault in css_faults("".join(data for _, data in pieces), IN_PICTURES, _ALLOWED):
            at = fault.offset
            for start, data in pieces:
                if at < len(data):
                    self._refuse(fault.message, start + at)
                    break
                at -= len(data)
            else:
                self._refuse(fault.message)

    def _attribute(self, namespace: str, element: str, name: str, value: str) -> None:
        of, local, shown = _parts(name)
        for message in self._wrong_with(namespace, element, (of, local, shown), value):
            self._refuse(message, self._place_of(shown))

    def _wrong_with(
        self, namespace: str, element: str, name: tuple[str, str, str], value: str
    ) -> Iterator[str]:
        of, local, shown = name
        if of == "" and local.lower().startswith("on"):
            yield f"{_cut(shown)} は使えません(図の中では何も動かせません)。消してください"
        elif of in ("", names.XLINK) and local == "href":
            yield from _address(namespace, element, value)
        elif of == "" and (local in names.STYLES or local == "style"):
            for fault in css_faults(value, IN_PICTURES, _ALLOWED):
                yield f"{local} の{fault.message}"
        elif of == "" and namespace != names.SVG:
            pass  # What a drawing program keeps for itself.
        elif not (
            (of == "" and (local in names.PLAIN or local.startswith(names.OWN_PREFIXES)))
            or (of == names.XLINK and local in names.LINKED)
            or (of == names.XML and local in names.OF_XML)
            or names.is_foreign(of)
        ):
            yield f"<{_cut(element)}> の {_cut(shown)} は使えません。消してください"

    def _place_of(self, attribute: str) -> int:
        """The offset of an attribute of the present element."""
        start = self._here()
        found = _tag.match(self._text, start)
        while found is not None:
            found = _attribute.match(self._text, found.end())
            if found is not None and found[1] == attribute:
                return found.start(1)
        return start


def _address(namespace: str, element: str, value: str) -> Iterator[str]:
    """The faults of an address in `href`, in Japanese."""
    address = _dropped.sub("", value)
    if namespace != names.SVG or element not in names.LINKING:
        yield f"<{_cut(element)}> の href は使えません。消してください"
    elif not IN_PICTURES.fullmatch(address) and not (
        element in names.SHOWING and IMAGE_DATA.match(address)
    ):
        allowed = _SHOWN_IMAGES if element in names.SHOWING else _ALLOWED_PARTS
        yield f"<{element}> の href の「{_cut(address)}」は使えません。{allowed}"


def _href(attributes: dict[str, str]) -> str:
    """The address that browsers use if there are two: the one without a namespace."""
    linked = (
        value
        for name, value in attributes.items()
        if _parts(name)[:2] in (("", "href"), (names.XLINK, "href"))
    )
    return attributes.get("href") or next(linked, "")


def _parts(name: str) -> tuple[str, str, str]:
    """The namespace, the name, and the written name of an element or attribute in expat's form."""
    parts = name.split(_BETWEEN)
    if len(parts) == 1:
        return "", name, name
    written = f"{parts[2]}:{parts[1]}" if len(parts) > 2 else parts[1]
    return parts[0], parts[1], written


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


_AS_PNG: Final = "PNG で書き出して、それを置いてください"
_REMOVE: Final = f"消すか、{_AS_PNG}"
_ALLOWED_PARTS: Final = "書けるのは、同じ図の中を指す「#名前」だけです"
_ALLOWED: Final = "url() に書けるのは、同じ図の中を指す「#名前」だけです"
_SHOWN_IMAGES: Final = (
    "図に埋め込めるのは、PNG・JPEG・GIF・WebP の画像を data:image/png;base64,… の形で"
    "書いたものだけです。描画ソフトで、画像を「埋め込み」にして書き出してください"
)
_NO_PICTURE: Final = (
    "SVG の図ではありません。描画ソフトで SVG として書き出してください"
    '(始まりは <svg xmlns="http://www.w3.org/2000/svg" …> です)'
)
_TOO_MANY: Final = f"<use> の繰り返しで、図が大きくなりすぎます。{_AS_PNG}"
_RUNS: Final = f"<{{}}> は使えません(図の中では何も動かせません)。{_REMOVE}"
_ELEMENTS: Final = {
    **{
        name: _RUNS.format(name)
        for name in (
            *("script", "handler", "listener", "animate", "animateColor", "animateMotion"),
            *("animateTransform", "set", "discard", "mpath"),
        )
    },
    "a": "図の中のリンク <a> は使えません。描画ソフトでリンクを外し、ページに書いてください",
    "foreignObject": (
        "<foreignObject> は使えません。draw.io では、文字の「書式付きテキスト」と「自動折り返し」を"
        f"外すと、ただの文字で書き出せます。または、{_AS_PNG}"
    ),
}
_NAMESPACES: Final = {
    "": f"<{{}}> に、SVG であることを示す xmlns がありません。{_REMOVE}",
    names.XHTML: f"HTML の <{{}}> は、図の中に使えません。{_REMOVE}",
}
_UNKNOWN: Final = f"<{{}}> は図に使えません。{_REMOVE}"
_NO_XML: Final = "XML として読めません。描画ソフトで開き、SVG として書き出し直してください"
_CODES: Final = expat.errors.codes
_UNREADABLE: Final = {
    _CODES[code]: message
    for code, message in (
        (expat.errors.XML_ERROR_NO_ELEMENTS, _NO_PICTURE),
        (expat.errors.XML_ERROR_UNCLOSED_TOKEN, f"タグが閉じないまま終わっています。{_NO_XML}"),
        (expat.errors.XML_ERROR_TAG_MISMATCH, f"タグの始まりと終わりが合いません。{_NO_XML}"),
        (
            expat.errors.XML_ERROR_UNDEFINED_ENTITY,
            "「&名前;」の形の文字は使えません。文字そのものか、&#160; のような番号で書いてください",
        ),
        (
            expat.errors.XML_ERROR_UNBOUND_PREFIX,
            f"「:」の前の名前に、対応する xmlns がありません。{_NO_XML}",
        ),
    )
}
