"""skills.yaml: the skills of a plan, by category."""

from jinzai.model.audience import FrameworkLink
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
from jinzai.model.reference import CategoryId, SkillId
from jinzai.model.words import Kana, Line, NewId, Prose


class Category(Record):
    """A heading under which a plan groups skills."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-category")
    name: Line = described("名前", "計画での呼び方。", "マインド")
    part_of: CategoryId | None = described(
        "上位の分類", "ほかの分類の内訳なら、元の分類の id。", "skill", default=None
    )
    description: Prose | None = described(
        "説明", "何を集めた分類か。", "デジタルで仕事を変えようとする意識。", default=None
    )
    note: Prose | None = note_field()
    source: Source | None = source_field()


class Skill(Record):
    """One skill or body of knowledge that a plan asks for."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。公開後は変えない。", "sample-skill")
    name: Line = described("名前", "計画での呼び方。", "BPR基礎")
    distinction: Line | None = described(
        "区別", "同じ名前のスキルが2つあるとき、括弧で添える言葉。", "主導・推進", default=None
    )
    kana: Kana | None = kana_field()
    category: CategoryId | None = described(
        "分類", "categories の id。計画が分類しないなら書かない。", "mindset", default=None
    )
    category_basis: Basis = basis_field()
    definition: Prose | None = described(
        "定義", "何ができることか。", "業務の流れを図にして見直せる。", default=None
    )
    builds_on: tuple[SkillId, ...] = described(
        "前提となるスキル", "先に身に付けるスキル（基礎 → 応用）。", ["bpr-basic"], default=()
    )
    builds_on_basis: Basis = basis_field()
    areas: tuple[FrameworkLink, ...] = described(
        "共通のスキル領域との対応",
        "比べるための対応付け。ないときは unmapped に理由を書く。",
        [{"entry": "skill-areas/bpr", "relation": "close", "basis": "inferred"}],
        default=(),
    )
    unmapped: Prose | None = described(
        "対応付けない理由", "areas を書かないときの理由。", "どの領域にも対応しない。", default=None
    )
    note: Prose | None = note_field()
    source: Source | None = source_field()


class Skills(Record):
    """The file skills.yaml."""

    note: Prose | None = note_field()
    categories: tuple[Category, ...] = described(
        "分類",
        "スキルの分類。計画の順に書く。",
        [{"id": "sample-category", "name": "マインド"}],
        default=(),
    )
    skills: tuple[Skill, ...] = described(
        "スキル",
        "求められるスキル・知識。計画の順に書く。",
        [{"id": "sample-skill", "name": "BPR"}],
    )
