"""The templates: strict, escaping, kept between runs where a folder is given."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from jinzai.render.page.environment import Templates


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
