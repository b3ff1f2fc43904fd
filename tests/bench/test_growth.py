"""What the table of growth tells of sites."""

from pathlib import Path

import pytest

from bench import growth
from bench.growth import KINDS, Grown
from bench.measure import Measured
from bench.report import growth_table


def _written(site: Path, sizes: dict[str, int]) -> None:
    for name, size in sizes.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(b"x" * size)


def test_of_each_kind_the_heaviest_file_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"compare/a.html": 10, "compare/b.html": 30, "p/roles/r.html": 50}
    files |= {"compare/data/p.js": 7, "frameworks/f/e.html": 20, "assets/search-index.js": 9}

    def write_project(_: Path, root: Path, count: int) -> int:
        root.mkdir()
        return count + 1

    def measure(command: list[str]) -> Measured:
        _written(Path(command[-2]) / "site", files)
        return Measured(2.0, 1.5, 3_000_000, "")

    monkeypatch.setattr(growth, "write_project", write_project)
    monkeypatch.setattr(growth, "measure", measure)
    monkeypatch.setattr(growth, "PAUSE", 0.0)

    (found,) = growth.growth(Path("/repository"), tmp_path, [4])

    assert (found.plans, found.pages) == (5, 4)
    assert found.heaviest == {
        "comparing page": 30,
        "framework page": 20,
        "page of all": 50,
        "plan's sides": 7,
        "plan's cells": 0,
        "prefecture's plans": 0,
        "search index": 9,
    }
    assert not any(tmp_path.iterdir())


def test_the_table_has_a_column_for_each_site() -> None:
    run = Measured(5.0, 4.0, 10_000_000, "")
    sites = (Grown(n, 2000 * n, run, dict.fromkeys(KINDS, 2048)) for n in (1, 2))
    lines = growth_table(sites).splitlines()
    assert lines[0] == "| plans | 1 | 2 |"
    assert "| ms a page | 2.50 | 1.25 |" in lines
    assert "| heaviest plan's cells, KB | 2.0 | 2.0 |" in lines
