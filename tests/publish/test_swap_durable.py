"""The order of a swap: on the disk, then shown, then the old site is removed; or all as it was."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from jinzai.publish import durable, swap
from jinzai.publish.durable import Writing
from jinzai.publish.failure import PublishError
from jinzai.publish.manifest import MANIFEST
from jinzai.publish.record import RECORD
from jinzai.publish.swap import SiteFolder

from .test_swap import left_over, put, replace, shown

WAYS = ["exchange", "two renames"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(swap, "exchange", lambda *_: False)
    return str(request.param)


def seen(site: Path) -> str:
    return shown(site) if site.exists() else ""


@pytest.mark.parametrize("before", ["first", ""])
def test_the_new_site_is_written_out_first_and_the_old_one_removed_last(
    site: Path, monkeypatch: pytest.MonkeyPatch, way: str, before: str
) -> None:
    if before:
        replace(site, before)
    folder = SiteFolder(site)
    staged = put(folder.run / "site", "second")
    folder.record.write_bytes(b"")
    events: list[str] = []
    finish = Writing.finish

    def finishing(writing: Writing, *paths: Path) -> None:
        assert set(paths) == {staged, folder.record}
        assert all(path.exists() for path in (*paths, staged / MANIFEST))
        events.append(f"written out while {seen(site)!r} was shown")
        finish(writing, *paths)

    def names(*folders: Path) -> None:
        assert site.parent in folders
        events.append(f"names written out while {seen(site)!r} was shown")
        previous = folder.run.parent / "previous"
        old = previous if previous.exists() else folder.run / "site"
        assert seen(old) == before, "the old site is still there"
        durable.write_out_names(*folders)

    monkeypatch.setattr(Writing, "finish", finishing)
    monkeypatch.setattr(swap, "write_out_names", names)
    folder.replace_with(staged)
    folder.close()
    assert events == [
        f"written out while {before!r} was shown",
        "names written out while 'second' was shown",
    ]
    assert left_over(site) == [".gitignore", "lock", RECORD]


def fail_before(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def failing(*_: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(Writing, "finish", failing)


def fail_after(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def failing(*_: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(swap, "write_out_names", failing)


@pytest.mark.parametrize("fail", [fail_before, fail_after])
@pytest.mark.parametrize("before", ["first", ""])
@pytest.mark.parametrize(
    ("number", "word"), [(errno.EIO, "エラー番号 5"), (errno.ENOSPC, "空きが足りない")]
)
def test_where_the_disk_fails_the_old_site_stays(
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
    fail: Callable[[pytest.MonkeyPatch, int], None],
    before: str,
    number: int,
    word: str,
) -> None:
    if before:
        replace(site, before)
    folder = SiteFolder(site)
    staged = put(folder.run / "site", "second")
    folder.record.write_bytes(b"")
    with monkeypatch.context() as patched:
        fail(patched, number)
        with pytest.raises(PublishError, match=word):
            folder.replace_with(staged)
    assert not folder.replaced
    folder.close()
    assert seen(site) == before
    assert left_over(site) == [".gitignore", "lock"]
    replace(site, "third")
    assert shown(site) == "third"


def test_where_the_old_site_cannot_be_put_back_it_says_so_and_the_next_build_does_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    replace(site, "first")
    folder = SiteFolder(site)
    staged = put(folder.run / "site", "second")
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.name == "previous":
            raise OSError(errno.EIO, "refused")
        return rename(path, target)

    with monkeypatch.context() as patched:
        fail_after(patched, errno.EIO)
        patched.setattr(Path, "rename", failing)
        with pytest.raises(PublishError, match="を入れ替え"):
            folder.replace_with(staged)
    folder.close()
    assert not folder.replaced
    assert not site.exists()
    SiteFolder(site).close()
    assert shown(site) == "first"
