"""Hand-written pages: content/pages/*.md, built by the engine and not by render.

Owns which files are hand-written pages or lie beside them, their addresses and titles. Knows
nothing of MkDocs and nothing of what becomes of a page.
"""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from jinzai.publish.address import AddressError, check_address
from jinzai.publish.failure import PublishError
from jinzai.publish.front_matter import front_matter, written_front_matter

PAGES_FOLDER: Final = "content/pages"
"""Where hand-written pages lie, from the project's root."""

SHELL_NAME: Final = "jinzai-shell"
"""The engine's name for our own pages; no page may have it."""

BESIDE: Final = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".css", ".js", ".woff2"),
    *(".pdf", ".csv", ".tsv", ".txt", ".xlsx", ".docx", ".pptx", ".zip"),
)
"""The kinds of file that may lie beside pages and go into the site as they are."""

# Both become index.html, which render writes.
_TAKEN_NAMES: Final = frozenset(["index", "readme"])
_TAKEN_FOLDERS: Final = frozenset(["assets", SHELL_NAME])
_MARKDOWN: Final = frozenset([".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn"])

_heading: Final = re.compile(r"^#[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_attributes: Final = re.compile(r"\s*\{[^{}]*\}$")
_control: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_active: Final = re.compile(
    rb"<script|<foreignObject|<iframe|\son[a-z]+\s*=|javascript:|<!ENTITY", re.IGNORECASE
)

_loading: Final = re.compile(
    rb"@import|url\(\s*['\"]?\s*(?:[a-z]+:)?//|<image[^>]+href\s*=\s*['\"]?\s*(?:[a-z]+:)?//",
    re.IGNORECASE,
)


class HandPage(NamedTuple):
    """One hand-written page.

    Attributes:
        address: from the site's root: `editing.html`.
        title: plain text: `title:` of the front matter, else the first `#` heading, else the
            file's name.
        source: the file's path from the project's root, with `/`, as messages show it.
        text: the Markdown.
        for_engine: the same as the engine is to read it.
    """

    address: str
    title: str
    source: str
    text: str
    for_engine: str = ""


class Handwritten(NamedTuple):
    """What lies in content/pages.

    Attributes:
        pages: the pages, in the order of their file names.
        files: the other files that go into the site, by their path within content/pages.
        troubles: a Japanese line for each file that cannot be taken as it is.
    """

    pages: tuple[HandPage, ...] = ()
    files: tuple[tuple[str, Path], ...] = ()
    troubles: tuple[str, ...] = ()


def trouble_with_pages(lines: Sequence[str]) -> PublishError:
    """What is told where hand-written pages have to be mended; a line for each place."""
    listed = "".join(f"\n  {line}" for line in lines)
    return PublishError(
        f"手書きページ({PAGES_FOLDER})に、直すところが {len(lines)} 件あります。{listed}",
        "上の箇所を直してから、もう一度ビルドしてください。",
        lines,
    )


def read_handwritten(project_root: Path) -> Handwritten:
    """Everything in content/pages. Raises nothing for whatever lies there."""
    folder = project_root / PAGES_FOLDER
    if not os.path.lexists(folder):
        return Handwritten()
    pages: list[HandPage] = []
    files: list[tuple[str, Path]] = []
    troubles: list[str] = []
    content = folder.parent.resolve()
    for name, path in _files(folder, "", content, troubles):
        found = _take(name, path)
        if isinstance(found, str):
            troubles.append(f"{PAGES_FOLDER}/{name}: {found}")
        elif isinstance(found, HandPage):
            pages.append(found)
            troubles += _troubles_in(found)
        else:
            files.append((name, path))
    return Handwritten(tuple(pages), tuple(files), tuple(troubles))


def is_hidden(name: str) -> bool:
    """Whether a path tells of an editor or the system: `.about.md.swp`, `img/.#a.md`."""
    return name.startswith(".") or "/." in name


def _files(
    folder: Path, within: str, content: Path, troubles: list[str]
) -> Iterator[tuple[str, Path]]:
    """The files below a folder, in the order of their paths; links never lead out of content/."""
    shown = f"{PAGES_FOLDER}/{within}".rstrip("/")
    trouble = _unfit(folder, content)
    try:
        names = [] if trouble else sorted(path.name for path in folder.iterdir())
    except NotADirectoryError:
        names, trouble = [], "フォルダーではありません。別の場所に移してください"
    except OSError as error:
        names, trouble = [], unreadable(error)
    if trouble:
        troubles.append(f"{shown}: {trouble}")
    for name in names:
        path, inside = folder / name, f"{within}{name}"
        if is_hidden(name):
            continue
        if trouble := _unfit(path, content):
            troubles.append(f"{PAGES_FOLDER}/{inside}: {trouble}")
        elif path.is_dir() and path.is_symlink():
            troubles.append(f"{PAGES_FOLDER}/{inside}: {_LINKED_FOLDER}")
        elif path.is_dir():
            yield from _files(path, f"{inside}/", content, troubles)
        elif path.is_file():
            yield inside, path
        else:
            troubles.append(f"{PAGES_FOLDER}/{inside}: 読めるファイルではありません。{_MOVE}")


def _unfit(path: Path, content: Path) -> str:
    """Why a link is not followed, or `""`."""
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
    """What to say where the system does not let a file or folder be read."""
    if isinstance(error, FileNotFoundError):
        return "作っている途中でなくなりました。ほかの作業が終わってから、やり直してください"
    if isinstance(error, PermissionError):
        return "読み取りが許可されていません。権限を確かめてください"
    return f"読み取りに失敗しました(エラー番号 {error.errno})。ディスクを確かめてください"


def _take(name: str, path: Path) -> HandPage | str | None:
    """A page, or why a file cannot be taken, or None for one that goes into the site as it is."""
    stem, ending = path.stem, path.suffix
    folders = {part.lower() for part in name.split("/")[:-1]}
    if taken := folders & _TAKEN_FOLDERS:
        return f"「{taken.pop()}」というフォルダーは、サイトが使います。別の名前にしてください"
    try:
        check_address(name)
    except AddressError:
        return (
            "ファイル名に使えない文字か名前があります。"
            "半角の英小文字・数字・ハイフンにしてください(例: about.md)"
        )
    if ending.lower() not in _MARKDOWN:
        return _take_beside(ending.lower(), path)
    if ending != ".md":
        return f"ファイル名の終わりを .md にしてください({stem}.md)。{ending} は使えません"
    if stem.lower() in _TAKEN_NAMES:
        return "この名前は使えません(ホームページと重なります)。別の名前にしてください"
    if name == "404.md":
        return "この名前は使えません(ページがないときの案内と重なります)。別の名前にしてください"
    if stem.lower() == SHELL_NAME:
        return "この名前は使えません(サイトの枠が使います)。別の名前にしてください"
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return "文字コードが UTF-8 ではありません。UTF-8 で保存し直してください"
    except OSError as error:
        return unreadable(error)
    front = front_matter(text)
    heading = _heading.search(text, front.end)
    title = front.title or (_attributes.sub("", heading[1]) if heading else stem)
    for_engine = written_front_matter(front) + text[front.end :]
    source = f"{PAGES_FOLDER}/{name}"
    return HandPage(f"{name.removesuffix('.md')}.html", title, source, text, for_engine)


def _take_beside(ending: str, path: Path) -> str | None:
    if ending not in BESIDE:
        return f"この種類のファイルは置けません。{_MOVE}"
    if ending not in (".svg", ".css"):
        return None
    try:
        data = path.read_bytes()
    except OSError as error:
        return unreadable(error)
    if ending == ".svg" and _active.search(data):
        return "動く仕掛け(スクリプト)のある図は置けません。PNG にするか、消してください"
    if _loading.search(data):
        return "外部から読み込むもの(@import や url)があります。消してください"
    return None


def _troubles_in(page: HandPage) -> Iterator[str]:
    for line, column, message in front_matter(page.text).troubles:
        yield f"{page.source}:{line}:{column}: {message}"
    for found in _control.finditer(page.text):
        line = page.text.count("\n", 0, found.start()) + 1
        column = found.start() - page.text.rfind("\n", 0, found.start())
        yield f"{page.source}:{line}:{column}: 目に見えない制御文字があります。消してください"


_MOVE: Final = "content/pages の外に移すか、消してください"
_LINKED_FOLDER: Final = "フォルダーへのリンクは使えません。フォルダーそのものを置いてください"
