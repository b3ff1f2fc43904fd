"""The synonyms of the search: groups of words that would find nothing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from jinzai.check.index import PlanIndex
from jinzai.findings.finding import Finding, Place
from jinzai.findings.rules_completeness import SYNONYM_WITHOUT_HIT
from jinzai.model.plan import Plan
from jinzai.model.search_fold import fold
from jinzai.model.synonyms import SynonymGroup, Synonyms
from jinzai.parse.parse import ParsedFile

_ITSELF: Final = frozenset(["id", "synonyms"])
"""Fields in which a word is no hit: what nobody searches, and the groups themselves."""


class _Placed(NamedTuple):
    """A group and where it stands."""

    place: Place
    group: SynonymGroup


def groups(files: Iterable[ParsedFile]) -> tuple[SynonymGroup, ...]:
    """The groups of the files of synonyms that could be read."""
    return tuple(one.group for one in _placed(files))


def hits(groups: Sequence[SynonymGroup], records: Iterable[BaseModel | None]) -> frozenset[int]:
    """The numbers of the groups with a hit: a word that stands in some text of the records.

    Texts and words are folded as in the search. Records are read only until each group has a hit.
    """
    left = {number: [*filter(None, map(fold, one.words))] for number, one in enumerate(groups)}
    for record in records if left else ():
        texts = [*map(fold, _texts(record))]
        left = {
            number: words
            for number, words in left.items()
            if not any(word in text for word in words for text in texts)
        }
        if not left:
            break
    return frozenset(range(len(groups))) - left.keys()


def without_a_hit(files: Iterable[ParsedFile], found: Collection[int]) -> Iterator[Finding]:
    """Groups of the site without a word that stands in some text.

    `found` are the numbers of the groups with a hit, as `hits` numbers `groups`.
    """
    return _missing(_placed(files), found, "どの計画にも枠組みにも")


def of_plan(index: PlanIndex) -> Iterator[Finding]:
    """Groups of a plan without a word that stands in a text of the plan.

    Nothing is said if a part of the plan could not be read, because a word may stand there.
    """
    placed = [
        _Placed(file.place(("synonyms", number)), group)
        for file in index.files
        if isinstance(file.record, Plan)
        for number, group in enumerate(file.record.synonyms)
    ]
    if placed and not index.open_kinds and not index.unreadable:
        found = hits([one.group for one in placed], (file.record for file in index.files))
        yield from _missing(placed, found, "この計画のどこにも")


def _missing(placed: Iterable[_Placed], found: Collection[int], where: str) -> Iterator[Finding]:
    """A finding for each group without a hit."""
    for number, one in enumerate(placed):
        if number not in found:
            facts = {"words": "、".join(one.group.words), "where": where}
            yield Finding(SYNONYM_WITHOUT_HIT, one.place, facts)


def _placed(files: Iterable[ParsedFile]) -> Iterator[_Placed]:
    for file in files:
        if isinstance(file.record, Synonyms):
            for number, group in enumerate(file.record.groups):
                yield _Placed(file.place(("groups", number)), group)


def _texts(value: Any) -> Iterator[str]:
    """Every text in a record that may be a hit."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name, inner in value:
            if name not in _ITSELF:
                yield from _texts(inner)
    elif isinstance(value, dict):
        yield from _texts((*value.values(),))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)
