"""glossary.yaml: the words that a plan explains."""

from jinzai.model.base import (
    Basis,
    Record,
    Source,
    basis_field,
    described,
    kana_field,
    note_field,
    source_field,
)
from jinzai.model.words import Kana, Line, NewId, Prose


class Term(Record):
    """A word and its explanation."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-term")
    term: Line = described("用語", "計画での書き方。", "BPR")
    kana: Kana | None = kana_field()
    aliases: tuple[Line, ...] = described(
        "別の書き方", "検索でも見つかるようにする書き方。", ["業務改革"], default=()
    )
    description: Prose = described("説明", "用語の意味。", "業務の流れを根本から見直すこと。")
    basis: Basis = basis_field()
    note: Prose | None = note_field()
    source: Source | None = source_field()


class Glossary(Record):
    """The file glossary.yaml."""

    note: Prose | None = note_field()
    terms: tuple[Term, ...] = described(
        "用語",
        "計画の順に書く（表示は五十音順）。",
        [{"id": "sample-term", "term": "BPR", "description": "業務改革。"}],
    )
