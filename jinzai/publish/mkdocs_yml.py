"""The settings that an operator may write in mkdocs.yml, and their effect.

This module owns the list of settings, the form of each, and the Japanese messages about them, each
with line and column. The engine gets only settings of this list, with checked values. Of MkDocs
this module knows only the names of settings. `mkdocs_extensions` owns the Markdown extensions,
`mkdocs_palette` the colours, and `mkdocs_extra` our own settings.
"""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinzai.publish.address import AddressError, check_address
from jinzai.publish.handwritten import PAGES_FOLDER
from jinzai.publish.mkdocs_extensions import KEY as EXTENSIONS
from jinzai.publish.mkdocs_extensions import USUAL_EXTENSIONS, read_extensions
from jinzai.publish.mkdocs_extra import (
    EXTRA,
    WEB_ADDRESS,
    extra_troubles,
    leads_to_editing,
    report_to,
    short_name,
)
from jinzai.publish.mkdocs_palette import palette_troubles
from jinzai.publish.settings_file import KeyPath, SettingsError, SettingsFile
from jinzai.publish.site_copyright import SiteCopyright, copyright_troubles, site_copyright
from jinzai.publish.trouble import Trouble

TEXTS: Final = (
    "site_name",
    "site_description",
    "site_url",
    "repo_url",
    "edit_uri",
    "copyright",
)
WEB_ADDRESSES: Final = ("site_url", "repo_url")
IMAGES: Final = ("favicon", "logo")
THEME_TEXTS: Final = (*IMAGES, "custom_dir")
THEME: Final = ("name", "language", *THEME_TEXTS, "features", "palette")
SETTINGS: Final = (*TEXTS, "extra_css", "theme", "extra", EXTENSIONS)
"""The settings that have an effect. `THEME` names those below `theme`."""

TEMPLATES: Final = "templates"
"""The folder of our templates, from the project's root."""

THEME_FOLDER: Final = f"{TEMPLATES}/theme"
"""Our overrides of the theme, from the project's root."""

FAVICON: Final = "assets/jinzai/favicon.svg"
"""Our icon, if mkdocs.yml names no other."""

_outside: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|\\)", re.IGNORECASE)
_word: Final = re.compile(r"[a-z0-9_-]+")

_Said = Callable[[KeyPath, str], Trouble]


class Settings(NamedTuple):
    """The settings in mkdocs.yml.

    Attributes:
        site_name: the site's name.
        edit_prefix: the URL before a file's path in the repository, ending in `/`. A file is edited
            at `edit_prefix + "content/plans/x/roles.yaml"`. `""` if mkdocs.yml names no repository.
        report_to: the address for reports of mistakes: `mailto:…` or a URL. In a URL, `{title}` and
            `{address}` stand for those of the page. `""` if mkdocs.yml does not set it.
        site_url: the URL of the published site, ending in `/`, or `""`.
        for_engine: MkDocs' settings by their names.
        copyright: the line at the foot of every page, or None.
        short_name: the site's name for narrow windows; `""` if there is only `site_name`.
        editing: whether readers' pages link to the pages for editors.
    """

    site_name: str
    edit_prefix: str
    report_to: str = ""
    site_url: str = ""
    for_engine: Mapping[str, Any] = {}
    copyright: SiteCopyright | None = None
    short_name: str = ""
    editing: bool = True


