"""Reads a file's bytes, within a size limit and within content/. It does not know their meaning."""

import errno
import os
import stat
from pathlib import Path
from typing import Any, Final

from jinzai.findings import rules_file
from jinzai.findings.finding import Rule

MAX_BYTES: Final = 1024 * 1024

_KINDS: Final = (
    (stat.S_ISDIR, "フォルダー"),
    (stat.S_ISFIFO, "通信用の特別なファイル"),
    (stat.S_ISSOCK, "通信用の特別なファイル"),
)
_REASONS: Final = {
    errno.EACCES: "読む権限がありません",
    errno.EPERM: "読む権限がありません",
    errno.ENOENT: "見つかりません",
    errno.ELOOP: "リンクが堂々巡りになっています",
    errno.ENAMETOOLONG: "名前が長すぎます",
}


class CannotReadError(Exception):
    """A file or folder that cannot be used as it is, with the rule that it breaks and the facts."""

    def __init__(self, rule: Rule, **facts: Any) -> None:
        """Keeps rule and facts for the finding."""
        super().__init__(rule.code)
        self.rule = rule
        self.facts = facts


def read_bytes(path: Path, content: Path) -> bytes:
    """The bytes of the regular file `path`.

    `content` is a resolved path. If `path` is a link, it must stay in `content`. Never reads more
    than `MAX_BYTES` and one byte. Raises `CannotReadError` for every problem.
    """
    check_inside(path, content)
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            found = next((name for is_kind, name in _KINDS if is_kind(mode)), "特別なファイル")
            raise CannotReadError(rules_file.NOT_A_FILE, name=path.name, found=found)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
            size = max(os.fstat(file.fileno()).st_size, len(data))
    except OSError as error:
        raise unreadable(error) from error
    if len(data) > MAX_BYTES:
        raise CannotReadError(rules_file.FILE_TOO_LARGE, size=_mebibytes(size), limit="1MB")
    return data


def check_inside(path: Path, content: Path) -> None:
    """Raises `CannotReadError` if `path` is a link that leads out of `content` or nowhere."""
    if not path.is_symlink():
        return
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        if isinstance(error, OSError) and error.errno not in (errno.ENOENT, errno.ELOOP):
            raise unreadable(error) from error
        raise CannotReadError(rules_file.UNREADABLE_FILE, reason="リンク先がありません") from error
    if not target.is_relative_to(content):
        raise CannotReadError(rules_file.OUTSIDE_CONTENT)


def unreadable(error: OSError) -> CannotReadError:
    """The error for a refusal of the operating system."""
    reason = _REASONS.get(error.errno or 0, "読み取りに失敗しました")
    return CannotReadError(rules_file.UNREADABLE_FILE, reason=reason)


def _mebibytes(size: int) -> str:
    # Rounded up, so that a file just over the limit never reads as the limit itself.
    tenths = -(-size * 10 // MAX_BYTES)
    return f"{tenths / 10:.1f}MB"
