"""`build.py check` promises a build: both report whatever stops one, in the same words."""

import json
import re
import shutil
from pathlib import Path

import pytest

from jinzai.command.cli import main
from jinzai.command.report import print_counts
from jinzai.command.reporter import folder_in_repository
from jinzai.work.clock import Clock
from jinzai.work.examination import examine
from jinzai.work.workers import ThisProcess
from tests.trust.project import make_project


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without findings, built once so that templates need not be compiled again."""
    root = make_project(tmp_path_factory.mktemp("sound") / "project")
    assert main(["--root", str(root)]) == 0
    return root


@pytest.fixture
def project(sound: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(sound, tmp_path / "project")


def said(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """The exit status, and what was told but for figures and where the site stands."""
    capsys.readouterr()
    status = main([*arguments, "--root", str(root)])
    shown = capsys.readouterr()
    told = [
        line
        for line in (shown.out + shown.err).splitlines()
        if not re.match(r"計画 |指摘 |計画$|(?:demo|other|合計) +\d|site/ を作|サイトは作っ", line)
        and not re.match(r"エラーが\d+件あります。|エラーはないので、|間違いは見つかりません", line)
        and not re.match(r" *計画 +役割", line)
    ]
    assert "Traceback" not in shown.err
    return status, sorted(re.sub(r"/tmp/\S*?jinzai-error-\S+", "LOG", line) for line in told)


def both(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What check and build say alike; asserts that both find something."""
    checked = said(root, capsys, "check")
    assert checked == said(root, capsys)
    assert checked[0] == 1
    return "\n".join(checked[1])


def test_a_clean_check_is_followed_by_a_build(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(project, capsys, "check") == (0, [])
    assert said(project, capsys) == (0, [])


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("content/pages/X.MD", "# x\n", "content/pages/X.MD: "),
        ("content/pages/jinzai-shell.md", "# x\n", "content/pages/jinzai-shell.md: "),
        ("content/pages/search.md", "# x\n", "content/pages/search.md: この名前のページは自動で"),
        ("content/pages/search.html/a.md", "# x\n", "同じ場所"),
        ("content/pages/a.md", "---\ntemplate: x\n---\n", "content/pages/a.md:2:1: 「template」"),
        ("content/pages/a.md", "# x\n\n[y](gone.md)\n", "content/pages/a.md:3:5: リンク先"),
        ("content/pages/a.md", "[y](demo/index.html#no)\n", "content/pages/a.md:1:5: リンク先"),
        ("content/pages/a.md", "# x\n\n<script>1</script>\n", "content/pages/a.md:3:1: <script>"),
        ("content/pages/a.md", "x\n\n</div></article>\n", "content/pages/a.md:3:7: </article>"),
        ("content/pages/a.md", "[y](b.html){: onclick=x }\n", "content/pages/a.md:1:"),
        ("mkdocs.yml", "site_name: [\n", "mkdocs.yml:1:12: ここで始まる「[」"),
        ("mkdocs.yml", "site_name: x\ntheme:\n  language: jp\n", "mkdocs.yml:3:3: theme"),
        ("mkdocs.yml", "site_name: x\nextra:\n  jinzai: 1\n", "mkdocs.yml:3:3: extra"),
        ("mkdocs.yml", "site_name: x\nmarkdown_extensions: [no]\n", "mkdocs.yml:2:23: 拡張「no」"),
        ("templates/plan/role.html", "{% if %}", "templates/plan/role.html:1:1: "),
        ("templates/theme/main.html", "{% no %}", "templates/theme/main.html:1:1: "),
        ("templates/theme/main.html", "<p>{{ page.content }}", "templates/theme の枠に"),
    ],
)
def test_what_stops_a_build_is_told_by_check(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, told: str
) -> None:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    words = both(project, capsys)
    code = {"mkdocs.yml": "settings", "templates": "template"}.get(name.split("/")[0], "page")
    codes = re.findall(r"エラー\[([a-z-]+)\]", words)
    assert codes
    assert set(codes) <= {f"broken-{code}", f"broken-{code}-link"}
    assert told in re.sub(r"エラー\[[a-z-]+\] ", "", words)
    assert "もう一度ビルド" not in words


