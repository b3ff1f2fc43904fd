"""What is said of settings in mkdocs.yml that have no effect, always with its place."""

import re
from pathlib import Path

import pytest
import yaml

from jinzai.publish.mkdocs_extra import report_to
from jinzai.publish.mkdocs_notices import notices
from jinzai.publish.settings_file import read_settings_file


def noticed(folder: Path, text: str) -> list[str]:
    """Every notice on a file with this text."""
    file = folder / "mkdocs.yml"
    file.write_text(text, "utf-8")
    return [str(notice) for notice in notices(read_settings_file(file))]


def shown_in(notice: str) -> str:
    """The setting on one line that a notice shows at its end, as it may be copied."""
    shown = re.search(r"（1行で書くなら、(.+)）。$", notice)
    assert shown is not None, notice
    return shown[1]


def test_of_the_projects_own_file_there_is_nothing_to_say(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "mkdocs.yml").read_text("utf-8")
    assert noticed(tmp_path, text) == []
    # As it tells operators to: without the marks before the settings that are left out.
    for setting in ("repo_url:", "edit_uri:", "    report:", "    editing:"):
        assert f"\n# {setting}" in text
        text = text.replace(f"\n# {setting}", f"\n{setting}")
    assert noticed(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nav: [a.md]\n", ":1:1: nav は使われません"),
        ("exclude_docs: about.md\n", ":1:1: exclude_docs は使われません"),
        (
            "sitename: x\n",
            ":1:1: sitename: この名前の設定はありません。もしかして: site_name。",
        ),
        (
            "zzzz: x\n",
            ":1:1: zzzz: この名前の設定はありません。書き間違いでないか",
        ),
        ("theme:\n  icon: {repo: x}\n", ":2:3: theme の icon は使われません"),
        ("theme:\n  palette: {shade: x}\n", ":2:13: palette の shade は使われません"),
        ("extra: 1\n", ":1:1: extra は使われません"),
        ("extra:\n  social: []\n", ":2:3: extra の social は"),
        ("extra:\n  jinzai:\n    reports: a@b.jp\n", ":3:5: extra の jinzai の reports は"),
        ("theme:\n  font: {text: x}\n", ":2:3: theme の font"),
        ("theme:\n  features:\n    - search.share\n", ":3:7: theme の features にある search"),
        ("repo_url: https://e.jp/a\n", ":1:1: repo_url だけでは"),
        ("site_name: x\nedit_uri: edit/main/\n", ":2:1: edit_uri だけでは"),
        (
            "extra:\n  jinzai:\n    report: https://e.jp/{titel}\n",
            ":3:5: report の {titel} は、ページのものに置き換わりません",
        ),
    ],
)
def test_what_has_no_effect_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    (line,) = noticed(tmp_path, text)
    assert line.startswith(f"mkdocs.yml{told}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("extra.jinzai.report: a@b.jp\n", ":1:1: extra.jinzai.report は"),
        ("site_name: x\nextra:\n  report: a@b.jp\n", ":3:3: extra の report は"),
        ("extra:\n  jinzai.report: a@b.jp\n", ":2:3: extra の jinzai.report は"),
        ("jinzai:\n  report: a@b.jp\n", ":1:1: jinzai は"),
        ("extra.jinzai:\n  report: a@b.jp\n", ":1:1: extra.jinzai は"),
        ("report: a@b.jp\n", ":1:1: report は"),
    ],
)
def test_a_report_at_another_level_is_shown_where_it_belongs(
    tmp_path: Path, text: str, told: str
) -> None:
    (line,) = noticed(tmp_path, text)
    assert line.startswith(f"mkdocs.yml{told}")
    assert report_to(yaml.safe_load(shown_in(line))) == "mailto:a@b.jp"


@pytest.mark.parametrize("address", ["https://e.jp/?t={title}&b={address}", "https://e.jp/#a: b"])
def test_what_is_shown_can_be_copied(tmp_path: Path, address: str) -> None:
    (line,) = noticed(tmp_path, f"report: '{address}'\n")
    assert report_to(yaml.safe_load(shown_in(line))) == address


def test_settings_that_have_their_effect_are_not_told_of(tmp_path: Path) -> None:
    text = "repo_url: https://e.jp/a\nedit_uri: edit/main/\ntheme: {features: [navigation.top]}\n"
    text += "extra: {jinzai: {report: 'https://e.jp/?t={title}&b={address}'}}\n"
    assert noticed(tmp_path, text) == []


def test_no_bracket_in_a_message_is_half_as_wide_as_its_words(tmp_path: Path) -> None:
    lines = noticed(tmp_path, "theme: {font: {text: x}}\nrepo_url: https://e.jp/a\nzzzz: x\n")
    assert len(lines) == 3
    assert not any(sign in line for line in lines for sign in "()")
