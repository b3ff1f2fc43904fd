"""The search data: a script that hands the site's records to templates/theme/assets/search.js.

Owns the file's address and format. The format is a contract between this module and
search.js and nobody else's. Knows nothing of entities; render decides what is a record and
which of its words are worth finding.
"""

import json
from collections.abc import Iterable
from typing import Final, NamedTuple

from jinzai.publish.page import SiteFile

SEARCH_PAGE: Final = "search.html"
"""Where the header's search box sends the reader; render writes this page."""

SEARCH_INDEX: Final = "assets/search-index.js"
"""The script with the records, loaded by the search page only."""

SEARCH_SCRIPT: Final = "assets/jinzai/search.js"
"""The script that searches; must be loaded before `SEARCH_INDEX`."""


class SearchRecord(NamedTuple):
    """What the search knows of one page, or of one place on a page.

    All plain text; search.js folds width, case and kana itself, so nothing needs to be
    prepared here.

    Attributes:
        address: from the site's root, may end in `#anchor`.
        title: the result's link text; a hit here ranks first.
        kind: label of the kind, shown beside the title: `人材像`, `研修`.
        plan: the plan's short name, shown beside the title, or `""`.
        kana: readings and aliases, separated by spaces; found but never shown, rank second.
        text: what the page says, as short as will do; shown as an excerpt, ranks third.
    """

    address: str
    title: str
    kind: str
    plan: str
    kana: str
    text: str


def search_file(records: Iterable[SearchRecord]) -> SiteFile:
    """The script that loads `records`, in their order, into the search.

    The order is the order of equally good results. Kinds and plans repeat on every record, so
    each is stated once in a table and records point into it.
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
