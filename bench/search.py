"""`python -m bench.search`: what the search costs at several sizes.

Owns sites with nothing but the data of the search, made of copies of the repository's own plans,
each with its own name. A browser opens a page of such a site from the disk, and asks.
"""

import shutil
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname

import click
import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from bench import report
from jinzai.check.check import check
from jinzai.link.catalogue import Catalogue, link
from jinzai.load.content import load
from jinzai.model.kinds import ROLE
from jinzai.parse.parse import parse
from jinzai.publish.search import SEARCH_SCRIPTS, SearchPart, search_files, trimmed
from jinzai.render.search_records import plan_part, site_part

REPOSITORY: Final = Path(__file__).resolve().parents[1]
QUERIES: Final = REPOSITORY / "tests" / "search" / "queries_unseen.yaml"
THEME: Final = REPOSITORY / "templates" / "theme"
_SCRIPTS: Final = ("assets/jinzai/reader.js", *SEARCH_SCRIPTS)
_ASK: Final = """async query => {
    const {find, recordsOf} = jinzaiSearch;
    const began = performance.now();
    const {groups} = await find(query, "", false);
    await recordsOf(groups[0].hits.slice(0, 8));
    return performance.now() - began;
}"""


class Cost(NamedTuple):
    """What the search of a site of so many plans costs.

    Attributes:
        cold: milliseconds of the first query of a page, the data loaded from the disk.
        keystroke: the median milliseconds of a later query.
        slow: the milliseconds that 95 of 100 later queries do not exceed.
        first_bytes: the bytes of data that the first query loads.
        query_bytes: the mean of the bytes that each query more loads.
    """

    plans: int
    cold: float
    keystroke: float
    slow: float
    first_bytes: int
    query_bytes: float


def cost(browser: Browser, catalogue: Catalogue, plans: int, site: Path) -> Cost:
    """The cost at so many plans. The site is written into the folder `site`."""
    write_site(catalogue, plans, site)
    queries = [one["query"] for one in yaml.safe_load(QUERIES.read_text("utf-8"))]
    # A keystroke asks for what is typed so far.
    typed = [query[:length] for query in queries for length in range(1, len(query) + 1)]
    loads: list[int] = []
    with browser.new_context() as context:
        page = context.new_page()
        _count_loads(page, loads)
        page.goto((site / "index.html").as_uri())
        loads.clear()
        cold = page.evaluate(_ASK, queries[0])
        first = sum(loads)
        later = sorted(page.evaluate(_ASK, one) for one in typed)
    each = (sum(loads) - first) / (len(queries) - 1)
    return Cost(plans, cold, median(later), later[len(later) * 95 // 100], first, each)


def write_site(catalogue: Catalogue, plans: int, site: Path) -> None:
    """A page, the scripts, and the data of the search of so many plans."""
    parts = chain([site_part(catalogue.commons)], _copies(catalogue, plans))
    for file in search_files(map(trimmed, parts), (), catalogue.commons.synonyms, [ROLE.name]):
        path = site / file.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    shutil.copytree(THEME / "assets" / "jinzai", site / "assets" / "jinzai")
    tags = "".join(f'<script src="{address}"></script>' for address in _SCRIPTS)
    page = f'<!doctype html><meta charset="utf-8"><title>検索</title><p>検索</p>{tags}'
    (site / "index.html").write_text(page, "utf-8")


def _copies(catalogue: Catalogue, plans: int) -> Iterator[SearchPart]:
    """The plans over and over, each with a folder and a name of its own."""
    parts = [part._replace(records=(*part.records,)) for part in map(plan_part, catalogue.plans)]
    for number in range(plans):
        part = parts[number % len(parts)]
        if number < len(parts):
            yield part
            continue
        own = f"{number}番{part.name}"
        records = (one._replace(title=f"{own} {one.title}") for one in part.records)
        yield part._replace(folder=f"{part.folder}-{number}", name=own, records=(*records,))


def _count_loads(page: Page, loads: list[int]) -> None:
    page.on(
        "request",
        lambda request: loads.append(Path(url2pathname(urlsplit(request.url).path)).stat().st_size),
    )


@click.command()
@click.argument("counts", type=int, nargs=-1)
@click.option("--chromium", default="chromium", show_default=True, help="The browser's command.")
def main(counts: tuple[int, ...], chromium: str) -> None:
    """Measures the search at COUNTS of plans; at 5 and 200 without any."""
    program = shutil.which(chromium)
    if program is None:
        raise click.ClickException(f"there is no {chromium}")
    loaded = load(REPOSITORY)
    content = check(parse(loaded.documents), loaded.findings).content
    if content is None:
        raise click.ClickException("content/ has errors")
    catalogue = link(content)
    click.echo(report.machine())
    click.echo("plans | cold, ms | keystroke, ms | 95 of 100, ms | first, KB | each query, KB")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as work:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for plans in counts or (5, 200):
            found = cost(browser, catalogue, plans, Path(work) / str(plans))
            click.echo(
                f"{found.plans} | {found.cold:.0f} | {found.keystroke:.1f} | {found.slow:.1f} | "
                f"{found.first_bytes / 1000:.1f} | {found.query_bytes / 1000:.1f}"
            )
        browser.close()


if __name__ == "__main__":
    main()
