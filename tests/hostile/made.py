"""Small plans made at random from the models: every field there is, and references that hold.

What is made is mostly valid: ids come from one pool for each kind, and an entity names only
those of its own kind that stand before it, so that nothing leads back to itself.
"""

import types
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from random import Random
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema

from jinzai.model.kinds import PLAN_FILES
from jinzai.model.numbers import NumberRange
from jinzai.model.plan import Period, Plan
from jinzai.model.reference import Reference
from jinzai.model.schedule import Months
from jinzai.model.suppression import Suppression
from jinzai.model.words import Date, Kana, Line, NewId, NewPlanId, ProseMark

from .content import as_json
from .strings import TEXTS

_MARKS: Final = {
    get_args(Line)[1]: "line",
    get_args(Kana)[1]: "kana",
    get_args(Date)[1]: "date",
    get_args(NewId)[1]: "id",
    get_args(NewPlanId)[1]: "plan-id",
}
_INNER: Final = {"level": ("l1", "l2"), "stage": ("s1", "s2"), "column": ("c1", "c2")}
_INNER_LISTS: Final = {"levels": "level", "stages": "stage", "columns": "column", "lanes": "lane"}
_COUNT: Final = 3
# Files that little refers to.
_SELDOM_NAMED: Final = frozenset(["targets", "schedule", "organisation", "glossary"])
# What seldom fits what else is said, and what takes entries of a framework that is not there.
_RARE: Final = frozenset(["audience", "includes", "after"])
_NEVER: Final = frozenset(["requires", "scale"])
_FITTING: Final[Mapping[type[BaseModel], Mapping[str, str]]] = {
    Period: {"start": "2025", "end": "2027"},
    NumberRange: {"min": "1", "max": "5"},
    Months: {"start": "4", "end": "2"},
    Plan: {"status": "draft"},
}


def make_plan(random: Random, plan_id: str, folder: Path) -> None:
    """Write the files of a plan into `folder`."""
    folder.mkdir(parents=True)
    maker = _Maker(random, plan_id)
    for kind in PLAN_FILES:
        if random.random() < (0.5 if kind.name in _SELDOM_NAMED else 0.95) or kind.name == "plan":
            value = maker.file(kind.model, kind.collections)
            text = "".join(f"{key}: {as_json(inner)}\n" for key, inner in value.items())
            (folder / kind.file_name).write_text(text, "utf-8")


