"""Builds on a small disk that is filled; run as a script where mounting is allowed.

Prints one JSON object: the mark of the site `before`, what came of each build on a `full` disk,
and the mark `after` there was room again.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from .project import build, edit, make_project, mark, succeed

SIZE = 64 * 1024 * 1024
FREE = (0, 16_000, 300_000, 1_000_000, 2_000_000)
"""Bytes left free, in turn; a site of this project takes more than all of them."""


def main(mount: Path) -> dict[str, Any]:
    """Everything that is to be told."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(mount)], check=True)
    root = make_project(mount / "project")
    before = succeed(root)
    edit(root, "まとめ役")
    full = [_with(root, mount / "filler", free) for free in FREE]
    return {"before": before, "full": full, "after": succeed(root)}


def _with(root: Path, filler: Path, free: int) -> dict[str, Any]:
    """A build with `free` bytes left; the rest is filled meanwhile."""
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 65_536) == 65_536:
                pass
        except OSError:
            pass
        file.truncate(max(0, file.tell() - free))
    # Without what is known, so that all files are written anew.
    done = build(root, "--no-cache")
    filler.unlink()
    left = sorted(path.name for path in (root / ".site.jinzai").iterdir())
    return {
        "free": free, "status": done.returncode, "out": done.stdout, "err": done.stderr,
        "mark": mark(root / "site"), "left": left,
    }  # fmt: skip


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))))
