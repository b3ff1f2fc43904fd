"""`build.py`: every stage from content/ to site/.

The engine is started before anything else is imported, so that it works on another core meanwhile.
For this reason most imports of this module are inside functions.
"""

from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from jinzai.command.clock import Clock
from jinzai.command.say import say
from jinzai.command.stopping import Stoppable
from jinzai.publish.failure import PublishError
from jinzai.publish.publish import PublishReport, Shells, begin_shells

if TYPE_CHECKING:
    from jinzai.check.check import CheckedContent

SITE: Final = "site"
MKDOCS: Final = "mkdocs.yml"

PAGES_AHEAD: Final = 500
"""The number of pages that are rendered before the first one waits for the engine.

All others are poured as they come, so a larger site needs no more memory for its pages.
"""


def build_site(root: Path, form: str, *, timings: bool = False) -> bool:
    """Builds `root`/site from `root`/content and prints the findings.

    Returns whether there were findings. If there is an error, or if the site cannot be written,
    site/ stays as it was. The last line says whether site/ was replaced. If a signal stops the
    build, it returns True.
    """
    with Stoppable() as command:
        return _build_site(root, form, command, timings=timings)


def _build_site(root: Path, form: str, command: Stoppable, *, timings: bool) -> bool:
    clock = Clock()
    shells: Shells | None = None
    built: _Built | None = None
    try:
        shells = begin_shells(root, root / MKDOCS, root / SITE)
        with shells, command.work():
            built = _build(root, form, shells, clock, timings=timings)
    except PublishError as failure:
        say(str(failure), err=True)
    except (KeyboardInterrupt, click.Abort):
        say("中断しました。", err=True)
    except Exception as error:
        from jinzai.command.crash import report_crash

        report_crash(error)
    replaced = shells is not None and shells.folder.replaced
    figures = f": {built.figures}" if built is not None else "。"
    if replaced:
        say(f"site/ を作りました{figures}", err=form != "text")
    else:
        state = "前のままです" if (root / SITE).exists() else "まだありません"
        say(f"サイトは作っていません（site/ は{state}）{figures}", err=form != "text")
    return built is None or built.found


class _Built(NamedTuple):
    """The result of a build that ran to its end: whether there were findings, and its figures."""

    found: bool
    figures: str


def _build(root: Path, form: str, shells: Shells, clock: Clock, *, timings: bool) -> _Built:
    with clock.stage("import"):
        from jinzai.command.content import examine
        from jinzai.command.report import Reporter, print_timings
    examined = examine(root, clock)
    with Reporter(examined, form) as reporter:
        content = examined.checked.content
        if content is None:
            trouble = shells.run.trouble()
            if trouble is not None:
                reporter.failure(trouble)
            report = None
        else:
            report = _publish(root, content, shells, clock)
            reporter.notices(report.notices)
            if timings:
                print_timings(clock)
    if report is None:
        return _Built(True, reporter.figures(clock))
    return _Built(examined.found, reporter.figures(clock, report.pages))


def _publish(root: Path, content: "CheckedContent", shells: Shells, clock: Clock) -> PublishReport:
    """Builds site/ from content without errors. Raises `PublishError`."""
    with clock.stage("import"):
        from jinzai.command.website import around_of, files_of, pages_of, site_context
        from jinzai.link.catalogue import link
        from jinzai.publish.publish import publish
    run = shells.run
    with clock.stage("link"):
        catalogue = link(content)
    with clock.stage("render"):
        compiled = shells.folder.keep("templates")
        site = site_context(root, catalogue, run.settings(), run.hand_pages, compiled)
        coming = pages_of(catalogue, site)
        ahead = list(islice(coming, PAGES_AHEAD))
    pages = chain(ahead, clock.each("render", coming))
    files = clock.each("export", files_of(catalogue, site))
    report = publish(shells, pages, files, around_of(site))
    for name, seconds in report.seconds.as_dict().items():
        clock.add(name, seconds)
    return report
