"""The rows of evidence.csv, worked out from YAML alone."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from .facts_of_people import marks
from .yaml_facts import Raw, Row, entities, level_name, names_of, skill_cells

_LINK = re.compile(r"\[([^\]]*)\]\(entry:(skill-areas/[a-z-]+)\)")
_ROLE = ("purpose", "duties", "behaviours", "knowledge")
_LEVEL = ("definition", "evidence")
_Taught = list[tuple[str, str]]


def evidence(raw: Raw) -> Iterator[Row]:
    names = names_of(raw, "roles", "roles")
    cells, terms = _areas(raw)
    for role, level, *what in (*_asked(raw), *_said(raw, terms), *_taught(raw, terms)):
        area, *rest = what
        yield role, names[role], level, level_name(raw, role, level), *cells[area], *rest


def _areas(raw: Raw) -> tuple[dict[str, Row], dict[str, list[str]]]:
    """By `framework/entry` its cells, and the terms that name it."""
    cells: dict[str, Row] = {}
    terms: dict[str, list[str]] = {}
    for framework in raw["frameworks"]:
        for entry in framework["entries"]:
            key = f"{framework['id']}/{entry['id']}"
            cells[key] = (framework["id"], framework["title"], entry["id"], entry["name"])
            terms[key] = [entry["name"], *entry.get("terms", [])]
    return cells, terms


def _skill_areas(raw: Raw) -> dict[str, list[str]]:
    return {
        skill["id"]: list(dict.fromkeys(link["entry"] for link in skill.get("areas", [])))
        for skill in entities(raw, "skills")
    }


def _asked(raw: Raw) -> list[Row]:
    areas = _skill_areas(raw)
    return list(
        dict.fromkeys(
            (role, level, area, "asked", basis, "matrix", skill_cells(raw, skill)[1])
            for role, level, skill, _, _, basis in marks(raw)
            for area in areas[skill]
        )
    )


def _links(text: str, terms: dict[str, list[str]]) -> Iterator[tuple[str, str, str]]:
    for words, area in _LINK.findall(text):
        named = any(term in words for term in terms[area])
        yield area, words, "stated" if named else "inferred"


def _said(raw: Raw, terms: dict[str, list[str]]) -> list[Row]:
    found = []
    for role in entities(raw, "roles"):
        places = [("", role, _ROLE), *((one["id"], one, _LEVEL) for one in role.get("levels", []))]
        for level, record, fields in places:
            for field in fields:
                texts = record.get(field, [])
                for text in [texts] if isinstance(texts, str) else texts:
                    for area, words, basis in _links(text, terms):
                        found.append((role["id"], level, area, "said", basis, field, words))
    return list(dict.fromkeys([*found, *_said_of_skills(raw, terms, found)]))


def _said_of_skills(raw: Raw, terms: dict[str, list[str]], told: Iterable[Row]) -> Iterator[Row]:
    """What the skills say that a role asks for, in areas that no text of the role has."""
    levels = {
        one["id"]: {level["id"] for level in one.get("levels", [])}
        for one in entities(raw, "roles")
    }
    texts = {one["id"]: one.get("definition", "") for one in entities(raw, "skills")}
    asking: dict[tuple[str, str], dict[str, str]] = {}
    for role, level, skill, _, _, basis in marks(raw):
        asking.setdefault((role, skill), {})[level] = basis
    for (role, skill), by_level in asking.items():
        is_every = set(by_level) >= levels[role]
        whole = {"": "inferred" if "inferred" in by_level.values() else "stated"}
        for level, marked in (whole if is_every else by_level).items():
            for area, words, read in _links(texts[skill], terms):
                if not any(row[0] == role and row[2] == area for row in told):
                    basis = "inferred" if marked == "inferred" else read
                    yield role, level, area, "said", basis, "skill", words


def _texts(value: Any) -> Iterator[str]:
    """All texts of a thing, except remarks of editors."""
    if isinstance(value, str):
        yield value
    for inner in value if isinstance(value, list) else []:
        yield from _texts(inner)
    for key, inner in value.items() if isinstance(value, dict) else []:
        if key != "note":
            yield from _texts(inner)


def _teaches(raw: Raw, thing: Raw, field: str, terms: dict[str, list[str]]) -> _Taught:
    """The areas that a thing teaches: by its skills, then by links in its texts."""
    areas = _skill_areas(raw)
    found: dict[str, list[str]] = {}
    by_skill: dict[tuple[str, str], str] = {}
    for one in thing.get(field, []):
        skill, basis = (one, "stated") if isinstance(one, str) else (one["skill"], _basis(one))
        for area in areas[skill]:
            by_skill[area, skill_cells(raw, skill)[1]] = basis
    for (area, _), basis in by_skill.items():
        found.setdefault(area, []).append(basis)
    linked: dict[str, list[str]] = {}
    for text in _texts(thing):
        for area, _, basis in _links(text, terms):
            linked.setdefault(area, []).append(basis)
    every = {**linked, **found}
    ordered = [*found, *(area for area in linked if area not in found)]
    return [(area, "stated" if "stated" in every[area] else "inferred") for area in ordered]


def _basis(*things: Raw) -> str:
    inferred = any(thing.get("basis") == "inferred" for thing in things)
    return "inferred" if inferred else "stated"


def _uses(curriculum: Raw) -> Iterator[tuple[str, str]]:
    """The courses of a curriculum, each with its basis."""
    for stage in curriculum["stages"]:
        for item in stage.get("items", []):
            for choice in item.get("any_of", []):
                for one in choice["courses"]:
                    yield one["course"], _basis(curriculum, choice, one)
            if "course" in item:
                yield item["course"], _basis(curriculum, item)


def _taught(raw: Raw, terms: dict[str, list[str]]) -> list[Row]:
    courses = {one["id"]: one for one in entities(raw, "courses")}
    teaches = {id: _teaches(raw, one, "teaches", terms) for id, one in courses.items()}
    found: dict[Row, str] = {}
    names: dict[Row, str] = {}

    def add(at: Raw, role_basis: str, kind: str, thing: Raw, taught: _Taught) -> None:
        for area, basis in taught:
            key = (at["role"], at.get("level", ""), area, kind, thing["id"])
            both = "inferred" if "inferred" in (basis, role_basis) else "stated"
            if key not in found or both == "stated":
                found[key] = both
            names[key] = thing["name"]

    for one in entities(raw, "curricula"):
        for course, basis in _uses(one):
            add(one, basis, "course", courses[course], teaches[course])
        add(one, _basis(one), "curriculum", one, _teaches(raw, one, "covers", terms))
    for kind, things in (("course", courses.values()), ("practice", _practices(raw))):
        for thing in things:
            for at in thing.get("audience", []):
                field = "teaches" if kind == "course" else "develops"
                add(at, _basis(at), kind, thing, _teaches(raw, thing, field, terms))
    return [
        (role, level, area, "taught", basis, kind, names[role, level, area, kind, id])
        for (role, level, area, kind, id), basis in found.items()
    ]


def _practices(raw: Raw) -> list[Raw]:
    return entities(raw, "practice", "practices")
