"""How much of the style sheets that a page loads matches something on it.

Owns what counts as matching: the rule's selector finds an element of the page in Chromium. States
such as `:hover` and media such as print make no difference. `python -m bench.styles site` prints a
line for each kind of page.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from statistics import median
from typing import Final, NamedTuple

import click
from playwright.sync_api import Browser, sync_playwright

_PAGES_OF_A_KIND: Final = 3
"""So many pages of a kind are looked at, the heaviest."""

_MATCHED: Final = r"""
() => {
  const states = /:(hover|focus|focus-visible|focus-within|active|checked|target)(?![\w-])/g;
  const plain = (selector) => selector.replace(/::[a-z-]+(\([^)]*\))?/g, "").replace(states, "");
  const found = (selector) => {
    try { return document.querySelector(plain(selector)) !== null; } catch { return true; }
  };
  const rules = (list) => [...list].flatMap((rule) =>
    rule.type === CSSRule.STYLE_RULE ? [rule] : rule.cssRules ? rules(rule.cssRules) : []);
  const all = [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules));
  const size = (some) => some.reduce((sum, rule) => sum + rule.cssText.length, 0);
  return [size(all.filter((rule) => found(rule.selectorText))), size(all)];
}
"""


class Share(NamedTuple):
    """Characters of the rules that match, and of all that are loaded: medians of a kind of page."""

    kind: str
    matching: float
    loaded: float

    @property
    def part(self) -> float:
        """The part that matches, 0 to 1."""
        return self.matching / self.loaded


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def kind_of(address: str) -> str:
    """The kind of a page by its address: the folder and file, without names of plans and things."""
    parts = address.split("/")
    if len(parts) == 1 or parts[0] in ("compare", "guide", "rules", "data"):
        return f"{parts[0]}/*" if "--" in address or parts[0] in ("guide", "rules") else address
    if parts[0] == "frameworks":
        return "frameworks/*" if len(parts) == 2 else f"frameworks/*/{_file(parts[2])}"
    return "/".join(("<plan>", *parts[1:-1], _file(parts[-1])))


def _file(name: str) -> str:
    return name if name in ("index.html", "matrix.html") else "*"


def shares(site: Path, browser: Browser) -> Iterator[Share]:
    """The share of each kind of page of a built site."""
    kinds: dict[str, list[Path]] = {}
    for path in site.rglob("*.html"):
        if path.name != "404.html":
            kinds.setdefault(kind_of(path.relative_to(site).as_posix()), []).append(path)
    with served(site) as origin, browser.new_context() as context:
        page = context.new_page()
        for kind in sorted(kinds):
            heaviest = sorted(kinds[kind], key=lambda path: -path.stat().st_size)
            sizes = []
            for path in heaviest[:_PAGES_OF_A_KIND]:
                page.goto(f"{origin}/{path.relative_to(site).as_posix()}")
                sizes.append(page.evaluate(_MATCHED))
            yield Share(kind, median(one for one, _ in sizes), median(every for _, every in sizes))


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serves a site on this machine. Chromium lets no script read the styles of a file: page."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(site: Path) -> None:
    """Prints how much of what each kind of page loads matches something on it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=which("chromium"), args=["--no-sandbox"]
        )
        found = list(shares(site, chromium))
        chromium.close()
    click.echo("| kind of page | KB of rules | % matching |\n|---|--:|--:|")
    for one in found:
        click.echo(f"| {one.kind} | {one.loaded / 1000:.1f} | {100 * one.part:.0f} |")
    click.echo(f"\nMedian of {len(found)} kinds: {100 * median(one.part for one in found):.0f} %")


if __name__ == "__main__":
    main()
