"""Suppressions: warnings that a plan's editors accept with a written reason."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from jinzai.check.index import PlanIndex
from jinzai.findings.finding import Finding, Severity
from jinzai.findings.registry import RULES
from jinzai.findings.rules_completeness import UNUSED_SUPPRESSION
from jinzai.findings.rules_content import UNKNOWN_SUPPRESSION
from jinzai.model.plan import Plan
from jinzai.parse.parse import ParsedFile

_WARNINGS: Final = tuple(c for c, rule in RULES.items() if rule.severity is Severity.WARNING)


class JudgedFinding(NamedTuple):
    """A finding of a plan, and the reason why the plan's editors accept it.

    `reason` is None if they do not. An accepted finding is not shown to editors any more. Readers
    see it as a fact.
    """

    finding: Finding
    reason: str | None


def suppress(index: PlanIndex, findings: Iterable[Finding]) -> Iterator[JudgedFinding]:
    """The findings, each judged, and a finding for each suppression without effect.

    If the plan has an error, unused suppressions are not reported, because the error may hide what
    they are for. If suppressions could not be read, warnings are left out too.
    """
    found = list(findings)
    file = next((file for file in index.files if file.document.kind.model is Plan), None)
    plan = file.record if file else None
    if file is None or not isinstance(plan, Plan) or not _all_read(file, plan):
        told = (one for one in found if one.severity is not Severity.WARNING)
        yield from (JudgedFinding(one, None) for one in told)
        return
    meant = {code: _meant(code) for code in dict.fromkeys(one.code for one in plan.suppress)}
    accepting: dict[tuple[str, str | None], int] = {}
    for number, entry in enumerate(plan.suppress):
        accepting.setdefault((meant[entry.code], entry.at), number)
    used: set[int] = set()
    for finding in found:
        accepted = _accepted(accepting, finding)
        if accepted is None:
            yield JudgedFinding(finding, None)
        else:
            used.add(accepted)
            yield JudgedFinding(finding, plan.suppress[accepted].reason)
    failed = any(finding.severity is Severity.ERROR for finding in found)
    useless = _useless(index, file, plan, meant, used, failed)
    yield from (JudgedFinding(finding, None) for finding in useless)


def _all_read(file: ParsedFile, plan: Plan) -> bool:
    raw = file.document.tree.value if file.document.tree else None
    if not isinstance(raw, dict) or not file.document.complete:
        return False
    listed = raw.get("suppress", [])
    return isinstance(listed, list) and len(listed) == len(plan.suppress)


def _meant(code: str) -> str:
    """The code of a rule. For a misspelt code, the nearest code of a warning, or `""`.

    So one misspelling is one finding.
    """
    if code in RULES:
        return code
    near = difflib.get_close_matches(code, _WARNINGS, n=1)
    return near[0] if near else ""


def _accepted(accepting: Mapping[tuple[str, str | None], int], finding: Finding) -> int | None:
    """The number of the first suppression that accepts a finding."""
    if finding.severity is not Severity.WARNING:
        return None
    found = (accepting.get((finding.rule.code, at)) for at in (None, finding.entity))
    return min((number for number in found if number is not None), default=None)


def _useless(
    index: PlanIndex,
    file: ParsedFile,
    plan: Plan,
    meant: Mapping[str, str],
    used: set[int],
    failed: bool,
) -> Iterator[Finding]:
    for number, entry in enumerate(plan.suppress):
        place = file.place(("suppress", number, "code"))
        if entry.code not in _WARNINGS:
            near = meant[entry.code] if entry.code not in RULES else ""
            facts = {"code": entry.code, "suggestion": f"もしかして: {near}。" if near else ""}
            yield Finding(UNKNOWN_SUPPRESSION, place, facts, plan_id=index.plan_id)
        elif number not in used and not failed:
            at = f"（{entry.at}）" if entry.at else ""
            facts = {"code": entry.code, "at": at}
            yield Finding(UNUSED_SUPPRESSION, place, facts, plan_id=index.plan_id)
