"""A page as a browser takes it apart: its skeleton of tags, its addresses, its text."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import Final, NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_URLS = frozenset(["href", "src", "action", "data", "srcset", "formaction", "poster", "content"])
_FRAME = re.compile(r"\bjz-(?:table|matrix)-frame\b")
_SILENT = frozenset(["script", "style", "template"])


@dataclass
class Page(HTMLParser):
    """What is in a page. `<wbr>` is no part of the skeleton: where a word breaks is up to it.

    `skeleton` has every tag with the names of its attributes, `urls` every address, `texts` what
    can be read, `said` what attributes say, `scripts` what stands in scripts and styles.
    """

    skeleton: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=lambda: [""])
    said: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    trail: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @classmethod
    def of(cls, text: str) -> "Page":
        """The page with this source."""
        page = cls()
        page.feed(text)
        page.close()
        return page

    @property
    def tags(self) -> set[str]:
        """The names of all tags."""
        return {found[1] for piece in self.skeleton if (found := re.match(r"</?(\w+)", piece))}

    @property
    def texts(self) -> list[str]:
        """All that can be read, in stretches without a tag, one space for any white space."""
        return [squeezed(text) for text in self.words if text.strip()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "wbr":
            return
        if any(name == "class" and _FRAME.search(value or "") for name, value in attrs):
            # A table that is too wide to fit can be scrolled; how wide it is its words say.
            attrs = []
        names = " ".join(name for name, _ in attrs)
        self.skeleton.append(f"<{tag} {names}>")
        for name, value in attrs:
            if name in _URLS and tag != "meta":
                self.urls.append(f"{tag} {name} {value or ''}")
            else:
                self.said.append((f"{tag} {name}", value or ""))
        self.trail.append(tag)
        self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        self.skeleton.append(f"</{tag}>")
        self.words.append("")
        if tag in self.trail:
            while self.trail.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        silent = bool(self.trail) and self.trail[-1] in _SILENT
        if silent:
            self.scripts.append(data)
        else:
            self.words[-1] += data

    def handle_comment(self, data: str) -> None:
        self.skeleton.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.skeleton.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.skeleton.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.skeleton.append(f"<![{data}]>")


def squeezed(text: str) -> str:
    """A text as `Page.texts` would have it."""
    return re.sub(r"\s+", " ", text).strip()


class Vocabulary(NamedTuple):
    """What pages are made of: tags, names of attributes, schemes of addresses, scripts."""

    tags: frozenset[str]
    attributes: frozenset[str]
    schemes: frozenset[str]
    scripts: frozenset[str]

    @classmethod
    def of(cls, pages: Iterable[Page]) -> "Vocabulary":
        """All that these pages use."""
        listed = list(pages)
        return cls(
            frozenset(tag for page in listed for tag in page.tags),
            frozenset(name for page in listed for name, _ in page.said),
            frozenset(_scheme(url) for page in listed for url in page.urls),
            frozenset(script for page in listed for script in page.scripts),
        )

    def beyond(self, other: "Vocabulary") -> list[str]:
        """What is not in another one."""
        return [word for mine, known in zip(self, other, strict=True) for word in mine - known]


_PROSE_TAGS: Final = (
    *("p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "a"),
    *("div", "table", "thead", "tbody", "tr", "th", "td", "h2", "h3", "h4", "h5", "h6"),
)
PROSE: Final = Vocabulary(
    frozenset(_PROSE_TAGS),
    frozenset(
        ["a rel", "a class", "ol start", "th class", "td class", "table class", "th scope"]
        + [f"div {name}" for name in ("class", "role", "aria-label", "tabindex")]
        + [f"h{level} id" for level in range(2, 7)]
    ),
    frozenset(["", "http:", "https:", "mailto:"]),
    frozenset(),
)
"""All that Markdown may become. None of it loads or runs anything."""


@lru_cache(maxsize=65536)
def _scheme(url: str) -> str:
    address = url.split(" ", 2)[2].strip()
    found = re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", address)
    return found[0].lower() if found else ""


def dead_links(pages: Mapping[str, Page], addresses: Container[str]) -> Iterator[str]:
    """Inner links of pages that lead to no page, or to no place on a page."""
    ids = {
        name: {said for key, said in page.said if key.endswith(" id")}
        for name, page in pages.items()
    }
    for name, page in pages.items():
        folder = name.rpartition("/")[0]
        for url in page.urls:
            target, anchor = _target(folder, url)
            target = target if target is None or target else name
            if target is None:
                continue
            if target not in addresses or (anchor and anchor not in ids.get(target, [anchor])):
                yield f"{name}: {url}"


@lru_cache(maxsize=65536)
def _target(folder: str, url: str) -> tuple[str | None, str]:
    """Address, empty for the page itself, and anchor of an inner link; None for any other."""
    _, attribute, address = url.split(" ", 2)
    if attribute not in ("href", "src") or _scheme(url):
        return None, ""
    path, anchor = urldefrag(address)
    if not path:
        return "", unquote(anchor)
    whole = urlsplit(urljoin(f"https://x.invalid/{folder}/", path)).path
    return unquote(whole).lstrip("/"), unquote(anchor)


def first_difference(found: Sequence[object], expected: Sequence[object]) -> tuple[object, ...]:
    """Where two sequences begin to differ, and what is there; empty where they are the same.

    A page as a whole is more than anybody can compare, pytest's own differ included.
    """
    if found == expected:
        return ()
    pairs = enumerate(zip(found, expected, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), min(len(found), len(expected)))
    return at, found[max(at - 5, 0) : at + 60], expected[max(at - 5, 0) : at + 60]
