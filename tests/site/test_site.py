"""The whole site of the five plans: links, anchors, hosts, order, and what a build leaves alone."""

import re
from pathlib import Path

import pytest

from jinzai.command.cli import main
from jinzai.model.words import SITE_FOLDERS

from .conftest import ROOT, copy_project
from .html import PageFacts, is_outside, read_pages, targets


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, PageFacts]:
    return read_pages(built)


def test_every_kind_of_page_is_there(pages: dict[str, PageFacts]) -> None:
    kinds = {re.sub(r"[^/]+\.html$", "", address).split("/", 1)[-1] for address in pages}
    wanted = {
        "roles/",
        "skills/",
        "courses/",
        "curricula/",
        "schedule/",
        "targets/",
        "practice/",
        "organisation/",
        "glossary/",
        "chapters/",
        "data/",
    }
    assert wanted <= kinds
    assert {"index.html", "search.html", "frameworks/index.html", "data/index.html"} <= set(pages)


def test_every_folder_of_the_site_is_a_plans_or_reserved(built: Path) -> None:
    """A plan with the id of another folder would lie in it, or not be built at all."""
    plans = {path.name for path in (ROOT / "content/plans").iterdir() if path.is_dir()}
    folders = {path.name for path in built.iterdir() if path.is_dir()}
    assert folders - plans <= SITE_FOLDERS


def test_every_link_and_anchor_resolves(built: Path, pages: dict[str, PageFacts]) -> None:
    broken = []
    checked = 0
    for page in pages.values():
        for url, path, anchor in targets(page):
            checked += 1
            if not (built / path).is_file():
                broken.append(f"{page.address}: {url}")
            elif anchor and path in pages and anchor not in pages[path].ids:
                broken.append(f"{page.address}: {url} (no such anchor)")
    assert not broken
    assert checked > 20 * len(pages)


def test_every_page_is_reached_from_home(pages: dict[str, PageFacts]) -> None:
    reached = {"index.html"}
    pending = ["index.html"]
    while pending:
        for _, path, _ in targets(pages[pending.pop()]):
            if path in pages and path not in reached:
                reached.add(path)
                pending.append(path)
    assert set(pages) - reached == {"404.html"}  # Web servers show it where there is no page.


def test_nothing_is_loaded_from_another_host(built: Path, pages: dict[str, PageFacts]) -> None:
    outside = [
        f"{page.address}: {url}"
        for page in pages.values()
        for url in page.loads
        if is_outside(url) and not url.startswith("data:")
    ]
    assert not outside
    for style in built.rglob("*.css"):
        text = style.read_text("utf-8")
        assert not re.search(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//", text), style


def test_links_are_relative(pages: dict[str, PageFacts]) -> None:
    absolute = [
        f"{page.address}: {url}"
        for page in pages.values()
        for url in [*page.links, *page.loads]
        if url.startswith("/")
    ]
    assert not absolute


def test_pages_have_one_title_and_one_first_heading(pages: dict[str, PageFacts]) -> None:
    for page in pages.values():
        assert page.titles == 1, page.address
        assert page.headings.count("h1") == 1, page.address


def test_no_mark_of_a_shell_and_no_placeholder_syntax_is_left(built: Path) -> None:
    for path in built.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "jinzai-shell" not in text, path
        if path.parent.name in {"rules", "guide"}:
            continue  # these show what editors write
        assert "](" not in re.sub(
            r"<(script|style|code|pre)\b.*?</\1>", "", text, flags=re.DOTALL
        ), path


def test_two_builds_are_byte_identical(built: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    main(["--root", str(project)])
    first, second = _files(built), _files(project / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_build_with_errors_leaves_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_project(tmp_path)
    main(["--root", str(project)])
    before = _files(project / "site")
    roles = project / "content/plans/hirakata/roles.yaml"
    roles.write_text(roles.read_text("utf-8").replace("name: ", "nmae: ", 1), "utf-8")
    capsys.readouterr()
    assert main(["--root", str(project)]) == 1
    assert _files(project / "site") == before
    assert "エラー[unknown-key]" in capsys.readouterr().out


def _files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
