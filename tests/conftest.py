"""What tests of several packages share: a real Chromium."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

CANDIDATES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE_MS: Final = 120_000
"""So long every window waits for a page to become as a test wants it, however busy the machine."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of the system.

    Without one the test is skipped, but where JINZAI_REQUIRE_BROWSER is set it fails. All waiting
    in its windows, and by `expect`, ends after `PATIENCE_MS`.
    """
    found = next((path for name in CANDIDATES if (path := shutil.which(name))), None)
    if found is None:
        reason = "Chromium がありません（Debian: apt-get install chromium fonts-noto-cjk）"
        if os.environ.get("JINZAI_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=Path(found), args=["--no-sandbox"], timeout=PATIENCE_MS
        )
        launched.on("context", lambda context: context.set_default_timeout(PATIENCE_MS))
        expect.set_options(timeout=PATIENCE_MS)
        yield launched
        launched.close()
