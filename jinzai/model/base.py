"""The common parts of all models: frozen records, described fields, source and basis."""

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from jinzai.model.numbers import PageNumber
from jinzai.model.words import Line


class Record(BaseModel):
    """A frozen model. Unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


_required = ...


def described(title: str, description: str, *examples: Any, default: Any = _required) -> Any:
    """A field with the Japanese title, description and examples that HR staff see.

    Without `default` the field is required. The texts go to the JSON Schema. The editing guide and
    editors' completion are made from it.
    """
    return Field(default, title=title, description=description, examples=list(examples))


class Basis(StrEnum):
    """Whether the plan states a fact, or an editor worked it out."""

    STATED = "stated"
    INFERRED = "inferred"


class Ordering(StrEnum):
    """Whether the plan states the order of the things in a list."""

    STATED = "stated"
    UNKNOWN = "unknown"


def order_field(what: str) -> Any:
    """The `order` of a list. Without it, the list has only the order of the plan's own page."""
    return described(
        "順序",
        f"計画が{what}を示していれば stated。示していない、または図などから読み取れなければ"
        " unknown（省略時）で、並びは計画に載っている順を表すだけになる。",
        "stated",
        default=Ordering.UNKNOWN,
    )


def basis_field() -> Any:
    """The `basis` of a fact. Without it, the plan states the fact."""
    return described(
        "根拠",
        "計画に書かれていれば stated（省略時）、編集者が読み取った・推定したものなら inferred。",
        "inferred",
        default=Basis.STATED,
    )


def every_record() -> list[type[Record]]:
    """Every model, including those of whole files."""
    models = [Record]
    for model in models:
        models += model.__subclasses__()
    return models


class Source(Record):
    """The place of a fact in the published document."""

    chapter: Line | None = described(
        "章・節", "公表された文書での章や節の見出し・番号。", "第4章 (1)", default=None
    )
    table: Line | None = described(
        "図表", "図や表の名前・番号。", "DX推進リーダーのスキルマップ", default=None
    )
    page: PageNumber | None = described("ページ", "文書のページ番号。", 7, default=None)
    note: Line | None = described(
        "出典の補足", "上の欄で言い表せないこと。", "図の注記", default=None
    )


def source_field() -> Any:
    """The optional `source` of an entity."""
    return described(
        "出典",
        "公表された文書のどこにあるか。章・図表・ページのうち分かるものを書く。",
        {"chapter": "第4章 (1)", "table": "スキルマップ", "page": 6},
        default=None,
    )


def note_field() -> Any:
    """The optional `note` of an entity."""
    return described(
        "注記",
        "計画の注記や、編集者から読者への補足（Markdown）。",
        "計画の表の注に、参加は希望者のみとある。",
        default=None,
    )


def kana_field() -> Any:
    """The optional reading of a name."""
    return described(
        "ふりがな", "五十音順に並べるための読み（ひらがな）。", "びーぴーあーるきそ", default=None
    )
