"""Which id of a plan was probably meant by one that leads nowhere.

Knows where the ids that it may be are kept, and keeps them ready from reference to reference; what
is alike, `jinzai.check.likeness` says.
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
"""Kinds whose ids are unique only within something: a role, a table, a curriculum."""

OUTSIDE: Final = frozenset(["entry", "plan"])
"""Kinds that stand in no plan."""


def near_id(index: PlanIndex, kind: str, id: str, known: Iterable[str]) -> str:
    """The known id that is most like `id`, or nothing; of a framework's entries, one of it."""
    framework, slash, entry = id.partition("/")
    if kind == "entry" and slash:
        entries = _entries(index.site).get(framework)
        if entries is not None:
            near = entries.meant(entry)
            return f"{framework}/{near}" if near else ""
    return _known_ids(index).of(kind, known).meant(id)


def lacks_framework(site: SiteIndex, id: str) -> bool:
    """Whether an entry's whole framework is missing, and its id no misspelling of another's."""
    framework, slash, _ = id.partition("/")
    return bool(slash and is_slug(framework) and _frameworks(site).lack(framework))


class _KnownIds:
    """The ids of one plan, ready to be searched, by the collection that holds them."""

    def __init__(self, index: PlanIndex) -> None:
        self._index = index
        self._found: dict[tuple[str, int], tuple[Iterable[str], KnownIds]] = {}

    def of(self, kind: str, known: Iterable[str]) -> KnownIds:
        """Those of a kind, or of what is within one thing."""
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
    """The ids of the entries of each framework that has some."""
    found: dict[str, list[str]] = {}
    for whole in site.entries:
        framework, _, entry = whole.partition("/")
        found.setdefault(framework, []).append(entry)
    return {framework: KnownIds(entries) for framework, entries in found.items()}


class _Frameworks:
    """Which frameworks there are."""

    def __init__(self, site: SiteIndex) -> None:
        self._there = dict.fromkeys(stem(file.document.file) for file in site.frameworks)
        self._lacking: dict[str, bool] = {}

    def lack(self, framework: str) -> bool:
        """Whether no entity has this id or a similar one.

        What is alike is looked for so many times only as other ids are; then the id counts.
        """
        if framework in self._there:
            return False
        if framework not in self._lacking and len(self._lacking) < MOST_SEARCHES:
            self._lacking[framework] = not is_like_any(framework, self._there)
        return self._lacking.get(framework, True)


@lru_cache(maxsize=1)
def _frameworks(site: SiteIndex) -> _Frameworks:
    return _Frameworks(site)
