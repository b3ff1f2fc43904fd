"""What stands above a hand-written page, between two lines of `---`: title and description.

Owns how it is read and what may stand there. Knows nothing of the page below it.
"""

import json
import re
from typing import Final, NamedTuple

KEYS: Final = ("title", "description")

_block: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE | re.DOTALL)


class FrontMatter(NamedTuple):
    """What was said above a page, and where the page begins.

    Attributes:
        title: plain text, or `""`.
        description: plain text, or `""`.
        end: the index of the page's first character.
        troubles: (line, column, Japanese text) of what cannot be used; 0 where no place is known.
    """

    title: str = ""
    description: str = ""
    end: int = 0
    troubles: tuple[tuple[int, int, str], ...] = ()


def front_matter(text: str) -> FrontMatter:
    """The front matter of a page's source; without any, an empty one. Raises nothing."""
    found = _block.match(text)
    if found is None:
        return FrontMatter()
    import yaml  # Most pages have none, and a build has imported it by the time it matters.

    # A byte order mark or a control character is none of ours: YAML refuses them with a place.
    try:
        node = yaml.compose(found[1], getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        return FrontMatter(end=found.end(), troubles=((*place, _UNREADABLE),))
    except (yaml.YAMLError, RecursionError):
        return FrontMatter(end=found.end(), troubles=((1, 1, _UNREADABLE),))
    if node is None:
        return FrontMatter(end=found.end())
    if not isinstance(node, yaml.MappingNode):
        return FrontMatter(end=found.end(), troubles=((2, 1, _UNREADABLE),))
    said: dict[str, str] = {}
    troubles: list[tuple[int, int, str]] = []
    for key, value in node.value:
        place = (key.start_mark.line + 2, key.start_mark.column + 1)
        name = key.value if isinstance(key.value, str) else ""
        if name not in KEYS:
            troubles.append((*place, f"「{name}」は使えません。ここに書けるのは {_LISTED} です"))
        elif name in said:
            troubles.append((*place, f"「{name}」が2回書かれています。1つにしてください"))
        elif not isinstance(value, yaml.ScalarNode):
            troubles.append((*place, f"「{name}」には、1行の文字を書いてください"))
        else:
            said[name] = " ".join(value.value.split())
    title, description = (said.get(name, "") for name in KEYS)
    return FrontMatter(title, description, found.end(), tuple(troubles))


def written_front_matter(front: FrontMatter) -> str:
    """The same for the engine: always there, so that no line of the page is taken for it."""
    said = {"title": front.title, "description": front.description}
    values = {name: value for name, value in said.items() if value}
    # JSON is YAML as long as nothing is written as half of a surrogate pair.
    return f"---\n{json.dumps(values, ensure_ascii=False)}\n---\n\n"


_LISTED: Final = "と".join(KEYS)
_UNREADABLE: Final = (
    "--- で囲んだ前書きを読めません。「title: ページの名前」のように、1行に1つずつ書いてください"
)
