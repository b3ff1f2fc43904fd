"""The settings below `extra.jinzai` in mkdocs.yml: those that MkDocs does not have.

This module owns their names, their values and the Japanese messages about them, each with line and
column.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from jinzai.publish.settings_file import KeyPath
from jinzai.publish.trouble import Trouble

REPORT: Final = "report"
SHORT_NAME: Final = "short_name"
EDITING: Final = "editing"
EXTRA: Final = (REPORT, SHORT_NAME, EDITING)
"""The settings below `extra.jinzai` that have an effect."""

WIDEST_SHORT_NAME: Final = 24
"""The widest short name. A full-width character counts as 2, any other as 1.

Such a name takes two lines at most where the window is 320 pixels wide.
"""

# A mail address as it may stand in a link; whether somebody reads it is not for us to say.
_mail: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
WEB_ADDRESS: Final = re.compile(r"https?://[^\s\"'<>\\]+")
"""An address that a link may lead to."""

_YES_NO: Final[Mapping[str, bool]] = {"true": True, "false": False}

_Said = Callable[[KeyPath, str], Trouble]


def our_extra(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings below `extra.jinzai`."""
    extra = settings.get("extra")
    ours = extra.get("jinzai") if isinstance(extra, dict) else None
    return ours if isinstance(ours, dict) else {}


def report_to(settings: Mapping[str, Any]) -> str:
    """The address for reports of mistakes: `mailto:…`, an http(s) URL, or `""`.

    The settings must be checked before.
    """
    text = str(our_extra(settings).get(REPORT) or "").strip()
    if _mail.fullmatch(text.removeprefix("mailto:")):
        return f"mailto:{text.removeprefix('mailto:')}"
    return text


def short_name(settings: Mapping[str, Any]) -> str:
    """The site's name for narrow windows, or `""`. The settings must be checked before."""
    return str(our_extra(settings).get(SHORT_NAME) or "").strip()


def leads_to_editing(settings: Mapping[str, Any]) -> bool:
    """Whether readers' pages link to the pages for editors. By default they do.

    The settings must be checked before.
    """
    return _YES_NO.get(str(our_extra(settings).get(EDITING)), True)


def extra_troubles(extra: object, said: _Said) -> Iterator[Trouble]:
    """Everything in the setting `extra` that cannot be used. Empty values are left out."""
    ours = extra.get("jinzai") if isinstance(extra, dict) else None
    if ours is None:
        return
    if not isinstance(ours, dict):
        yield said(
            ("extra", "jinzai"),
            "extra の jinzai は「report: メールアドレス」のように、1段下げて書いてください",
        )
        return
    for key, refused in ((REPORT, _report), (SHORT_NAME, _short_name), (EDITING, _editing)):
        value = ours.get(key)
        if value is not None and value != "" and (why := refused(value)):
            yield said(("extra", "jinzai", key), f"extra の jinzai の {key}: {why}")


def _report(value: object) -> str:
    """Why a value is no address for reports; `""` if it is one."""
    text = str(value).strip()
    if isinstance(value, str) and (
        _mail.fullmatch(text.removeprefix("mailto:")) or WEB_ADDRESS.fullmatch(text)
    ):
        return ""
    return (
        f"「{text}」はメールアドレスでも、https:// で始まるアドレスでもありません。"
        "どちらかを書いてください"
    )


def _short_name(value: object) -> str:
    """Why a value is no short name; `""` if it is one."""
    if not isinstance(value, str) or not value.strip():
        return "スマートフォンで見出しに出す、サイトの短い名前を書いてください"
    if _width(value.strip()) > WIDEST_SHORT_NAME:
        return (
            f"「{value.strip()}」は長すぎます。狭い画面でも切れないように、"
            f"全角{WIDEST_SHORT_NAME // 2}文字（半角{WIDEST_SHORT_NAME}文字）までにしてください"
        )
    return ""


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)


def _editing(value: object) -> str:
    """Why a value is neither yes nor no; `""` if it is one of them."""
    if isinstance(value, str) and value in _YES_NO:
        return ""
    return "true（編集する人のページへのリンクを出す）か false（出さない）を書いてください"
