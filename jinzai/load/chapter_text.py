"""Splits a chapter into its YAML front matter and its Markdown body.

This module does not read the Markdown: the body is one text.
"""

import re
from typing import Final

from jinzai.findings import rules_file
from jinzai.load.report import FileReport
from jinzai.load.tree import Nodes, Value
from jinzai.load.yaml_text import Read, read_yaml

_FENCE: Final = re.compile(r"^---[ \t]*$")
# The keys that come from the file itself, and what to say to somebody who writes them.
_OWN_KEYS: Final = {
    "id": "章の id は、ファイル名（.md を除く）です。",
    "text": "本文は、2つ目の「---」の行の後に書きます。",
}


def read_chapter(text: str, stem: str, report: FileReport) -> Read:
    """The keys of the front matter, and the keys `id` and `text`.

    `id` is `stem`, and `text` is the body. The body's line ends become LF. Its place begins with
    its first line that is not empty. The argument `text` must have the length of the file's text.
    Never raises.
    """
    lines = report.lines
    if not _FENCE.match(lines.line(1) or ""):
        report.add(rules_file.MISSING_FRONT_MATTER, 0, lines.line_end(0))
        return Read(None, Nodes(), complete=False)
    closing = 2
    while not _FENCE.match(line := lines.line(closing) or ""):
        closing += 1
        if closing > len(lines.starts):
            report.add(rules_file.UNCLOSED_FRONT_MATTER, 0, 3)
            return Read(None, Nodes(), complete=False)
    start, end = lines.starts[1], lines.starts[closing - 1]
    body = end + len(line)
    read = _read_front_matter(text[start:end], start, report)
    if read.value is None:
        return read
    for key in _OWN_KEYS.keys() & read.value.keys():
        number = read.nodes.key_of(0, key)
        report.add(
            rules_file.FRONT_MATTER_KEY,
            read.nodes.starts[number],
            read.nodes.ends[number],
            key=key,
            meaning=_OWN_KEYS[key],
        )
    _add(read.nodes, read.value, "id", stem, -1, -1)
    content = text[body:]
    first = body + len(content) - len(content.lstrip())
    last = body + len(content.rstrip())
    body_text = re.sub(r"\r\n?", "\n", content).strip("\n")
    last = max(last, body)
    _add(read.nodes, read.value, "text", body_text, min(first, last), last)
    return read


def _read_front_matter(text: str, start: int, report: FileReport) -> Read:
    """The front matter.

    An empty one is a mapping without keys, so that the models report what is missing.
    """
    if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        nodes = Nodes()
        value: dict[str, Value] = {}
        nodes.add(value, start, start)
        return Read(value, nodes, complete=True)
    return read_yaml(text, report, offset=start, top_key="title")


def _add(nodes: Nodes, top: dict[str, Value], key: str, value: str, start: int, end: int) -> None:
    """Puts a key and its value at the end of the top mapping. They replace an existing key."""
    if key in top:
        nodes.values[nodes.key_of(0, key)] = None
    top[key] = value
    nodes.add(key, start, end)
    nodes.add(value, start, end)
    nodes.after[0] = len(nodes.values)
