"""Suppressions: warnings that editors accept with a written reason, in a plan or a framework."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from jinzai.check.guesses import near_id
from jinzai.check.index import PlanIndex, SiteIndex
from jinzai.check.names import id_by_name
from jinzai.findings.finding import Finding, RelatedPlace, Severity
from jinzai.findings.registry import RULES
from jinzai.findings.rules_completeness import SUPPRESSION_COUNT, UNUSED_SUPPRESSION
from jinzai.findings.rules_content import UNKNOWN_SUPPRESSION
from jinzai.model.framework import Framework
from jinzai.model.kinds import KIND_NAMES
from jinzai.model.plan import Plan
from jinzai.model.suppression import Suppression
from jinzai.parse.meant_word import near
from jinzai.parse.parse import ParsedFile

_MOST_RELATED: Final = 30
"""So many of the accepted warnings are named where their number has changed."""
_WARNINGS: Final = tuple(c for c, rule in RULES.items() if rule.severity is Severity.WARNING)


class JudgedFinding(NamedTuple):
    """A finding of a plan, and the reason why the plan's editors accept it.

    `reason` is None if they do not. An accepted finding is not shown to editors any more. Readers
    see it as a fact.
    """

    finding: Finding
    reason: str | None


class Acceptance(NamedTuple):
    """An entry of `suppress` without `at`, and how many findings it accepts."""

    code: str
    number: int


def suppress(index: PlanIndex, findings: Iterable[Finding]) -> Iterator[JudgedFinding]:
    """The findings, each judged, and findings about suppressions.

    A suppression is reported if it has no effect, or accepts another number of findings than it
    says. If the plan has an error, that is left out, because the error may hide what they are for.
    If suppressions could not be read, warnings are left out too.
    """
    found = list(findings)
    file = next((file for file in index.files if file.document.kind.model is Plan), None)
    plan = file.record if file else None
    if file is None or not isinstance(plan, Plan) or not _all_read(file, plan.suppress):
        told = (one for one in found if one.severity is not Severity.WARNING)
        yield from (JudgedFinding(one, None) for one in told)
        return
    accepting = _Accepting(file, plan.suppress, lambda at: _meant_at(index, at))
    for finding in found:
        yield JudgedFinding(finding, accepting.reason(finding))
    failed = any(finding.severity is Severity.ERROR for finding in found)
    useless = accepting.useless(index.plan_id, failed=failed)
    yield from (JudgedFinding(finding, None) for finding in useless)


def unaccepted_in_frameworks(site: SiteIndex, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings about frameworks that the frameworks' editors do not accept."""
    every = _of_frameworks(site)
    for finding in findings:
        accepting = every.get(finding.place.file)
        if accepting is None or accepting.reason(finding) is None:
            yield finding


