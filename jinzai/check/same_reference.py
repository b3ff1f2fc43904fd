"""References to the same missing thing: one finding with all their places.

A renamed role leaves its old id in many places. That is one mistake. This module owns how
its findings become one, and the second end of such a finding: where ids of that kind stand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from jinzai.check.index import Entity, Located, PlanIndex
from jinzai.check.resolution import role_of
from jinzai.findings.finding import Finding, Place, RelatedPlace
from jinzai.findings.rules_value import MALFORMED_ID
from jinzai.load.document import stem
from jinzai.model.kinds import KIND_NAMES, PLAN_FILES
from jinzai.model.walk import FoundReference

Missing = tuple[str, ...] | None
"""Kind and id of a missing thing, and what should hold it. None if a finding is about no such."""

_WITHIN_ENTITY: Final = ("column", "stage")
_HOLDERS: Final = {"level": "roles.yaml", "column": "matrix.yaml", "stage": "curricula.yaml"}
_HERE_TOO: Final = "ここも同じ id を指しています"


def joined(found: Iterable[tuple[Missing, Finding]]) -> Iterator[Finding]:
    """The findings, with those about the same missing thing as one.

    It stands at the first place. The other places and then the second end are its related places.
    """
    groups: dict[object, list[Finding]] = {}
    for number, (missing, finding) in enumerate(found):
        # The same id may be of the wrong kind in a link, and unknown in a field.
        key = number if missing is None else (finding.rule.code, missing)
        groups.setdefault(key, []).append(finding)
    for first, *others in groups.values():
        places = dict.fromkeys(other.place for other in others if other.place != first.place)
        also = tuple(RelatedPlace(place, _HERE_TOO) for place in places)
        yield replace(first, related=(*also, *first.related))


def holder_of(located: Located, kind: str) -> tuple[str, ...]:
    """What should hold a thing whose id is unique only there: a role or a matrix."""
    if kind == "level" and isinstance(located.found, FoundReference):
        return (role_of(located.found) or "",)
    if kind in _WITHIN_ENTITY and located.entity is not None:
        return (located.entity.key,)
    return ()


def other_end(
    index: PlanIndex, located: Located, kind: str, id: str, near: str
) -> tuple[RelatedPlace, ...]:
    """The place where the thing that was probably meant stands, or else where its kind stands.

    `near` is the id that was probably meant, or `""`. There is no such place for kinds that have
    folders and not files.
    """
    if meant := index.find(kind, near):
        return (RelatedPlace(meant.place, f"「{meant.name}」は、ここにあります"),)
    place = _home(index, located, kind, id)
    if place is None:
        return ()
    return (RelatedPlace(place, f"{KIND_NAMES[kind]}の id は、ここに並んでいます"),)


def _home(index: PlanIndex, located: Located, kind: str, id: str) -> Place | None:
    """Where the ids of a kind stand."""
    if kind == "entry":
        name = id.partition("/")[0]
        files = (one for one in index.site.frameworks if stem(one.document.file) == name)
        return next((one.place(("entries",), key=True) for one in files), None)
    if kind == "level":
        found = located.found
        role = index.find("role", role_of(found)) if isinstance(found, FoundReference) else None
        return None if role is None else _list_of(role, "levels")
    if kind in _WITHIN_ENTITY:
        return None if located.entity is None else _list_of(located.entity, f"{kind}s")
    for file in index.files:
        for name, held in file.document.kind.collections.items():
            if held == kind:
                return file.place((name,), key=True)
    return None


def _list_of(entity: Entity, name: str) -> Place:
    """The place of a list in an entity, or of the entity if it has no such list."""
    if not getattr(entity.record, name, ()):
        return entity.place
    return entity.file.place((*entity.path, name), key=True)


def without_what_follows(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, without those that follow from an id that is written wrongly where it is given.

    References that repeat such an id become related places of the finding about the id.
    References to one such text, whose thing has a good id, become one finding.
    """
    found = list(findings)
    heads = [one for one in found if _is_malformed(one) and not one.facts.get("kind")]
    following: dict[int, list[Finding]] = {}
    firsts: dict[tuple[str, str], Finding] = {}
    for one in found:
        kind = str(one.facts.get("kind", ""))
        if not _is_malformed(one) or not kind:
            continue
        named = str(one.facts["named"])
        same = (head for head in heads if head.facts["named"] == named and _holds(head, kind))
        head = next(same, None) or firsts.setdefault((kind, named), one)
        if head is not one:
            following.setdefault(id(head), []).append(one)
    left_out = {id(one) for others in following.values() for one in others}
    for one in found:
        if id(one) in left_out:
            continue
        also = tuple(RelatedPlace(other.place, _HERE_TOO) for other in following.get(id(one), ()))
        yield replace(one, related=(*one.related, *also)) if also else one


def _is_malformed(finding: Finding) -> bool:
    return finding.rule is MALFORMED_ID and "named" in finding.facts


def _holds(head: Finding, kind: str) -> bool:
    """Whether an id of `kind` may be given where a finding stands."""
    name = head.place.file.rpartition("/")[2]
    files = {held: file.file_name for file in PLAN_FILES for held in file.collections.values()}
    return name == files.get(kind, _HOLDERS.get(kind))
