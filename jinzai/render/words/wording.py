"""The Japanese words for the model's enums, and for the place of a thing in its document.

`jinzai.model.names` owns the words for fixed values, and `jinzai.model.kinds` the words for kinds
of things. `jinzai.render.words.amounts` owns amounts, `jinzai.render.words.dates` times. This
module knows no pages and no markup.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from jinzai.link.requirements import CellOrigin
from jinzai.model.audience import Relation
from jinzai.model.base import Source
from jinzai.model.framework import FrameworkKind
from jinzai.model.names import NAMES

# By class, since members of different enums with the same value are equal.
_WORDS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    **NAMES,
    CellOrigin: {
        CellOrigin.OWN: "この役割で求める",
        CellOrigin.INHERITED: "前提となる役割から引き継ぐ",
    },
}


_ANY_ENTRY: Final = "項目"
"""An entry in the words of `Relation`."""

COUNTERS: Final = "件" + "つ" * 9 + "件"
"""The counter for each number of things, from 0. The last one is for all higher numbers.

Pages pass it to their scripts, so that scripts and pages count in the same way.
"""

INFERRED_MEANS: Final = "計画に明記されず、編集者が読み取ったこと"
"""The meaning of 推定."""


def issuers(municipalities: int, templates: int) -> str:
    """A number of municipalities and templates in words: `3団体`, `3団体とひな形1つ`."""
    named = (
        f"{municipalities}団体" if municipalities or not templates else "",
        f"ひな形{things(templates)}" if templates else "",
    )
    return "と".join(filter(None, named))


def word(member: StrEnum) -> str:
    """The Japanese word for a member of one of the model's enums."""
    return _WORDS[type(member)][member]


ENTRY_WORDS: Final[Mapping[FrameworkKind, str]] = {
    FrameworkKind.ROLE: "区分",
    FrameworkKind.SKILL: "領域",
    FrameworkKind.LEVEL: _ANY_ENTRY,
}
"""What readers call an entry of a framework of each kind."""


def relation_to(kind: FrameworkKind, relation: Relation) -> str:
    """How a thing of a plan stands to an entry of a framework: `同じ`, `区分の一部`.

    It is read from the plan's side.
    """
    return word(relation).replace(_ANY_ENTRY, ENTRY_WORDS[kind])


def things(number: int) -> str:
    """A number of things with its counter: `6つ`, `12件`."""
    return f"{number}{COUNTERS[min(number, len(COUNTERS) - 1)]}"


def enum_words(values: Iterable[str]) -> Mapping[str, str]:
    """The Japanese words for the values of an enum.

    `values` are all values of one of the model's enums. The result is empty if no enum has exactly
    these values.
    """
    return next((names for names in _WORDS.values() if names.keys() == set(values)), {})


def source(where: Source) -> str:
    """The place of a thing in the published document: `第4章 (1)、「スキルマップ」、6ページ`."""
    table = f"「{where.table}」" if where.table else None
    page = f"{where.page}ページ" if where.page is not None else None
    return "、".join(part for part in (where.chapter, table, page, where.note) if part)
