"""The rooms of the program: imports run one way, and each module is what a module should be."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "jinzai"
MODULES = sorted(PROGRAM.rglob("*.py"))

# A room may import itself and the rooms before it. Findings and models are both at the bottom:
# neither knows the other.
ORDER = (
    "findings",
    "model",
    "load",
    "parse",
    "check",
    "link",
    "compare",
    "export",
    "render",
    "publish",
    "work",
    "serve",
    "command",
)
STRANGERS = {("model", "findings")}
# What a page is, and what the search finds, are publish's to say and render's to make. What a kind
# of thing is called stands once, in the models' table, and findings name kinds.
EXCEPTIONS = {
    ("findings", "jinzai.model.kinds"),
    ("render", "jinzai.publish.page"),
    ("render", "jinzai.publish.search"),
}

# Render has wings. What is said stands in `words`, what every page stands on in `page`; the other
# wings are pages that a reader comes for, and none of them knows another.
FOUNDATIONS = {"words": {"words"}, "page": {"words", "page"}}
WINGS = {"compare", "frameworks", "guide", "plan", "site"}
# Above the wings, only these know which pages there are.
ABOVE_WINGS = {
    "jinzai.render",
    "jinzai.render.registry",
    "jinzai.render.render",
    "jinzai.render.search_records",
}

MOST_LINES = 400
REFUSED_NAMES = {"utils", "util", "common", "helpers", "helper", "manager", "misc"}


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _imported(path: Path) -> Iterator[str]:
    """The modules of ours that a module imports, wherever in it."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("jinzai"))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides its room"
            module = node.module or ""
            if module in ("jinzai", "jinzai.render"):
                yield from (f"{module}.{alias.name}" for alias in node.names)
            elif module.startswith("jinzai."):
                yield module


def _room(module: str) -> str:
    return f"{module}.".split(".")[1]


def test_every_room_has_its_place() -> None:
    rooms = {path.name for path in PROGRAM.iterdir() if (path / "__init__.py").exists()}
    assert rooms == set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_run_one_way(path: Path) -> None:
    room = _room(_name(path))
    if not room:
        assert list(_imported(path)) == []
        return
    wrong = [
        module
        for module in _imported(path)
        if _room(module)
        and (ORDER.index(_room(module)) > ORDER.index(room) or (room, _room(module)) in STRANGERS)
        and (room, module) not in EXCEPTIONS
    ]
    assert wrong == []


def _wing(module: str) -> str:
    """The wing of render that a module stands in; nothing where it stands in none."""
    parts = module.split(".")
    return parts[2] if parts[:2] == ["jinzai", "render"] and module not in ABOVE_WINGS else ""


def test_render_has_these_wings() -> None:
    wings = {
        path.name for path in (PROGRAM / "render").iterdir() if (path / "__init__.py").exists()
    }
    assert wings == WINGS | set(FOUNDATIONS)
    above = {_name(path) for path in (PROGRAM / "render").glob("*.py")}
    assert above == ABOVE_WINGS


@pytest.mark.parametrize("path", [path for path in MODULES if _wing(_name(path))], ids=_name)
def test_no_wing_of_render_knows_another(path: Path) -> None:
    wing = _wing(_name(path))
    allowed = FOUNDATIONS.get(wing, {"words", "page", wing})
    wrong = [
        module
        for module in _imported(path)
        if module in ABOVE_WINGS - {"jinzai.render"} or _wing(module) not in {"", *allowed}
    ]
    assert wrong == []


@pytest.mark.parametrize("wing", sorted(WINGS | {"page"}))
def test_templates_and_tests_have_the_same_wings(wing: str) -> None:
    assert list((ROOT / "templates" / wing).glob("*.html"))
    assert list((ROOT / "tests" / "render" / wing).glob("test_*.py"))


def _makes_pages(path: Path) -> bool:
    """Whether a module has a maker of pages that the registry can list."""
    return any(
        isinstance(node, ast.FunctionDef) and node.name in ("pages", "plan_pages")
        for node in _tree(path).body
    )


PAGE_MAKERS = [path for path in MODULES if _wing(_name(path)) in WINGS and _makes_pages(path)]


def test_the_registry_knows_every_page_maker() -> None:
    makers = {_name(path) for path in PAGE_MAKERS}
    registry = PROGRAM / "render" / "registry.py"
    wings = {
        f"{node.module}.{alias.name}"
        for node in ast.walk(_tree(registry))
        if isinstance(node, ast.ImportFrom) and _wing(node.module or "") in WINGS
        for alias in node.names
    }
    assert makers == wings


@pytest.mark.parametrize("path", PAGE_MAKERS, ids=_name)
def test_a_page_maker_has_a_test_module_of_its_name(path: Path) -> None:
    wing = path.parent.name
    test = ROOT / "tests" / "render" / wing / f"test_{path.name}"
    assert test.exists(), f"{_name(path)} is not tested"
    tests = [
        node
        for node in _tree(test).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    assert tests
    assert all(any(isinstance(inner, ast.Assert) for inner in ast.walk(one)) for one in tests)


@pytest.mark.parametrize(("room", "module"), sorted(EXCEPTIONS))
def test_an_exception_is_still_needed(room: str, module: str) -> None:
    imported = {name for path in (PROGRAM / room).rglob("*.py") for name in _imported(path)}
    assert module in imported


def test_only_publish_knows_mkdocs() -> None:
    knowing = {
        _room(_name(path))
        for path in MODULES
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None) or node.names[0].name]
        if name.split(".")[0] in ("mkdocs", "material")
    }
    assert knowing <= {"publish"}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_small_and_says_what_it_owns(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES
    assert ast.get_docstring(_tree(path))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_nothing_is_named_for_what_it_is_not(path: Path) -> None:
    assert not set(path.relative_to(PROGRAM).with_suffix("").parts) & REFUSED_NAMES


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_nothing_is_global(path: Path) -> None:
    assert not [node for node in ast.walk(_tree(path)) if isinstance(node, ast.Global)]


TESTS = sorted((ROOT / "tests").rglob("*.py"))


@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_test_modules_are_small_too(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES
