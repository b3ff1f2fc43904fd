"""The rows of the tables on what training takes, worked out from YAML alone."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from operator import is_
from typing import NamedTuple

from .facts_of_learning import FORMATS
from .yaml_facts import Raw, Row, entities, names_of

ZERO = Decimal(0)


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
    for head, taken in _trainings(raw):
        if taken:
            yield from _track(raw, head, taken)
        else:
            yield (*head, *[""] * 11)


def _trainings(raw: Raw) -> Iterator[tuple[Row, list[Raw]]]:
    """The cells from role_id to table, and the curricula that somebody of them takes."""
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
            yield (role["id"], role["name"], *[""] * 4), []
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
                    yield head, taken


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
    parts: dict[str, Raw] = {}
    costs: list[Cost] = []
    guessed = False
    for part in _chains(raw, taken):
        parts[part["id"]] = part
        found, inferred = _stages(raw, part, lambda stage: "only" not in stage)
        costs.append(found)
        guessed |= inferred
    courses = _courses(parts.values(), lambda stage: "only" not in stage)
    gates = [one.get("basis", "stated") for one in taken if "after" in one]
    for part in parts.values():
        gates += [part.get("basis", "stated") for stage in part["stages"] if "requires" in stage]
    gated = "" if not gates else "inferred" if "inferred" in gates else "stated"
    amounts = _amounts(_sum(costs), str(len(gates)), guessed)
    yield (*head, "", str(len(courses)), *amounts, gated)
    for part in parts.values():
        for stage in part["stages"]:
            if "only" in stage:
                found, inferred = _stages(raw, part, partial(is_, stage))
                count = len(_courses([part], partial(is_, stage)))
                yield (*head, stage["only"], str(count), *_amounts(found, "", inferred), "")


def _chains(raw: Raw, taken: list[Raw]) -> Iterator[Raw]:
    """Curricula, each followed by those that it includes."""
    curricula = {one["id"]: one for one in entities(raw, "curricula")}
    for one in taken:
        part = one
        while part:
            yield part
            part = curricula.get(part.get("includes", ""), {})


def load_formats(raw: Raw) -> Iterator[Row]:
    for head, taken in _trainings(raw):
        if not taken:
            yield (*head, *[""] * 4)
        parts = {part["id"]: part for part in _chains(raw, taken)}.values()
        yield from _formats(raw, (*head, ""), parts, lambda stage: "only" not in stage)
        for part in parts:
            for stage in part["stages"]:
                if "only" in stage:
                    yield from _formats(raw, (*head, stage["only"]), [part], partial(is_, stage))


def _formats(raw: Raw, head: Row, parts: Iterable[Raw], wanted: Wanted) -> Iterator[Row]:
    """A row for each format that a course has, and one for the courses without a format."""
    having: dict[str, set[str]] = {}
    shown: set[str] = set()
    known: set[str] = set()
    for part in parts:
        for course_id in _courses([part], wanted):
            known.add(course_id)
            for delivery in _stating(raw, course_id, part.get("table")):
                for form in (delivery, *delivery.get("plus", [])):
                    having.setdefault(form["format"], set()).add(course_id)
                    shown.add(course_id)
    for form, courses in having.items():
        yield (*head, form, FORMATS[form], str(len(courses)))
    if known - shown:
        yield (*head, "", "", str(len(known - shown)))


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
    stating = _stating(raw, taken["course"], table)
    ways = [_delivery(delivery) for delivery in stating] or [Cost(unknown=1)]
    cost = _either(ways)
    read = any(
        delivery.get("basis") == "inferred" and way.given
        for delivery, way in zip(stating, ways, strict=False)
    )
    return cost, read or (taken.get("basis") == "inferred" and cost.given)


def _stating(raw: Raw, course_id: str, table: str | None) -> list[Raw]:
    """The ways to take a course that hold where a table names it."""
    course = next(one for one in entities(raw, "courses") if one["id"] == course_id)
    every: list[Raw] = course.get("deliveries", [])
    stating = [one for one in every if one.get("table") == table]
    return stating or [one for one in every if "table" not in one] or every


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
