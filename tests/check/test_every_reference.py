"""Every single reference of the real content, broken one at a time, is reported where it stands.

How many there are is counted anew each time and printed at the end of the run; a reference that
escapes is named.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from jinzai.check.check import check, judge_plan
from jinzai.check.index import PlanIndex, SiteIndex, site_index
from jinzai.findings.finding import Finding, Severity
from jinzai.load.content import load
from jinzai.load.document import Document, Loaded
from jinzai.load.one_file import load_document
from jinzai.model.prose import PROSE_KINDS, links
from jinzai.model.walk import FoundReference
from jinzai.parse.parse import Parsed, ParsedFile, parse, parse_document

from .mentions import ENDING, Mention, line_and_column, mentions

ROOT = Path(__file__).parents[2]
PARTS = 6
FOLDERS = sorted(path.name for path in (ROOT / "content" / "plans").iterdir() if path.is_dir())


@cache
def _content() -> tuple[Loaded, Parsed]:
    loaded = load(ROOT)
    return loaded, parse(loaded.documents)


@cache
def _site() -> SiteIndex:
    parsed = _content()[1]
    return site_index(parsed.plans, parsed.frameworks)


def _documents(plan_id: str) -> list[tuple[Document, Mention]]:
    """Every reference of a plan, with its file; of the frameworks where `plan_id` is empty."""
    return [
        (document, mention)
        for document in _content()[0].documents
        if document.plan_id == plan_id
        for mention in mentions(document.source, document.kind)
    ]


def _errors_of_plan(document: Document, file: ParsedFile, found: list[Finding]) -> list[Finding]:
    """The errors of the whole check of a plan, one of whose files is replaced."""
    parsed = _content()[1]
    files = tuple(
        file if known.document.file == document.file else known
        for known in parsed.plans[document.plan_id]
    )
    judged = judge_plan(PlanIndex(document.plan_id, files, _site()), found)
    return _errors([one.finding for one in judged])


def _errors_of_all(document: Document, file: ParsedFile, found: list[Finding]) -> list[Finding]:
    """The errors of the whole check of everything, with one framework replaced."""
    parsed = _content()[1]
    frameworks = tuple(
        file if known.document.file == document.file else known for known in parsed.frameworks
    )
    return _errors(check(Parsed(parsed.plans, frameworks, tuple(found))).findings)


def _errors(findings: list[Finding] | tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


_Check = Callable[[Document, ParsedFile, list[Finding]], list[Finding]]


def _escapes(document: Document, mention: Mention, text: str, check: _Check) -> str:
    """What is wrong with the errors about `text`, in which one reference is broken; or nothing."""
    loaded = load_document(document.file, document.kind, document.plan_id, text)
    file, found = parse_document(loaded.documents[0])
    errors = check(document, file, [*loaded.findings, *found])
    place = (document.file, *line_and_column(document.source, mention.start))
    told = [
        (finding.place.file, finding.place.line, finding.place.column, finding.rule.code)
        for finding in errors
    ]
    if told == [(*place, f"unknown-{mention.kind}")]:
        return ""
    return f"{mention.kind}:{mention.id} at {place}: {told}"


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("plan_id", FOLDERS)
def test_a_broken_reference_is_the_one_error_at_its_own_place(
    plan_id: str, part: int, record_property: Callable[[str, object], None]
) -> None:
    escaped, broken = [], 0
    for document, mention in _documents(plan_id)[part::PARTS]:
        for text in mention.broken(document.source):
            broken += 1
            escaped.append(_escapes(document, mention, text, _errors_of_plan))
    escaped = [one for one in escaped if one]
    record_property("references", (plan_id, broken, broken - len(escaped)))
    assert escaped == []
    assert broken


def test_a_broken_link_in_a_framework_is_reported(
    record_property: Callable[[str, object], None],
) -> None:
    escaped = [
        _escapes(document, mention, text, _errors_of_all)
        for document, mention in _documents("")
        for text in mention.broken(document.source)
    ]
    record_property(
        "references", ("frameworks", len(escaped), sum(1 for one in escaped if not one))
    )
    assert [one for one in escaped if one] == []


def test_the_content_has_no_error_before() -> None:
    loaded, parsed = _content()
    assert _errors(check(parsed, loaded.findings).findings) == []


def test_no_id_ends_like_a_broken_one() -> None:
    assert [d.file for d in _content()[0].documents if ENDING in d.source] == []


@pytest.mark.parametrize("plan_id", FOLDERS)
def test_the_program_knows_the_same_references(plan_id: str) -> None:
    """Found in two ways: by the schema in the text, and by the types in the models."""
    parsed = _content()[1]
    index = PlanIndex(plan_id, parsed.plans[plan_id], _site())
    known = []
    for located in index.located:
        if isinstance(located.found, FoundReference):
            known.append((located.place, located.found.kind, located.found.id))
        else:
            known += [
                (located.place_of(link), link.kind, link.id)
                for link in links(located.found.text)
                if link.kind in PROSE_KINDS
            ]
    places = sorted((p.file, p.line, p.column, kind, id) for p, kind, id in known)
    assert places == sorted(
        (d.file, *line_and_column(d.source, m.start), m.kind, m.id) for d, m in _documents(plan_id)
    )
