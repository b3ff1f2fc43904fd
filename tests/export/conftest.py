"""Fixtures: every real plan and every sample plan."""

from pathlib import Path

import pytest

from .plans import FOLDERS, SAMPLE, Case, case


@pytest.fixture(scope="session", params=FOLDERS, ids=lambda folder: folder.name)
def plan(request: pytest.FixtureRequest) -> Case:
    """Each plan in turn."""
    folder: Path = request.param
    return case(folder)


@pytest.fixture(scope="session")
def sample() -> Case:
    """The plan that gathers what is easily got wrong."""
    return case(SAMPLE / "sample")


@pytest.fixture(scope="session")
def bare() -> Case:
    """A plan with no file but plan.yaml."""
    return case(SAMPLE / "bare")
