"""Findings made of the messages of publish, so that there is one kind of finding for everything.

Publish knows no findings. It reports mistakes in mkdocs.yml, hand-written pages and templates as
troubles, each with its place. A failure without a place (a full disk, a lock) becomes a finding
without a file.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from jinzai.findings.finding import Finding, Place, RelatedPlace, Rule
from jinzai.findings.lines import Lines
from jinzai.findings.rules_site import (
    BROKEN_PAGE,
    BROKEN_PAGE_LINK,
    BROKEN_SETTINGS,
    BROKEN_TEMPLATE,
    PROGRAM_FAULT,
    RUN_STOPPED,
    SITE_BLOCKED,
    UNUSED_SETTING,
    USUAL_HINTS,
)
from jinzai.publish.failure import ProgramFaultError, PublishError
from jinzai.publish.mkdocs_yml import TEMPLATES
from jinzai.publish.trouble import SETTINGS, Trouble

FindLines = Callable[[str], Lines | None]
"""Gives the lines of a file, or None if the file has no text."""

NOWHERE: Final = Place("")
"""The place of a finding that is about no file."""

# What a mistake at a place is about: a tag, an address or a word, or the one character there.
_stretch: Final = re.compile(
    r"</?[A-Za-z][^<>]*>?|[a-z]+:(?=[\w/])[^\s()<>\"']+|[\w./#?=&%@+~-]+|."
)
_BRACKETS: Final = {"（": "）", "「": "」", "(": ")"}


def findings_of(failure: PublishError, lines: FindLines) -> Iterator[Finding]:
    """All findings about a failure. At least one of them is an error."""
    for part in failure.parts:
        for trouble in part.troubles:
            yield _finding(trouble, _rule(trouble), lines)
        if not part.troubles:
            is_ours = isinstance(part, ProgramFaultError)
            facts = {"message": part.happened, "hint": part.remedy}
            related = tuple(RelatedPlace(NOWHERE, thing) for thing in part.listed)
            yield Finding(PROGRAM_FAULT if is_ours else SITE_BLOCKED, NOWHERE, facts, related)
        yield from notice_findings(part.notices, lines)


def notice_findings(notices: Iterable[Trouble], lines: FindLines) -> Iterator[Finding]:
    """A finding for each notice. Notices do not stop a build."""
    for notice in notices:
        yield _finding(notice, UNUSED_SETTING, lines)


def stopped_finding() -> Finding:
    """The finding that says that somebody stopped the run."""
    return Finding(RUN_STOPPED, NOWHERE)


def _rule(trouble: Trouble) -> Rule:
    if trouble.file == SETTINGS:
        return BROKEN_SETTINGS
    if trouble.file.startswith(f"{TEMPLATES}/"):
        return BROKEN_TEMPLATE
    return BROKEN_PAGE_LINK if trouble.about == "link" else BROKEN_PAGE


def _finding(trouble: Trouble, rule: Rule, lines: FindLines) -> Finding:
    message, hint = _message_and_hint(trouble.message)
    facts = {"message": message, "hint": hint or USUAL_HINTS[rule.code]}
    return Finding(rule, _place(trouble, lines), facts)


def _message_and_hint(text: str) -> tuple[str, str]:
    """The first sentence, and the rest. Sentences in brackets are not counted."""
    closing = ""
    end = len(text)
    for number, character in enumerate(text):
        if closing:
            closing = "" if character == closing else closing
        elif character == "。":
            end = number + 1
            break
        else:
            closing = _BRACKETS.get(character, "")
    message, hint = (
        part if not part or part.endswith("。") else f"{part}。"
        for part in (text[:end], text[end:].strip())
    )
    return message, hint


def _place(trouble: Trouble, lines: FindLines) -> Place:
    """The place with its end: troubles know only where it begins."""
    place = Place(trouble.file, trouble.line, trouble.column)
    found = lines(trouble.file) if trouble.line and trouble.column else None
    line = found.line(trouble.line) if found is not None else None
    if not line:
        return place
    start = trouble.column - 1
    stretch = _stretch.match(line, start)
    end = stretch.end() if stretch else start + 1
    if trouble.file.startswith(f"{TEMPLATES}/"):
        end = len(line)
    return place._replace(end_line=trouble.line, end_column=end + 1)
