"""Commands in processes of their own, which the tests wait for, signal, and look for afterwards."""

import os
import subprocess
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final

from tests.waiting import PATIENCE

from .project import REPOSITORY, heeding

GLANCE: Final = 0.0005
TRIES: Final = 20
OURS: Final = "JINZAI_TEST_RUN"
"""A variable of the environment, which a process and its engine have in common."""


class Run:
    """A command in a process of its own, its words in files and its temporary files in a folder."""

    def __init__(self, folder: Path, line: list[str], *, ignored: str = "") -> None:
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        self._name = uuid.uuid4().hex
        self._out, self._err = folder / "out.txt", folder / "err.txt"
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = self._start(heeding(line, ignored=ignored), out, err)

    def _start(self, line: list[str], out: IO[bytes], err: IO[bytes]) -> "subprocess.Popen[bytes]":
        given = {**os.environ, OURS: self._name, "TMPDIR": str(self.temporary)}
        return subprocess.Popen(line, cwd=REPOSITORY, stdout=out, stderr=err, env=given)

    def send(self, number: int, times: int) -> None:
        """Sends the signal, several times if need be, but none after its last word."""
        for _ in range(times):
            if "中断しました。" in self.said():
                break
            self.process.send_signal(number)
            time.sleep(GLANCE)

    def comes_to(self, true: Callable[["Run"], bool]) -> bool:
        """Waits until something is `true`; whether it came to that before the end."""
        end = time.monotonic() + PATIENCE
        while not true(self):
            if self.process.poll() is not None:
                return False
            assert time.monotonic() < end, self.said()
            time.sleep(GLANCE)
        return True

    def ended(self) -> int:
        """Waits for its end; nothing of it may be left: no process, no temporary file."""
        status = self.process.wait(PATIENCE)
        assert self.processes() == []
        assert list(self.temporary.iterdir()) == []
        assert "Traceback" not in self.said()
        return status

    def said(self) -> str:
        return self._out.read_text("utf-8") + self._err.read_text("utf-8")

    def last(self) -> str:
        return self._out.read_text("utf-8").splitlines()[-1]

    def processes(self) -> list[int]:
        """Those of this run that are there now, it itself and its engine."""
        mine = f"{OURS}={self._name}".encode()
        found = []
        for folder in Path("/proc").iterdir():
            try:
                if folder.name.isdigit() and mine in (folder / "environ").read_bytes():
                    found.append(int(folder.name))
            except OSError:
                continue
        return found

    def has_engine(self) -> bool:
        return len(self.processes()) > 1


def caught(
    start: Callable[[], Run], true: Callable[[Run], bool], number: int, *, times: int = 1
) -> Run:
    """A command that was sent the signal when something was `true`.

    Starts commands until one is caught: on a busy machine one may be over before anybody looked.
    """
    for _ in range(TRIES):
        run = start()
        if run.comes_to(true):
            run.send(number, times)
            return run
        run.ended()
    raise AssertionError(f"all were over before: {run.said()}")


class InTerminal(Run):
    """A command whose terminal is `terminal`, and whose words go there."""

    def __init__(self, folder: Path, line: list[str], terminal: int) -> None:
        self._terminal = terminal
        super().__init__(folder, line)

    def _start(self, line: list[str], out: IO[bytes], err: IO[bytes]) -> "subprocess.Popen[bytes]":
        given = {**os.environ, OURS: self._name, "TMPDIR": str(self.temporary)}
        return subprocess.Popen(
            line, cwd=REPOSITORY, env=given, start_new_session=True,
            stdin=self._terminal, stdout=self._terminal, stderr=self._terminal,
        )  # fmt: skip
