"""The fields of a kind of file, read from its JSON Schema, for the editing guide.

This module owns how the schema is read: a field's name, the values that it takes, and the kind of
entity that it names. It knows neither pages nor links. All texts come from the models.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from jinzai.model.kinds import FILE_KINDS, FileKind
from jinzai.model.schema import kept_schema
from jinzai.model.words import SLUG_PATTERN
from jinzai.render.guide.examples import yaml_example
from jinzai.render.words import wording

FIELDS: Final = "fields"
"""The anchor of the group of a file's outermost fields."""

_DEFINITION: Final = "#/$defs/"
# Groups that many fields share, and that readers look up, come last.
_SHARED: Final = ("PlaceholderValue", "NumberRange", "Source")
_PATTERNS: Final = {
    f"^{SLUG_PATTERN}$": "id",
    f"^{SLUG_PATTERN}/{SLUG_PATTERN}$": "「枠組みのid/項目のid」",
    "^[^\\n]+$": "1行の文字",
    "^\\d{6}$": "6桁の数字",
    "^\\d{4}-\\d{2}(-\\d{2})?$": "年月か年月日",
}
_Schema = Mapping[str, Any]


class Field(NamedTuple):
    """One field.

    Attributes:
        anchor: its id attribute on the page of its kind of file.
        key: the text before the colon.
        takes: what is typed after the colon, in words: `1行の文字`, `0以上の数、または …`.
        words: the allowed words, each with its Japanese, or with `""`.
        default: the word that holds if the field is left out, or `""`.
        reference: the kind of entity that the field names by id, or `""`.
        is_key_reference: whether the ids are the keys below the field instead of its value.
        shapes: the anchors of the groups of fields below it.
        examples: the field with each of its examples, as YAML.
    """

    anchor: str
    key: str
    title: str
    description: str
    is_required: bool
    takes: str
    words: tuple[tuple[str, str], ...]
    default: str
    reference: str
    is_key_reference: bool
    shapes: tuple[str, ...]
    examples: tuple[str, ...]


class Spot(NamedTuple):
    """A field that has a group of fields below it.

    `anchor` and `key` are the field's. `group` is the title of the group that the field belongs to.
    It is empty for a file's outermost fields.
    """

    anchor: str
    key: str
    group: str


class FieldGroup(NamedTuple):
    """A group of fields that belong together, such as the fields of a course.

    `spots` are the fields that the group stands below. It is empty for a file's outermost fields.
    """

    anchor: str
    title: str
    fields: tuple[Field, ...]
    spots: tuple[Spot, ...]


def shapes(kind: FileKind) -> tuple[FieldGroup, ...]:
    """The groups of fields of a kind of file.

    The outermost fields come first. The other groups follow in the order of their use.
    """
    return _all_shapes()[kind.name]


@cache
def fields_for(reference: str) -> tuple[tuple[FileKind, Field], ...]:
    """All fields that name an entity of the kind `reference` by its id, file by file."""
    return tuple(
        (kind, field)
        for kind in FILE_KINDS
        for shape in shapes(kind)
        for field in shape.fields
        if field.reference == reference
    )


@cache
def _all_shapes() -> Mapping[str, tuple[FieldGroup, ...]]:
    return {kind.name: tuple(_SchemaReader(kept_schema(kind)).shapes()) for kind in FILE_KINDS}


