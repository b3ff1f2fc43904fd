"""`build.py check`: everything but the site."""

from pathlib import Path

from jinzai.command.clock import Clock
from jinzai.command.content import examine
from jinzai.command.report import print_counts, print_findings, print_summary


def check_site(root: Path, form: str) -> bool:
    """Checks `root`/content and prints what was found; returns whether anything was."""
    clock = Clock()
    examined = examine(root, clock)
    print_findings(examined, form)
    print_counts(examined.contents, form)
    print_summary(examined, clock, form)
    return examined.found
