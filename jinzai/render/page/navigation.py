"""The navigation beside every page, the crumbs above it, and its list of contents.

This module owns the order of the pages above the plans. `jinzai.render.page.areas` owns the order
of a plan's pages. This module knows no bodies of pages.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final, NamedTuple, TypeVar

from markupsafe import Markup, escape

from jinzai.link.address import entity_address, framework_address, plan_address
from jinzai.link.catalogue import Commons, LinkedPlan
from jinzai.render.page.areas import (
    COMPARE,
    DATA,
    FRAMEWORKS,
    GUIDE,
    HOME,
    PLAN_AREAS,
    PLANS,
    RULES,
    Area,
)
from jinzai.render.page.comparisons import COMPARISONS
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import Guide, PagePlace

MOST_BESIDE: Final = 48
"""The largest number of things of one kind in the navigation.

With more, the navigation names no thing, and only the page that lists them does.
"""

MOST_PLANS: Final = MOST_BESIDE
"""The largest number of plans in the navigation. With more, only the list of plans names them."""


_T = TypeVar("_T")
_L = TypeVar("_L")


class NavigationEntry(NamedTuple):
    """A line of the navigation, with the lines below it."""

    area: str
    address: str
    title: str
    children: tuple["NavigationEntry", ...] = ()


def plan_entries(plan: LinkedPlan) -> tuple[NavigationEntry, ...]:
    """The navigation of one plan. It also has areas without content, whose pages say so."""
    chapters = beside(
        sorted(plan.content.chapters, key=lambda chapter: (chapter.order, chapter.id)),
        lambda chapter: NavigationEntry(
            f"chapters/{chapter.id}.html",
            entity_address(plan.id, "chapter", chapter.id),
            chapter.title,
        ),
    )
    return tuple(
        NavigationEntry(
            area.name,
            plan_address(plan.id, area.page),
            area.title,
            chapters if area.name == "chapters" else (),
        )
        for area in PLAN_AREAS
    )


def site_entries(commons: Commons, guides: Iterable[Guide] = ()) -> tuple[NavigationEntry, ...]:
    """The navigation of the pages above the plans. The pages about editing come last."""
    frameworks = beside(
        commons.frameworks,
        lambda f: NavigationEntry(f"frameworks/{f.id}", framework_address(f.id), f.title),
    )
    comparisons = tuple(NavigationEntry(one.area, one.address, one.short) for one in COMPARISONS)
    return (
        _entry(HOME),
        _entry(PLANS, _plans(commons)),
        _entry(FRAMEWORKS, frameworks),
        _entry(COMPARE, comparisons),
        _entry(DATA),
        *(NavigationEntry(guide.address, guide.address, guide.title) for guide in guides),
        _entry(GUIDE),
        _entry(RULES),
    )


def _entry(area: Area, children: tuple[NavigationEntry, ...] = ()) -> NavigationEntry:
    """The line of a page above the plans."""
    return NavigationEntry(area.name, area.page, area.title, children)


def _plans(commons: Commons) -> tuple[NavigationEntry, ...]:
    """The lines of the plans; empty if there are more than `MOST_PLANS`."""
    return beside(
        commons.plans.values(),
        lambda plan: NavigationEntry(plan.id, plan_address(plan.id), plan.name),
    )


def beside(things: Collection[_T], line: Callable[[_T], _L]) -> tuple[_L, ...]:
    """A line for each thing; empty if there are more than `MOST_BESIDE`."""
    return tuple(map(line, things)) if len(things) <= MOST_BESIDE else ()


class Navigation:
    """The navigation of all pages of one plan, or of all pages above the plans.

    A page with a line in `entries` gets a navigation made for it alone. Other pages that have the
    same area, folder and siblings share one text, which is made once and kept. Only the mark of the
    current page differs between them, and `html` sets it.
    """

    def __init__(
        self, entries: tuple[NavigationEntry, ...], title: str = "", plan_id: str = ""
    ) -> None:
        self._entries = entries
        self._title = title
        self._plan_id = plan_id
        self._listed = {e.address for top in entries for e in (top, *top.children)}
        self._written: dict[tuple[str, str], tuple[tuple[Link, ...], str]] = {}

    def html(self, draft: Draft, place: PagePlace) -> Markup:
        """The navigation of a page."""
        area, siblings = draft.area, draft.siblings
        if draft.address in self._listed:
            return self._made(place, area, siblings)
        folder, _, name = draft.address.rpartition("/")
        known, written = self._written.get((folder, area), ((), ""))
        if not written or known != siblings:
            made = self._made(place, area, siblings)
            # As a plain string: what is put into a `Markup` is escaped.
            written = str(made).replace(_anchor_start(name, "page"), _anchor_start(name, ""))
            self._written[folder, area] = (siblings, written)
        return Markup(written.replace(_anchor_start(name, ""), _anchor_start(name, "page"), 1))

    def _made(self, place: PagePlace, area: str, siblings: tuple[Link, ...]) -> Markup:
        return navigation_html(self._entries, place, area, siblings, self._title, self._plan_id)


def navigation_html(
    entries: Iterable[NavigationEntry],
    place: PagePlace,
    area: str,
    siblings: Iterable[Link] = (),
    title: str = "",
    plan_id: str = "",
) -> Markup:
    """The `<ul class="jz-nav">`. On a plan's page, `data-plan` holds the plan's id.

    The page itself is marked `aria-current="page"`, the entry above it `aria-current="true"`.
    `siblings` stand below the current area. `title` is the heading of the list: the plan's name.
    """
    head = f"<li><span>{escape(title)}</span></li>" if title else ""
    lines = "".join(_line(entry, place, area, tuple(siblings)) for entry in entries)
    plan = f' data-plan="{escape(plan_id)}"' if plan_id else ""
    return Markup(f'<ul class="jz-nav"{plan}>{head}{lines}</ul>')


def _line(entry: NavigationEntry, place: PagePlace, area: str, siblings: tuple[Link, ...]) -> str:
    below = "".join(_line(child, place, area, siblings) for child in entry.children)
    if entry.area == area and siblings:
        below += "".join(
            f"<li>{_anchor(link.href, link.text, 'page' if _is_self(link, place) else '')}</li>"
            for link in siblings
        )
    current = ""
    if entry.address == place.address:
        current = "page"
    elif entry.area == area:
        current = "true"
    inner = f"<ul>{below}</ul>" if below else ""
    return f"<li>{_anchor(place.href(entry.address), entry.title, current)}{inner}</li>"


def _is_self(link: Link, place: PagePlace) -> bool:
    return link.href == place.address.rpartition("/")[2]


def _anchor(href: str, text: str, current: str) -> str:
    return f"{_anchor_start(href, current)}{escape(text)}</a>"


def _anchor_start(href: str, current: str) -> str:
    mark = f' aria-current="{current}"' if current else ""
    return f'<a href="{escape(href)}"{mark}>'


def crumbs_html(links: Iterable[Link], title: str) -> Markup:
    """The `<ol class="jz-crumbs">`, from home to the page itself."""
    lines = "".join(f"<li>{link.__html__()}</li>" for link in links)
    return Markup(f'<ol class="jz-crumbs">{lines}<li aria-current="page">{escape(title)}</li></ol>')


def contents_html(sections: Sequence[Section]) -> Markup:
    """The `<ul class="jz-contents">` of some sections; empty if these are fewer than two."""
    if len(sections) < 2:
        return Markup()
    lines = "".join(
        f'<li><a href="#{section.anchor}">{escape(section.title)}</a></li>' for section in sections
    )
    return Markup(f'<ul class="jz-contents">{lines}</ul>')
