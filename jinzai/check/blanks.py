"""Blanks: what a template leaves open is typed, and an adopted plan leaves nothing open."""

import re
from collections.abc import Iterator
from typing import Any

from jinzai.check.index import PlanIndex
from jinzai.findings.finding import Finding, Place
from jinzai.findings.rules_content import BLANK_AS_TEXT, PLACEHOLDER_LEFT
from jinzai.load.tree import Tree
from jinzai.model.plan import Placeholder, Status
from jinzai.model.walk import Path

# 〇 is also the zero of numbers in kanji: 二〇二五.
_blank = re.compile(r"[○◯]|(?<![一二三四五六七八九〇])〇(?![一二三四五六七八九〇])")
_blank_link = re.compile(r"\[[^\]]*\]\(placeholder:[^)]*\)")
# Here a ○ is a sign of its own: a mark of a matrix, or a blank as the template prints it.
_BLANK_FREE = frozenset(["label", "mark", "marks"])


def blanks(index: PlanIndex) -> Iterator[Finding]:
    """Typed blanks in an adopted plan, and untyped ones anywhere."""
    plan = index.content.plan if index.content else None
    if plan is not None and plan.status is Status.ADOPTED:
        for entity in index.of_kind("placeholder"):
            if isinstance(entity.record, Placeholder):
                yield index.at(PLACEHOLDER_LEFT, entity, label=entity.record.label)
    for file in index.files:
        if file.document.tree is not None:
            for place in _raw_blanks(file.document.tree):
                yield Finding(BLANK_AS_TEXT, place, plan_id=index.plan_id)


def _raw_blanks(tree: Tree) -> Iterator[Place]:
    for path, text in _texts(tree.value, ()):
        if "○" in text or "◯" in text or "〇" in text:
            outside = _blank_link.sub(lambda link: "\0" * len(link[0]), text)
            for match in _blank.finditer(outside):
                occurrence = text.count(match[0], 0, match.start())
                yield tree.text_place(path, match[0], occurrence)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts of a file but those in which a ○ is a sign of its own."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _BLANK_FREE:
                yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))
