"""A made project as the files of content/: written as people write them, or each on one line."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bench.making import ONE, OTHER_PLAN, PLAN, Made, Raw, minimal
from bench.shape import TooLargeError
from jinzai.load.file_bytes import MAX_BYTES
from jinzai.model.kinds import SYNONYMS
from jinzai.model.plan import Plan, Status

_plain: Final = re.compile(r"[a-z0-9][a-z0-9/-]*|[ぁ-ヶ一-龠][ぁ-ヶ一-龠0-9。]*")


def write(made: Made, root: Path, *, one_line: bool = False) -> None:
    """Writes the files of a project into the folder `root`, which must not hold any.

    Raises what `put` raises.
    """
    content = root / "content"
    for name, value in made.files.items():
        if name == SYNONYMS.name:
            put(content / SYNONYMS.file_name, as_one_line(value) if one_line else as_yaml(value))
        elif name == "chapter":
            front = {key: inner for key, inner in value.items() if key not in ("id", "text")}
            text = f"---\n{as_yaml(front)}---\n\n{value.get('text', '')}\n"
            put(content / "plans" / PLAN / "chapters" / f"{value.get('id', ONE)}.md", text)
        else:
            text = as_one_line(value) if one_line else as_yaml(value)
            put(content / "plans" / PLAN / f"{name}.yaml", text)
    for name, value in made.frameworks.items():
        put(content / "frameworks" / f"{name}.yaml", as_yaml(value))
    if made.other:
        other = {**minimal(Plan, OTHER_PLAN), "title": "別", "status": Status.DRAFT.value}
        put(content / "plans" / OTHER_PLAN / "plan.yaml", as_yaml(other))


def put(path: Path, text: str) -> None:
    """Writes one file. Raises `TooLargeError` for one that is larger than a file may be."""
    data = text.encode()
    if len(data) > MAX_BYTES:
        raise TooLargeError(path.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def as_one_line(value: Raw) -> str:
    """Each of the top's values on its line, whatever it holds."""
    return "".join(
        f"{key}: {json.dumps(inner, ensure_ascii=False)}\n" for key, inner in value.items()
    )


def as_yaml(value: Raw) -> str:
    """A line for each value, in the manner of content/."""
    return "".join(f"{line}\n" for line in _block(value))


def _block(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list) and inner:
                yield f"{key}:"
                yield from (f"  {line}" for line in _block(inner))
            else:
                yield f"{key}: {_scalar(inner)}"
        return
    for item in value:
        if isinstance(item, dict | list) and item:
            first, *rest = _block(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
        else:
            yield f"- {_scalar(item)}"


def _scalar(value: Any) -> str:
    if value is None:
        return ""
    text = str(value)
    if isinstance(value, str) and not _plain.fullmatch(text):
        return json.dumps(text, ensure_ascii=False)
    return text if isinstance(value, str) else json.dumps(value)
