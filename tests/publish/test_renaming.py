import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jinzai.publish import renaming, swap
from jinzai.publish.failure import PublishError
from jinzai.publish.renaming import PAUSES, rename
from jinzai.publish.swap import SiteFolder
from jinzai.work.known import KnownOnDisk

from .test_swap import left_over, put, replace, shown

Refusing = Callable[..., list[float]]


def refusal(winerror: int) -> PermissionError:
    """What Windows raises: the same error number for all, and its own number beside it."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    if os.name != "nt":
        error.winerror = winerror  # type: ignore[attr-defined]
    return error


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> Refusing:
    """Makes the first renames of a name fail; gives the list of the pauses that were made."""

    def refuse(name: str, times: int, error: OSError) -> list[float]:
        pauses: list[float] = []
        left = [times]
        monkeypatch.setattr("jinzai.publish.renaming.time.sleep", pauses.append)

        def refused(usual: Callable[..., Path]) -> Callable[..., Path]:
            def called(path: Path, target: Path) -> Path:
                if path.name == name and left[0] > 0:
                    left[0] -= 1
                    raise error
                return usual(path, target)

            return called

        for call in ("rename", "replace"):
            monkeypatch.setattr(Path, call, refused(getattr(Path, call)))
        return pauses

    return refuse


@pytest.fixture
def in_two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "exchange", lambda *_: False)


@pytest.mark.parametrize(
    "error",
    [
        refusal(5),
        refusal(32),
        refusal(33),
        PermissionError(errno.EACCES, "refused"),
        OSError(errno.EBUSY, "busy"),
        OSError(errno.ETXTBSY, "busy"),
    ],
    ids=["denied", "shared", "locked", "without Windows' number", "busy", "busy text"],
)
@pytest.mark.parametrize("over", [False, True])
def test_a_refusal_of_a_moment_is_waited_for(
    tmp_path: Path, refusing: Refusing, error: OSError, *, over: bool
) -> None:
    (tmp_path / "one").write_text("one")
    pauses = refusing("one", 3, error)
    rename(tmp_path / "one", tmp_path / "other", over=over)
    assert (tmp_path / "other").read_text() == "one"
    assert pauses == list(PAUSES[:3])


def test_after_ten_seconds_the_refusal_counts(tmp_path: Path, refusing: Refusing) -> None:
    (tmp_path / "one").mkdir()
    pauses = refusing("one", 1000, refusal(32))
    with pytest.raises(PermissionError):
        rename(tmp_path / "one", tmp_path / "other")
    assert sum(pauses) == pytest.approx(10)


@pytest.mark.parametrize("number", [errno.ENOENT, errno.ENOSPC, errno.EPERM, errno.EXDEV])
def test_other_errors_are_not_waited_for(tmp_path: Path, refusing: Refusing, number: int) -> None:
    (tmp_path / "one").touch()
    pauses = refusing("one", 1000, OSError(number, "no"))
    with pytest.raises(OSError, match="no"):
        rename(tmp_path / "one", tmp_path / "other")
    assert pauses == []


def test_missing_rights_are_not_waited_for(
    tmp_path: Path, refusing: Refusing, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one").touch()
    pauses = refusing("one", 1000, PermissionError(errno.EACCES, "no"))
    monkeypatch.setattr("jinzai.publish.renaming.os.access", lambda *_: False)
    with pytest.raises(PermissionError):
        rename(tmp_path / "one", tmp_path / "other")
    assert pauses == []


def test_what_is_mounted_is_not_waited_for(
    tmp_path: Path, refusing: Refusing, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one").mkdir()
    pauses = refusing("one", 1000, OSError(errno.EBUSY, "busy"))
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "one")
    with pytest.raises(OSError, match="busy"):
        rename(tmp_path / "one", tmp_path / "other")
    assert pauses == []


@pytest.mark.usefixtures("in_two_steps")
@pytest.mark.parametrize("name", ["site", "written"])
def test_a_site_that_is_scanned_for_a_moment_is_replaced(
    tmp_path: Path, refusing: Refusing, name: str
) -> None:
    replace(tmp_path / "site", "first")
    pauses = refusing(name, 7, refusal(5))
    folder = SiteFolder(tmp_path / "site")
    staged = put(folder.run / "site", "second")
    folder.record.write_bytes(b"")
    folder.replace_with(staged)
    folder.close()
    assert shown(tmp_path / "site") == "second"
    assert left_over(tmp_path / "site") == [".gitignore", "lock", "written"]
    assert len(pauses) == 7


@pytest.mark.usefixtures("in_two_steps")
@pytest.mark.parametrize(("times", "is_back"), [(9, True), (1000, False)])
def test_a_roll_back_that_is_refused_is_waited_for_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, *, is_back: bool
) -> None:
    site = tmp_path / "site"
    replace(site, "first")
    folder = SiteFolder(site)
    staged = put(folder.run / "site", "second")
    left = {"site": 1000, "previous": times}
    usual = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if (path == staged or path.name == "previous") and left[path.name] > 0:
            left[path.name] -= 1
            raise refusal(32)
        return usual(path, target)

    with monkeypatch.context() as patched:
        patched.setattr("jinzai.publish.renaming.time.sleep", lambda _: None)
        patched.setattr(Path, "rename", refused)
        with pytest.raises(PublishError) as caught:
            folder.replace_with(staged)
        folder.close()
    assert not folder.replaced
    assert site.exists() == is_back
    if not is_back:
        assert "いまありません" in caught.value.message
        assert str(tmp_path / ".site.jinzai" / "previous") in caught.value.message
        SiteFolder(site).close()  # The next build brings it back.
    assert shown(site) == "first"


def test_results_are_kept_after_a_moment_but_not_waited_for_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Path] = []

    def refused(path: Path, target: Path) -> Path:
        tried.append(target)
        raise refusal(32)

    known = KnownOnDisk(tmp_path / "known", b"secret")
    with monkeypatch.context() as patched:
        patched.setattr("jinzai.publish.renaming.time.sleep", lambda _: None)
        patched.setattr(Path, "replace", refused)
        known.keep("one", "k" * 64, 1)
        known.keep("other", "k" * 64, 2)
    assert len(set(tried)) == 1
    assert list((tmp_path / "known").iterdir()) == []


def test_only_the_helper_renames() -> None:
    program = Path(renaming.__file__).parents[1]
    calls = ("os.rename(", "os.replace(", "os.renames(", "shutil.move(", ".rename(")
    found = {
        str(path.relative_to(program))
        for path in program.rglob("*.py")
        if any(call in path.read_text("utf-8") for call in calls)
    }
    assert found == {"publish/renaming.py"}
