"""References: every id that a file names exists and is of the right kind."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jinzai.check.guesses import OUTSIDE, WITHIN, lacks_framework, near_id
from jinzai.check.index import Located, PlanIndex, SiteIndex
from jinzai.check.names import id_by_name
from jinzai.check.resolution import absent_kinds, candidates, role_of
from jinzai.check.same_reference import Missing, holder_of, joined, other_end
from jinzai.findings.finding import Finding, Place, RelatedPlace, Rule
from jinzai.findings.rules_content import (
    BAD_LINK,
    IMAGE,
    LEVEL_WITHOUT_ROLE,
    MISSING_FILE,
    MISSING_FRAMEWORK,
    UNKNOWN,
    WRONG_FRAMEWORK,
    WRONG_KIND,
)
from jinzai.model import kinds
from jinzai.model.framework import FrameworkKind
from jinzai.model.kinds import KIND_NAMES, PLAN_KINDS
from jinzai.model.prose import PROSE_KINDS, ProseLink, links
from jinzai.model.walk import FoundProse, FoundReference
from jinzai.parse.meant_word import near

WEB_SCHEMES = frozenset(["http", "https", "mailto"])
_WHERE = {
    "plan": "content/plans/",
    "entry": "content/frameworks/",
    "level": "その役割の levels",
    "column": "その表の columns",
    "stage": "その研修コースの stages",
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
_WANTED_FRAMEWORKS = {
    "classes": FrameworkKind.ROLE,
    "near_classes": FrameworkKind.ROLE,
    "concerns": FrameworkKind.ROLE,
    "areas": FrameworkKind.SKILL,
    "scale": FrameworkKind.LEVEL,
}
_SHOWN = 80
_RELATED = 5
_SHOWN_IDS = 12
# The part behind the colon of an address: a host of letters or digits, or name@host.
_host = re.compile(r"//[^\s/?#]*\w")
_mail = re.compile(r"[^\s@?]+@[^\s@?]*\w")
_FRAMEWORK_NAMES = {
    FrameworkKind.ROLE: kinds.ROLE.name,
    FrameworkKind.SKILL: kinds.SKILL.name,
    FrameworkKind.LEVEL: kinds.LEVEL.name,
}


def references(index: PlanIndex) -> Iterator[Finding]:
    """References to nothing or to the wrong kind, and links that cannot be followed.

    A missing file is reported once, and not for each reference into it.
    """
    absent = absent_kinds(index)
    yield from _missing_files(index, absent)
    lost: _Lost = {}
    yield from joined(_single_references(index, absent, lost))
    yield from _missing_frameworks(index, lost)


def _single_references(
    index: PlanIndex, absent: Mapping[str, str], lost: "_Lost"
) -> Iterator[tuple[Missing, Finding]]:
    """A finding for each reference, with what it misses."""
    for located in index.located:
        found = located.found
        if isinstance(found, FoundReference):
            if found.kind == "level" and role_of(found) is None:
                yield None, _finding(index, located, LEVEL_WITHOUT_ROLE, id=found.id)
            elif found.kind not in absent:
                yield from _reference(index, located, found.kind, found.id, None, lost)
        else:
            yield from _prose(index, located, found, lost, absent=absent)


def _missing_files(index: PlanIndex, absent: Mapping[str, str]) -> Iterator[Finding]:
    lost: dict[str, list[tuple[Located, str, str, ProseLink | None]]] = {}
    for located in index.located:
        found = located.found
        named: list[tuple[str, str, ProseLink | None]]
        if isinstance(found, FoundReference):
            named = [(found.kind, found.id, None)]
        else:
            named = [(link.kind, link.id, link) for link in links(found.text)]
        for kind, id, link in named:
            if kind in absent:
                lost.setdefault(absent[kind], []).append((located, kind, id, link))
    for file, places in lost.items():
        located, kind, id, link = places[0]
        facts = {"file": file, "kind": KIND_NAMES[kind], "id": _short(id), "count": len(places)}
        yield _finding(index, located, MISSING_FILE, link, **facts)


_Lost = dict[str, list[tuple[Located, ProseLink | None]]]
"""The references into frameworks that do not exist, by framework."""


def _missing_frameworks(index: PlanIndex, lost: _Lost) -> Iterator[Finding]:
    """A finding for each framework that does not exist, at the first reference into it."""
    for framework, places in lost.items():
        located, link = places[0]
        related = tuple(
            RelatedPlace(_place(other, its_link), "ここも指しています")
            for other, its_link in places[1:_RELATED]
        )
        facts = {"file": f"{_short(framework)}.yaml", "count": len(places)}
        entity = located.entity.key if located.entity else ""
        place = _place(located, link)
        yield Finding(MISSING_FRAMEWORK, place, facts, related, index.plan_id, entity)


def framework_references(site: SiteIndex) -> Iterator[Finding]:
    """The same for the prose of frameworks, which cannot refer to a plan's entities."""
    for file in site.frameworks:
        index = PlanIndex("", (file,), site)
        lost: _Lost = {}
        for located in index.located:
            if isinstance(located.found, FoundProse):
                yield from joined(_prose(index, located, located.found, lost, OUTSIDE))
        yield from _missing_frameworks(index, lost)


