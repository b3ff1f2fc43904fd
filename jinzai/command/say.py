"""The only place where a command prints.

Owns the promise that nothing from content, from the disk or from a program we call can command a
terminal or a CI through what we print: every line passes here. Knows nothing of what is said.
"""

import click

from jinzai.findings.printable import harmless


def say(text: str, *, err: bool = False, color: bool = False) -> None:
    """Prints lines for people, to standard error where `err` is set.

    With `color`, escape sequences that set colours stay; all others are taken out.
    """
    click.echo(harmless(text, color=color), err=err)


def hand_over(written: str) -> None:
    """Prints what a program reads, as `write_json` or `write_github` wrote it, unchanged.

    What those two write is safe, and commands to GitHub's runner are what one of them is for.
    """
    click.echo(written, nl=False)
