"""Unknown and missing keys: the key that was meant, and the group that a key belongs to.

This module knows the models' names and titles. Other modules write the findings.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any, Final

from pydantic_core import ErrorDetails

from jinzai.load.document import Document
from jinzai.model.number_words import hours_of_minutes
from jinzai.model.walk import Path
from jinzai.parse.location import Loc, Location, locate
from jinzai.parse.meant_word import near
from jinzai.parse.other_words import OTHER_KEYS

_MOST: Final = 8
"""The largest number of keys of a group that a message names completely."""
_NEAREST: Final = 3
_SHORT: Final = 30
_MINUTES: Final = frozenset(["minutes", "minute", "mins", "min", "分", "分数", "時間（分）"])
_OTHER_KEYS: Final = {name: frozenset(others.split()) for name, others in OTHER_KEYS.items()}


class Keys:
    """The keys of one file with errors."""

    def __init__(self, document: Document, errors: Iterable[ErrorDetails]) -> None:
        """Sorts the errors by their groups."""
        self._document = document
        self._missing: dict[Loc, set[str]] = {}
        self._meant: dict[Loc, str | None] = {}
        strange: list[Loc] = []
        for error in errors:
            if error["type"] == "missing":
                self._missing.setdefault(error["loc"][:-1], set()).add(str(error["loc"][-1]))
            elif error["type"] == "extra_forbidden":
                strange.append(error["loc"])
        self._misspelt = {(loc[:-1], self.meant(loc)) for loc in strange}
        self._misspelt |= {(loc[:-1], name) for loc in strange for name in self._inner(loc)}
        self._lost = {group for group in {loc[:-1] for loc in strange} if self._is_lost(group)}

    def is_misspelt(self, loc: Loc) -> bool:
        """Whether what a missing key would say is there, but under another key."""
        return (loc[:-1], str(loc[-1])) in self._misspelt or loc[:-1] in self._lost

    def allowed(self, loc: Loc) -> str:
        """A sentence about the keys that may stand in place of an unknown one, with their titles.

        Of many keys it names those that are most like the unknown one.
        """
        model = self._locate(loc[:-1]).model
        fields = model.model_fields if model else {}
        titles = {name: field.title or name for name, field in fields.items()}
        key = str(loc[-1])
        ranked = sorted(titles, key=lambda name: -max(_like(key, name), _like(key, titles[name])))
        shown = list(titles) if len(titles) <= _MOST else ranked[:_NEAREST]
        said = "・".join(
            name if titles[name] == name else f"{name}（{titles[name]}）" for name in shown
        )
        if len(shown) == len(titles):
            return f"使える項目: {said}"
        return f"名前の近い項目: {said}。すべては「項目の一覧」のページにあります。"

    def meant(self, loc: Loc) -> str | None:
        """The key that was meant by an unknown one, or None.

        It is the key whose Japanese title was written. For another Japanese key, it is the only
        missing key. Otherwise it is a similar key.
        """
        if loc not in self._meant:
            self._meant[loc] = self._guess(str(loc[-1]), loc[:-1])
        return self._meant[loc]

    def minutes_advice(self, loc: Loc, value: object) -> str:
        """How minutes are written in a group that has hours; `""` for another key."""
        model = self._locate(loc[:-1]).model
        if model is None or "hours" not in model.model_fields or str(loc[-1]) not in _MINUTES:
            return ""
        digits = str(value).removesuffix("分")
        hours = hours_of_minutes(int(digits)) if digits.isdecimal() and len(digits) < 5 else ""
        return f"分は時間に直して、「hours: {hours or '…'}」と書いてください（30分は 0.5）。"

    def inner_advice(self, loc: Loc, value: object) -> str:
        """Advice if a key belongs into a group within this one, or `""`.

        Only one field of this group may have such a group.
        """
        key, found = str(loc[-1]), self._inner(loc)
        said = f"{key}: {value}" if isinstance(value, str) and len(value) < _SHORT else key
        return f"「{said}」は、{next(iter(found.values()))}" if len(found) == 1 else ""

    def _inner(self, loc: Loc) -> dict[str, str]:
        """The fields of a group into whose groups a key belongs, each with the way to say it."""
        key, group = str(loc[-1]), loc[:-1]
        model = self._locate(group).model
        found: dict[str, str] = {}
        for name, field in model.model_fields.items() if model else ():
            alone, listed = self._locate((*group, name)), self._locate((*group, name, 0))
            if alone.model is not None and key in alone.model.model_fields:
                found[name] = f"{name}（{field.title}）の中に書きます。"
            elif listed.model is not None and key in listed.model.model_fields:
                found[name] = f"{name}（{field.title}）の「- 」で始まる組の中に書きます。"
        return found if len(found) == 1 else {}

    def _is_lost(self, group: Loc) -> bool:
        """Whether no key of a group is known, so that one finding says all."""
        value: Any = self._document.tree.value if self._document.tree else None
        where = self._locate(group)
        for part in where.path:
            value = value[part]
        known = where.model.model_fields if where.model else {}
        return isinstance(value, dict) and not any(key in known for key in value)

    def _guess(self, key: str, group: Loc) -> str | None:
        model = self._locate(group).model
        fields = model.model_fields if model else {}
        for name, field in fields.items():
            if field.title == key:
                return name
        other = next((name for name in fields if key.lower() in _OTHER_KEYS.get(name, ())), None)
        if other is not None:
            return other
        missing = self._missing.get(group, ())
        if not key.isascii() and len(missing) == 1:
            return next(iter(missing))
        return near(key, fields)

    def _locate(self, group: Loc) -> Location:
        value = self._document.tree.value if self._document.tree else None
        return locate(self._document.kind.model, value, group)


def _like(key: str, name: str) -> float:
    """How much two keys are alike, from 0 to 1."""
    return SequenceMatcher(None, key, name).ratio()


def outer_advice(document: Document, path: Path) -> str:
    """Advice in Japanese if the last key of `path` belongs to an outer group, or `""`.

    It says with how many spaces the key would belong there. The outer group must not have the key
    yet, and must be written with one key in a line.
    """
    tree, key = document.tree, str(path[-1])
    if tree is None:
        return ""
    own = tree.place_of(path, key=True)
    for length in range(len(path) - 2, -1, -1):
        group: Any = tree.value
        for part in path[:length]:
            group = group[part]
        if not isinstance(group, dict) or key in group:
            continue
        model = locate(document.kind.model, tree.value, path[:length]).model
        name = next(iter(group))
        first = tree.place_of((*path[:length], name), key=True)
        if model is None or key not in model.model_fields or first.column >= own.column:
            continue
        indent = f"字下げを半角スペース{first.column - 1}個にすると"
        return f"{indent}、「{name}」と同じ組の項目になります。"
    return ""
