"""The kinds of text in content/: ids, one-line names, readings and prose.

The models get YAML scalars as typed text (see `jinzai.load.yaml_text`), so nothing is converted
here. A type only says which texts are allowed.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

SLUG_PATTERN: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG_LENGTH: Final = 64
LINE_LENGTH: Final = 200
PROSE_LENGTH: Final = 20_000

# Windows refuses these as file names, whatever the extension (Microsoft, "Naming Files,
# Paths, and Namespaces"); a page address is made from an id.
DEVICE_NAMES: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
# Pages that stand beside the pages of a kind: roles/index.html, skills/matrix.html.
PAGE_NAMES: Final = frozenset(["index", "matrix"])
# Folders that stand beside the plans' at the site's root.
SITE_FOLDERS: Final = frozenset(["assets", "compare", "data", "frameworks", "guide", "rules"])

_slug = re.compile(SLUG_PATTERN)
_date = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_no_line = re.compile(r"[\n\r\t]")
_NO_LINE: Final = {"\n": "改行", "\r": "改行", "\t": "タブ"}
# Joiners and variation selectors show nothing by themselves.
_visible = re.compile("[^\\s\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_kana = re.compile(r"[ぁ-ゖァ-ヺー・ A-Za-z0-9]+")


@dataclass(frozen=True)
class ProseMark:
    """Marks a field as Markdown whose `kind:id` links are references."""


def is_slug(text: str) -> bool:
    """Whether the text may be an id."""
    return bool(_slug.fullmatch(text)) and len(text) <= SLUG_LENGTH


def is_new_id(text: str) -> bool:
    """Whether the text may be the id of something new."""
    return is_slug(text) and text not in DEVICE_NAMES and text not in PAGE_NAMES


def is_new_plan_id(text: str) -> bool:
    """Whether the text may be the id of a new plan, which is also its folder in the site."""
    return is_new_id(text) and text not in SITE_FOLDERS


def _check_slug(text: str) -> str:
    if not is_slug(text):
        raise PydanticCustomError("malformed-id", "{text}", {"text": text})
    return text


def _check_new_id(text: str) -> str:
    _check_slug(text)
    if not is_new_id(text):
        raise PydanticCustomError("reserved-id", "{text}", {"text": text})
    return text


def _check_new_plan_id(text: str) -> str:
    _check_slug(text)
    if not is_new_plan_id(text):
        raise PydanticCustomError("reserved-id", "{text}", {"text": text})
    return text


def _check_line(text: str) -> str:
    if not _visible.search(text):
        raise PydanticCustomError("empty-value", "", {})
    if found := _no_line.search(text):
        raise PydanticCustomError("not-one-line", "", {"what": _NO_LINE[found[0]]})
    if text != text.strip():
        raise PydanticCustomError("space-at-end", "", {"text": text})
    if len(text) > LINE_LENGTH:
        raise PydanticCustomError("text-too-long", "", {"length": len(text), "limit": LINE_LENGTH})
    return text


def _check_prose(text: str) -> str:
    if not _visible.search(text):
        raise PydanticCustomError("empty-value", "", {})
    if len(text) > PROSE_LENGTH:
        raise PydanticCustomError("text-too-long", "", {"length": len(text), "limit": PROSE_LENGTH})
    return text


def _check_kana(text: str) -> str:
    if not _kana.fullmatch(text):
        raise PydanticCustomError("malformed-kana", "{text}", {"text": text})
    return text


def _check_date(text: str) -> str:
    if not _is_date(text):
        raise PydanticCustomError("malformed-date", "{text}", {"text": text})
    return text


def _is_date(text: str) -> bool:
    """Whether the calendar has the day; without a day, whether it has the month."""
    parts = _date.fullmatch(text)
    if parts is None:
        return False
    try:
        date(int(parts[1]), int(parts[2]), int(parts[3] or 1))
    except ValueError:
        return False
    return True


LINE_PATTERN: Final = r"^\S(?:[^\n\r\t]*\S)?$"
_slug_schema = {"type": "string", "pattern": f"^{SLUG_PATTERN}$", "maxLength": SLUG_LENGTH}
_prose_schema = {
    "type": "string",
    "minLength": 1,
    "maxLength": PROSE_LENGTH,
    "contentMediaType": "text/markdown",
}
_line_schema = {
    "type": "string",
    "minLength": 1,
    "maxLength": LINE_LENGTH,
    "pattern": LINE_PATTERN,
}

Slug = Annotated[str, AfterValidator(_check_slug), WithJsonSchema(_slug_schema)]
"""An ASCII slug that points at an id: `bpr-basic`."""

NewId = Annotated[str, AfterValidator(_check_new_id), WithJsonSchema(_slug_schema)]
"""An ASCII slug that gives an entity its permanent address."""

NewPlanId = Annotated[str, AfterValidator(_check_new_plan_id), WithJsonSchema(_slug_schema)]
"""An ASCII slug that gives a plan its permanent folder in the site."""

Line = Annotated[str, AfterValidator(_check_line), WithJsonSchema(_line_schema)]
"""One line of plain text: a name, a title, a label. It is never Markdown."""

Kana = Annotated[
    str,
    AfterValidator(_check_kana),
    WithJsonSchema({"type": "string", "pattern": "^[ぁ-ゖァ-ヺー・ A-Za-z0-9]+$"}),
]
"""A reading, for the 五十音 order."""

Prose = Annotated[
    str,
    AfterValidator(_check_prose),
    WithJsonSchema(_prose_schema),
    ProseMark(),
]
"""Markdown (CommonMark with tables, no HTML) in our own words."""

Date = Annotated[
    str,
    AfterValidator(_check_date),
    WithJsonSchema({"type": "string", "pattern": "^\\d{4}-\\d{2}(-\\d{2})?$"}),
]
"""A day of the calendar (`2025-02-14`), or a month (`2025-02`) if the plan states no day."""
