"""References: the type of a field says that it holds the id of another entity.

`Reference` is only a mark. The walker in `jinzai.model.walk` collects the marked fields, and the
JSON Schema carries the mark as `x-reference`. So the check, the editor's completion and the tests
know the same fields.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from jinzai.model.words import SLUG_PATTERN, Slug


@dataclass(frozen=True)
class Reference:
    """Marks a field as the id of an entity of `kind`.

    `kind` is one of `jinzai.model.kinds.PLAN_KINDS`, or `plan`, `entry` (of a framework), or one of
    the kinds that live inside another entity: `level` (of the role named beside it), `column` (of
    the same matrix), `stage` (of the same curriculum).
    """

    kind: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The field's JSON Schema with `x-reference` added."""
        found: dict[str, Any] = handler(schema)
        return {**found, "x-reference": self.kind}


def _check_entry(text: str) -> str:
    _framework, slash, entry = text.partition("/")
    if not slash or "/" in entry:
        raise PydanticCustomError("malformed-entry", "{text}", {"text": text})
    return text


RoleId = Annotated[Slug, Reference("role")]
LevelId = Annotated[Slug, Reference("level")]
SkillId = Annotated[Slug, Reference("skill")]
CategoryId = Annotated[Slug, Reference("category")]
ColumnId = Annotated[Slug, Reference("column")]
CourseId = Annotated[Slug, Reference("course")]
CurriculumId = Annotated[Slug, Reference("curriculum")]
StageId = Annotated[Slug, Reference("stage")]
PracticeId = Annotated[Slug, Reference("practice")]
BodyId = Annotated[Slug, Reference("body")]
DepartmentId = Annotated[Slug, Reference("department")]
TableId = Annotated[Slug, Reference("table")]
PlaceholderId = Annotated[Slug, Reference("placeholder")]
PlanId = Annotated[Slug, Reference("plan")]
EntryId = Annotated[
    str,
    AfterValidator(_check_entry),
    WithJsonSchema({"type": "string", "pattern": f"^{SLUG_PATTERN}/{SLUG_PATTERN}$"}),
    Reference("entry"),
]
"""An entry of a framework: `role-classes/dx-leader`."""
