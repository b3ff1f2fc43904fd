"""How a value becomes HTML. It is asked for hundreds of times on each page.

This is a module of its own because it alone leans on an inner part of markupsafe.
"""

from collections.abc import Iterable
from functools import partial

from markupsafe import Markup, _escape_inner  # type: ignore[attr-defined]  # as fast code or in Python

marked = partial(str.__new__, Markup)
"""HTML as a `Markup`, like `Markup(html)`, without a question about each value."""


def printed(value: object) -> str:
    """What `{{ value }}` prints: HTML unchanged, everything else escaped.

    It gives the same text as `markupsafe.escape`, without making a `Markup` of each value, which
    the caller only puts into a larger text.
    """
    if type(value) is str:
        escaped: str = _escape_inner(value)
        return escaped
    if type(value) is Markup:
        return value
    html = getattr(value, "__html__", None)
    text: str = _escape_inner(str(value)) if html is None else html()
    return text


def joined(values: Iterable[object], between: str = "", attribute: str = "") -> Markup:
    """What the filter `join` of the templates gives: the printed values with plain text between.

    With `attribute`, it takes that of each value.
    """
    every = (getattr(value, attribute) for value in values) if attribute else values
    return Markup(printed(between).join(map(printed, every)))
