"""Builds a case's content from the base and the case's own files, and checks it.

A case is a folder `cases/<code>/<name>/` that holds the files that differ from the base, at the
places that they have under `content/`, and:

- `changes.txt` (optional): what no file can say, one change a line (see `_CHANGES`);
- `expected.txt`: every finding, `file:line:column severity[code] message`, with the advice and
  related places indented below it. Paths are from `content/`.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jinzai.check.check import Checked, check
from jinzai.findings.finding import Finding
from jinzai.findings.limit import limited
from jinzai.findings.text import location, write_text
from jinzai.load.content import load
from jinzai.load.file_bytes import MAX_BYTES
from jinzai.parse.parse import parse

HERE = Path(__file__).parent
BASE = HERE / "base"
CASES = HERE / "cases"
EXPECTED = "expected.txt"
CHANGES = "changes.txt"


@dataclass(frozen=True)
class Case:
    """One folder of content that breaks a rule."""

    folder: Path

    @property
    def code(self) -> str:
        """The code of the rule that the case is there for."""
        return self.folder.parent.name

    @property
    def id(self) -> str:
        """`code/name`, as tests are named."""
        return f"{self.code}/{self.folder.name}"

    @property
    def expected(self) -> str:
        """The reviewed findings, one block each."""
        return (self.folder / EXPECTED).read_text("utf-8")

    def build(self, root: Path) -> None:
        """Make the case's project in `root`, which must not exist yet."""
        content = root / "content"
        shutil.copytree(BASE, content)
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder)
            if path.is_file() and str(name) not in (EXPECTED, CHANGES):
                (content / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, content / name)
        changes = self.folder / CHANGES
        if changes.exists():
            for line in changes.read_text("utf-8").splitlines():
                word, *names = line.split(" ")
                _CHANGES[word](*(content / name for name in names))


def cases() -> Iterator[Case]:
    """All cases, by code and name."""
    for code in sorted(path for path in CASES.iterdir() if path.is_dir()):
        for folder in sorted(path for path in code.iterdir() if path.is_dir()):
            yield Case(folder)


def examine(root: Path) -> tuple[Checked, dict[str, str]]:
    """What load, parse and check say of a project, and the text of its files."""
    loaded = load(root)
    sources = {document.file: document.source for document in loaded.documents}
    return check(parse(loaded.documents), loaded.findings), sources


def summary(checked: Checked) -> str:
    """The findings that are shown, as `expected.txt` has them."""
    return "".join(_block(finding) for finding in limited(checked.findings))


def shown(checked: Checked, sources: dict[str, str]) -> str:
    """The findings as an editor sees them, for the review of a new case."""
    return write_text(limited(checked.findings), sources)


def _block(finding: Finding) -> str:
    where = location(finding.place).removeprefix("content/")
    lines = [f"{where} {finding.severity}[{finding.rule.code}] {finding.message}"]
    if finding.hint:
        lines.append(f"    ヒント: {finding.hint}")
    lines += [
        f"    関連: {location(other.place).removeprefix('content/')} {other.message}"
        for other in finding.related
    ]
    return "\n".join(lines) + "\n"


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _pad(path: Path) -> None:
    """Make a file larger than a file may be, without keeping such a file in Git."""
    with path.open("ab") as file:
        file.write(b"# padding\n" * (MAX_BYTES // 10 + 1))


def _rename(old: Path, new: Path) -> None:
    old.rename(new)


def _copy(old: Path, new: Path) -> None:
    shutil.copy(old, new)


def _link(path: Path, target: Path) -> None:
    """A symbolic link, to somewhere in or outside content/."""
    path.unlink(missing_ok=True)
    path.symlink_to(target)


def _folder(path: Path) -> None:
    """A folder where a file is expected."""
    path.unlink(missing_ok=True)
    path.mkdir()


def _file(path: Path) -> None:
    """A file where a folder is expected."""
    shutil.rmtree(path)
    path.write_text("", "utf-8")


_CHANGES: dict[str, Callable[..., None]] = {
    "delete": _delete,
    "rename": _rename,
    "copy": _copy,
    "link": _link,
    "folder": _folder,
    "file": _file,
    "pad": _pad,
}
