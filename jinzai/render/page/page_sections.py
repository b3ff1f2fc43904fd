"""The sections of one page, as its template writes them: headings, and what the page lacks.

A template writes each of the draft's sections by one of the functions here. Sections that lack
their content share one line at the end of the page. Their anchors stand in that line, since other
pages link to them; the list of contents leaves them out. This module knows no plan.
"""

from typing import Final

from markupsafe import Markup, escape

from jinzai.render.page.draft import Draft
from jinzai.render.page.navigation import contents_html

UNSTATED: Final = "この計画に記載がないもの："


class PageSections:
    """The sections of a draft while its body is written.

    A method that takes an anchor raises KeyError if the draft has no section with that anchor.
    """

    def __init__(self, draft: Draft) -> None:
        self._sections = draft.sections
        self._titles = {section.anchor: section.title for section in draft.sections}
        self._unstated: list[Markup] = []
        self._asides: list[Markup] = []
        self._lacking: set[str] = set()

    def heading(self, anchor: str, count: int | None = None) -> Markup:
        """The `<h2>` of a section."""
        number = f' <span class="jz-count">{count}</span>' if count is not None else ""
        return Markup(f'<h2 id="{anchor}">{escape(self._titles[anchor])}{number}</h2>')

    def one_line(self, anchor: str, text: str, style: str = "") -> Markup:
        """A section with one line of text. Such sections stand close together."""
        line = f"<p{style}>{escape(text)}</p>"
        return Markup(f'<div class="jz-nothing">{self.heading(anchor)}{line}</div>')

    def nothing(self, anchor: str, text: str) -> Markup:
        """An empty section: a heading and one line that says so."""
        return self.one_line(anchor, text, ' class="jz-empty"')

    def unstated(self, anchor: str) -> Markup:
        """A section about which the plan says nothing: the last line of the page names it."""
        self._unstated.append(Markup(f'<span id="{anchor}">{escape(self._titles[anchor])}</span>'))
        self._lacking.add(anchor)
        return Markup()

    def aside(self, anchor: str, text: str, onscreen: bool = False) -> Markup:
        """A section that lacks its content for another reason, which the last line states.

        `onscreen` leaves the sentence out of the printed page.
        """
        if anchor not in self._titles:
            raise KeyError(anchor)
        style = ' class="jz-onscreen"' if onscreen else ""
        self._asides.append(Markup(f'<span id="{anchor}"{style}>{escape(text)}</span>'))
        self._lacking.add(anchor)
        return Markup()

    def last_line(self) -> Markup:
        """The last line of the page; empty if nothing is left to be said there."""
        said = list(self._asides)
        if self._unstated:
            said.insert(0, Markup(f"{UNSTATED}{Markup('、').join(self._unstated)}。"))
        self._unstated, self._asides = [], []
        return (
            Markup(f'<p class="jz-empty jz-absent">{Markup("").join(said)}</p>')
            if said
            else Markup()
        )

    def contents(self) -> Markup:
        """The list of the sections that have content. Call it when the body is written."""
        return contents_html([one for one in self._sections if one.anchor not in self._lacking])
