"""Texts whose marks stay plain characters, and chapters with the same place in the order."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from jinzai.check.index import Located, PlanIndex, SiteIndex
from jinzai.findings import rules_text as rules
from jinzai.findings.finding import Finding, RelatedPlace, Rule
from jinzai.model.chapter import Chapter
from jinzai.model.literal import Literal, literals
from jinzai.model.walk import FoundProse

_EMPHASIS: Final = (
    "太字なら、初めと終わりの両方に同じ印を付け、印の内側に空白を入れないでください。"
    "記号そのものなら、1字ごとに前へ「\\」を付けます。"
)
_TAG: Final = (
    "HTMLは使えません。改行は空行で段落を分け、太字は「**」、一覧は「- 」で書いてください。"
)
_ANCHOR: Final = (
    "見出しの名前は、{{#background}} のように半角の英小文字・数字・ハイフンで書き、"
    "同じ章の中で1度だけ使ってください。"
)
_ITEM: Final = (
    "各行を「- 」（番号なら「1. 」）で始めてください。続きの文なら、行を分けずに書きます。"
)
_ROW: Final = (
    "表にするには、前を空行にし、各行を半角の「|」で区切り、"
    "2行目に「|---|---|」の行を書いてください。"
)
CAUSES: Final[Mapping[str, tuple[Rule, str]]] = MappingProxyType(
    {
        "emphasis": (rules.LITERAL_MARK, _EMPHASIS),
        "strike": (rules.LITERAL_MARK, "取り消し線は使えません。「~~」を消してください。"),
        "tag": (rules.LITERAL_MARK, _TAG),
        "heading": (rules.LITERAL_MARK, "見出しなら、「#」の後に半角スペースを入れてください。"),
        "wide": (rules.LITERAL_MARK, "半角の「{half}」（後に半角スペース）に直してください。"),
        "anchor": (rules.LITERAL_MARK, _ANCHOR),
        "link": (rules.LINK_AS_TEXT, ""),
        "row": (rules.JOINED_LINES, _ROW),
        "tab": (rules.JOINED_LINES, f"Excelなどから貼り付けた表のようです。{_ROW}"),
        "item": (rules.JOINED_LINES, _ITEM),
        "cell": (rules.LOST_CELL, ""),
        "footnote": (rules.FOOTNOTE, ""),
    }
)
"""The rule for each cause of `jinzai.model.literal`, and the advice."""

_SHOWN: Final = 40


def literal_marks(index: PlanIndex) -> Iterator[Finding]:
    """A finding for each mark that stays plain characters in a text of the plan."""
    for located in index.located:
        found = located.found
        if isinstance(found, FoundProse):
            for literal in literals(found.text):
                yield _finding(index, located, literal)


def framework_literal_marks(site: SiteIndex) -> Iterator[Finding]:
    """The same for the texts of frameworks."""
    for file in site.frameworks:
        yield from literal_marks(PlanIndex("", (file,), site))


def chapter_orders(index: PlanIndex) -> Iterator[Finding]:
    """A chapter with the `order` of an earlier one."""
    first: dict[float, Any] = {}
    for entity in index.of_kind("chapter"):
        if not isinstance(entity.record, Chapter):
            continue
        known = first.setdefault(entity.record.order, entity)
        if known is not entity:
            related = (RelatedPlace(known.file.place(("order",)), "同じ順序の章"),)
            facts = {"order": entity.record.order, "other": known.id}
            yield index.at(rules.SAME_ORDER, entity, path=("order",), related=related, **facts)


def _finding(index: PlanIndex, located: Located, literal: Literal) -> Finding:
    rule, way = CAUSES[literal.cause]
    shown = literal.sign if len(literal.sign) <= _SHOWN else literal.sign[:_SHOWN] + "…"
    facts = {"text": shown, "way": way.format_map(literal.facts), **literal.facts}
    place = located.place_of_text(literal.sign, literal.occurrence)
    entity = located.entity.key if located.entity else ""
    return Finding(rule, place, facts, (), index.plan_id, entity)
