"""`build.py serve` as it is run: what the terminal says, and how it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

import pytest

from jinzai.command.cli import main
from tests.trust.project import heeding
from tests.waiting import PATIENCE, until

from .running import REPOSITORY

BUILD: Final = (str(REPOSITORY / "build.py"),)
# The same, but a client that asks for news waits until there are some; a line says that somebody
# does.
PATIENT: Final = (
    "-c",
    """
import sys
from jinzai.command.cli import main
from jinzai.serve import answer
from jinzai.serve.stand import Stand
answer.WAIT_SECONDS = 1e6
other_than = Stand.other_than
def told(stand, version, seconds):
    print("somebody waits", flush=True)
    return other_than(stand, version, seconds)
Stand.other_than = told
sys.exit(main(sys.argv[1:]))
""",
)


@contextmanager
def started(
    project: Path, *arguments: str, program: tuple[str, ...] = BUILD
) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, *program, "serve", "--root", str(project)]
    with subprocess.Popen(
        heeding([*command, *arguments]),
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "TMPDIR": str(project.parent)},
    ) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE)
            process.kill()


def url(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    for line in process.stdout:
        found = re.match(r"(http://127\.0\.0\.1:\d+/) をブラウザーで開いてください。", line)
        if found:
            return found[1]
    pytest.fail("no address")


def rest(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.read()


MADE: Final = "作りました（"
SIGNALS = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


def says(process: "subprocess.Popen[str]", words: str) -> bool:
    """Waits for a line with these words."""
    assert process.stdout is not None
    return any(words in line for line in process.stdout)


MOMENTS: dict[str, Callable[["subprocess.Popen[str]", Path], object]] = {
    "it listens": lambda *_: None,
    "it builds": lambda _, around: until(lambda: any(around.glob("jinzai-serve-*/run-*/docs"))),
    "it waits for changes": lambda process, _: says(process, MADE),
}


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize("moment", MOMENTS)
def test_it_ends_cleanly_at_any_moment(project: Path, number: signal.Signals, moment: str) -> None:
    with started(project, "--port", "0") as process:
        url(process)
        MOMENTS[moment](process, project.parent)
        process.send_signal(number)
        process.send_signal(number)
        said = rest(process)
        assert process.wait(PATIENCE) == 0
    assert said.endswith("終了しました。\n")
    assert "Traceback" not in said
    assert not (project / "site").exists()


def test_a_reader_who_waits_does_not_keep_it_from_ending(project: Path) -> None:
    with started(project, "--port", "0", program=PATIENT) as process:
        home = url(process)
        assert says(process, MADE)
        version = urllib.request.urlopen(f"{home}__jinzai__/wait.js?seen=").read().decode()
        assert says(process, "somebody waits")
        seen = re.search(r'"(.+)"', version)
        assert seen is not None
        port = int(home.rpartition(":")[2].strip("/"))
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as reader:
            asked = f"GET /__jinzai__/wait.js?seen={seen[1]} HTTP/1.1\r\nHost: localhost\r\n\r\n"
            reader.sendall(asked.encode())
            assert says(process, "somebody waits")
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 0
        assert rest(process).endswith("終了しました。\n")


def test_a_crowd_of_connections_does_not_keep_it_from_ending(project: Path) -> None:
    with started(project, "--port", "0") as process, ExitStack() as stack:
        port = int(url(process).rpartition(":")[2].strip("/"))
        for number in range(400):
            one = stack.enter_context(socket.create_connection(("127.0.0.1", port), PATIENCE))
            one.sendall(b"GET /" if number % 2 else b"")
        process.send_signal(signal.SIGINT)
        assert rest(process).endswith("終了しました。\n")
        assert process.wait(PATIENCE) == 0


def test_a_taken_port_is_said(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with started(project, "--port", str(port)) as process:
            assert process.stdout is not None
            said = process.stdout.readline()
            assert re.match(rf"ポート {port} は使われているので、\d+ を使います。", said)


def test_a_port_that_is_none_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", "70000"]) == 2
    assert "「--port」に書かれた値は使えません。" in capsys.readouterr().err


def test_nothing_is_left_in_the_systems_temporary_folder(project: Path) -> None:
    with started(project, "--port", "0") as process:
        url(process)
        assert len(list(project.parent.glob("jinzai-serve-*"))) == 1
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    assert list(project.parent.glob("jinzai-serve-*")) == []
