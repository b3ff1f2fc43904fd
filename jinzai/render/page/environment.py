"""The templates: the only Jinja environment. It is strict and escapes.

This module owns how templates are found and compiled. It does not know their content.
"""

from collections.abc import Callable, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from markupsafe import Markup

from jinzai.render.page.template_code import GENERATION, REPLACED, DirectCode
from jinzai.render.words.escaping import joined
from jinzai.render.words.wording import INFERRED_MEANS, things


class _Direct(Environment):
    """An environment whose templates become direct code.

    `a.b` is always an attribute and never a key. All templates have the same globals, and each is
    looked up once.
    """

    code_generator_class = DirectCode
    getattr = staticmethod(getattr)  # type: ignore[assignment]
    replaced = REPLACED

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._known: dict[str | Template, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = super().get_template(name, parent, globals)
        return known

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
        self._environment = _Direct(
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
        self._environment.filters["join"] = joined
        self._environment.filters["things"] = things
        self._environment.globals["inferred_means"] = INFERRED_MEANS

    def render(self, name: str, **values: object) -> str:
        """The text of a template, which gets `values`.

        Raises `UndefinedError` if the template uses a name that has no value.
        """
        return self._environment.get_template(name).render(values)

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
        return super().get_source_checksum(GENERATION + source)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The key of a template. The folder of a project may have a name that is no text."""
        return super().get_cache_key(name, filename and ascii(filename))


def _compiled(folder: Path) -> _Compiled | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _Compiled(str(folder))
