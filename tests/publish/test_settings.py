"""What mkdocs.yml says reaches the pages: one run of the engine for each."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jinzai.publish.failure import PublishError
from jinzai.publish.frames import FrameRun


@contextmanager
def running(project: Path, text: str | bytes) -> Iterator[FrameRun]:
    """A run over the project with this mkdocs.yml."""
    data = text.encode() if isinstance(text, str) else text
    (project / "mkdocs.yml").write_bytes(data)
    work = project / "work"
    work.mkdir()
    run = FrameRun(project, project / "mkdocs.yml", work)
    try:
        yield run
    finally:
        run.stop()


def built(run: FrameRun, address: str) -> str:
    """The built page of a hand-written page."""
    pages = {page.address: shell for page, shell in run.frames().hand_pages}
    return pages[address].fill({"navigation": b"x", "report": b""}).decode()


def test_pages_have_links_to_their_source(project: Path) -> None:
    text = "site_name: 名前\nrepo_url: https://git.example.jp/a/b/\nedit_uri: edit/main/\n"
    with running(project, text) as run:
        assert run.settings().site_name == "名前"
        assert run.settings().edit_prefix == "https://git.example.jp/a/b/edit/main/"
        html = built(run, "about.html")
        assert run.frames().engine.notices == ()
    assert "https://git.example.jp/a/b/edit/main/content/pages/about.md" in html
    assert "api.github.com" not in html


def test_without_edit_uri_there_are_no_edit_links(project: Path) -> None:
    with running(project, "site_name: x\nrepo_url: https://github.com/a/b\n") as run:
        assert run.settings().edit_prefix == ""
        (notice,) = run.frames().engine.notices
        html = built(run, "about.html")
    assert str(notice).startswith("mkdocs.yml:2:1: repo_url だけでは、")
    assert "github.com" not in html


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("jinsai@example.lg.jp", "mailto:jinsai@example.lg.jp"),
        ("mailto:jinsai@example.lg.jp", "mailto:jinsai@example.lg.jp"),
        ("https://e.jp/new?t={title}", "https://e.jp/new?t={title}"),
    ],
)
def test_where_mistakes_are_reported(project: Path, said: str, given: str) -> None:
    with running(project, f"site_name: x\nextra: {{jinzai: {{report: '{said}'}}}}\n") as run:
        assert run.settings().report_to == given
        assert run.frames().engine.notices == ()


def test_what_else_stands_below_extra_is_noted(project: Path) -> None:
    text = "site_name: x\nextra: {social: [], jinzai: {reports: a@b.jp}}\n"
    way = "使わないのなら、mkdocs.yml から消してください。"
    with running(project, text) as run:
        assert run.settings().report_to == ""
        notices = run.frames().engine.notices
    assert tuple(map(str, notices)) == (
        f"mkdocs.yml:2:9: extra の social は使われません。{way}",
        f"mkdocs.yml:2:30: extra の jinzai の reports は使われません。{way}",
    )


def test_what_has_no_effect_is_noted(project: Path) -> None:
    text = (
        "site_name: x\nsitename: y\nplugins: [search]\nnav: [a.md]\n"
        "theme: {name: material, font: {text: Roboto}, features: [navigation.instant]}\n"
    )
    with running(project, text) as run:
        notices = "\n".join(map(str, run.frames().engine.notices))
    for word in ("plugins は使われません", "nav は使われません", "font", "navigation.instant"):
        assert word in notices
    assert "sitename: この名前の設定はありません" in notices


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("site_name: [\n", ("mkdocs.yml:1:12: ",)),
        ("", ("site_name",)),
        ("- x\n", ("mkdocs.yml:1:1: ",)),
        ("3\n", ("mkdocs.yml:1:1: ",)),
        ("theme: material\n", ("site_name: 必ず書いてください",)),
        ("theme:\n  language: jp\n", ("mkdocs.yml:2:3: ", "「jp」という言語はありません")),
        ("site_name: x\ntheme: mkdocs\n", ("mkdocs.yml:2:1: ", "material")),
        ("site_name: x\nextra: {jinzai: {report: 'javascript:a'}}\n", ("report", "javascript:a")),
        ("site_name: x\nextra: {jinzai: {report: 研修担当}}\n", ("report", "研修担当")),
        ("site_name: x\nextra_css: [gone.css]\n", ("mkdocs.yml:2:13: 「gone.css」",)),
        (
            "site_name: x\nmarkdown_extensions: [no_such]\n",
            ("mkdocs.yml:2:23: ", "no_such"),
        ),
        ("site_name: 計画".encode("cp932"), ("UTF-8ではありません",)),
    ],
)
def test_a_broken_mkdocs_yml_is_explained(
    project: Path, text: str | bytes, words: tuple[str, ...]
) -> None:
    with running(project, text) as run, pytest.raises(PublishError) as caught:
        run.settings()
    message = caught.value.message
    assert message.startswith("mkdocs.yml に誤りがあります。")
    assert all(word in message for word in words), message


def test_what_is_wrong_with_pages_is_told_together_with_it(project: Path) -> None:
    (project / "content" / "pages" / "index.md").write_text("# x\n")
    with running(project, "theme: x\n") as run, pytest.raises(PublishError) as caught:
        run.frames()
    assert [trouble.file for trouble in caught.value.troubles] == [
        "content/pages/index.md",
        "mkdocs.yml",
        "mkdocs.yml",
    ]


def test_no_setting_is_taken_for_a_slot_of_the_frame(project: Path) -> None:
    """The marks are made over mkdocs.yml too: what was read of another run's is only text."""
    with running(project, "site_name: x\n") as run:
        mark = run.marks.for_templates()["body"]["begin"]
    (project / "work").rename(project / "before")
    with running(project, f"site_name: {mark}\n") as run:
        html = built(run, "about.html")
        assert run.marks.for_templates()["body"]["begin"] != mark
    assert f"<title>このサイトについて - {mark}</title>" in html
