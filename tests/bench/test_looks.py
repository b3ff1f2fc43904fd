"""The looks of pages: counted by hand on two small pages."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.looks import heaviest, looks

STYLE = """html, body { margin: 0 }
p { font-size: 16px; height: 1000px; margin: 0 }
small { font-size: 12px }
.jz-answers { height: 500px; margin: 0 }
"""
PAGE = """<!doctype html><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="style.css"><dl class="jz-answers"></dl>
<p>text <a href="#x">link</a> <small>note</small></p>
<details><summary>more</summary><p style="font-size: 30px"><a href="#y">folded</a></p></details>
<p hidden><button>hidden</button></p><button disabled>no</button>
"""


@pytest.mark.browser
def test_what_can_be_seen_is_counted(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text(STYLE, "utf-8")
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    ((desk, phone),) = looks(tmp_path, {"index.html": "index.html"}, browser)
    assert desk.answer == phone.answer == 500
    assert desk.stops == 2, "the link and the summary"
    assert {12, 16} <= set(desk.sizes)
    assert 30 not in desk.sizes
    assert 1500 < desk.screens * 800 < 1600
    assert desk.screens * 800 == pytest.approx(phone.screens * 844)


def test_of_a_kind_the_heaviest_page_is_taken(tmp_path: Path) -> None:
    for name, size in {"a": 10, "b": 30, "c": 20}.items():
        page = tmp_path / "town" / "roles" / f"{name}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("x" * size, "utf-8")
    assert heaviest(tmp_path) == {"<plan>/roles/*": "town/roles/b.html"}
