"""The outline of a whole file: every field of its entities once, with an example and its title.

`jinzai.parse` accepts the outline as content. A test checks that.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from jinzai.render.guide.fields import FIELDS, Field, FieldGroup

_ENTITY_ID: Final = re.compile(r"  - id: (\S+)")
_NOT_IN_FRONT_MATTER = ("id", "text")


def outline(found: Sequence[FieldGroup], collections: Iterable[str]) -> str:
    """A YAML file of the kind that has these groups of fields.

    `collections` are the file's lists of entities. One entity of each list is written field by
    field. All other fields hold their first example. Each field has its title as a comment behind
    it.
    """
    groups = {shape.anchor: shape for shape in found}
    return "\n".join(_ids_once(_fields(groups[FIELDS].fields, groups, frozenset(collections))))


def front_matter_outline(found: Sequence[FieldGroup]) -> str:
    """The outline of a chapter: YAML between two lines of `---`, then text."""
    fields = next(shape.fields for shape in found if shape.anchor == FIELDS)
    head = [field for field in fields if field.key not in _NOT_IN_FRONT_MATTER]
    (text,) = (field.examples[0] for field in fields if field.key == "text")
    body = text.removeprefix("text: ")
    return "\n".join(["---", *_fields(head, {}, frozenset()), "---", "", body])


def _ids_once(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with a number behind each id that occurred before.

    Several lists of a file can hold the same kind of entity, whose example has the same id.
    """
    seen: dict[str, int] = {}
    for line in lines:
        found = _ENTITY_ID.match(line)
        if found is None:
            yield line
            continue
        number = seen[found[1]] = seen.get(found[1], 0) + 1
        yield line.replace(found[1], f"{found[1]}-{number}", 1) if number > 1 else line


def _fields(
    fields: Iterable[Field], groups: dict[str, FieldGroup], collections: frozenset[str]
) -> Iterator[str]:
    for field in fields:
        comment = f"  # {field.title}{'（必須）' if field.is_required else ''}"
        if field.key not in collections:
            first, *rest = field.examples[0].split("\n")
            yield first + comment
            yield from rest
            continue
        yield f"{field.key}:{comment}"
        inner = groups[field.shapes[0]].fields
        for number, line in enumerate(_fields(inner, groups, frozenset())):
            yield f"{'    ' if number else '  - '}{line}"
