"""Facets: the choices by which a reader can filter and sort an index.

This module owns the attributes that templates/theme/assets/jinzai/tables.js reads; the head of that
file lists them. So the script needs to know nothing of courses and skills. Without the script, a
page shows no facets.
"""

import json
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Final, NamedTuple, Protocol, TypeVar

SCRIPT: Final = "assets/jinzai/tables.js"
"""The script, loaded by the pages that have such an index."""

UNSAID: Final = "-"
"""The id of the choice for rows that have no id of a facet. No other id can have this value."""

Tokens = tuple[tuple[str, str], ...]
"""The facets of a row: their keys, each with ids that spaces separate."""


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


_T = TypeVar("_T", bound=Hashable)
_K = TypeVar("_K", bound=_Ordered)


class Facet(NamedTuple):
    """A choice above the table. `choices` are pairs of an id and its name. A reader selects one."""

    key: str
    label: str
    choices: tuple[tuple[str, str], ...]


def facet(
    key: str,
    label: str,
    names: Mapping[str, str],
    rows: Iterable[Tokens],
    unsaid: str = "記載なし",
) -> Facet:
    """A facet whose choices are those of `names` that a row has, in the order of `names`.

    If some row has no id of the facet, the last choice is `UNSAID` with the name `unsaid`.
    """
    used = {token for row in rows for name, ids in row if name == key for token in ids.split()}
    choices = [(id, name) for id, name in names.items() if id in used]
    if UNSAID in used:
        choices.append((UNSAID, unsaid))
    return Facet(key, label, tuple(choices))


def facets_json(facets: Iterable[Facet]) -> str:
    """The facets as JSON for the attribute of the table.

    Facets with fewer than two choices are left out.
    """
    found = [one._asdict() for one in facets if len(one.choices) > 1]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def tokens(ids: Iterable[str]) -> str:
    """The ids of a row as text, each once, separated by spaces; `UNSAID` without ids."""
    return " ".join(dict.fromkeys(ids)) or UNSAID


def ranks(keys: Mapping[_T, _K]) -> dict[_T, int]:
    """The rank of each owner by its key, from 0. Equal keys have the same rank."""
    places: dict[_T, int] = {}
    last: _K | None = None
    for owner, key in sorted(keys.items(), key=lambda item: item[1]):
        if last is None or last < key:
            last, place = key, len(places)
        places[owner] = place
    return places
