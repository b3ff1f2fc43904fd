"""Whatever a text says, the page is the same but for that text.

The same content is built with harmless words and with strings that break programs, in every text
field of every kind of file. Page by page nothing may differ but the words themselves.
"""

import csv
import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from jinzai.export.plain import plain_text
from jinzai.model.prose import links, tokens
from jinzai.publish.search import SEARCH_INDEX
from jinzai.render.page import room

from .content import Assign, Field, rewrite, text_fields
from .html import PROSE, Page, Vocabulary, dead_links, first_difference, squeezed
from .site import ROOT, Builder, Built
from .strings import TEXTS

TOKEN: Final = re.compile(r"無害な(\d+)文")
ROUNDS: Final = range(2)


class Site(NamedTuple):
    """A site and its pages taken apart."""

    built: Built
    pages: dict[str, Page]


class Pair(NamedTuple):
    """The two sites, and the string that stands where the harmless one has a number."""

    harmless: Site
    hostile: Site
    said: dict[int, str]

    def told(self, text: str) -> str:
        """A harmless text with the strings in place."""
        return TOKEN.sub(lambda found: self.said[int(found[1])], text)


@cache
def is_plain(text: str) -> bool:
    """Whether Markdown makes nothing of a text but a paragraph that says the same."""
    blocks = tokens(text)
    if [block.type for block in blocks] != ["paragraph_open", "inline", "paragraph_close"]:
        return False
    children = blocks[1].children or []
    return all(child.type == "text" for child in children) and plain_text(text) == text


def strings(number: int, *, is_prose: bool, shift: int) -> str:
    """The string for the n-th text; the number at its end makes it the only one."""
    known = [text for text in TEXTS if not is_prose or is_plain(text + "1")]
    return f"{known[(number * 7 + shift) % len(known)]}{number}"


def copy(target: Path) -> Path:
    for part in ("plans", "frameworks"):
        shutil.copytree(ROOT / "content" / part, target / "content" / part)
    shutil.copy(ROOT / "content" / "synonyms.yaml", target / "content")
    return target


def build(builder: Builder, root: Path, assign: Assign) -> Site:
    rewrite(copy(root), assign)
    built = builder.build(root)
    errors = [one for one in built.checked.findings if one.severity == "error"]
    assert not errors, [(one.place, one.message) for one in errors[:5]]
    return Site(built, {name: Page.of(text) for name, text in built.pages().items()})


def numbered(say: Callable[[int, Field], str]) -> Assign:
    numbers = count()
    return lambda field, _old: say(next(numbers), field)


