"""load → parse → check, as every command that looks at content runs them."""

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
    """Content after the checks, with what the stages before them gave."""

    loaded: Loaded
    parsed: Parsed
    checked: Checked

    @property
    def found(self) -> bool:
        """Whether there is anything to mend; a note alone is not."""
        return any(f.severity is not Severity.NOTE for f in self.checked.findings)

    @property
    def contents(self) -> Mapping[str, PlanContent]:
        """The plans by folder; where there are errors, as far as they could be read."""
        return self.checked.readable

    @property
    def sources(self) -> dict[str, str]:
        """The text of each file, for showing the line of a finding."""
        return {document.file: document.source for document in self.loaded.documents}


def examine(root: Path, clock: Clock) -> Examined:
    """Reads and checks the content of the project at `root`; raises nothing for any content."""
    with clock.stage("load"):
        loaded = load(root)
    with clock.stage("parse"):
        parsed = parse(loaded.documents)
    with clock.stage("check"):
        checked = check(parsed, loaded.findings)
    return Examined(loaded, parsed, checked)
