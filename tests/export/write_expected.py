"""Writes `expected/*.csv`, the reviewed files of the sample plan, anew.

    python -m tests.export.write_expected

Read `git diff tests/export/expected` before you commit: the test only says that nothing changed.
"""

from pathlib import Path
from typing import Final

from jinzai.export.downloads import plan_downloads
from jinzai.export.table import Subject

from .plans import SAMPLE, case

EXPECTED: Final = Path(__file__).parent / "expected"


def expected_files(sample: Subject) -> dict[str, bytes]:
    """The names of the sample's files and what they hold: one file for each table."""
    return {f"{download.table}.csv": download.data for download in plan_downloads(sample)}


def main() -> None:
    """Replaces the folder's files."""
    files = expected_files(case(SAMPLE / "sample").subject)
    for old in EXPECTED.glob("*.csv"):
        old.unlink()
    for name, data in files.items():
        (EXPECTED / name).write_bytes(data)


if __name__ == "__main__":
    main()
