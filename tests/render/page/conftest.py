"""Fixtures: a small site with tables, and a window on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.render.page.tables_site import Reader, build, reading


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of `tables_site.py`."""
    return build(tmp_path_factory.mktemp("tables"))


@pytest.fixture
def reader(browser: Browser, tables: Path) -> Iterator[Reader]:
    """A window; nothing may go wrong in it."""
    with reading(browser, tables) as reader:
        yield reader
