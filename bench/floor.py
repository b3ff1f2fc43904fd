"""The floor: a site's bytes written to as many files, and nothing else done.

Run as a script, `floor.py SITE COPY`: reads SITE, then times the writing of COPY, which must not
exist, and prints the seconds.
"""

import sys
import time
from pathlib import Path


def main(site: Path, copy: Path) -> None:
    """Copies and prints what the writing took."""
    files = {
        path.relative_to(site): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
    started = time.perf_counter()
    folders = {copy / name.parent for name in files}
    for folder in sorted(folders):
        folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        with (copy / name).open("xb") as file:
            file.write(data)
    sys.stdout.write(f"{time.perf_counter() - started}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
