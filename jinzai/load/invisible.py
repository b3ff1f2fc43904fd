"""Characters that nobody sees and nobody typed: refused wherever they stand in a file.

They come from PDFs, web pages and broken tools. Each makes two texts that look the same differ;
some end a line for YAML (NEL, U+2028), turn the reading direction or reach a terminal as a
command. Joiners and variation selectors stay: names and emoji need them.
"""

import re
from typing import Final

from jinzai.findings.finding import Related
from jinzai.findings.rules_file import CONTROL_CHARACTER
from jinzai.load.report import Report

REFUSED: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff0-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_NAMES: Final = {
    "\x00": "NUL文字",
    "\x0b": "垂直タブ",
    "\x0c": "改ページ",
    "\x1b": "エスケープ文字",
    "\x85": "改行の印",
    "\xad": "ソフトハイフン",
    "\u200b": "幅のない空白",
    "\u2028": "改行の印",
    "\u2029": "段落の印",
    "\ufeff": "BOM",
}
_SHOWN: Final = 5


def character_name(character: str) -> str:
    """What to call a refused character: `幅のない空白 U+200B`."""
    kind = "文字の向きの印" if "\u202a" <= character <= "\u206f" else "制御文字"
    return f"{_NAMES.get(character, kind)} U+{ord(character):04X}"


def replace_invisible(text: str, report: Report) -> str:
    """The text with a space for each refused character; one finding if there is any.

    The length stays, so offsets into the result are offsets into the file.
    """
    # Ordinary text has none of them, and one search for the first is cheap.
    first = REFUSED.search(text)
    if first is None:
        return text
    found = [match.start() for match in REFUSED.finditer(text)]
    related = tuple(
        Related(report.place(at, at + 1), f"ここにも{character_name(text[at])}があります")
        for at in found[1:_SHOWN]
    )
    report.add(
        CONTROL_CHARACTER,
        found[0],
        found[0] + 1,
        related=related,
        name=character_name(text[found[0]]),
        count=len(found),
    )
    return REFUSED.sub(" ", text)


def report_escaped(value: str, report: Report, start: int, end: int) -> None:
    """Report characters that a quoted text brings in by escapes.

    What stands in the file as it is has been replaced before.
    """
    found = REFUSED.search(value)
    if found is not None:
        name = character_name(found[0])
        report.add(CONTROL_CHARACTER, start, end, name=name, count=len(REFUSED.findall(value)))
