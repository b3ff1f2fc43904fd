"""Suppressions: warnings that a plan's editors accept with a written reason."""

import difflib
from collections.abc import Iterable, Iterator

from jinzai.check.index import PlanIndex
from jinzai.findings.finding import Finding, Severity
from jinzai.findings.registry import RULES
from jinzai.findings.rules_content import UNKNOWN_SUPPRESSION, UNUSED_SUPPRESSION
from jinzai.model.plan import Plan
from jinzai.parse.parse import ParsedFile


def suppress(index: PlanIndex, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that stay, and a finding for each suppression that suppresses nothing.

    Where the plan holds any error, unused suppressions are not told: what the error hides may
    be what they are for.
    """
    found = list(findings)
    file = next((file for file in index.files if isinstance(file.record, Plan)), None)
    plan = file.record if file else None
    if file is None or not isinstance(plan, Plan):
        yield from found
        return
    used: set[int] = set()
    for finding in found:
        number = _accepted(plan, finding)
        if number is None:
            yield finding
        else:
            used.add(number)
    failed = any(finding.severity is Severity.ERROR for finding in found)
    yield from _useless(index, file, plan, used, failed)


def _accepted(plan: Plan, finding: Finding) -> int | None:
    if finding.severity is not Severity.WARNING:
        return None
    for number, entry in enumerate(plan.suppress):
        if entry.code == finding.rule.code and entry.at in (None, finding.entity):
            return number
    return None


def _useless(
    index: PlanIndex, file: ParsedFile, plan: Plan, used: set[int], failed: bool
) -> Iterator[Finding]:
    warnings = [code for code, rule in RULES.items() if rule.severity is Severity.WARNING]
    for number, entry in enumerate(plan.suppress):
        place = file.place(("suppress", number, "code"))
        if entry.code not in warnings:
            near = difflib.get_close_matches(entry.code, warnings, n=1)
            facts = {"code": entry.code, "suggestion": f"もしかして: {near[0]}。" if near else ""}
            yield Finding(UNKNOWN_SUPPRESSION, place, facts, plan_id=index.plan_id)
        elif number not in used and not failed:
            at = f"（{entry.at}）" if entry.at else ""
            facts = {"code": entry.code, "at": at}
            yield Finding(UNUSED_SUPPRESSION, place, facts, plan_id=index.plan_id)
