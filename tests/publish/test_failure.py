import errno
from pathlib import Path

import pytest

from jinzai.publish.failure import disk_failure


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (errno.ENOSPC, "空きが足りない"),
        (errno.EACCES, "許可されていません"),
        (errno.EROFS, "許可されていません"),
        (errno.EBUSY, "別のプログラムが使っている"),
        (errno.EIO, "エラー番号 5"),
    ],
)
def test_every_refusal_of_the_disk_says_what_and_what_to_do(number: int, word: str) -> None:
    failure = disk_failure(OSError(number, "reason"), Path("/x/site"), "に書き込み")
    assert word in failure.message
    assert "/x/site" in failure.message
    assert failure.remedy.endswith("。")
    assert str(failure) == f"{failure.message}\n{failure.remedy}"
