"""`build.py`: every stage from content/ to site/.

The engine is started before anything else is imported, so that it works on another core
meanwhile; that is why most imports of this module stand in functions.
"""

from itertools import chain, islice
from pathlib import Path
from typing import Final

import click

from jinzai.command.clock import Clock
from jinzai.publish.failure import PublishError
from jinzai.publish.publish import Shells, begin_shells

SITE: Final = "site"
MKDOCS: Final = "mkdocs.yml"

PAGES_AHEAD: Final = 500
"""Pages that are rendered while the engine may still be at work; all others are poured as they
come, so that a site of any size needs no more memory for its pages.
"""


def build_site(root: Path, form: str, *, timings: bool = False) -> bool:
    """Builds `root`/site from `root`/content and prints what was found.

    Returns whether anything was found. With an error, or where the site cannot be written, site/
    stays as it was.
    """
    clock = Clock()
    try:
        with begin_shells(root, root / MKDOCS, root / SITE) as shells:
            return _build(root, form, shells, clock, timings=timings)
    except PublishError as failure:
        click.echo(str(failure), err=True)
        return True


def _build(root: Path, form: str, shells: Shells, clock: Clock, *, timings: bool) -> bool:
    with clock.stage("import"):
        from jinzai.command.content import examine
        from jinzai.command.report import print_findings, print_summary, print_timings
        from jinzai.command.website import files_of, navigation_of, pages_of, site_context
        from jinzai.link.catalogue import link
        from jinzai.publish.publish import publish
    examined = examine(root, clock)
    content = examined.checked.content
    if content is None:
        shells.cancel()
        print_findings(examined, form)
        print_summary(examined, clock, form)
        return True
    with clock.stage("link"):
        catalogue = link(content)
    with clock.stage("render"):
        compiled = shells.folder.keep("templates")
        run = shells.run
        site = site_context(root, catalogue.commons, run.settings(), run.hand_pages, compiled)
        coming = pages_of(catalogue, site)
        ahead = list(islice(coming, PAGES_AHEAD))
    pages = chain(ahead, clock.each("render", coming))
    files = clock.each("export", files_of(catalogue))
    report = publish(shells, pages, files, navigation_of(site))
    for name, seconds in report.seconds.as_dict().items():
        clock.add(name, seconds)
    print_findings(examined, form)
    print_summary(examined, clock, form, report)
    if timings:
        print_timings(clock)
    return examined.found
