"""Bodies of the sample's pages against reviewed files.

After a change that is meant: `python -m tests.render.write_golden`, then read the difference.
"""

import pytest

from jinzai.publish.page import Page
from tests.render.write_golden import GOLDEN, golden_files


@pytest.mark.parametrize("name", sorted(file.name for file in GOLDEN.glob("*.html")))
def test_body(pages: dict[str, Page], name: str) -> None:
    assert golden_files(pages)[name] == (GOLDEN / name).read_text("utf-8")


def test_every_page_is_reviewed(pages: dict[str, Page]) -> None:
    assert set(golden_files(pages)) == {file.name for file in GOLDEN.glob("*.html")}
