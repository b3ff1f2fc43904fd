"""Nothing in mkdocs.yml runs, and nothing of the machine gets into the site through it."""

import os
from pathlib import Path
from typing import Final

import pytest

from jinzai.publish.failure import PublishError
from jinzai.publish.frames import FrameRun

SECRET: Final = "secret-of-the-machine"
EVIL: Final = "import pathlib\npathlib.Path(__file__).with_name('ran').write_text('x')\nx = 1\n"

# Each text, and the place and the words of what is said of it. Files that they name are there.
WAYS: Final = {
    "a parent that runs": ("site_name: x\nINHERIT: base.yml\n", "2:1: INHERIT は使えません"),
    "a parent by a path": ("INHERIT: ../../base.yml\nsite_name: x\n", "1:1: INHERIT は使えません"),
    "a parent without a name": ("site_name: x\nINHERIT:\n", "2:1: INHERIT は使えません"),
    "an object": (
        "site_name: x\nextra: !!python/object/apply:os.system ['touch ran']\n",
        "2:8: ",
    ),
    "an object with state": (
        "site_name: x\nextra: !!python/object/new:os.system {args: ['touch ran']}\n",
        "2:8: ",
    ),
    "a name": ("site_name: x\nextra: !!python/name:content.more.evil.x\n", "2:8: "),
    "a module": ("site_name: x\nextra: {a: !!python/module:content.more.evil}\n", "2:12: "),
    "a tag in full": (
        "site_name: x\nextra: !<tag:yaml.org,2002:python/name:os.system> ''\n",
        "2:8: ",
    ),
    "a tag by its own name": (
        "%TAG !p! tag:yaml.org,2002:python/\n---\nsite_name: x\nextra: !p!name:os.system\n",
        "4:8: ",
    ),
    "a tag of a key": ("site_name: x\n!!python/name:os.system '': y\n", "2:1: "),
    "a variable": ("site_name: x\nsite_description: !ENV SECRET\n", "2:19: "),
    "a variable in a list": ("site_name: x\nextra_css: [!ENV SECRET]\n", "2:13: "),
    "a variable with more": ("site_name: !ENV [SECRET, x]\n", "1:12: "),
    "a path by a tag": ("site_name: x\nextra: !relative $docs_dir\n", "2:8: "),
    "a harmless tag": ("site_name: !!str x\n", "1:12: "),
    "an alias": ("site_name: &a x\nsite_description: *a\n", "1:12: "),
    "a billion laughs": ("a: &a [x, x]\nb: &b [*a, *a]\nsite_name: x\n", "1:4: "),
    "any extension": (
        "site_name: x\nmarkdown_extensions: [content.more.evil]\n",
        "2:23: 拡張「content.more.evil」は使えません",
    ),
    "any extension's class": (
        "site_name: x\nmarkdown_extensions:\n  - 'content.more.evil:Evil': {}\n",
        "3:5: 拡張「content.more.evil:Evil」は使えません",
    ),
    "an extension as a key": (
        "site_name: x\nmarkdown_extensions:\n  evil:\n    a: b\n",
        "3:3: 拡張「evil」は使えません",
    ),
    "snippets": (
        "site_name: x\nmarkdown_extensions:\n  - pymdownx.snippets: {base_path: [/]}\n",
        "3:5: 拡張「pymdownx.snippets」は使えません",
    ),
    "images from the disk": (
        "site_name: x\nmarkdown_extensions:\n  - pymdownx.b64: {base_path: /}\n",
        "3:5: 拡張「pymdownx.b64」は使えません",
    ),
    "a function as an option": (
        "site_name: x\nmarkdown_extensions:\n  - toc: {slugify: os.system}\n",
        "3:11: toc の slugify は使えません",
    ),
    "a fence that calls": (
        (
            "site_name: x\nmarkdown_extensions:\n"
            "  - pymdownx.superfences:\n      custom_fences: [{name: x, format: os.system}]\n"
        ),
        "4:7: pymdownx.superfences の custom_fences は使えません",
    ),
    "templates of one's own": (
        "site_name: x\ntheme: {name: material, custom_dir: content/pages}\n",
        "2:25: theme の custom_dir に書けるのは templates の中",
    ),
    "templates by a detour": (
        "site_name: x\ntheme: {custom_dir: templates/../content/pages}\n",
        "2:9: theme の custom_dir に",
    ),
    "templates by a link": (
        "site_name: x\ntheme: {custom_dir: content/link}\n",
        "2:9: theme の custom",
    ),
    "templates of the system": (
        "site_name: x\ntheme: {custom_dir: /tmp}\n",
        "2:9: theme の custom",
    ),
    "a logo of the system": (
        "site_name: x\ntheme: {logo: ../../secret.png}\n",
        "2:9: theme の logo",
    ),
    "a logo with markup": (
        "site_name: x\ntheme: {logo: 'a\" onerror=\"x.png'}\n",
        "2:9: theme の logo",
    ),
    "a tab's picture of a plan": (
        "site_name: x\ntheme: {favicon: /etc/hosts}\n",
        "2:9: theme の fav",
    ),
    "a script": (
        "site_name: x\nextra_javascript: [evil.js]\n",
        "2:1: extra_javascript は使えません",
    ),
    "a module script": (
        "site_name: x\nextra_javascript:\n  - {path: evil.mjs, type: module}\n",
        "2:1: extra_javascript は使えません",
    ),
    "a style sheet elsewhere": ("site_name: x\nextra_css: [//e.jp/x.css]\n", "2:13: extra_css に"),
    "the other direction": ("site_name: \u202ex\n", "1:12: 目に見えない文字"),
    "the other direction, escaped": ('site_name: "\\u202Ex"\n', "1:12: 目に見えない文字"),
    "a command to the terminal": ('site_name: "\\e[31mx"\n', "1:12: 目に見えない文字"),
    "a joint of nothing": ("site_name: x\ncopyright: a\u200bb\n", "2:13: 目に見えない文字"),
    "a conflict": ("site_name: x\n<<<<<<< HEAD\n", "2:1: 2人の変更"),
    "two documents": ("site_name: x\n---\nsite_name: y\n", "2:1: "),
}


