"""Repeats: a list that states a thing twice, so that one is lost or both are counted."""

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from jinzai.check.index import PlanIndex
from jinzai.findings.finding import Finding, RelatedPlace
from jinzai.findings.rules_content import REPEATED_ITEM
from jinzai.model import kinds
from jinzai.model.walk import Path

# kind of entity, its list, what makes two items the same, where in the item that stands, its name
_Key = Callable[[Any], Hashable]
_LISTS: tuple[tuple[str, str, _Key, Path, str], ...] = (
    ("target", "values", lambda value: value.year, ("year",), "年度"),
    ("target", "values", lambda value: value.within, ("within",), "年数"),
    ("schedule", "years", lambda year: year, (), "年度"),
    ("course", "teaches", lambda taught: taught.skill, ("skill",), kinds.SKILL.name),
    ("course", "prerequisites", lambda course: course, (), kinds.COURSE.name),
    ("skill", "builds_on", lambda skill: skill, (), kinds.SKILL.name),
    ("skill", "areas", lambda area: area.entry, ("entry",), "項目"),
    ("role", "classes", lambda mapped: mapped.entry, ("entry",), "項目"),
    ("role", "next", lambda role: (role.role, role.level), ("role",), kinds.ROLE.name),
    ("curriculum", "covers", lambda covered: covered.skill, ("skill",), kinds.SKILL.name),
    ("matrix", "columns", lambda column: (column.role, column.level), ("role",), "役割とレベル"),
)


def repeats(index: PlanIndex) -> Iterator[Finding]:
    """One finding for each item that repeats an earlier one of the same list."""
    for kind, name, key, inner, called in _LISTS:
        for entity in index.of_kind(kind):
            first: dict[Hashable, int] = {}
            for number, item in enumerate(getattr(entity.record, name)):
                said = key(item)
                known = first.setdefault(said, number)
                if said is None or known == number:
                    continue
                place = entity.file.place((*entity.path, name, known, *inner))
                yield index.at(
                    REPEATED_ITEM,
                    entity,
                    path=(name, number, *inner),
                    related=(RelatedPlace(place, "最初に書かれているところ"),),
                    called=called,
                    said=_shown(said),
                )


def _shown(said: Hashable) -> str:
    return "・".join(str(part) for part in said if part) if isinstance(said, tuple) else str(said)
