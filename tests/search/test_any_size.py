"""The ranking is the same from one file and from shards.

The index of one file is made in the browser, and that of shards in Python.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from playwright.sync_api import Browser, Page

from jinzai.check.check import check
from jinzai.link.catalogue import link
from jinzai.load.content import load
from jinzai.model.kinds import ROLE
from jinzai.parse.parse import parse
from jinzai.publish.search_shards import GROUPS, MOST, part_postings, shard_of, shards_of_group
from jinzai.render.search_records import plan_part

pytestmark = pytest.mark.browser

ROOT: Final = Path(__file__).resolve().parents[2]
SCRIPTS: Final = ROOT / "templates/theme/assets/jinzai"
QUERIES: Final = yaml.safe_load((ROOT / "tests/search/queries_own.yaml").read_text("utf-8"))[::2]
PLANS: Final = 200
STEP: Final = 9
SHARDS: Final = 128


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with the scripts that fold, ask and rank, and with the reader of shards as `made`."""
    with browser.new_context() as context:
        page = context.new_page()
        for name in ("fold", "query", "rank"):
            page.add_script_tag(path=SCRIPTS / f"search-{name}.js")
        page.evaluate("jinzaiSearch.take = (_, made) => { window.made = made; }")
        page.add_script_tag(path=SCRIPTS / "search-shards.js")
        yield page


def many_records() -> list[tuple[list[str], bool]]:
    """The texts of the records of 200 small plans, and whether each record is ahead.

    Each has some of the records of one of the five plans, and a name of its own.
    """
    loaded = load(ROOT)
    content = check(parse(loaded.documents), loaded.findings).content
    assert content is not None
    found = []
    parts = [(part.name, [*part.records]) for part in map(plan_part, link(content).plans)]
    for number in range(PLANS):
        name, records = parts[number % len(parts)]
        own = f"{chr(0x5000 + number)}{chr(0x6000 + number)}"
        for one in records[number % STEP :: STEP]:
            labels = f"{one.kind} {own}{name}"
            texts = [own + one.title, one.names, one.beside, labels, one.text]
            found.append((texts, one.kind == ROLE.name))
    return found


def test_the_ranking_is_the_same_whatever_the_size(page: Page) -> None:
    records = many_records()
    assert {ahead for _, ahead in records} == {True, False}
    half = len(records) // 2
    parts = [(0, part_postings(records[:half])), (half, part_postings(records[half:]))]
    shards: dict[str, Any] = {}
    for group in range(GROUPS):
        of_group = [(first, postings[group]) for first, postings in parts]
        shards |= {str(shard): held for shard, held in shards_of_group(group, of_group, SHARDS)}
    assert any(
        isinstance(one, list) and one[1] > MOST for held in shards.values() for one in held.values()
    )
    assert "研修" in shards[str(shard_of("研修", SHARDS))]
    found = page.evaluate(
        """async ([records, shards, count, queries]) => {
            const {asked, indexed, needed, ranked} = jinzaiSearch;
            const texts = records.map(([one]) => one);
            const whole = indexed(texts, records.map(([, ahead]) => ahead));
            const cut = made(records.length, count, async number => shards[number]);
            const results = [];
            for (const query of queries) {
                const {parts} = asked(query, [], 30);
                await cut.prepare(needed(parts));
                const both = [ranked(whole, parts), ranked(cut, parts)];
                results.push(both.map(one => one.slice(0, 60)));
            }
            return results;
        }""",
        [records, shards, SHARDS, [one["query"] for one in QUERIES]],
    )
    for query, (whole, sharded) in zip(QUERIES, found, strict=True):
        assert whole == sharded, query["query"]
    assert sum(bool(whole) for whole, _ in found) == len(QUERIES)
