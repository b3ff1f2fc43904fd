"""What is said of content is fit to be printed, whatever the content is."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

from jinzai.findings.finding import Finding
from jinzai.findings.github import write_github
from jinzai.findings.json import write_json
from jinzai.findings.text import write_text

_COMMANDS: Final = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e]")
MOST: Final = 700
"""The most letters that a message and its hint may have: a list of all keys is the longest."""


def assert_printable(findings: Sequence[Finding], sources: Mapping[str, str]) -> None:
    """No finding, in whatever form, commands a terminal or is too long to be read."""
    for text in (write_text(findings, sources), write_github(findings)):
        assert not _COMMANDS.search(text)
        text.encode("utf-8")
    assert len(json.loads(write_json(findings))) == len(findings)
    for finding in findings:
        assert finding.message
        assert "\n" not in finding.message + finding.hint
        assert len(finding.message) + len(finding.hint) < MOST, finding.rule.code
