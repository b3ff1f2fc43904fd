"""`build.py`: every stage from content/ to site/.

The engine is started before anything else is imported, so that it works on another core meanwhile.
For this reason most imports of this module are inside functions.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinzai.command.reporter import TEXT, Reporter
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
    reporter = Reporter(root, form)
    shells: Shells | None = None
    pages = 0
    with reporter.watching():
        shells = begin_shells(root, root / MKDOCS, root / SITE)
        with shells, command.work(), _workers(cluster, clock) as choose:
            pages = _build(root, reporter, shells, clock, choose, cached=cached)
            if timings:
                from jinzai.command.report import print_timings

                print_timings(clock)
    reporter.tell()
    figures = "。" if reporter.is_stopped else f": {_figures(reporter, clock, pages)}"
    if shells is not None and shells.folder.replaced:
        say(f"site/ を作りました{figures}", err=form != TEXT)
    else:
        state = _state(root / SITE)
        say(f"サイトは作っていません（site/ は{state}）{figures}", err=form != TEXT)
    return reporter.gravest


def _state(site: Path) -> str:
    """What became of a site that was not replaced, in Japanese."""
    if site.exists():
        return "前のままです"
    before = kept_folder(site, "previous")
    return "まだありません" if before is None or not before.exists() else "いまありません"


def _figures(reporter: Reporter, clock: Clock, pages: int) -> str:
    from jinzai.command.report import figures_of

    return figures_of(reporter.examined, reporter.counts, clock, pages)


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
    reporter: Reporter,
    shells: Shells,
    clock: Clock,
    choose: "WorkerChoice",
    *,
    cached: bool,
) -> int:
    """Examines the content and makes the site. Returns the number of pages, 0 without a site.

    Raises `PublishError`.
    """
    with clock.stage("import"):
        from jinzai.command.failures import all_failures
        from jinzai.work.examination import examine
        from jinzai.work.known import known_on_disk
    known = known_on_disk(shells.folder.keep("known"), used=cached)
    examined = examine(root, choose, clock, known)
    reporter.examined = examined
    if examined.commons is None or shells.run.failures():
        failure = all_failures(root, examined, shells.run, clock)
        if failure is not None:
            reporter.failure(failure)
        reporter.notices(shells.run.notices())
        return 0
    try:
        report = _publish(root, examined, shells, clock)
    except PublishError:
        reporter.notices(shells.run.notices())
        raise
    reporter.notices(report.notices)
    return report.pages


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
