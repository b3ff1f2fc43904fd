"""All findings of one run in one list: of the content, of the site, of the machine.

This module owns the list, its order, and when it is printed: once, at the end of the run, however
the run ends. Findings for machines go to standard output and nothing else does.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from jinzai.command.say import hand_over, say
from jinzai.command.site_findings import findings_of, notice_findings, stopped_finding
from jinzai.findings.finding import Finding, Severity, in_order
from jinzai.findings.lines import Lines
from jinzai.publish.failure import PublishError
from jinzai.publish.trouble import Trouble

if TYPE_CHECKING:
    from jinzai.work.examination import Examination

TEXT: Final = "text"
"""The form for people. All others are for programs."""

_MOST_BYTES: Final = 1024 * 1024
"""The size of a file whose lines are shown. Nobody writes a larger page by hand."""


class Reporter:
    """Takes the findings of one run and prints them.

    Attributes:
        examined: the content after the checks, or None if it was not examined.
        is_stopped: whether somebody stopped the run.
    """

    def __init__(self, root: Path, form: str) -> None:
        """`root` is the project's folder, `form` one of `text`, `json` and `github`."""
        self.examined: Examination | None = None
        self.is_stopped = False
        self._root = root
        self._form = form
        self._of_site: list[Finding] = []
        self._lines: dict[str, Lines | None] = {}

    @property
    def findings(self) -> list[Finding]:
        """All findings so far, in order."""
        of_content = self.examined.findings if self.examined is not None else ()
        return in_order([*of_content, *self._of_site])

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings of each severity there are."""
        return Counter(finding.severity for finding in self.findings)

    @property
    def gravest(self) -> Severity | None:
        """The severity of the worst finding so far; None without findings."""
        counts = self.counts
        return next((severity for severity in Severity if counts[severity]), None)

    @property
    def sources(self) -> Mapping[str, str]:
        """The texts of the files that findings name, by file."""
        of_content = self.examined.sources if self.examined is not None else {}
        found = {file: lines.text for file, lines in self._lines.items() if lines is not None}
        return {**found, **of_content}

    def failure(self, failure: PublishError) -> None:
        """Takes a failure that stops the making of the site."""
        self._of_site += findings_of(failure, self._lines_of)

    def notices(self, notices: Iterable[Trouble]) -> None:
        """Takes notices about mkdocs.yml. They stop nothing."""
        self._of_site += notice_findings(notices, self._lines_of)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """The work of the run. Whatever ends it early becomes a finding."""
        try:
            yield
        except PublishError as failure:
            self.failure(failure)
        except (KeyboardInterrupt, click.Abort):
            self.is_stopped = True
            self._of_site.append(stopped_finding())
            say("中断しました。", err=True)
        except Exception as error:
            from jinzai.work.crash import crash_failure

            self.failure(crash_failure(error))

    def tell(self) -> None:
        """Prints all findings, as many as are shown. For programs it always prints something.

        People who stopped a run do not want to read what it had found until then.
        """
        if self.is_stopped and self._form == TEXT:
            return
        print_findings(self.findings, self.sources, self._form, self._root)

    def _lines_of(self, file: str) -> Lines | None:
        """The lines of a file around the content. None if it cannot be read as text."""
        if file not in self._lines:
            try:
                with (self._root / file).open("rb") as stream:
                    data = stream.read(_MOST_BYTES + 1)
                text = data.decode("utf-8-sig") if len(data) <= _MOST_BYTES else None
            except (OSError, ValueError):
                text = None
            self._lines[file] = None if text is None else Lines(text)
        return self._lines[file]


def print_findings(
    findings: Iterable[Finding], sources: Mapping[str, str], form: str, root: Path
) -> None:
    """Prints findings in the given form, as many as are shown.

    `sources` holds the texts of files by name. `root` is the project's folder.
    """
    # Most runs find nothing, and these imports are slow.
    from jinzai.findings.github import write_github
    from jinzai.findings.json import write_json
    from jinzai.findings.limit import limited
    from jinzai.findings.text import write_text

    shown = limited(findings)
    if form == "json":
        hand_over(write_json(shown))
    elif form == "github":
        hand_over(write_github(shown, folder_in_repository(root)))
    elif shown:
        color = shows_color()
        say(write_text(shown, sources, color=color), color=color)


def shows_color() -> bool:
    """Whether colours are shown: on a terminal that knows them, if the user has not refused them.

    An empty `NO_COLOR` refuses nothing (no-color.org). `TERM=dumb` is a terminal without colours.
    """
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not refused


def folder_in_repository(root: Path) -> str:
    """A folder from the top of its git repository, with `/` at its end.

    `""` for the top itself, and outside a repository.
    """
    folder = root.resolve()
    for top in (folder, *folder.parents):
        if (top / ".git").exists():
            found = folder.relative_to(top).as_posix()
            return "" if found == "." else f"{found}/"
    return ""
