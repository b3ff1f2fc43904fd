"""A site made again in a warm process is the site that a first build makes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jinzai.command.rebuild import Outcome, Rebuilder
from jinzai.publish.frames import FrameRun
from jinzai.publish.memory import SiteInMemory
from jinzai.publish.page import Page
from jinzai.render.page.place import PlanContext
from jinzai.render.render import render_own_pages
from jinzai.serve.snapshot import look


@pytest.fixture
def warm(project: Path, tmp_path: Path) -> Iterator[Rebuilder]:
    """A rebuilder that has built once."""
    work = tmp_path / "warm"
    work.mkdir()
    rebuilder = Rebuilder(project, work)
    assert rebuilder.build(look(project)).site is not None
    yield rebuilder
    rebuilder.close()


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def cold(root: Path, tmp_path: Path) -> SiteInMemory:
    work = tmp_path / "cold"
    work.mkdir(exist_ok=True)
    rebuilder = Rebuilder(root, work)
    try:
        site = rebuilder.build(look(root)).site
    finally:
        rebuilder.close()
    assert site is not None
    return site


def test_after_any_edit_all_is_as_a_first_build_makes_it(
    warm: Rebuilder, project: Path, tmp_path: Path
) -> None:
    plan = "content/plans/demo/"
    edits: list[tuple[str, str, str]] = [
        # Shown on that plan's pages, and on those of others that name it.
        (plan + "roles.yaml", "name: リーダー", "name: まとめ役"),
        (plan + "plan.yaml", "name: 見本市", "name: 見本町"),
        ("content/plans/other/plan.yaml", "見本県デジタル人材育成方針", "見本府の方針"),
        # Moves every line of a file, and with them the links to source.
        (plan + "roles.yaml", "roles:\n", "# 注\n\nroles:\n"),
        ("mkdocs.yml", "theme:\n", "repo_url: https://example.lg.jp/a\nedit_uri: e/\ntheme:\n"),
        ("content/frameworks/role-classes.yaml", "title: ", "title: 新しい"),
        ("templates/plan/role.html", "{% ", "<p>雛形</p>{% "),
        ("content/pages/about.md", "# このサイト", "# 変えた題名\n\nこのサイト"),
    ]
    for name, old, new in edits:
        edit(project, name, old, new)
        outcome = warm.build(look(project))
        assert outcome.failure is None
        assert outcome.site == cold(project, tmp_path), name


def test_the_engine_starts_only_where_its_sources_changed(
    warm: Rebuilder, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Path] = []
    begin = FrameRun.__init__

    def counted(self: FrameRun, root: Path, config: Path, work: Path) -> None:
        started.append(work)
        begin(self, root, config, work)

    monkeypatch.setattr(FrameRun, "__init__", counted)
    edit(project, "content/plans/demo/roles.yaml", "name: リーダー", "name: まとめ役")
    warm.build(look(project))
    edit(project, "templates/plan/role.html", "{% ", "<p>雛形</p>{% ")
    warm.build(look(project))
    assert started == []
    edit(project, "content/pages/about.md", "本文", "新しい本文")
    warm.build(look(project))
    edit(project, "mkdocs.yml", "theme:\n", "site_author: x\ntheme:\n")
    warm.build(look(project))
    assert len(started) == 2
    assert [path.exists() for path in started] == [False, True]


def test_pages_of_an_unchanged_plan_are_kept(
    warm: Rebuilder, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []

    def counted(context: PlanContext) -> Iterator[Page]:
        rendered.append(context.plan.id)
        return render_own_pages(context)

    monkeypatch.setattr("jinzai.work.parts.render_own_pages", counted)
    edit(project, "content/plans/demo/glossary.yaml", "description: ", "description: 新しく、")
    warm.build(look(project))
    assert rendered == ["demo"]


def failed(outcome: Outcome) -> str:
    assert outcome.site is None
    assert outcome.failure is not None
    assert "Traceback" not in outcome.failure.message + outcome.failure.remedy
    return outcome.failure.message


def test_what_fails_is_told_and_done_anew(warm: Rebuilder, project: Path) -> None:
    good = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text("site_name: [", "utf-8")
    assert "mkdocs.yml に誤りがあります" in failed(warm.build(look(project)))
    (project / "mkdocs.yml").write_text(good, "utf-8")
    assert warm.build(look(project)).site is not None
    edit(project, "templates/plan/role.html", "{% ", "{% nonsense %}{% ")
    message = failed(warm.build(look(project)))
    assert re.search(r"templates/plan/role\.html:\d+:1: テンプレートに誤りがあります", message)


def test_no_room_on_the_disk_is_told(project: Path, tmp_path: Path) -> None:
    rebuilder = Rebuilder(project, tmp_path / "none")
    assert "に書き込み" in failed(rebuilder.build(look(project)))
    rebuilder.close()
    rebuilder.close()
