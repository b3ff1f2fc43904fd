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
from typing import Final, TypeVar

from jinzai.check.check import CheckedContent, check
from jinzai.command.content import Examined
from jinzai.command.counts import count
from jinzai.command.website import TEMPLATES, files_of, pages_of
from jinzai.compare.comparison import compare
from jinzai.findings.github import write_github
from jinzai.findings.json import write_json
from jinzai.findings.limit import limited
from jinzai.findings.text import write_text
from jinzai.link.catalogue import link
from jinzai.load.content import load
from jinzai.parse.parse import parse
from jinzai.publish.page import Page
from jinzai.render.guide import guide, rules
from jinzai.render.page.environment import Templates
from jinzai.render.page.frame import SiteFrame
from jinzai.render.page.place import SiteContext
from jinzai.render.registry import SITE_PAGES
from jinzai.serve.notice import notice_of_findings

REPOSITORY: Final = Path(__file__).resolve().parents[1]
_OF_PROGRAM: Final = (guide.pages, rules.pages)
_T = TypeVar("_T")

Seconds = dict[str, float]


def examined(root: Path, seconds: Seconds) -> Examined:
    """Content after the checks; what each stage took is put into `seconds`."""
    loaded = _timed("load", seconds, lambda: load(root))
    parsed = _timed("parse", seconds, lambda: parse(loaded.documents))
    checked = _timed("check", seconds, lambda: check(parsed, loaded.findings))
    return Examined(loaded, parsed, checked)


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
        _timed("count", seconds, lambda: [count(one) for one in found.contents.values()])
        if found.checked.content is not None:
            _make(found.checked.content, templates, seconds)
    return seconds


def _told(found: Examined) -> None:
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
    _timed("render", seconds, lambda: _all(pages_of(catalogue, site, _site_pages)))
    _timed("export", seconds, lambda: _all(files_of(catalogue, site)))


def _site_pages(site: SiteContext) -> Iterator[Page]:
    """The pages above the plans, without those that say the same of any content."""
    frame = SiteFrame(site)
    for pages in SITE_PAGES:
        if pages not in _OF_PROGRAM:
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
