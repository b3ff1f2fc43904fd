"""The builder, once for all tests."""

from collections.abc import Iterator

import pytest

from .site import Builder


@pytest.fixture(scope="session")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builder]:
    """Builds content into the real frames."""
    made = Builder(tmp_path_factory.mktemp("builder"))
    yield made
    made.close()
