"""Files that are joined from all plans are made anew only where their content changes."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from jinzai.export.downloads import Download, joined_download
from jinzai.export.table import Table
from jinzai.publish.frames import FrameRun
from jinzai.publish.search import BlockRun, SearchPart, block_files, group_files
from jinzai.publish.search_shards import GROUPS, GroupPostings
from jinzai.render.frameworks.entries import pages_of
from jinzai.render.frameworks.entry_lines import PlanUnderEntry
from jinzai.render.page.draft import Draft
from jinzai.render.page.place import SiteContext
from jinzai.work.known import KnownInMemory

from .built import ROOT, built, digests

PLAN = "content/plans/toyonaka"


class Made:
    """What was made anew in a build."""

    def __init__(self) -> None:
        self.groups: set[int] = set()
        self.blocks: set[int] = set()
        self.tables: set[str] = set()
        self.entries: set[str] = set()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """The five plans count as a large site, and what is made anew is noted."""
    found = Made()

    def of_group(
        group: int, postings: Iterable[tuple[int, GroupPostings]], records: int
    ) -> Iterator[object]:
        found.groups.add(group)
        return group_files(group, postings, records)

    def of_blocks(run: BlockRun, parts: Iterable[SearchPart], ahead: set[str]) -> Iterator[object]:
        found.blocks.update(run.blocks)
        return block_files(run, parts, ahead)

    def of_table(table: Table, files: Iterable[bytes]) -> Download:
        found.tables.add(table.name)
        return joined_download(table, files)

    def of_entry(
        site: SiteContext, key: str, plans: Mapping[str, PlanUnderEntry]
    ) -> Iterator[Draft]:
        found.entries.add(key)
        return pages_of(site, key, plans)

    monkeypatch.setattr("jinzai.work.joins.pages_of", of_entry)
    monkeypatch.setattr("jinzai.work.made_search.MOST_IN_ONE_FILE", 100)
    monkeypatch.setattr("jinzai.work.site_kit.MOST_IN_ONE_FILE", 100)
    monkeypatch.setattr("jinzai.publish.search._BLOCKS_IN_A_RUN", 2)
    monkeypatch.setattr("jinzai.work.made_search.group_files", of_group)
    monkeypatch.setattr("jinzai.work.made_search.block_files", of_blocks)
    monkeypatch.setattr("jinzai.work.joined.joined_download", of_table)
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    shutil.copytree(ROOT / "content", root / "content")
    return root


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / PLAN / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_change_makes_anew_what_it_changes(root: Path, made: Made, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    run = FrameRun(ROOT, ROOT / "mkdocs.yml", tmp_path / "run")
    try:
        frames = run.frames()
        known = KnownInMemory()
        first = digests(built(root, frames, known=known))
        assert made.groups == set(range(GROUPS))
        assert len(made.blocks) > 10
        assert len(made.tables) > 10
        assert len(made.entries) > 30

        # The record of the course says how long it takes, and no other one.
        vars(made).update(vars(Made()))
        edit(root, "courses.yaml", "hours: 2", "hours: 9")
        hours = digests(built(root, frames, known=known))
        assert 0 < len(made.groups) < GROUPS // 2
        assert 0 < len(made.blocks) < 6
        assert made.tables == {"courses", "curricula", "load"}
        assert made.entries == set()
        changed = {address for address in hours if hours[address] != first[address]}
        assert len([address for address in changed if "search/records" in address]) == 1

        # The name stands in many records of the plan, and with it the strength of all their
        # words changes. The number of the records stays, so the blocks of other plans stay too.
        vars(made).update(vars(Made()))
        edit(root, "roles.yaml", "name: ", "name: 新しい")
        named = digests(built(root, frames, known=known))
        assert 0 < len(made.blocks) < 10
        # The role stands under its class, and where an area lists the roles that ask for it.
        assert "role-classes/advanced-specialist" in made.entries
        assert 1 < len(made.entries) < 30
        shards = {address for address in named if "search/tokens" in address}
        differing = {address for address in shards if named[address] != hours[address]}
        assert differing
        assert differing <= {f"assets/search/tokens-{group}.js" for group in made.groups}

        assert named == digests(built(root, frames))
    finally:
        run.stop()


def test_a_site_that_turns_out_large_is_searched_too(
    root: Path, made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody expected so many records of so few plans, so no postings were made beforehand."""
    (tmp_path / "run").mkdir()
    run = FrameRun(ROOT, ROOT / "mkdocs.yml", tmp_path / "run")
    try:
        expected = digests(built(root, run.frames()))
        monkeypatch.setattr("jinzai.work.site_kit.MOST_IN_ONE_FILE", 100_000)
        assert digests(built(root, run.frames())) == expected
        assert made.groups == set(range(GROUPS))
    finally:
        run.stop()
