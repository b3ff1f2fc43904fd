"""References: every id that a file names exists, and is of the kind that belongs there."""

import difflib
from collections.abc import Collection, Iterable, Iterator

from jinzai.check.index import Located, PlanIndex, SiteIndex
from jinzai.check.resolution import candidates, role_of
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
from jinzai.model.framework import FrameworkKind
from jinzai.model.prose import PROSE_KINDS, ProseLink, links
from jinzai.model.reference import PLAN_KINDS
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
FRAMEWORK_KINDS = frozenset(["entry", "plan"])
_WANTED_FRAMEWORKS = {"roles": FrameworkKind.ROLE, "skills": FrameworkKind.SKILL}
_SHOWN = 80
_FRAMEWORK_NAMES = {FrameworkKind.ROLE: "役割", FrameworkKind.SKILL: "スキル"}


def references(index: PlanIndex) -> Iterator[Finding]:
    """References to nothing, to the wrong kind, and links that cannot be followed."""
    for located in index.located:
        found = located.found
        if isinstance(found, FoundReference):
            place = located.place
            if found.kind == "level" and role_of(found) is None:
                yield _finding(index, located, LEVEL_WITHOUT_ROLE, place, id=found.id)
            else:
                yield from _reference(index, located, found.kind, found.id, place)
        else:
            yield from _prose(index, located, found)


def framework_references(site: SiteIndex) -> Iterator[Finding]:
    """The same for the prose of frameworks, which no plan's entities are within reach of."""
    for file in site.frameworks:
        index = PlanIndex("", (file,), site)
        for located in index.located:
            if isinstance(located.found, FoundProse):
                yield from _prose(index, located, located.found, FRAMEWORK_KINDS)


def _prose(
    index: PlanIndex, located: Located, found: FoundProse, kinds: Collection[str] = PROSE_KINDS
) -> Iterator[Finding]:
    for link in links(found.text):
        place = located.place_of(link)
        if link.image:
            yield _finding(index, located, IMAGE, place, target=_short(link.target))
        elif link.kind in kinds:
            yield from _reference(index, located, link.kind, link.id, place)
        elif link.kind not in WEB_SCHEMES:
            yield _bad_link(index, located, link, place, kinds)


def _bad_link(
    index: PlanIndex, located: Located, link: ProseLink, place: Place, kinds: Collection[str]
) -> Finding:
    near = difflib.get_close_matches(link.kind, sorted(kinds), n=1) if link.kind else []
    suggestion = f"もしかして: {near[0]}:{_short(link.id)}。" if near else ""
    example = "entry:skill-areas/bpr" if kinds is FRAMEWORK_KINDS else "skill:bpr-basic"
    facts = {"target": _short(link.target), "suggestion": suggestion, "example": example}
    return _finding(index, located, BAD_LINK, place, **facts)


def _reference(
    index: PlanIndex, located: Located, kind: str, id: str, place: Place
) -> Iterator[Finding]:
    known = candidates(index, located, kind, id)
    if known is not None:
        yield _unknown(index, located, kind, id, place, known)
    elif kind == "entry" and isinstance(located.found, FoundReference):
        yield from _entry(index, located, id, place)


def _entry(index: PlanIndex, located: Located, id: str, place: Place) -> Iterator[Finding]:
    """An entry that exists, but in a framework of the other kind."""
    kind = index.site.entries.get(id)
    wanted = _WANTED_FRAMEWORKS.get(str(located.found.path[0]))
    if kind is not None and wanted is not None and kind is not wanted:
        yield _finding(
            index,
            located,
            WRONG_FRAMEWORK,
            place,
            id=id,
            found=_FRAMEWORK_NAMES[kind],
            wanted=_FRAMEWORK_NAMES[wanted],
        )


def _unknown(
    index: PlanIndex, located: Located, kind: str, id: str, place: Place, known: Iterable[str]
) -> Finding:
    other = next((other for other in _other_kinds(kind) if index.find(other, id)), None)
    meant = _near(kind, id, known)
    if other is not None and isinstance(located.found, FoundProse):
        meant = f"{other}:{id}"
    facts = {"id": _short(id), "suggestion": f"もしかして: {meant}。" if meant else ""}
    if other is not None:
        facts |= {"found": KIND_NAMES[other], "wanted": KIND_NAMES[kind]}
        return _finding(index, located, WRONG_KIND, place, **facts)
    return _finding(index, located, UNKNOWN[kind], place, where=_WHERE[kind], **facts)


def _near(kind: str, id: str, known: Iterable[str]) -> str:
    """The known id that is most like `id`, or nothing; of a framework's entries, one of it."""
    framework, slash, entry = id.partition("/")
    if kind == "entry" and slash:
        prefix = f"{framework}/"
        entries = [one.removeprefix(prefix) for one in known if one.startswith(prefix)]
        if entries:
            near = difflib.get_close_matches(entry, entries, n=1)
            return prefix + near[0] if near else ""
    near = difflib.get_close_matches(id, list(known), n=1)
    return near[0] if near else ""


def _other_kinds(wanted: str) -> Iterator[str]:
    """The kinds that may be mistaken for `wanted`."""
    if wanted not in ("plan", "entry", "level", "column", "stage"):
        yield from (kind for kind in PLAN_KINDS if kind != wanted)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _finding(
    index: PlanIndex, located: Located, rule: Rule, place: Place, **facts: object
) -> Finding:
    entity = located.entity.key if located.entity else ""
    return Finding(rule, place, facts, (), index.plan_id, entity)
