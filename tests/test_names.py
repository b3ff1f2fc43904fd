"""Names and words of the program: one name for one thing."""

import ast
import io
import re
import tokenize
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "jinzai").rglob("*.py"))

SHARED_CLASS_NAMES: Final[dict[str, str]] = {}
"""Names that several classes may have, each with its reason; at most `MOST_SHARED`."""
MOST_SHARED: Final = 5

WRITTEN: Final = sorted(
    path
    for folder in ("jinzai", "bench", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if path != Path(__file__)
)
RIDDLES: Final = re.compile(
    r"\b(?:is|are) told\b|\bof which\b|\bwhoever\b|\blikewise\b"
    r"|\b(?:is|are|be|was|were|being|has|have|had|nor) none\b"
)
"""Words that a reader whose English is a school subject has to read twice."""


def _classes() -> dict[str, list[str]]:
    """The modules that define each name of a class."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(str(path.relative_to(ROOT)))
    return found


def test_a_class_name_stands_for_one_thing() -> None:
    twice = {name: modules for name, modules in _classes().items() if len(modules) > 1}
    assert {name: twice[name] for name in twice.keys() - SHARED_CLASS_NAMES.keys()} == {}


def test_few_class_names_are_shared_and_each_has_a_reason() -> None:
    assert len(SHARED_CLASS_NAMES) <= MOST_SHARED
    classes = _classes()
    for name, reason in SHARED_CLASS_NAMES.items():
        assert len(classes[name]) > 1, f"{name} stands once: no exception is needed"
        assert reason


def _prose(path: Path) -> Iterator[tuple[int, str]]:
    """The docstrings and comments of a module, each with its line."""
    text = path.read_text("utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.lineno, str(node.value.value)
    block, line = "", 0
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            block, line = f"{block} {token.string.lstrip('# ')}", line or token.start[0]
        elif token.type != tokenize.NL and block:
            yield line, block
            block, line = "", 0


def _riddles(path: Path) -> list[str]:
    found: list[str] = []
    for line, prose in _prose(path):
        # `None` is a value; only the noun is a riddle.
        plain = re.sub(r"\s+", " ", re.sub(r"\bNone\b", "`None`", prose)).lower()
        found += (f"{line}: {riddle.group()}" for riddle in RIDDLES.finditer(plain))
    return found


def test_docstrings_and_comments_hold_no_riddles() -> None:
    found = {str(path.relative_to(ROOT)): _riddles(path) for path in WRITTEN}
    assert {name: riddles for name, riddles in found.items() if riddles} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"""What the script\n    is told."""\n', ["1: is told"]),
        ("# Lines of which\n# there is\n# none.\n", ["1: of which", "1: is none"]),
        ('def f():\n    """It is None."""\n    return "whoever"\n', []),
    ],
)
def test_riddles_are_found_in_prose_alone(tmp_path: Path, text: str, found: list[str]) -> None:
    path = tmp_path / "module.py"
    path.write_text(text, "utf-8")
    assert _riddles(path) == found
