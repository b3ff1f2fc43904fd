"""The ends of lines in a built hand-written page: none between two Japanese characters.

The engine keeps each line's end, which a browser shows as a space. This module removes those that
`jinzai.model.line_ends` finds needless. Text in `<pre>` stays.
"""

import re
from typing import Final

from jinzai.model.line_ends import needs_space

_INLINE: Final = "a|abbr|b|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u"
_kept: Final = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_end: Final = re.compile(
    rf"(?P<before>[^\s<>])(?P<closed>(?:</(?:{_INLINE})>)*)\n"
    rf"(?P<opened>(?:<(?:{_INLINE})(?: [^<>]*)?>)*)(?=(?P<after>[^\s<>]))"
)


def without_needless_breaks(html: str) -> str:
    """The HTML of a page's own part without the line ends that a reader would see as a space."""
    parts = _kept.split(html)
    parts[::2] = [_end.sub(_joined, part) for part in parts[::2]]
    return "".join(parts)


def _joined(found: re.Match[str]) -> str:
    if needs_space(found["before"], found["after"]):
        return found[0]
    return found["before"] + found["closed"] + found["opened"]
