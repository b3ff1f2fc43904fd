"""Plans of any shape, made from the models: as little as a file must have, and many of one thing.

Owns what is put where nothing else is asked for, and that every reference leads to something.
Nothing is written by hand for a single field: what stands in one comes from its type and from the
field's own examples. Refuses to know which shapes are worth a look.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from bench.fields import FILES, ITEM, VALUE, Way, is_mapping, is_record, is_reference, members
from jinzai.model.framework import FrameworkKind
from jinzai.model.kinds import FileKind
from jinzai.model.plan import Plan, Status
from jinzai.model.words import Line, NewId, NewPlanId, ProseMark

PLAN: Final = "p"
OTHER_PLAN: Final = "q"
ONE: Final = "x"
"""The id of a thing that is there because something has to be named."""

KINDS: Final[Mapping[str, FileKind]] = {file.name: file for file in FILES}
_ID_MARKS: Final = (get_args(NewId)[1], get_args(NewPlanId)[1])
_LINE_MARK: Final = get_args(Line)[1]
_APART: Final = (
    (frozenset(["year", "within"]), frozenset(["year", "within"])),
    (frozenset(["stages", "audience", "level"]), frozenset(["audience"])),
    (frozenset(["items", "only_role"]), frozenset(["only_role"])),
)
"""Fields that cannot stand together, or only with certain ids, and which of them are left out.

Many values of one list cannot all have one year. A curriculum for all staff has no level. The role
of a stage must be a part of the curriculum's role.
"""

Raw = dict[str, Any]
Put = Callable[[int], Any]
"""What stands at a spot, by the number of the item that it is in."""


@dataclass(slots=True)
class Many:
    """What is asked for.

    `count` items stand in the list, or values in the mapping, to which `at` leads; each other list
    on the way to it has one. `put` makes what stands at the end of `way`, which goes on from `at`;
    None where that is left to the type. Where both ways are empty it makes what the file has more
    at its top. At the end of a way to a mapping it makes the keys, but
    with `values` the values. With `distinct` an item names a thing of its own, else all name one.
    With `alike` all items are the same, their ids too. With `rich` an item has every field that it
    may have; with an empty `at` all of the file has, and `prose`, if not empty, is each text.
    """

    at: Way
    count: int
    way: Way = ()
    put: Put | None = None
    values: bool = False
    distinct: bool = True
    alike: bool = False
    rich: bool = False
    prose: str = ""


@dataclass(slots=True)
class Made:
    """A project: the files of one plan by their kind's name, and its frameworks by their id."""

    files: dict[str, Raw] = field(default_factory=dict)
    frameworks: dict[str, Raw] = field(default_factory=dict)
    other: bool = False


def make(file: FileKind, many: Many) -> Made:
    """The project with one such file, in which references lead nowhere until it is completed."""
    made = Made()
    maker = _Maker(many)
    way = many.way or many.at
    value = maker.along(file.model, way, ()) if way else maker.whole(file)
    if not way and many.put is not None:
        value |= many.put(0)
    if file.name == "framework":
        made.frameworks[str(value.get("id", ONE))] = value
    else:
        made.files[file.name] = value
    if "plan" not in made.files:
        made.files["plan"] = minimal(Plan, PLAN)
    made.files["plan"] |= {"id": PLAN, "status": Status.DRAFT.value}
    return made


def minimal(model: type[BaseModel], named: str = "", *, naming: str = ONE) -> Raw:
    """A record with nothing but what it must have, and with an id where one is given.

    What it must name has the id `naming`.
    """
    made = _Maker(Many((), 0), naming).record(model)
    return {**made, "id": named} if named else made