def test_every_finding_about_the_site_is_written_like_one_about_content(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about = project / "content/pages/about.md"
    about.write_text("# 題\n\n[ア](gone.md)を見る\n", "utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\n\nextra_javascript: [x.js]\n")
    line = (project / "mkdocs.yml").read_text("utf-8").count("\n")
    capsys.readouterr()
    assert main(["check", "--root", str(project)]) == 1
    assert capsys.readouterr().out.rpartition("\n計画 2・")[0] == (
        "content/pages/about.md:3:5: エラー[broken-page-link] リンク先「gone.md」がありません。\n"
        "    [ア](gone.md)を見る\n"
        "         ^^^^^^^\n"
        "  ヒント: つづりと、このファイルから見た位置を確かめて、直してください。\n"
        "\n"
        f"mkdocs.yml:{line}:1: エラー[broken-settings] extra_javascript は使えません。\n"
        "    extra_javascript: [x.js]\n"
        "    ^^^^^^^^^^^^^^^^\n"
        "  ヒント: サイトで動くプログラムは、設定では足せません。\n"
    )


def test_no_mistake_hides_another(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = {
        "content/pages/front.md": "---\ntemplate: x\n---\n",
        "content/pages/markup.md": "<script>1</script>\n",
        "content/pages/X.MD": "# x\n",
        "content/pages/image.md": "![絵](no.png)\n",
        "content/pages/anchor.md": "[値](about.html#none)\n",
        "content/pages/top.md": "[計画](plan.html)\n",
    }
    for name, text in made.items():
        (project / name).write_text(text, "utf-8")
    inside = project / "content/pages/inside.md"
    inside.write_text("[役割](demo/roles/gone.html) [研修](demo/courses/index.html)\n", "utf-8")
    of_pages = {*made, "content/pages/inside.md"}
    assert files_with_errors(project, capsys) == of_pages
    # What needs the catalogue cannot be checked beside errors of the content; all else can.
    good = (project / "mkdocs.yml").read_text("utf-8")
    for settings in ("site_name: [1]\n", "site_name: [\n", f"{good}\nINHERIT: x\n"):
        (project / "mkdocs.yml").write_text(settings, "utf-8")
        assert files_with_errors(project, capsys) == {*of_pages, "mkdocs.yml"}
    (project / "content/plans/demo/roles.yaml").write_text("roles: [\n", "utf-8")
    both_kinds = {*made, "mkdocs.yml", "content/plans/demo/roles.yaml"}
    assert files_with_errors(project, capsys) == both_kinds
    (project / "mkdocs.yml").write_text(f"{good}\nplugins: [x]\n", "utf-8")
    assert files_with_errors(project, capsys) == both_kinds - {"mkdocs.yml"}
    (project / "mkdocs.yml").unlink()
    assert files_with_errors(project, capsys) == both_kinds


def files_with_errors(root: Path, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The files of the errors in the JSON of check and of a build, which must be the same."""
    told = []
    for arguments in (["check"], []):
        capsys.readouterr()
        assert main([*arguments, "--root", str(root), "--format", "json"]) == 1
        shown = capsys.readouterr()
        found = json.loads(shown.out)
        errors = [one for one in found if one["severity"] == "error"]
        assert f"（エラー{len(errors)}" in shown.err
        told.append({one["file"] for one in errors})
    assert told[0] == told[1]
    return told[0]


def test_what_has_no_effect_is_noted_by_both(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nplugins: [no-such-plugin]\nhooks: [gone.py]\n")
    status, notices = said(project, capsys, "check")
    assert status == 0
    assert [re.sub(r":\d+:1: ", ":N:1: ", line) for line in notices if "mkdocs.yml:" in line] == [
        f"mkdocs.yml:N:1: 参考[unused-setting] {name} は使われません。"
        for name in ("plugins", "hooks")
    ]
    assert notices.count("  ヒント: 使わないのなら、mkdocs.yml から消してください。") == 2
    assert said(project, capsys) == (0, notices)


def test_findings_do_not_hide_what_else_is_wrong(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/plans/demo/roles.yaml").write_text("roles: [\n", "utf-8")
    (project / "content/pages/a.md").write_text("<script>1</script>\n", "utf-8")
    assert "a.md:1:1: エラー[broken-page] <script>" in both(project, capsys)
    (project / "content/pages/X.MD").write_text("# x\n", "utf-8")
    (project / "mkdocs.yml").write_text("site_name: [1]\n", "utf-8")
    told = both(project, capsys)
    for word in ("roles.yaml:", "X.MD: ", "mkdocs.yml:1:1: "):
        assert word in told


def test_check_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(project.rglob("*"))
    shutil.rmtree(project / "site")
    shutil.rmtree(project / ".site.jinzai")
    said(project, capsys, "check")
    gone = {"site", ".site.jinzai"}
    left = [path for path in before if path.relative_to(project).parts[0] not in gone]
    assert sorted(project.rglob("*")) == left


def test_two_plans_of_one_id_are_counted_by_their_folders(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(project / "content/plans/demo", project / "content/plans/pasted")
    found = examine(project, lambda _: ThisProcess(), Clock(), counting=True)
    print_counts(found.figures, "text")
    shown = capsys.readouterr().out
    assert re.findall(r"(?m)^(\w+) +\d+ ", shown) == ["demo", "other", "pasted", "合計"]
    assert main(["check", "--root", str(project)]) == 1
    assert "警告[same-plan-title]" in capsys.readouterr().out


def test_what_is_accepted_for_a_whole_plan_is_counted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = project / "content/plans/demo/plan.yaml"
    text = plan.read_text("utf-8").replace("    at: course:data-basic\n", "    count: 1\n")
    plan.write_text(text, "utf-8")
    assert main(["check", "--root", str(project)]) == 0
    shown = capsys.readouterr().out
    assert "demo の全体で確認済みの警告: hours-missing 1件" in shown
    assert "指摘 0" in shown
    plan.write_text(text.replace("    count: 1\n", ""), "utf-8")
    assert main(["check", "--root", str(project)]) == 0
    assert "「count: 1」と書いてください" in capsys.readouterr().out


def last_lines(root: Path, capsys: pytest.CaptureFixture[str], form: str) -> list[str]:
    """The figures and the next step of a check that must fail, without a table before them."""
    capsys.readouterr()
    assert main(["check", "--root", str(root), "--format", form]) == 1
    shown = capsys.readouterr()
    assert not re.search(r"(?m)^合計 ", shown.out + shown.err)
    return (shown.out if form == "text" else shown.err).splitlines()[-2:]


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize(
    ("name", "text", "errors"),
    [
        ("mkdocs.yml", "site_name: [\n", 1),
        ("mkdocs.yml", "site_name: [1]\ntheme: x\n", 2),
        ("content/pages/about.md", "# x\n\n<script>1</script>\n", 1),
        ("templates/theme/main.html", "{% no %}", 1),
        ("content/plans/demo/roles.yaml", "roles: [\n", 1),
    ],
)
def test_the_last_line_counts_what_stops_a_build(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, errors: int, form: str
) -> None:
    (project / name).write_text(text, "utf-8")
    figures, step = last_lines(project, capsys, form)
    assert f"・指摘 {errors}（エラー{errors}）・" in figures
    assert step == (
        f"エラーが{errors}件あります。このままではサイトを作れません。"
        "直してから、もう一度 check を実行してください。"
    )


def test_the_last_line_counts_findings_of_content_and_site_together(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/plans/demo/roles.yaml").write_text("roles: [\n", "utf-8")
    (project / "mkdocs.yml").write_text("site_name: [\n", "utf-8")
    assert "・指摘 2（エラー2）・" in last_lines(project, capsys, "text")[0]
    assert main(["--root", str(project)]) == 1
    built = capsys.readouterr().out.splitlines()[-1]
    assert built.startswith("サイトは作っていません（site/ は前のままです）: ")
    assert "・指摘 2（エラー2）・" in built


@pytest.mark.parametrize("arguments", [("check",), ()])
def test_notices_are_counted_but_a_site_is_promised(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nplugins: [no-such-plugin]\n")
    capsys.readouterr()
    assert main([*arguments, "--root", str(project)]) == 0
    lines = capsys.readouterr().out.splitlines()
    if arguments:
        assert lines.pop() == (
            "エラーはないので、サイトを作れます。参考1件は、上の説明を確かめてください。"
        )
    assert "・指摘 1（参考1）・" in lines[-1]
    assert lines[-1].endswith("秒")


def test_the_last_line_says_what_to_do_with_warnings(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/plans/demo/memo.txt").write_text("x", "utf-8")
    capsys.readouterr()
    assert main(["check", "--root", str(project)]) == 0
    shown = capsys.readouterr().out
    assert "content/plans/demo/memo.txt: 警告[unknown-file] " in shown
    assert re.search(r"(?m)^合計 ", shown)
    assert shown.splitlines()[-1] == (
        "エラーはないので、サイトを作れます。警告1件は、確かめて直すか、"
        "そのままでよい理由を plan.yaml の suppress に書いてください。"
    )


def test_the_last_line_says_that_all_is_well(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["check", "--root", str(project)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "間違いは見つかりませんでした。build.py でサイトを作れます。"
    assert "・指摘 0・" in lines[-2]


def test_a_misspelt_setting_and_the_one_that_is_missing_are_one_message(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "mkdocs.yml").write_text("theme: material\n\nsite_nmae: x\n", "utf-8")
    told = both(project, capsys)
    assert "mkdocs.yml:3:1: エラー[broken-settings] site_nmae: この名前の設定はありません。" in told
    assert "  ヒント: もしかして: site_name。" in told
    assert "必ず書いてください" not in told
    assert "・指摘 1（エラー1）・" in last_lines(project, capsys, "text")[0]


def test_a_broken_template_is_counted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "templates/plan/role.html").write_text("{% if %}", "utf-8")
    assert main(["check", "--root", str(project)]) == 1
    shown = capsys.readouterr()
    assert "・指摘 1（エラー1）・" in shown.out
    assert "templates/plan/role.html:1:1: エラー[broken-template]" in shown.out
    assert shown.err == ""


def test_a_project_in_a_folder_of_a_repository_is_named_from_its_top(tmp_path: Path) -> None:
    project = tmp_path / "repository" / "sub" / "catalogue"
    project.mkdir(parents=True)
    assert folder_in_repository(project) == ""
    (tmp_path / "repository" / ".git").mkdir()
    assert folder_in_repository(project) == "sub/catalogue/"
    assert folder_in_repository(tmp_path / "repository") == ""
    # A linked worktree has a file of this name.
    (project / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    assert folder_in_repository(project) == ""
