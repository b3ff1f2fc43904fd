"""The id that was probably meant by a text that is no id, or an id in the place of a group.

This module gives advice in Japanese and never a value. It does not know which ids exist.
"""

import re
import unicodedata

from jinzai.model.kinds import KIND_NAMES
from jinzai.model.words import is_slug
from jinzai.parse.location import Location

_COMMAS = "、，,"


def spelt_as_id(text: str) -> str:
    """A text in the form of an id: small ASCII letters and digits with hyphens between them."""
    folded = unicodedata.normalize("NFKC", text).lower()
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in folded).split()
    return "-".join(words)[:64].strip("-")


def id_suggestion(text: str) -> str:
    """「もしかして: …。」 if a text is no id only because of capitals, width or `_`; else `""`."""
    folded = unicodedata.normalize("NFKC", text).lower().strip().replace("_", "-")
    return f"もしかして: {folded}。" if is_slug(folded) else ""


def id_advice(text: str, kind: str) -> str:
    """Advice on how an id is written.

    `kind` is the kind of entity that the id names. It is `""` if the id is that of a new thing.
    """
    if kind:
        advice = f"ここには{KIND_NAMES[kind]}の id（半角の英小文字・数字・ハイフン）を書きます。"
        used = next((comma for comma in _COMMAS if comma in text), None)
        if used and all(is_slug(part.strip()) for part in text.split(used)):
            advice += f"いくつか並べるなら、「{used}」でなく半角の「, 」で区切ります。"
        return advice
    advice = "半角の英小文字・数字と、その間のハイフンだけで書いてください"
    if id_suggestion(text):
        return f"{advice}。"
    return f"{advice}（例: {spelt_as_id(text) or 'dx-leader'}）。"


def pair_advice(text: str) -> str:
    """Advice for an id and a mark without a colon between them, or `""`.

    Examples are `{l3 ★}` and `{l3=★}`.
    """
    first, space, rest = re.sub("[=＝→]", " ", text, count=1).partition(" ")
    if not space or not is_slug(first) or not rest.strip():
        return ""
    return f"「{first}: {rest.strip()}」のように、間に「: 」を書きます。"


def group_advice(text: object, where: Location) -> str:
    """「もしかして: {skill: bpr}。」 for an id in the place of a group, or `""`.

    The group must have exactly one required key.
    """
    required = [
        name
        for name, field in (where.model.model_fields if where.model else {}).items()
        if field.is_required()
    ]
    if not isinstance(text, str) or len(required) != 1 or not is_slug(text):
        return ""
    return f"もしかして: {{{required[0]}: {text}}}。"
