"""What is said of a mkdocs.yml that cannot be used, always with its place."""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from jinzai.publish.mkdocs_extra import report_to
from jinzai.publish.mkdocs_yml import Settings, edit_prefix, settings_of
from jinzai.publish.settings_file import SettingsError, read_settings_file


def material() -> Path:
    spec = find_spec("material.templates")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0])


def settings(project: Path, text: str | bytes) -> Settings:
    """The settings of a project whose mkdocs.yml has this text."""
    file = project / "mkdocs.yml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return settings_of(read_settings_file(file), project, material())


def told(project: Path, text: str | bytes) -> list[str]:
    """Everything that is said of a file with this text."""
    try:
        settings(project, text)
    except SettingsError as error:
        return [str(trouble) for trouble in error.troubles]
    return []


def test_the_projects_own_file_is_fine(project: Path) -> None:
    assert told(project, (Path(__file__).parents[2] / "mkdocs.yml").read_bytes()) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("site_name: [\n", ":1:12: "),
        ("site_name: x\n\ttheme: y\n", ":2:1: "),
        ("site_name: x: y\n", ":1:"),
        ("- x\n", ":1:1: "),
        ("3\n", ":1:1: "),
        ("計画".encode("cp932"), ":1:1: 文字コードがUTF-8ではありません"),
        ("site_name: 計画のカタログ\0です\n", ":1:19: 目に見えない文字（NUL文字"),
        ("site_name: a\nsite_name: b\n", ":2:1: "),
        ("theme:\n  name: material\n  name: x\n", ":3:3: "),
        ("site_name: [x]\n", ":1:1: site_name には文字"),
        ("repo_url: javascript:alert(1)\n", ":1:1: repo_url には https://"),
        ("site_url: example.jp\n", ":1:1: site_url には https://"),
        ("edit_uri: javascript:x\n", ":1:1: edit_uri は"),
        ("site_name: x\nedit_uri:\n", ":2:1: edit_uri の値がありません。値を書くか、"),
        ("site_name: x\nrepo_url: ''\n", ":2:1: repo_url の値がありません"),
        ("site_name: x\nmarkdown_extensions:\n", ":2:1: markdown_extensions の値が"),
        ("theme:\n  logo:\n", ":2:3: theme の logo の値がありません"),
        ("extra:\n  jinzai:\n    report:\n", ":3:5: extra の jinzai の report の値が"),
        ("site_name: ''\n", ":1:1: site_name: 必ず書いてください"),
        ("", ": site_name: 必ず書いてください"),
        ("site_nam: 甲\n", ":1:1: site_nam: この名前の設定はありません。もしかして: site_name。"),
        ("extra_css: x.css\n", ":1:1: extra_css には「- ファイル名」"),
        ("extra_css:\n  - https://e.jp/x.css\n", ":2:5: extra_css に書けるのは"),
        ("extra_css:\n  - gone.css\n", ":2:5: 「gone.css」というファイルがありません"),
        ("extra_css:\n  - about.md\n", ":2:5: extra_css に書けるのは"),
        ("extra_css:\n  - ../../x.css\n", ":2:5: extra_css に書けるのは"),
        ("theme: [material]\n", ":1:1: theme は"),
        ("theme: mkdocs\n", ":1:1: theme の name は material"),
        ("theme:\n  name: readthedocs\n", ":2:3: theme の name は material"),
        ("theme:\n  language: jp\n", ":2:3: theme の language の「jp」"),
        ("theme:\n  language: ../ja\n", ":2:3: theme の language の"),
        ("theme:\n  language: [ja]\n", ":2:3: theme の language の"),
        ("theme:\n  favicon: https://e.jp/x.png\n", ":2:3: theme の favicon"),
        ("theme:\n  favicon: gone.png\n", ":2:3: 「gone.png」というファイルがありません"),
        ("theme:\n  features: navigation.top\n", ":2:3: theme の features"),
        ("theme:\n  palette: dark\n", ":2:3: theme の palette"),
        ("theme:\n  palette:\n    - scheme: '\"><script>'\n", ":3:7: palette の scheme"),
        ("theme:\n  palette:\n    - {}\n    - {}\n", ":3:7: palette の toggle"),
        (
            "theme:\n  palette:\n    primary: purpel\n",
            ":3:5: palette の primary の「purpel」という色はありません。もしかして: purple。",
        ),
        (
            "theme:\n  palette:\n    - {primary: zzzz}\n",
            ":3:8: palette の primary の「zzzz」という色はありません。書けるのは custom・red・",
        ),
        (
            "theme:\n  palette:\n    toggle: {icon: material/no-such, name: x}\n",
            ":3:14: 「material/no-such」という絵はありません",
        ),
        ("extra:\n  jinzai: a@b.jp\n", ":2:3: extra の jinzai は"),
        ("extra:\n  jinzai:\n    report: 研修担当\n", ":3:5: extra の jinzai の report"),
        ("extra:\n  jinzai:\n    report: [a@b.jp]\n", ":3:5: extra の jinzai の report"),
        ("extra:\n  jinzai:\n    report: javascript:a\n", ":3:5: extra の jinzai の report"),
        ("extra: {jinzai: {short_name: [x]}}\n", ":1:18: extra の jinzai の short_name: スマート"),
        ("extra: {jinzai: {short_name: ' '}}\n", ":1:18: extra の jinzai の short_name: スマート"),
        ("extra:\n  jinzai:\n    short_name:\n", ":3:5: extra の jinzai の short_name の値が"),
        (
            "extra: {jinzai: {short_name: デジタル人材育成カタログx}}\n",
            ":1:18: extra の jinzai の short_name: 「デジタル人材育成カタログx」は長すぎます。",
        ),
        ("extra: {jinzai: {editing: no}}\n", ":1:18: extra の jinzai の editing: true（編集する"),
        ("extra: {jinzai: {editing: [x]}}\n", ":1:18: extra の jinzai の editing: true（編集する"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(
    project: Path, text: str | bytes, line: str
) -> None:
    lines = told(project, text)
    assert any(one.startswith(f"mkdocs.yml{line}") for one in lines), lines
    for one in lines:
        assert not re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{3,}", one), "an English sentence"


def test_a_setting_written_twice_is_told_with_the_first_one(project: Path) -> None:
    (line,) = told(project, "# x\nsite_name: a\nsite_name: b\n")
    assert line == (
        "mkdocs.yml:3:1: 「site_name」が同じ所に2回書かれています。"
        "初めのものは 2行目にあります。どちらかを消してください。"
    )


def test_everything_is_told_at_once(project: Path) -> None:
    text = "site_name: [1]\ntheme: {language: jp, features: x}\nextra: {jinzai: 1}\n"
    assert len(told(project, text)) == 4


def test_a_missing_file_is_told(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    with pytest.raises(SettingsError) as caught:
        read_settings_file(project / "mkdocs.yml")
    (trouble,) = caught.value.troubles
    assert str(trouble) == f"mkdocs.yml: ファイルがありません。{project} に置いてください"


def test_what_was_typed_is_what_is_taken(project: Path) -> None:
    """YAML 1.1 makes a number, a truth and a time of these."""
    for name in ("2025", "no", "12:30", "0123", "1_000"):
        assert settings(project, f"site_name: {name}\n").site_name == name


@pytest.mark.parametrize(
    ("settings", "prefix"),
    [
        ({"repo_url": "https://e.jp/a/", "edit_uri": "/edit/main"}, "https://e.jp/a/edit/main/"),
        ({"repo_url": "https://e.jp/a", "edit_uri": "https://f.jp/x"}, "https://f.jp/x/"),
        ({"repo_url": "https://e.jp/a"}, ""),
        ({"edit_uri": "edit/main"}, ""),
    ],
)
def test_where_files_are_edited(settings: dict[str, Any], prefix: str) -> None:
    assert edit_prefix(settings) == prefix


@pytest.mark.parametrize(
    ("text", "name", "editing"),
    [
        ("", "", True),
        ("extra: {jinzai: {report: a@b.jp}}\n", "", True),
        (
            "extra: {jinzai: {short_name: デジタル人材カタログ, editing: true}}\n",
            "デジタル人材カタログ",
            True,
        ),
        (
            "extra: {jinzai: {short_name: ' Jinzai, 24 characters!! ', editing: 'false'}}\n",
            "Jinzai, 24 characters!!",
            False,
        ),
        ("extra:\n  jinzai:\n    editing: false\n", "", False),
    ],
)
def test_our_own_settings(project: Path, text: str, name: str, editing: bool) -> None:
    found = settings(project, f"site_name: x\n{text}")
    assert (found.short_name, found.editing) == (name, editing)


def test_where_mistakes_are_reported() -> None:
    assert report_to({"extra": {"jinzai": {"report": "a@b.jp"}}}) == "mailto:a@b.jp"
    assert report_to({"extra": {"jinzai": {"report": " https://e.jp/{title}"}}}).endswith("{title}")
    assert report_to({"extra": {}}) == report_to({}) == ""
