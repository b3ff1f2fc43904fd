"""The output of the commands: findings, the table of counts, the figures, the timings.

Findings for machines go to standard output and nothing else does. Then everything for people goes
to standard error.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from io import StringIO
from types import TracebackType
from typing import Self

from jinzai.command.say import hand_over, say
from jinzai.command.site_findings import findings_of
from jinzai.findings.finding import SEVERITY_NAMES, Finding, Severity
from jinzai.findings.github import write_github
from jinzai.findings.json import write_json
from jinzai.findings.limit import limited
from jinzai.findings.printable import printable
from jinzai.findings.text import write_text
from jinzai.link.counts import LABELS, total
from jinzai.model import kinds
from jinzai.publish.failure import PublishError
from jinzai.publish.trouble import Trouble
from jinzai.work.clock import Clock
from jinzai.work.examination import Examination
from jinzai.work.examined_plan import PlanFigures

TEXT = "text"
TABLE_WIDTH = 120
STAGE_NAMES = {
    "import": "プログラムの読み込み",
    "load": "読み込み",
    "parse": "解釈",
    "check": "確認",
    "link": "結び付け",
    "render": "ページ作り",
    "export": "CSV作り",
    "waiting": "枠組みを待つ",
    "pour": "流し込み",
    "swap": "入れ替え",
    "keep": "次のための保存",
    "engine": "枠組み作り（並行して実行）",
}


class Reporter:
    """Reports one run: findings, failures of the site, and notices.

    Use it as a context manager around the making of the site. People read the findings before the
    site is made, and the messages of publish after it. Machines read everything as findings after
    it, even if it failed.
    """

    def __init__(self, examined: Examination, form: str) -> None:
        self._examined = examined
        self._form = form
        self._of_site: list[Finding] = []
        self._without_place = 0
        self._words: list[str] = []

    def __enter__(self) -> Self:
        if self._form == TEXT:
            print_findings(self._examined, self._form)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Reports a `PublishError` that ends the run to machines.

        The code that catches it tells people.
        """
        if isinstance(error, PublishError):
            self._of_site += findings_of(error.troubles, error.notices)
        if self._form != TEXT:
            print_findings(self._examined, self._form, self._of_site)
        for words in self._words:
            say(words, err=True)

    def failure(self, failure: PublishError) -> None:
        """Reports a failure that would stop the making of the site, although the run goes on."""
        self._of_site += findings_of(failure.troubles, failure.notices)
        self._without_place += not failure.troubles
        self._words.append(str(failure))

    def notices(self, notices: tuple[Trouble, ...]) -> None:
        """Reports notices about mkdocs.yml for the operator."""
        self._of_site += findings_of((), notices)
        self._words += map(str, notices)

    @property
    def gravest(self) -> Severity | None:
        """The severity of the worst finding or failure so far; None if there is nothing."""
        counts = counts_of(self._examined, self._of_site, self._without_place)
        return next((severity for severity in Severity if counts[severity]), None)

    def figures(self, clock: Clock, pages: int = 0) -> str:
        """The figures of the run so far. See `figures_of`."""
        return figures_of(self._examined, clock, pages, self._of_site, self._without_place)

    def next_step(self) -> str:
        """What to do next, in one line, after a check. See `next_step_after`."""
        return next_step_after(
            counts_of(self._examined, self._of_site, self._without_place),
            to_accept=self._examined.found,
        )


def print_findings(examined: Examination, form: str, of_site: Iterable[Finding] = ()) -> None:
    """Prints the findings, as many as are shown, in the given form.

    `of_site` are findings about the site, made of the messages of publish. For people these
    messages themselves are printed, so `of_site` is empty then.
    """
    findings = limited((*examined.findings, *of_site))
    if form == "json":
        hand_over(write_json(findings))
    elif form == "github":
        hand_over(write_github(findings))
    elif findings:
        color = shows_color()
        say(write_text(findings, examined.sources, color=color), color=color)


def shows_color() -> bool:
    """Whether colours are shown: on a terminal that knows them, if the user has not refused them.

    An empty `NO_COLOR` refuses nothing (no-color.org). `TERM=dumb` is a terminal without colours.
    """
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not refused


