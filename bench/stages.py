"""CPU seconds of each stage for one project, in this process, without engine and site/.

Owns which stages there are and what each of them has to do. Nothing that an earlier run found out
about a text helps a later one: what the program keeps of content is dropped before each run.
"""

import functools
import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from jinzai.check.check import Checked, CheckedContent, check
from jinzai.compare.comparison import compare
from jinzai.compare.issuers import plans_beside
from jinzai.export.downloads import plan_downloads
from jinzai.export.table import Subject
from jinzai.findings.github import write_github
from jinzai.findings.json import write_json
from jinzai.findings.limit import limited
from jinzai.findings.text import write_text
from jinzai.link.catalogue import Catalogue, link
from jinzai.link.counts import count
from jinzai.load.content import load
from jinzai.load.document import Loaded
from jinzai.parse.parse import parse
from jinzai.publish.page import Page
from jinzai.publish.part import digest_of
from jinzai.publish.search import search_files, trimmed
from jinzai.render.compare.files import CompareFiles
from jinzai.render.page.environment import Templates
from jinzai.render.page.frame import SiteFrame
from jinzai.render.page.place import SiteContext, plan_context
from jinzai.render.registry import PROGRAM_PAGES, SITE_PAGES
from jinzai.render.render import render_plan
from jinzai.render.search_records import AHEAD, guide_records, plan_part, site_part
from jinzai.render.site.own_role_files import own_role_file
from jinzai.serve.notice import notice_of_findings
from jinzai.work.joined import joined_tables
from jinzai.work.site_kit import TEMPLATES

REPOSITORY: Final = Path(__file__).resolve().parents[1]
_T = TypeVar("_T")

Seconds = dict[str, float]


class _Read(NamedTuple):
    """Content after the checks, with the results of the earlier stages."""

    loaded: Loaded
    checked: Checked

    @property
    def sources(self) -> dict[str, str]:
        return {document.file: document.source for document in self.loaded.documents}


def examined(root: Path, seconds: Seconds) -> _Read:
    """Content after the checks; what each stage took is put into `seconds`."""
    loaded = _timed("load", seconds, lambda: load(root))
    parsed = _timed("parse", seconds, lambda: parse(loaded.documents))
    checked = _timed("check", seconds, lambda: check(parsed, loaded.findings))
    return _Read(loaded, checked)


def times(root: Path, compiled: Path) -> Seconds:
    """What each stage takes for the project at `root`, as far as its content goes.

    The folder `compiled` keeps compiled templates.
    """
    _forget()
    templates = Templates(REPOSITORY / TEMPLATES, compiled)
    seconds: Seconds = {}
    with _undisturbed():
        found = examined(root, seconds)
        _timed("tell", seconds, lambda: _told(found))
        _timed("count", seconds, lambda: [count(one) for one in found.checked.readable.values()])
        if found.checked.content is not None:
            _make(found.checked.content, templates, seconds)
    return seconds


def _told(found: _Read) -> None:
    """All that a command may say of findings."""
    sources = found.sources
    shown = limited(found.checked.findings)
    write_text(shown, sources)
    write_json(shown)
    write_github(shown)
    notice_of_findings(found.checked.findings, sources, "")


def _make(content: CheckedContent, templates: Templates, seconds: Seconds) -> None:
    catalogue = _timed("link", seconds, lambda: link(content))
    compared = _timed("compare", seconds, lambda: compare(catalogue))
    site = SiteContext(catalogue.commons, templates, compared=compared)
    _timed("render", seconds, lambda: _all(_pages(catalogue, site)))
    _timed("export", seconds, lambda: _all(_files(catalogue, site)))


def _pages(catalogue: Catalogue, site: SiteContext) -> Iterator[Page]:
    yield from _site_pages(site)
    for plan in catalogue.plans:
        yield from render_plan(plan, site)


def _files(catalogue: Catalogue, site: SiteContext) -> Iterator[object]:
    """All files that are no pages."""
    compare_files, beside = CompareFiles(site), plans_beside(catalogue.commons.plans.values())
    tables: dict[str, bytes] = {}
    for plan in catalogue.plans:
        seen = site.compared.plans[plan.id]
        tables |= {one.address: one.data for one in plan_downloads(Subject(plan, seen))}
        yield from compare_files.of_plan(seen)
        yield own_role_file(plan_context(site, plan).own, beside[plan.id])
    yield from compare_files.of_all()
    digests = {address: digest_of(data) for address, data in tables.items()}
    for piece in joined_tables(list(catalogue.commons.plans), digests, tables.__getitem__).values():
        yield from piece.make()
    parts = [trimmed(site_part(catalogue.commons)), *map(trimmed, map(plan_part, catalogue.plans))]
    guide = guide_records(site.guides, site.editing)
    yield from search_files(parts, guide, catalogue.commons.synonyms, AHEAD)


def _site_pages(site: SiteContext) -> Iterator[Page]:
    """The pages above the plans, without those that say the same of any content."""
    frame = SiteFrame(site)
    for pages in SITE_PAGES:
        if pages not in PROGRAM_PAGES:
            yield from map(frame.page, pages(site))


def _all(made: Iterator[object]) -> None:
    """Makes everything and keeps nothing."""
    for _ in made:
        pass


def _timed(stage: str, seconds: Seconds, work: Callable[[], _T]) -> _T:
    started = time.process_time()
    done = work()
    seconds[stage] = time.process_time() - started
    return done


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No collection of garbage falls into a stage, as none does in a build."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _forget() -> None:
    """Empties what is kept of content: caches with a bound. Those without one hold types."""
    for module in [name for name in sys.modules if name.startswith("jinzai.")]:
        for value in vars(sys.modules[module]).values():
            is_cache = isinstance(value, functools._lru_cache_wrapper)  # noqa: SLF001
            if is_cache and value.cache_parameters()["maxsize"] is not None:
                value.cache_clear()
