"""frameworks/<id>.yaml: common references that plans map roles, skills and levels to."""

from enum import StrEnum

from jinzai.model.base import Record, Source, described, kana_field, note_field, source_field
from jinzai.model.suppression import Suppression, suppress_field
from jinzai.model.words import Kana, Line, NewId, Prose


class FrameworkKind(StrEnum):
    """The kind of things that a framework sorts.

    Entries of the kind `level` go from the lowest up.
    """

    ROLE = "role"
    SKILL = "skill"
    LEVEL = "level"


class Origin(StrEnum):
    """Who made an entry."""

    GUIDELINE = "guideline"
    OURS = "ours"


class FrameworkEntry(Record):
    """One class of roles, one area of skills or one step of a scale."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。公開後は変えない。", "sample-entry")
    name: Line = described("名前", "項目の名前。", "DX推進リーダー")
    kana: Kana | None = kana_field()
    definition: Prose = described("定義", "何を指すか。", "各部署で改善の中心になる職員。")
    origin: Origin = described(
        "出どころ",
        "guideline（国などの指針にある項目）・ours（比べるためにこのカタログで設けた項目）。",
        "guideline",
    )
    terms: tuple[Line, ...] = described(
        "領域を言い表す語",
        "役割の文章がこの項目を指すときの語（スキルの枠組みだけで使う）。"
        "リンクの文字がこの語か名前を含めば「計画に記載」、含まなければ「推定」になる。",
        ["EBPM", "データ分析"],
        default=(),
    )
    note: Prose | None = note_field()
    source: Source | None = source_field()

    def is_named_in(self, words: str) -> bool:
        """Whether some words contain the entry's name or one of its terms."""
        return any(term in words for term in (self.name, *self.terms))


class Framework(Record):
    """A common reference."""

    id: NewId = described("id", "ファイル名と同じにする。", "role-classes")
    title: Line = described("名称", "枠組みの名称。", "役割の区分")
    kind: FrameworkKind = described(
        "種類", "role（役割）・skill（スキル）・level（レベル）。", "role"
    )
    summary: Prose = described("概要", "何のための枠組みか。", "計画を比べるための共通の区分。")
    entries: tuple[FrameworkEntry, ...] = described(
        "項目",
        "並べたい順に書く。種類が level なら、低いほうから順に書く。",
        [{"id": "sample-entry", "name": "DX推進", "definition": "改善の中心。", "origin": "ours"}],
    )
    suppress: tuple[Suppression, ...] = suppress_field()
    note: Prose | None = note_field()
    source: Source | None = source_field()
