"""What was probably meant by a text that is no id, or that stands where a group belongs.

Gives advice in Japanese, never a value. Does not know which ids there are.
"""

import unicodedata

from jinzai.model.kinds import KIND_NAMES
from jinzai.model.words import is_slug
from jinzai.parse.location import Location

_COMMAS = "、，,"


def spelt_as_id(text: str) -> str:
    """A text with its letters and digits as an id has them, and hyphens for what is between."""
    folded = unicodedata.normalize("NFKC", text).lower()
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in folded).split()
    return "-".join(words)[:64].strip("-")


def id_suggestion(text: str) -> str:
    """「もしかして: …。」 where only capitals, width or `_` keep a text from being an id."""
    folded = unicodedata.normalize("NFKC", text).lower().strip().replace("_", "-")
    return f"もしかして: {folded}。" if is_slug(folded) else ""


def id_advice(text: str, kind: str) -> str:
    """How an id is written; `kind` is what it names, empty where a thing is given its id."""
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


def group_advice(text: object, where: Location) -> str:
    """「もしかして: {skill: bpr}。」 for an id where a group with one required key belongs."""
    required = [
        name
        for name, field in (where.model.model_fields if where.model else {}).items()
        if field.is_required()
    ]
    if not isinstance(text, str) or len(required) != 1 or not is_slug(text):
        return ""
    return f"もしかして: {{{required[0]}: {text}}}。"