@pytest.fixture(scope="module")
def same_sheets() -> Iterator[None]:
    """Both sites have the same pages: a long string makes no further sheet of a comparison."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "BYTES_ON_A_PAGE", 10**9)
        yield


@pytest.fixture(scope="module")
def harmless(builder: Builder, same_sheets: None, tmp_path_factory: pytest.TempPathFactory) -> Site:
    assign = numbered(lambda number, _: f"無害な{number}文")
    return build(builder, tmp_path_factory.mktemp("harmless"), assign)


@pytest.fixture(scope="module", params=ROUNDS)
def pair(
    request: pytest.FixtureRequest,
    builder: Builder,
    harmless: Site,
    same_sheets: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> Pair:
    tokens_of_shells = [
        text for slot in builder.run.marks.for_templates().values() for text in slot.values()
    ]
    said: dict[int, str] = {}

    def say(number: int, field: Field) -> str:
        said[number] = strings(number, is_prose=field.is_prose, shift=31 * request.param)
        if number % 50 == 0:
            said[number] = f"{tokens_of_shells[number // 50 % len(tokens_of_shells)]}{number}"
        return said[number]

    hostile = build(builder, tmp_path_factory.mktemp("hostile"), numbered(say))
    return Pair(harmless, hostile, said)


def test_markdown_becomes_prose_and_nothing_else(
    builder: Builder, harmless: Site, tmp_path: Path
) -> None:
    known = [text for text in TEXTS if not any(_refused(text))]
    known += [
        "長" * 10_000,
        "<b>" * 4_000,
        "|a|b|\n|-|-|\n|<i>|`</td>`|",
        "---\n\n- a\n  - b\n\n1. c",
    ]

    def say(number: int, field: Field) -> str:
        return known[number % len(known)] if field.is_prose else f"文{number}"

    site = build(builder, tmp_path, numbered(say))
    used = Vocabulary.of(site.pages.values()).beyond(Vocabulary.of(harmless.pages.values()))
    assert set(used) <= {word for words in PROSE for word in words}
    assert list(dead_links(site.pages, site.built.addresses))[:9] == []


def _refused(text: str) -> list[bool]:
    return [link.image or link.kind not in ("http", "https", "mailto") for link in links(text)]


def test_every_text_field_is_tried(tmp_path: Path) -> None:
    tried: set[Field] = set()

    def assign(field: Field, old: str) -> str:
        tried.add(field)
        return old or "文"

    rewrite(copy(tmp_path), assign)
    # A mark of a cell is that of the legend, which is asked for first.
    marks = {Field("MarkedCell", "mark", False), Field("Row", "marks", False)}
    assert text_fields() - tried - marks == set()


def test_the_pages_and_files_are_the_same(pair: Pair) -> None:
    assert pair.harmless.built.addresses == pair.hostile.built.addresses


def test_no_page_has_another_tag_or_attribute(pair: Pair) -> None:
    for name, page in pair.hostile.pages.items():
        assert not first_difference(page.skeleton, pair.harmless.pages[name].skeleton), name


def test_every_link_leads_somewhere(harmless: Site) -> None:
    assert list(dead_links(harmless.pages, harmless.built.addresses))[:9] == []


def test_no_link_leads_anywhere_else(pair: Pair) -> None:
    for name, page in pair.hostile.pages.items():
        assert not first_difference(page.urls, pair.harmless.pages[name].urls), name


def test_no_script_or_style_says_anything_else(pair: Pair) -> None:
    for name, page in pair.hostile.pages.items():
        assert not first_difference(page.scripts, pair.harmless.pages[name].scripts), name


def test_the_screen_shows_every_string_as_it_is(pair: Pair) -> None:
    for name, page in pair.hostile.pages.items():
        expected = [squeezed(pair.told(text)) for text in pair.harmless.pages[name].texts]
        assert not first_difference(list(map(_excerpt, page.texts, expected)), expected), name


def test_attributes_say_every_string_as_it_is(pair: Pair) -> None:
    for name, page in pair.hostile.pages.items():
        expected = [_meaning(said, pair.told) for said in pair.harmless.pages[name].said]
        assert not first_difference(list(map(_meaning, page.said)), expected), name


def test_tables_say_every_string_and_no_formula(pair: Pair) -> None:
    files = [name for name in pair.hostile.built.addresses if name.endswith(".csv")]
    assert files
    for name in files:
        rows = list(csv.reader(pair.hostile.built.text(name).removeprefix("\ufeff").splitlines()))
        harmless = csv.reader(pair.harmless.built.text(name).removeprefix("\ufeff").splitlines())
        for row, expected in zip(rows, harmless, strict=True):
            for cell, text in zip(row, map(pair.told, expected), strict=True):
                assert cell in (text, f"'{text}")
                assert len(cell) == 1 or cell[:1] not in tuple("=+-@＝＋－＠")


def test_the_search_knows_every_string(pair: Pair) -> None:
    hostile, harmless = (_records(site) for site in (pair.hostile, pair.harmless))
    assert len(hostile) == len(harmless)
    for record, expected in zip(hostile, harmless, strict=True):
        if isinstance(record, int) or isinstance(expected, int):
            # A list that another plan has too is the number of that one's record.
            assert record == expected
            continue
        address, title, kind, *texts = record
        assert [address, title, kind] == [expected[0], pair.told(expected[1]), expected[2]]
        for text, safe in zip(texts[:1], expected[3:4], strict=True):
            assert text.startswith(pair.told(TOKEN.split(safe)[0]))


def _excerpt(shown: str, whole: str) -> str:
    """The whole text that a text begins, if it says with … that it is."""
    is_excerpt = shown.endswith("…") and whole.startswith(shown[:-1]) and len(shown) > 10
    return whole if is_excerpt else shown


def _meaning(said: tuple[str, str], told: Callable[[str], str] = str) -> object:
    """What an attribute says: the value of JSON, the words of anything else."""
    name, value = said
    if value[:1] not in ("[", "{"):
        return name, squeezed(told(value))
    try:
        return name, _told(json.loads(value), told)
    except ValueError:
        return name, squeezed(told(value))


def _told(value: object, told: Callable[[str], str]) -> object:
    if isinstance(value, list):
        return [_told(inner, told) for inner in value]
    if isinstance(value, dict):
        return {key: _told(inner, told) for key, inner in value.items()}
    return told(value) if isinstance(value, str) else value


def _records(site: Site) -> list[list[Any] | int]:
    source = site.built.text(SEARCH_INDEX)
    found = re.fullmatch(r'jinzaiSearch\.take\("[a-z/-]+",(.*)\);\n', source, re.DOTALL)
    assert found is not None
    assert "\u2028" not in source
    records: list[list[Any] | int] = json.loads(found[1])["records"]
    return records
