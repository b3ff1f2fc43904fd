import subprocess
import sys
from pathlib import Path

import pytest

from jinzai.publish.exchange import exchange
from jinzai.publish.failure import PublishError
from jinzai.publish.manifest import MANIFEST, manifest
from jinzai.publish.swap import SiteFolder, kept_folder

ROOT = Path(__file__).parents[2]

# Does a swap in two steps and dies, as from kill -9, when the rename of the given number is called.
DIE = """
import os, sys
from pathlib import Path
from jinzai.publish.manifest import MANIFEST, manifest
from jinzai.publish import swap
from jinzai.publish.swap import SiteFolder
swap.exchange = lambda *_: False
calls, rename = [0], Path.rename
def dying(self, target):
    calls[0] += 1
    if calls[0] == int(sys.argv[2]):
        os._exit(9)
    return rename(self, target)
Path.rename = dying
folder = SiteFolder(Path(sys.argv[1]))
staged = folder.run / "site"
staged.mkdir()
(staged / "index.html").write_text("new")
(staged / MANIFEST).write_bytes(manifest(["index.html"]))
folder.replace_with(staged)
os._exit(0)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def put(folder: Path, text: str, *, listed: bool = True) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text)
    if listed:
        (folder / MANIFEST).write_bytes(manifest(["index.html"]))
    return folder


def shown(site: Path) -> str:
    return (site / "index.html").read_text()


def left_over(site: Path) -> list[str]:
    return sorted(path.name for path in (site.parent / ".site.jinzai").iterdir())


def replace(site: Path, text: str) -> None:
    folder = SiteFolder(site)
    try:
        folder.replace_with(put(folder.run / "site", text))
    finally:
        folder.close()


def test_a_site_is_replaced_as_a_whole(site: Path) -> None:
    replace(site, "first")
    (site / "index.html").with_name("Thumbs.db").touch()
    replace(site, "second")
    assert shown(site) == "second"
    assert sorted(path.name for path in site.iterdir()) == [MANIFEST, "index.html"]
    assert left_over(site) == [".gitignore", "lock"]


def test_the_folders_above_are_made(tmp_path: Path) -> None:
    replace(tmp_path / "a" / "b" / "site", "first")
    assert shown(tmp_path / "a" / "b" / "site") == "first"


def test_closing_without_replacing_leaves_the_site(site: Path) -> None:
    replace(site, "first")
    folder = SiteFolder(site)
    put(folder.run / "site", "second")
    folder.close()
    folder.close()
    assert shown(site) == "first"
    assert left_over(site) == [".gitignore", "lock"]


@pytest.mark.parametrize("failing", ["site", "run"])
def test_a_rename_that_fails_leaves_the_old_site(
    site: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    replace(site, "first")
    folder = SiteFolder(site)
    staged = put(folder.run / "site", "second")
    refused = {"site": site, "run": staged}[failing]
    monkeypatch.setattr("jinzai.publish.swap.exchange", lambda *_: False)
    monkeypatch.setattr("jinzai.publish.renaming.time.sleep", lambda _: None)
    rename = Path.rename

    def refusing(self: Path, target: Path) -> Path:
        if self == refused:
            raise PermissionError(13, "refused")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(PublishError, match="入れ替え"):
        folder.replace_with(staged)
    folder.close()
    assert shown(site) == "first"
    assert left_over(site) == [".gitignore", "lock"]


@pytest.mark.parametrize(("rename", "exists"), [(1, True), (2, False), (3, True)])
def test_a_killed_swap_is_put_right_by_the_next_build(
    site: Path, rename: int, exists: bool
) -> None:
    replace(site, "first")
    subprocess.run([sys.executable, "-c", DIE, str(site), str(rename)], cwd=ROOT, check=False)
    assert site.exists() == exists
    folder = SiteFolder(site)
    folder.close()
    assert shown(site) == ("new" if rename == 3 else "first")
    assert left_over(site) == [".gitignore", "lock"]


def test_a_file_put_there_at_the_last_moment_is_kept(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(site, "first")
    folder = SiteFolder(site)
    staged = put(folder.run / "site", "second")

    def late(one: Path, other: Path) -> bool:
        (one / "late.txt").write_text("precious")
        monkeypatch.setattr("jinzai.publish.swap.exchange", exchange)
        return exchange(one, other)

    monkeypatch.setattr("jinzai.publish.swap.exchange", late)
    with pytest.raises(PublishError, match=r"late\.txt"):
        folder.replace_with(staged)
    folder.close()
    assert not folder.replaced
    assert (site / "late.txt").read_text() == "precious"
    assert shown(site) == "first"


def test_a_link_that_leads_nowhere_sensible_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(PublishError, match="行き着く先のない"):
        SiteFolder(tmp_path / "loop")
    (tmp_path / "site").symlink_to("/")
    with pytest.raises(PublishError, match="ディスク全体"):
        SiteFolder(tmp_path / "site")


def test_what_builds_keep_is_found_without_the_lock(site: Path) -> None:
    assert kept_folder(site, "templates") is None
    folder = SiteFolder(site)
    assert kept_folder(site, "templates") == folder.keep("templates")
    folder.close()


def test_leftovers_of_dead_builds_are_removed(site: Path) -> None:
    replace(site, "first")
    work = site.parent / ".site.jinzai"
    put(work / "run-dead" / "site", "half")
    put(work / "previous", "old")
    replace(site, "second")
    assert shown(site) == "second"
    assert left_over(site) == [".gitignore", "lock"]


@pytest.mark.parametrize(
    ("name", "listed", "remedy"),
    [("notes.txt", True, "別の場所へ移すか"), ("index.html", False, "出力先の指定")],
)
def test_files_of_others_are_never_deleted(
    site: Path, name: str, listed: bool, remedy: str
) -> None:
    put(site, "mine", listed=listed)
    (site / name).write_text("precious")
    with pytest.raises(PublishError, match=name) as caught:
        SiteFolder(site)
    assert remedy in caught.value.remedy
    assert (site / name).read_text() == "precious"


def test_a_file_put_there_during_the_build_is_kept(site: Path) -> None:
    replace(site, "first")
    folder = SiteFolder(site)
    staged = put(folder.run / "site", "second")
    (site / "late.txt").write_text("precious")
    with pytest.raises(PublishError, match=r"late\.txt"):
        folder.replace_with(staged)
    folder.close()
    assert (site / "late.txt").exists()
    assert shown(site) == "first"


def test_an_empty_folder_may_become_the_site(site: Path) -> None:
    site.mkdir()
    replace(site, "first")
    assert shown(site) == "first"


def test_many_foreign_files_are_counted(site: Path) -> None:
    put(site, "mine")
    for number in range(9):
        (site / f"n{number}.txt").touch()
    with pytest.raises(PublishError, match="ほか4件"):
        SiteFolder(site)


def test_a_file_in_place_of_the_site_is_refused(site: Path) -> None:
    site.write_text("precious")
    with pytest.raises(PublishError, match="フォルダーではありません"):
        SiteFolder(site)


def test_a_working_folder_of_others_is_refused(site: Path) -> None:
    work = site.parent / ".site.jinzai"
    work.mkdir()
    (work / "notes.txt").write_text("precious")
    with pytest.raises(PublishError, match="作業用"):
        SiteFolder(site)
    assert (work / "notes.txt").exists()


def test_what_a_link_points_at_is_replaced(tmp_path: Path) -> None:
    real = tmp_path / "www" / "site"
    replace(real, "first")
    link = tmp_path / "site"
    link.symlink_to(real, target_is_directory=True)
    replace(link, "second")
    assert link.is_symlink()
    assert shown(real) == "second"


def test_a_second_build_is_refused_while_one_runs(site: Path) -> None:
    folder = SiteFolder(site)
    second = subprocess.run(
        [sys.executable, "-c", DIE, str(site), "0"],
        cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert "別のプログラムが" in second.stderr
    assert folder.run.exists()
    folder.close()


def test_a_folder_that_may_not_be_written_is_said(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(self: Path, *args: object, **kwargs: object) -> None:
        raise PermissionError(13, "refused", str(self))

    monkeypatch.setattr(Path, "mkdir", refusing)
    with pytest.raises(PublishError, match="許可されていません"):
        SiteFolder(site)