class _Maker:
    """Makes one file; the number of the item that is being made goes into its texts."""

    def __init__(self, many: Many, one: str = ONE) -> None:
        self._many = many
        self._one = one
        self._number = 0
        self._inside = many.rich and not many.at
        self._framework = ""

    def whole(self, file: FileKind) -> Raw:
        """A whole file; lists that hold one kind between them have no id in common."""
        made = self.record(file.model)
        for name in file.collections:
            for number, thing in enumerate(made.get(name, ())):
                thing["id"] = f"{name}-{number}"
        return made

    def along(self, annotation: Any, rest: Way, done: Way, info: FieldInfo | None = None) -> Any:
        """A value of a type, in which the way goes on; `info` is of the field that holds it."""
        if not rest:
            if self._many.put is not None:
                return self._named_whole(annotation, info, self._many.put(self._number))
            return self._value(annotation, (), info)
        step, after = rest[0], rest[1:]
        here = (*done, step)
        if step in (ITEM, VALUE):
            return self._several(annotation, rest, here, info)
        model = next(
            one for one, _ in members(annotation) if is_record(one) and step in one.model_fields
        )
        field = model.model_fields[step]
        record = self.record(model, but=step)
        if _names_level(field) and "role" in model.model_fields:
            record["role"] = self._one
        if step == "only_role":  # says what the people that `only` names are
            record["only"] = ONE
        self._enter(field)
        record[step] = self.along(field.annotation, after, here, field)
        return {name: record[name] for name in model.model_fields if name in record}

    def _several(self, annotation: Any, rest: Way, done: Way, info: FieldInfo | None) -> Any:
        """A list or a mapping; one that is not asked for is as long as its field's example."""
        step, after = rest[0], rest[1:]
        container = next(
            one
            for one, _ in members(annotation)
            if (get_origin(one) is tuple if step == ITEM else is_mapping(one))
        )
        item = get_args(container)[0 if step == ITEM else 1]
        if done != self._many.at:
            first = self.along(item, after, done)
            more = self._as_many(item, info)[1:] if info and info.is_required() else []
            return [first, *more] if step == ITEM else {self._one: first}
        outer = self._number, self._inside
        self._inside = True
        made: dict[str, Any] = {}
        for number in range(self._many.count):
            self._number = 0 if self._many.alike else number
            key = f"t{number}"
            if step == VALUE and not after and self._many.put is not None and not self._many.values:
                key = str(self._many.put(self._number))
                made[key] = self._value(item, (), None)
            else:
                made[key] = self.along(item, after, done)
        self._number, self._inside = outer
        return list(made.values()) if step == ITEM else made

    def record(self, model: type[BaseModel], *, but: str = "") -> Raw:
        """A record; the field `but` is left to be filled."""
        made: Raw = {}
        for name, info in model.model_fields.items():
            if name != but and (info.is_required() or (self._many.rich and self._inside)):
                self._enter(info)
                made[name] = self._value(info.annotation, tuple(info.metadata), info)
        for together, left_out in _APART:
            if made.keys() >= together:
                made = {name: value for name, value in made.items() if name not in left_out}
        return made

    def _value(self, annotation: Any, metadata: tuple[Any, ...], info: FieldInfo | None) -> Any:
        member, marks = next(members(annotation, metadata))
        reference = is_reference(marks)
        if reference is not None:
            return self._reference(reference.kind)
        if any(mark in _ID_MARKS for mark in marks):
            return f"i{self._number}" if self._inside else ONE
        if any(isinstance(mark, ProseMark) for mark in marks):
            return self._many.prose or f"文{self._number}。"
        if _LINE_MARK in marks:
            return f"名{self._number}"
        if get_origin(member) is tuple:
            return self._as_many(get_args(member)[0], info)
        if is_mapping(member):
            return {}
        if is_record(member):
            return self.record(member)
        return self._word(member, marks, info)

    def _as_many(self, item: Any, info: FieldInfo | None) -> list[Any]:
        """A list as long as the example that its field gives: a choice needs two options."""
        examples = (info.examples if info is not None else None) or [[""]]
        example = examples[0] if isinstance(examples[0], list) else [""]
        if all(isinstance(one, int) for one in example):
            return [str(one) for one in example]
        return [self._value(item, (), info) for _ in example]

    def _word(self, member: Any, marks: tuple[Any, ...], info: FieldInfo | None) -> str:
        """A word or a number: what the field's own example has; in a list of numbers the next."""
        for mark in marks if info is None else ():
            if isinstance(mark, WithJsonSchema) and mark.json_schema:
                least, most = int(mark.json_schema["minimum"]), int(mark.json_schema["maximum"])
                return str(least + self._number % (most - least + 1))
        examples = (info.examples if info is not None else None) or [None]
        if isinstance(examples[0], str | int | float):
            return str(examples[0])
        words = list(member) if isinstance(member, type) and issubclass(member, Enum) else ()
        return str(next(iter(words or get_args(member))))

    def _named_whole(self, annotation: Any, info: FieldInfo | None, put: Any) -> Any:
        """What was put; an id of an entry with its framework, one of a plan with that of a plan."""
        metadata = tuple(info.metadata) if info is not None else ()
        for _, marks in members(annotation, metadata):
            mark = is_reference(marks)
            if mark is not None and mark.kind == "entry" and isinstance(put, str):
                return f"{self._framework}/{put}"
            if mark is not None and mark.kind == "plan" and put == ONE:
                return OTHER_PLAN
        return put

    def _enter(self, info: FieldInfo) -> None:
        """Remember the framework that a field's example names: what is below does not know it."""
        for example in info.examples or ():
            listed = example if isinstance(example, list) else [example]
            for one in listed:
                # A single entry belongs to the link around it, whose own field named its framework.
                named = one.get("entry") if isinstance(one, dict) else one
                framework, _, entry = str(named).partition("/")
                is_kind = framework.partition("-")[0] in set(FrameworkKind)
                if entry and is_kind and isinstance(example, list | dict):
                    self._framework = framework

    def _reference(self, kind: str) -> str:
        own = f"t{self._number}" if self._many.distinct and self._inside else self._one
        if kind == "plan":
            return OTHER_PLAN
        if kind == "entry":
            return f"{self._framework}/{own}"
        return own


def _names_level(info: FieldInfo) -> bool:
    """Whether a field is a level: one is of the role that is named beside it."""
    found = (is_reference(marks) for _, marks in members(info.annotation, tuple(info.metadata)))
    return any(mark is not None and mark.kind == "level" for mark in found)
