"""The front matter of a hand-written page: title and description between two lines of `---`.

This module owns how it is read and what it may contain. It does not know the page below it.
"""

import json
import re
from typing import Any, Final, NamedTuple

from jinzai.findings.hidden import REFUSED, character_name

KEYS: Final = ("title", "description")

MOST_DEEP: Final = 20
"""How deep lists and mappings may be nested.

The time that libyaml takes grows with the square of the depth.
"""

SHOWN: Final = 60
"""The largest number of characters of a key that a message shows."""

_block: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE | re.DOTALL)


class FrontMatter(NamedTuple):
    """The front matter, and where the page below it begins.

    Attributes:
        title: plain text, or `""`.
        description: plain text, or `""`.
        end: the index of the page's first character.
        troubles: (line, column, Japanese text) of each part that cannot be used. Line and column
            are 0 if the place is not known.
    """

    title: str = ""
    description: str = ""
    end: int = 0
    troubles: tuple[tuple[int, int, str], ...] = ()


def front_matter(text: str) -> FrontMatter:
    """The front matter of a page's source. It is empty if the page has no front matter.

    Raises nothing.
    """
    found = _block.match(text)
    if found is None:
        return FrontMatter()
    end = found.end()
    entries = _entries(found[1])
    if isinstance(entries, tuple):
        return FrontMatter(end=end, troubles=((*entries, _UNREADABLE),))
    said: dict[str, str] = {}
    troubles: list[tuple[int, int, str]] = []
    for key, value in entries:
        name = key.text if key.text is not None else ""
        shown = f"「{name[:SHOWN]}」"
        if name not in KEYS:
            troubles.append((*key.place, f"{shown}は使えません。ここに書けるのは {_LISTED} です"))
        elif name in said:
            troubles.append((*key.place, f"{shown}が2回書かれています。1つにしてください"))
        elif value.text is None:
            troubles.append((*key.place, f"{shown}には、1行の文字を書いてください"))
        elif not value.text.strip():
            troubles.append(
                (
                    *key.place,
                    f"{shown}の値がありません。値を書くか、書かないなら行ごと消してください",
                )
            )
        elif hidden := REFUSED.search(" ".join(value.text.split())):
            troubles.append(
                (*value.place, f"目に見えない文字があります（{character_name(hidden[0])}）。{_OUT}")
            )
        else:
            said[name] = " ".join(value.text.split())
    title, description = (said.get(name, "") for name in KEYS)
    return FrontMatter(title, description, end, tuple(troubles))


class _Node(NamedTuple):
    """A key or a value: its text with line and column. The text is None for a list or a mapping."""

    text: str | None
    place: tuple[int, int]


def _entries(text: str) -> list[tuple[_Node, _Node]] | tuple[int, int]:
    """The keys and values of a YAML mapping in order, or the place of a mistake.

    It reads events instead of nodes. PyYAML makes nodes by recursion and ends the program at
    brackets that are nested some ten thousand deep.
    """
    import yaml  # Few pages have front matter, and a build has imported it by the time it matters.

    nodes: list[_Node] = []
    depth = 0
    # A byte order mark or a control character is an error: YAML refuses them with a place.
    try:
        for event in yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                continue
            if not isinstance(event, yaml.NodeEvent):
                continue
            place = _place(event.start_mark)
            if depth == 0 and nodes:
                return place  # After `...` another mapping begins.
            if depth == 0 and not isinstance(event, yaml.MappingStartEvent):
                is_empty = isinstance(event, yaml.ScalarEvent) and event.value == ""
                return [] if is_empty else place
            if depth == 1:
                nodes.append(_Node(getattr(event, "value", None), place))
            depth += isinstance(event, yaml.CollectionStartEvent)
            if depth > MOST_DEEP:
                return place
    except yaml.MarkedYAMLError as error:
        return _place(error.problem_mark)
    except yaml.YAMLError:
        return (1, 1)
    return list(zip(nodes[::2], nodes[1::2], strict=True))


def _place(mark: Any) -> tuple[int, int]:
    """Line and column, from 1, of PyYAML's mark. The first line of the file is the `---`."""
    return (mark.line + 2, mark.column + 1) if mark else (1, 1)


def written_front_matter(front: FrontMatter) -> str:
    """The front matter as the engine reads it.

    It is always written, so that the engine never takes a line of the page for front matter.
    """
    said = {"title": front.title, "description": front.description}
    values = {name: value for name, value in said.items() if value}
    # JSON is YAML as long as nothing is written as half of a surrogate pair.
    return f"---\n{json.dumps(values, ensure_ascii=False)}\n---\n\n"


_LISTED: Final = "と".join(KEYS)
_OUT: Final = "消してください"
_UNREADABLE: Final = (
    "--- で囲んだ前書きを読めません。「title: ページの名前」のように、1行に1つずつ書いてください"
)
