"""What is said of a mkdocs.yml that cannot be used, always with its place."""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

from jinzai.publish.mkdocs_yml import SettingsError, check, edit_prefix, read, report_to


def material() -> Path:
    spec = find_spec("material.templates")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0])


def told(folder: Path, text: str | bytes) -> list[str]:
    """Everything that is said of a file with this text."""
    file = folder / "mkdocs.yml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    try:
        settings, places = read(file, yaml_load)
    except SettingsError as error:
        return error.lines
    return list(check(settings, places, material()))


def test_the_projects_own_file_is_fine(tmp_path: Path) -> None:
    assert told(tmp_path, (Path(__file__).parents[2] / "mkdocs.yml").read_bytes()) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("site_name: [\n", ":2:1: YAML として読めません"),
        ("site_name: x\n\ttheme: y\n", ":2:1: YAML として読めません"),
        ("site_name: x: y\n", ":1:13: YAML として読めません"),
        ("- x\n", ":1:1: 「site_name: サイトの名前」"),
        ("3\n", ":1:1: 「site_name: サイトの名前」"),
        ("計画".encode("cp932"), ": 文字コードが UTF-8 ではありません"),
        ("site_name: x\0\n", ": YAML として読めません"),
        ("site_name: a\nsite_name: b\n", ":2:1: 「site_name」が2回"),
        ("theme:\n  name: material\n  name: x\n", ":3:3: 「name」が2回"),
        ("x: !!python/object/apply:os.system [ls]\n", ":1:4: この書き方"),
        ("x: !!python/name:no.such\n", ":1:4: YAML として読めません"),
        ("INHERIT: gone.yml\n", ":1:1: INHERIT に書かれたファイルを読めません"),
        ("site_name: 2025\n", ":1:1: site_name には文字"),
        ("site_name: [x]\n", ":1:1: site_name には文字"),
        ("repo_url: javascript:alert(1)\n", ":1:1: repo_url には https://"),
        ("site_url: example.jp\n", ":1:1: site_url には https://"),
        ("edit_uri: javascript:x\n", ":1:1: edit_uri は"),
        ("extra_css: x.css\n", ":1:1: extra_css には「- ファイル名」"),
        ("extra_css:\n  - https://e.jp/x.css\n", ":2:5: extra_css に書けるのは"),
        ("extra_javascript:\n  - path: //e.jp/x.js\n", ":2:5: extra_javascript に書けるのは"),
        ("theme: [material]\n", ":1:1: theme は"),
        ("theme: mkdocs\n", ":1:1: theme の name は material"),
        ("theme:\n  name: readthedocs\n", ":2:3: theme の name は material"),
        ("theme:\n  language: jp\n", ":2:3: theme の language の「jp」"),
        ("theme:\n  language: ../ja\n", ":2:3: theme の language の"),
        ("theme:\n  language: [ja]\n", ":2:3: theme の language の"),
        ("theme:\n  favicon: https://e.jp/x.png\n", ":2:3: theme の favicon"),
        ("theme:\n  features: navigation.top\n", ":2:3: theme の features"),
        ("theme:\n  palette: dark\n", ":2:3: theme の palette"),
        ("theme:\n  palette:\n    - scheme: '\"><script>'\n", ":3:7: palette の scheme"),
        ("theme:\n  palette:\n    - {}\n    - {}\n", ":3:7: palette の toggle"),
        (
            "theme:\n  palette:\n    toggle: {icon: material/no-such, name: x}\n",
            ":3:14: 「material/no-such」という絵はありません",
        ),
        ("extra:\n  jinzai: a@b.jp\n", ":2:3: extra の jinzai は"),
        ("extra:\n  jinzai:\n    report: 研修担当\n", ":3:5: extra の jinzai の report"),
        ("extra:\n  jinzai:\n    report: [a@b.jp]\n", ":3:5: extra の jinzai の report"),
        ("extra:\n  jinzai:\n    report: javascript:a\n", ":3:5: extra の jinzai の report"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(
    tmp_path: Path, text: str | bytes, line: str
) -> None:
    lines = told(tmp_path, text)
    assert lines[0].startswith(f"mkdocs.yml{line}"), lines
    assert not re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{3,}", lines[0]), "an English sentence"


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    text = "site_name: 1\ntheme: {language: jp, features: x}\nextra: {jinzai: 1}\n"
    assert len(told(tmp_path, text)) == 4


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="ファイルがありません"):
        read(tmp_path / "mkdocs.yml", yaml_load)


def test_a_file_that_leads_back_to_itself_is_read(tmp_path: Path) -> None:
    assert told(tmp_path, "site_name: x\nextra: &a\n  b: *a\n") == []


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


def test_where_mistakes_are_reported() -> None:
    assert report_to({"extra": {"jinzai": {"report": "a@b.jp"}}}) == "mailto:a@b.jp"
    assert report_to({"extra": {"jinzai": {"report": " https://e.jp/{title}"}}}).endswith("{title}")
    assert report_to({"extra": {}}) == report_to({}) == ""
