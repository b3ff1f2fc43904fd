"""`python -m bench.slips`: one slip of the hand at a time in the real plans, and its findings.

Owns which slips are made, and what is right: exactly one finding, in the line of the slip.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import click
import yaml

from bench import report
from bench.mutations import KINDS, checked, plans
from jinzai.findings.finding import Finding, Severity
from jinzai.load.content import load_frameworks
from jinzai.load.document import Loaded

REPOSITORY: Final = Path(__file__).resolve().parents[1]

LEAST: Final = 0.95
"""The share of the slips of each kind whose finding must be right."""

_VALUE: Final = re.compile(
    r"(?m)^(?P<key> *(?:- )?[a-z_]+: |^ *- )(?P<value>[^\s\"'\[{|>&*!%@`#-][^\"'\n]*)$"
)
_INDENT: Final = re.compile(r"(?m)^ +(?=\S)")
_ITEM: Final = re.compile(r"(?m)^(?P<indent> *)- (?=[a-z_]+: )")
_COLON: Final = re.compile(r"(?m)^ *(?:- )?[a-z_]+(?P<colon>: )(?=\S)")
_BRACE: Final = re.compile(r"(?m)\}$")


class Slipped(NamedTuple):
    """A text with one slip, and the line of the slip, from 1."""

    text: str
    line: int


Slips = Callable[[str], Iterator[Slipped]]


def _replaced(text: str, begin: int, end: int, new: str) -> Slipped:
    return Slipped(text[:begin] + new + text[end:], text.count("\n", 0, begin) + 1)


def _closing_quotes(text: str) -> Iterator[Slipped]:
    for token in yaml.scan(text):
        if isinstance(token, yaml.ScalarToken) and token.style in ('"', "'"):
            end = token.end_mark.index - 1
            changed = text[:end] + text[end + 1 :]
            yield Slipped(changed, token.start_mark.line + 1)


def _special_spaces(text: str) -> Iterator[Slipped]:
    for found in _INDENT.finditer(text):
        yield _replaced(text, *found.span(), "\u00a0" * len(found[0]))


def _typed_quotes(text: str) -> Iterator[Slipped]:
    for found in _VALUE.finditer(text):
        yield _replaced(text, *found.span("value"), f"“{found['value']}”")


def _missing_dashes(text: str) -> Iterator[Slipped]:
    for found in _ITEM.finditer(text):
        yield _replaced(text, *found.span(), f"{found['indent']}  ")


def _missing_dashes_and_spaces(text: str) -> Iterator[Slipped]:
    for found in _ITEM.finditer(text):
        yield _replaced(text, *found.span(), found["indent"])


def _wide_colons(text: str) -> Iterator[Slipped]:
    for found in _COLON.finditer(text):
        yield _replaced(text, *found.span("colon"), "：")


def _more_indented(text: str) -> Iterator[Slipped]:
    for found in _INDENT.finditer(text):
        yield _replaced(text, *found.span(), f"{found[0]} ")


def _less_indented(text: str) -> Iterator[Slipped]:
    for found in _INDENT.finditer(text):
        yield _replaced(text, *found.span(), found[0][1:])


def _missing_braces(text: str) -> Iterator[Slipped]:
    for found in _BRACE.finditer(text):
        yield _replaced(text, *found.span(), "")


SLIPS: Final[dict[str, Slips]] = {
    "a closing quote dropped": _closing_quotes,
    "U+00A0 as indentation": _special_spaces,
    "curly quotes around a value": _typed_quotes,
    "a dash dropped": _missing_dashes,
    "a dash and its space dropped": _missing_dashes_and_spaces,
    "a full-width colon": _wide_colons,
    "indented by one more": _more_indented,
    "indented by one less": _less_indented,
    "a closing brace dropped": _missing_braces,
}


class Told(NamedTuple):
    """One slip: its file, its line, and the lines and codes of the findings about it."""

    file: str
    line: int
    found: tuple[tuple[int, str], ...]

    @property
    def is_right(self) -> bool:
        """Whether there is one finding, in the line of the slip."""
        return [line for line, _ in self.found] == [self.line]


def told(slips: Slips, most: int) -> Iterator[Told]:
    """At most so many slips of a kind in each file of the five plans, with their findings."""
    frameworks = load_frameworks(REPOSITORY)
    for files in plans(REPOSITORY):
        # A plan alone names others that are not there.
        always = {(one.rule.code, one.place) for one in _findings(files, frameworks)}
        for name, data in files.items():
            if name not in KINDS:
                continue
            text = data.decode()
            every = [one for one in slips(text) if _changes(text, one.text)]
            for one in every[:: max(1, len(every) // most)]:
                changed = {**files, name: one.text.encode()}
                found = [
                    one
                    for one in _findings(changed, frameworks)
                    if (one.rule.code, one.place) not in always
                ]
                places = tuple((item.place.line, item.rule.code) for item in found)
                yield Told(name, one.line, places)


def _changes(text: str, changed: str) -> bool:
    """Whether a slip changes what a file says. A list of one item may begin in any column."""
    try:
        return bool(yaml.load(text, yaml.CSafeLoader) != yaml.load(changed, yaml.CSafeLoader))
    except yaml.YAMLError:
        return True


def _findings(files: dict[str, bytes], frameworks: Loaded) -> Iterator[Finding]:
    for finding in checked(files, frameworks, _id(files)).findings:
        if finding.severity is not Severity.NOTE and "frameworks/" not in finding.place.file:
            yield finding


def _id(files: dict[str, bytes]) -> str:
    found = re.search(r"(?m)^id: (\S+)", files["plan.yaml"].decode())
    return found[1] if found else "demo"


def rows(found: Iterable[tuple[str, list[Told]]]) -> Iterator[str]:
    """The table: a line for each kind of slip."""
    yield "| slip | tried | found rightly |\n|---|--:|--:|"
    for name, every in found:
        right = sum(one.is_right for one in every)
        yield f"| {name} | {len(every):,} | {right / len(every):.1%} |"


@click.command()
@click.option("--most", default=20, show_default=True, help="How many slips of a kind in a file.")
@click.option("--wrong", is_flag=True, help="Show each slip without the right finding.")
@click.option("--only", default="", help="Only kinds of slips with this text.")
def main(most: int, only: str, *, wrong: bool) -> None:
    """Prints the table; exits with 1 if a kind of slip has too few right findings."""
    found = [(name, list(told(slips, most))) for name, slips in SLIPS.items() if only in name]
    click.echo(report.machine())
    click.echo("\n".join(rows(found)))
    for name, every in found if wrong else ():
        for one in every:
            if not one.is_right:
                click.echo(f"{name}: {one.file}:{one.line}: {one.found[:6]}")
    few = [name for name, every in found if sum(one.is_right for one in every) < LEAST * len(every)]
    raise SystemExit(1 if few else 0)


if __name__ == "__main__":
    main()
