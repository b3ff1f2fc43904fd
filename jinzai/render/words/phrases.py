"""The places where a Japanese name may break: between its words.

This is for table heads. A column there is as narrow as its longest word, so the words have to be
known before a browser could break them (`word-break: auto-phrase`). Words are found by the change
of script and by the particles between scripts, without a dictionary. If a break is missed, the
column becomes wider.
"""

import re
from functools import lru_cache
from typing import Final

from markupsafe import Markup, escape

from jinzai.render.words.escaping import printed

_KATAKANA: Final = "\u30a1-\u30faー"
_KANJI: Final = "々\u3400-\u9fff"
_breaks: Final = re.compile(
    "|".join(
        (
            # After punctuation that ends a part, before brackets that open one.
            r"(?<=[・、，／/）」】])(?![・、，／/）」】])",
            r"(?<=[^\s（「【])(?=[（「【])",
            # After a particle, or after the end of a verb or an adjective.
            f"(?<=[のをにがはとへやるい])(?=[{_KATAKANA}{_KANJI}A-Za-z0-9])",
            # A run of katakana is a word. One kanji beside it belongs to it: デジタル化, 各ツール.
            f"(?<=[{_KATAKANA}])(?=[{_KANJI}]{{2}})",
            f"(?<=[{_KANJI}]{{2}})(?=[{_KATAKANA}])",
            # So is a run of letters; DX推進 stays in one, 全庁DX and DXリーダー do not.
            f"(?<=[{_KATAKANA}])(?=[A-Za-z])",
            f"(?<=[A-Za-z])(?=[{_KATAKANA}])",
            f"(?<=[{_KANJI}]{{2}})(?=[A-Za-z])",
        )
    )
)


@lru_cache(maxsize=4096)
def phrases(text: str) -> Markup:
    """The text with `<wbr>` between its words. Style it with `word-break: keep-all`."""
    return Markup("<wbr>".join(map(printed, words_of_name(text))))


def whole(text: str, start: str) -> Markup:
    """The text. If it begins with `start`, it never breaks inside that, and may break after it.

    枚方市デジタル人材育成計画 breaks after 枚方市 and never after 枚方.
    """
    rest = text.removeprefix(start)
    if not start or rest == text:
        return escape(text)
    return Markup(f'<span class="jz-issuer">{printed(start)}</span><wbr>{printed(rest)}')


def words_of_name(text: str) -> list[str]:
    """The words of a name: 全庁, 情報システム and 担当 for `全庁情報システム担当`."""
    return [part for part in _breaks.split(text) if part]
