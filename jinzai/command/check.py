"""`build.py check`: everything that a build does, except writing the site.

If the content has no errors, all pages are made and put together in memory. So this command reports
everything that would stop a build: mistakes in templates, mkdocs.yml, hand-written pages and their
links.
"""

from pathlib import Path

from jinzai.command.build import MKDOCS
from jinzai.command.failures import all_failures
from jinzai.command.reporter import TEXT, Reporter
from jinzai.command.say import say
from jinzai.command.stopping import Stoppable
from jinzai.findings.finding import Severity
from jinzai.publish.frames import FrameRun
from jinzai.publish.rehearsal import begin_rehearsal
from jinzai.work.clock import Clock


def check_site(root: Path, form: str) -> Severity | None:
    """Checks the project at `root` and prints the findings.

    Returns the severity of the worst finding, or None if there is no finding.

    The line before the last one has the figures. The last line says what to do next. The table of
    counts is left out if a build would fail: the counts of files that cannot be read would mislead.

    If there are no errors, a build of the same files succeeds, except for failures of the disk. If
    a signal stops the check, everything is tidied up, and it counts as an error.
    """
    clock = Clock()
    reporter = Reporter(root, form)
    with Stoppable() as command:
        with (
            reporter.watching(),
            begin_rehearsal(root, root / MKDOCS) as run,
            command.work(),
        ):
            _check(root, reporter, run, clock)
        reporter.tell()
        if not (reporter.is_stopped and form == TEXT):
            _print_figures(reporter, form, clock)
    return reporter.gravest


def _check(root: Path, reporter: Reporter, run: FrameRun, clock: Clock) -> None:
    from jinzai.work.examination import examine
    from jinzai.work.pool import local_workers

    reporter.examined = examine(root, local_workers, clock, counting=True)
    failure = all_failures(root, reporter.examined, run, clock)
    if failure is not None:
        reporter.failure(failure)
    reporter.notices(run.notices())


def _print_figures(reporter: Reporter, form: str, clock: Clock) -> None:
    from jinzai.command.report import figures_of, next_step_after, print_counts

    examined = reporter.examined
    if examined is not None and reporter.gravest is not Severity.ERROR:
        print_counts(examined.figures, form)
    say(figures_of(examined, reporter.counts, clock), err=form != TEXT)
    to_accept = examined is not None and examined.found
    say(next_step_after(reporter.counts, to_accept=to_accept), err=form != TEXT)
