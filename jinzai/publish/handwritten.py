"""Hand-written pages: content/pages/*.md, built by the engine and not by render.

This module owns which files are hand-written pages, which files may stand beside them, and the
addresses and titles of the pages. It does not know MkDocs, nor what happens to a page afterwards.
"""

import os
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from jinzai.findings.hidden import REFUSED, character_name
from jinzai.findings.lines import Lines
from jinzai.load.leftovers import is_no_content
from jinzai.publish.address import AddressError, check_address, depth
from jinzai.publish.beside import troubles_beside
from jinzai.publish.failure import PublishError
from jinzai.publish.front_matter import front_matter, written_front_matter
from jinzai.publish.page_bounds import too_much
from jinzai.publish.trouble import Trouble
from jinzai.publish.written_headings import with_anchors
from jinzai.publish.written_slips import slips

PAGES_FOLDER: Final = "content/pages"
"""The folder of the hand-written pages, from the project's root."""

SHELL_NAME: Final = "jinzai-shell"
"""The engine's name for the shells. No page may have it."""

# Both become index.html, which render writes.
_TAKEN_NAMES: Final = frozenset(["index", "readme"])
_TAKEN_FOLDERS: Final = frozenset(["assets", SHELL_NAME])
_MARKDOWN: Final = frozenset([".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn"])

