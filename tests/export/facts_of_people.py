"""The rows of the tables about people and words, worked out from YAML alone."""

from collections.abc import Iterator, Mapping
from typing import Any

from .yaml_facts import (
    Raw,
    Row,
    amount,
    bare_words,
    entities,
    level_name,
    mapped,
    names_of,
    prose,
    skill_cells,
)

_UNITS = {"people": "人", "percent": "%", "people-per-office": "人（1所属あたり）"}
_BOUNDS = {"at-least": "値以上", "about": "値程度", "several": "複数（数は示されていない）"}


_STATUSES = {"adopted": "策定済み", "draft": "案", "template": "ひな形"}


def plans(raw: Raw) -> Iterator[Row]:
    plan = raw["plan"]
    issuer, period = plan["issuer"], plan.get("period", {})
    start, end, years = (period.get(name, "") for name in ("start", "end", "years"))
    if start and years:
        end = str(int(start) + int(years) - 1)
    elif start and end:
        years = str(len(range(int(start), int(end) + 1)))
    yield (
        issuer.get("code", "")[:2],
        issuer.get("prefecture", ""),
        plan["title"],
        plan.get("short_title", ""),
        plan["status"],
        _STATUSES[plan["status"]],
        plan.get("department", ""),
        plan.get("published", ""),
        *(start, end, years, period.get("note", "")),
        plan.get("edition", ""),
    )


def roles(raw: Raw) -> Iterator[Row]:
    for role in entities(raw, "roles"):
        base = role.get("extends", {})
        extends = base.get("role", "") + ("#" + base["level"] if "level" in base else "")
        shared = (extends, mapped(role.get("classes", [])), prose(role.get("audience")))
        as_level = role.get("as_level", "")
        for level in role.get("levels", []):
            people = amount(level.get("headcount", {}).get("value"), raw)
            yield role["id"], role["name"], level["id"], level["name"], *shared, people, as_level
        if "headcount" in role or not role.get("levels"):
            people = amount(role.get("headcount", {}).get("value"), raw)
            yield role["id"], role["name"], "", "", *shared, people, as_level


def skills(raw: Raw) -> Iterator[Row]:
    for skill in entities(raw, "skills"):
        ending = ":inferred" if skill.get("builds_on_basis") == "inferred" else ""
        yield (
            *skill_cells(raw, skill["id"]),
            prose(skill.get("definition")),
            ";".join(base + ending for base in skill.get("builds_on", [])),
            mapped(skill.get("areas", [])),
        )


def requirements(raw: Raw) -> Iterator[Row]:
    names = names_of(raw, "roles", "roles")
    own = list(marks(raw))
    for role_id, level_id, skill_id, mark, asked, basis in own:
        level = level_name(raw, role_id, level_id)
        skill = skill_cells(raw, skill_id)
        yield role_id, names[role_id], level_id, level, *skill, mark, asked, "own", basis
    for role_id, skill_id, mark, asked, basis in inherited(raw, own):
        skill = skill_cells(raw, skill_id)
        yield role_id, names[role_id], "", "", *skill, mark, asked, "inherited", basis


def marks(raw: Raw) -> Iterator[tuple[str, str, str, str, str, str]]:
    for matrix in entities(raw, "matrix", "matrices"):
        legend = {entry["mark"]: entry["requirement"] for entry in matrix["legend"]}
        columns = {column["id"]: column for column in matrix["columns"]}
        for row in matrix["rows"]:
            for column_id, cell in row["marks"].items():
                column = columns[column_id]
                mark = cell["mark"] if isinstance(cell, dict) else cell
                said = [row.get("basis"), cell.get("basis") if isinstance(cell, dict) else None]
                basis = "inferred" if "inferred" in said else "stated"
                level = column.get("level", "")
                yield column["role"], level, row["skill"], mark, legend[mark], basis


def inherited(
    raw: Raw, own: list[tuple[str, str, str, str, str, str]]
) -> Iterator[tuple[str, str, str, str, str]]:
    """What roles take over: nearest role first, the strongest mark, never what they ask for."""
    roles = {role["id"]: role for role in entities(raw, "roles")}
    for role_id, role in roles.items():
        known = {cell[2] for cell in own if cell[0] == role_id}
        base = role.get("extends")
        while base:
            level = base.get("level")
            offered = [
                cell
                for cell in own
                if cell[0] == base["role"] and (level is None or cell[1] in ("", level))
            ]
            # sorted() keeps the order of equals: required cells first, each kind as it stands
            offered = sorted(offered, key=lambda cell: cell[4] != "required")
            for _, _, skill_id, mark, asked, basis in offered:
                if skill_id not in known:
                    known.add(skill_id)
                    yield role_id, skill_id, mark, asked, basis
            base = roles[base["role"]].get("extends")


def targets(raw: Raw) -> Iterator[Row]:
    names = names_of(raw, "roles", "roles") | {"": ""}
    for target in entities(raw, "targets"):
        role, level = target.get("role", ""), target.get("level", "")
        for value in target["values"] or [{}]:
            notes = [_BOUNDS.get(target.get("bound", "exact"), "")]
            notes += [f"{value['within']}年以内"] if "within" in value else []
            for part in value.get("includes", []):
                year = f"（{part['year']}年度）" if "year" in part else ""
                notes.append(f"内数{amount(part['value'], raw)}{year}：{prose(part['note'])}")
            notes += [value.get("note", ""), prose(target.get("note"))]
            yield (
                *(role, names[role], level, level_name(raw, role, level)),
                *(value.get("year", ""), _target_amount(target, value, raw)),
                *(_UNITS[target["unit"]], bare_words("／".join(filter(None, notes)))),
                *(target["id"], target["name"], target.get("basis", "stated")),
                prose(raw["targets"].get("note")),
                target.get("share_of", ""),
            )


def _target_amount(target: Mapping[str, Any], value: Mapping[str, Any], raw: Raw) -> str:
    several = target.get("bound") == "several" and value.get("value", "undefined") == "undefined"
    return "複数" if several else amount(value.get("value"), raw)


def glossary(raw: Raw) -> Iterator[Row]:
    for term in entities(raw, "glossary", "terms"):
        yield term["term"], prose(term["description"])
