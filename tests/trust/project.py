"""A small project, real builds of it in processes of their own, and what makes a site whole."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit

from jinzai.publish.manifest import MANIFEST
from tests.waiting import PATIENCE_FOR_PROGRAMS

REPOSITORY: Final = Path(__file__).parents[2]
KEPT: Final = [".gitignore", "known", "lock", "templates", "written"]
"""What a build may leave in its working folder."""

_HEEDING: Final = """
import os, signal, sys
for name in ("SIGINT", "SIGTERM", "SIGHUP"):
    ignored = name == sys.argv[1]
    signal.signal(getattr(signal, name), signal.SIG_IGN if ignored else signal.SIG_DFL)
os.execv(sys.argv[2], sys.argv[2:])
"""
_ROLES: Final = "content/plans/demo/roles.yaml"
_links: Final = re.compile(r"\s(?:href|src)=\"([^\"]*)\"")


def make_project(root: Path) -> Path:
    """The content that the tests of rules begin with, the real templates, one written page."""
    shutil.copytree(REPOSITORY / "tests" / "rules" / "base", root / "content")
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    (root / "content" / "pages").mkdir()
    about = root / "content" / "pages" / "about.md"
    about.write_text("# このサイトについて\n\n## 値 {#values}\n", "utf-8")
    return root


def edit(root: Path, name: str) -> None:
    """Gives a role of the plan `demo` another name, so that the next site is another one."""
    path = root / _ROLES
    text = re.sub(r"name: (?:リーダー|まとめ役\w*)", f"name: {name}", path.read_text("utf-8"))
    assert f"name: {name}" in text
    path.write_text(text, "utf-8")


def command(root: Path, *arguments: str) -> list[str]:
    """The command line of a build of the project."""
    return [sys.executable, str(REPOSITORY / "build.py"), "--root", str(root), *arguments]


def heeding(command: list[str], *, ignored: str = "") -> list[str]:
    """A command line with which a command heeds signals, but for the one that is ignored.

    Who runs the tests may ignore some of them, and a process is started so that it ignores them
    too.
    """
    return [sys.executable, "-c", _HEEDING, ignored, *command]


def build(root: Path, *arguments: str, **given: Any) -> "subprocess.CompletedProcess[str]":
    """A build in a process of its own, to its end."""
    return subprocess.run(
        command(root, *arguments),
        capture_output=True, text=True, encoding="utf-8", check=False,
        timeout=PATIENCE_FOR_PROGRAMS, **given,
    )  # fmt: skip


def succeed(root: Path) -> str:
    """Builds, and gives back the mark of the site; nothing but the site may be left."""
    done = build(root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].startswith("site/ を作りました: ")
    left = sorted(path.name for path in (root / ".site.jinzai").iterdir())
    assert left == KEPT
    return mark(root / "site")


def refuse(done: "subprocess.CompletedProcess[str]", *words: str, had_site: bool = True) -> None:
    """Asserts that a build ended in good order without a site, and said why in Japanese."""
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    state = "前のままです" if had_site else "まだありません"
    assert done.stdout.splitlines()[-1].startswith(f"サイトは作っていません（site/ は{state}）")
    for word in words:
        assert word in said, said
    for word in ("Traceback", "プログラムの誤り", "Errno", 'File "'):
        assert word not in said, said


def turn(root: Path, marks: dict[str, str]) -> str:
    """Changes the content to that of the site that does not stand now; returns its name."""
    now = mark(root / "site")
    assert now in marks.values()
    (name,) = (name for name, known in marks.items() if known != now)
    edit(root, name)
    return name


def mark(site: Path) -> str:
    """A digest of every name and byte of a site."""
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(site).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def wrong_with(site: Path) -> list[str]:
    """What keeps a site from being whole: files beside its manifest, links that lead nowhere."""
    lines = (site / MANIFEST).read_text("utf-8").splitlines()
    listed = {*lines[1:], MANIFEST}
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    wrong = [f"not whole: {name}" for name in sorted(listed ^ found)]
    texts = {name: (site / name).read_text("utf-8") for name in found if name.endswith(".html")}
    for name, text in texts.items():
        for link in set(_links.findall(text)):
            target = urlsplit(urljoin(f"https://site.invalid/{name}", link.replace("&amp;", "&")))
            path = unquote(target.path).removeprefix("/") or "index.html"
            if target.netloc != "site.invalid":
                continue
            anchor = unquote(target.fragment)
            if path not in found or (anchor and f' id="{anchor}"' not in texts.get(path, "")):
                wrong.append(f"{name}: {link}")
    return wrong
