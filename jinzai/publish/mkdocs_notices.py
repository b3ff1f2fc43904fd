"""Settings in mkdocs.yml that have no effect, or less effect than their writer expects.

This module owns which settings of MkDocs we set ourselves on every run, and the Japanese notices,
each with line and column. A notice does not stop the build. `mkdocs_yml` refuses settings that
cannot be used.
"""

import fnmatch
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from jinzai.publish.mkdocs_extra import EXTRA, our_extra
from jinzai.publish.mkdocs_palette import PALETTE
from jinzai.publish.mkdocs_yml import SETTINGS, THEME
from jinzai.publish.settings_file import KeyPath, SettingsFile
from jinzai.publish.trouble import Trouble, probably

# Settings of MkDocs that have no effect here: each run sets them, or no page shows them.
OURS: Final = (
    *("docs_dir", "site_dir", "nav", "plugins", "hooks", "use_directory_urls", "strict"),
    *("extra_templates", "dev_addr", "watch", "remote_branch", "remote_name", "validation"),
    *("exclude_docs", "draft_docs", "not_in_nav", "edit_uri_template", "mdx_configs"),
    *("site_author", "repo_name"),
)

# Refused by `mkdocs_yml`, with more to say.
REFUSED: Final = ("INHERIT", "extra_javascript")

# These load pages with fetch, which browsers refuse for file://, or belong to Material's search.
UNUSED_FEATURES: Final = ("navigation.instant*", "search.*", "navigation.tabs*", "toc.integrate")

PLACEHOLDERS: Final = ("{title}", "{address}")
"""The placeholders that the address for reports may contain."""

_placeholder: Final = re.compile(r"\{[^{}]*\}")


def notices(file: SettingsFile) -> Iterator[Trouble]:
    """A notice for every setting without its full effect. `mkdocs_yml` has accepted the file."""
    for path, name in _unused(file.values):
        yield file.trouble(
            path, f"{name} は使われません。使わないのなら、mkdocs.yml から消してください。"
        )
    yield from unknown_settings(file)
    yield from _misplaced_report(file)
    yield from _half_of_the_edit_link(file)
    yield from _unknown_placeholders(file)


def is_unused_feature(name: str) -> bool:
    """Whether a feature of the theme has no effect in our frame."""
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in UNUSED_FEATURES)


def is_report(key: str) -> bool:
    """Whether a key of the first level is the setting for reports at a wrong place."""
    return key in ("report", "jinzai") or key.startswith(("extra.", "jinzai."))


def _unused(settings: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    for key in OURS:
        if settings.get(key):
            yield (key,), key
    extra = settings.get("extra")
    if extra and not isinstance(extra, dict):
        yield ("extra",), "extra"
    for key in extra if isinstance(extra, dict) else ():
        if key not in ("jinzai", "report", "jinzai.report"):
            yield ("extra", key), f"extra の {key}"
    for key in our_extra(settings):
        if key not in EXTRA:
            yield ("extra", "jinzai", key), f"extra の jinzai の {key}"
    theme = settings.get("theme")
    if isinstance(theme, dict):
        yield from _unused_in_theme(theme)


def _unused_in_theme(theme: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    if theme.get("font"):
        yield ("theme", "font"), "theme の font（外部から読み込むもの）"
    for key in theme:
        if key not in THEME and key != "font":
            yield ("theme", key), f"theme の {key}"
    for number, name in enumerate(theme.get("features") or ()):
        if is_unused_feature(str(name)):
            yield ("theme", "features", number), f"theme の features にある {name}"
    palette = theme.get("palette") or ()
    for number, one in enumerate(palette if isinstance(palette, list) else [palette]):
        where: KeyPath = ("theme", "palette")
        where = (*where, number) if isinstance(palette, list) else where
        for key in one:
            if key not in PALETTE:
                yield (*where, key), f"palette の {key}"


def unknown_settings(file: SettingsFile) -> Iterator[Trouble]:
    """A notice for every key that is no setting of MkDocs.

    The setting for reports at a wrong place is left out. The file may have any other mistake.
    """
    for key in file.values:
        if key not in (*SETTINGS, *OURS, *REFUSED) and not is_report(key):
            way = probably(key, SETTINGS) or "書き間違いでないか確かめて、直すか消してください。"
            yield file.trouble((key,), f"{key}: この名前の設定はありません。{way}")


def _misplaced_report(file: SettingsFile) -> Iterator[Trouble]:
    """The setting for reports if it stands at a wrong level."""
    settings = file.values
    extra = settings.get("extra")
    below = extra if isinstance(extra, dict) else {}
    found: list[tuple[KeyPath, object]] = [
        ((key,), value) for key, value in settings.items() if is_report(str(key))
    ]
    found += [(("extra", key), below[key]) for key in ("report", "jinzai.report") if key in below]
    for path, value in found:
        inner = value.get("jinzai", value) if isinstance(value, dict) else value
        inner = inner.get("report", "") if isinstance(inner, dict) else inner
        yield file.trouble(
            path,
            f"{' の '.join(map(str, path))} は使われません。誤りの報告先は、"
            "extra、jinzai、report の順に1段ずつ下げて書いてください"
            f"（1行で書くなら、extra: {{jinzai: {{report: {_shown(inner)}}}}}）。",
        )


def _shown(value: object) -> str:
    """The value as it may be written after `report: `. An empty value gives an example."""
    text = value if isinstance(value, str) and value else "jinsai@example.lg.jp"
    return text if re.fullmatch(r"[\w@./:?=&+%-]+", text) else json.dumps(text)


def _half_of_the_edit_link(file: SettingsFile) -> Iterator[Trouble]:
    settings = file.values
    has_link = "「このページの元データを編集する」は出ません。"
    if settings.get("repo_url") and not settings.get("edit_uri"):
        yield file.trouble(
            ("repo_url",),
            f"repo_url だけでは、{has_link}編集画面までの道を書いた edit_uri も要ります"
            "（例: edit_uri: edit/main/）。",
        )
    if settings.get("edit_uri") and not settings.get("repo_url"):
        yield file.trouble(
            ("edit_uri",),
            f"edit_uri だけでは、{has_link}リポジトリのアドレスを書いた repo_url も要ります。",
        )


def _unknown_placeholders(file: SettingsFile) -> Iterator[Trouble]:
    report = our_extra(file.values).get("report")
    for found in _placeholder.findall(report) if isinstance(report, str) else ():
        if found not in PLACEHOLDERS:
            yield file.trouble(
                ("extra", "jinzai", "report"),
                f"report の {found} は、ページのものに置き換わりません。"
                f"使えるのは {'と '.join(PLACEHOLDERS)} です。",
            )
