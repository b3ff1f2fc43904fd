"""Warnings that editors have looked at and accept, in a plan and in a framework."""

from typing import Any

from jinzai.model.base import Record, described
from jinzai.model.numbers import Whole
from jinzai.model.words import Line, Prose, Slug


class Suppression(Record):
    """A warning that the editors have looked at and accept, and why."""

    code: Slug = described("警告のコード", "check が表示する警告のコード。", "skill-not-taught")
    at: Line | None = described(
        "対象",
        "「種類:id」で1つの項目に絞る。計画全体で確認済みなら書かない。",
        "skill:leadership",
        default=None,
    )
    count: Whole | None = described(
        "件数",
        "at を書かずに全体で確認済みにするとき、いま出ている件数。増減すると check が知らせる。",
        12,
        default=None,
    )
    reason: Prose = described("理由", "なぜ直さなくてよいか。", "研修でなく実務で身に付けるため。")


def suppress_field() -> Any:
    """The `suppress` of a file."""
    return described(
        "確認済みの警告",
        "理由を書いて表示しないことにした警告。",
        [{"code": "skill-not-taught", "at": "skill:leadership", "reason": "実務で身に付ける。"}],
        default=(),
    )
