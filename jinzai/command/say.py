"""The only place where a command prints.

This module promises that nothing we print can command a terminal or a CI, whether it comes from
content, from the disk or from a program that we call. Every line passes here. This module does not
know what the lines mean.
"""

import click

from jinzai.findings.printable import harmless


def say(text: str, *, err: bool = False, color: bool = False) -> None:
    """Prints lines for people. With `err`, it prints to standard error.

    With `color`, escape sequences that set colours stay. All others are removed.
    """
    click.echo(harmless(text, color=color), err=err)


def hand_over(written: str) -> None:
    """Prints findings for a program, as `write_json` or `write_github` wrote them, unchanged.

    Their output is safe. The commands to GitHub's runner in it are intended.
    """
    click.echo(written, nl=False)
