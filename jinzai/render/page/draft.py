"""What a page maker hands to the frame: a page's view and what the frame needs to know of it.

Beside its view, a page says only what is its own: the rest follows from the line of the navigation
that it belongs to, by one of the constructors.
"""

from typing import NamedTuple, Self

from jinzai.render.page.areas import COMPARE, Area
from jinzai.render.page.comparisons import ComparisonPage
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace


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

    @classmethod
    def of_area(
        cls,
        place: PagePlace,
        area: Area,
        *,
        kicker: str,
        description: str,
        template: str,
        view: object,
        sections: tuple[Section, ...] = (),
    ) -> Self:
        """A page that stands in the navigation itself, under the name that it has there."""
        return cls(
            place.address, area.title, kicker, description, template, view, area.name, sections
        )

    @classmethod
    def below(
        cls,
        place: PagePlace,
        area: Area,
        *,
        title: str,
        description: str,
        template: str,
        view: object,
        sections: tuple[Section, ...] = (),
    ) -> Self:
        """A page above the plans to which a page of the navigation leads."""
        return cls(
            place.address,
            title,
            area.title,
            description,
            template,
            view,
            area.name,
            sections,
            (place.to(area.page, area.title),),
        )

    @classmethod
    def of_comparison(
        cls,
        place: PagePlace,
        page: ComparisonPage,
        *,
        description: str,
        view: object,
        sections: tuple[Section, ...],
    ) -> Self:
        """A page that compares all plans."""
        draft = cls.below(
            place,
            COMPARE,
            title=page.title,
            description=description,
            template=page.template,
            view=view,
            sections=sections,
        )
        return draft._replace(area=page.area)
