"""The site's folder: it is replaced as a whole, or not at all.

This module owns `site/` and a working folder beside it, `.site.jinzai/`. It is on the same file
system, so that a rename is enough to move a whole site:

    lock        one build at a time; stays
    .gitignore  keeps the folder out of git; also the mark that the folder is ours; stays
    written     the files that the last build wrote, see `jinzai/publish/record.py`; stays
    run-*/      the files that a build is writing
    previous/   the site that is being replaced, if that takes two renames
    gone-*/     large old sites, which a process of their own removes
    (others)    folders that make the next builds faster; see `keep`

On Linux the old and the new site change places in one step, so at every moment `site/` is the whole
old or the whole new site. On other systems the swap is two renames: site → previous, run-*/site →
site. Between them, for microseconds, there is no site. If a process is killed at that moment,
`previous/` stays, and the next build puts it back (`_recover`).

The same holds if the machine loses power, as far as its disk really keeps what it reports as kept.
The new site is on the disk before the swap, and the swap is on the disk before the old site is
removed (`jinzai/publish/durable.py`). A signal that arrives during the swap waits for its end.

This module knows neither pages nor the files of a site, except its manifest and its record.
"""

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from jinzai.findings.printable import printable
from jinzai.publish.durable import Writing, write_out_names
from jinzai.publish.exchange import exchange
from jinzai.publish.failure import PublishError, disk_failure
from jinzai.publish.foreign import foreign_in, refusal
from jinzai.publish.lock import FileLock, LockHeldError
from jinzai.publish.record import RECORD, WrittenRecord
from jinzai.publish.removal import remove, remove_leftovers
from jinzai.publish.renaming import rename
from jinzai.publish.undisturbed import undisturbed

_MARK: Final = ".gitignore"
_MARK_TEXT: Final = "# Jinzai's working folder; safe to delete when no build is running.\n*\n"


def kept_folder(site: Path, name: str) -> Path | None:
    """The kept folder `name` of the builds of `site`, for reading. `SiteFolder.keep` makes it.

    None if there was no build yet. The folder may be read while a build runs.
    """
    folder = site.with_name(f".{site.name}.jinzai")
    return folder / name if (folder / _MARK).is_file() else None


