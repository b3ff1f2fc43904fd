"""`build.py serve`: the site in a browser on this machine, made again after every save.

This module owns the loop and the messages on the terminal. If there are findings or a build fails,
the last good site stays, with a notice above it. site/ is neither read nor written.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinzai.command.rebuild import Outcome, Rebuilder
from jinzai.command.report import findings_in_words
from jinzai.command.reporter import TEXT, Reporter
from jinzai.command.say import say
from jinzai.command.stopping import Stoppable
from jinzai.findings.rules_site import UNUSED_SETTING
from jinzai.publish.failure import PublishError
from jinzai.publish.temporary import temporary_folder
from jinzai.serve.notice import Notice, notice_of_failure, notice_of_findings
from jinzai.serve.server import NoPortError, Server
from jinzai.serve.snapshot import Snapshot, look, next_change
from jinzai.serve.stand import Stand


def serve_site(root: Path, port: int) -> bool:
    """Serves the site of the project at `root` until a signal. Returns whether it could be served.

    It uses `port` or the next free one. 0 takes any free port.
    """
    with Stoppable() as command:
        return _serve(root, port, command)


def _serve(root: Path, port: int, command: Stoppable) -> bool:
    stand = Stand()
    try:
        with temporary_folder("jinzai-serve-") as work, _server(stand, port), command.work():
            Preview(root, work, stand).run(threading.Event())
    except KeyboardInterrupt:
        say("終了しました。")
        return True
    except NoPortError as error:
        say(f"ポート {error} を使えません。--port で別の番号を指定してください。", err=True)
        return False
    except PublishError as failure:
        say(str(failure), err=True)
        return False
    return True


class Preview:
    """The loop: look, build, show, wait."""

    def __init__(self, root: Path, work: Path, stand: Stand) -> None:
        """`work` is a folder for this object alone. `stand` is what browsers see."""
        self._root = root
        self._work = work
        self._stand = stand
        self._last_good = ""

    def run(self, stopped: threading.Event) -> None:
        """Builds, and builds again after every change, until `stopped` is set."""
        rebuilder = Rebuilder(self._root, self._work)
        try:
            snapshot: Snapshot | None = look(self._root)
            while snapshot is not None:
                self._take(rebuilder.build(snapshot))
                snapshot = next_change(self._root, snapshot, stopped)
        finally:
            rebuilder.close()

    def _take(self, outcome: Outcome) -> None:
        """Shows the result of a build, in the browser and on the terminal."""
        now = time.strftime("%H:%M:%S")
        if outcome.site is not None:
            self._last_good = now
        reporter = _reporter(self._root, outcome)
        notice = _notice(reporter, outcome.failure, self._last_good)
        differs = self._stand.show(outcome.site or self._stand.view.site, notice)
        reporter.tell()
        counted = findings_in_words(reporter.counts)
        say(f"{now} {_summary(outcome, counted, self._last_good, differs=differs)}")


def _reporter(root: Path, outcome: Outcome) -> Reporter:
    """All findings of one build."""
    reporter = Reporter(root, TEXT)
    reporter.examined = outcome.examined
    if outcome.failure is not None:
        reporter.failure(outcome.failure)
    reporter.notices(outcome.notices)
    return reporter


def _notice(reporter: Reporter, failure: PublishError | None, last_good: str) -> Notice | None:
    """The notice above the pages. Notes about mkdocs.yml are for the terminal alone."""
    if failure is not None and not failure.troubles:
        return notice_of_failure(failure.message, failure.remedy, last_good)
    found = [one for one in reporter.findings if one.rule is not UNUSED_SETTING]
    return notice_of_findings(found, reporter.sources, last_good)


def _summary(outcome: Outcome, counted: str, last_good: str, *, differs: bool) -> str:
    """What became of the site. `counted` says how many findings there are."""
    seconds = f"{outcome.seconds:.1f}秒"
    if outcome.site is None:
        shown = f"{last_good} のページを表示しています" if last_good else "まだ表示できません"
        if outcome.failure is not None or outcome.examined is None:
            return f"作れませんでした（{counted}）。{shown}（{seconds}）"
        return f"{counted}。{shown}（{seconds}）"
    words = [f"ページ {outcome.pages}", counted]
    if not differs:
        words.append("表示に変わりなし")
    return f"作りました（{'・'.join([*words, seconds])}）"


@contextmanager
def _server(stand: Stand, port: int) -> Iterator[None]:
    """A running server, and the message about it for the terminal. Raises `NoPortError`."""
    server = Server(stand, port, lambda line: say(line, err=True))
    try:
        if port not in (0, server.port):
            say(f"ポート {port} は使われているので、{server.port} を使います。")
        say(f"{server.url} をブラウザーで開いてください。終わるには Ctrl-C を押します。")
        yield
    finally:
        server.close()
