"""The templates: the only Jinja environment. It is strict and escapes.

This module owns how templates are found and compiled. It does not know their content.
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
from markupsafe import Markup, _escape_inner  # type: ignore[attr-defined]  # as fast code or in Python

from jinzai.render.words.wording import INFERRED_MEANS, things

_GENERATION: Final = "2"
"""Part of the key of a compiled template.

Change it whenever `_Generator` writes other code. Then no older code is run.
"""


def printed(value: object) -> str:
    """What `{{ value }}` prints: HTML unchanged, everything else escaped.

    It gives the same text as `markupsafe.escape`, without making a `Markup` of each value. A page
    prints hundreds of values only to join them, and that took a fifth of the templates' time.
    """
    if type(value) is str:
        escaped: str = _escape_inner(value)
        return escaped
    html = getattr(value, "__html__", None)
    text: str = _escape_inner(str(value)) if html is None else html()
    return text


class _Generator(CodeGenerator):
    """Generates code that prints by `printed` and calls functions directly.

    Jinja would ask before each call whether the function wants the context. None of our functions
    does.
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
    """An environment without two general features that would cost time thousands of times per page.

    `a.b` is always an attribute and never a key. All templates have the same globals.
    """

    code_generator_class = _Generator
    printed = staticmethod(printed)
    called: Callable[..., Any] = staticmethod(operator.call)  # type: ignore[arg-type]
    getattr = staticmethod(getattr)  # type: ignore[assignment]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return self.globals if d is None else super().make_globals(d)


class Templates:
    """The templates of one folder. Each is compiled once; changed files need a new object.

    Attributes:
        folder: the folder of the templates.
    """

    def __init__(self, folder: Path, bytecode: Path | None = None) -> None:
        """`bytecode` is a folder that keeps compiled templates between runs.

        It is created if it does not exist. Nobody else may be able to write to it, because the code
        in it is run.
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
        """The text of a template, which gets `values`.

        Raises `UndefinedError` if the template uses a name that has no value.
        """
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = self._environment.get_template(name)
        return template.render(values)

    def macro(self, template: str, name: str) -> Callable[..., Markup]:
        """A macro of a template that holds nothing but macros."""
        found: Callable[..., Markup] = getattr(
            self._environment.get_template(template).module, name
        )
        return found


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates on the disk.

    A template that cannot be saved is compiled again next time.
    """

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
