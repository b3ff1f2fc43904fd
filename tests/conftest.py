"""What tests of several packages share: a real Chromium."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

CANDIDATES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of the system.

    Without one the test is skipped, but where JINZAI_REQUIRE_BROWSER is set it fails.
    """
    found = next((path for name in CANDIDATES if (path := shutil.which(name))), None)
    if found is None:
        reason = "Chromium がありません（Debian: apt-get install chromium fonts-noto-cjk）"
        if os.environ.get("JINZAI_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=Path(found), args=["--no-sandbox"])
        yield launched
        launched.close()
