"""Where targets stand in a text: the same as a search for each, in few passes over the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinzai.model.occurrences import Occurrences
from tests.calls import calls_of

SIGNS = "ab:/ "


@given(
    st.text(SIGNS, max_size=40),
    st.lists(st.text(SIGNS, min_size=1, max_size=5), max_size=20, unique=True),
    st.integers(0, 40),
)
def test_it_finds_what_a_search_finds(text: str, targets: list[str], offset: int) -> None:
    occurrences = Occurrences(text)
    for target in targets:
        found = occurrences.of(target)
        assert list(found) == sorted(found)
        assert [text[at : at + len(target)] for at in found] == [target] * text.count(target)
        assert occurrences.before(target, offset) == text.count(target, 0, offset)


def test_targets_longer_than_what_is_sorted_are_told_apart() -> None:
    long = "skill:" + "a" * 100
    text = f"{long} {long}b {long}c skill:a"
    occurrences = Occurrences(text)
    for other in range(20):
        assert not occurrences.of(f"skill:b{other}")
    assert list(occurrences.of(f"{long}b")) == [text.index(f"{long}b")]
    assert len(occurrences.of(long)) == 3
    assert len(occurrences.of("skill:a")) == 4


@pytest.mark.parametrize("form", ["role:r{:05}", "r{:05}", "k{:05}:x"])
def test_the_text_is_not_searched_again_for_each_target(form: str) -> None:
    names = [form.format(number) for number in range(1000)]

    def calls(*functions: str) -> int:
        occurrences = Occurrences(" ".join(names))
        return calls_of(lambda: [occurrences.of(name) for name in names], *functions)

    assert calls("str.find", "str.count", "str.split") < 20
    assert calls("str.startswith") < 4 * len(names)
