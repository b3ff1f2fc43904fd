"""What editors worked out: every fact of a plan that can say `basis: inferred`, counted.

It finds the facts by the models' types, as `jinzai.model.walk` finds references. So a new field
with a basis is counted without a change here. This module does not know the Japanese name of a
fact.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any, Final, NamedTuple, get_args

from pydantic import BaseModel

from jinzai.link.backlinks import EntityKey, entities
from jinzai.link.requirements import Cell
from jinzai.model.base import Basis
from jinzai.model.content import PlanContent

Fields = tuple[str, ...]
"""Fields from an entity down to a basis: `("teaches", "basis")`, `("category_basis",)`."""

_BASIS: Final = "basis"

MARKS: Final = ("matrix", ("rows", "marks", "basis"))
"""The sort of the marks of a matrix. A mark is inferred if its row or its cell says so."""


class InferredFacts(NamedTuple):
    """The inferred facts of one sort.

    A sort is a kind of entity and some of its fields: `kind` and `fields`.

    `found` lists the entities that have inferred facts of the sort, each with the number of them.
    Its order is that of the files. For the sort `MARKS`, the entities are the skills of the marks.
    `all` is the number of all facts of the sort, both inferred and stated.
    """

    kind: str
    fields: Fields
    found: tuple[tuple[EntityKey, int], ...]
    all: int

    @property
    def inferred(self) -> int:
        """How many of the facts are inferred."""
        return sum(count for _, count in self.found)


def inferred_facts(content: PlanContent, cells: Iterable[Cell]) -> tuple[InferredFacts, ...]:
    """The sorts of fact that an editor inferred somewhere in the plan, in the order of the files.

    `cells` are the plan's requirements. Inherited requirements do not count again.
    """
    found: dict[tuple[str, Fields], dict[EntityKey, int]] = {}
    totals: dict[tuple[str, Fields], int] = {}
    for sort, key, basis in chain(_in_entities(content), _in_marks(cells)):
        totals[sort] = totals.get(sort, 0) + 1
        if basis is Basis.INFERRED:
            counts = found.setdefault(sort, {})
            counts[key] = counts.get(key, 0) + 1
    return tuple(
        InferredFacts(*sort, tuple(found[sort].items()), total)
        for sort, total in totals.items()
        if sort in found
    )


def _in_entities(
    content: PlanContent,
) -> Iterator[tuple[tuple[str, Fields], EntityKey, Basis]]:
    for key, entity in entities(content):
        for fields, basis in _facts(entity, ()):
            if not _is_row(key.kind, fields):
                yield (key.kind, fields), key, basis


def _in_marks(cells: Iterable[Cell]) -> Iterator[tuple[tuple[str, Fields], EntityKey, Basis]]:
    for cell in cells:
        if cell.via is None:
            yield MARKS, EntityKey("skill", cell.skill_id), cell.basis


def _is_row(kind: str, fields: Fields) -> bool:
    return (kind, fields[0]) == (MARKS[0], MARKS[1][0])


def _facts(record: BaseModel, above: Fields) -> Iterator[tuple[Fields, Basis]]:
    bases, inner = _shape(type(record))
    for name in bases:
        # `category_basis` says nothing where there is no category.
        if name == _BASIS or getattr(record, name.removesuffix(f"_{_BASIS}")):
            yield (*above, name), getattr(record, name)
    for name in inner:
        yield from _facts_in(getattr(record, name), (*above, name))


def _facts_in(value: Any, above: Fields) -> Iterator[tuple[Fields, Basis]]:
    if isinstance(value, BaseModel):
        yield from _facts(value, above)
    elif isinstance(value, tuple):
        for item in value:
            yield from _facts_in(item, above)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _facts_in(item, above)


@cache
def _shape(model: type[BaseModel]) -> tuple[Fields, Fields]:
    """The fields that are a basis, and those below which there can be one."""
    fields = model.model_fields
    bases = tuple(name for name, field in fields.items() if field.annotation is Basis)
    inner = tuple(
        name
        for name, field in fields.items()
        if any(any(_shape(record)) for record in _records(field.annotation))
    )
    return bases, inner


def _records(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field of this type can hold, each once."""
    found: dict[type[BaseModel], None] = {}
    waiting = [annotation]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, type) and issubclass(one, BaseModel):
            found[one] = None
        else:
            waiting.extend(get_args(one))
    return iter(found)
