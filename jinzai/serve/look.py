"""The look of the preview: its notice and links on each page, and its own few pages.

This module owns the HTML and the files of assets/. A built page is changed in only one way:
something is added right after `<body>`. Its policy and everything else stay as they will be
published. The templates here belong to the program. Mistakes in the project's templates cannot
reach them.
"""

from pathlib import Path
from typing import Final

from jinzai.render.page.environment import Templates
from jinzai.serve.notice import Notice
from jinzai.serve.request import OWN
from jinzai.serve.stand import PreviewState

_FOLDER: Final = Path(__file__).with_name("assets")
_STATIC: Final = ("serve.css", "reload.js")


class Look:
    """The preview's templates and files. They are read once."""

    def __init__(self) -> None:
        self._templates = Templates(_FOLDER)
        self._files = {OWN + name: (_FOLDER / name).read_bytes() for name in _STATIC}
        # A template is read when it is first used, and then it may be too late: a process that has
        # as many connections as it may have files can open no file. This uses every one of them.
        self.missing(PreviewState("", None, Notice("", ())))

    def own_file(self, address: str) -> bytes | None:
        """One of the preview's own files; None if there is no such file."""
        return self._files.get(address)

    def page(self, html: bytes, view: PreviewState) -> bytes:
        """A page of the site as the preview shows it."""
        head = max(html.find(b"</head>"), 0)
        opening = html.find(b"<body", head)
        body = html.find(b">", opening) + 1 if opening >= 0 else head
        return html[:body] + self._added(view) + html[body:]

    def missing(self, view: PreviewState) -> bytes:
        """The page for an address without a file in the site."""
        return self._own_page(
            view,
            title="ページがありません",
            text="このアドレスのページは、いまのサイトにはありません。"
            "ファイルや id の名前を変えたか、消したのかもしれません。",
            home=True,
        )

    def nothing_yet(self, view: PreviewState) -> bytes:
        """The page for every address until there is a first good site."""
        making = view.notice is None
        return self._own_page(
            view,
            title="サイトを作っています" if making else "サイトはまだありません",
            text="できあがると、このページは自動で変わります。"
            if making
            else "上の指摘を直して保存すると、サイトが作られ、このページは自動で変わります。",
            home=False,
        )

    def _own_page(self, view: PreviewState, *, title: str, text: str, home: bool) -> bytes:
        html = self._templates.render("page.html", title=title, text=text, home=home)
        return self.page(html.encode(), view)

    def _added(self, view: PreviewState) -> bytes:
        links = self._templates.render("links.html", own=OWN, version=view.version)
        if view.notice is None:
            return links.encode()
        return (links + self._templates.render("notice.html", notice=view.notice)).encode()
