"""`build.py check`: everything that a build does, except writing the site.

If the content has no errors, all pages are made and put together in memory. So this command reports
everything that would stop a build: mistakes in templates, mkdocs.yml, hand-written pages and their
links.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from jinzai.command.build import MKDOCS, SITE
from jinzai.command.say import say
from jinzai.command.stopping import Stoppable
from jinzai.findings.finding import Severity
from jinzai.publish.failure import PublishError
from jinzai.publish.frames import FrameRun
from jinzai.publish.rehearsal import begin_rehearsal
from jinzai.publish.swap import kept_folder
from jinzai.work.clock import Clock

if TYPE_CHECKING:
    from jinzai.work.examination import Examination


def check_site(root: Path, form: str) -> Severity | None:
    """Checks the project at `root` and prints the findings.

    Returns the severity of the worst finding, or None if there is no finding.

    The line before the last one has the figures. The last line says what to do next. The table of
    counts is left out if a build would fail: the counts of files that cannot be read would mislead.

    If there are no errors, a build of the same files succeeds, except for failures of the disk.
    Raises `KeyboardInterrupt` if a signal stops it, after everything is tidied up.
    """
    clock = Clock()
    with Stoppable() as command, begin_rehearsal(root, root / MKDOCS) as run, command.work():
        return _check(root, form, run, clock)


def _check(root: Path, form: str, run: FrameRun, clock: Clock) -> Severity | None:
    from jinzai.command.report import TEXT, Reporter, print_counts
    from jinzai.work.examination import examine
    from jinzai.work.pool import local_workers

    examined = examine(root, local_workers, clock, counting=True)
    with Reporter(examined, form) as reporter:
        failure = _trouble(root, examined, run, clock)
        if failure is None:
            reporter.notices(run.frames().engine.notices)
        else:
            reporter.failure(failure)
    if examined.commons is not None and failure is None:
        print_counts(examined.figures, form)
    say(reporter.figures(clock), err=form != TEXT)
    say(reporter.next_step(), err=form != TEXT)
    return reporter.gravest


def _trouble(
    root: Path, examined: "Examination", run: FrameRun, clock: Clock
) -> PublishError | None:
    """The failure that would stop a build, or None."""
    from jinzai.publish.part import GivenBack
    from jinzai.publish.rehearsal import rehearse, wanted
    from jinzai.work.all_parts import AllParts
    from jinzai.work.site_kit import TEMPLATES, TemplateFolder

    if examined.commons is None:
        return run.trouble()
    templates = TemplateFolder(root / TEMPLATES, kept_folder(root / SITE, "templates"))
    try:
        frames = run.frames()
        taker = GivenBack(wanted(frames))
        parts = AllParts(root, examined, frames, templates, taker, clock)
        rehearse(frames, parts.files(lambda _: b""), (), parts.around)
    except PublishError as failure:
        return failure
    return None
