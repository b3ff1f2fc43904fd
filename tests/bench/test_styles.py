"""How much of its style sheets a page uses: counted by hand on two small pages."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.styles import kind_of, shares

STYLE = """.a { color: red }
.a:hover { color: blue }
@media print { .b { color: red } }
.none { color: red }
"""


@pytest.mark.browser
def test_a_rule_counts_where_its_selector_finds_something(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text(STYLE, "utf-8")
    head = '<!doctype html><link rel="stylesheet" href="style.css">'
    (tmp_path / "index.html").write_text(head + '<p class="a"></p>', "utf-8")
    (tmp_path / "plans.html").write_text(head + '<p class="a b"></p>', "utf-8")
    found = {one.kind: one for one in shares(tmp_path, browser)}
    texts = [".a { color: red; }", ".a:hover { color: blue; }", ".b { color: red; }"]
    lengths = [len(text) for text in (*texts, ".none { color: red; }")]
    assert found["index.html"].loaded == found["plans.html"].loaded == sum(lengths)
    assert found["index.html"].matching == sum(lengths[:2])
    assert found["plans.html"].part == sum(lengths[:3]) / sum(lengths)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("index.html", "index.html"),
        ("compare/roles.html", "compare/roles.html"),
        ("compare/role-classes--leader.html", "compare/*"),
        ("guide/plan.html", "guide/*"),
        ("frameworks/index.html", "frameworks/*"),
        ("frameworks/skill-areas/bpr.html", "frameworks/*/*"),
        ("toyonaka/index.html", "<plan>/index.html"),
        ("toyonaka/roles/leader.html", "<plan>/roles/*"),
        ("toyonaka/skills/matrix.html", "<plan>/skills/matrix.html"),
    ],
)
def test_kinds_of_pages(address: str, kind: str) -> None:
    assert kind_of(address) == kind
