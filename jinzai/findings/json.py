"""Findings as one JSON document for other programs."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from jinzai.findings.finding import Finding, Place

# What JSON leaves as it is, but a terminal or an editor takes for more than a character.
_UNSAFE: Final = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def write_json(findings: Iterable[Finding]) -> str:
    """A list with an object per finding, in the order given, ending with a line feed.

    Lines and columns count from 1, columns in characters, the end is the first character after;
    all four are null where a finding is about a file as a whole.
    """
    text = json.dumps([_object(finding) for finding in findings], ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


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
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "end_line": place.end_line or None,
        "end_column": place.end_column or None,
    }
