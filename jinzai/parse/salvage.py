"""The readable part of a file: everything except the smallest stretches that contain an error.

A stretch is an item of a top-level list, or a top-level field. This module knows which stretches
are left out, and that each of them has a finding. Other modules remember the ids in them.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from jinzai.findings.finding import Finding
from jinzai.load.document import Document
from jinzai.model.base import Record
from jinzai.model.plan import Plan, Status
from jinzai.model.walk import Path
from jinzai.model.words import is_new_plan_id
from jinzai.parse import errors


class Salvaged(NamedTuple):
    """The parts of a file that could be read, and those that could not.

    `record` is None if nothing could be read. `dropped` are the paths of the parts that were left
    out, each with a finding. `refused` are the paths of the single values and keys with a finding.
    `kept` gives for each top-level list the indices of all its items. All paths are paths in the
    file.
    """

    record: Record | None
    findings: list[Finding]
    dropped: set[Path]
    refused: set[Path]
    kept: Mapping[str, range]


def salvage(document: Document, raw: dict[str, Any]) -> Salvaged:
    """Reads the values of a file again and again, without the wrong parts, until all are right."""
    kept = {name: range(len(value)) for name, value in raw.items() if isinstance(value, list)}
    dropped: set[Path] = set()
    refused: set[Path] = set()
    record, found = _salvage(document, raw, kept, dropped, refused)
    return Salvaged(record, found, dropped, refused, kept)


def _salvage(
    document: Document,
    raw: dict[str, Any],
    kept: Mapping[str, range],
    dropped: set[Path],
    refused: set[Path],
) -> tuple[Record | None, list[Finding]]:
    """The record of what can be read; what cannot is added to `dropped`, each with a finding.

    The values and keys that the findings are about are added to `refused`.

    Pydantic gives no record at all if one value is wrong. So the stretch with the wrong value is
    left out, and the rest is read again. A loop is needed, because the second reading can find
    what the first could not: some checks of a record run only when all its fields are good.

    Example: of three roles, the second has a wrong headcount. The first pass reports it and drops
    `("roles", 1)`. The second pass reads the list of the other two. An error in the last role now
    has the index 1, and `_in_file` makes it 2 again, its index in the file. Every pass drops a new
    stretch or is the last, so the loop ends.

    A stretch with an empty value is dropped too. An optional field would accept the empty value
    and the stretch would look complete.
    """
    found: list[Finding] = []
    has_empty = document.tree is not None and document.tree.has_empty
    empty = set(_empty_paths(raw)) if has_empty else set[Path]()
    while True:
        remaining = _without(raw, kept, dropped)
        if document.kind.model is Plan:
            stand_in = stand_in_for(document)
            lost = {str(path[0]) for path in dropped if len(path) == 1}
            remaining |= {name: stand_in[name] for name in lost & stand_in.keys()}
        details: list[Any] = []
        try:
            record = document.kind.model.model_validate(remaining)
        except ValidationError as error:
            details = error.errors(include_url=False)
        else:
            if empty <= dropped:
                return record, found
        readable = _readable(kept, dropped) if details else {}
        located = [
            detail
            for detail in (_in_file(detail, readable) for detail in details)
            if not (detail["type"] == "missing" and detail["loc"] in dropped)
        ]
        found += errors.findings(document, located)
        refused.update(errors.refused(document, located))
        fresh = {_unit(detail["loc"], kept) for detail in located} | empty
        fresh -= dropped
        is_lost = document.kind.model is not Plan and any(map(_is_required_top, details))
        if is_lost or not fresh:
            return None, found
        dropped |= fresh


def _is_required_top(detail: Any) -> bool:
    """Whether a file lacks, or lost, a top-level field that it must have."""
    return detail["type"] == "missing" and len(detail["loc"]) == 1


def _empty_paths(raw: dict[str, Any]) -> Iterable[Path]:
    """The top-level stretches with an empty value. Optional fields would accept it silently."""
    for name, value in raw.items():
        if value is None:
            yield (name,)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if _has_empty(item):
                    yield (name, number)
        elif _has_empty(value):
            yield (name,)


def _has_empty(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_has_empty(inner) for inner in value.values())
    if isinstance(value, list):
        return any(_has_empty(inner) for inner in value)
    return value is None


def _without(raw: dict[str, Any], kept: Mapping[str, range], dropped: set[Path]) -> dict[str, Any]:
    return {
        name: (
            [value[index] for index in kept[name] if (name, index) not in dropped]
            if name in kept
            else value
        )
        for name, value in raw.items()
        if (name,) not in dropped
    }


def _readable(kept: Mapping[str, range], dropped: set[Path]) -> dict[str, list[int]]:
    """The indices, in the file, of the items that were read."""
    return {
        name: [index for index in indices if (name, index) not in dropped]
        for name, indices in kept.items()
    }


def _in_file(detail: Any, readable: Mapping[str, list[int]]) -> Any:
    """The error with the index that the item has in the file."""
    loc = detail["loc"]
    if len(loc) > 1 and loc[0] in readable and isinstance(loc[1], int):
        return {**detail, "loc": (loc[0], readable[loc[0]][loc[1]], *loc[2:])}
    return detail


def _unit(loc: tuple[str | int, ...], kept: Mapping[str, range]) -> Path:
    """The smallest stretch of a file that can be left out: a list's item or a top-level field."""
    if len(loc) > 1 and loc[0] in kept and isinstance(loc[1], int):
        return loc[:2]
    return loc[:1]


def stand_in_for(document: Document) -> dict[str, Any]:
    """The values that a plan.yaml must have, for a file that lacks them.

    So the other files of the plan can still be checked. The values are never shown, because a file
    with an error stops the build.
    """
    # A folder whose name is no id has a finding of its own.
    name = document.plan_id if is_new_plan_id(document.plan_id) else "plan"
    return {
        "id": name,
        "title": name,
        "issuer": {"name": name},
        "status": Status.TEMPLATE.value,
        "summary": name,
    }
