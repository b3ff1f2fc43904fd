"""The engine's process: it is started early, asked for its answers, and stopped at the end.

This module owns the conversation with `jinzai/publish/engine.py`, which describes the messages. It
also owns the Japanese texts for failures of the engine. It does not import the engine and does not
know MkDocs.
"""

import json
import re
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from jinzai.publish.failure import PublishError, disk_failure
from jinzai.publish.settings_file import trouble_with_settings
from jinzai.publish.trouble import SETTINGS, Trouble

_ENGINE: Final = Path(__file__).with_name("engine.py")

_theme: Final = re.compile(r"(?:.*/)?(?P<file>templates/theme/[^:]+):(?P<line>\d+): (?P<said>.*)")


class EngineReport(NamedTuple):
    """The result of the engine's run: notices about mkdocs.yml, and its own duration in seconds."""

    notices: tuple[Trouble, ...]
    seconds: float


class EngineProcess:
    """One run of the engine. `stop` must be called in the end, and may be called at any time."""

    def __init__(self, log: Path) -> None:
        """Starts the process, which then waits for its job. Its prints go to the file `log`.

        Raises `PublishError` if the process cannot be started.
        """
        self._log = log
        # -P: the engine's own folder must not come first on its path, or our modules would
        # stand in for others of the same name.
        self._sign = secrets.token_hex(8)
        command = [sys.executable, "-P", "-X", "utf8", str(_ENGINE), self._sign]
        try:
            with log.open("wb") as errors:
                self._process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    text=True,
                    encoding="utf-8",
                    errors="replace",
                )
        except OSError as error:
            raise disk_failure(error, _ENGINE, "を起動") from error

    def begin(self, job: Mapping[str, object]) -> None:
        """Gives the process its job and returns at once. Must be called before `wait`."""
        try:
            stdin = _pipe(self._process.stdin)
            stdin.write(f"{json.dumps(dict(job))}\n")
            stdin.flush()  # It stays open: the engine ends where it is closed.
        except BrokenPipeError:
            pass  # It ended before it read the job; `wait` will find its log.

    def wait(self) -> EngineReport:
        """Waits until all pages are built. Raises `PublishError`."""
        said = self._done()
        notices = tuple(Trouble(SETTINGS, line) for line in said["notices"])
        return EngineReport(notices, said["seconds"])

    def stop(self) -> None:
        """Ends the process if it still runs, and waits for its end."""
        self._process.kill()
        self._process.wait()
        _pipe(self._process.stdout).close()
        with suppress(OSError):  # What could not be written is still to be flushed.
            _pipe(self._process.stdin).close()

    def _done(self) -> dict[str, Any]:
        answer = self._answer()
        if "done" in answer:
            said: dict[str, Any] = answer["done"]
            return said
        failed = answer.get("failed", {"kind": "engine", "lines": []})
        if failed["kind"] == "disk":
            error = OSError(failed["number"], "")
            raise disk_failure(error, Path(failed["path"] or "content/pages"), "を読み書き")
        raise self._failure(failed["kind"], failed["lines"])

    def _answer(self) -> dict[str, Any]:
        """The engine's answer. Empty if it ended without one."""
        for line in _pipe(self._process.stdout):
            if line.startswith(self._sign) and line.endswith("\n"):
                answer: dict[str, Any] = json.loads(line.removeprefix(self._sign))
                return answer
        return {}

    def _failure(self, kind: str, lines: list[str]) -> PublishError:
        # What libraries say may have several lines.
        listed = [" ".join(line.split()) for line in lines]
        if kind == "config":
            return trouble_with_settings(Trouble(SETTINGS, line) for line in listed)
        if kind == "pages":
            return PublishError(
                "content/pages の手書きのページを組み立てられませんでした。",
                "上のページを直してから、もう一度実行してください。",
                listed,
            )
        kept = self._keep_log()
        remedy = f"templates/theme の変更を見直してください。{kept}"
        places = [_theme.fullmatch(line) for line in listed]
        troubles = [
            Trouble(
                found["file"],
                f"テンプレートに誤りがあります（Jinja: {found['said']}）。{remedy}",
                int(found["line"]),
                1,
            )
            for found in places
            if found is not None
        ]
        if troubles:
            return PublishError("ページの枠のテンプレートに誤りがあります。", remedy, troubles)
        return PublishError(
            "ページの枠を組み立てるプログラム(MkDocs)が動きませんでした。",
            "templates/theme や mkdocs.yml を変えた場合は元に戻し、変えていない場合は"
            f"README.ja.md の手順で部品を入れ直してください。{kept}",
            listed,
        )

    def _keep_log(self) -> str:
        """Saves the engine's log outside the build's folder.

        Returns a Japanese sentence that names the file, or `""` if the log cannot be saved.
        """
        try:
            printed = self._log.read_bytes()
            with tempfile.NamedTemporaryFile(
                "wb", prefix="jinzai-error-", suffix=".txt", delete=False
            ) as kept:
                kept.write(printed)
        except OSError:
            return ""
        return f"それでも動かないときは、詳しい記録 {kept.name} を添えて、管理者に伝えてください。"


def _pipe(stream: IO[str] | None) -> IO[str]:
    assert stream is not None, "the process was started with pipes"
    return stream
