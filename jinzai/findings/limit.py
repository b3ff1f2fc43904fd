"""The limit for the findings of one file that are shown, from all stages together.

This module owns the limit and the choice of findings. Whether the site is built depends on all
findings and not only on those that are shown.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from jinzai.findings.finding import SEVERITY_NAMES, Finding, Severity
from jinzai.findings.rules_file import TOO_MANY_FINDINGS

MAX_FINDINGS: Final = 100
"""More than anybody reads of one file. A file with more findings is not content but an accident."""


def limited(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings to show, in their order: at most `MAX_FINDINGS` of each file.

    Errors stay before warnings, and warnings before notes. Within one severity the first ones stay.
    After the last finding of such a file, one finding says how many are left out. Its place is the
    place of the first one that is left out.
    """
    listed = list(findings)
    by_file: dict[str, list[int]] = {}
    for number, finding in enumerate(listed):
        by_file.setdefault(finding.place.file, []).append(number)
    left_out: set[int] = set()
    after: dict[int, Finding] = {}
    for numbers in by_file.values():
        if len(numbers) > MAX_FINDINGS:
            # Sorting keeps the order of those with one severity.
            ranked = sorted(numbers, key=lambda number: _RANK[listed[number].severity])
            rest = sorted(ranked[MAX_FINDINGS:])
            left_out.update(rest)
            last = max(ranked[:MAX_FINDINGS])
            after[last] = _too_many([listed[number] for number in rest])
    shown: list[Finding] = []
    for number, finding in enumerate(listed):
        if number not in left_out:
            shown.append(finding)
        if number in after:
            shown.append(after[number])
    return tuple(shown)


_RANK: Final = {severity: rank for rank, severity in enumerate(Severity)}


def _too_many(rest: list[Finding]) -> Finding:
    counts = Counter(finding.severity for finding in rest)
    kinds = "・".join(
        f"{name}{counts[severity]}" for severity, name in SEVERITY_NAMES.items() if counts[severity]
    )
    facts = {"limit": MAX_FINDINGS, "more": len(rest), "kinds": kinds}
    return Finding(TOO_MANY_FINDINGS, rest[0].place, facts, plan_id=rest[0].plan_id)
