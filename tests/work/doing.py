"""Work for tests: what a task does to the process that does it."""

import os
import time
from pathlib import Path

from jinzai.publish.failure import PublishError


def square(_: object, number: int) -> int:
    """The square, later for small numbers, so that results come out of order."""
    time.sleep(0.05 / number)
    return number * number


def note_and_wait(folder: Path, number: int) -> None:
    """Notes the process, and then works for ever."""
    (folder / f"{os.getpid()}").write_text(str(number), "utf-8")
    while True:
        time.sleep(0.05)


def die(_: object, number: int) -> int:
    """The third task kills its process, as a system without memory would."""
    if number == 3:
        os.kill(os.getpid(), 9)
    return number


def refuse(_: object, number: int) -> int:
    """The second task is refused."""
    if number == 2:
        raise PublishError("書けません。", "空けてください。", ["a.html"])
    return number


def fail(_: object, number: int) -> int:
    """A fault of the program."""
    return number // 0


def note_and_stay(folder: Path, number: int) -> int:
    """Notes the task, and then works until there is a file `end`."""
    (folder / f"{number}").write_text(str(os.getpid()), "utf-8")
    while not (folder / "end").exists():
        time.sleep(0.05)
    return number
