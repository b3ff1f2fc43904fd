"""Names and words of the program: one name for one thing."""

import ast
from collections import defaultdict
from pathlib import Path
from typing import Final

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "jinzai").rglob("*.py"))

SHARED_CLASS_NAMES: Final[dict[str, str]] = {}
"""Names that several classes may have, each with its reason; at most `MOST_SHARED`."""
MOST_SHARED: Final = 5


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
