"""What an operator may write in mkdocs.yml, and what is said where it is something else.

Owns the shapes of those settings and the Japanese messages about them, each with line and column.
It is read by the engine, in the engine's process, and so imports nothing of Jinzai; of MkDocs it
knows the names of settings only.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

FILE: Final = "mkdocs.yml"

KeyPath = tuple[str | int, ...]

TEXTS: Final = (
    *("site_name", "site_description", "site_author", "site_url"),
    *("repo_url", "repo_name", "edit_uri", "copyright"),
)
WEB_ADDRESSES: Final = ("site_url", "repo_url")
LISTS: Final = ("extra_css", "extra_javascript")

# A mail address as it may stand in a link; whether somebody reads it is not for us to say.
_mail: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_web: Final = re.compile(r"https?://[^\s\"'<>\\]+")
_outside: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|\\)", re.IGNORECASE)
_word: Final = re.compile(r"[a-z0-9_-]+")
_icon: Final = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)+")
_runs: Final = "tag:yaml.org,2002:python/object"


class SettingsError(Exception):
    """mkdocs.yml cannot be used; `lines` are Japanese, each with its place."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(lines)
        self.lines = lines


class Places(NamedTuple):
    """Where the settings stand in the file: line and column, from 1, of each by its path."""

    by_path: Mapping[KeyPath, tuple[int, int]]

    def said(self, path: KeyPath, message: str) -> str:
        """`mkdocs.yml:12:3: …`; of what stands nowhere, the place above it."""
        while path and path not in self.by_path:
            path = path[:-1]
        line, column = self.by_path.get(path, (0, 0))
        return f"{FILE}:{line}:{column}: {message}" if line else f"{FILE}: {message}"


def read(path: Path, load: Callable[[Any], Any]) -> tuple[dict[str, Any], Places]:
    """The settings as plain values, and their places; `load` reads YAML from an open file.

    Raises `SettingsError` where the file is no YAML mapping.
    """
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except FileNotFoundError:
        raise SettingsError(
            [f"{FILE}: ファイルがありません。{path.parent} に置いてください"]
        ) from None
    except OSError as error:
        raise SettingsError(
            [f"{FILE}: ファイルを開けません(エラー番号 {error.errno})。権限を確かめてください"]
        ) from error
    except UnicodeDecodeError:
        raise SettingsError(
            [f"{FILE}: 文字コードが UTF-8 ではありません。UTF-8 で保存し直してください"]
        ) from None
    places = _places(text)
    try:
        with path.open("rb") as stream:
            settings = load(stream)
    except Exception as error:
        mark = _mark_of(error)
        if mark is None and ("INHERIT",) in places.by_path:
            raise SettingsError([places.said(("INHERIT",), _NO_PARENT)]) from error
        raise SettingsError([_at(mark, _UNREADABLE)]) from error
    return dict(settings), places


def check(settings: dict[str, Any], places: Places, theme: Path) -> Iterator[str]:
    """A line for every setting that is not what it has to be; `theme` is Material's folder."""
    said = places.said
    for key in TEXTS:
        value = settings.get(key)
        if value is not None and not isinstance(value, str):
            yield said((key,), f'{key} には文字を書いてください(数や日付は「"」で囲みます)')
        elif key in WEB_ADDRESSES and value and not _web.fullmatch(value):
            yield said((key,), f"{key} には https:// で始まるアドレスを書いてください")
    edit_uri = settings.get("edit_uri")
    if isinstance(edit_uri, str) and _outside.match(edit_uri) and not _web.fullmatch(edit_uri):
        yield said(("edit_uri",), "edit_uri は「edit/main/」のように書いてください")
    for key in LISTS:
        yield from _local_files(settings.get(key), key, said)
    yield from _theme(settings.get("theme"), said, theme)
    yield from _extra(settings.get("extra"), said)


def edit_prefix(settings: Mapping[str, Any]) -> str:
    """The absolute URL to put before a file's path in the repository, or `""` for no link."""
    repository = settings.get("repo_url")
    edit_uri = settings.get("edit_uri")
    if not isinstance(repository, str) or not isinstance(edit_uri, str) or not edit_uri:
        return ""
    if "://" in edit_uri:
        return edit_uri.rstrip("/") + "/"
    return f"{repository.rstrip('/')}/{edit_uri.strip('/')}/"


def report_to(settings: Mapping[str, Any]) -> str:
    """Where mistakes are reported: `mailto:…`, an http(s) URL, or `""`; of checked settings."""
    text = str(our_extra(settings).get("report") or "").strip()
    if _mail.fullmatch(text.removeprefix("mailto:")):
        return f"mailto:{text.removeprefix('mailto:')}"
    return text


def our_extra(settings: Mapping[str, Any]) -> dict[str, Any]:
    """What stands below `extra.jinzai`."""
    extra = settings.get("extra")
    ours = extra.get("jinzai") if isinstance(extra, dict) else None
    return ours if isinstance(ours, dict) else {}


_Said = Callable[[KeyPath, str], str]


def _local_files(value: object, key: str, said: _Said) -> Iterator[str]:
    if value is not None and not isinstance(value, list):
        yield said((key,), f"{key} には「- ファイル名」の一覧を書いてください")
        return
    for number, item in enumerate(value or ()):
        name = item.get("path") if isinstance(item, dict) else item
        if not isinstance(name, str) or _outside.match(name):
            yield said((key, number), f"{key} に書けるのは content/pages に置いたファイルだけです")


