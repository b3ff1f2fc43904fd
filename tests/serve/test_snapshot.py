"""Every change of the files is noticed, and nothing outside them is looked at."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from jinzai.serve import snapshot
from jinzai.serve.snapshot import Snapshot, look, next_change
from tests.waiting import PATIENCE


@pytest.fixture
def root(tmp_path: Path) -> Path:
    plan = tmp_path / "content" / "plans" / "a"
    plan.mkdir(parents=True)
    (plan / "roles.yaml").write_text("roles: []\n", "utf-8")
    template = tmp_path / "templates" / "plan" / "role.html"
    template.parent.mkdir(parents=True)
    template.write_text("x", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    return tmp_path


def replaced(root: Path) -> None:
    """A new file of the same size and time takes the old one's name."""
    old = root / "content/plans/a/roles.yaml"
    times = old.stat()
    new = root / "content/plans/a/new"
    new.write_text("roles: {}\n", "utf-8")
    os.utime(new, ns=(times.st_atime_ns, times.st_mtime_ns))
    new.replace(old)


CHANGES: dict[str, Callable[[Path], object]] = {
    "written": lambda root: (root / "content/plans/a/roles.yaml").write_text("roles: {}\n"),
    "replaced": replaced,
    "added": lambda root: (root / "content/plans/a/b.yaml").write_text(""),
    "deleted": lambda root: (root / "content/plans/a/roles.yaml").unlink(),
    "folder added": lambda root: (root / "content/plans/b").mkdir(),
    "folder renamed": lambda root: (root / "content/plans/a").rename(root / "content/plans/b"),
    "content gone": lambda root: (root / "content").rename(root / "other"),
    "template": lambda root: (root / "templates/plan/role.html").write_text("yy"),
    "settings": lambda root: (root / "mkdocs.yml").unlink(),
    "history": lambda root: (root / "CHANGELOG.md").write_text("# 変更履歴\n", "utf-8"),
    "made unreadable": lambda root: (root / "content/plans/a/roles.yaml").chmod(0),
    "dead link": lambda root: (root / "content/plans/a/b.yaml").symlink_to("nowhere"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_noticed(root: Path, change: Callable[[Path], object]) -> None:
    before = look(root)
    assert look(root) == before
    change(root)
    assert look(root) != before


def test_what_is_no_source_is_not_looked_at(root: Path) -> None:
    before = look(root)
    (root / "site").mkdir()
    (root / "notes.txt").write_text("x", "utf-8")
    assert look(root) == before


def test_links_never_lead_outside_nor_in_circles(root: Path) -> None:
    (root / "content" / "outside").symlink_to("/")
    (root / "content" / "plans" / "self").symlink_to(root / "content")
    (root / "content" / "plans" / "loop").symlink_to("loop")
    (root / "content" / "plans" / "twin").symlink_to("a")
    found = [path for path in look(root).stamps if path.startswith("content")]
    assert len(found) < 10
    assert "content/outside" in found


def test_a_linked_file_is_seen_to_change(root: Path) -> None:
    real = root / "real.yaml"
    real.write_text("a", "utf-8")
    (root / "content/plans/a/skills.yaml").symlink_to(real)
    before = look(root)
    real.write_text("bb", "utf-8")
    assert look(root) != before


def test_parts_are_told_apart() -> None:
    snapshot = Snapshot({"content": (1,), "content/pages/a.md": (2,), "content/pages-old": (3,)})
    assert snapshot.within("content/pages", "mkdocs.yml") == {"content/pages/a.md": (2,)}


def test_a_change_is_waited_for_until_it_is_at_rest(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = look(root)
    looks = 0

    def look_while_somebody_saves(seen: Path) -> Snapshot:
        """Before each look from the third to the seventh one file more is saved.

        Another preview of this process, if one is at work, looks at its own folder.
        """
        nonlocal looks
        if seen != root:
            return look(seen)
        looks += 1
        if 3 <= looks <= 7:
            (root / f"content/plans/a/{looks}.yaml").write_text("x", "utf-8")
        return look(root)

    monkeypatch.setattr(snapshot, "look", look_while_somebody_saves)
    monkeypatch.setattr(snapshot, "_PATIENCE", PATIENCE)
    found = next_change(root, known, threading.Event())
    assert looks == 8
    assert found == look(root)
    assert found.stamps.keys() >= {f"content/plans/a/{number}.yaml" for number in range(3, 8)}


def test_whoever_writes_without_end_is_not_waited_for(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = look(root)
    looks = 0

    def look_at_what_never_rests(seen: Path) -> Snapshot:
        nonlocal looks
        if seen != root:
            return look(seen)
        looks += 1
        (root / "mkdocs.yml").write_text("x" * looks, "utf-8")
        return look(root)

    monkeypatch.setattr(snapshot, "look", look_at_what_never_rests)
    assert next_change(root, known, threading.Event()) == look(root)
    assert looks > 1


def test_stopping_ends_the_wait(root: Path) -> None:
    stopped = threading.Event()
    stopped.set()
    assert next_change(root, look(root), stopped) is None
