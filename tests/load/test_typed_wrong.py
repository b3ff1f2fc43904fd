"""Mistakes made mechanically in the five plans: one finding, in the line of the mistake."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from jinzai.load.content import load
from jinzai.load.document import Document
from jinzai.load.one_file import load_document

from .cases import where

PROJECT = Path(__file__).parents[2]
_VALUE = re.compile(r"(?m)^( *(?:- )?(?:[a-z_]+: )|^ *- )([^\s\"'\[{|>&*!%@`#-][^\"'\n]*)$")
_Wrong = Iterator[tuple[str, int]]
"""Texts with one mistake each, and the lines of the mistakes."""


def _without_closing_quotes(text: str) -> _Wrong:
    for token in yaml.scan(text):
        if isinstance(token, yaml.ScalarToken) and token.style in ('"', "'"):
            end = token.end_mark.index - 1
            yield text[:end] + text[end + 1 :], token.start_mark.line + 1


def _with_typed_quotes(text: str) -> _Wrong:
    for found in list(_VALUE.finditer(text))[::23]:
        wrong = f"{text[: found.start(2)]}“{found[2]}”{text[found.end() :]}"
        yield wrong, text.count("\n", 0, found.start()) + 1


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
