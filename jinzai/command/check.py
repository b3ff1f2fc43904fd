"""`build.py check`: everything that a build does, except writing the site.

If the content has no errors, all pages are made and put together in memory. So this command reports
everything that would stop a build: mistakes in templates, mkdocs.yml, hand-written pages and their
links.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from jinzai.command.build import MKDOCS, SITE
from jinzai.command.clock import Clock
from jinzai.command.say import say
from jinzai.command.stopping import Stoppable
from jinzai.publish.failure import PublishError
from jinzai.publish.frames import FrameRun
from jinzai.publish.rehearsal import begin_rehearsal, rehearse
from jinzai.publish.swap import kept_folder

if TYPE_CHECKING:
    from jinzai.check.check import CheckedContent


def check_site(root: Path, form: str) -> bool:
    """Checks the project at `root` and prints the findings. Returns whether there were any.

    The line before the last one has the figures. The last line says what to do next. The table of
    counts is left out if a build would fail: the counts of files that cannot be read would mislead.

    If there are no findings, a build of the same files succeeds, except for failures of the disk.
    Raises `KeyboardInterrupt` if a signal stops it, after everything is tidied up.
    """
    clock = Clock()
    with Stoppable() as command, begin_rehearsal(root, root / MKDOCS) as run, command.work():
        return _check(root, form, run, clock)


def _check(root: Path, form: str, run: FrameRun, clock: Clock) -> bool:
    from jinzai.command.content import examine
    from jinzai.command.report import TEXT, Reporter, print_counts

    examined = examine(root, clock)
    with Reporter(examined, form) as reporter:
        content = examined.checked.content
        failure = run.trouble() if content is None else _trouble_with_site(root, content, run)
        if failure is None:
            reporter.notices(run.frames().engine.notices)
        else:
            reporter.failure(failure)
    if content is not None and failure is None:
        print_counts(examined.contents, form)
    say(reporter.figures(clock), err=form != TEXT)
    say(reporter.next_step(), err=form != TEXT)
    return examined.found or failure is not None


def _trouble_with_site(root: Path, content: "CheckedContent", run: FrameRun) -> PublishError | None:
    """The failure that would stop a build, or None."""
    from jinzai.command.website import around_of, files_of, pages_of, site_context
    from jinzai.link.catalogue import link

    compiled = kept_folder(root / SITE, "templates")
    try:
        catalogue = link(content)
        site = site_context(root, catalogue, run.settings(), run.hand_pages, compiled)
        pages, files = pages_of(catalogue, site), files_of(catalogue, site)
        rehearse(run, pages, files, around_of(site))
    except PublishError as failure:
        return failure
    return None
