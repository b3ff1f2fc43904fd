"""A folder for one command in the system's folder for temporary files.

This module owns the message about a system that gives none. Python looks for a folder that it can
write to, and its error about a search without a result names no path.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from jinzai.publish.failure import PublishError

# Where Python looks first; the last one is what most systems have.
_NAMED_BY: Final = ("TMPDIR", "TEMP", "TMP")
_USUAL: Final = "/tmp"


@contextmanager
def temporary_folder(prefix: str) -> Iterator[Path]:
    """A new folder whose name begins with `prefix`. It is removed in the end.

    Raises `PublishError` if there is no room for it.
    """
    try:
        folder = tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)
    except OSError as error:
        raise no_temporary_folder() from error
    with folder as name:
        yield Path(name)


def no_temporary_folder() -> PublishError:
    """The failure for a folder of temporary files that is full or may not be written to."""
    place = next((os.environ[name] for name in _NAMED_BY if os.environ.get(name)), _USUAL)
    return PublishError(
        f"一時ファイルのフォルダー（{place} など）に書き込めませんでした"
        "（空きが足りないか、書き込みが許可されていません）。",
        "空きを増やすか、空きのあるフォルダーを環境変数 TMPDIR（Windowsでは TEMP）に書いてから、"
        "もう一度実行してください。",
    )
