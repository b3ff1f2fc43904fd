"""What tests of several packages share: a real Chromium, and that nobody hurries."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright

from tests.waiting import PATIENCE

CANDIDATES = ("chromium", "chromium-browser", "google-chrome")

# Hypothesis calls an example that takes long a failure. A busy machine is no fault of ours.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of the system.

    Without one the test is skipped, but where JINZAI_REQUIRE_BROWSER is set it fails. All waiting
    in its windows, and by `expect`, ends after `PATIENCE`.
    """
    milliseconds = 1000 * PATIENCE
    found = next((path for name in CANDIDATES if (path := shutil.which(name))), None)
    if found is None:
        reason = "Chromium がありません（Debian: apt-get install chromium fonts-noto-cjk）"
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