@pytest.fixture
def hostile(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with all the files that the ways name."""
    monkeypatch.setenv("SECRET", SECRET)
    monkeypatch.chdir(project)
    for folder in (project, project / "content", project / "content" / "more"):
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").write_text("")
        (folder / "evil.py").write_text(EVIL)
    (project.parent / "base.yml").write_text("x: !!python/name:content.more.evil.x\n")
    (project / "base.yml").write_text("x: !!python/object/apply:os.system ['touch ran']\n")
    (project / "content" / "link").symlink_to(project.parent)
    return project


def trouble(project: Path, text: str) -> PublishError | None:
    """What keeps a project with this mkdocs.yml from becoming a site."""
    (project / "mkdocs.yml").write_text(text, "utf-8")
    work = project / "work"
    work.mkdir()
    run = FrameRun(project, project / "mkdocs.yml", work)
    try:
        return run.trouble()
    finally:
        run.stop()


@pytest.mark.parametrize("way", WAYS)
def test_it_is_refused_where_it_stands(hostile: Path, way: str) -> None:
    text, said = WAYS[way]
    failure = trouble(hostile, text)
    assert failure is not None
    lines = [str(one) for one in failure.troubles]
    assert any(line.startswith(f"mkdocs.yml:{said}") for line in lines), lines
    assert not list(hostile.rglob("ran*"))
    assert SECRET not in str(failure)


@pytest.mark.parametrize("key", ["hooks", "plugins", "validation", "mdx_configs", "not_in_nav"])
def test_what_is_not_ours_reaches_nobody(hostile: Path, key: str) -> None:
    assert trouble(hostile, f"site_name: x\n{key}: [evil.py, content/more/evil.py]\n") is None
    assert not list(hostile.rglob("ran*"))


def test_a_link_out_of_the_project_is_not_read(project: Path) -> None:
    (project.parent / "passwords.yml").write_text(f"site_name: {SECRET}\n")
    (project / "mkdocs.yml").unlink()
    (project / "mkdocs.yml").symlink_to("../passwords.yml")
    work = project / "work"
    work.mkdir()
    run = FrameRun(project, project / "mkdocs.yml", work)
    run.stop()
    failure = run.trouble()
    assert failure is not None
    assert str(failure.troubles[0]) == (
        "mkdocs.yml: リンクではなく、ファイルそのものを置いてください"
    )


def test_a_file_that_never_ends_is_not_read(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    os.mkfifo(project / "mkdocs.yml")
    work = project / "work"
    work.mkdir()
    run = FrameRun(project, project / "mkdocs.yml", work)
    run.stop()
    failure = run.trouble()
    assert failure is not None
    assert "通信用の特別なファイル" in str(failure.troubles[0])
