"""The ids in the models' examples, which editors copy from the guide into their own plans."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from jinzai.load.content import load
from jinzai.model.kinds import FRAMEWORK, PLAN_FILES, FileKind

ROOT = Path(__file__).parents[2]
LISTS = [(kind, name) for kind in (*PLAN_FILES, FRAMEWORK) for name in kind.collections]


def known_ids() -> set[tuple[str, str]]:
    """Kind and id of every entity of the plans and frameworks."""
    found: set[tuple[str, str]] = set()
    for document in load(ROOT).documents:
        value: Any = document.tree.value if document.tree else {}
        for name, kind in document.kind.collections.items():
            found.update((kind, item["id"]) for item in value.get(name, ()))
    return found


KNOWN = known_ids()


def example_ids(kind: FileKind, name: str) -> Iterator[str]:
    field = kind.model.model_fields[name]
    for listed in field.examples or ():
        yield from (item["id"] for item in listed)
    (item,) = get_args(field.annotation)[:1]
    yield from item.model_fields["id"].examples


@pytest.mark.parametrize(("kind", "name"), LISTS, ids=[name for _, name in LISTS])
def test_an_example_can_be_copied_beside_what_there_is(kind: FileKind, name: str) -> None:
    ids = list(example_ids(kind, name))
    assert ids
    assert not {(kind.collections[name], one) for one in ids} & KNOWN
