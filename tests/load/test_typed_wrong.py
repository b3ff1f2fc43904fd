"""Mistakes made mechanically in the five plans: one finding, in the line of the mistake."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.slips import SLIPS
from jinzai.load.content import load
from jinzai.load.document import Document
from jinzai.load.one_file import load_document

from .cases import where

PROJECT = Path(__file__).parents[2]
_Wrong = Iterator[tuple[str, int]]
"""Texts with one mistake each, and the lines of the mistakes."""


def _without_closing_quotes(text: str) -> _Wrong:
    yield from SLIPS["a closing quote dropped"](text)


def _with_typed_quotes(text: str) -> _Wrong:
    yield from list(SLIPS["curly quotes around a value"](text))[::23]


def _with_special_spaces(text: str) -> _Wrong:
    for found in list(re.finditer(r"(?m)^  +(?=\S)|(?<=: )?(?<=:) (?=\S)", text))[::97]:
        wrong = text[: found.start()] + "\u00a0" * len(found[0]) + text[found.end() :]
        yield wrong, text.count("\n", 0, found.start()) + 1


@pytest.mark.parametrize(
    "mistakes", [_without_closing_quotes, _with_typed_quotes, _with_special_spaces]
)
def test_one_finding_in_the_line_of_the_mistake(mistakes: Callable[[str], _Wrong]) -> None:
    tried = right = 0
    for document in _documents():
        for wrong, line in mistakes(document.source):
            found = load_document(document.file, document.kind, document.plan_id, wrong).findings
            tried += 1
            right += [where(one)[0] for one in found] == [line]
    assert tried >= 90
    assert right >= 0.98 * tried


def _documents() -> Iterator[Document]:
    return (one for one in load(PROJECT).documents if one.file.endswith(".yaml"))
