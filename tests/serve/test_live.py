"""Editing with the preview running: what is saved is seen, what is broken does no harm."""

import os
import re
import shutil
import threading
from pathlib import Path

import pytest

from jinzai.publish.memory import SiteInMemory
from jinzai.serve.connections import _Doing
from jinzai.serve.notice import Notice
from tests.waiting import PATIENCE, until

from .running import Running, running

ROLES = "plans/demo/roles.yaml"
LEADER = "/demo/roles/leader.html"


def banner(html: str) -> str:
    """The notice on a page, or nothing."""
    found = re.search(r'<aside class="jz-serve.*?</aside>', html, re.DOTALL)
    return found[0] if found else ""


def test_a_save_is_seen(preview: Running) -> None:
    assert "まとめ役" not in preview.text(LEADER)
    path = preview.file(ROLES)
    text = path.read_text("utf-8").replace("name: リーダー", "name: まとめ役")
    path.write_text(text, "utf-8")  # In place, so it may be seen empty first.
    until(lambda: "まとめ役" in preview.text(LEADER))
    page = preview.text(LEADER)
    assert "<h1>まとめ役" in re.sub(r"<h1[^>]*>\s*", "<h1>", page)
    assert banner(page) == ""


def test_whoever_waits_is_told_of_a_save(preview: Running) -> None:
    seen = preview.stand.view.version
    told: list[str] = []
    path = f"/__jinzai__/wait.js?seen={seen}"

    def ask() -> None:
        """As a page does: again, where for a while there was nothing to tell."""
        while seen in (answer := preview.text(path)):
            pass
        told.append(answer)

    waiting = threading.Thread(target=ask)
    waiting.start()
    states = preview.server._http.connections._open
    until(lambda: any(state.doing is _Doing.ANSWERING for state in list(states.values())))
    assert told == []
    preview.change(ROLES, "name: リーダー", "name: まとめ役")
    waiting.join(PATIENCE)
    assert told == [f'jinzaiServe.version("{preview.stand.view.version}");\n']
    assert preview.stand.view.version != seen


def test_a_save_that_changes_nothing_to_be_seen_reloads_nothing(
    preview: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = preview.stand.view
    shown: list[bool] = []
    show = preview.stand.show

    def told(site: SiteInMemory | None, notice: Notice | None) -> bool:
        shown.append(show(site, notice))
        return shown[-1]

    monkeypatch.setattr(preview.stand, "show", told)
    (preview.root / "content/plans/demo/.roles.yaml.swp").write_bytes(b"\0")
    until(lambda: shown)
    os.utime(preview.file(ROLES))
    until(lambda: len(shown) > 1)
    assert not any(shown)
    assert preview.stand.view is before


def test_broken_content_is_told_above_the_last_good_page_until_it_is_mended(
    preview: Running,
) -> None:
    before = preview.stand.view
    good = preview.text(LEADER)
    preview.change(ROLES, "role: staff", "role: stuff")
    preview.until_changed(before)
    page = preview.get(LEADER)
    assert page.status == 200
    told = banner(page.text)
    assert "内容に誤りがあります（エラー1件）" in told
    assert "content/plans/demo/roles.yaml:5:13" in told
    assert "[unknown-role]" in told
    assert "<mark>stuff</mark>" in told
    assert "もしかして: staff" in told
    assert "最後に作れたページ" in told
    assert page.text.replace(told, "").split("</aside>")[0].count("<h1") == good.count("<h1")
    assert preview.stand.view.site is before.site
    assert "内容に誤りがあります" in preview.text("/about.html")
    broken = preview.stand.view
    preview.change(ROLES, "role: stuff", "role: staff")
    preview.until_changed(broken)
    assert banner(preview.text(LEADER)) == ""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (ROLES, b"roles: [\n"),
        (ROLES, "roles:\n  - id: 役割\n".encode("cp932")),
        (ROLES, b"\0\xff\xfe"),
        (ROLES, b"- " * 5000),
        (ROLES, b"roles: {{ 1/0 }} <script>alert(1)</script>\n"),
        ("plans/demo/plan.yaml", b""),
        ("frameworks/role-classes.yaml", b"id: x\n"),
        ("plans/demo/chapters/background.md", b"[a](role:none) <script>alert(1)</script>"),
        ("pages/about.md", b"[x](gone.md)"),
        ("pages/about.md", b"\x82\xa0"),
        ("pages/../../mkdocs.yml", b"site_name: [\n"),
        ("../mkdocs.yml", b"theme: {name: nothing}\n"),
        ("../templates/plan/role.html", b"{% if %}"),
        ("../templates/plan/role.html", b"{{ nothing_of_the_kind }}"),
        ("../templates/theme/main.html", b"<p>{{ page.title }}</p>"),
    ],
)
def test_any_content_is_survived(mended: Running, name: str, data: bytes) -> None:
    preview = mended
    first = preview.stand.view
    path = preview.file(name)
    good = path.read_bytes()
    preview.put(path, data)
    preview.until_changed(first)
    page = preview.get(LEADER)
    assert page.status == 200
    told = banner(page.text)
    assert told
    assert not re.search(r"Traceback|<script>alert|File &#34;", told)
    assert preview.stand.view.site is first.site
    path.write_bytes(good)  # In place, so it may be seen empty first.
    preview.until(lambda view: view.notice is None)
    assert preview.stand.view.site == first.site


