from pathlib import Path

import pytest

from jinzai.publish.docs import shell_address, write_docs
from jinzai.publish.failure import PublishError
from jinzai.publish.handwritten import Handwritten, read_handwritten


def found(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_pages_are_written_and_a_shell_stands_at_every_depth(tmp_path: Path) -> None:
    pages = tmp_path / "content" / "pages"
    (pages / "img").mkdir(parents=True)
    (pages / "img" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (pages / "about.md").write_text("# x\n")
    (pages / ".about.md.swp").touch()
    (pages / ".#about.md").symlink_to("someone@host.1234")
    write_docs(read_handwritten(tmp_path), tmp_path / "docs")
    shells = [shell_address(level).replace(".html", ".md") for level in range(3)]
    assert found(tmp_path / "docs") == sorted(["about.md", "img/a.png", *shells])
    assert [address.count("/") for address in shells] == [0, 1, 2]


def test_without_pages_there_are_still_shells(tmp_path: Path) -> None:
    write_docs(Handwritten(), tmp_path / "docs")
    assert len(found(tmp_path / "docs")) == 3


def test_a_folder_that_is_there_already_is_refused(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    with pytest.raises(PublishError):
        write_docs(Handwritten(), tmp_path / "docs")


def test_a_page_that_vanished_meanwhile_is_written_as_it_was_read(tmp_path: Path) -> None:
    pages = tmp_path / "content" / "pages"
    pages.mkdir(parents=True)
    (pages / "about.md").write_text("# x\n")
    read = read_handwritten(tmp_path)
    (pages / "about.md").unlink()
    write_docs(read, tmp_path / "docs")
    assert (tmp_path / "docs" / "about.md").read_text().endswith("# x\n")


def test_a_picture_that_vanished_meanwhile_is_told(tmp_path: Path) -> None:
    pages = tmp_path / "content" / "pages"
    pages.mkdir(parents=True)
    (pages / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    read = read_handwritten(tmp_path)
    (pages / "a.png").unlink()
    with pytest.raises(PublishError, match=r"content/pages/a\.png: 作っている途中でなくなりました"):
        write_docs(read, tmp_path / "docs")
