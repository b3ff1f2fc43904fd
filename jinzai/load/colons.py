"""Values with a second colon: a text that needs quotes, or a group of keys that needs braces.

YAML refuses both in the same way. The models decide which one is meant, by the name of the field.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel

from jinzai.load.report import FileReport
from jinzai.model.base import every_record

_LINE: Final = re.compile(
    r"\s*(?:- +)?(?P<key>[A-Za-z0-9_-]+): +(?P<value>[^\s#].*?)(?:\s+#.*|\s*)"
)
_PAIR: Final = r"[a-z0-9_-]+: +[^:,{}\[\]\"]+"
_PAIRS: Final = re.compile(rf"{_PAIR}(?:, *{_PAIR})*")
_LONGEST: Final = 60
_ASIDE: Final = "別の項目のつもりなら、上の項目と字下げをそろえてください。"
_GROUP: Final = "group"
_LIST: Final = "list"
_TEXT: Final = "text"


def colon_advice(report: FileReport, offset: int) -> str:
    """How the value on the line of `offset` is written."""
    line = report.lines.line(report.lines.locate(offset)[0]) or ""
    found = _LINE.fullmatch(line)
    if found is None or len(found["value"]) > _LONGEST:
        return f'値の全体を引用符（"）で囲んでください。{_ASIDE}'
    key, value = found["key"], found["value"].strip()
    text = f"「{key}: {_quoted(value)}」"
    forms = _forms(key)
    if not _PAIRS.fullmatch(value) or forms == {_TEXT}:
        return f"値の全体を引用符で囲み、{text}と書いてください。{_ASIDE}"
    group = f"「{key}: [{{{value}}}]」" if forms == {_LIST} else f"「{key}: {{{value}}}」"
    if forms and _TEXT not in forms:
        return f"項目の組は {{ }} で囲み、{group}と書いてください。"
    return f"項目の組なら{group}、文なら{text}と書いてください。{_ASIDE}"


def _quoted(text: str) -> str:
    return f"'{text}'" if '"' in text or "\\" in text else f'"{text}"'


@cache
def _forms(key: str) -> frozenset[str]:
    """The forms that fields of this name have in the models."""
    fields = (model.model_fields.get(key) for model in every_record())
    return frozenset(
        form for field in fields if field is not None for form in _forms_of(field.annotation)
    )


def _forms_of(annotation: Any) -> Iterator[str]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    group = annotation if origin is None else origin
    if isinstance(group, type) and issubclass(group, BaseModel | Mapping):
        yield _GROUP
    elif origin is tuple:
        yield _LIST if _GROUP in _forms_of(arguments[0]) else _TEXT
    elif annotation is str:
        yield _TEXT
    else:
        for argument in arguments:
            yield from _forms_of(argument)
