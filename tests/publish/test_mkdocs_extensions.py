"""The named Markdown extensions: each works with each of its options, and no other gets through."""

import importlib
from pathlib import Path
from typing import Any

import pytest

from jinzai.publish.frames import FrameRun
from jinzai.publish.mkdocs_extensions import (
    DEPTH,
    EXTENSIONS,
    FLAG,
    NUMBER,
    SIGN,
    TEXT,
    ExtensionOption,
    Extensions,
    read_extensions,
)
from jinzai.publish.trouble import Trouble
from jinzai.publish.written_markup import markup

# Without stubs of its own.
markdown: Any = importlib.import_module("markdown")

GUIDE = Path(__file__).parents[2] / "content" / "pages" / "editing-site.md"

SAMPLES = {FLAG: "true", NUMBER: "3", TEXT: "印", DEPTH: "2", SIGN: "¶"}

# What makes each extension show, and an element that it makes of it, if there is one of its own.
PAGES = {
    "abbr": ("HTML の計画\n\n*[HTML]: 印の言葉\n", "abbr"),
    "admonition": ('!!! note "注意"\n    文\n', "div"),
    "attr_list": ("文\n{: #a .b title='題' }\n", "p"),
    "def_list": ("用語\n:   意味\n", "dl"),
    "extra": ("用語\n:   意味\n\n| 甲 |\n|---|\n| 1 |\n", "table"),
    "fenced_code": ("```python\nx = 1\n```\n", "pre"),
    "footnotes": ("文[^1]\n\n[^1]: 注\n", "sup"),
    "legacy_em": ("_a_b_\n", "em"),
    "md_in_html": ('<div markdown="1">\n**強い**\n</div>\n', "strong"),
    "nl2br": ("甲\n乙\n", "br"),
    "sane_lists": ("1. 甲\n2. 乙\n\n- 丙\n", "ol"),
    "smarty": ('"引用"...\n', "p"),
    "tables": ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", "table"),
    "toc": ("# 甲\n\n## 乙\n", "h2"),
    "pymdownx.betterem": ("**強い** 文\n", "strong"),
    "pymdownx.blocks.admonition": ("/// note | 注意\n文\n///\n", "div"),
    "pymdownx.blocks.definition": ("/// define\n用語\n\n- 意味\n///\n", "dl"),
    "pymdownx.blocks.details": ("/// details | 開く\n文\n///\n", "details"),
    "pymdownx.caret": ("x^2^ ^^加え^^\n", "sup"),
    "pymdownx.details": ('??? tip "開く"\n    文\n', "details"),
    "pymdownx.escapeall": ("\\あ\\ い\n", "p"),
    "pymdownx.highlight": ("    #!python\n    x = 1\n", "pre"),
    "pymdownx.inlinehilite": ("`#!python x = 1`\n", "code"),
    "pymdownx.keys": ("++ctrl+c++\n", "kbd"),
    "pymdownx.magiclink": ("https://example.jp/ a@example.jp\n", "a"),
    "pymdownx.mark": ("==大事==\n", "mark"),
    "pymdownx.saneheaders": ("#番号\n\n# 題\n", "h1"),
    "pymdownx.smartsymbols": ("(c) 1/2 -->\n", "p"),
    "pymdownx.superfences": ("- 甲\n\n    ```python\n    x = 1\n    ```\n", "pre"),
    "pymdownx.tabbed": ('=== "甲"\n    文\n\n=== "乙"\n    文\n', "input"),
    "pymdownx.tasklist": ("- [x] 済み\n- [ ] まだ\n", "input"),
    "pymdownx.tilde": ("H~2~O ~~昔~~\n", "sub"),
}


def said(path: tuple[str | int, ...], message: str) -> Trouble:
    return Trouble(".".join(map(str, path[1:])), message)


def read(value: object) -> Extensions:
    return read_extensions(value, said)


def sample(option: ExtensionOption) -> str:
    """A text that the option takes."""
    return SAMPLES.get(option) or option.takes.partition("・")[0]


