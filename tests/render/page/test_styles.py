"""Style sheets: a page loads each that styles something on it; each styled class is used."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from jinzai.publish.page import Page
from jinzai.render.page.styles import OF_TEMPLATE, OF_WING, styles
from tests.render.sample_site import ROOT, TEMPLATES

ASSETS = TEMPLATES / "theme" / "assets" / "jinzai"
SHEETS = {path.stem: path.read_text("utf-8") for path in sorted(ASSETS.glob("*.css"))}
WRITING = sorted(
    path.relative_to(TEMPLATES).as_posix()
    for wing in OF_WING
    for path in (TEMPLATES / wing).glob("*.html")
)
FRAME = "".join(path.read_text("utf-8") for path in sorted((TEMPLATES / "theme").rglob("*.html")))
EVERYWHERE = ("base", "frame")
BY_FRAME = {*EVERYWHERE, "palettes", "written", "search-box"}
_comment = re.compile(r"/\*.*?\*/", re.DOTALL)
_selectors = re.compile(r"([^{};]+)\{")
_group = re.compile(r":(is|where|has)\(([^()]*)\)")
_other = re.compile(r":(not|nth-child|nth-last-child|lang)\([^()]*\)")
_class = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_in_html = re.compile(r'class="([^"]*)"')


class Needs(NamedTuple):
    """The classes that a page needs for a rule to match: all of `every`, one of each set."""

    every: frozenset[str]
    one_of: tuple[frozenset[str], ...]

    def are_met_by(self, classes: set[str]) -> bool:
        return self.every <= classes and all(some & classes for some in self.one_of)


def rules(sheet: str) -> Iterator[str]:
    """Each selector of a style sheet; what at-rules begin with is left out."""
    for found in _selectors.findall(_comment.sub("", sheet)):
        text = " ".join(found.split())
        if text and not text.startswith("@") and text not in ("from", "to"):
            yield text


def alternatives(selectors: str) -> list[str]:
    """The selectors of a list; commas within brackets do not part them."""
    found, depth = [""], 0
    for sign in selectors:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found


def needs(selector: str) -> Needs:
    """What a page must have for the selector to match; what it must not have is left out."""
    while _other.search(selector):
        selector = _other.sub("", selector)
    groups = []
    for _, listed in _group.findall(selector):
        parts = [frozenset(_class.findall(part)) for part in listed.split(",")]
        if all(parts):
            groups.append(frozenset().union(*parts))
    return Needs(frozenset(_class.findall(_group.sub("", selector))), tuple(groups))


def class_names(html: str) -> set[str]:
    return {name for found in _in_html.findall(html) for name in found.split()}


OF_FRAME = class_names(FRAME)


def classes(page: Page) -> set[str]:
    """The classes on a page, the frame's among them."""
    html = "".join((page.body, page.navigation, page.crumbs))
    return OF_FRAME | class_names(html)


def loaded(page: Page) -> set[str]:
    return {*EVERYWHERE, *re.findall(r"assets/jinzai/([\w-]+)\.css", page.styles)}


@pytest.mark.parametrize("which", ["pages", "real_pages"])
def test_a_page_loads_every_sheet_that_styles_something_on_it(
    which: str, request: pytest.FixtureRequest
) -> None:
    found: dict[str, Page] = request.getfixturevalue(which)
    by_sheet = {
        name: [needs(one) for rule in rules(sheet) for one in alternatives(rule)]
        for name, sheet in SHEETS.items()
        if name not in BY_FRAME
    }
    missing = {
        (name, page.address, *need.every)
        for page in found.values()
        for have in [classes(page)]
        for name in by_sheet.keys() - loaded(page)
        for need in by_sheet[name]
        if need.are_met_by(have)
    }
    assert missing == set()


def test_sheets_of_some_pages_style_classes_alone() -> None:
    """What has no class would look another way on a page that does not load the sheet."""
    bare = {
        (name, one)
        for name, sheet in SHEETS.items()
        if name not in BY_FRAME
        for rule in rules(sheet)
        for one in alternatives(rule)
        if not {cls for cls in _class.findall(one) if cls.startswith("jz-")}
    }
    assert bare == set()


def test_every_sheet_is_loaded_by_some_page() -> None:
    named = {name for template in WRITING for name in styles(template)}
    assert named == SHEETS.keys() - BY_FRAME


def test_every_template_that_the_table_names_is_there() -> None:
    assert OF_TEMPLATE.keys() <= set(WRITING)


def test_every_class_that_is_styled_is_used_somewhere() -> None:
    styled = {
        name
        for sheet in SHEETS.values()
        for rule in rules(sheet)
        for name in _class.findall(rule)
        if name.startswith("jz-")
    }
    sources = [
        *TEMPLATES.rglob("*.html"),
        *ASSETS.glob("*.js"),
        *(ROOT / "jinzai").rglob("*.py"),
        *(ROOT / "jinzai").rglob("*.js"),
    ]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    # `jz-mark--{{ item.style }}` names all classes that begin so.
    begun = tuple(set(re.findall(r"(jz-[\w-]+)(?=\{|[\"'] ?[~+]|\$\{)", text)))
    unused = {
        name
        for name in styled
        if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
        and not (begun and name.startswith(begun))
    }
    assert unused == set()


@pytest.mark.parametrize("template", WRITING)
def test_the_sheets_of_a_page_weigh_at_most_60_kb(template: str) -> None:
    weight = sum(len(SHEETS[name].encode()) for name in (*EVERYWHERE, *styles(template)))
    assert weight <= 60_000


def test_what_a_page_loads_is_said_in_its_head(real_pages: dict[str, Page]) -> None:
    role = real_pages["toyonaka/roles/leader.html"].styles
    assert role.splitlines() == [
        f'<link rel="stylesheet" href="../../assets/jinzai/{name}.css">'
        for name in styles("plan/role.html")
    ]
    entry = next(page for address, page in real_pages.items() if address.startswith("frameworks/"))
    assert isinstance(entry.styles, str)


def test_a_folder_that_is_no_wing_has_no_sheets() -> None:
    with pytest.raises(KeyError):
        styles("nowhere/page.html")


def test_what_a_selector_needs() -> None:
    assert needs(".md-typeset :is(.jz-a, .jz-b) > .jz-c:not(.jz-d)") == Needs(
        frozenset({"md-typeset", "jz-c"}), (frozenset({"jz-a", "jz-b"}),)
    )
    assert alternatives(".jz-a:is(b, c), .jz-d") == [".jz-a:is(b, c)", " .jz-d"]
    assert not needs(".jz-a .jz-b").are_met_by({"jz-a"})