def print_counts(figures: Mapping[str, PlanFigures], form: str) -> None:
    """Prints a table with a row for each plan, named by its folder, and a row with the sums.

    Plans whose content was not counted are left out. Below the table stands how many warnings the
    editors accept for a plan as a whole.
    """
    from rich.console import Console  # slow to import, and only needed here
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(kinds.PLAN.name)
    for label in LABELS.values():
        table.add_column(label, justify="right")
    rows = [(folder, one.counts) for folder, one in figures.items() if one.counts is not None]
    for name, counts in [*rows, ("合計", total(counts for _, counts in rows))]:
        table.add_row(Text(printable(name)), *(str(getattr(counts, field)) for field in LABELS))
    # A narrower table would cut its headings: a terminal scrolls or wraps, but shows everything.
    drawn = StringIO()
    Console(file=drawn, color_system=None, width=TABLE_WIDTH).print(table)
    say(drawn.getvalue().rstrip("\n"), err=form != TEXT)
    for folder, one in figures.items():
        if one.accepted:
            said = "・".join(f"{code} {number}件" for code, number in one.accepted)
            say(f"{printable(folder)} の全体で確認済みの警告: {said}", err=form != TEXT)


def figures_of(
    examined: Examination,
    clock: Clock,
    pages: int = 0,
    of_site: Iterable[Finding] = (),
    without_place: int = 0,
) -> str:
    """The figures of a run in one line.

    They are the numbers of plans, roles, skills, courses, pages and findings, and the seconds.
    Pages are left out if `pages` is 0. For `of_site` and `without_place` see `findings_in_words`.
    """
    plans = examined.figures.values()
    parts = [
        f"計画 {len(plans)}",
        f"役割 {sum(plan.roles for plan in plans)}",
        f"スキル {sum(plan.skills for plan in plans)}",
        f"研修 {sum(plan.courses for plan in plans)}",
    ]
    if pages:
        parts.append(f"ページ {pages}")
    parts.append(findings_in_words(examined, of_site, without_place))
    parts.append(f"{clock.total:.1f}秒")
    return "・".join(parts)


def findings_in_words(
    examined: Examination, of_site: Iterable[Finding] = (), without_place: int = 0
) -> str:
    """`指摘 3（エラー1・警告2）`. Findings that are not shown are counted too.

    `of_site` are findings about the site. `without_place` is the number of failures that are no
    findings, because they name no place. Each of them counts as an error.
    """
    counts = counts_of(examined, of_site, without_place)
    found = in_words(counts)
    return f"指摘 {counts.total()}" + (f"（{found}）" if found else "")


def counts_of(
    examined: Examination, of_site: Iterable[Finding] = (), without_place: int = 0
) -> Counter[Severity]:
    """How many findings of each severity there are. See `findings_in_words`."""
    severities = [finding.severity for finding in (*examined.findings, *of_site)]
    return Counter(severities + [Severity.ERROR] * without_place)


def in_words(counts: Mapping[Severity, int], counter: str = "") -> str:
    """`エラー1・警告2`: the severities with findings, the gravest first; empty without findings.

    `counter` stands behind each number.
    """
    return "・".join(
        f"{name}{counts[one]}{counter}" for one, name in SEVERITY_NAMES.items() if counts.get(one)
    )


def next_step_after(counts: Mapping[Severity, int], *, to_accept: bool) -> str:
    """What the person who ran `check` does next, in one line.

    `counts` are the findings by severity. `to_accept` says whether some of them are about content:
    only these can be marked as accepted.
    """
    errors = counts.get(Severity.ERROR, 0)
    if errors:
        return (
            f"エラーが{errors}件あります。このままではサイトを作れません。"
            "直してから、もう一度 check を実行してください。"
        )
    if not any(counts.values()):
        return "間違いは見つかりませんでした。build.py でサイトを作れます。"
    found = in_words(counts, "件")
    if to_accept:
        return (
            f"エラーはないので、サイトを作れます。{found}は、確かめて直すか、"
            "そのままでよい理由を plan.yaml の suppress に書いてください。"
        )
    return f"エラーはないので、サイトを作れます。{found}は、上の説明を確かめてください。"


def print_timings(clock: Clock) -> None:
    """Prints the milliseconds of each stage to standard error."""
    for name, seconds in clock.stages.items():
        say(f"{seconds * 1000:8.0f} ms  {STAGE_NAMES[name]}", err=True)
    say(f"{clock.total * 1000:8.0f} ms  全体", err=True)
