"""What tests of several packages share: a real Chromium, patience, and the mark `quick`."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright
from xdist.scheduler import WorkStealingScheduling  # type: ignore[import-untyped]

from tests.waiting import PATIENCE

CANDIDATES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Commands of browsers. The first one is Chromium without a window: half the work for a page."""

# Hypothesis calls an example that takes long a failure. A busy machine is no fault of ours.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


ROOT: Final = Path(__file__).parent
SLOW_FOLDERS: Final = frozenset(["bench", "command", "hostile", "serve", "site", "trust", "work"])
"""Folders of tests that build whole sites, run servers, time steps or change content at random."""
SLOW_FIXTURES: Final = frozenset(["browser", "built", "project", "told"])
"""Fixtures that start a browser or the engine."""
SLOW_MODULES: Final = frozenset(
    ["check/test_every_reference.py", "render/compare/test_many_plans.py"]
)
"""Modules that break every reference of the real content, or make hundreds of plans."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Gives each process a run of tests that stand together, and later some of those left.

    Otherwise the tests of a module alternate between the processes, and each of them builds the
    sites of that module.
    """
    return WorkStealingScheduling(config, log) if config.getoption("dist") == "load" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks as `quick` every test outside the slow folders that needs no slow fixture.

    A module that starts other processes is slow too: it imports `subprocess`.
    """
    for item in items:
        path = item.path.relative_to(ROOT)
        is_slow = (
            path.parts[0] in SLOW_FOLDERS
            or path.as_posix() in SLOW_MODULES
            or not SLOW_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))
            or item.get_closest_marker("browser") is not None
            or hasattr(getattr(item, "module", None), "subprocess")
        )
        if not is_slow:
            item.add_marker(pytest.mark.quick)


@pytest.fixture(scope="session", autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Builds of the tests keep their secret in a folder of the tests, not in the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of the system.

    Without one the test is skipped, but where JINZAI_REQUIRE_BROWSER is set it fails. All waiting
    in its windows, and by `expect`, ends after `PATIENCE`.
    """
    milliseconds = 1000 * PATIENCE
    found = next((path for name in CANDIDATES if (path := shutil.which(name))), None)
    if found is None:
        packages = "chromium-headless-shell fonts-noto-cjk"
        reason = f"Chromium がありません（Debian: apt-get install {packages}）"
        if os.environ.get("JINZAI_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=Path(found), args=["--no-sandbox"], timeout=milliseconds
        )
        launched.on("context", lambda context: context.set_default_timeout(milliseconds))
        expect.set_options(timeout=milliseconds)
        yield launched
        launched.close()
