"""The notice on the preview's pages: findings, or why no site could be made.

This module owns the texts and the shape of the notice. It does not know HTML.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from jinzai.findings.excerpt import excerpt
from jinzai.findings.finding import SEVERITY_NAMES, Finding, Severity
from jinzai.findings.limit import MAX_FINDINGS, limited
from jinzai.findings.lines import Lines
from jinzai.findings.printable import printable
from jinzai.findings.rules_file import TOO_MANY_FINDINGS
from jinzai.findings.text import location

SHOWN: Final = MAX_FINDINGS
"""The largest number of findings in a notice. The others are only counted.

Nobody mends more before looking again.
"""


class Excerpt(NamedTuple):
    """A line of a file in three parts. The finding is about `marked`."""

    before: str
    marked: str
    after: str


class NoticeItem(NamedTuple):
    """One finding as texts. `place` is `file:line:column`, `severity` the value of a `Severity`."""

    place: str
    severity: str
    severity_name: str
    code: str
    message: str
    hint: str
    excerpt: Excerpt | None
    related: tuple[str, ...]


class Notice(NamedTuple):
    """The notice above a page.

    Attributes:
        title: a summary in one line.
        lines: further paragraphs. Line breaks in them count.
        items: findings, at most `SHOWN`.
        more: the number of findings that are not among the items.
        is_broken: whether the content cannot become a site. If it can, the notice is folded.
    """

    title: str
    lines: tuple[str, ...]
    items: tuple[NoticeItem, ...] = ()
    more: int = 0
    is_broken: bool = True


def beneath(last_good: str) -> str:
    """A sentence about the page below a notice.

    `last_good` is the time of the last good site, or `""`.
    """
    if last_good:
        return (
            f"下に見えているのは、最後に作れたページ（{last_good}）です。"
            "直して保存すると、新しいページに変わります。"
        )
    return "直して保存すると、ここにページが表示されます。"


def notice_of_findings(
    findings: Iterable[Finding], sources: Mapping[str, str], last_good: str
) -> Notice | None:
    """The notice about the findings of the checks; None without findings.

    `sources` holds the texts of files by name.
    """
    found = list(findings)
    if not found:
        return None
    counts = Counter(finding.severity for finding in found)
    counted = "、".join(
        f"{name}{counts[severity]}件"
        for severity, name in SEVERITY_NAMES.items()
        if counts[severity]
    )
    is_broken = counts[Severity.ERROR] > 0
    known: dict[str, Lines] = {}
    shown = sorted(limited(found), key=lambda finding: list(Severity).index(finding.severity))
    items = tuple(_item(finding, sources, known) for finding in shown[:SHOWN])
    return Notice(
        title=f"内容に誤りがあります（{counted}）" if is_broken else f"指摘があります（{counted}）",
        lines=(beneath(last_good),) if is_broken else (),
        items=items,
        more=len(found) - sum(item.code != TOO_MANY_FINDINGS.code for item in items),
        is_broken=is_broken,
    )


def notice_of_failure(message: str, remedy: str, last_good: str) -> Notice:
    """The notice about a failure to make a site for another reason than findings."""
    first, *more = message.splitlines() or [""]
    lines = [*(printable(line) for line in more), printable(remedy), beneath(last_good)]
    return Notice(printable(first), tuple(line for line in lines if line))


def _item(finding: Finding, sources: Mapping[str, str], known: dict[str, Lines]) -> NoticeItem:
    file = finding.place.file
    if file not in known and file in sources:
        known[file] = Lines(sources[file])
    lines = known.get(file)
    shown = excerpt(finding.place, lines) if lines is not None else None
    return NoticeItem(
        place=location(finding.place),
        severity=str(finding.severity),
        severity_name=SEVERITY_NAMES[finding.severity],
        code=finding.rule.code,
        message=printable(finding.message),
        hint=printable(finding.hint),
        excerpt=_parts(*shown) if shown is not None else None,
        related=tuple(
            f"{location(other.place)} {printable(other.message)}".rstrip()
            for other in finding.related
        ),
    )


def _parts(line: str, carets: str) -> Excerpt:
    """The line of an excerpt, cut where its carets begin and end. Carets count in cells."""
    from rich.cells import cell_len  # slow to import, and needed only where there are findings

    start = len(carets) - len(carets.lstrip())
    parts = ["", "", ""]
    cell = 0
    for character in line:
        parts[(cell >= start) + (cell >= len(carets))] += character
        cell += cell_len(character)
    # At the end of a line there is nothing to mark but the place itself.
    return Excerpt(parts[0], parts[1] or "\u00a0", parts[2])
