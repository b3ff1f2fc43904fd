"""How long pages are, how many stops the keyboard makes on them, and which sizes their type has.

Owns what is counted, in Chromium with folds closed: the heaviest page of each kind at the width of
a desk (1280 x 800) and of a phone (390 x 844). `python -m bench.looks SITE` prints a line for each
kind. Of further sites it prints the same pages.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import which
from typing import Final, NamedTuple

import click
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from bench.styles import kind_of, served

DESK: Final = ViewportSize(width=1280, height=800)
PHONE: Final = ViewportSize(width=390, height=844)

_LOOKED_AT: Final = r"""
() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const fields = "button, input, select, textarea";
  const stops = `a[href], summary, ${fields}, [tabindex]:not([tabindex='-1'])`;
  const sizes = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const parent = node.parentElement;
    if (node.data.trim() && !parent.closest("script, noscript") && seen(parent)) {
      sizes.add(Math.round(parseFloat(getComputedStyle(parent).fontSize) * 10) / 10);
    }
  }
  const strip = document.querySelector(".jz-answers");
  return {
    height: document.documentElement.scrollHeight,
    answer: strip ? strip.getBoundingClientRect().bottom + scrollY : 0,
    stops: [...document.querySelectorAll(stops)].filter((it) => !it.disabled && seen(it)).length,
    sizes: [...sizes].sort((a, b) => a - b),
  };
}
"""


class Look(NamedTuple):
    """What a page is like at one width.

    Attributes:
        screens: its height, in heights of the window.
        answer: the end of the strip of answers, in pixels from the top; 0 without a strip.
        stops: how often Tab stops on it, from its first link to its last.
        sizes: the sizes of its visible text, in pixels, ascending.
    """

    screens: float
    answer: float
    stops: int
    sizes: tuple[float, ...]


class PageLooks(NamedTuple):
    """A page at the width of a desk and of a phone."""

    desk: Look
    phone: Look


def heaviest(site: Path) -> dict[str, str]:
    """The address of the heaviest page of each kind of a built site, by the kind."""
    found: dict[str, tuple[int, str]] = {}
    for path in site.rglob("*.html"):
        address = path.relative_to(site).as_posix()
        weight = (path.stat().st_size, address)
        kind = kind_of(address)
        found[kind] = max(found.get(kind, weight), weight)
    return {kind: address for kind, (_, address) in sorted(found.items())}


def looks(site: Path, addresses: Mapping[str, str], browser: Browser) -> Iterator[PageLooks]:
    """The looks of the pages at `addresses`, in their order; nothing of what a site lacks."""
    with served(site) as origin:
        for address in addresses.values():
            found = []
            for size in (DESK, PHONE):
                page = browser.new_page(viewport=size)
                page.goto(f"{origin}/{address}")
                seen = page.evaluate(_LOOKED_AT)
                page.close()
                screens = seen["height"] / size["height"]
                found.append(Look(screens, seen["answer"], seen["stops"], tuple(seen["sizes"])))
            yield PageLooks(*found)


def row(kind: str, page: PageLooks) -> str:
    """A line of the table."""
    desk, phone = page
    return (
        f"| {kind} | {desk.screens:.1f} | {phone.screens:.1f} | {desk.answer:.0f} "
        f"| {phone.answer:.0f} | {desk.stops} | {len(desk.sizes)} |"
    )


HEAD: Final = (
    "| kind of page | screens, desk | phone | end of the answer, px, desk | phone | stops | sizes |"
    "\n|---|--:|--:|--:|--:|--:|--:|"
)


@click.command()
@click.argument("sites", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def main(sites: tuple[Path, ...]) -> None:
    """Prints a table for each of the sites, each of the same pages: the heaviest of the first."""
    addresses = heaviest(sites[0])
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=which("chromium"), args=["--no-sandbox"]
        )
        for site in sites:
            there = {k: a for k, a in addresses.items() if (site / a).exists()}
            found = list(looks(site, there, chromium))
            click.echo(f"{site}\n\n{HEAD}")
            for kind, page in zip(there, found, strict=True):
                click.echo(row(kind, page))
            sizes = sorted({size for page in found for look in page for size in look.sizes})
            click.echo(f"\n{len(sizes)} sizes of type: {', '.join(f'{one:g}' for one in sizes)}\n")
        chromium.close()


if __name__ == "__main__":
    main()
