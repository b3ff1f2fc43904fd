"""`python -m bench.edits`: a site built again after random edits is what a fresh build makes.

Owns how content is edited at random, always in the same way for one number: a text gets longer, a
number another value, a list item goes, a file's lines move. Edits that leave errors are undone.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Final

import click

from bench.contest import jinzai
from bench.measure import measure
from jinzai.publish.part import digest_of
from jinzai.work.clock import Clock
from jinzai.work.examination import examine
from jinzai.work.workers import ThisProcess

REPOSITORY: Final = Path(__file__).resolve().parents[1]

_text: Final = re.compile(r"(?m)^( *(?:- )?(?:name|summary|description|purpose|note): )(\S.*)$")
_number: Final = re.compile(r"(?m)^( *(?:- )?(?:hours|value|count): )(\d+)$")
_item: Final = re.compile(r"(?m)^ +- (?:role|skill|course): .*\n")


def _longer(text: str, random: Random) -> str:
    return _once(_text, text, random, lambda found: f"{found[1]}{found[2].rstrip()}改")


def _counted(text: str, random: Random) -> str:
    return _once(_number, text, random, lambda found: f"{found[1]}{random.randrange(1, 60)}")


def _shorter(text: str, random: Random) -> str:
    return _once(_item, text, random, lambda _: "")


def _moved(text: str, _: Random) -> str:
    return f"# 注\n{text}"


_EDITS: Final = (_longer, _longer, _counted, _shorter, _moved)


def _once(
    pattern: re.Pattern[str], text: str, random: Random, change: Callable[[re.Match[str]], str]
) -> str:
    """The text with one of the places that match changed."""
    places = list(pattern.finditer(text))
    if not places:
        return text
    place = random.choice(places)
    return text[: place.start()] + change(place) + text[place.end() :]


def edits(root: Path, count: int) -> Iterator[str]:
    """Edits the content of a project `count` times; gives the name of the file each time."""
    done = 0
    number = 0
    while done < count:
        random = Random(number)
        number += 1
        files = sorted((root / "content").glob("plans/*/*.yaml"))
        files += sorted((root / "content").glob("frameworks/*.yaml"))
        file = random.choice(files)
        before = file.read_text("utf-8")
        after = random.choice(_EDITS)(before, random)
        if after == before:
            continue
        file.write_text(after, "utf-8")
        if examine(root, lambda _: ThisProcess(), Clock()).commons is None:
            file.write_text(before, "utf-8")
            continue
        done += 1
        yield file.relative_to(root).as_posix()


def digests(site: Path) -> dict[str, str]:
    """The digest of each file of a site."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): digest_of(path.read_bytes()) for path in files}


@click.command()
@click.option("--edits", "count", default=200, help="So many edits, one after the other.")
def main(count: int) -> None:
    """Exits with 1 and names the files where the two sites differ."""
    with tempfile.TemporaryDirectory() as work:
        root, fresh = Path(work) / "kept", Path(work) / "fresh"
        for name in ("content", "templates"):
            shutil.copytree(REPOSITORY / name, root / name)
        shutil.copy(REPOSITORY / "mkdocs.yml", root)
        shutil.copytree(root, fresh)
        kept = anew = 0.0
        for number, name in enumerate(edits(root, count), 1):
            shutil.copy(root / name, fresh / name)
            kept += measure(jinzai(REPOSITORY, root)).seconds
            anew += measure([*jinzai(REPOSITORY, fresh), "--no-cache"]).seconds
            one, other = digests(root / "site"), digests(fresh / "site")
            wrong = sorted(address for address, found in one.items() ^ other.items())
            if wrong:
                sys.stderr.write(f"edit {number} of {name}: {', '.join(wrong[:9])}\n")
                raise SystemExit(1)
    click.echo(
        f"{count} edits, the same bytes; {kept / count:.2f} s each, fresh {anew / count:.2f}"
    )


if __name__ == "__main__":
    main()
