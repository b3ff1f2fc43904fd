"""chapters/*.md: prose of the plan, Markdown under a YAML front matter."""

from jinzai.model.base import Record, Source, described, source_field
from jinzai.model.numbers import Order
from jinzai.model.words import Line, NewId, Prose


class Chapter(Record):
    """One chapter.

    `id` is the file's name without `.md`, `text` the text below the front matter.
    """

    id: NewId = described("id", "ファイル名（.md を除く）。", "background")
    title: Line = described("題名", "章の題名。", "策定の背景")
    order: Order = described("順序", "小さい順に並ぶ。", 1)
    text: Prose = described("本文", "Markdown の本文。", "本市では…")
    source: Source | None = source_field()