class SiteFolder:
    """A site's folder, locked for one build. `close` must be called in the end.

    Attributes:
        site: the folder of the finished site. It need not exist.
        run: an empty folder for this build alone.
        record: the file for the record of the new site. It must be written before `replace_with`.
        replaced: whether this build has replaced the site.
    """

    def __init__(self, site: Path) -> None:
        """Locks the folder, repairs what a killed build left behind, and makes `run`.

        If `site` is a symbolic link, the folder that it points at is replaced.

        Raises `PublishError` if another build holds the lock, if `site` contains files that are not
        ours, or if the disk refuses.
        """
        self.replaced = False
        self.site = _resolved(site)
        self._work = self.site.with_name(f".{self.site.name}.jinzai")
        self._previous = self._work / "previous"
        self._lock: FileLock | None = None
        self._writing: Writing | None = None
        try:
            self._claim_work()
            self._lock = FileLock(self._work / "lock")
            leftovers = list(self._work.glob("run-*"))
            self.run = Path(tempfile.mkdtemp(prefix="run-", dir=self._work))
        except LockHeldError as held:
            raise _held(self.site, held) from None
        except OSError as error:
            self._release()
            raise disk_failure(error, _of(error, self.site.parent), "に書き込み") from error
        self.record = self.run / RECORD
        try:
            self._recover(leftovers)
            self._refuse_foreign()
            self._writing = Writing(self.run)
        except OSError as error:
            self.close()
            raise disk_failure(error, _of(error, self._work), "を読み書き") from error
        except PublishError:
            self.close()
            raise

    def keep(self, name: str) -> Path:
        """A folder that stays after the build, for files that can be made again at any time.

        Raises `PublishError` if it cannot be made.
        """
        folder = self._work / name
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise disk_failure(error, folder, "に書き込み") from error
        return folder

    def replace_with(self, staged: Path) -> None:
        """Makes the folder `staged` the site. It must be in `run`.

        The new site is on the disk before it takes the old one's place. Raises `PublishError`. Then
        the site is unchanged.
        """
        assert self._writing is not None, "not after `close`"
        try:
            self._refuse_foreign()
        except OSError as error:
            raise disk_failure(error, _of(error, self.site), "を読み書き") from error
        try:
            self._writing.finish(staged, self.record)
        except OSError as error:
            raise disk_failure(error, staged, "に書き込み") from error
        try:
            with undisturbed():
                self._swap(staged)
        except OSError as error:
            raise disk_failure(error, self.site, "を入れ替え") from error

    def write_out_so_far(self) -> None:
        """Returns when all files that were written until now are on the disk.

        A large site calls it now and then, so that `replace_with` has less to wait for. Raises
        `PublishError`.
        """
        assert self._writing is not None, "not after `close`"
        try:
            self._writing.write_out_so_far()
        except OSError as error:
            raise disk_failure(error, self.run, "に書き込み") from error

    def close(self) -> None:
        """Removes what this build wrote outside the site, and releases the lock.

        May be called twice.
        """
        if self._lock is None:
            return
        if self._writing is not None:
            self._writing.close()
        remove(self.run, self._work)
        if self.replaced:
            remove(self._previous, self._work)
        self._release()

    def _swap(self, staged: Path) -> None:
        old = self._put_in_place(staged)
        self.replaced = True
        try:
            if old is not None:  # Somebody may have put a file into it at the last moment.
                self._refuse_foreign(old)
            write_out_names(staged.parent, self._work, self.site.parent)
        except BaseException:
            self._put_back(staged, old)
            raise
        # A new site without a record is no failure: its manifest is whole.
        with suppress(OSError):
            rename(self.record, self._work / RECORD, over=True)

    def _put_in_place(self, staged: Path) -> Path | None:
        """Makes `staged` the site. Returns the folder in which the old site is now, or None."""
        if not self.site.exists():
            rename(staged, self.site)
            return None
        if exchange(self.site, staged):
            return staged
        rename(self.site, self._previous)
        try:
            rename(staged, self.site)
        except BaseException:
            self._bring_back(self._previous)
            raise
        return self._previous

    def _put_back(self, staged: Path, old: Path | None) -> None:
        """Undoes `_put_in_place`."""
        if old == staged:
            exchange(self.site, staged)
            self.replaced = False
            return
        rename(self.site, staged)
        self.replaced = False
        if old is not None:
            self._bring_back(old)

    def _bring_back(self, old: Path) -> None:
        """Makes `old` the site again. Raises `PublishError` if there is no site now."""
        try:
            rename(old, self.site)
        except OSError as error:
            raise _without_site(self.site, old) from error

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _claim_work(self) -> None:
        mark = self._work / _MARK
        if self._work.is_dir() and not mark.is_file() and any(self._work.iterdir()):
            raise PublishError(
                f"{self._work} は作業用に使う名前ですが、別のファイルが入っています。",
                "必要なファイルを別の場所へ移し、このフォルダーを削除してから、"
                "もう一度サイトを作ってください。",
            )
        self._work.mkdir(parents=True, exist_ok=True)
        if not mark.exists():
            mark.write_text(_MARK_TEXT, "utf-8")

    def _recover(self, leftovers: list[Path]) -> None:
        """Repairs what killed builds left behind. It is called only with the lock held."""
        if self._previous.is_dir() and not self.site.exists():
            rename(self._previous, self.site)
        # A build that was killed right after the swap has not put its record in place.
        records = [folder / RECORD for folder in leftovers if (folder / RECORD).is_file()]
        if records:
            joined = WrittenRecord([self._record(), *(record.read_bytes() for record in records)])
            self.record.write_bytes(bytes(joined))
            rename(self.record, self._work / RECORD, over=True)
        remove_leftovers(self._work)
        for leftover in (self._previous, *leftovers):
            remove(leftover, self._work)

    def _record(self) -> bytes:
        try:
            return (self._work / RECORD).read_bytes()
        except FileNotFoundError:
            return b""

    def _refuse_foreign(self, folder: Path | None = None) -> None:
        """Raises `PublishError` if a site contains files that are not ours.

        `folder` is where the site is at the moment.
        """
        folder = folder or self.site
        if not folder.exists():
            return
        if not folder.is_dir():
            raise PublishError(
                f"{self.site} はフォルダーではありません。",
                "このファイルを別の場所へ移してから、もう一度サイトを作ってください。",
            )
        foreign = foreign_in(folder, WrittenRecord())
        if foreign.files:  # The record is large, and seldom needed.
            foreign = foreign_in(folder, WrittenRecord([self._record()]))
        if foreign.files:
            raise refusal(foreign, folder, self.site)


def _held(site: Path, held: LockHeldError) -> PublishError:
    """The message to the operator if another build holds the lock."""
    if held.mark is None:
        return PublishError(
            f"別のプログラムが {site} を作っている最中です。",
            "それが終わってから、もう一度サイトを作ってください。",
        )
    holder = f"（パソコンとプロセス: {printable(held.holder)}）" if held.holder else ""
    return PublishError(
        f"別のプログラム{holder}が {site} を作っている最中か、途中で強制終了しています。",
        "そのプログラムが動いていれば、終わるのを待ってください。動いていなければ、"
        f"{held.mark} を削除してから、もう一度サイトを作ってください。",
    )


def _without_site(site: Path, old: Path) -> PublishError:
    """The message to the operator if neither the new nor the old site could get its name."""
    return PublishError(
        f"{site} を入れ替えられず、元にも戻せませんでした。{site} はいまありません。"
        f"前のサイトは {old} に残っています。",
        "このフォルダーをほかのプログラム（エクスプローラー、ウイルス対策ソフトなど）が使っていれば、"
        "終わるのを待ってから、もう一度サイトを作ってください。前のサイトが元の場所に戻ります。",
    )


def _resolved(site: Path) -> Path:
    """The folder that `site` is or points at."""
    try:
        resolved = site.resolve()
    except (OSError, RuntimeError) as error:
        raise PublishError(
            f"{site} は、たどっても行き着く先のないリンクです。",
            "このリンクを消してから、もう一度サイトを作ってください。",
        ) from error
    if resolved.parent == resolved:
        raise PublishError(
            f"{site} は、ディスク全体({resolved})を指すリンクです。",
            "このリンクを消してから、もう一度サイトを作ってください。",
        )
    return resolved


def _of(error: OSError, otherwise: Path) -> Path:
    """The path that the system refused; `otherwise` if the system does not name it."""
    return Path(error.filename) if isinstance(error.filename, str) else otherwise