def settings_of(file: SettingsFile, project: Path, material: Path) -> Settings:
    """Checks and reads the settings. `project` is the file's folder, `material` Material's folder.

    Raises `SettingsError` with every wrong setting.
    """
    values = file.values
    extensions = read_extensions(values.get(EXTENSIONS), file.trouble)
    wrong = [*_check(file, project, material), *extensions.troubles]
    line = site_copyright(file) if isinstance(values.get("copyright"), str) else None
    wrong += copyright_troubles(line) if line else []
    if wrong:
        raise SettingsError(wrong)
    site_url = _text(values, "site_url")
    site_url = f"{site_url.rstrip('/')}/" if site_url else ""
    prefix = edit_prefix(values)
    for_engine = {
        "site_name": values["site_name"],
        "site_description": _text(values, "site_description"),
        "site_url": site_url,
        "repo_url": _text(values, "repo_url"),
        "edit_uri": f"{prefix}{PAGES_FOLDER}/" if prefix else "",
        "extra_css": values.get("extra_css") or [],
        "theme": _theme_for_engine(values.get("theme"), project),
        EXTENSIONS: list(extensions.for_engine),
    }
    return Settings(
        values["site_name"],
        prefix,
        report_to(values),
        site_url,
        for_engine,
        line,
        short_name(values),
        leads_to_editing(values),
    )


def usual_settings(file: SettingsFile, project: Path) -> Settings:
    """Settings with which hand-written pages can be checked although mkdocs.yml is wrong.

    They have the Markdown extensions of `file` that can be used, or the usual ones.
    """
    extensions = read_extensions(file.values.get(EXTENSIONS), file.trouble).for_engine
    name = "x"
    for_engine = {
        "site_name": name,
        "theme": _theme_for_engine(None, project),
        EXTENSIONS: list(extensions or USUAL_EXTENSIONS),
    }
    return Settings(name, "", for_engine=for_engine)


def _text(values: Mapping[str, Any], key: str) -> str:
    return str(values.get(key) or "")


def edit_prefix(settings: Mapping[str, Any]) -> str:
    """The absolute URL before a file's path in the repository; `""` if there is no link to edit."""
    repository, edit_uri = _text(settings, "repo_url"), _text(settings, "edit_uri")
    if not repository or not edit_uri:
        return ""
    if "://" in edit_uri:
        return edit_uri.rstrip("/") + "/"
    return f"{repository.rstrip('/')}/{edit_uri.strip('/')}/"


def misspelt_site_name(values: Mapping[str, Any]) -> str:
    """The key that was probably meant as `site_name` in a file without it, or `""`."""
    if "site_name" in values:
        return ""
    strange = [key for key in values if isinstance(key, str) and key not in SETTINGS]
    return next(iter(difflib.get_close_matches("site_name", strange, n=1, cutoff=0.8)), "")


def _theme_for_engine(theme: object, project: Path) -> dict[str, Any]:
    given = theme if isinstance(theme, dict) else {}
    palettes = given.get("palette") or []
    custom_dir = given.get("custom_dir") or THEME_FOLDER
    found: dict[str, Any] = {
        "name": "material",
        "favicon": given.get("favicon") or FAVICON,
        "features": given.get("features") or [],
        "palette": palettes if isinstance(palettes, list) else [palettes],
        "custom_dir": str(project / custom_dir),
        "font": False,
    }
    return found | {key: given[key] for key in ("language", "logo") if given.get(key)}


def _check(file: SettingsFile, project: Path, material: Path) -> Iterator[Trouble]:
    values, said = file.values, file.trouble
    if "INHERIT" in values:
        yield said(("INHERIT",), "INHERIT は使えません。設定は、すべてこのファイルに書いてください")
    if not values.get("site_name"):
        missing = "site_name: 必ず書いてください（サイトの名前です）"
        if slip := misspelt_site_name(values):
            missing = f"{slip}: この名前の設定はありません。もしかして: site_name。"
        yield said((slip or "site_name",), missing)
    yield from _empty(file)
    for key in TEXTS:
        value = values.get(key)
        if value is not None and not isinstance(value, str):
            yield said((key,), f"{key} には文字を書いてください")
        elif key in WEB_ADDRESSES and value and not WEB_ADDRESS.fullmatch(value):
            yield said((key,), f"{key} には https:// で始まるアドレスを書いてください")
    edit_uri = values.get("edit_uri")
    if (
        isinstance(edit_uri, str)
        and _outside.match(edit_uri)
        and not WEB_ADDRESS.fullmatch(edit_uri)
    ):
        yield said(("edit_uri",), "edit_uri は「edit/main/」のように書いてください")
    if values.get("extra_javascript"):
        yield said(
            ("extra_javascript",),
            "extra_javascript は使えません。サイトで動くプログラムは、設定では足せません",
        )
    yield from _style_sheets(values.get("extra_css"), said, project)
    yield from _theme(values.get("theme"), said, project, material)
    yield from extra_troubles(values.get("extra"), said)


