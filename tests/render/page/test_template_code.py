"""The code of the templates: it takes no detour, prints what Jinja prints, and refuses the rest."""

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined, TemplateAssertionError, UndefinedError
from markupsafe import Markup

from jinzai.render.page.environment import Templates
from jinzai.render.page.template_code import REPLACED, WRITTEN_FOR, DirectCode

Render = Callable[[str], str]
_VALUES = {
    "x": "<",
    "html": Markup("<b>"),
    "items": ("a", "<"),
    "one": {"a": 1}.items(),
    "call": lambda *given, **named: f"{given} {named}",
    "text": "a b",
}


@pytest.fixture
def render(tmp_path: Path) -> Render:
    def rendered(source: str) -> str:
        (tmp_path / "a.html").write_text(source, "utf-8")
        return Templates(tmp_path).render("a.html", **_VALUES)

    return rendered


def test_the_inner_parts_of_this_version_were_checked() -> None:
    assert version("jinja2") == WRITTEN_FOR, (
        "Compare jinja2/compiler.py of both versions with template_code.py, then change WRITTEN_FOR"
    )


def test_the_code_of_our_templates_takes_no_detour() -> None:
    folder = Path(__file__).parents[3] / "templates"
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.code_generator_class = DirectCode
    environment.filters["things"] = str
    pages = [file for file in folder.rglob("*.html") if "theme" not in file.parts]
    assert len(pages) > 50
    codes = {file: environment.compile(file.read_text("utf-8"), raw=True) for file in pages}
    for file, code in codes.items():
        for detour in ("context.call(", "environment.getattr(", "= Macro(", "cond_expr_undefined("):
            assert detour not in code, f"{file}: {detour}"
    everything = "\n".join(codes.values())
    for name in REPLACED:
        assert f"{name}(" in everything, f"no template has {name} to replace"


@pytest.mark.parametrize(
    "source",
    [
        "{% macro m(y) %}<b>{{ y }}</b>{% endmacro %}{{ m(x) }}{{ m(x) ~ x }}{{ m(m(x)) }}",
        "{% macro m(y, z='&') %}{{ y }}{{ z }}{% endmacro %}{{ m(x) }}{{ m(z=x, y=2) }}",
        "{% macro m(y, z=y) %}{{ y }}{{ z }}{% endmacro %}{% macro n() %}n{% endmacro %}{{ m(3) }}",
        "{% macro m(y) %}[{{ caller() }}{{ y }}]{% endmacro %}{% call m(x) %}<{{ x }}{% endcall %}",
        "{% macro m() %}{{ caller(x) }}{% endmacro %}{% call(y) m() %}{{ y }}{% endcall %}",
        "{% macro name(name) %}{{ name }}{% endmacro %}{{ name(x) }}",
        "{% set z %}<{{ x }}{% endset %}{{ z }}{{ z ~ x }}{{ [x, html]|join('&') }}",
        "{{ call(1, 'b', c=2) }}{{ text.split(' ')[1] }}{{ text.upper().lower() }}",
        "{{ x if items }}{{ x if not items }}|{{ (x if not items) ~ html }}",
        "{% for i in items %}{{ i }}{{ loop.first }}{{ loop.last }}{% else %}none{% endfor %}",
        "{% for i in items %}{{ loop.index }}{{ loop.index0 }}{% endfor %}",
        "{% for i in items if i == 'b' %}{{ loop.index }}{% else %}none{% endfor %}",
        "{% for a, b in one %}{% for i in items %}{{ b }}{% endfor %}{{ loop.last }}{% endfor %}",
    ],
)
def test_a_template_prints_what_jinja_prints(render: Render, source: str) -> None:
    plain = Environment(autoescape=True, undefined=StrictUndefined)
    assert render(source) == plain.from_string(source).render(_VALUES)


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("{{ missing.a }}", UndefinedError),
        ("{{ missing() }}", UndefinedError),
        ("{{ text.none }}", AttributeError),
        ("{% macro m(y) %}{{ y }}{% endmacro %}{{ m() }}", UndefinedError),
        ("{% macro m(y) %}{{ y }}{% endmacro %}{{ m(1, 2) }}", TypeError),
        ("{% macro m(y) %}{{ y }}{% endmacro %}{{ m(1, z=2) }}", TypeError),
        ("{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}", TypeError),
        ("{% for i in items %}{{ loop.length }}{% endfor %}", AttributeError),
        ("{% macro m() %}{{ varargs }}{% endmacro %}", TemplateAssertionError),
        ("{% macro m() %}{{ kwargs }}{% endmacro %}", TemplateAssertionError),
        ("{% macro m(is) %}{{ is }}{% endmacro %}", TemplateAssertionError),
        ("{{ call(*items) }}", TemplateAssertionError),
        ("{{ call(class='a') }}", TemplateAssertionError),
        ("{{ text.class }}", TemplateAssertionError),
    ],
)
def test_the_rest_fails_loudly(render: Render, source: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        render(source)
