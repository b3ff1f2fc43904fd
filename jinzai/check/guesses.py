"""The id of a plan that was probably meant by a reference to nothing.

This module chooses the ids to search, and keeps them ready for further references.
`jinzai.check.likeness` decides which ids are alike.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from jinzai.check.index import PlanIndex, SiteIndex
from jinzai.check.likeness import MOST_SEARCHES, KnownIds, is_like_any
from jinzai.check.resolution import mentions
from jinzai.load.document import stem
from jinzai.model.words import is_slug

WITHIN: Final = frozenset(["level", "column", "stage"])
"""Kinds whose ids are unique only within another thing: a role, a table, a curriculum."""

OUTSIDE: Final = frozenset(["entry", "plan"])
"""Kinds that do not belong to a plan."""


def near_id(index: PlanIndex, kind: str, id: str, known: Iterable[str]) -> str:
    """The known id that is most like `id`, or `""`.

    For an entry of a framework, only entries of this framework are searched.
    """
    framework, slash, entry = id.partition("/")
    if kind == "entry" and slash:
        entries = _entries(index.site).get(framework)
        if entries is not None:
            near = entries.meant(entry)
            return f"{framework}/{near}" if near else ""
    return _known_ids(index).of(kind, known).meant(id)


def lacks_framework(site: SiteIndex, id: str) -> bool:
    """Whether the framework of an entry is missing.

    A misspelling of another framework's id does not count as missing.
    """
    framework, slash, _ = id.partition("/")
    return bool(slash and is_slug(framework) and _frameworks(site).lack(framework))


class _KnownIds:
    """The ids of one plan, ready to be searched, by the collection that holds them."""

    def __init__(self, index: PlanIndex) -> None:
        self._index = index
        self._found: dict[tuple[str, int], tuple[Iterable[str], KnownIds]] = {}

    def of(self, kind: str, known: Iterable[str]) -> KnownIds:
        """The searchable form of `known`: ids of a kind, or ids within one thing."""
        # The collection is kept as well, so that no other one gets its identity.
        found = self._found.get((kind, id(known)))
        if found is None:
            unnamed: list[str] = []
            if kind not in WITHIN | OUTSIDE:
                named = mentions(self._index)
                unnamed = [one for one in known if (kind, one) not in named]
            found = self._found[kind, id(known)] = known, KnownIds(known, unnamed)
        return found[1]


@lru_cache(maxsize=1)
def _known_ids(index: PlanIndex) -> _KnownIds:
    return _KnownIds(index)


@lru_cache(maxsize=1)
def _entries(site: SiteIndex) -> dict[str, KnownIds]:
    """The ids of the entries of each framework with entries."""
    found: dict[str, list[str]] = {}
    for whole in site.entries:
        framework, _, entry = whole.partition("/")
        found.setdefault(framework, []).append(entry)
    return {framework: KnownIds(entries) for framework, entries in found.items()}


class _Frameworks:
    """The frameworks of the site."""

    def __init__(self, site: SiteIndex) -> None:
        self._there = dict.fromkeys(stem(file.document.file) for file in site.frameworks)
        self._lacking: dict[str, bool] = {}

    def lack(self, framework: str) -> bool:
        """Whether no framework has this id or a similar one.

        Similar ids are searched only for the first `MOST_SEARCHES` ids. After that only the exact
        id counts.
        """
        if framework in self._there:
            return False
        if framework not in self._lacking and len(self._lacking) < MOST_SEARCHES:
            self._lacking[framework] = not is_like_any(framework, self._there)
        return self._lacking.get(framework, True)


@lru_cache(maxsize=1)
def _frameworks(site: SiteIndex) -> _Frameworks:
    return _Frameworks(site)
