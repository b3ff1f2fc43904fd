"""Names in place of ids."""

import pytest

from jinzai.check.names import id_by_name

from .plans import index


@pytest.mark.parametrize(
    ("kind", "name", "id"),
    [
        ("role", "リーダー", "leader"),
        ("skill", "業務 改革", "bpr"),
        ("course", "データ活用の基礎", "data-basic"),
        ("level", "レベル１", "level-1"),
        ("stage", "実践", "practice"),
        ("entry", "リーダー", "role-classes/leader"),
        ("entry", "bpr", "skill-areas/bpr"),
        ("term", "bpr", "bpr"),
        ("chapter", "背景", "background"),
        ("role", "データ活用の基礎", ""),
        ("role", "", ""),
    ],
)
def test_what_a_name_stands_for(kind: str, name: str, id: str) -> None:
    assert id_by_name(index(), kind, name) == id


def test_a_name_of_two_things_stands_for_neither() -> None:
    twins = index(roles=("name: 一般職員", "name: リーダー"))
    assert id_by_name(twins, "role", "リーダー") == ""
