from pathlib import Path

from jinzai.publish.foreign import foreign_in
from jinzai.publish.manifest import MANIFEST, manifest
from jinzai.publish.record import WrittenRecord


def foreign_files(folder: Path) -> tuple[str, ...]:
    """What is foreign in a folder without a record."""
    return foreign_in(folder, WrittenRecord()).files


def site(root: Path, *addresses: str) -> Path:
    for address in addresses:
        file = root / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
    return root


def test_the_manifest_is_sorted_and_the_same_for_the_same_set() -> None:
    assert manifest(["b.html", "a/c.html"]) == manifest(["a/c.html", "b.html"])
    assert manifest(["b", "a"]) == b"jinzai-manifest 1\na\nb\n"


def test_what_is_listed_is_ours(tmp_path: Path) -> None:
    site(tmp_path, "index.html", "a/b.html")
    (tmp_path / MANIFEST).write_bytes(manifest(["index.html", "a/b.html"]))
    assert list(foreign_files(tmp_path)) == []


def test_what_is_not_listed_is_foreign(tmp_path: Path) -> None:
    site(tmp_path, "index.html", "a/b.html", "a/notes.txt", ".htaccess")
    (tmp_path / MANIFEST).write_bytes(manifest(["index.html", "a/b.html"]))
    assert list(foreign_files(tmp_path)) == [".htaccess", "a/notes.txt"]


def test_a_folder_that_was_merely_looked_at_stays_ours(tmp_path: Path) -> None:
    site(tmp_path, "a/Thumbs.db", ".DS_Store")
    (tmp_path / MANIFEST).write_bytes(manifest([]))
    assert list(foreign_files(tmp_path)) == []


def test_without_a_readable_manifest_everything_is_foreign(tmp_path: Path) -> None:
    site(tmp_path, "index.html")
    assert list(foreign_files(tmp_path)) == ["index.html"]
    for broken in (b"index.html\n", b"\xff\xfe", b"jinzai-manifest 2\nindex.html\n"):
        (tmp_path / MANIFEST).write_bytes(broken)
        assert list(foreign_files(tmp_path)) == ["index.html"]


def test_a_link_to_a_folder_is_one_foreign_file(tmp_path: Path) -> None:
    outside = site(tmp_path / "outside", "secret.txt")
    inside = site(tmp_path / "site", "index.html")
    (inside / MANIFEST).write_bytes(manifest(["index.html"]))
    (inside / "link").symlink_to(outside, target_is_directory=True)
    assert list(foreign_files(inside)) == ["link"]