def _empty(file: SettingsFile) -> Iterator[Trouble]:
    """A trouble for each setting with a name and no value. `site_name` has its own message."""
    paths: list[KeyPath] = [(key,) for key in SETTINGS if key != "site_name"]
    paths += [("theme", key) for key in THEME]
    paths += [("extra", "jinzai"), *(("extra", "jinzai", key) for key in EXTRA)]
    for path in paths:
        if file.is_empty(path):
            name = " の ".join(map(str, path))
            yield file.trouble(
                path, f"{name} の値がありません。値を書くか、書かないなら行ごと消してください"
            )


def _style_sheets(value: object, said: _Said, project: Path) -> Iterator[Trouble]:
    if value is not None and not isinstance(value, list):
        yield said(("extra_css",), "extra_css には「- ファイル名」の一覧を書いてください")
        return
    for number, name in enumerate(value or ()):
        path = ("extra_css", number)
        if not isinstance(name, str) or not name.lower().endswith(".css") or not _is_name(name):
            yield said(path, "extra_css に書けるのは content/pages に置いた .css だけです")
        elif not _is_there(project / PAGES_FOLDER / name):
            yield said(
                path, f"「{name}」というファイルがありません。content/pages に置いてください"
            )


def _is_name(name: str) -> bool:
    """Whether a text is an allowed path of a file in the site."""
    try:
        check_address(name)
    except AddressError:
        return False
    return True


def _is_there(path: Path) -> bool:
    """Whether there is a file at `path`.

    A path that we are not allowed to look at counts as a file. Reading it gives a better message
    later.
    """
    try:
        return path.is_file()
    except OSError:
        return True


def _theme(theme: object, said: _Said, project: Path, material: Path) -> Iterator[Trouble]:
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
    languages = material / "partials" / "languages"
    if language is not None and not (
        _word.fullmatch(str(language).lower()) and (languages / f"{language}.html").is_file()
    ):
        yield said(
            ("theme", "language"),
            f"theme の language の「{language}」という言語はありません。日本語は ja です",
        )
    for key in IMAGES:
        yield from _image(theme.get(key), ("theme", key), said, project)
    yield from _custom_dir(theme.get("custom_dir"), said, project)
    features = theme.get("features")
    if features is not None and not _is_list_of_texts(features):
        yield said(("theme", "features"), "theme の features には「- 名前」の一覧を書いてください")
    yield from palette_troubles(theme.get("palette"), said, material / ".icons")


def _image(name: object, path: KeyPath, said: _Said, project: Path) -> Iterator[Trouble]:
    if name is None:
        return
    if not isinstance(name, str) or not _is_name(name):
        yield said(path, f"theme の {path[-1]} に書けるのは content/pages に置いた絵だけです")
        return
    folders = (project / PAGES_FOLDER, project / THEME_FOLDER)
    if not any(_is_there(folder / name) for folder in folders):
        yield said(path, f"「{name}」というファイルがありません。content/pages に置いてください")


def _custom_dir(name: object, said: _Said, project: Path) -> Iterator[Trouble]:
    """Checks the folder of templates.

    Templates can run code. So the folder must be inside the program's own folder of templates.
    """
    if name is None:
        return
    try:
        folder = (project / str(name)).resolve(strict=True)
        is_ours = folder.is_relative_to((project / TEMPLATES).resolve()) and folder.is_dir()
    except (OSError, RuntimeError, ValueError):
        is_ours = False
    if not isinstance(name, str) or not is_ours:
        yield said(
            ("theme", "custom_dir"),
            "theme の custom_dir に書けるのは templates の中のフォルダーだけです",
        )


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
