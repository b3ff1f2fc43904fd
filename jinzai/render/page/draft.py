"""A page as its maker returns it: its view, and the facts that the frame needs.

A maker states only the facts of its own page. The constructors take all others from the page of the
navigation or from the kind of thing that the page belongs to.
"""

from typing import NamedTuple, Self

from jinzai.model.kinds import CHAPTER, SHOWN_FILES, FileKind, Kind
from jinzai.render.page.areas import COMPARE, Area
from jinzai.render.page.comparisons import ComparisonPage
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext


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
        template: the name of the body's template, which extends
            `page/body.html`.
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
    def of_file(
        cls,
        context: PlanContext,
        place: PagePlace,
        file: FileKind,
        *,
        description: str,
        view: object,
        sections: tuple[Section, ...] = (),
        siblings: tuple[Link, ...] = (),
    ) -> Self:
        """The page of a plan that shows the content of one of its files.

        The page's description is the plan's title followed by `description`. If each thing in the
        file has its own page, the template is called `<kind>_index`, such as `role_index`.
        Otherwise it has the name of the file.
        """
        index = next((f"{kind.id}_index" for kind in file.kinds if kind.has_page), file.name)
        return cls(
            place.address,
            file.title,
            context.plan.plan.title,
            f"{context.plan.plan.title}{description}",
            f"plan/{index}.html",
            view,
            file.area,
            sections,
            siblings=siblings,
            file="" if file is CHAPTER else context.source(file),
        )

    @classmethod
    def of_entity(
        cls,
        context: PlanContext,
        place: PagePlace,
        kind: Kind,
        id: str,
        *,
        title: str,
        description: str,
        view: object,
        sections: tuple[Section, ...],
        siblings: tuple[Link, ...] = (),
    ) -> Self:
        """The page of a single thing of a plan.

        The page's description is the plan's title followed by `description`. A chapter is a file of
        its own. All other things are in a file with others.
        """
        file = next(one for one in SHOWN_FILES if kind in one.kinds)
        return cls(
            place.address,
            title,
            f"{context.plan.summary.name}の{kind.name}",
            f"{context.plan.plan.title}{description}",
            f"plan/{kind.id}.html",
            view,
            file.area,
            sections,
            (place.to(context.address(file.page), file.title),),
            siblings,
            f"chapters/{id}.md" if file is CHAPTER else file.file_name,
            context.line(kind.id, id),
        )

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
        """A page that is itself in the navigation. Its title is its name there."""
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
        """A page above the plans that a page of the navigation links to."""
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
        """A page that compares all plans. The entrance of the comparisons links to it."""
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