class _Maker:
    """Makes one plan."""

    def __init__(self, random: Random, plan_id: str) -> None:
        self._random = random
        self._plan_id = plan_id
        self._kind = ""
        self._number = 0

    def file(self, model: type[BaseModel], collections: Mapping[str, str]) -> dict[str, Any]:
        """The whole value of a file."""
        self._kind = ""
        made = self._record(model, skip=frozenset(collections)) or {}
        for start, (name, kind) in enumerate(collections.items()):
            item = get_args(model.model_fields[name].annotation)[0]
            made[name] = []
            for number in range(_COUNT):
                # Several lists may hold one kind: its ids go on from list to list.
                before = [*collections.values()][:start].count(kind) * _COUNT
                self._kind, self._number = kind, before + number
                record = self._record(item)
                if record is not None:
                    made[name].append({**record, "id": f"{kind}-{self._number}"})
        return made

    def _record(
        self, model: type[BaseModel], *, skip: frozenset[str] = frozenset()
    ) -> dict[str, Any] | None:
        """A record, or None where there is nothing that it has to name."""
        made: dict[str, Any] = {}
        for name, field in model.model_fields.items():
            rarely = 0.9 if name in _RARE else 0.4
            is_left_out = not field.is_required() and self._random.random() < rarely
            if name in skip | _NEVER or (is_left_out and name != "levels"):
                continue
            value = self._value(field.annotation, tuple(field.metadata), name)
            if value is not None:
                made[name] = value
            elif field.is_required():
                return None
        if "level" in made and "role" not in made and "role" in model.model_fields:
            del made["level"]
        # The role of a stage must be a part of the curriculum's role, and needs `only`.
        made.pop("only_role", None)
        if {"level", "stages"} <= made.keys():
            made.pop("audience", None)
        if {"year", "within"} <= made.keys():
            del made["within"]
        return {**made, **_FITTING.get(model, {})}

    def _value(self, annotation: Any, metadata: tuple[Any, ...], name: str) -> Any:
        origin = get_origin(annotation)
        if origin is Annotated:
            inner, *more = get_args(annotation)
            return self._value(inner, (*metadata, *more), name)
        said = self._marked(metadata)
        if said is not None:
            return said or None
        if origin in (Union, types.UnionType):
            members = [one for one in get_args(annotation) if one is not type(None)]
            return self._value(self._random.choice(members), (), name)
        if origin is tuple:
            return self._items(get_args(annotation)[0], name)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return dict.fromkeys(_INNER["column"], "●")
        if origin is Literal:
            return str(self._random.choice(get_args(annotation)))
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            return str(self._random.choice(list(annotation)).value)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return None if annotation is Suppression else self._record(annotation)
        return "272108"

    def _items(self, item: Any, name: str) -> list[Any] | None:
        if name in _INNER_LISTS:
            kind = _INNER_LISTS[name]
            first, second = (
                {**self._value(item, (), name), "id": f"{kind[0]}{number}"} for number in (1, 2)
            )
            if kind == "column":
                first["level"], second["level"] = "l1", "l2"
            return [first, {**second, "requires": ["s1"]} if kind == "stage" else second]
        if name == "legend":
            return [{"mark": "●", "requirement": "required", "label": self._text(markdown=False)}]
        count = 2 if name == "any_of" else self._random.randint(1, 3)
        made = [self._value(item, (), name) for _ in range(count)]
        if name == "any_of":
            return made
        kept = {_what(one): one for one in made if one is not None}
        return list(kept.values()) or None

    def _marked(self, metadata: tuple[Any, ...]) -> str | None:
        """A text, an id or a number; empty if there is no name, None for other types."""
        for mark in metadata:
            if isinstance(mark, Reference):
                return self._id(mark.kind)
            if isinstance(mark, ProseMark):
                return self._text(markdown=True)
        for mark in metadata:
            found = next((name for known, name in _MARKS.items() if known == mark), None)
            if found is not None:
                return self._word(found)
        for mark in metadata:
            if isinstance(mark, WithJsonSchema) and "minimum" in (mark.json_schema or {}):
                return self._figure(mark.json_schema or {})
        return None

    def _word(self, kind: str) -> str:
        return {
            "line": self._text(markdown=False),
            "kana": "かな",
            "date": "2025-04",
            "id": "own",
            "plan-id": self._plan_id,
        }[kind]

    def _figure(self, schema: Mapping[str, Any]) -> str:
        least = int(schema["minimum"])
        if least == 1989:
            return str(self._random.randint(2025, 2027))
        return str(self._random.randint(least, min(least + 9, int(schema.get("maximum", 99)))))

    def _id(self, kind: str) -> str:
        if kind in _INNER:
            return self._random.choice(_INNER[kind])
        if kind == "entry":
            of_roles = self._kind in {"role", "body", "practice", "measure"}
            return "role-classes/leader" if of_roles else "skill-areas/bpr"
        if kind in ("plan", "chapter"):
            return ""
        most = self._number if kind == self._kind else _COUNT
        return f"{kind}-{self._random.randrange(most)}" if most else ""

    def _text(self, *, markdown: bool) -> str:
        text = self._random.choice(TEXTS) if self._random.random() < 0.5 else "静かな文。"
        if markdown and ("](" in text or "]:" in text or "<" in text):
            return f"[名前](role:role-{self._random.randrange(_COUNT)})"
        return text


def _what(item: Any) -> str:
    """What makes two items of a list the same."""
    if not isinstance(item, dict):
        return str(item)
    named = [f"{key}={item[key]}" for key in ("entry", "skill", "year", "within") if key in item]
    return " ".join(named) or str(item)
