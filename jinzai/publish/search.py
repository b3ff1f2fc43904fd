"""The search data: a script that gives the site's records to templates/theme/assets/search.js.

This module owns the file's address and format. Only this module and search.js know the format. This
module knows no entities. Render decides what is a record and which of its words can be found.
"""

import json
from collections.abc import Iterable
from typing import Final, NamedTuple

from jinzai.publish.page import SiteFile

SEARCH_PAGE: Final = "search.html"
"""The page that the header's search box leads to. Render writes this page."""

SEARCH_INDEX: Final = "assets/search-index.js"
"""The script with the records. Only the search page loads it."""

SEARCH_SCRIPT: Final = "assets/jinzai/search.js"
"""The script that searches. It must be loaded before `SEARCH_INDEX`."""


class SearchRecord(NamedTuple):
    """The data of the search about one page, or about one place on a page.

    All texts are plain. search.js itself ignores differences of width, case and kana, so nothing
    has to be prepared here.

    Attributes:
        address: the address from the site's root. It may end in `#anchor`.
        title: the text of the result's link. Results with a hit here come first.
        kind: the name of the kind, shown beside the title: `人材像`, `研修`.
        plan: the plan's short name, shown beside the title, or `""`.
        kana: readings and aliases, separated by spaces. They are found but never shown. Results
            with a hit here come second.
        text: the text of the page, as short as possible. It is shown as an excerpt. Results with a
            hit here come third.
    """

    address: str
    title: str
    kind: str
    plan: str
    kana: str
    text: str


def search_file(records: Iterable[SearchRecord]) -> SiteFile:
    """The script that loads `records` into the search.

    Equally good results keep the order of the records. Kinds and plans repeat in many records, so
    each stands once in a table, and records hold its index.
    """
    kinds: dict[str, int] = {}
    plans: dict[str, int] = {}
    rows = [
        [
            record.address,
            record.title,
            kinds.setdefault(record.kind, len(kinds)),
            plans.setdefault(record.plan, len(plans)),
            record.kana,
            record.text,
        ]
        for record in records
    ]
    value = {"kinds": list(kinds), "plans": list(plans), "records": rows}
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # U+2028 and U+2029 ended a line inside a JavaScript string until ES2019.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return SiteFile(SEARCH_INDEX, f"jinzai.search.load({text});\n".encode())
