"""The names of files, and what they tell."""

import pytest

from jinzai.load import load_document
from jinzai.load.document import stem
from jinzai.model.kinds import CHAPTER


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("content/frameworks/role-classes.yaml", "role-classes"),
        ("content/frameworks/role-classes.yml", "role-classes"),
        ("content/plans/p/chapters/a.md", "a"),
        ("content/plans/p/chapters/a.MARKDOWN.txt", "a"),
        ("content/plans/p.q/chapters/a.b.md", "a.b"),
        ("a", "a"),
    ],
)
def test_the_stem_of_a_file_is_its_name_without_the_ending(file: str, wanted: str) -> None:
    assert stem(file) == wanted


def test_a_point_in_a_chapters_name_is_not_cut_off() -> None:
    """It would lead the page's edit link to another file."""
    file = "content/plans/p/chapters/back.ground.md"
    (chapter,) = load_document(file, CHAPTER, "p", "---\ntitle: 背景\n---\n本文\n").documents
    assert chapter.tree is not None
    assert isinstance(chapter.tree.value, dict)
    assert chapter.tree.value["id"] == "back.ground"
