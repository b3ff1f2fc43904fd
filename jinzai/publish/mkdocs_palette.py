"""The colours of the theme: `theme.palette` in mkdocs.yml, checked.

This module owns the names of the colours for `primary`, and the Japanese messages about a palette.
`templates/theme/assets/jinzai/palettes.css` has the colour of each name.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from jinzai.publish.settings_file import KeyPath
from jinzai.publish.trouble import Trouble, probably

PRIMARY: Final = (
    *("custom", "red", "pink", "purple", "deep-purple", "indigo", "blue", "teal", "green"),
    *("brown", "grey", "blue-grey", "black"),
)
"""The colours for `primary`. `custom` is the site's own colour; palettes.css has the others."""

SCHEME: Final = ("scheme", "primary", "accent")
PALETTE: Final = (*SCHEME, "media", "toggle")
"""The settings of one palette that have an effect."""

_word: Final = re.compile(r"[a-z0-9_-]+")
_icon: Final = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)+")

_EXAMPLE: Final = "Material の絵の名前を書いてください（例: material/weather-night）"

_Said = Callable[[KeyPath, str], Trouble]


def palette_troubles(palette: object, said: _Said, icons: Path) -> Iterator[Trouble]:
    """Everything in the setting that cannot be used. `icons` is the folder of Material's icons."""
    palettes = palette if isinstance(palette, list) else [] if palette is None else [palette]
    for number, one in enumerate(palettes):
        where: KeyPath = ("theme", "palette")
        where = (*where, number) if isinstance(palette, list) else where
        if not isinstance(one, dict):
            yield said(where, "theme の palette には「scheme: default」のような組を書いてください")
            continue
        yield from _colours(one, where, said)
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
            yield said((*where, "toggle", "icon"), f"「{icon}」という絵はありません。{_EXAMPLE}")


def _colours(palette: Mapping[str, Any], where: KeyPath, said: _Said) -> Iterator[Trouble]:
    for key in SCHEME:
        value = palette.get(key)
        if value is None:
            continue
        if not (isinstance(value, str) and _word.fullmatch(value)):
            yield said((*where, key), f"palette の {key} には、半角の英小文字を書いてください")
        elif key == "primary" and value not in PRIMARY:
            yield said(
                (*where, key),
                f"palette の primary の「{value}」という色はありません。"
                f"{probably(value, PRIMARY)}書けるのは {'・'.join(PRIMARY)} です",
            )
