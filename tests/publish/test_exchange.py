import sys
from pathlib import Path

import pytest

from jinzai.publish.exchange import exchange


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "said.txt").write_text(name)
    return tmp_path / "one", tmp_path / "other"


def said(folder: Path) -> str:
    return (folder / "said.txt").read_text()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a call of Linux")
def test_two_folders_change_places(two: tuple[Path, Path]) -> None:
    assert exchange(*two)
    assert [said(folder) for folder in two] == ["other", "one"]


def test_elsewhere_nothing_happens(two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert not exchange(*two)
    assert [said(folder) for folder in two] == ["one", "other"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a call of Linux")
def test_a_folder_that_is_not_there_is_an_error(two: tuple[Path, Path]) -> None:
    with pytest.raises(FileNotFoundError):
        exchange(two[0], two[0] / "gone")
    assert said(two[0]) == "one"
