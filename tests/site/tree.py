"""A page as a tree of elements, to read it by its structure rather than by its wording."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

VOID: Final = frozenset(
    ["br", "hr", "img", "input", "link", "meta", "wbr", "col", "source", "rect"]
)


@dataclass
class Element:
    """An element; `children` are elements and texts in their order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    parent: "Element | None" = None

    def __getitem__(self, attribute: str) -> str:
        return self.attributes.get(attribute, "")

    @property
    def text(self) -> str:
        """Everything said in it, each run of white space one space."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag == "br":
                yield " "
            else:
                yield from child._texts()

    def every(self, tag: str = "", **attributes: str) -> Iterator["Element"]:
        """The elements below it of a tag and with attributes; of `class_` one name is enough.

        `data_slot` is the attribute `data-slot`.
        """
        for child in self.children:
            if isinstance(child, Element):
                if tag in ("", child.tag) and all(map(child._has, attributes.items())):
                    yield child
                yield from child.every(tag, **attributes)

    def first(self, tag: str = "", **attributes: str) -> "Element":
        """The first of them. Raises LookupError if there is no such element."""
        found = next(self.every(tag, **attributes), None)
        if found is None:
            raise LookupError(f"<{self.tag}> has no <{tag}> with {attributes}")
        return found

    def following(self) -> Iterator["Element"]:
        """The elements beside it, up to the next heading of its kind.

        Of a heading that opens a fold they are what the fold holds.
        """
        place_of: Element = self
        if self.parent is not None and self.parent.tag == "summary":
            place_of = self.parent
        beside = place_of.parent.children if place_of.parent is not None else []
        place = next(n for n, one in enumerate(beside) if one is place_of)
        for one in beside[place + 1 :]:
            if isinstance(one, Element):
                if one.tag == self.tag:
                    return
                yield one

    def _has(self, wanted: tuple[str, str]) -> bool:
        name, value = wanted
        if name == "class_":
            return value in self["class"].split()
        return self[name.replace("_", "-")] == value


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, parent=self.here)
        self.here.children.append(made)
        if tag not in VOID:
            self.here = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, parent=self.here)
        self.here.children.append(made)

    def handle_endtag(self, tag: str) -> None:
        closing: Element | None = self.here
        while closing is not None and closing.tag != tag:
            closing = closing.parent
        if closing is not None and closing.parent is not None:
            self.here = closing.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def tree(html: str) -> Element:
    """The tree of a page's text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def read(path: Path) -> Element:
    """The tree of a page."""
    return tree(path.read_text("utf-8"))
