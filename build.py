#!/usr/bin/env python3
"""The command: `python build.py --help`.

Runs on any Python far enough to say in Japanese what is missing; the rest is jinzai.command.
"""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

FOLDER = str(Path(__file__).resolve().parent)
NEEDED = ("click", "jinja2", "markdown_it", "material", "mkdocs", "pydantic", "rich", "yaml")


def lacking() -> str:
    """Why the command cannot run with this Python, as Japanese text, or nothing."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is what this line is for
        return "Python 3.11以上が必要です（今のPythonは {}.{} です）。".format(*sys.version_info)
    if any(find_spec(name) is None for name in NEEDED):
        return "必要な部品が、このPythonに入っていません。"
    return ""


def _advice() -> str:
    folder = Path(FOLDER)
    for python in (folder / ".venv/bin/python", folder / ".venv/Scripts/python.exe"):
        if python.exists():
            words = ("次のように実行してください:", str(python), "build.py", *sys.argv[1:])
            # The folder may have any name: no line break in it may begin a line of ours.
            return "".join(letter if letter.isprintable() else "?" for letter in " ".join(words))
    return "README.ja.md の「サイトを作る」にある手順で、部品を入れてください。"


if __name__ == "__main__":
    try:
        reason = lacking()
        if reason:
            sys.exit(f"{reason}\n{_advice()}")
        # Some Pythons do not look beside the script: with -P or -I, and the embeddable one.
        if FOLDER not in sys.path:
            sys.path.insert(0, FOLDER)
        from jinzai.command.cli import main

        status = main()
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:  # before or after `main`, which sees to it itself
        sys.exit("中断しました。")
    # All is written and closed. Python would take every object apart before it goes: for 100
    # plans a tenth of the whole build.
    os._exit(status)
