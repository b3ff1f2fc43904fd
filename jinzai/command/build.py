"""`build.py`: every stage from content/ to site/.

The engine is started before anything else is imported, so that it works on another core meanwhile.
For this reason most imports of this module are inside functions.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from jinzai.command.say import say
from jinzai.command.stopping import Stoppable
from jinzai.findings.finding import Severity
from jinzai.publish.failure import PublishError
from jinzai.publish.publish import PublishReport, Shells, begin_shells
from jinzai.publish.swap import kept_folder
from jinzai.work.clock import Clock

if TYPE_CHECKING:
    from jinzai.work.cluster_place import ClusterPlace
    from jinzai.work.examination import Examination
    from jinzai.work.workers import WorkerChoice

SITE: Final = "site"
MKDOCS: Final = "mkdocs.yml"


def build_site(
    root: Path,
    form: str,
    *,
    timings: bool = False,
    cached: bool = True,
    cluster: "ClusterPlace | None" = None,
) -> Severity | None:
    """Builds `root`/site from `root`/content and prints the findings.

    What an earlier build made from the same files is used again, unless `cached` is false. The
    site is the same then. It is also the same if a `cluster` does the work.

    Returns the severity of the worst finding, or None if there is no finding. A build that failed
    or that a signal stopped counts as an error. If there is an error, or if the site cannot be
    written, site/ stays as it was. The last line says whether site/ was replaced.
    """
    with Stoppable() as command:
        return _build_site(root, form, command, timings=timings, cached=cached, cluster=cluster)


def _build_site(
    root: Path,
    form: str,
    command: Stoppable,
    *,
    timings: bool,
    cached: bool,
    cluster: "ClusterPlace | None",
) -> Severity | None:
    clock = Clock()
    shells: Shells | None = None
    built: _Built | None = None
    try:
        shells = begin_shells(root, root / MKDOCS, root / SITE)
        with shells, command.work(), _workers(cluster, clock) as choose:
            built = _build(root, form, shells, clock, choose, timings=timings, cached=cached)
    except PublishError as failure:
        say(str(failure), err=True)
    except (KeyboardInterrupt, click.Abort):
        say("中断しました。", err=True)
    except Exception as error:
        from jinzai.work.crash import crash_words

        say("\n".join(crash_words(error)), err=True)
    replaced = shells is not None and shells.folder.replaced
    figures = f": {built.figures}" if built is not None else "。"
    if replaced:
        say(f"site/ を作りました{figures}", err=form != "text")
    else:
        say(f"サイトは作っていません（site/ は{_state(root / SITE)}）{figures}", err=form != "text")
    return Severity.ERROR if built is None else built.gravest


def _state(site: Path) -> str:
    """What became of a site that was not replaced, in Japanese."""
    if site.exists():
        return "前のままです"
    before = kept_folder(site, "previous")
    return "まだありません" if before is None or not before.exists() else "いまありません"


class _Built(NamedTuple):
    """The result of a build that ran to its end: the worst severity found, and its figures."""

    gravest: Severity | None
    figures: str


@contextmanager
def _workers(cluster: "ClusterPlace | None", clock: Clock) -> Iterator["WorkerChoice"]:
    """Who does the work: a cluster, or this machine. Raises `PublishError`."""
    if cluster is None:
        with clock.stage("import"):
            from jinzai.work.pool import local_workers
        yield local_workers
        return
    with clock.stage("import"):
        from jinzai.work.cluster import connected
    with connected(cluster) as workers:
        yield lambda _: workers


def _build(
    root: Path,
    form: str,
    shells: Shells,
    clock: Clock,
    choose: "WorkerChoice",
    *,
    timings: bool,
    cached: bool,
) -> _Built:
    with clock.stage("import"):
        from jinzai.command.report import Reporter, print_timings
        from jinzai.work.examination import examine
        from jinzai.work.known import known_on_disk
    known = known_on_disk(shells.folder.keep("known"), used=cached)
    examined = examine(root, choose, clock, known)
    with Reporter(examined, form) as reporter:
        if examined.commons is None:
            trouble = shells.run.trouble()
            if trouble is not None:
                reporter.failure(trouble)
            report = None
        else:
            report = _publish(root, examined, shells, clock)
            reporter.notices(report.notices)
            if timings:
                print_timings(clock)
    pages = 0 if report is None else report.pages
    return _Built(reporter.gravest, reporter.figures(clock, pages))


def _publish(root: Path, examined: "Examination", shells: Shells, clock: Clock) -> PublishReport:
    """Builds site/ from content without errors. Raises `PublishError`."""
    with clock.stage("import"):
        from jinzai.publish.part import InFolder
        from jinzai.publish.publish import publish
        from jinzai.work.all_parts import AllParts
        from jinzai.work.site_kit import TEMPLATES, TemplateFolder
    run = shells.run
    templates = TemplateFolder(root / TEMPLATES, shells.folder.keep("templates"))
    with clock.stage("waiting"):
        frames = run.frames()
    taker = InFolder(shells.staged, shells.folder.site)
    parts = AllParts(root, examined, frames, templates, taker, clock)
    report = publish(shells, parts.files(shells.read), (), parts.around)
    for name, seconds in report.seconds.as_dict().items():
        clock.add(name, seconds)
    with clock.stage("keep"):
        parts.keep()
    return report
