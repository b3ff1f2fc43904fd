"""500 of the changed plans of `bench.mutations`: whatever becomes of them, it is no traceback."""

import pytest

from bench.mutations import REPOSITORY, examine, mutated, plans
from jinzai.load.content import load_frameworks
from jinzai.load.document import Loaded

PLANS = plans(REPOSITORY)


@pytest.fixture(scope="module")
def frameworks() -> Loaded:
    return load_frameworks(REPOSITORY)


@pytest.mark.parametrize("hundred", range(5))
def test_a_slip_of_the_hand_is_no_traceback(hundred: int, frameworks: Loaded) -> None:
    different = 0
    for number in range(100 * hundred, 100 * hundred + 100):
        files = PLANS[number % len(PLANS)]
        changed = mutated(files, number)
        assert changed == mutated(files, number)
        different += changed != files
        assert examine(changed, frameworks, number).crash == ""
    assert different > 90
