"""Shapes of prose: one construct of Markdown over and over, in all fields that hold prose."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from bench.completing import complete
from bench.fields import FILES, Spot, spots
from bench.making import ONE, Many, make
from bench.shape import Expected, Shape
from bench.writing import write
from jinzai.model.kinds import FRAMEWORK, FileKind

LETTERS: Final = 5
"""Letters of a text for each item that another shape has: 4,000 make as much as a text may hold."""

Text = Callable[[int], str]
"""A text of about so many letters."""


def _over(unit: str, before: str = "", after: str = "") -> Text:
    return lambda letters: before + unit * ((letters - len(before + after)) // len(unit)) + after


def _numbered(unit: str) -> Text:
    """The unit with numbers of five digits where it has `#####`."""
    return lambda letters: "".join(
        unit.replace("#####", f"{number:05}") for number in range(letters // len(unit))
    )


def _half(first: str, second: str, between: str = "") -> Text:
    """First as many of the one as fit into half of it, then of the other."""
    return lambda letters: (
        first * (letters // 2 // len(first)) + between + second * (letters // 2 // len(second))
    )


def _lines(letters: int, line: Callable[[int], str]) -> str:
    """Lines that grow with their number."""
    made: list[str] = []
    size = 0
    while size + len(line(len(made))) < letters:
        made.append(line(len(made)))
        size += len(made[-1])
    return "".join(made)


TEXTS: Final[dict[str, Text]] = {
    "letters": _over("あ"),
    "words": _over("a "),
    "line ends": _over("あ\n"),
    "wide and narrow lines": _over("あ\na\n"),
    "hard line ends": _over("a  \n"),
    "backslash line ends": _over("a\\\n"),
    "paragraphs": _over("あ\n\n"),
    "full stops in a quotation": _over("。", "「"),
    "full stops behind a sign of emphasis": _over("。a", "*"),
    "blank lines": _over("\n", "a", "a"),
    "spaces": _over(" ", "a", "a"),
    "lines of spaces": _over("   \n", "a", "a"),
    "tabs": _over("\t", "a", "a"),
    "links": _over("[a](role:x) "),
    "links to the web": _over("[a](https://a.b) "),
    "links with titles": _over('[a](role:x "b") '),
    "links to each other thing": _numbered("[a](role:r#####) "),
    "links to one missing thing": _over("[a](role:gone) "),
    "links to missing things": _numbered("[a](role:g#####) "),
    "links of no kind": _over("[a](x:b) "),
    "links of many kinds": _numbered("[a](x#####:b) "),
    "links to files": _numbered("[a](x#####) "),
    "emphasised links to missing things": _numbered("*[a](role:g#####)* "),
    "links that run into each other": _over("[a](role:x)"),
    "links in a table": _over("|[a](role:x)|\n", "|a|\n|-|\n"),
    "links whose target goes on": _over("[a](role:x)[b](role:xx)"),
    "emphasised links": _over("*[a](role:x)* "),
    "definitions": _numbered("[a#####]: role:x\n"),
    "definitions to one missing thing": _numbered("[a#####]: role:gone\n"),
    "definitions of one word": _over("[a]: role:x\n"),
    "one definition used": _over("[a] ", "[a]: role:x\n\n"),
    "one definition of nothing used": _over("[a] ", "[a]: role:gone\n\n"),
    "one definition used before it": _over("[a] ", "", "\n\n[a]: role:x\n"),
    "definitions, each used": _half("[a]: role:x\n", "[a] ", "\n"),
    "one definition used in full": _over("[b][a] ", "[a]: role:x\n\n"),
    "images": _over("![a](b) "),
    "images without an end": _over("![]("),
    "images in images": _over("![a", "", "](b)"),
    "openings of images": _over("!["),
    "opening brackets": _over("["),
    "closing brackets": _over("]"),
    "brackets": _over("[]"),
    "nested brackets": _half("[", "]"),
    "nested links": _half("[", "](role:x)"),
    "brackets with letters": _over("[a"),
    "links without an end": _over("[a]("),
    "links in links": _over("[a](b", "", ")"),
    "links with a title without an end": _over('[a](b "'),
    "links with an angle without an end": _over("[a](<b"),
    "references without an end": _over("[a]["),
    "closings of labels": _over("]("),
    "beginnings of definitions": _over("]:"),
    "definitions without an end": _over("[a]:\n"),
    "definitions with a title without an end": _over("[a]: b '"),
    "parentheses in a link": _half("[a](b(", ")"),
    "strong": _over("**a** "),
    "signs of strong": _over("**"),
    "openings of strong": _over("**a "),
    "closings of strong": _over("a** "),
    "emphasis": _over("*a* "),
    "openings of emphasis": _over("*a "),
    "closings of emphasis": _over("a* "),
    "openings and closings": _over("*a_ "),
    "emphasis within words": _over("a*"),
    "emphasis of three": _over("***a**a*"),
    "nested emphasis": _half("*a ", "a* "),
    "two kinds of emphasis": _half("*a _a ", "a* "),
    "emphasis in threes": _half("a**b", "c* "),
    "underscores": _over("_"),
    "underscores within words": _over("a_"),
    "tildes": _over("~~a "),
    "quotes": _over("> a\n"),
    "nested quotes": _over(">"),
    "quotes in steps": lambda letters: _lines(letters, lambda at: ">" * at + "a\n"),
    "quotes and lists": _over("> - "),
    "lazy quotes": _over("a\n", "> "),
    "lists": _over("- a\n"),
    "nested lists": _over("- "),
    "lists in steps": lambda letters: _lines(letters, lambda at: " " * 2 * at + "- a\n"),
    "numbered lists": _over("1. a\n"),
    "loose lists": _over("- a\n\n"),
    "lists of changing marks": _over("- a\n+ a\n"),
    "empty items": _over("-\n"),
    "lists with long items": _over("  a\n", "- a\n"),
    "code": _over("`a` "),
    "backticks": _over("`"),
    "backticks with letters": _over("`a"),
    "runs of backticks": lambda letters: _lines(letters, lambda at: "`" * (at + 1) + "a"),
    "fences": _over("```\n"),
    "fences without an end": _over("```a\n~~~\n"),
    "fences in steps": lambda letters: _lines(letters, lambda at: "`" * (at + 3) + "\n"),
    "indented code": _over("    a\n"),
    "indented code with gaps": _over("    a\n\n"),
    "autolinks": _over("<https://a.b> "),
    "addresses": _over("<a@b.c> "),
    "openings of autolinks": _over("<"),
    "autolinks without an end": _over("<a:"),
    "addresses without an end": _over("a@"),
    "tags": _over("<a>"),
    "attributes": _over("<a b='"),
    "comments": _over("<!--"),
    "instructions": _over("<?"),
    "entities": _over("&amp;"),
    "ampersands": _over("&"),
    "numbers of characters": _over("&#1"),
    "backslashes": _over("\\"),
    "escapes": _over("\\*"),
    "pipes": _over("|"),
    "tables": _over("|a|\n", "|a|\n|-|\n"),
    "many tables": _over("|a|\n|-|\n|b|\n\n"),
    "wide tables": lambda letters: _over("|a", "", "|\n")(letters // 2) + _over("|-")(letters // 2),
    "wide and long tables": lambda letters: (
        _over("|a", "", "|\n")(letters // 3)
        + _over("|-", "", "|\n")(letters // 3)
        + _over("|\n")(letters // 3)
    ),
    "escaped pipes": _over("\\|", "|a|\n|-|\n|"),
    "headings": _over("# a\n"),
    "signs of headings": _over("#"),
    "underlined headings": _over("a\n-\n"),
    "underlines": _over("="),
    "rules": _over("---\n"),
    "long rules": _over("* "),
    "blanks": _over("○"),
    "blanks apart": _over("○名 a "),
    "blanks in links": _over("[○](placeholder:x)"),
    "blanks in brackets": _over("[", "○"),
    "wide colons": _over("：a "),
    "wide spaces": _over("　a"),
    "quotation marks": _over('"'),
    "numbers": _over("1.1 "),
}
"""By name every construct; the roles x and r00000, r00001 and so on are there."""

SOUND: Final = frozenset(
    [
        *("letters", "words", "line ends", "paragraphs", "links", "links to the web", "strong"),
        *("links to each other thing", "links in a table", "definitions", "one definition used"),
        *("full stops in a quotation", "full stops behind a sign of emphasis"),
        *("emphasis", "quotes", "lists", "code", "tables", "headings", "backslashes", "pipes"),
    ]
)
"""Those in which the checks find no error. A placeholder's blank is one, since its link is."""

