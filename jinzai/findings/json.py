"""Findings as one JSON document for other programs."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from jinzai.findings.finding import Finding, Place
from jinzai.findings.printable import printable, without_hash_commands

_BEYOND_ASCII: Final = re.compile("[^\n\x20-\x7e]")


def write_json(findings: Iterable[Finding]) -> str:
    """A list with an object for each finding, in the given order. It ends with a line feed.

    Lines and columns count from 1, columns in characters. The end is the first character after the
    stretch. All four are null if a finding is about a file as a whole. The file is null too if a
    finding is about no file, such as a full disk.
    """
    text = json.dumps([_object(finding) for finding in findings], ensure_ascii=False, indent=2)
    # In a text, a sign written as its number is the same sign; outside of texts JSON has no such
    # sign.
    escaped = without_hash_commands(text, "\\u0023")
    return _BEYOND_ASCII.sub(_seen, escaped) + "\n"


def _seen(found: re.Match[str]) -> str:
    """A character as JSON leaves it, or its escape if a terminal would not show it."""
    return found[0] if printable(found[0]) == found[0] else json.dumps(found[0])[1:-1]


def _object(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.rule.code,
        "severity": str(finding.severity),
        **_place(finding.place),
        "message": finding.message,
        "hint": finding.hint,
        "related": [
            {**_place(related.place), "message": related.message} for related in finding.related
        ],
        "plan": finding.plan_id,
        "entity": finding.entity,
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "file": place.file or None,
        "line": place.line or None,
        "column": place.column or None,
        "end_line": place.end_line or None,
        "end_column": place.end_column or None,
    }
