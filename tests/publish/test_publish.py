import base64
import hashlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from jinzai.publish.engine_process import EngineReport
from jinzai.publish.failure import PublishError
from jinzai.publish.manifest import MANIFEST
from jinzai.publish.page import Page
from jinzai.publish.publish import PublishReport, begin_shells, publish
from jinzai.publish.versions import VERSIONS

from .project import FILES, PAGES, REPOSITORY, around, page

THEME_ASSETS = REPOSITORY / "templates/theme/assets/jinzai"

Built = tuple[Path, PublishReport]


class Links(HTMLParser):
    """All (tag, attribute, value) of a page that name an address."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action") and value is not None:
                self.found.append((tag, name, value))
            if name == "id" and value:
                self.ids.add(value)


def build(root: Path, pages: tuple[Page, ...] = PAGES) -> PublishReport:
    with begin_shells(root, root / "mkdocs.yml", root / "site") as shells:
        return publish(shells, pages, FILES, around)


def contents(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_the_site_has_what_was_given_and_no_more(built: Built) -> None:
    site, report = built
    found = {name for name in contents(site) if not name.startswith("assets/")}
    assert found == {
        *(page.address for page in PAGES),
        "404.html",
        "about.html",
        "editing.html",
        "alpha/data/roles.csv",
        MANIFEST,
    }
    assert report.pages == 6
    assert report.files == len(contents(site)) - report.pages - 1
    assert report.notices == ()
    assert all(seconds >= 0 for seconds in report.seconds.as_dict().values())


def test_assets_are_only_what_is_used(built: Built) -> None:
    assets = {name for name in contents(built[0]) if name.startswith("assets/")}
    theme = {f"assets/jinzai/{path.name}" for path in THEME_ASSETS.iterdir()}
    assert "assets/jinzai/base.css" in theme
    assert assets == {*theme, "assets/search-index.js", "assets/search-guide.js", VERSIONS}


@pytest.mark.parametrize("address", [page.address for page in PAGES])
def test_a_page_is_whole(built: Built, address: str) -> None:
    html = (built[0] / address).read_text("utf-8")
    given = next(page for page in PAGES if page.address == address)
    assert "<title>役割 &lt;b&gt; - デジタル人材育成計画カタログ</title>" in html
    assert '<meta name="description" content="ひとつの &quot;役割&quot;">' in html
    assert given.body in re.sub(r"\?v=[0-9a-f]{12}", "", html)
    assert html.count(given.navigation) == 1
    assert ("現在の位置" in html) == bool(given.crumbs)
    assert ("元データを編集" in html) == bool(given.edit)
    assert "jinzaimark" not in html
    assert "generator" not in html


def test_hand_written_pages_have_the_navigation_too(built: Built) -> None:
    html = (built[0] / "about.html").read_text("utf-8")
    assert '<ul class="jz-nav"><li><a href="index.html">このサイトについて</a></li></ul>' in html
    assert '<a href="editing.html#roles">手引き</a>' in html
    report = "https://e.jp/new?title=このサイトについて&amp;address=about.html"
    assert f'<a href="{report}">このページの誤りを報告する</a>' in html
    assert "jinzaimark" not in html


def test_what_is_shown_where_no_page_is_links_nowhere_relative(built: Built, project: Path) -> None:
    missing = (built[0] / "404.html").read_text("utf-8")
    assert Links(missing).found == []
    assert "1つ上のページが開きます" in missing
    style = re.search(r"<style>(.*?)</style>", missing)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}';" in missing
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nsite_url: https://example.lg.jp/jinzai\n")
    build(project)
    missing = (project / "site" / "404.html").read_text("utf-8")
    links = [value for _, _, value in Links(missing).found]
    assert {"/jinzai/index.html", "/jinzai/search.html", "/jinzai/plans.html"} <= set(links)
    lead = {link.removeprefix("/jinzai/") for link in links} - {"#jz-main", "plans.html"}
    assert all((project / "site" / link.partition("?")[0]).is_file() for link in lead)
    loaded = {link for link in lead if link.startswith("assets/")}
    assert loaded
    assert all("?v=" in link for link in loaded)


def test_relative_links_resolve_at_every_depth(built: Built) -> None:
    site = built[0]
    for file in site.rglob("*.html"):
        address = file.relative_to(site).as_posix()
        for _, _, value in Links(file.read_text("utf-8")).found:
            parts = urlsplit(urljoin(f"https://site.invalid/sub/{address}", value))
            if parts.netloc != "site.invalid":
                continue
            assert parts.path.startswith("/sub/"), (address, value)
            target = site / unquote(parts.path.removeprefix("/sub/"))
            assert target.is_file(), (address, value)
            if parts.fragment:
                ids = Links(target.read_text("utf-8")).ids
                assert parts.fragment in ids, (address, value)


def test_nothing_is_loaded_from_outside(built: Built) -> None:
    for file in built[0].rglob("*.html"):
        html = file.read_text("utf-8")
        for tag, name, value in Links(html).found:
            if (tag, name) != ("a", "href"):
                assert not urlsplit(value).scheme, (file, tag, value)
                assert not urlsplit(value).netloc, (file, tag, value)
        assert "connect-src 'none'" in html
    for file in built[0].rglob("*.css"):
        style = re.sub(r"url\(['\"]?data:[^)]*\)", "", file.read_text("utf-8"))
        assert not re.findall(r"(?:url\(|@import)[^;)]*//[^;)]*", style), file


def test_two_builds_are_the_same_to_the_byte(project: Path) -> None:
    build(project)
    first = contents(project / "site")
    for file in (project / "content" / "pages").iterdir():
        os.utime(file, (1, 1))
    build(project)
    assert contents(project / "site") == first


def test_marks_in_content_stay_text(project: Path) -> None:
    about = project / "content" / "pages" / "about.md"
    with begin_shells(project, project / "mkdocs.yml", project / "site") as shells:
        marks = shells.run.marks.for_templates()
    text = "".join(slot["slot"] for slot in marks.values())
    about.write_text(f"# 説明\n\n{text}\n", "utf-8")
    build(project, (*PAGES, page("beta/index.html", body=text, title=text)))
    assert text in (project / "site" / "about.html").read_text("utf-8")
    assert (project / "site" / "beta" / "index.html").read_text("utf-8").count(text) == 2


def test_a_broken_link_in_a_hand_written_page_stops_the_build(project: Path) -> None:
    build(project)
    before = contents(project / "site")
    (project / "content" / "pages" / "about.md").write_text(
        "# 説明\n\n[a](gone.md)\n[b](alpha/roles/leader.html#gone)\n[c](editing.md)\n", "utf-8"
    )
    with pytest.raises(PublishError) as caught:
        build(project)
    assert "about.md:3:5: リンク先「gone.md」がありません" in caught.value.message
    assert "about.md:4:5: " in caught.value.message
    assert "editing" not in caught.value.message
    assert contents(project / "site") == before


def test_a_hand_written_page_cannot_take_the_place_of_another(project: Path) -> None:
    (project / "content" / "pages" / "search.md").write_text("# 検索\n", "utf-8")
    with pytest.raises(PublishError, match=r"search\.md: この名前のページは自動で作られます"):
        build(project)
    assert not (project / "site").exists()


def test_a_page_that_cannot_be_rendered_leaves_the_site(project: Path) -> None:
    build(project)
    before = contents(project / "site")

    def pages() -> Iterator[Page]:
        yield page("index.html", body="new")
        raise ZeroDivisionError

    with (
        begin_shells(project, project / "mkdocs.yml", project / "site") as shells,
        pytest.raises(ZeroDivisionError),
    ):
        publish(shells, pages(), (), around)
    assert contents(project / "site") == before
    work = project / ".site.jinzai"
    assert sorted(path.name for path in work.iterdir()) == [".gitignore", "lock", "written"]


def test_cancelling_stops_the_engine_and_leaves_the_site(project: Path) -> None:
    shells = begin_shells(project, project / "mkdocs.yml", project / "site")
    shells.cancel()
    shells.cancel()
    assert not (project / "site").exists()
    assert sorted(path.name for path in (project / ".site.jinzai").iterdir()) == [
        ".gitignore",
        "lock",
    ]
    build(project)


def test_a_frame_without_a_place_for_the_body_is_refused(project: Path) -> None:
    main = project / "templates" / "theme" / "main.html"
    main.write_text(main.read_text("utf-8").replace("{{ frame.body.slot }}", ""), "utf-8")
    with pytest.raises(PublishError, match="「body」の入る場所"):
        build(project)


def test_a_page_too_deep_is_a_mistake_of_ours(project: Path) -> None:
    with pytest.raises(ValueError, match=r"a/b/c/d\.html"):
        build(project, (page("a/b/c/d.html"),))


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs", "not_in_nav"])
def test_no_setting_leaves_a_page_out(project: Path, setting: str) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"\n{setting}: about.md\n")
    build(project)
    assert (project / "site" / "about.html").is_file()


def test_a_page_that_the_engine_left_out_is_named(project: Path) -> None:
    with begin_shells(project, project / "mkdocs.yml", project / "site") as shells:
        shells.run._engine.wait()
        (shells.run._html / "about.html").unlink()
        shells.run._engine.wait = lambda: EngineReport((), 0.0)  # type: ignore[method-assign]
        with pytest.raises(PublishError, match=r"about\.html"):
            shells.run.frames()


def test_pictures_of_hand_written_pages_come_along(project: Path) -> None:
    pages = project / "content" / "pages"
    (pages / "img").mkdir()
    (pages / "img" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (pages / "about.md").write_text("# 説明\n\n![図](img/a.png)\n", "utf-8")
    build(project)
    assert (project / "site" / "img" / "a.png").read_bytes() == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("moment", [0.0, 0.1, 0.25, 0.4, 0.55, 0.7])
def test_killed_at_any_moment_there_is_a_whole_site_in_the_end(
    project: Path, moment: float
) -> None:
    build(project)
    before = contents(project / "site")
    script = (
        "import sys; from pathlib import Path; from tests.publish.test_publish import build\n"
        "print('go', flush=True)\n"
        "while True: build(Path(sys.argv[1]))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(project)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(moment)
        process.kill()
    with begin_shells(project, project / "mkdocs.yml", project / "site"):
        assert contents(project / "site") == before
