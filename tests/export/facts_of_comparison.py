"""The rows of the tables that put plans side by side, worked out from YAML alone."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from operator import is_
from typing import NamedTuple

from .facts_of_people import inherited, marks
from .yaml_facts import Raw, Row, entities, names_of, prose, skill_cells

ZERO = Decimal(0)
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


class Cost(NamedTuple):
    """What courses take, from the least to the most."""

    hours: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))
    days: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))
    unknown: int = 0
    exempt: int = 0
    given: bool = False


Wanted = Callable[[Raw], bool]
"""Which stages to look at."""


def _sum(costs: Iterable[Cost]) -> Cost:
    every = list(costs)
    return Cost(
        (sum(one.hours[0] for one in every) + ZERO, sum(one.hours[1] for one in every) + ZERO),
        (sum(one.days[0] for one in every) + ZERO, sum(one.days[1] for one in every) + ZERO),
        sum(one.unknown for one in every),
        sum(one.exempt for one in every),
        any(one.given for one in every),
    )


def _either(costs: list[Cost]) -> Cost:
    return Cost(
        (min(one.hours[0] for one in costs), max(one.hours[1] for one in costs)),
        (min(one.days[0] for one in costs), max(one.days[1] for one in costs)),
        max(one.unknown for one in costs),
        max(one.exempt for one in costs),
        any(one.given for one in costs),
    )


def load(raw: Raw) -> Iterator[Row]:
    departments = names_of(raw, "plan", "departments")
    tables = names_of(raw, "plan", "tables")
    every = entities(raw, "curricula")
    for role in entities(raw, "roles"):
        mine = [
            one
            for one in every
            if one["role"] == role["id"]
            and ("includes" in one or any("items" in stage for stage in one["stages"]))
        ]
        if not mine:
            yield (role["id"], role["name"], *[""] * 14)
        named = list(dict.fromkeys(d for one in mine for d in one.get("departments", []))) or [""]
        seen: list[list[str]] = []
        for department in named:
            for table, taken in _tables(mine, department):
                ids = [one["id"] for one in taken]
                if taken and ids not in seen:
                    seen.append(ids)
                    head = (
                        *(role["id"], role["name"], department, departments.get(department, "")),
                        *(table, tables.get(table, "")),
                    )
                    yield from _track(raw, head, taken)


def _tables(mine: list[Raw], department: str) -> Iterator[tuple[str, list[Raw]]]:
    """The curricula that somebody of a department takes, table by table where these differ."""

    def said(one: Raw) -> tuple[str, tuple[str, ...]]:
        return one.get("level", ""), tuple(one.get("departments", []))

    by_people: dict[object, list[Raw]] = {}
    for one in mine:
        by_people.setdefault(said(one), []).append(one)
    differing = {
        one["table"]
        for same in by_people.values()
        if len(same) > 1 and all("table" in other for other in same)
        for one in same
    }
    order = list(dict.fromkeys(one["table"] for one in mine if one.get("table") in differing))
    for table in order or [""]:
        yield (
            table,
            [
                one
                for one in mine
                if not (department and one.get("departments"))
                or department in one.get("departments", [])
                if len(by_people[said(one)]) == 1 or not order or one["table"] == table
            ],
        )


def _track(raw: Raw, head: Row, taken: list[Raw]) -> Iterator[Row]:
    curricula = {one["id"]: one for one in entities(raw, "curricula")}
    parts: dict[str, Raw] = {}
    costs: list[Cost] = []
    guessed = False
    for one in taken:
        part = one
        while part:
            parts[part["id"]] = part
            found, inferred = _stages(raw, part, lambda stage: "only" not in stage)
            costs.append(found)
            guessed |= inferred
            part = curricula.get(part.get("includes", ""), {})
    courses = _courses(parts.values(), lambda stage: "only" not in stage)
    gates = sum("after" in one for one in taken) + sum(
        "requires" in stage for part in parts.values() for stage in part["stages"]
    )
    yield (*head, "", str(len(courses)), *_amounts(_sum(costs), str(gates), guessed))
    for part in parts.values():
        for stage in part["stages"]:
            if "only" in stage:
                found, inferred = _stages(raw, part, partial(is_, stage))
                count = len(_courses([part], partial(is_, stage)))
                yield (*head, stage["only"], str(count), *_amounts(found, "", inferred))


def _amounts(cost: Cost, gates: str, guessed: bool) -> Row:
    """The cells from courses_unknown on."""
    has_hours = cost.given and (cost.hours[1] or not cost.days[1])
    hours = [_text(amount) for amount in cost.hours] if has_hours else ["", ""]
    days = [_text(amount) for amount in cost.days] if cost.days[1] else ["", ""]
    basis = ("inferred" if guessed else "stated") if cost.given else ""
    return str(cost.unknown), str(cost.exempt), *hours, *days, gates, basis


def _text(amount: Decimal) -> str:
    return f"{amount:f}"


def _courses(parts: Iterable[Raw], wanted: Wanted) -> set[str]:
    found: set[str] = set()
    for part in parts:
        for stage in part["stages"]:
            for item in stage.get("items", []) if wanted(stage) else []:
                found.update(
                    [item["course"]]
                    if "course" in item
                    else [taken["course"] for way in item["any_of"] for taken in way["courses"]]
                )
    return found


def _stages(raw: Raw, part: Raw, wanted: Wanted) -> tuple[Cost, bool]:
    """What the wanted stages of a curriculum cost, and whether an editor read any of it."""
    costs: list[Cost] = []
    guessed = False
    for stage in part["stages"]:
        for item in stage.get("items", []) if wanted(stage) else []:
            ways = []
            for way in item.get("any_of", [{"courses": [item]}]):
                found = [_course(raw, taken, part.get("table")) for taken in way["courses"]]
                ways.append(_sum(cost for cost, _ in found))
                guessed |= any(inferred for _, inferred in found)
            cost = _either(ways)
            costs.append(cost)
            guessed |= item.get("basis") == "inferred" and cost.given
    return _sum(costs), guessed


def _course(raw: Raw, taken: Raw, table: str | None) -> tuple[Cost, bool]:
    course = next(one for one in entities(raw, "courses") if one["id"] == taken["course"])
    every = course.get("deliveries", [])
    stating = [one for one in every if one.get("table") == table]
    stating = stating or [one for one in every if "table" not in one] or every
    ways = [_delivery(delivery) for delivery in stating] or [Cost(unknown=1)]
    cost = _either(ways)
    read = any(
        delivery.get("basis") == "inferred" and way.given
        for delivery, way in zip(stating, ways, strict=False)
    )
    return cost, read or (taken.get("basis") == "inferred" and cost.given)


def _delivery(delivery: Raw) -> Cost:
    parts = [_part(part) for part in (delivery, *delivery.get("plus", []))]
    exempt = int(all(part.exempt for part in parts))
    whole = _sum(parts)
    return whole._replace(unknown=min(whole.unknown, 1), exempt=exempt)


def _part(part: Raw) -> Cost:
    hours, days = _span(part.get("hours")), _span(part.get("days"))
    given = hours is not None or days is not None
    said = [part.get(name) for name in ("hours", "days")]
    exempt = not given and "not-applicable" in said and "undefined" not in said
    nothing = (ZERO, ZERO)
    unknown = int(not given and not exempt)
    return Cost(hours or nothing, days or nothing, unknown, int(exempt), given)


def _span(amount: object) -> tuple[Decimal, Decimal] | None:
    if isinstance(amount, dict):
        return (Decimal(amount["min"]), Decimal(amount["max"])) if "min" in amount else None
    if amount in (None, "undefined", "not-applicable"):
        return None
    return Decimal(str(amount)), Decimal(str(amount))
