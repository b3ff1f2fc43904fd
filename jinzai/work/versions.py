"""The versions of everything that may change what the work gives, to compare two computers.

`jinzai/work/keys.py` tells on one computer whether anything has changed. Here the content of the
program's files counts, because their times differ from computer to computer.
"""

import hashlib
import platform
import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from jinzai.publish.failure import PublishError
from jinzai.work.keys import PACKAGES, program_files

Versions = Mapping[str, str]
"""The version of each thing by its name."""

_PROJECTS: Final = {"yaml": "pyyaml", "markdown_it": "markdown-it-py"}
"""The projects whose packages have another name than they."""

_DASK: Final = ("dask", "distributed")
_DIGITS: Final = 12


@cache
def own_versions() -> Versions:
    """The versions on this computer."""
    found = {
        "Jinzai": _program(),
        "Python": f"{platform.python_version()} ({platform.python_implementation()})",
        "OS": sys.platform,
    }
    for name in (*PACKAGES, *_DASK):
        found[name] = _version(_PROJECTS.get(name, name))
    return found


def differences(here: Versions, there: Versions) -> list[str]:
    """What differs, a Japanese line for each thing."""
    return [
        f"{name}: {there.get(name, '-')}（ここでは {wanted}）"
        for name, wanted in here.items()
        if there.get(name) != wanted
    ]


def wrong_versions(found: Mapping[str, list[str]]) -> PublishError:
    """The refusal of workers, each by its name with lines that say what is wrong with it."""
    return PublishError(
        "ここと違う版で動いているものがあるため、クラスターを使えません。",
        "スケジューラーとすべてのワーカーを、ここと同じ版のPython・Jinzai・部品"
        "（requirements-cluster.txt）で、Jinzaiのフォルダーから起動し直してください。",
        [f"{name}: {'、'.join(lines)}" for name, lines in found.items()],
    )


def _version(project: str) -> str:
    try:
        return version(project)
    except PackageNotFoundError:
        return "-"


def _program() -> str:
    """The first digits of the digest of all files of the program."""
    total = hashlib.sha256()
    top = Path(__file__).parents[1]
    for file in program_files():
        name, data = file.relative_to(top).as_posix().encode(), file.read_bytes()
        total.update(b"%d:%s%d:%s" % (len(name), name, len(data), data))
    return total.hexdigest()[:_DIGITS]
