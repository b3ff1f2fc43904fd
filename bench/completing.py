"""Makes whole what a made project names: every reference leads to something.

Refuses to know why something is named; an id that must stay missing is given.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any, Final, get_args

from pydantic import BaseModel

from bench.making import KINDS, ONE, OTHER_PLAN, Made, Raw, minimal
from jinzai.model.framework import Framework, FrameworkEntry, FrameworkKind
from jinzai.model.kinds import PLAN_FILES
from jinzai.model.matrix import Legend
from jinzai.model.walk import FoundReference, walk_raw

INNER: Final = {"level": "levels", "column": "columns", "stage": "stages"}
"""The lists of the kinds that live inside another entity; `Reference` names these kinds."""

OWNERS: Final = {"level": "role", "column": "matrix", "stage": "curriculum"}
"""The kinds of entity that have these lists."""


Named = tuple[str, str]
"""A kind of entity of the plan, and an id."""


def complete(made: Made, missing: Collection[str] = (), texts: Iterable[Named] = ()) -> Made:
    """Adds what is named and is not there, but for ids that are `missing`; gives `made` back.

    `texts` are what texts name; they are not looked into.
    """
    whole = _Whole(made, missing)
    for kind, named in texts:
        whole.ensure(entities(made, kind), kind, named)
    looked: dict[str, int] = {}
    while (sizes := whole.sizes()) != looked:
        looked = sizes
        for name in list(made.files):
            whole.look(name)
    return made


def home(kind: str) -> tuple[str, str]:
    """The file and the list in which the entities of a kind stand, the first of several."""
    return next(
        (file.name, name)
        for file in PLAN_FILES
        for name, held in file.collections.items()
        if held == kind
    )


def entities(made: Made, kind: str) -> list[Raw]:
    """The list that holds the entities of a kind whose ids are known within the plan."""
    file, name = home(kind)
    found: list[Raw] = made.files.setdefault(file, {}).setdefault(name, [])
    return found


class _Whole:
    """What there is, by the list that it stands in."""

    def __init__(self, made: Made, missing: Collection[str]) -> None:
        self._made = made
        self._missing = missing
        self._known: dict[int, dict[str, Raw]] = {}

    def sizes(self) -> dict[str, int]:
        """How much there is; the same as before where a round added nothing."""
        lists = {str(number): len(known) for number, known in self._known.items()}
        return lists | {name: len(value) for name, value in self._made.files.items()}

    def look(self, name: str) -> None:
        """Adds what one file names."""
        value = self._made.files[name]
        for found in list(walk_raw(KINDS[name].model, value, ())):
            if (
                isinstance(found, FoundReference)
                and found.id.rpartition("/")[2] not in self._missing
            ):
                self._add(found, value)
        for matrix in value.get("matrices", ()):
            _explain_marks(matrix)

    def _add(self, found: FoundReference, value: Raw) -> None:
        if found.kind == "plan":
            self._made.other = self._made.other or found.id == OTHER_PLAN
        elif found.kind == "entry":
            self._add_entry(found.id)
        elif found.kind in INNER:
            self._add_inner(found, value)
        else:
            self.ensure(entities(self._made, found.kind), found.kind, found.id)

    def _add_entry(self, named: str) -> None:
        framework, _, entry = named.partition("/")
        whole = self._made.frameworks
        if framework not in whole:
            whole[framework] = minimal(Framework, framework)
            whole[framework] |= {"kind": FrameworkKind(framework.partition("-")[0]), "entries": []}
        self.ensure(whole[framework]["entries"], "entry", entry)

    def _add_inner(self, found: FoundReference, value: Raw) -> None:
        """A level of the role named beside it; a column or a stage of what the reference is in."""
        if found.kind == "level":
            role = str(found.owner["role"]) if isinstance(found.owner, dict) else ONE
            owner = self.ensure(entities(self._made, "role"), "role", role)
        else:
            owner = value[str(found.path[0])][found.path[1]]
        self.ensure(owner.setdefault(INNER[found.kind], []), found.kind, found.id)

    def ensure(self, listed: list[Raw], kind: str, named: str) -> Raw:
        """The thing with this id in a list, added if it is not there."""
        known = self._known.setdefault(id(listed), {})
        if len(known) != len(listed):
            known.update((str(one.get("id")), one) for one in listed)
        if named not in known:
            known[named] = new(kind, named)
            listed.append(known[named])
        return known[named]


def new(kind: str, named: str) -> Raw:
    """An entity with this id. Of two columns for one role the second would be a repeat."""
    return minimal(_model_of(kind), named, naming=named if kind == "column" else ONE)


def things(made: Made, kind: str) -> Iterator[list[Raw]]:
    """The lists in which things of a kind stand: one, or one in each thing that has them."""
    if kind == "entry":
        yield from (framework["entries"] for framework in made.frameworks.values())
        return
    if kind not in INNER:
        yield from [entities(made, kind)] if kind != "plan" else []
        return
    for owner in entities(made, OWNERS[kind]):
        if INNER[kind] in owner:
            yield owner[INNER[kind]]


@cache
def _model_of(kind: str) -> type[BaseModel]:
    """The model of the entities of a kind."""
    if kind == "entry":
        return FrameworkEntry
    file, name = home(OWNERS.get(kind, kind))
    model: type[BaseModel] = get_args(KINDS[file].model.model_fields[name].annotation)[0]
    if kind in OWNERS:
        model = get_args(model.model_fields[INNER[kind]].annotation)[0]
    return model


def _explain_marks(matrix: Any) -> None:
    """Adds to the legend of a matrix what its rows hold, as far as they are rows."""
    rows = matrix.get("rows", ()) if isinstance(matrix, dict) else ()
    marks = [row["marks"] for row in rows if isinstance(row, dict) and "marks" in row]
    held = [mark for one in marks if isinstance(one, dict) for mark in one.values()]
    named = [mark.get("mark") if isinstance(mark, dict) else mark for mark in held]
    if named:
        legend = [entry for entry in matrix["legend"] if isinstance(entry, dict)]
        known = {entry.get("mark") for entry in legend}
        lacking = dict.fromkeys(one for one in named if isinstance(one, str) and one not in known)
        matrix["legend"] += [{**minimal(Legend), "mark": mark} for mark in lacking]
