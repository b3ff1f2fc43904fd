"""`python -m bench.written_pages`: hand-written pages of one construct over and over.

Each construct of `bench.shapes_of_texts` fills a page of 20,000 characters, and one of half of it.
Where the limits of `jinzai.publish.page_bounds` refuse the page, it is made smaller until they let
it through. `build.py check` then runs in a process of its own, with the engine.

Owns the pages and the table. CPU time is that of the check and of the engine together.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import click

from bench.shapes_of_texts import TEXTS
from jinzai.publish.page_bounds import too_much

REPOSITORY: Final = Path(__file__).resolve().parents[1]
CHARACTERS: Final = 20_000
SMALLER: Final = 0.8
"""A page that is refused is made smaller by this factor."""


def fitting(name: str, characters: int) -> str:
    """The longest page of a construct, of at most so many characters, that the limits allow."""
    text = TEXTS[name](characters)
    while any(True for _ in too_much(text)):
        characters = int(characters * SMALLER)
        text = TEXTS[name](characters)
    return text


def check_seconds(root: Path, text: str) -> float:
    """CPU seconds of `build.py check` for the project at `root` with one page of this text."""
    page = root / "content" / "pages" / "a.md"
    page.write_text(f"# 題\n\n{text}\n", "utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, str(REPOSITORY / "build.py"), "check", "--root", str(root)]
    # What is printed is no matter: many of the constructs hold links that lead nowhere.
    subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@click.command()
@click.option("--only", default="", help="Only constructs whose name holds this text.")
def main(only: str) -> None:
    """Prints a line for each construct."""
    click.echo("| construct | characters | s at half | s |\n|---|--:|--:|--:|")
    with tempfile.TemporaryDirectory(prefix="jinzai-written-") as folder:
        root = Path(folder)
        shutil.copytree(REPOSITORY / "templates", root / "templates")
        shutil.copy(REPOSITORY / "mkdocs.yml", root)
        (root / "content" / "pages").mkdir(parents=True)
        nothing = check_seconds(root, "")
        click.echo(f"| an empty page | 0 | | {nothing:.1f} |")
        for name in TEXTS:
            if only in name:
                text = fitting(name, CHARACTERS)
                half = check_seconds(root, TEXTS[name](len(text) // 2))
                whole = check_seconds(root, text)
                click.echo(f"| {name} | {len(text):,} | {half:.1f} | {whole:.1f} |")


if __name__ == "__main__":
    main()
