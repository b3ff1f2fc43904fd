"""A retired word does not come back into what readers see."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from jinzai.render.page.retired import RETIRED

ROOT = Path(__file__).parents[1]
READ: Final = sorted(
    path
    for folder, pattern in (
        ("jinzai", "*.py"),
        ("templates", "*.html"),
        ("templates", "*.js"),
        ("content/pages", "*.md"),
        ("content/frameworks", "*.yaml"),
    )
    for path in (ROOT / folder).rglob(pattern)
)
KEPT: Final = {
    "jinzai/render/page/retired.py": "the list of the retired words",
    "jinzai/parse/other_words.py": "what editors write for the fixed words",
    "jinzai/export/cells.py": "the words of cells stay as they were published",
}
"""Files that may hold retired words, each with the reason."""


def _held() -> Iterator[tuple[str, str]]:
    """The retired words, each with the file that holds it."""
    for path in READ:
        text = path.read_text("utf-8")
        yield from ((str(path.relative_to(ROOT)), one.old) for one in RETIRED if one.old in text)


def test_what_readers_see_holds_no_retired_word() -> None:
    assert [(path, word) for path, word in _held() if path not in KEPT] == []


@pytest.mark.parametrize("path", KEPT)
def test_a_file_is_left_out_only_if_it_holds_one(path: str) -> None:
    assert path in {held for held, _ in _held()}


def test_a_word_is_retired_once_and_for_another() -> None:
    assert len({one.old for one in RETIRED}) == len(RETIRED)
    assert not {one.old for one in RETIRED} & {one.new for one in RETIRED}
