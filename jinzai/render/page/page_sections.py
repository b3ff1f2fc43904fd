"""The sections of one page, as its template writes them: headings, and what the page lacks.

A template writes each of the draft's sections by one of the functions here. Sections about which
the plan says nothing share one line at the top of the page. Sections that lack their content for
another reason share the last line of the page. Their anchors stand in these lines, since other
pages link to them; the links to the sections leave them out, as they do sections that are folded.
This module knows no plan.
"""

from typing import Final

from markupsafe import Markup

from jinzai.render.page.draft import Draft
from jinzai.render.words.escaping import printed

UNSTATED: Final = "計画に書かれていないこと"
UNREAD: Final = "図から読み取れないこと"
JUMP: Final = "このページ"


class PageSections:
    """The sections of a draft while its body is written.

    `unstated_line`, `last_line` and `jump_links` are for the time when all sections are written.

    A method that takes an anchor raises KeyError if the draft has no section with that anchor.
    """

    def __init__(self, draft: Draft) -> None:
        self._sections = draft.sections
        self._titles = {section.anchor: section.title for section in draft.sections}
        self._unstated: list[Markup] = []
        self._unread: list[Markup] = []
        self._asides: list[Markup] = []
        self._unlisted: set[str] = set()

    def heading(self, anchor: str, count: int | None = None) -> Markup:
        """The `<h2>` of a section."""
        number = f' <span class="jz-count">{count}</span>' if count is not None else ""
        return Markup(f'<h2 id="{anchor}">{printed(self._titles[anchor])}{number}</h2>')

    def folded(self, anchor: str, count: int | None = None) -> Markup:
        """The `<h2>` of a section that is folded. One link leads to all such sections together."""
        self._unlisted.add(anchor)
        return self.heading(anchor, count)

    def one_line(self, anchor: str, text: str, style: str = "") -> Markup:
        """A section with one line of text. Such sections stand close together."""
        line = f"<p{style}>{printed(text)}</p>"
        return Markup(f'<div class="jz-nothing">{self.heading(anchor)}{line}</div>')

    def nothing(self, anchor: str, text: str) -> Markup:
        """An empty section: a heading and one line that says so."""
        return self.one_line(anchor, text, ' class="jz-empty"')

    def unstated(self, anchor: str) -> Markup:
        """A section about which the plan says nothing: a line at the top of the page names it."""
        self._unstated.append(Markup(f'<span id="{anchor}">{printed(self._titles[anchor])}</span>'))
        self._unlisted.add(anchor)
        return Markup()

    def unread(self, anchor: str, where: str) -> Markup:
        """A fact that the published plan shows in a figure and that nobody could read.

        A line at the top of the page names it. `where` says where the figure is.
        """
        name = printed(self._titles[anchor])
        self._unread.append(Markup(f'<span id="{anchor}">{name}（{printed(where)}）</span>'))
        self._unlisted.add(anchor)
        return Markup()

    def aside(self, anchor: str, text: str, onscreen: bool = False) -> Markup:
        """A section that lacks its content for another reason, which the last line states.

        `onscreen` leaves the sentence out of the printed page.
        """
        if anchor not in self._titles:
            raise KeyError(anchor)
        style = ' class="jz-onscreen"' if onscreen else ""
        self._asides.append(Markup(f'<span id="{anchor}"{style}>{printed(text)}</span>'))
        self._unlisted.add(anchor)
        return Markup()

    def unstated_line(self) -> Markup:
        """The lines that name what the plan does not say, and what nobody could read in it.

        A line is left out if it names nothing.
        """
        return Markup().join(
            Markup(f'<p class="jz-absent"><strong>{title}</strong> {Markup("、").join(named)}</p>')
            for title, named in ((UNSTATED, self._unstated), (UNREAD, self._unread))
            if named
        )

    def last_line(self) -> Markup:
        """The last line of the page; empty if nothing is left to be said there."""
        said, self._asides = self._asides, []
        return Markup(f'<p class="jz-empty">{Markup("").join(said)}</p>') if said else Markup()

    def jump_links(self) -> Markup:
        """The links to the sections that have content; empty if these are fewer than three.

        With two, the first stands right below, and the second is easily found.
        """
        found = [one for one in self._sections if one.anchor not in self._unlisted]
        if len(found) < 3:
            return Markup()
        lines = "".join(
            f'<li><a href="#{one.anchor}">{printed(one.title)}</a></li>' for one in found
        )
        return Markup(
            f'<nav class="jz-onpage" aria-label="{JUMP}の内容"><p>{JUMP}</p><ul>{lines}</ul></nav>'
        )
