"""The synonyms of the search: groups of words that would find nothing."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from jinzai.findings.finding import Finding
from jinzai.findings.rules_completeness import SYNONYM_WITHOUT_HIT
from jinzai.model.synonyms import SynonymGroup, Synonyms
from jinzai.parse.parse import ParsedFile


def groups(files: Iterable[ParsedFile]) -> tuple[SynonymGroup, ...]:
    """The groups of the files of synonyms that could be read."""
    return tuple(group for _, _, group in _placed(files))


def without_a_hit(files: Iterable[ParsedFile], searched: Iterable[ParsedFile]) -> Iterator[Finding]:
    """Groups without a word that stands in some text of the files `searched`.

    Width and case do not count. The content must have no errors.
    """
    missing = [(*placed, [*map(_fold, placed[2].words)]) for placed in _placed(files)]
    for file in searched:
        if not missing:
            return
        text = _fold("\n".join(_texts(file.record)))
        missing = [one for one in missing if not any(word in text for word in one[3])]
    for file, number, group, _ in missing:
        facts = {"words": "、".join(group.words)}
        yield Finding(SYNONYM_WITHOUT_HIT, file.place(("groups", number)), facts)


def _placed(files: Iterable[ParsedFile]) -> Iterator[tuple[ParsedFile, int, SynonymGroup]]:
    for file in files:
        if isinstance(file.record, Synonyms):
            for number, group in enumerate(file.record.groups):
                yield file, number, group


def _texts(value: Any) -> Iterator[str]:
    """Every text in a record, without ids."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name, inner in value:
            if name != "id":
                yield from _texts(inner)
    elif isinstance(value, dict):
        yield from _texts((*value.values(),))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
