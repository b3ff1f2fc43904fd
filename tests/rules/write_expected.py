"""Writes `expected.txt` of the cases named (all, if none is) and prints them for the review.

    python -m tests.rules.write_expected unknown-role

What is printed has to be read before it is committed: the test only says that nothing changed.
"""

import sys
import tempfile
from pathlib import Path

from .cases import EXPECTED, cases, examine, shown, summary


def main(wanted: list[str]) -> None:
    """Write and show every case whose id starts with one of `wanted`."""
    for case in cases():
        if wanted and not case.id.startswith(tuple(wanted)):
            continue
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "project"
            case.build(root)
            checked, sources = examine(root)
        (case.folder / EXPECTED).write_text(summary(checked), "utf-8", newline="\n")
        sys.stdout.write(f"\n===== {case.id}\n{shown(checked, sources)}")


if __name__ == "__main__":
    main(sys.argv[1:])
