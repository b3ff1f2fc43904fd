"""A real Dask cluster on this machine: a scheduler and workers, each a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.waiting import until

ROOT: Final = Path(__file__).parents[2]
_REGISTERED: Final = "Registered to:"


class DaskHere:
    """A scheduler and its workers, over TCP on 127.0.0.1. `stop` must be called in the end."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """`settings` are variables of the environment, for the scheduler and the workers."""
        self._folder = folder
        self._settings = settings
        self.workers: list[subprocess.Popen[bytes]] = []
        self._started = 0
        self._file = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", ROOT, "--host", "127.0.0.1", "--port", "0")
        until(self._file.exists, lambda: self.log("scheduler"))
        until(lambda: self._file.read_text("utf-8").endswith("}"), lambda: "a written file")
        self.address: str = json.loads(self._file.read_text("utf-8"))["address"]

    def add_worker(self, program: Path = ROOT) -> "subprocess.Popen[bytes]":
        """Starts a worker that has the program of a folder, and waits until it has work."""
        self._started += 1
        name = f"worker-{self._started}"
        local = self._folder / name
        process = self._start(
            name, program, "--no-nanny", "--nthreads", "1", "--local-directory", str(local)
        )
        self.workers.append(process)
        until(lambda: _REGISTERED in self.log(name), lambda: self.log(name))
        return process

    def have_workers(self, number: int) -> None:
        """Starts workers until this many of them run."""
        self.workers = [process for process in self.workers if process.poll() is None]
        while len(self.workers) < number:
            self.add_worker()

    def kill_workers(self) -> None:
        """Kills all workers at once."""
        for process in self.workers:
            process.kill()

    def log(self, name: str) -> str:
        """What a process has printed."""
        return (self._folder / f"{name}.log").read_text("utf-8", "replace")

    def stop(self) -> None:
        """Ends all processes."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def _start(self, name: str, program: Path, *arguments: str) -> "subprocess.Popen[bytes]":
        kind = name.partition("-")[0]
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments]
        command += ["--no-dashboard", "--scheduler-file", str(self._file)]
        with (self._folder / f"{name}.log").open("wb") as log:
            return subprocess.Popen(
                command,
                cwd=program,
                env={**os.environ, **self._settings, "PYTHONDONTWRITEBYTECODE": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
