"""Fixtures: the five plans, linked and side by side."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from jinzai.check.check import check
from jinzai.compare.comparison import Comparison, compare
from jinzai.link.catalogue import Catalogue, LinkedPlan, link
from jinzai.load.content import load
from jinzai.parse.parse import parse

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The five plans of the project."""
    loaded = load(ROOT)
    content = check(parse(loaded.documents), loaded.findings).content
    assert content is not None
    return link(content)


@pytest.fixture(scope="session")
def plans(catalogue: Catalogue) -> Mapping[str, LinkedPlan]:
    """The five plans by id."""
    return {plan.id: plan for plan in catalogue.plans}


@pytest.fixture(scope="session")
def compared(catalogue: Catalogue) -> Comparison:
    """The five plans side by side."""
    return compare(catalogue)
