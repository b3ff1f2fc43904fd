"""The rows of the tables that put plans side by side, worked out from YAML alone."""

from collections.abc import Iterable, Iterator

from .facts_of_people import inherited, marks
from .yaml_facts import Raw, Row, entities, prose, skill_cells

_CLOSEST = ["exact", "close", "broad", "narrow"]


def _entries(raw: Raw) -> dict[str, Row]:
    """By `framework/entry` the cells framework_id, framework, entry_id and entry, in order."""
    return {
        f"{framework['id']}/{entry['id']}": (
            framework["id"],
            framework["title"],
            entry["id"],
            entry["name"],
        )
        for framework in raw["frameworks"]
        for entry in framework["entries"]
    }


def crosswalk(raw: Raw) -> Iterator[Row]:
    named = _entries(raw)
    for kind, file, field in (("role", "roles", "classes"), ("skill", "skills", "areas")):
        for one in entities(raw, file):
            name = one["name"] if kind == "role" else skill_cells(raw, one["id"])[1]
            what = (kind, one["id"], name, "", "")
            for link in one.get(field, []):
                yield (*named[link["entry"]], *what, *_link(link))
            if not one.get(field):
                yield ("", "", "", "", *what, "", "", prose(one.get("unmapped")))
            for level in one.get("levels", []):
                if "scale" in level:
                    at = ("level", one["id"], name, level["id"], level["name"])
                    yield (*named[level["scale"]["entry"]], *at, *_link(level["scale"]))


def _link(link: Raw) -> Row:
    return link["relation"], link.get("basis", "stated"), prose(link.get("note"))


def coverage(raw: Raw) -> Iterator[Row]:
    areas = {skill["id"]: skill.get("areas", []) for skill in entities(raw, "skills")}
    for role in entities(raw, "roles"):
        asks = _asks(raw, role["id"])
        head = (role["id"], role["name"])
        for entry, cells in _entries(raw).items():
            links = {
                skill: link for skill in asks for link in areas[skill] if link["entry"] == entry
            }
            if links:
                relation = min((link["relation"] for link in links.values()), key=_CLOSEST.index)
                stated = any(link.get("basis") != "inferred" for link in links.values())
                counts = _counts(asks, links)
                yield (*head, *cells, *counts, relation, "stated" if stated else "inferred")
        left = [skill for skill in asks if not areas[skill]]
        if left:
            yield (*head, "", "", "", "", *_counts(asks, left), "", "")
        if not asks:
            yield (*head, *[""] * 10)


def _asks(raw: Raw, role_id: str) -> dict[str, tuple[bool, bool]]:
    """The skills that a role asks for: whether it does so itself, whether it is required."""
    own = list(marks(raw))
    found: dict[str, tuple[bool, bool]] = {}
    for role, _, skill, _, asked, _ in own:
        if role == role_id:
            known = found.get(skill, (True, False))
            found[skill] = (True, known[1] or asked == "required")
    for role, skill, _, asked, _ in inherited(raw, own):
        if role == role_id:
            found[skill] = (False, asked == "required")
    if not found:
        for part in entities(raw, "roles"):
            if part.get("part_of") == role_id:
                for skill, (_, required) in _asks(raw, part["id"]).items():
                    found[skill] = (False, required or found.get(skill, (False, False))[1])
    return found


def _counts(asks: dict[str, tuple[bool, bool]], skills: Iterable[str]) -> Row:
    found = [asks[skill] for skill in skills]
    required = sum(is_required for _, is_required in found)
    own = sum(is_own for is_own, _ in found)
    return str(len(found)), str(own), str(required), "required" if required else "conditional"
