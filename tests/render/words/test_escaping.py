"""Escaping: as markupsafe and Jinja do it."""

from pathlib import Path
from typing import NamedTuple

import pytest
from jinja2 import Environment
from markupsafe import Markup, escape

from jinzai.render.page.environment import Templates
from jinzai.render.words.escaping import joined, marked, printed


class _Html:
    def __html__(self) -> str:
        return "<i>&</i>"


class _Named(NamedTuple):
    text: object


@pytest.mark.parametrize(
    "value",
    ["<'&\">", Markup("<b>"), _Html(), 12, None, ("<",)],
    ids=lambda value: type(value).__name__,
)
def test_printing_says_what_markupsafe_says(tmp_path: Path, value: object) -> None:
    (tmp_path / "a.html").write_text("{{ x }}", "utf-8")
    assert printed(value) == escape(value)
    assert Templates(tmp_path).render("a.html", x=value) == escape(value)


def test_what_is_marked_is_not_escaped_again() -> None:
    assert type(marked("<b>")) is Markup
    assert printed(marked("<b>")) == "<b>"


@pytest.mark.parametrize("between", ["", "、", "<"])
@pytest.mark.parametrize("values", [(), ("<",), ("a", "&"), ("<", _Html(), Markup("<b>"), 1, None)])
def test_joining_prints_what_the_filter_of_jinja_prints(
    between: str, values: tuple[object, ...]
) -> None:
    plain = Environment(autoescape=True)
    of_values = plain.from_string("{{ values|join(between) }}")
    of_texts = plain.from_string("{{ values|join(between, 'text') }}")
    named = [_Named(value) for value in values]
    assert joined(values, between) == of_values.render(values=values, between=between)
    assert joined(named, between, "text") == of_texts.render(values=named, between=between)
