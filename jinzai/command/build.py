"""`build.py`: every stage from content/ to site/.

The engine is started before anything else is imported, so that it works on another core
meanwhile; that is why most imports of this module stand in functions.
"""

from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from jinzai.command.clock import Clock
from jinzai.publish.failure import PublishError
from jinzai.publish.publish import PublishReport, Shells, begin_shells

if TYPE_CHECKING:
    from jinzai.check.check import CheckedContent
    from jinzai.findings.finding import Finding

SITE: Final = "site"
MKDOCS: Final = "mkdocs.yml"

PAGES_AHEAD: Final = 500
"""Pages that are rendered while the engine may still be at work; all others are poured as they
come, so that a site of any size needs no more memory for its pages.
"""


def build_site(root: Path, form: str, *, timings: bool = False) -> bool:
    """Builds `root`/site from `root`/content and prints what was found.

    Returns whether anything was found. With an error, or where the site cannot be written, site/
    stays as it was; the last line says whether it did.
    """
    clock = Clock()
    shells: Shells | None = None
    built: _Built | None = None
    try:
        shells = begin_shells(root, root / MKDOCS, root / SITE)
        with shells:
            built = _build(root, form, shells, clock, timings=timings)
    except PublishError as failure:
        click.echo(str(failure), err=True)
    except (KeyboardInterrupt, click.Abort):
        click.echo("中断しました。", err=True)
    except Exception as error:
        from jinzai.command.crash import report_crash

        report_crash(error)
    replaced = shells is not None and shells.folder.replaced
    figures = f": {built.figures}" if built is not None else "。"
    if replaced:
        click.echo(f"site/ を作りました{figures}", err=form != "text")
    else:
        state = "前のままです" if (root / SITE).exists() else "まだありません"
        click.echo(f"サイトは作っていません（site/ は{state}）{figures}", err=form != "text")
    return built is None or built.found


class _Built(NamedTuple):
    """What came of a build that ran to its end: whether anything was found, and its figures."""

    found: bool
    figures: str


def _build(root: Path, form: str, shells: Shells, clock: Clock, *, timings: bool) -> _Built:
    with clock.stage("import"):
        from jinzai.command.content import examine
        from jinzai.command.report import (
            TEXT,
            figures_of,
            print_findings,
            print_notices,
            print_timings,
        )
        from jinzai.command.told import findings_of
    examined = examine(root, clock)
    if form == TEXT:
        print_findings(examined, form)
    content = examined.checked.content
    of_site: list[Finding] = []
    report: PublishReport | None = None
    try:
        if content is not None:
            report = _publish(root, content, shells, clock)
            of_site += findings_of((), report.notices)
        elif (trouble := shells.run.trouble()) is not None:
            of_site += findings_of(trouble.lines)
            click.echo(str(trouble), err=True)
    except PublishError as failure:
        of_site += findings_of(failure.lines)
        raise
    finally:
        if form != TEXT:
            print_findings(examined, form, of_site)
    if report is None:
        return _Built(True, figures_of(examined, clock))
    if timings:
        print_timings(clock)
    print_notices(report.notices)
    return _Built(examined.found, figures_of(examined, clock, report.pages))


def _publish(root: Path, content: "CheckedContent", shells: Shells, clock: Clock) -> PublishReport:
    """From content without errors to site/. Raises `PublishError`."""
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
