"""Whatever is in content/: no traceback, and either findings or a site without a dead link.

Files of the real plans with lines lost, doubled, moved, with other words and other bytes in them,
and plans made at random. Always the same ones: a test must not depend on its day.
"""

import re
import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinzai.check.check import Checked, check
from jinzai.findings.finding import Severity
from jinzai.load.content import load, load_frameworks, load_plan
from jinzai.load.document import Document
from jinzai.load.one_file import load_document
from jinzai.parse.parse import Parsed, parse, parse_document

from .html import PROSE, Page, Vocabulary, dead_links
from .made import make_plan
from .printed import assert_printable
from .site import ROOT, Builder
from .strings import REFUSED, TEXTS

FRAMEWORKS: Final = ROOT / "tests" / "rules" / "base" / "frameworks"
# The plans that name no other plan, so that each can be looked at alone.
PLANS: Final = ("hirakata", "tokyo-template", "toyonaka")
# Pages that say nothing of any plan; test_text looks at them.
OF_PROGRAM: Final = ("guide/", "rules/")
WORDS: Final = st.sampled_from([*TEXTS, *REFUSED, "", "1", "R7", "○", "2,3", "[a, b]", "{a: b}"])
HARMLESS: Final = re.compile(r"[a-z0-9]+ (?:aria-[a-z]+|data-[a-z-]+|class|id|role|hidden|title)")
VALUE: Final = re.compile(r"(?<=: )[^\n{\[|>]+$", re.MULTILINE)


def bounded(examples: int) -> settings:
    """The same few examples every time; none is kept, none is hurried."""
    return settings(
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=examples,
        suppress_health_check=list(HealthCheck),
    )


@cache
def documents(plan: str) -> tuple[Document, ...]:
    return load_plan(ROOT, f"content/plans/{plan}").documents


@cache
def parsed(plan: str) -> Parsed:
    return parse([*load_frameworks(ROOT).documents, *documents(plan)])


def checked_with(old: Document, data: bytes) -> tuple[Checked, dict[str, str]]:
    """The plan checked with other bytes in one of its files."""
    loaded = load_document(old.file, old.kind, old.plan_id, data)
    (document,) = loaded.documents
    new, found = parse_document(document)
    plan = parsed(old.plan_id)
    files = tuple(new if file.document is old else file for file in plan.plans[old.plan_id])
    changed = Parsed({old.plan_id: files}, plan.frameworks, ())
    return check(changed, [*loaded.findings, *found]), {document.file: document.source}


class Known(NamedTuple):
    """What a page may be made of: what the pages of the real plans are made of, and prose."""

    pages: Vocabulary

    def strange(self, pages: Iterable[Page]) -> list[str]:
        """What the pages have beyond that. A page of a made plan may say more of a tag."""
        return [
            word
            for word in Vocabulary.of(pages).beyond(self.pages)
            if word not in PROSE.attributes and not HARMLESS.fullmatch(word)
        ]


@pytest.fixture(scope="module")
def known(builder: Builder) -> Known:
    pages: list[Page] = []
    for plan in PLANS:
        site = builder.publish(check(parsed(plan))).pages()
        pages += [Page.of(text) for name, text in site.items() if not name.startswith(OF_PROGRAM)]
    assert pages
    prose = Vocabulary.of(pages)
    return Known(Vocabulary(*(mine | more for mine, more in zip(prose, PROSE, strict=True))))


def assert_told_or_built(
    checked: Checked, sources: dict[str, str], builder: Builder, known: Known
) -> None:
    assert_printable(checked.findings, sources)
    errors = [one for one in checked.findings if one.severity is Severity.ERROR]
    assert (checked.content is None) == bool(errors)
    built = builder.publish(checked)
    if built.site is None:
        return
    pages = {
        name: Page.of(text)
        for name, text in built.pages().items()
        if not name.startswith(OF_PROGRAM)
    }
    assert known.strange(pages.values()) == []
    assert list(dead_links(pages, built.addresses))[:9] == []