def test_renamed_and_deleted_plans_are_followed(preview: Running) -> None:
    before = preview.stand.view
    demo = preview.file("plans/demo")
    demo.rename(demo.with_name("renamed"))
    plan = demo.with_name("renamed") / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("id: demo", "id: renamed"), "utf-8")
    preview.until(lambda view: view.site is not before.site)
    assert preview.get("/renamed/roles/leader.html").status == 200
    gone = preview.get(LEADER)
    assert gone.status == 404
    assert "ページがありません" in gone.text
    assert "reload.js" in gone.text
    shutil.rmtree(demo.with_name("renamed"))
    # While it is being deleted, a part of it may be seen.
    preview.until(lambda view: view.site is not None and "renamed/index.html" not in view.site)
    assert preview.get("/renamed/").status == 404
    assert preview.get("/other/").status == 200


def test_even_the_whole_content_may_vanish_and_come_back(preview: Running) -> None:
    before = preview.stand.view
    content = preview.root / "content"
    content.rename(preview.root / "elsewhere")
    preview.until_changed(before)
    assert "[missing-content]" in banner(preview.text(LEADER))
    gone = preview.stand.view
    (preview.root / "elsewhere").rename(content)
    preview.until_changed(gone)
    assert preview.stand.view.notice is None
    assert preview.stand.view.site == before.site


def test_many_quick_saves_end_in_the_last(preview: Running) -> None:
    path = preview.file(ROLES)
    text = path.read_text("utf-8")
    for number in range(60):
        # As many editors save: a new file takes the old one's name.
        new = path.with_suffix(".tmp")
        new.write_text(text.replace("name: リーダー", f"name: まとめ役{number}"), "utf-8")
        new.replace(path)
    until(lambda: "まとめ役59" in preview.text(LEADER))
    assert preview.stand.view.notice is None


def test_requests_while_building_see_one_site_or_the_other(preview: Running) -> None:
    stop = threading.Event()
    wrong: list[str] = []
    names = re.compile(r"リーダー|まとめ役")

    def read() -> None:
        while not stop.is_set():
            got = preview.get(LEADER)
            title = re.search(r"<title>(.*?) - ", got.text)
            heading = re.search(r"<h1[^>]*>(.*?)</h1>", got.text, re.DOTALL)
            if got.status != 200 or title is None or heading is None:
                wrong.append(f"{got.status}")
            elif set(names.findall(title[1])) != set(names.findall(heading[1])):
                wrong.append(f"{title[1]} {heading[1]}")

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for old, new in [("リーダー", "まとめ役"), ("まとめ役", "リーダー")] * 2:
        before = preview.stand.view
        preview.change(ROLES, f"name: {old}", f"name: {new}")
        preview.until_changed(before)
    stop.set()
    for reader in readers:
        reader.join()
    assert wrong == []


def test_before_there_is_a_good_site_the_findings_stand_alone(
    project: Path, tmp_path: Path
) -> None:
    roles = project / "content" / ROLES
    good = roles.read_bytes()
    roles.write_bytes(b"roles: <b>\n")
    work = tmp_path / "work"
    work.mkdir()
    with running(project, work) as preview:
        preview.until(lambda view: view.notice is not None)
        page = preview.get(LEADER)
        assert page.status == 503
        assert "サイトはまだありません" in page.text
        assert "content/plans/demo/roles.yaml:1" in banner(page.text)
        assert "<b>&" not in page.text
        roles.write_bytes(good)
        preview.until(lambda view: view.site is not None)
        assert preview.get(LEADER).status == 200


def test_warnings_are_told_but_folded(preview: Running) -> None:
    before = preview.stand.view
    plan = preview.file("plans/demo/plan.yaml")
    text = plan.read_text("utf-8")
    preview.put(plan, text[: text.index("suppress:")].encode())
    preview.until_changed(before)
    told = banner(preview.text("/demo/"))
    assert "指摘があります（警告1件）" in told
    assert "<details open>" not in told
    assert preview.stand.view.site is not None


def test_a_changed_template_and_a_changed_frame_are_seen(preview: Running) -> None:
    before = preview.stand.view
    style = preview.root / "templates/theme/assets/jinzai/base.css"
    preview.put(style, style.read_bytes() + b"\n.new { color: red }\n")
    preview.until_changed(before)
    assert ".new { color: red }" in preview.text("/assets/jinzai/base.css")
    before = preview.stand.view
    role = preview.root / "templates/page/body.html"
    text = role.read_text("utf-8")
    assert "<h1" in text
    preview.put(role, text.replace("<h1", "<p>先頭の一行</p><h1", 1).encode())
    preview.until_changed(before)
    assert "先頭の一行" in preview.text(LEADER)
    before = preview.stand.view
    preview.put(preview.file("pages/about.md"), "# 変えた題名\n".encode())
    preview.until_changed(before)
    assert "変えた題名" in preview.text("/about.html")
    assert "変えた題名" in preview.text("/search.html"), "the navigation names it"


def test_site_stays_untouched_and_nothing_is_left(project: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (project / "site").mkdir()
    (project / "site" / "mine.txt").write_text("x", "utf-8")
    with running(project, work) as preview:
        preview.until(lambda view: view.site is not None)
    assert [path.name for path in (project / "site").iterdir()] == ["mine.txt"]
    assert not (project / ".site.jinzai").exists()
    assert [path.name for path in work.iterdir()] == ["compiled"]
