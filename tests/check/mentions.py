"""Finds every reference in a file's text, without jinzai.load, jinzai.model.walk and
jinzai.model.prose: PyYAML's nodes, guided by the JSON Schema's `x-reference` and
`contentMediaType`, and a pattern for links in Markdown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from jinzai.model.kinds import CHAPTER, FileKind
from jinzai.model.schema import schema

LINK = re.compile(r"\]\(([a-z]+):([^)\s]+)\)")
WEB = frozenset(["http", "https", "mailto"])
ENDING = "-zzz"


@dataclass(frozen=True)
class Mention:
    """A reference in a text: from `start` the characters that a finding has to point to.

    `id_start` is where the id begins, which in prose follows the kind and a colon.
    """

    kind: str
    id: str
    start: int
    id_start: int

    def broken(self, text: str) -> Iterator[str]:
        """The text with this reference, and no other, changed to an unknown id of the same shape.

        An entry of a framework is broken twice, in each of its parts.
        """
        after = self.id_start + len(self.id)
        framework, slash, entry = self.id.partition("/")
        ids = [f"{framework}{ENDING}/{entry}", f"{framework}/{entry}{ENDING}"]
        for id in ids if slash else [self.id[: 64 - len(ENDING)] + ENDING]:
            yield text[: self.id_start] + id + text[after:]


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Where an editor shows the character at `offset`, counted from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def mentions(text: str, kind: FileKind) -> list[Mention]:
    """Every reference of a file, in order."""
    definition = schema(kind)
    if kind is not CHAPTER:
        return sorted(_in_yaml(text, 0, definition), key=lambda found: found.start)
    front, body = text.index("---\n") + 4, text.index("\n---", 4) + 4
    found = _in_yaml(text[front : body - 4], front, definition)
    return sorted([*found, *_in_prose(text, body, len(text))], key=lambda found: found.start)


def _in_yaml(text: str, offset: int, definition: dict[str, Any]) -> Iterator[Mention]:
    top = yaml.compose(text, Loader=yaml.CSafeLoader)
    if top is not None:
        for found in _walk(text, top, definition, definition):
            yield Mention(found.kind, found.id, found.start + offset, found.id_start + offset)


def _walk(text: str, node: yaml.Node, rule: Any, top: dict[str, Any]) -> Iterator[Mention]:
    if "$ref" in rule:
        name = rule["$ref"].rpartition("/")[2]
        yield from _walk(text, node, top["$defs"][name], top)
    for member in (*rule.get("oneOf", ()), *rule.get("anyOf", ())):
        yield from _walk(text, node, member, top)
    if isinstance(node, yaml.ScalarNode):
        yield from _scalar(text, node, rule)
    elif isinstance(node, yaml.SequenceNode) and "items" in rule:
        for item in node.value:
            yield from _walk(text, item, rule["items"], top)
    elif isinstance(node, yaml.MappingNode):
        named = rule.get("properties", {})
        others = next(iter(rule.get("patternProperties", {}).values()), None)
        for key, value in node.value:
            if "propertyNames" in rule:
                yield from _scalar(text, key, rule["propertyNames"])
            inner = named.get(key.value, others)
            if inner is not None:
                yield from _walk(text, value, inner, top)


def _scalar(text: str, node: yaml.ScalarNode, rule: Any) -> Iterator[Mention]:
    start, end = node.start_mark.index, node.end_mark.index
    if "x-reference" in rule:
        # A finding points to the value with its quotes.
        inside = start + len(node.style or "")
        yield Mention(rule["x-reference"], node.value, start, inside)
    elif rule.get("contentMediaType") == "text/markdown":
        yield from _in_prose(text, start, end)


def _in_prose(text: str, start: int, end: int) -> Iterator[Mention]:
    for match in LINK.finditer(text, start, end):
        if match[1] not in WEB:
            yield Mention(match[1], match[2], match.start(1), match.start(2))