def a_file(data: st.DataObject) -> Document:
    plan = data.draw(st.sampled_from(PLANS))
    return data.draw(st.sampled_from(documents(plan)))


@bounded(40)
@given(st.data())
def test_lines_lost_doubled_and_moved(builder: Builder, known: Known, data: st.DataObject) -> None:
    old = a_file(data)
    lines = old.source.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 3))):
        if not lines:
            break
        here, there = (data.draw(st.integers(0, len(lines) - 1)) for _ in "ab")
        change = data.draw(st.sampled_from(["lose", "double", "move", "swap", "shift", "cut"]))
        if change == "lose":
            del lines[here]
        elif change == "double":
            lines.insert(here, lines[there])
        elif change == "move":
            lines.insert(there, lines.pop(here))
        elif change == "swap":
            lines[here], lines[there] = lines[there], lines[here]
        elif change == "shift":
            lines[here] = data.draw(st.sampled_from([" ", "  ", "- ", "\t", "　"])) + lines[here]
        else:
            lines[here] = lines[here][: data.draw(st.integers(0, len(lines[here])))]
    checked, sources = checked_with(old, "".join(lines).encode())
    assert_told_or_built(checked, sources, builder, known)


@bounded(40)
@given(st.data())
def test_other_words_in_place_of_values(
    builder: Builder, known: Known, data: st.DataObject
) -> None:
    old = a_file(data)
    text = old.source
    for _ in range(data.draw(st.integers(1, 3))):
        values = list(VALUE.finditer(text))
        if not values:
            break
        value = data.draw(st.sampled_from(values))
        word = data.draw(WORDS | st.text(max_size=20))
        quote = data.draw(st.sampled_from(["", '"', "'"]))
        text = text[: value.start()] + quote + word + quote + text[value.end() :]
    checked, sources = checked_with(old, text.encode("utf-8", "surrogatepass"))
    assert_told_or_built(checked, sources, builder, known)


@bounded(25)
@given(st.data())
def test_truncated_files_and_other_bytes(
    builder: Builder, known: Known, data: st.DataObject
) -> None:
    old = a_file(data)
    raw = bytearray(old.source.encode())
    at = data.draw(st.integers(0, len(raw)))
    change = data.draw(st.sampled_from(["truncate", "insert", "replace", "encode"]))
    if change == "truncate":
        del raw[at:]
    elif change == "insert":
        raw[at:at] = data.draw(st.binary(min_size=1, max_size=8))
    elif change == "replace":
        raw[at : at + 4] = data.draw(st.binary(min_size=1, max_size=4))
    else:
        codec = data.draw(st.sampled_from(["cp932", "euc_jp", "utf-16", "utf-8-sig"]))
        raw = bytearray(old.source.encode(codec, "replace"))
    checked, sources = checked_with(old, bytes(raw))
    assert_told_or_built(checked, sources, builder, known)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("made")


def made(seed: int, folder: Path) -> tuple[Checked, dict[str, str]]:
    """A plan made at random, checked, and the text of its files."""
    root = folder / "project"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(FRAMEWORKS, root / "content" / "frameworks")
    make_plan(Random(seed), "made", root / "content" / "plans" / "made")
    loaded = load(root)
    sources = {document.file: document.source for document in loaded.documents}
    return check(parse(loaded.documents), loaded.findings), sources


@bounded(25)
@given(seed=st.integers(0, 10_000))
def test_a_plan_made_at_random(builder: Builder, known: Known, folder: Path, seed: int) -> None:
    checked, sources = made(seed, folder)
    assert_told_or_built(checked, sources, builder, known)


def test_most_plans_made_at_random_are_valid(folder: Path) -> None:
    # Else the test before this one shows nothing.
    valid = [made(seed, folder)[0].content is not None for seed in range(20)]
    assert sum(valid) > len(valid) / 2
