"""Data files that scripts load: their folders, and how a file is written.

Each file is a script that calls a function with a value (`jinzaiPlan("hirakata", {…})`). A page
that is opened from a disk can load scripts but no other data.
templates/theme/assets/jinzai/compare-data.js reads the files. This module does not know their
content.
"""

import json
from typing import Final

from jinzai.publish.page import SiteFile

PLAN_FILES: Final = "compare/data/"
"""The folder with a file for each plan: its roles for the detailed comparison."""

CELL_FILES: Final = "compare/cells/"
"""The folder with a file for each plan: its cells in the tables that compare plans."""

OWN_ROLE_FILES: Final = "assets/own-roles/"
"""The folder with a file for each plan: its roles for the page of a reader's own roles."""

PREFECTURE_FILES: Final = "compare/prefectures/"
"""The folder with a file for each prefecture: the list of its plans."""


def data_script(folder: str, function: str, key: str, value: object) -> SiteFile:
    """The file `key`.js in a folder.

    As a script, it calls `function` with the key and the value.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    data = f"{function}({json.dumps(key)},{_safe(text)});\n".encode()
    return SiteFile(f"{folder}{key}.js", data)


def _safe(text: str) -> str:
    """JSON that is also safe as a script.

    `<` is escaped, because it could end the script. U+2028 and U+2029 are escaped, because older
    JavaScript takes them for ends of lines.
    """
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
