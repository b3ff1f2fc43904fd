"""Japanese for what the model says in enums, and where a thing stands in its document.

What a fixed value is called is `jinzai.model.names`', a kind of thing `jinzai.model.kinds`'.
Amounts are `jinzai.render.words.amounts`', times `jinzai.render.words.dates`'. Refuses to know
pages and markup.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from jinzai.link.requirements import CellOrigin
from jinzai.model.base import Source
from jinzai.model.names import NAMES

# By class, since members of different enums with the same value are equal.
_WORDS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    **NAMES,
    CellOrigin: {
        CellOrigin.OWN: "この役割が求める",
        CellOrigin.INHERITED: "土台となる役割から引き継ぐ",
    },
}


COUNTERS: Final = "件" + "つ" * 9 + "件"
"""The counter behind each number of things, from 0 on; the last is for all higher numbers.

Pages hand it to their scripts, so that scripts and pages count in the same way.
"""

INFERRED_MEANS: Final = "計画に明記されず、編集者が読み取ったこと"
"""What 推定 means."""


def word(member: StrEnum) -> str:
    """The Japanese word for a member of one of the model's enums."""
    return _WORDS[type(member)][member]


def things(number: int) -> str:
    """A number of things as it is read out: `6つ`, `12件`."""
    return f"{number}{COUNTERS[min(number, len(COUNTERS) - 1)]}"


def enum_words(values: Iterable[str]) -> Mapping[str, str]:
    """The Japanese for the words of the model's enum that has exactly these; empty for no such."""
    return next((names for names in _WORDS.values() if names.keys() == set(values)), {})


def source(where: Source) -> str:
    """Where a thing stands in the published document: `第4章 (1)、表「スキルマップ」、6ページ`."""
    table = f"「{where.table}」" if where.table else None
    page = f"{where.page}ページ" if where.page is not None else None
    return "、".join(part for part in (where.chapter, table, page, where.note) if part)
