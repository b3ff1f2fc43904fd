"""load → parse → check, as all commands run them."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from jinzai.check.check import Checked, check
from jinzai.command.clock import Clock
from jinzai.findings.finding import Severity
from jinzai.load.content import load
from jinzai.load.document import Loaded
from jinzai.model.content import PlanContent
from jinzai.parse.parse import Parsed, parse


class Examined(NamedTuple):
    """Content after the checks, with the results of the earlier stages."""

    loaded: Loaded
    parsed: Parsed
    checked: Checked

    @property
    def found(self) -> bool:
        """Whether there is anything to mend. Notes do not count."""
        return any(f.severity is not Severity.NOTE for f in self.checked.findings)

    @property
    def contents(self) -> Mapping[str, PlanContent]:
        """The plans by folder. If there are errors, the plans may be incomplete."""
        return self.checked.readable

    @property
    def sources(self) -> dict[str, str]:
        """The text of each file, so that the line of a finding can be shown."""
        return {document.file: document.source for document in self.loaded.documents}


def examine(root: Path, clock: Clock) -> Examined:
    """Reads and checks the content of the project at `root`. No content raises anything."""
    with clock.stage("load"):
        loaded = load(root)
    with clock.stage("parse"):
        parsed = parse(loaded.documents)
    with clock.stage("check"):
        checked = check(parsed, loaded.findings)
    return Examined(loaded, parsed, checked)
