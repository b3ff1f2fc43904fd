"""What the search finds for the queries of the three files, by its own scripts on the built site.

A query is found strictly where one of its pages is among the first three results, by its whole
address. It is found by page where a place on such a page counts too.
"""

from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import yaml
from playwright.sync_api import Browser

from tests.site.reader import Reader, from_disk

pytestmark = pytest.mark.browser

HERE: Final = Path(__file__).parent
FIRST: Final = 3


class Floor(NamedTuple):
    """How many queries of a file must at least be found."""

    queries: int
    strictly: int
    by_page: int


FLOORS: Final = {
    "own": Floor(60, 59, 59),
    "unseen": Floor(40, 31, 35),
    "outside": Floor(40, 27, 37),
}
"""Just below the figures of bench/README.md."""


@pytest.fixture(scope="module")
def results(browser: Browser, built: Path) -> dict[str, list[list[str]]]:
    """By file the addresses of the first results of each query, all found on one page."""
    with Reader(browser, from_disk(built)) as reader:
        reader.page.goto(f"{from_disk(built)}search.html")
        found: dict[str, list[list[str]]] = {
            name: reader.page.evaluate(
                """async ([queries, most]) => {
                    const {find, recordsOf} = jinzaiSearch;
                    const results = [];
                    for (const query of queries) {
                        const {groups} = await find(query, "", true);
                        const records = await recordsOf(groups[0].hits.slice(0, most));
                        results.push(records.map(({address}) => address));
                    }
                    return results;
                }""",
                [[one["query"] for one in queries(name)], FIRST],
            )
            for name in FLOORS
        }
        assert reader.complaints == []
    return found


def queries(name: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load((HERE / f"queries_{name}.yaml").read_text("utf-8"))
    return read


@pytest.mark.parametrize("name", FLOORS)
def test_so_many_are_found(results: dict[str, list[list[str]]], name: str) -> None:
    asked = queries(name)
    missed: dict[str, list[str]] = {"strictly": [], "by page": []}
    for one, found in zip(asked, results[name], strict=True):
        pages = [*found, *(address.partition("#")[0] for address in found)]
        if not {*found} & {*one["pages"]}:
            missed["strictly"].append(one["query"])
        if not {*pages} & {*one["pages"]}:
            missed["by page"].append(one["query"])
    assert len(asked) == FLOORS[name].queries
    assert len(asked) - len(missed["strictly"]) >= FLOORS[name].strictly, missed
    assert len(asked) - len(missed["by page"]) >= FLOORS[name].by_page, missed


@pytest.mark.parametrize("name", FLOORS)
def test_none_is_without_a_result(results: dict[str, list[list[str]]], name: str) -> None:
    empty = [
        one["query"] for one, found in zip(queries(name), results[name], strict=True) if not found
    ]
    assert empty == []
