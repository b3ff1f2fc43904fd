"""The messages to the operator if publishing cannot go on.

This module owns the only exception of this package, and the texts for errors of the disk. Its texts
never contain unexpected line breaks or hidden characters. It does not know findings:
`jinzai.command.site_findings` makes them of these messages.
"""

import errno
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from jinzai.findings.printable import printable
from jinzai.publish.trouble import Trouble


class PublishError(Exception):
    """Publishing stopped; `site/` is as it was before.

    Attributes:
        message: what happened, in Japanese. Each listed thing has its own line below the first one.
        happened: the first line alone.
        remedy: what to do about it, in Japanese.
        troubles: the listed things that name a place.
        listed: the listed things that do not.
        notices: the listed notices. They alone would not stop publishing, but one of them may name
            the cause.
    """

    def __init__(
        self,
        message: str,
        remedy: str,
        listed: Iterable[Trouble | str] = (),
        notices: Iterable[Trouble] = (),
    ) -> None:
        """Makes one line of `message`, one of `remedy`, and one of each listed thing and notice.

        A line break or another hidden character in one of them becomes U+FFFD.
        """
        super().__init__(message, remedy)
        things = tuple(listed)
        self.happened = printable(message)
        self.notices = tuple(notices)
        lines = map(_written, (*things, *self.notices))
        self.message = "\n  ".join([printable(message), *lines])
        self.remedy = printable(remedy)
        self.troubles = tuple(thing for thing in things if isinstance(thing, Trouble))
        self.listed = tuple(printable(thing) for thing in things if isinstance(thing, str))
        self._joined: tuple[PublishError, ...] = ()

    @property
    def parts(self) -> "tuple[PublishError, ...]":
        """The failures that `all_of` joined into this one; else this one alone."""
        return self._joined or (self,)

    def __str__(self) -> str:
        return f"{self.message}\n{self.remedy}"


class ProgramFaultError(PublishError):
    """The program itself is wrong. Nothing that people write or set up may lead here."""


def _written(thing: Trouble | str) -> str:
    return str(thing) if isinstance(thing, Trouble) else printable(thing)


def all_of(failures: Iterable[PublishError]) -> PublishError:
    """One failure with the messages of all `failures`. Each remedy stands only once."""
    told = [part for failure in failures for part in failure.parts]
    together = PublishError("", "")
    together.message = "\n".join(failure.message for failure in told)
    together.remedy = "\n".join(dict.fromkeys(failure.remedy for failure in told))
    together.troubles = tuple(trouble for failure in told for trouble in failure.troubles)
    together.notices = tuple(notice for failure in told for notice in failure.notices)
    together._joined = tuple(told)  # noqa: SLF001 (its own kind)
    return together


_DISK_FULL: Final = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_REFUSED: Final = frozenset([errno.EACCES, errno.EPERM, errno.EROFS])
_GONE: Final = frozenset([errno.ENOENT, errno.ENOTDIR, errno.ESTALE])
_IN_USE: Final = frozenset([errno.EBUSY, errno.ETXTBSY, errno.EXDEV])


def disk_failure(error: OSError, path: Path, doing: str) -> PublishError:
    """The `PublishError` for an `OSError` at `path`.

    `doing` completes the Japanese sentence 「<path> <doing>できません」: `に書き込み`,
    `を入れ替え`.
    """
    if error.errno in _DISK_FULL:
        return PublishError(
            f"ディスクの空きが足りないため、{path} {doing}できませんでした。",
            "空きを増やしてから、もう一度サイトを作ってください。",
        )
    if error.errno in _REFUSED:
        return PublishError(
            f"{path} {doing}できませんでした(書き込みが許可されていません)。",
            "フォルダーの権限を確かめてください。Windows では、site の中のファイルを開いている"
            "アプリ(Excel、エクスプローラーなど)を閉じてから、もう一度サイトを作ってください。",
        )
    if error.errno in _IN_USE:
        return PublishError(
            f"{path} {doing}できませんでした(別のプログラムが使っているか、別のディスクです)。",
            "site を直接マウントしている場合は、その親フォルダーをマウントしてください。"
            "使っているプログラムを止めてから、もう一度サイトを作ってください。",
        )
    if error.errno in _GONE:
        return PublishError(
            f"{path} {doing}できませんでした(作っている途中でなくなったか、場所が変わりました)。",
            "ほかの作業が終わってから、もう一度サイトを作ってください。",
        )
    if error.errno == errno.EFBIG:
        return PublishError(
            f"{path} {doing}できませんでした(書けるファイルの大きさの上限を超えました)。",
            "上限(ulimit -f)を確かめてから、もう一度サイトを作ってください。",
        )
    return PublishError(
        f"{path} {doing}できませんでした(エラー番号 {error.errno})。",
        "ディスクとフォルダーの状態を確かめてから、もう一度サイトを作ってください。",
    )