def _theme(theme: object, said: _Said, folder: Path) -> Iterator[str]:
    if theme is None:
        return
    if isinstance(theme, str):
        theme = {"name": theme}
    if not isinstance(theme, dict):
        yield said(("theme",), "theme は「name: material」のように、1段下げて書いてください")
        return
    if theme.get("name", "material") != "material":
        yield said(("theme", "name"), "theme の name は material にしてください")
    language = theme.get("language")
    languages = folder / "partials" / "languages"
    if language is not None and not (
        _word.fullmatch(str(language).lower()) and (languages / f"{language}.html").is_file()
    ):
        yield said(
            ("theme", "language"),
            f"theme の language の「{language}」という言語はありません。日本語は ja です",
        )
    for key in ("favicon", "logo", "custom_dir"):
        value = theme.get(key)
        if value is not None and (not isinstance(value, str) or _outside.match(value)):
            yield said(("theme", key), f"theme の {key} には、手元のファイルの名前を書いてください")
    features = theme.get("features")
    if features is not None and not _is_list(features, str):
        yield said(("theme", "features"), "theme の features には「- 名前」の一覧を書いてください")
    yield from _palette(theme.get("palette"), said, folder / ".icons")


def _palette(palette: object, said: _Said, icons: Path) -> Iterator[str]:
    palettes = palette if isinstance(palette, list) else [] if palette is None else [palette]
    for number, one in enumerate(palettes):
        where: KeyPath = ("theme", "palette")
        where = (*where, number) if isinstance(palette, list) else where
        if not isinstance(one, dict):
            yield said(where, "theme の palette には「scheme: default」のような組を書いてください")
            continue
        for key in ("scheme", "primary", "accent"):
            value = one.get(key)
            if value is not None and not (isinstance(value, str) and _word.fullmatch(value)):
                yield said((*where, key), f"palette の {key} には、半角の英小文字を書いてください")
        if not isinstance(one.get("media", ""), str):
            yield said((*where, "media"), "palette の media には文字を書いてください")
        toggle = one.get("toggle")
        if toggle is None and len(palettes) == 1:
            continue
        icon = toggle.get("icon") if isinstance(toggle, dict) else None
        name = toggle.get("name") if isinstance(toggle, dict) else None
        if not isinstance(icon, str) or not isinstance(name, str):
            yield said((*where, "toggle"), "palette の toggle には icon と name を書いてください")
        elif not _icon.fullmatch(icon) or not (icons / f"{icon}.svg").is_file():
            yield said((*where, "toggle", "icon"), f"「{icon}」という絵はありません")


def _extra(extra: object, said: _Said) -> Iterator[str]:
    ours = extra.get("jinzai") if isinstance(extra, dict) else None
    if ours is not None and not isinstance(ours, dict):
        yield said(
            ("extra", "jinzai"),
            "extra の jinzai は「report: メールアドレス」のように、1段下げて書いてください",
        )
        return
    value = ours.get("report") if ours else None
    if value is None or value == "":
        return
    text = str(value).strip()
    if not isinstance(value, str) or not (
        _mail.fullmatch(text.removeprefix("mailto:")) or _web.fullmatch(text)
    ):
        yield said(
            ("extra", "jinzai", "report"),
            f"extra の jinzai の report: 「{text}」はメールアドレスでも、"
            "https:// で始まるアドレスでもありません",
        )


def _is_list(value: object, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(item, kind) for item in value)


def _places(text: str) -> Places:
    """Raises `SettingsError` for what is no YAML, for a key given twice, for what runs code."""
    try:
        root = yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise SettingsError([_at(_mark_of(error), _UNREADABLE)]) from error
    except RecursionError as error:
        raise SettingsError([f"{FILE}: {_UNREADABLE}"]) from error
    if not isinstance(root, yaml.MappingNode | None):
        raise SettingsError([_at(root.start_mark, _NO_MAPPING)])
    by_path: dict[KeyPath, tuple[int, int]] = {}
    troubles: list[str] = []
    seen: set[int] = set()
    waiting: list[tuple[KeyPath, Any]] = [] if root is None else [((), root)]
    while waiting:
        path, node = waiting.pop()
        if id(node) in seen:  # An alias may lead back to what holds it.
            continue
        seen.add(id(node))
        if node.tag.startswith(_runs):
            troubles.append(_at(node.start_mark, _RUNS))
        if isinstance(node, yaml.SequenceNode):
            for number, item in enumerate(node.value):
                by_path[*path, number] = (item.start_mark.line + 1, item.start_mark.column + 1)
                waiting.append(((*path, number), item))
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                inner = (*path, str(key.value))
                place = (key.start_mark.line + 1, key.start_mark.column + 1)
                if inner in by_path and key.value != "<<":
                    twice = f"「{key.value}」が2回書かれています。1つにしてください"
                    troubles.append(_at(key.start_mark, twice))
                by_path.setdefault(inner, place)
                waiting.append((inner, value))
    if troubles:
        raise SettingsError(troubles)
    return Places(by_path)


def _at(mark: Any, message: str) -> str:
    place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
    return f"{FILE}{place}: {message}"


def _mark_of(error: BaseException | None) -> Any:
    while error is not None:
        if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
            return error.problem_mark
        error = error.__context__
    return None


_UNREADABLE: Final = (
    "YAML として読めません。この近くの字下げ(半角の空白)、「: 」の後の空白、"
    "かっこと引用符の閉じ忘れを確かめてください"
)
_NO_MAPPING: Final = "「site_name: サイトの名前」のような形で書いてください"
_NO_PARENT: Final = "INHERIT に書かれたファイルを読めません。名前と内容を確かめてください"
_RUNS: Final = "この書き方(!!python/object)は使えません。プログラムを動かすものは書けません"
