"""What a page maker hands to the frame: a page's view and what the frame needs to know of it."""

from typing import NamedTuple

from jinzai.render.page.links import Link


class Section(NamedTuple):
    """A part of a page: its fixed ASCII anchor and its heading."""

    anchor: str
    title: str


class Draft(NamedTuple):
    """A page before its frame.

    Attributes:
        address: from the site's root.
        title: the `<h1>`.
        kicker: the small line above the `<h1>`: the kind of thing that the page is about.
        description: plain text for search engines.
        template: the name of the body's template, which extends `body.html`.
        view: what the template prints, as `view`.
        sections: the parts of the page in order; the template writes each with `heading(anchor)`.
        area: the folder or page of the navigation that the page belongs to (`roles`, `skills`,
            `skills/matrix.html`, `chapters/background.html`; `""` for the overview).
        crumbs: pages between the plan's overview (or home) and this one.
        siblings: pages shown below the navigation's current entry, such as the other roles.
        file: the file of content/ that the page is made from, or `""`.
        line: the line of `file` on which the page's entity begins; 0 for the file as a whole.
    """

    address: str
    title: str
    kicker: str
    description: str
    template: str
    view: object
    area: str
    sections: tuple[Section, ...] = ()
    crumbs: tuple[Link, ...] = ()
    siblings: tuple[Link, ...] = ()
    file: str = ""
    line: int = 0