@pytest.mark.parametrize("name", EXTENSIONS)
def test_every_name_and_option_is_the_extensions_own(name: str) -> None:
    module = name if "." in name else f"markdown.extensions.{name}"
    known = importlib.import_module(module).makeExtension().config
    assert EXTENSIONS[name].keys() <= known.keys()
    for key in EXTENSIONS[name]:
        assert not callable(known[key][0]), f"{name}: {key} is a function"


@pytest.mark.parametrize("name", EXTENSIONS)
@pytest.mark.parametrize("is_set", [False, True], ids=["as-it-is", "with-its-options"])
def test_what_it_makes_of_a_page_is_let_through(name: str, is_set: bool) -> None:
    options = {key: sample(option) for key, option in EXTENSIONS[name].items()} if is_set else None
    (given,) = read([{name: options}]).for_engine
    configs = given if isinstance(given, dict) else {}
    text, element = PAGES[name]
    html = markdown.markdown(text, extensions=[name], extension_configs=configs)
    assert f"<{element}" in html
    assert [refusal.message for refusal in markup(html).refusals] == []


def test_what_mkdocs_yml_names_shows_on_the_page(project: Path) -> None:
    (project / "mkdocs.yml").write_text(
        "site_name: x\nmarkdown_extensions:\n  - pymdownx.mark\n  - toc: {permalink: ¶}\n", "utf-8"
    )
    (project / "content" / "pages" / "about.md").write_text("# 題\n\n==大事==\n", "utf-8")
    work = project / "work"
    work.mkdir()
    run = FrameRun(project, project / "mkdocs.yml", work)
    try:
        assert run.trouble() is None
        html = run.frames().hand_pages[0][1].inside("body").decode()
    finally:
        run.stop()
    assert "<mark>大事</mark>" in html
    assert ">¶</a></h1>" in html


@pytest.mark.parametrize(
    ("value", "for_engine"),
    [
        (None, ()),
        (["toc"], ("toc",)),
        (["markdown.extensions.toc"], ("toc",)),
        ([{"toc": None}, "tables"], ("toc", "tables")),
        ([{"toc": {"permalink": "true"}}], ({"toc": {"permalink": True}},)),
        ([{"toc": {"permalink": "¶", "toc_depth": "2-4"}}],
         ({"toc": {"permalink": "¶", "toc_depth": "2-4"}},)),
        ({"toc": {"anchorlink": "False"}}, ({"toc": {"anchorlink": False}},)),
        ({"toc": None, "tables": None}, ("toc", "tables")),
    ],
)  # fmt: skip
def test_what_is_named_reaches_the_engine(value: object, for_engine: tuple[Any, ...]) -> None:
    assert read(value) == Extensions(for_engine)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("toc", ": markdown_extensions には「- 名前」の一覧"),
        (["os"], "0: 拡張「os」は使えません"),
        (["admonitions"], "0: 拡張「admonitions」は使えません。もしか"),
        (["toc", "toc"], "1: 「toc」が2回"),
        (["toc", "markdown.extensions.toc"], "1: 「markdown.ext"),
        ([["toc"]], "0: markdown_extensions の1つ1つには"),
        ([{"toc": None, "tables": None}], "0: markdown_extensions の1つ1つ"),
        ([{"toc": "permalink"}], "0.toc: toc の設定は"),
        ([{"toc": ["permalink"]}], "0.toc: toc の設定は"),
        ([{"toc": {"slugify": "x"}}], "0.toc.slugify: toc の slugify は使えません"),
        ([{"toc": {"toc_depth": "9"}}], "0.toc.toc_depth: toc の toc_depth に書ける"),
        ([{"toc": {"permalink": ["a"]}}], "0.toc.permalink: toc の permalink に"),
        ([{"toc": {"title": "x" * 101}}], "0.toc.title: toc の title に"),
        ([{"admonition": {"x": "y"}}], "0.admonition.x: admonition の x は使えま"),
        ({"snippets": {}}, "snippets: 拡張「snippets」は"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_at_its_place(value: object, line: str) -> None:
    found = read(value)
    (trouble,) = found.troubles
    assert str(trouble).startswith(line), trouble


def test_the_guide_lists_them_all() -> None:
    text = GUIDE.read_text("utf-8")
    for name in EXTENSIONS:
        assert f"`{name}`" in text, name
