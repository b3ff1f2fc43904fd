"""References: every id that a file names exists, and is of the kind that belongs there."""

import difflib
from collections.abc import Iterable, Iterator

from jinzai.check.index import Located, PlanIndex
from jinzai.findings.finding import Finding, Place, Rule
from jinzai.findings.rules_content import (
    BAD_LINK,
    IMAGE,
    KIND_NAMES,
    LEVEL_WITHOUT_ROLE,
    UNKNOWN,
    WRONG_FRAMEWORK,
    WRONG_KIND,
)
from jinzai.model.curriculum import Curriculum
from jinzai.model.framework import FrameworkKind
from jinzai.model.matrix import Matrix
from jinzai.model.prose import PROSE_KINDS, ProseLink, links
from jinzai.model.reference import PLAN_KINDS
from jinzai.model.role import Role
from jinzai.model.walk import FoundProse, FoundReference

WEB_SCHEMES = frozenset(["http", "https", "mailto"])
_WHERE = {
    "plan": "content/plans/",
    "entry": "content/frameworks/",
    "level": "その役割の levels",
    "column": "その表の columns",
    "stage": "その育成課程の stages",
    "chapter": "chapters/",
    "role": "roles.yaml",
    "skill": "skills.yaml",
    "category": "skills.yaml の categories",
    "matrix": "matrix.yaml",
    "course": "courses.yaml",
    "curriculum": "curricula.yaml",
    "schedule": "schedule.yaml",
    "target": "targets.yaml",
    "practice": "practice.yaml",
    "body": "organisation.yaml の bodies",
    "measure": "organisation.yaml",
    "indicator": "organisation.yaml の indicators",
    "review": "organisation.yaml の reviews",
    "term": "glossary.yaml",
    "department": "plan.yaml の departments",
    "table": "plan.yaml の tables",
    "placeholder": "plan.yaml の placeholders",
}
_FRAMEWORK_NAMES = {FrameworkKind.ROLE: "役割", FrameworkKind.SKILL: "スキル"}


def references(index: PlanIndex) -> Iterator[Finding]:
    """References to nothing, to the wrong kind, and links that cannot be followed."""
    for located in index.located:
        if isinstance(located.found, FoundReference):
            yield from _typed(index, located, located.found)
        else:
            yield from _prose(index, located, located.found)


def _typed(index: PlanIndex, located: Located, found: FoundReference) -> Iterator[Finding]:
    place = located.file.place(found.path, key=found.is_key)
    if found.kind == "level":
        yield from _level(index, located, found, place)
    elif found.kind == "column":
        yield from _local(index, located, found, place, _columns(located))
    elif found.kind == "stage":
        yield from _local(index, located, found, place, _stages(located))
    else:
        yield from _global(index, located, found.kind, found.id, place)


def _prose(index: PlanIndex, located: Located, found: FoundProse) -> Iterator[Finding]:
    for link in links(found.text):
        place = located.file.place_in_text(found.path, link.target, link.occurrence)
        if link.image:
            yield _finding(index, located, IMAGE, place, target=link.target)
        elif link.kind in PROSE_KINDS:
            yield from _global(index, located, link.kind, link.id, place)
        elif link.kind not in WEB_SCHEMES:
            yield _bad_link(index, located, link, place)


def _bad_link(index: PlanIndex, located: Located, link: ProseLink, place: Place) -> Finding:
    near = difflib.get_close_matches(link.kind, sorted(PROSE_KINDS), n=1) if link.kind else []
    suggestion = f"もしかして: {near[0]}:{link.id}。" if near else ""
    return _finding(index, located, BAD_LINK, place, target=link.target[:80], suggestion=suggestion)


def _global(
    index: PlanIndex, located: Located, kind: str, id: str, place: Place
) -> Iterator[Finding]:
    if kind == "plan":
        if id not in index.site.plans:
            yield _unknown(index, located, kind, id, place, index.site.plans)
    elif kind == "entry":
        yield from _entry(index, located, id, place)
    elif not index.knows(kind, id):
        other = _other_kind(index, kind, id)
        if other is not None:
            yield _finding(
                index,
                located,
                WRONG_KIND,
                place,
                id=id,
                found=KIND_NAMES[other],
                wanted=KIND_NAMES[kind],
            )
        else:
            yield _unknown(index, located, kind, id, place, index.by_kind.get(kind, {}))


def _other_kind(index: PlanIndex, wanted: str, id: str) -> str | None:
    """A kind that has the id, where the wanted kind has nothing that looks like a misspelling."""
    for kind in PLAN_KINDS:
        if kind != wanted and id in index.by_kind.get(kind, {}):
            return kind
    return None


def _entry(index: PlanIndex, located: Located, id: str, place: Place) -> Iterator[Finding]:
    framework = id.partition("/")[0]
    kind = index.site.entries.get(id)
    if kind is None:
        if framework not in index.site.open_frameworks:
            yield _unknown(index, located, "entry", id, place, index.site.entries)
        return
    wanted = {"roles": FrameworkKind.ROLE, "skills": FrameworkKind.SKILL}.get(
        str(located.found.path[0])
    )
    if isinstance(located.found, FoundReference) and wanted is not None and kind is not wanted:
        yield _finding(
            index,
            located,
            WRONG_FRAMEWORK,
            place,
            id=id,
            found=_FRAMEWORK_NAMES[kind],
            wanted=_FRAMEWORK_NAMES[wanted],
        )


def _level(
    index: PlanIndex, located: Located, found: FoundReference, place: Place
) -> Iterator[Finding]:
    role_id = getattr(found.owner, "role", None)
    if role_id is None:
        yield _finding(index, located, LEVEL_WITHOUT_ROLE, place, id=found.id)
        return
    role = index.find("role", role_id)
    if role is None or not isinstance(role.record, Role):
        return
    yield from _local(index, located, found, place, [level.id for level in role.record.levels])


def _columns(located: Located) -> list[str]:
    record = located.entity.record if located.entity else None
    return [column.id for column in record.columns] if isinstance(record, Matrix) else []


def _stages(located: Located) -> list[str]:
    record = located.entity.record if located.entity else None
    return [stage.id for stage in record.stages] if isinstance(record, Curriculum) else []


def _local(
    index: PlanIndex, located: Located, found: FoundReference, place: Place, known: Iterable[str]
) -> Iterator[Finding]:
    ids = list(known)
    if found.id not in ids:
        yield _unknown(index, located, found.kind, found.id, place, ids)


def _unknown(
    index: PlanIndex, located: Located, kind: str, id: str, place: Place, known: Iterable[str]
) -> Finding:
    near = difflib.get_close_matches(id, list(known), n=1, cutoff=0.6)
    suggestion = f"もしかして: {near[0]}。" if near else ""
    return _finding(
        index, located, UNKNOWN[kind], place, id=id, suggestion=suggestion, where=_WHERE[kind]
    )


def _finding(
    index: PlanIndex, located: Located, rule: Rule, place: Place, **facts: object
) -> Finding:
    entity = located.entity.key if located.entity else ""
    return Finding(rule, place, facts, (), index.plan_id, entity)
