from pathlib import Path

import pytest

from jinzai.publish.failure import PublishError
from jinzai.publish.manifest import MANIFEST
from jinzai.publish.staging import Staging


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    return Staging(tmp_path / "staged")


def test_files_stand_at_their_addresses(staging: Staging, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    moved.write_bytes(b"2")
    staging.write("a/b/c.html", b"1")
    staging.move_in("a/d.css", moved)
    staging.write_manifest()
    assert (staging.root / "a/b/c.html").read_bytes() == b"1"
    assert staging.read("a/d.css") == b"2"
    assert len(staging) == 2
    assert "a/d.css" in staging
    assert "A/d.css" not in staging
    assert (staging.root / MANIFEST).read_bytes() == b"jinzai-manifest 1\na/b/c.html\na/d.css\n"
    with pytest.raises(KeyError):
        staging.read(MANIFEST)


@pytest.mark.parametrize("second", ["about.html", "About.html", "ABOUT.HTML"])
def test_two_things_never_share_an_address(staging: Staging, second: str) -> None:
    staging.write("about.html", b"1")
    with pytest.raises(PublishError, match="同じ場所"):
        staging.write(second, b"2")
    assert staging.read("about.html") == b"1"


def test_nothing_is_written_outside(staging: Staging, tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="置けません"):
        staging.write("../out.html", b"")
    assert not (tmp_path / "out.html").exists()


def test_a_file_cannot_be_a_folder_too(staging: Staging) -> None:
    staging.write("a", b"")
    with pytest.raises(PublishError, match="同じ場所"):
        staging.write("a/b.html", b"")
