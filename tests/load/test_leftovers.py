from pathlib import Path

import pytest

from jinzai.load import load
from jinzai.load.leftovers import is_left_over, is_no_content
from jinzai.publish.foreign import foreign_in
from jinzai.publish.handwritten import Handwritten, read_handwritten
from jinzai.publish.manifest import MANIFEST, manifest
from jinzai.publish.record import WrittenRecord

from .test_content import CHAPTER, PLAN, told, write

LEFT_OVER = [
    ".DS_Store",
    ".ds_store",
    "Thumbs.db",
    "THUMBS.DB",
    "desktop.ini",
    "Desktop.ini",
    "$RECYCLE.BIN",
    "System Volume Information",
    "._roles.yaml",
    ".~lock.roles.yaml#",
    ".~LOCK.研修.ods#",
    ".nfs0000000000a1b2c300000001",
    ".fuse_hidden0000000100000002",
    ".smbdeleteAAA1b2",
    ".Trash-1000",
    "@eaDir",
    "@EADIR",
    "#recycle",
    ".@__thumb",
    "~$roles.xlsx",
    "roles.yaml~",
    ".roles.yaml.swp",
    "#roles.yaml#",
    "roles.yaml.sb-1a2b3c4d-AbCdEf",
    "~WRL0001.tmp",
]
HIDDEN = [".vscode", ".idea", ".history", ".gitkeep", ".roles.yaml.x7Tq2z", "jinzai.code-workspace"]
COPIES = [
    "roles (1).yaml",
    "roles.yaml.bak",
    "roles - コピー.yaml",
    "old.zip",
    "eaDir",
    "lock.roles.yaml",
    "Thumbs.db.yaml",
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that has nothing to find."""
    write(tmp_path, f"{PLAN}/plan.yaml", "id: hirakata\n")
    write(tmp_path, f"{PLAN}/chapters/background.md", CHAPTER)
    write(tmp_path, "content/frameworks/role-classes.yaml", "id: role-classes\n")
    return tmp_path


@pytest.mark.parametrize("name", LEFT_OVER)
def test_what_programs_leave_stops_neither_content_nor_site(root: Path, name: str) -> None:
    for folder in ("content", "content/plans", PLAN, f"{PLAN}/chapters", "content/frameworks"):
        write(root, f"{folder}/{name}")
    write(root, f"content/pages/{name}")
    assert told(load(root)) == []
    assert read_handwritten(root) == Handwritten()
    site = root / "site"
    write(root, f"site/roles/{name}/inner.bin" if name == "@eaDir" else f"site/roles/{name}")
    (site / MANIFEST).write_bytes(manifest([]))
    assert foreign_in(site, WrittenRecord()).files == ()


@pytest.mark.parametrize("name", HIDDEN)
def test_hidden_names_and_settings_of_editors_are_no_content(root: Path, name: str) -> None:
    for folder in ("content", "content/plans", PLAN, f"{PLAN}/chapters", "content/pages"):
        write(root, f"{folder}/{name}/settings.json")
    assert told(load(root)) == []
    assert read_handwritten(root).troubles == ()


@pytest.mark.parametrize("name", HIDDEN)
def test_in_a_site_they_may_be_the_work_of_a_person(root: Path, name: str) -> None:
    write(root, f"site/{name}")
    (root / "site" / MANIFEST).write_bytes(manifest([]))
    assert foreign_in(root / "site", WrittenRecord()).files == (name,)


@pytest.mark.parametrize("name", COPIES)
def test_copies_are_told(root: Path, name: str) -> None:
    assert not is_left_over(name)
    assert not is_no_content(name)
    write(root, f"{PLAN}/{name}")
    ((code, file),) = told(load(root))
    assert code in ("unknown-file", "misspelt-file-name")
    assert file == f"{PLAN}/{name}"
