"""`build.py schema`: the JSON Schema files."""

from pathlib import Path

from jinzai.command.say import say
from jinzai.findings.printable import printable
from jinzai.model.schema import schemas


def write_schemas(folder: Path) -> bool:
    """Writes every schema into `folder`, which is created if it does not exist.

    Prints what was written. If nothing could be written, it prints why and returns False.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in schemas():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            say(printable(str(folder / name)))
    except OSError as error:
        say(
            f"{printable(str(folder))} に書き込めません（{error.strerror}）。"
            "--out で別の場所を指定してください。",
            err=True,
        )
        return False
    return True
