"""The content of a project as a whole: what tests look at that the program holds plan by plan."""

from pathlib import Path

from jinzai.check.check import Checked, check
from jinzai.link.catalogue import Catalogue, link
from jinzai.load.content import load
from jinzai.parse.parse import parse


def checked(root: Path) -> Checked:
    """The content of the project at `root` after the checks."""
    loaded = load(root)
    return check(parse(loaded.documents), loaded.findings)


def catalogue(root: Path) -> Catalogue:
    """The catalogue of a project, whose content must be free of errors."""
    content = checked(root).content
    assert content is not None
    return link(content)
