"""The templates: strict, escaping, kept between runs where a folder is given."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from jinzai.render.page.environment import Templates, printed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text("{{ x }}", "utf-8")
    return tmp_path


def test_values_are_escaped(folder: Path) -> None:
    assert Templates(folder).render("a.html", x="<{{ 1 }}>") == "&lt;{{ 1 }}&gt;"


def test_a_missing_name_is_an_error(folder: Path) -> None:
    with pytest.raises(UndefinedError):
        Templates(folder).render("a.html")


def test_compiled_templates_are_kept_and_renewed(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "deep" / "kept"
    assert Templates(folder, kept).render("a.html", x=1) == "1"
    assert len(list(kept.iterdir())) == 1
    assert Templates(folder, kept).render("a.html", x=2) == "2"
    (folder / "a.html").write_text("neu {{ x }}", "utf-8")
    assert Templates(folder, kept).render("a.html", x=2) == "neu 2"


def test_a_folder_that_cannot_be_made_is_done_without(folder: Path) -> None:
    assert Templates(folder, folder / "a.html" / "kept").render("a.html", x=1) == "1"


class _Html:
    def __html__(self) -> str:
        return "<i>&</i>"


@pytest.mark.parametrize(
    "value",
    ["<'&\">", Markup("<b>"), _Html(), 12, None, ("<",)],
    ids=lambda value: type(value).__name__,
)
def test_printing_says_what_markupsafe_says(folder: Path, value: object) -> None:
    assert printed(value) == escape(value)
    assert Templates(folder).render("a.html", x=value) == escape(value)


def test_what_a_macro_printed_is_not_escaped_again(folder: Path) -> None:
    text = "{% macro m(y) %}<b>{{ y }}</b>{% endmacro %}{{ m(x) }}{{ m(x) ~ x }}"
    (folder / "a.html").write_text(text, "utf-8")
    assert Templates(folder).render("a.html", x="<") == "<b>&lt;</b><b>&lt;</b>&lt;"