_heading: Final = re.compile(r"^#[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_attributes: Final = re.compile(r"\s*\{[^{}]*\}$")


class HandPage(NamedTuple):
    """One hand-written page.

    Attributes:
        address: from the site's root: `editing.html`.
        title: plain text: `title:` of the front matter, else the first `#` heading, else the
            file's name.
        source: the file's path from the project's root, with `/`, as messages show it.
        text: the Markdown of the file.
        for_engine: the Markdown with the front matter that the engine reads.
        below: the Markdown without the front matter and without the title.
    """

    address: str
    title: str
    source: str
    text: str
    for_engine: str = ""
    below: str = ""


class Handwritten(NamedTuple):
    """The files in content/pages.

    Attributes:
        pages: the pages, in the order of their file names.
        files: the other files for the site, each with its path within content/pages.
        troubles: the reasons why files cannot be used as they are.
    """

    pages: tuple[HandPage, ...] = ()
    files: tuple[tuple[str, Path], ...] = ()
    troubles: tuple[Trouble, ...] = ()


def trouble_with_pages(troubles: Sequence[Trouble]) -> PublishError:
    """The failure for mistakes in hand-written pages. Its message lists each place."""
    return PublishError(
        f"手書きのページ（{PAGES_FOLDER}）に、直すところが{len(troubles)}件あります。",
        "上の箇所を直してから、もう一度実行してください。",
        troubles,
    )


def read_handwritten(project_root: Path) -> Handwritten:
    """Reads all files in content/pages. Raises nothing."""
    folder = project_root / PAGES_FOLDER
    if not os.path.lexists(folder):
        return Handwritten()
    pages: list[HandPage] = []
    files: list[tuple[str, Path]] = []
    troubles: list[Trouble] = []
    content = folder.parent.resolve()
    for name, path in _files(folder, "", content, troubles):
        found = _take(name, path)
        if isinstance(found, HandPage):
            pages.append(found)
            troubles += _troubles_in(found)
        elif found:
            troubles += found
        else:
            files.append((name, path))
    return Handwritten(tuple(pages), tuple(files), tuple(troubles))


def _files(
    folder: Path, within: str, content: Path, troubles: list[Trouble]
) -> Iterator[tuple[str, Path]]:
    """The files below a folder, in the order of their paths. Links out of content/ are refused.

    The troubles are added to `troubles`.
    """
    shown = f"{PAGES_FOLDER}/{within}".rstrip("/")
    trouble = _unfit(folder, content)
    try:
        names = [] if trouble else sorted(path.name for path in folder.iterdir())
    except NotADirectoryError:
        names, trouble = [], "フォルダーではありません。別の場所に移してください"
    except OSError as error:
        names, trouble = [], unreadable(error)
    if trouble:
        troubles.append(Trouble(shown, trouble))
    for name in names:
        path, inside = folder / name, f"{within}{name}"
        if is_no_content(name):
            continue
        if trouble := _unfit(path, content):
            troubles.append(Trouble(f"{PAGES_FOLDER}/{inside}", trouble))
        elif path.is_dir() and path.is_symlink():
            troubles.append(Trouble(f"{PAGES_FOLDER}/{inside}", _LINKED_FOLDER))
        elif path.is_dir():
            yield from _files(path, f"{inside}/", content, troubles)
        elif path.is_file():
            yield inside, path
        else:
            troubles.append(Trouble(f"{PAGES_FOLDER}/{inside}", _NO_FILE))


def _unfit(path: Path, content: Path) -> str:
    """The reason why a link is not followed, or `""`."""
    if not path.is_symlink():
        return ""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "リンク先がありません。リンクを消すか、ファイルそのものを置いてください"
    if target.is_relative_to(content):
        return ""
    return "content の外を指すリンクは使えません。リンクを消して、ファイルそのものを置いてください"


def unreadable(error: OSError) -> str:
    """The message for a file or folder that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return "作っている途中でなくなりました。ほかの作業が終わってから、やり直してください"
    if isinstance(error, PermissionError):
        return "読み取りが許可されていません。権限を確かめてください"
    return f"読み取りに失敗しました（エラー番号 {error.errno}）。ディスクを確かめてください"


def _take(name: str, path: Path) -> HandPage | list[Trouble]:
    """The page in a file, or the reasons why the file cannot be used.

    The result is an empty list for a good file that is not a page.
    """
    source = f"{PAGES_FOLDER}/{name}"
    if refused := _unfit_name(name, path):
        return [Trouble(source, refused)]
    try:
        if path.suffix != ".md":
            return troubles_beside(source, path, depth(name))
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return [Trouble(source, "文字コードが UTF-8 ではありません。UTF-8 で保存し直してください")]
    except OSError as error:
        return [Trouble(source, unreadable(error))]
    front = front_matter(text)
    heading = _heading.search(text, front.end)
    title = front.title or (_attributes.sub("", heading[1]) if heading else path.stem)
    for_engine = written_front_matter(front) + with_anchors(text[front.end :])
    below = text[heading.end() if heading and not front.title else front.end :]
    address = f"{name.removesuffix('.md')}.html"
    return HandPage(address, title, source, text, for_engine, below)


def _unfit_name(name: str, path: Path) -> str:
    """The reason why a file's name is not allowed, or `""`."""
    stem, ending = path.stem, path.suffix
    folders = {part.lower() for part in name.split("/")[:-1]}
    if taken := folders & _TAKEN_FOLDERS:
        return f"「{taken.pop()}」というフォルダーは、サイトが使います。別の名前にしてください"
    try:
        check_address(name)
    except AddressError:
        return (
            "ファイル名に使えない文字か名前があります。"
            "半角の英小文字・数字・ハイフンにしてください（例: about.md）"
        )
    if ending.lower() not in _MARKDOWN:
        return ""
    if ending != ".md":
        return f"ファイル名の終わりを .md にしてください（{stem}.md）。{ending} は使えません"
    if stem.lower() in _TAKEN_NAMES:
        return "この名前は使えません（ホームページと重なります）。別の名前にしてください"
    if name == "404.md":
        return "この名前は使えません（ページがないときの案内と重なります）。別の名前にしてください"
    if stem.lower() == SHELL_NAME:
        return "この名前は使えません（サイトの枠が使います）。別の名前にしてください"
    return ""


def _troubles_in(page: HandPage) -> Iterator[Trouble]:
    for line, column, message in front_matter(page.text).troubles:
        yield Trouble(page.source, message, line, column)
    lines = Lines(page.text)
    for found in REFUSED.finditer(page.text):
        message = f"目に見えない文字があります（{character_name(found[0])}）。消してください"
        yield Trouble(page.source, message, *lines.locate(found.start()))
    for offset, message in chain(too_much(page.text), slips(page.text)):
        yield Trouble(page.source, message, *lines.locate(offset))


_NO_FILE: Final = "読めるファイルではありません。content/pages の外に移すか、消してください"
_LINKED_FOLDER: Final = "フォルダーへのリンクは使えません。フォルダーそのものを置いてください"