class _SchemaReader:
    """Reads one schema."""

    def __init__(self, found: _Schema) -> None:
        self._root = found
        self._definitions: _Schema = found.get("$defs", {})

    def shapes(self) -> Iterator[FieldGroup]:
        """The group of the outermost fields, then every group below them, each once."""
        titles: dict[str, dict[str, None]] = {}
        places: dict[str, list[tuple[str, str]]] = {"": []}
        found: list[str] = []
        waiting = [""]
        while waiting:
            name = waiting.pop(0)
            found.append(name)
            below: list[str] = []
            for key, value in self._properties(name).items():
                names = self._names(value)
                for inner in names:
                    if inner not in places:
                        below.append(inner)
                    places.setdefault(inner, []).append((name, key))
                    title = self._title(inner, value["title"], len(names))
                    titles.setdefault(inner, {})[title] = None
            waiting = below + waiting
        found.sort(key=lambda name: _SHARED.index(name) if name in _SHARED else -1)
        joined = {name: "、".join(titles[name]) if name else "" for name in found}
        for name in found:
            spots = (
                Spot(_field_anchor(above, key), key, joined[above]) for above, key in places[name]
            )
            yield FieldGroup(_anchor(name), joined[name], tuple(self._fields(name)), tuple(spots))

    def _properties(self, name: str) -> Mapping[str, _Schema]:
        """The fields of a group. `""` is the name of the outermost group."""
        found: Mapping[str, _Schema] = self._group(name)["properties"]
        return found

    def _group(self, name: str) -> _Schema:
        found: _Schema = self._definitions[name] if name else self._root
        return found

    def _fields(self, name: str) -> Iterator[Field]:
        required = self._group(name).get("required", ())
        for key, value in self._properties(name).items():
            reference, is_key = _reference(value)
            yield Field(
                anchor=_field_anchor(name, key),
                key=key,
                title=value["title"],
                description=value["description"],
                is_required=key in required,
                takes=self._takes(value),
                words=tuple(self._words(value)),
                default=default if isinstance(default := value.get("default"), str) else "",
                reference=reference,
                is_key_reference=is_key,
                shapes=tuple(_anchor(inner) for inner in self._names(value)),
                examples=tuple(
                    yaml_example(key, self._ordered(one, value)) for one in value["examples"]
                ),
            )

    def _title(self, name: str, field_title: str, count: int) -> str:
        """The title of a group.

        If the field has one group, this is the title of the field. If it has several, the titles of
        the group's required fields are joined.
        """
        if count == 1:
            return field_title
        properties = self._properties(name)
        required = self._group(name).get("required", properties)
        return "・".join(properties[key]["title"] for key in required)

    def _names(self, value: _Schema) -> list[str]:
        """The names of the groups that may stand in a field, in order."""
        found: dict[str, None] = {}
        for part in _parts(value):
            name = str(part.get("$ref", "")).removeprefix(_DEFINITION)
            if name and "properties" in self._definitions[name]:
                found[name] = None
        return list(found)

    def _words(self, value: _Schema) -> Iterator[tuple[str, str]]:
        """The words that a field itself may take, each with its Japanese, or with `""`.

        Words of fields in a group below it do not count.
        """
        for part in _parts(value):
            words = self._resolved(part).get("enum") or ([part["const"]] if "const" in part else [])
            explained = wording.enum_words(words)
            for word in words:
                yield word, explained.get(word, "")

    def _takes(self, value: _Schema) -> str:
        value = self._resolved(value)
        if choices := _choices(value):
            return "、または ".join(dict.fromkeys(map(self._takes, choices)))
        if "enum" in value or "const" in value:
            return "決まった語"
        kind = _first_type(value)
        if kind == "array":
            return f"一覧（1件ごとに {self._takes(value['items'])}）"
        if kind == "object":
            if "properties" in value:
                return "項目の組"
            (inner,) = value["patternProperties"].values()
            return f"項目の組（値は {self._takes(inner)}）"
        if kind in ("integer", "number"):
            return _number(value)
        if value.get("contentMediaType") == "text/markdown":
            return "文章"
        return _PATTERNS.get(value.get("pattern", ""), "ひらがな")

    def _resolved(self, value: _Schema) -> _Schema:
        name = str(value.get("$ref", "")).removeprefix(_DEFINITION)
        return self._definitions[name] if name else value

    def _ordered(self, example: Any, value: _Schema) -> Any:
        """An example with its keys in the order of the fields.

        The schema does not keep that order.
        """
        if isinstance(example, list):
            return [self._ordered(item, value.get("items", {})) for item in example]
        if not isinstance(example, dict):
            return example
        for part in _parts(value):
            properties = self._resolved(part).get("properties", {})
            if example.keys() <= properties.keys():
                return {
                    key: self._ordered(example[key], properties[key])
                    for key in properties
                    if key in example
                }
        return example


def _choices(value: _Schema) -> list[_Schema]:
    return [*value.get("anyOf", ()), *value.get("oneOf", ())]


def _parts(value: _Schema) -> Iterator[_Schema]:
    """A field's schema and those of its alternatives, items and values."""
    yield value
    for part in _choices(value):
        yield from _parts(part)
    for part in value.get("patternProperties", {}).values():
        yield from _parts(part)
    if "items" in value:
        yield from _parts(value["items"])


def _reference(value: _Schema) -> tuple[str, bool]:
    """The kind of entity that a field names, and whether the ids are the keys below it.

    The result is `""` and False if the field names no entity.
    """
    for part in _parts(value):
        if "x-reference" in part:
            return part["x-reference"], False
        if "x-reference" in part.get("propertyNames", {}):
            return part["propertyNames"]["x-reference"], True
    return "", False


def _first_type(value: _Schema) -> str:
    """The type of a value. Where an editor takes others for the same, the one that is meant."""
    kinds = value["type"]
    return str(kinds if isinstance(kinds, str) else kinds[0])


def _number(value: _Schema) -> str:
    word = "整数" if _first_type(value) == "integer" else "数"
    if "maximum" in value:
        return f"{value['minimum']}〜{value['maximum']}の{word}"
    return f"{value['minimum']}以上の{word}"


def _anchor(name: str) -> str:
    """`delivery-part` for the definition `DeliveryPart`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower() if name else FIELDS


def _field_anchor(name: str, key: str) -> str:
    return f"{_anchor(name)}-{key.replace('_', '-')}"
