"""The words of the commands about a run: the table of counts, the figures, the timings.

If findings for machines go to standard output, all of this goes to standard error.
"""

from collections import Counter
from collections.abc import Mapping
from io import StringIO
from typing import Final

from jinzai.command.reporter import TEXT
from jinzai.command.say import say
from jinzai.findings.finding import SEVERITY_NAMES, Severity
from jinzai.findings.printable import printable
from jinzai.link.counts import LABELS, total
from jinzai.model import kinds
from jinzai.work.clock import Clock
from jinzai.work.examination import Examination
from jinzai.work.examined_plan import PlanFigures

TABLE_WIDTH: Final = 120
STAGE_NAMES: Final = {
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
    examined: Examination | None, counts: Counter[Severity], clock: Clock, pages: int = 0
) -> str:
    """The figures of a run in one line.

    They are the numbers of plans, roles, skills, courses, pages and findings, and the seconds.
    Numbers of content are left out if it was not examined, pages if `pages` is 0.
    """
    parts = []
    if examined is not None:
        plans = examined.figures.values()
        parts += [
            f"計画 {len(plans)}",
            f"役割 {sum(plan.roles for plan in plans)}",
            f"スキル {sum(plan.skills for plan in plans)}",
            f"研修 {sum(plan.courses for plan in plans)}",
        ]
    if pages:
        parts.append(f"ページ {pages}")
    parts += [findings_in_words(counts), f"{clock.total:.1f}秒"]
    return "・".join(parts)


def findings_in_words(counts: Counter[Severity]) -> str:
    """`指摘 3（エラー1・警告2）`. Findings that are not shown are counted too."""
    found = in_words(counts)
    return f"指摘 {counts.total()}" + (f"（{found}）" if found else "")


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
