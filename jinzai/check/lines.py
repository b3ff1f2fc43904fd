"""The lines on which the entities of a plan begin in their files, for links to the source.

This module owns the map from an entity to its line, which checked content carries on to the pages.
It does not know repositories or addresses.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from jinzai.parse.parse import ParsedFile

EntityLines = Mapping[tuple[str, str], int]
"""The line on which an entity begins in its file, from 1, by kind and id."""

NO_LINES: Final[EntityLines] = MappingProxyType({})


def entity_lines(files: Iterable[ParsedFile]) -> EntityLines:
    """The lines of all entities of one plan that are in a list of a file.

    A chapter is a file of its own and has no line.
    """
    found: dict[tuple[str, str], int] = {}
    for file in files:
        for name, kind in file.document.kind.collections.items():
            entities = getattr(file.record, name, ())
            for entity, line in zip(entities, file.item_lines(name), strict=False):
                found[kind, entity.id] = line
    return MappingProxyType(found)
