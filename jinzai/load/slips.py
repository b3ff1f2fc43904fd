"""Mistakes in typing that YAML silently reads as something else.

After a full-width colon or space, key and value become one text. ` #` cuts a text off. Only certain
mistakes are reported: keys are ASCII, so `id：` is a mistake and `対象：` is prose.
"""

import re
from bisect import bisect_right
from typing import Final

from jinzai.findings import rules_syntax
from jinzai.load.marks import list_mark
from jinzai.load.report import FileReport
from jinzai.load.tree import Nodes

_TEXT_SLIP: Final = re.compile(
    r"^[ \u3000]*(?:- +)*(?:(?P<dash>-)\u3000|(?P<key>[a-z][a-z0-9_-]*) ?(?:：|:(?=\u3000)))",
    re.MULTILINE,
)
_KEY_SLIP: Final = re.compile(r"(?P<key>[^:：]*?)\s*(?P<colon>[:：])")
_HASH: Final = re.compile(r"[^\s#]([ \t]+)(#[^\s#!][^\r\n]*)")


def report_text_slip(report: FileReport, start: int, end: int) -> bool:
    """Reports a plain text from `start` to `end` that was meant as key and value, or as list item.

    Returns whether it reported anything.
    """
    text = report.lines.text[start:end]
    if "：" not in text and "\u3000" not in text:
        return False
    slip = _TEXT_SLIP.search(text)
    if slip is None:
        return False
    at = start + slip.end()
    if slip["dash"] is not None:
        report.add(rules_syntax.FULLWIDTH_SPACE, at - 1, at, where="「-」の後")
    elif text[slip.end() - 1] == "：":
        report.add(rules_syntax.FULLWIDTH_COLON, at - 1, at, key=slip["key"])
    else:
        report.add(rules_syntax.FULLWIDTH_SPACE, at, at + 1, where=f"「{slip['key']}:」の後")
    return True


def clean_key(key: str, report: FileReport, start: int, end: int) -> str | None:
    """The key as it was meant; None if the lines around it cannot be what was meant.

    Full-width spaces around a key are reported and removed.
    """
    source = report.lines.text[start:end]
    if key == "<<":
        report.add(rules_syntax.YAML_MERGE, start, end)
        return None
    if not key:
        report.add(rules_syntax.EMPTY_KEY, start, max(end, start + 1))
        return None
    dash = _TEXT_SLIP.match(source)
    if dash is not None and dash["dash"] is not None:
        at = start + dash.end()
        report.add(rules_syntax.FULLWIDTH_SPACE, at - 1, at, where="「-」の後")
        return None
    mark = list_mark(source)
    if mark is not None:
        report.add(mark.rule, start, start + 1, **mark.facts)
        return None
    colon = _KEY_SLIP.match(source)
    if colon is not None and source[:1] not in "\"'":
        at = start + colon.start("colon")
        rule = rules_syntax.MISSING_SPACE if colon["colon"] == ":" else rules_syntax.FULLWIDTH_COLON
        report.add(rule, at, at + 1, key=colon["key"])
        return None
    stripped = key.strip("\u3000 ")
    if stripped == key or not stripped:
        return key
    before = key.startswith(("\u3000", " "))
    at = start + source.index("\u3000") if "\u3000" in source else start
    where = "字下げ" if before else "項目名の後"
    report.add(rules_syntax.FULLWIDTH_SPACE, at, at + 1, where=where)
    return None if before else stripped


def report_swallowed_text(report: FileReport, nodes: Nodes, start: int, end: int) -> None:
    """Reports ` #…` that cuts off a plain value on its line, in the text from `start` to `end`.

    If a space follows the `#`, it is a comment. It is a comment too after a key or a quoted text.
    """
    text = report.lines.text
    for match in _HASH.finditer(text, start, end):
        at = match.start(2)
        node = bisect_right(nodes.starts, at) - 1
        if node < 0 or nodes.ends[node] != match.start(1):
            continue
        is_plain_text = isinstance(nodes.values[node], str) and text[match.start()] not in "\"'"
        if is_plain_text or (nodes.values[node] is None and text[match.start()] in ":-"):
            report.add(rules_syntax.HASH_IN_TEXT, at, match.end(), text=match[2].rstrip())
