"""One home per fact: what kinds of things and comparing pages are called stands in their rows."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from jinzai.link.address import entity_address
from jinzai.model.content import PlanContent
from jinzai.model.kinds import (
    CHAPTER,
    FILE_KINDS,
    INNER_KINDS,
    KIND_NAMES,
    PLAN_FILES,
    PLAN_KINDS,
    SHOWN_FILES,
    FileKind,
)
from jinzai.render.page.areas import PLAN_AREAS
from jinzai.render.page.comparisons import COMPARISONS

ROOT = Path(__file__).parents[1]
ROWS = {
    "jinzai/model/kinds.py",
    "jinzai/render/page/areas.py",
    "jinzai/render/page/comparisons.py",
}
# Each with its reason.
EXCEPTIONS = {
    "jinzai/model/": "titles of fields, which become the schema; names of fixed values",
    "jinzai/export/": "titles of columns, which say what one column holds",
    "jinzai/render/compare/rows.py": "役割 is there what a role does, a field of the role",
}
NAMES = {*KIND_NAMES.values(), *(file.title for file in FILE_KINDS)}
TITLES = {one.title for one in COMPARISONS}


def _literals(path: Path) -> Iterator[str]:
    """The texts that a module writes out, docstrings aside."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def _modules() -> list[Path]:
    return [
        path
        for path in sorted((ROOT / "jinzai").rglob("*.py"))
        if str(path.relative_to(ROOT)) not in ROWS
    ]


def _written(path: Path) -> set[str]:
    return (NAMES | TITLES) & set(_literals(path))


def test_no_module_writes_a_name_that_stands_in_a_row() -> None:
    found = {str(path.relative_to(ROOT)): _written(path) for path in _modules()}
    wrong = {
        name: texts
        for name, texts in found.items()
        if texts and not name.startswith(tuple(EXCEPTIONS))
    }
    assert wrong == {}


@pytest.mark.parametrize("start", EXCEPTIONS)
def test_an_exception_is_still_needed(start: str) -> None:
    assert any(
        _written(path) for path in _modules() if str(path.relative_to(ROOT)).startswith(start)
    )


def test_no_template_writes_the_title_of_a_comparing_page() -> None:
    wrong = [
        (path.name, title)
        for path in sorted((ROOT / "templates").rglob("*.html"))
        for title in TITLES
        if title in path.read_text("utf-8")
    ]
    assert wrong == []


@pytest.mark.parametrize("file", FILE_KINDS, ids=lambda file: file.name)
def test_a_row_is_complete(file: FileKind) -> None:
    assert file.title
    assert file.holds
    assert file.unit
    for field in file.lists:
        assert file.list_title(field)
    for kind in file.kinds:
        assert KIND_NAMES[kind.id] == kind.name


def test_no_two_kinds_share_a_name() -> None:
    assert len(set(KIND_NAMES.values())) == len(KIND_NAMES)


def test_every_kind_of_a_plan_has_an_address() -> None:
    for kind in PLAN_KINDS:
        assert entity_address("city", kind, "x").startswith("city/")
    assert not INNER_KINDS & {*PLAN_KINDS}


def test_every_file_of_a_plan_has_a_field_and_a_page_in_the_navigation() -> None:
    fields = {f"{file.name}_file" for file in PLAN_FILES[1:]}
    assert {*PlanContent._fields} == {"plan", "chapters", *fields}
    assert [area.page for area in PLAN_AREAS][1 : len(SHOWN_FILES) + 1] == [
        file.page for file in SHOWN_FILES
    ]
    assert SHOWN_FILES[-1] is CHAPTER


def test_a_comparing_page_has_a_template_and_a_maker() -> None:
    for one in COMPARISONS:
        assert (ROOT / "templates" / one.template).exists()
        assert (ROOT / "jinzai" / "render" / f"compare/{one.name}.py").exists()
        assert one.short
        assert one.question
        assert one.answer
        assert one.words