def _prose(
    index: PlanIndex,
    located: Located,
    found: FoundProse,
    lost: _Lost,
    kinds: Collection[str] = PROSE_KINDS,
    absent: Collection[str] = (),
) -> Iterator[tuple[Missing, Finding]]:
    for link in links(found.text):
        if link.kind in absent:
            continue
        if link.image:
            yield None, _finding(index, located, IMAGE, link, target=_short(link.sought))
        elif link.kind in kinds:
            yield from _reference(index, located, link.kind, link.id, link, lost)
        elif link.kind.lower() not in WEB_SCHEMES or not _leads_somewhere(link):
            yield None, _bad_link(index, located, link, kinds)


def _bad_link(
    index: PlanIndex, located: Located, link: ProseLink, kinds: Collection[str]
) -> Finding:
    named = {KIND_NAMES[kind]: kind for kind in kinds}
    meant = named.get(link.kind) or (near(link.kind, sorted(kinds)) if link.kind else None)
    suggestion = f"もしかして: {meant}:{_short(link.id)}。" if meant else ""
    example = "entry:skill-areas/bpr" if kinds is OUTSIDE else "skill:bpr-basic"
    said = f"リンク先「{_short(link.sought)}」は使えません。"
    if not link.target:
        said = "リンクに、リンク先が書かれていません。"
    elif link.kind.lower() in WEB_SCHEMES:
        suggestion = ""
        said = f"リンク先「{_short(link.sought)}」は、アドレスの形になっていません。"
    facts = {"said": said, "suggestion": suggestion, "example": example}
    return _finding(index, located, BAD_LINK, link, **facts)


def _leads_somewhere(link: ProseLink) -> bool:
    """Whether a web address has a host, or a mail address both of its parts."""
    pattern = _mail if link.kind.lower() == "mailto" else _host
    return pattern.match(link.id) is not None


def _reference(
    index: PlanIndex, located: Located, kind: str, id: str, link: ProseLink | None, lost: _Lost
) -> Iterator[tuple[Missing, Finding]]:
    known = candidates(index, located, kind, id)
    if known is not None and kind == "entry" and lacks_framework(index.site, id):
        # Reported once for all references.
        lost.setdefault(id.partition("/")[0], []).append((located, link))
    elif known is not None:
        missing = (kind, id, *holder_of(located, kind))
        yield missing, _unknown(index, located, kind, id, link, known)
    elif kind == "entry" and link is None:
        yield from ((None, finding) for finding in _entry(index, located, id))


def _entry(index: PlanIndex, located: Located, id: str) -> Iterator[Finding]:
    """A finding about an entry that exists, but in a framework of another kind."""
    kind = index.site.entries.get(id)
    fields = (part for part in reversed(located.found.path[:-1]) if isinstance(part, str))
    wanted = _WANTED_FRAMEWORKS.get(next(fields, ""))
    if kind is not None and wanted is not None and kind is not wanted:
        yield _finding(
            index,
            located,
            WRONG_FRAMEWORK,
            id=id,
            found=_FRAMEWORK_NAMES[kind],
            wanted=_FRAMEWORK_NAMES[wanted],
        )


def _unknown(
    index: PlanIndex,
    located: Located,
    kind: str,
    id: str,
    link: ProseLink | None,
    known: Iterable[str],
) -> Finding:
    other = next((other for other in _other_kinds(kind) if index.find(other, id)), None)
    named = id_by_name(index, kind, id)
    near = named or near_id(index, kind, id, known)
    linked = f"{kind}:{named}" if link is not None else named
    meant = linked if named else near
    if other is not None and link is not None:
        meant = f"{other}:{id}"
    facts = {"id": _short(id), "suggestion": f"もしかして: {meant}。" if meant else ""}
    if other is not None:
        facts |= {"found": KIND_NAMES[other], "wanted": KIND_NAMES[kind]}
        return _finding(index, located, WRONG_KIND, link, **facts)
    usable = "" if meant else _usable(kind, tuple(known))
    facts |= {"where": _WHERE[kind], "usable": usable}
    related = other_end(index, located, kind, id, near)
    return replace(_finding(index, located, UNKNOWN[kind], link, **facts), related=related)


def _usable(kind: str, known: Sequence[str]) -> str:
    """A sentence with the ids that are there within a role, a table or a curriculum, or `""`."""
    if kind not in WITHIN or not 0 < len(known) <= _SHOWN_IDS:
        return ""
    return f"いま使える id: {'・'.join(known)}。"


def _other_kinds(wanted: str) -> Iterator[str]:
    """The kinds that somebody may confuse with `wanted`."""
    if wanted not in ("plan", "entry", "level", "column", "stage"):
        yield from (kind for kind in PLAN_KINDS if kind != wanted)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _finding(
    index: PlanIndex, located: Located, rule: Rule, link: ProseLink | None = None, **facts: object
) -> Finding:
    """A finding about a reference, or about a link of a text. The place is computed only here."""
    place = _place(located, link)
    entity = located.entity.key if located.entity else ""
    return Finding(rule, place, facts, (), index.plan_id, entity)


def _place(located: Located, link: ProseLink | None) -> Place:
    return located.place if link is None else located.place_of(link)
