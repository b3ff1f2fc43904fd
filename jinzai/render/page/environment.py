"""The templates: the one Jinja environment, strict and escaping.

Owns how templates are found and compiled. Refuses to know what they say.
"""

import operator
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr
from markupsafe import _escape_inner  # type: ignore[attr-defined]  # as fast code or in Python

from jinzai.render.words.wording import INFERRED_MEANS, things

_GENERATION: Final = "2"
"""Changes whenever `_Generator` writes other code, so that no older code is run."""


def printed(value: object) -> str:
    """What `{{ value }}` prints: HTML as it is, all else escaped.

    Says what `markupsafe.escape` says, without making a `Markup` of each of the hundreds of
    values that a page prints only to join them: a fifth of the time that templates take.
    """
    if type(value) is str:
        escaped: str = _escape_inner(value)
        return escaped
    html = getattr(value, "__html__", None)
    text: str = _escape_inner(str(value)) if html is None else html()
    return text


class _Generator(CodeGenerator):
    """Writes templates that print by `printed`, and that call what they call as it is.

    None of our functions asks for the context, so none is asked whether it does.
    """

    def _output_child_pre(
        self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.printed(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(  # noqa: N802 - Jinja's own name
        self, node: Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        self.write("environment.called(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class _Escaping(Environment):
    """Two of Jinja's generalities left out that every page would pay for thousands of times.

    `a.b` is an attribute, never a key, and a template's globals are those of all.
    """

    code_generator_class = _Generator
    printed = staticmethod(printed)
    called: Callable[..., Any] = staticmethod(operator.call)  # type: ignore[arg-type]
    getattr = staticmethod(getattr)  # type: ignore[assignment]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return self.globals if d is None else super().make_globals(d)


class Templates:
    """The templates of one folder. Compiled once; create anew to see changed files.

    Attributes:
        folder: where the templates lie.
    """

    def __init__(self, folder: Path, bytecode: Path | None = None) -> None:
        """`bytecode` names a folder that keeps compiled templates between runs.

        It is made where it does not exist, and must be nobody else's to write: what lies in it
        is run.
        """
        self.folder = folder
        self._environment = _Escaping(
            loader=FileSystemLoader(folder, encoding="utf-8"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
            bytecode_cache=_compiled(bytecode) if bytecode is not None else None,
            cache_size=-1,
        )
        self._environment.filters["things"] = things
        self._environment.globals["inferred_means"] = INFERRED_MEANS
        self._templates: dict[str, Template] = {}

    def render(self, name: str, **values: object) -> str:
        """The text of a template. A name that the template lacks raises `UndefinedError`."""
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = self._environment.get_template(name)
        return template.render(values)


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates on the disk; one that cannot be kept is compiled anew next time."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(_GENERATION + source)


def _compiled(folder: Path) -> _Compiled | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _Compiled(str(folder))
