"""What the tests ask of a page's HTML: its links, anchors, headings, and whether it nests."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "wbr", "col", "source"])


@dataclass
class HtmlFacts(HTMLParser):
    """Reads one fragment. `problems` says where tags do not nest or an id stands twice."""

    html: str
    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    headings: list[int] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self.feed(self.html)
        self.close()
        if self._open:
            self.problems.append(f"open at the end: {self._open}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag not in VOID:
            self._open.append(tag)
        if tag == "a":
            self.links.append(values.get("href") or "")
            if self._open.count("a") > 1:
                self.problems.append("a link in a link")
        if anchor := values.get("id"):
            if anchor in self.anchors:
                self.problems.append(f"twice: {anchor}")
            self.anchors.add(anchor)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag in ("p", "ul", "ol", "dl", "div", "table") and "p" in self._open[:-1]:
            self.problems.append(f"<{tag}> in <p>")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.problems.append(f"</{tag}> out of place at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        self.text += data
