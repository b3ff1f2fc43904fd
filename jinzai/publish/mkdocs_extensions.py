"""The Markdown extensions that hand-written pages may use, and the options of each.

This module owns the list of them. An extension is a Python module that the engine imports, and some
options name a function or a file. So the engine gets only extensions and options of this list.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from jinzai.publish.trouble import Trouble, probably

KEY: Final = "markdown_extensions"

_PREFIX: Final = "markdown.extensions."
_MOST_OF_TEXT: Final = 100
_number: Final = re.compile(r"[0-9]{1,3}")
_depth: Final = re.compile(r"[1-6](?:-[1-6])?")


class ExtensionOption(NamedTuple):
    """The values of an option: a description in Japanese, and a function that reads a value.

    `read` returns None if the text is no such value.
    """

    takes: str
    read: Callable[[str], bool | int | str | None]


def _flag(text: str) -> bool | None:
    return {"true": True, "false": False}.get(text.lower())


def _one_of(*words: str) -> ExtensionOption:
    return ExtensionOption(
        f"{'・'.join(words)} のどれか", lambda text: text if text in words else None
    )


FLAG: Final = ExtensionOption("true か false", _flag)
NUMBER: Final = ExtensionOption("数", lambda text: int(text) if _number.fullmatch(text) else None)
TEXT: Final = ExtensionOption(
    f"{_MOST_OF_TEXT}字までの文字", lambda text: text if len(text) <= _MOST_OF_TEXT else None
)
DEPTH: Final = ExtensionOption(
    "見出しの深さ（例: 3、2-4）", lambda text: text if _depth.fullmatch(text) else None
)
SIGN: Final = ExtensionOption(
    "true か false か、印にする文字",
    lambda text: TEXT.read(text) if _flag(text) is None else _flag(text),
)

_TOC: Final = {
    "permalink": SIGN,
    "permalink_title": TEXT,
    "permalink_leading": FLAG,
    "anchorlink": FLAG,
    "title": TEXT,
    "toc_depth": DEPTH,
    "baselevel": DEPTH,
    "separator": TEXT,
    "marker": TEXT,
}
_FOOTNOTES: Final = {
    "BACKLINK_TEXT": TEXT,
    "BACKLINK_TITLE": TEXT,
    "SUPERSCRIPT_TEXT": TEXT,
    "PLACE_MARKER": TEXT,
    "SEPARATOR": TEXT,
    "UNIQUE_IDS": FLAG,
    "USE_DEFINITION_ORDER": FLAG,
}
_HIGHLIGHT: Final = {
    "use_pygments": FLAG,
    "guess_lang": FLAG,
    "auto_title": FLAG,
    "pygments_lang_class": FLAG,
    "linenums": FLAG,
    "anchor_linenums": FLAG,
    "stripnl": FLAG,
    "default_lang": TEXT,
    "linenums_style": _one_of("table", "inline", "pymdownx-inline"),
    "line_spans": TEXT,
}
_SYMBOLS: Final = dict.fromkeys(
    (
        *("trademark", "copyright", "registered", "plusminus", "arrows", "notequal"),
        *("fractions", "ordinal_numbers", "care_of"),
    ),
    FLAG,
)
_QUOTES: Final = dict.fromkeys(
    ("smart_quotes", "smart_angled_quotes", "smart_dashes", "smart_ellipses"), FLAG
)

EXTENSIONS: Final[Mapping[str, Mapping[str, ExtensionOption]]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "extra": {},
    "fenced_code": {},
    "footnotes": _FOOTNOTES,
    "legacy_em": {},
    "md_in_html": {},
    "nl2br": {},
    "sane_lists": {},
    "smarty": _QUOTES,
    "tables": {},
    "toc": _TOC,
    "pymdownx.betterem": {"smart_enable": _one_of("all", "underscore", "asterisk", "none")},
    "pymdownx.blocks.admonition": {},
    "pymdownx.blocks.definition": {},
    "pymdownx.blocks.details": {},
    "pymdownx.caret": {"smart_insert": FLAG, "insert": FLAG, "superscript": FLAG},
    "pymdownx.details": {},
    "pymdownx.escapeall": {"hardbreak": FLAG, "nbsp": FLAG},
    "pymdownx.highlight": _HIGHLIGHT,
    "pymdownx.inlinehilite": {},
    "pymdownx.keys": {"separator": TEXT, "strict": FLAG, "camel_case": FLAG},
    "pymdownx.magiclink": {"hide_protocol": FLAG},
    "pymdownx.mark": {"smart_mark": FLAG},
    "pymdownx.saneheaders": {},
    "pymdownx.smartsymbols": _SYMBOLS,
    "pymdownx.superfences": {"preserve_tabs": FLAG, "relaxed_headers": FLAG},
    "pymdownx.tabbed": {"alternate_style": FLAG, "combine_header_slug": FLAG},
    "pymdownx.tasklist": {"custom_checkbox": FLAG, "clickable_checkbox": FLAG},
    "pymdownx.tilde": {"smart_delete": FLAG, "delete": FLAG, "subscript": FLAG},
}
"""The extensions by name, each with its options by name."""

USUAL_EXTENSIONS: Final = ("admonition", "attr_list", "def_list", "footnotes", "md_in_html")
"""The extensions that pages are checked with if mkdocs.yml cannot be read."""

Said = Callable[[tuple[str | int, ...], str], Trouble]
"""Makes a trouble with a message about the setting at a path."""


class Extensions(NamedTuple):
    """The extensions in mkdocs.yml.

    Attributes:
        for_engine: in MkDocs' form: a name, or a name with its options.
        troubles: everything that cannot be used.
    """

    for_engine: tuple[str | dict[str, dict[str, Any]], ...] = ()
    troubles: tuple[Trouble, ...] = ()


def read_extensions(value: object, said: Said) -> Extensions:
    """Reads the setting `markdown_extensions`. `value` is as in `SettingsFile.values`."""
    found: dict[str, dict[str, Any]] = {}
    troubles: list[Trouble] = []
    for path, written, options in _listed(value, said, troubles):
        name = written.removeprefix(_PREFIX)
        if name not in EXTENSIONS:
            troubles.append(said(path, _unknown(written)))
        elif name in found:
            troubles.append(said(path, f"「{written}」が2回書かれています。1つにしてください"))
        else:
            found[name] = _options(name, options, path, said, troubles)
    given = tuple({name: options} if options else name for name, options in found.items())
    return Extensions(given, tuple(troubles))


_Entry = tuple[tuple[str | int, ...], str, object]


def _listed(value: object, said: Said, troubles: list[Trouble]) -> Iterator[_Entry]:
    """Path, name and options of each extension. MkDocs has two ways to list them; both are read."""
    if value is None:
        return
    if isinstance(value, dict):
        for name, options in value.items():
            yield (KEY, name), name, options
        return
    if not isinstance(value, list):
        troubles.append(said((KEY,), f"{KEY} には「- 名前」の一覧を書いてください"))
        return
    for number, item in enumerate(value):
        path = (KEY, number)
        if isinstance(item, str):
            yield path, item, None
        elif isinstance(item, dict) and len(item) == 1:
            name, options = next(iter(item.items()))
            yield (*path, name), name, options
        else:
            troubles.append(said(path, f"{KEY} の1つ1つには、拡張の名前を1つ書いてください"))


def _options(
    name: str, options: object, path: tuple[str | int, ...], said: Said, troubles: list[Trouble]
) -> dict[str, Any]:
    known = EXTENSIONS[name]
    found: dict[str, Any] = {}
    if options is None or options == "":
        return found
    if not isinstance(options, dict):
        troubles.append(said(path, f"{name} の設定は、1段下げて「名前: 値」と書いてください"))
        return found
    for key, text in options.items():
        here = (*path, key)
        if key not in known:
            listed = f"書けるのは {'・'.join(known)} です" if known else "設定は書けません"
            troubles.append(said(here, f"{name} の {_short(key)} は使えません。{listed}"))
            continue
        value = known[key].read(text) if isinstance(text, str) else None
        if value is None:
            troubles.append(said(here, f"{name} の {key} に書けるのは、{known[key].takes}です"))
        else:
            found[key] = value
    return found


def _unknown(name: str) -> str:
    return (
        f"拡張「{_short(name)}」は使えません。{probably(name, EXTENSIONS)}"
        "使える拡張は「サイトの設定」のページ（content/pages/editing-site.md）にあります"
    )


def _short(text: str) -> str:
    return text if len(text) <= _MOST_OF_TEXT else text[:_MOST_OF_TEXT] + "…"
