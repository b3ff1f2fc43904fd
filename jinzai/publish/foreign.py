"""Files in a site's folder that Jinzai did not write. They are refused and never removed.

This module owns which files count as ours, and the message about the others. The files in the
manifest are ours. If the manifest is damaged or lacks a file, the record can prove for each file
that it is ours.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from jinzai.load.leftovers import is_left_over
from jinzai.publish.failure import PublishError
from jinzai.publish.manifest import MANIFEST, listed_in
from jinzai.publish.record import WrittenRecord

_SHOWN: Final = 5
"""The largest number of files that are named. The others are only counted."""


class Foreign(NamedTuple):
    """The files in a folder that are not ours, or that cannot be proven to be ours.

    Attributes:
        files: addresses, sorted within each folder.
        is_listed: whether the folder has a manifest that can be trusted. Without one, files of ours
            may be among `files`.
        is_proven: whether the record proved that a file is ours which the manifest does not list.
    """

    files: tuple[str, ...]
    is_listed: bool
    is_proven: bool


def foreign_in(folder: Path, record: WrittenRecord) -> Foreign:
    """The files in `folder` that its manifest does not list and `record` does not prove.

    Raises `OSError`.
    """
    listed = listed_in(folder)
    known = listed or frozenset()
    files: list[str] = []
    is_proven = False
    for entry, address in _files(folder, ""):
        if address in known or address == MANIFEST:
            continue
        if record.proves(entry, address):
            is_proven = True
        else:
            files.append(address)
    return Foreign(tuple(files), listed is not None, is_proven)


def refusal(foreign: Foreign, folder: Path, site: Path) -> PublishError:
    """The message to the operator about `foreign`.

    It was found in `folder`, which is or was `site`.
    """
    shown = list(foreign.files[:_SHOWN])
    if len(foreign.files) > _SHOWN:
        shown.append(f"ほか{len(foreign.files) - _SHOWN}件")
    if foreign.is_listed:
        return PublishError(
            f"{site} に、プログラムが作ったものではないファイルがあります。",
            "サイトを作るたびに丸ごと置き換わる場所です。"
            "上のファイルを別の場所へ移すか削除してから、もう一度サイトを作ってください。",
            shown,
        )
    if foreign.is_proven:
        return PublishError(
            f"{site} の一覧（{MANIFEST}）が壊れているかなくなっていて、次のファイルは、"
            f"プログラムが作ったままのものだと確かめられませんでした。",
            "自分で置いたり直したりしたファイルは、別の場所へ移してください。"
            "そうでないファイルは削除してください。それから、もう一度サイトを作ってください。",
            shown,
        )
    if os.path.lexists(folder / MANIFEST):
        return PublishError(
            f"{site} の一覧（{MANIFEST}）が壊れていて、"
            f"どのファイルをプログラムが作ったのかを確かめられませんでした。",
            f"{site} に自分で置いたファイルがあれば別の場所へ移し、{site} を削除してから、"
            "もう一度サイトを作ってください。",
            shown,
        )
    return PublishError(
        f"{site} に、プログラムが作ったものではないファイルがあります。",
        "このプログラムが作ったフォルダーではないようです。"
        "出力先の指定を確かめるか、フォルダーの名前を変えてから、もう一度サイトを作ってください。",
        shown,
    )


def _files(folder: Path, prefix: str) -> Iterator[tuple["os.DirEntry[str]", str]]:
    """The files below a folder with their addresses, without what programs left there."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if is_left_over(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), f"{prefix}{entry.name}/")
            else:
                yield entry, f"{prefix}{entry.name}"