BROKEN: Final = frozenset(
    [
        *("links to one missing thing", "links to missing things", "links of no kind", "images"),
        *("links of many kinds", "links to files", "emphasised links to missing things"),
        *("one definition of nothing used", "blanks", "blanks apart"),
    ]
)


_SHORT: Final = {
    "one thing": "[a](role:x)",
    "one missing thing": "[a](role:gone)",
    "a blank": "○名",
    "a linked blank": "[○名](placeholder:x)",
}


def shapes_of_texts() -> Iterator[Shape]:
    """Every construct in all texts of a file, and in every list the same short text many times."""
    with_texts = {spot.file.name for spot in spots() if spot.what == "text"}
    for file in (one for one in FILES if one.name in with_texts):
        for family, text in TEXTS.items():
            write_it = partial(_write_texts, file, text)
            yield Shape(f"text: {family}", file.name, write_it, _expected(file, family))
    for spot in spots():
        for family, short in _SHORT.items() if spot.what == "text" and spot.lists else ():
            write_it = partial(_write_many, spot, short)
            expected = Expected.BROKEN if "missing" in family else Expected.ANY
            yield Shape(f"texts: {family}", spot.name, write_it, expected)


def _expected(file: FileKind, family: str) -> Expected:
    said = TEXTS[family](200)
    if file is FRAMEWORK and ("role:" in said or "○" in said):
        return Expected.ANY  # There may be blanks, and no link to what only a plan has.
    if family in SOUND:
        return Expected.SOUND
    return Expected.BROKEN if family in BROKEN else Expected.ANY


def _write_texts(file: FileKind, text: Text, count: int, root: Path) -> None:
    said = text(count * LETTERS)
    made = make(file, Many((), 0, rich=True, prose=said))
    named = [ONE, *(f"r{number:05}" for number in range(said.count("role:r0")))]
    texts = [("placeholder", ONE), *(("role", one) for one in named)]
    write(complete(made, texts=texts), root)


def _write_many(spot: Spot, text: str, count: int, root: Path) -> None:
    """As many as the innermost list on the way has items."""
    made = make(spot.file, Many(spot.lists[-1], count, spot.way, lambda _: text))
    write(complete(made, texts=[("role", ONE), ("placeholder", ONE)]), root)
