"""Scripts that hand data to the comparing pages: where they lie, and how one is written.

Each is a script that hands a value over (`jinzaiPlan("hirakata", {…})`), since a page that is
opened from a disk may load nothing else; templates/theme/assets/jinzai/compare-data.js reads
them. Refuses to know what they say.
"""

import json
from typing import Final

from jinzai.publish.page import SiteFile

PLAN_FILES: Final = "compare/data/"
"""The folder with a file for each plan: what its roles ask, side by side with others."""

CELL_FILES: Final = "compare/cells/"
"""The folder with a file for each plan: its cells in the tables that compare plans."""

PREFECTURE_FILES: Final = "compare/prefectures/"
"""The folder with a file for each prefecture: which plans it has."""


def data_script(folder: str, function: str, key: str, value: object) -> SiteFile:
    """The file `key` in a folder; when it runs it calls `function` with the key and the value."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    data = f"{function}({json.dumps(key)},{_safe(text)});\n".encode()
    return SiteFile(f"{folder}{key}.js", data)


def _safe(text: str) -> str:
    """JSON that is the same as a script: no end of a script, no line's end of older JavaScript."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
