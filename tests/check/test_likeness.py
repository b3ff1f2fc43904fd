"""A guess at the id that was meant: only what is very like it, and a new name before an old one."""

import pytest

from jinzai.check.likeness import KnownIds


@pytest.mark.parametrize(
    ("id", "known", "meant"),
    [
        ("dx-basc", ["dx-basic", "bpr-basic"], "dx-basic"),
        ("dxleader", ["dx-leader", "it-leader"], "dx-leader"),
        ("leader", ["dx-leader", "all-staff"], "dx-leader"),
        ("bqr", ["bpr", "data"], "bpr"),
        ("bpr-basic", ["dx-basic", "data-basic"], ""),
        ("level-3", ["level-1", "level-2"], ""),
        ("bpr-basic", [], ""),
    ],
)
def test_only_what_is_very_like_it_is_named(id: str, known: list[str], meant: str) -> None:
    assert KnownIds(known).meant(id) == meant


def test_a_new_id_that_nothing_names_is_what_the_old_one_became() -> None:
    known = ["dx-basic", "bpr-kiso", "data-basic"]
    assert KnownIds(known, ["bpr-kiso"]).meant("bpr-basic") == "bpr-kiso"
    assert KnownIds(known).meant("bpr-basic") == ""
    assert KnownIds(known, ["data-basic"]).meant("bpr-basic") == ""


def test_of_two_that_are_equally_like_it_the_one_that_nothing_names() -> None:
    assert KnownIds(["data-user", "data-used"], ["data-user"]).meant("data-use") == "data-user"
    assert KnownIds(["data-user", "data-used"], ["data-used"]).meant("data-use") == "data-used"