def useless_in_frameworks(site: SiteIndex, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings about suppressions of frameworks. `findings` are all about the frameworks."""
    every = _of_frameworks(site)
    for finding in findings:
        if finding.place.file in every:
            every[finding.place.file].reason(finding)
    for accepting in every.values():
        yield from accepting.useless("", failed=False)


def _of_frameworks(site: SiteIndex) -> "dict[str, _Accepting]":
    found: dict[str, _Accepting] = {}
    for file in site.frameworks:
        record = file.record
        if isinstance(record, Framework) and record.suppress and _all_read(file, record.suppress):
            found[file.document.file] = _Accepting(file, record.suppress, lambda at: at)
    return found


def acceptances(plan: Plan, judged: Iterable[JudgedFinding]) -> tuple[Acceptance, ...]:
    """The suppressions for the plan as a whole, each with the number of findings it accepts."""
    whole = {one.code: one.reason for one in reversed(plan.suppress) if one.at is None}
    found = Counter(
        one.finding.rule.code
        for one in judged
        if one.reason is not None
        and one.finding.entity
        and whole.get(one.finding.rule.code) == one.reason
    )
    return tuple(Acceptance(code, found[code]) for code in reversed(whole) if found[code])


class _Accepting:
    """The suppressions of one file, and the findings that each has accepted."""

    def __init__(
        self, file: ParsedFile, entries: Sequence[Suppression], meant_at: Callable[[str], str]
    ) -> None:
        """`meant_at` gives the `kind:id` that an `at` means, or `""`. So a slip is one finding."""
        self._file = file
        self._entries = entries
        self._meant = {code: _meant(code) for code in dict.fromkeys(one.code for one in entries)}
        self._at: dict[str, str] = {}
        self._numbers: dict[tuple[str, str | None], int] = {}
        for number, entry in enumerate(entries):
            if entry.at is not None:
                self._at[entry.at] = meant_at(entry.at)
            at = self._at.get(entry.at or "") or entry.at
            self._numbers.setdefault((self._meant[entry.code], at), number)
        self._used: Counter[int] = Counter()
        # Without those about the plan itself, which `at` cannot name.
        self._counted: dict[int, list[Finding]] = {}

    def reason(self, finding: Finding) -> str | None:
        """The reason of the first suppression that accepts a finding; None without one."""
        if finding.severity is not Severity.WARNING:
            return None
        found = (self._numbers.get((finding.rule.code, at)) for at in (None, finding.entity))
        accepted = min((number for number in found if number is not None), default=None)
        if accepted is None:
            return None
        self._used[accepted] += 1
        if finding.entity:
            self._counted.setdefault(accepted, []).append(finding)
        return self._entries[accepted].reason

    def useless(self, plan_id: str, *, failed: bool) -> Iterator[Finding]:
        """Findings about the suppressions, after all findings were judged.

        If something has `failed`, only misspelt codes are reported.
        """
        for number, entry in enumerate(self._entries):
            place = self._file.place(("suppress", number, "code"))
            counted = self._counted.get(number, [])
            count = len(counted)
            if entry.code not in _WARNINGS:
                meant = self._meant[entry.code] if entry.code not in RULES else ""
                facts = {
                    "code": entry.code,
                    "suggestion": f"もしかして: {meant}。" if meant else "",
                }
                yield Finding(UNKNOWN_SUPPRESSION, place, facts, plan_id=plan_id)
            elif failed:
                continue
            elif not self._used[number] or self._at.get(entry.at or "") not in (entry.at, None):
                yield self._unused(number, entry, plan_id)
            elif count and entry.at is None and entry.count != count:
                where, said, way = "code", "書かれていません", "どれもそのままでよいか"
                if entry.count is not None:
                    where, said, way = "count", f"{entry.count}件です", "増減した分が本当によいか"
                facts = {"code": entry.code, "said": said, "count": str(count), "way": way}
                place = self._file.place(("suppress", number, where))
                related = tuple(
                    RelatedPlace(one.place, one.message) for one in counted[:_MOST_RELATED]
                )
                yield Finding(SUPPRESSION_COUNT, place, facts, related, plan_id)

    def _unused(self, number: int, entry: Suppression, plan_id: str) -> Finding:
        name = self._file.document.file.rpartition("/")[2]
        way = f"この項目を {name} の suppress から消してください。"
        meant = self._at.get(entry.at or "", entry.at)
        if meant == "":
            way = "at には「種類:id」を書きます（例: skill:leadership）。"
        elif meant != entry.at:
            way = f"もしかして: {meant}。at には「種類:id」を書きます。"
        at = f"（{entry.at}）" if entry.at else ""
        is_slip = meant != entry.at
        said = "当たるものがありません" if is_slip else "もう出ていません"
        facts = {"code": entry.code, "at": at, "said": said, "way": way}
        place = self._file.place(("suppress", number, "at" if is_slip else "code"))
        return Finding(UNUSED_SUPPRESSION, place, facts, plan_id=plan_id)


def _meant_at(index: PlanIndex, at: str) -> str:
    """The `kind:id` that an `at` means: an entity of the plan; `""` without such an entity.

    The name in place of the id, the id without a kind, and a misspelt id are recognized.
    """
    kind, colon, id = at.partition(":")
    kind, id = (kind.strip(), id.strip()) if colon else ("", at.strip())
    if index.find(kind, id) is not None:
        return f"{kind}:{id}"
    for one in [kind] if kind in KIND_NAMES else KIND_NAMES:
        named = id if index.find(one, id) is not None else id_by_name(index, one, id)
        if named and index.find(one, named) is not None:
            return f"{one}:{named}"
    if kind in KIND_NAMES:
        like = near_id(index, kind, id, tuple(entity.id for entity in index.of_kind(kind)))
        return f"{kind}:{like}" if like else ""
    return ""


def _all_read(file: ParsedFile, entries: Sequence[Suppression]) -> bool:
    raw = file.document.tree.value if file.document.tree else None
    if not isinstance(raw, dict) or not file.document.complete:
        return False
    listed = raw.get("suppress", [])
    return isinstance(listed, list) and len(listed) == len(entries)


def _meant(code: str) -> str:
    """The code of a rule. For a misspelt code, the nearest code of a warning, or `""`.

    So one misspelling is one finding.
    """
    if code in RULES:
        return code
    return near(code, _WARNINGS) or ""
