"""The templates: the one Jinja environment, strict and escaping.

Owns how templates are found and compiled. Refuses to know what they say.
"""

from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket


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
        self._environment = Environment(
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


def _compiled(folder: Path) -> _Compiled | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _Compiled(str(folder))
