"""The navigation beside every page, and the crumbs above it.

This module owns the order of the pages above the plans. `jinzai.render.page.areas` owns the order
of a plan's pages. This module knows no bodies of pages.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Final, NamedTuple, TypeVar

from markupsafe import Markup

from jinzai.link.address import entity_address, framework_address, plan_address
from jinzai.link.catalogue import Commons, LinkedPlan
from jinzai.render.page.areas import (
    COMPARE,
    DATA,
    EDITING,
    FRAMEWORKS,
    GUIDE,
    HOME,
    OWN_ROLES,
    PLAN_AREAS,
    PLANS,
    RULES,
    Area,
    is_for_editors,
)
from jinzai.render.page.comparisons import COMPARISONS
from jinzai.render.page.draft import Draft
from jinzai.render.page.links import Link
from jinzai.render.page.place import Guide, PagePlace
from jinzai.render.words.escaping import printed

MOST_BESIDE: Final = 48
"""The largest number of things of one kind in the navigation.

With more, the navigation names no thing, and only the page that lists them does.
"""

MOST_PLANS: Final = MOST_BESIDE
"""The largest number of plans in the navigation. With more, only the list of plans names them."""


_T = TypeVar("_T")
_L = TypeVar("_L")


class NavigationEntry(NamedTuple):
    """A line of the navigation, with the lines below it.

    `folded` shows the lines below it only on its own page and on theirs. `hidden` leaves out the
    line itself on all other pages.
    """

    area: str
    address: str
    title: str
    children: tuple["NavigationEntry", ...] = ()
    folded: bool = False
    hidden: bool = False

    def leads_to(self, place: PagePlace, area: str | None) -> bool:
        """Whether a page, or the area that it belongs to, is this line or a line below it."""
        every = (self, *self.children)
        return any(one.area == area or one.address == place.address for one in every)


class NavigationLists(NamedTuple):
    """The two lists of a page's navigation.

    Attributes:
        near: the pages that the page belongs to: those of its plan, or those above the plans.
        far: the way to all others.
        title: the heading of the first list: the plan's name, or `""`.
        plan_id: the plan's id, or `""`.
    """

    near: tuple[NavigationEntry, ...]
    far: tuple[NavigationEntry, ...]
    title: str = ""
    plan_id: str = ""


def plan_lists(
    plan: LinkedPlan, name: str, guides: Iterable[Guide] = (), editing: bool = True
) -> NavigationLists:
    """The navigation of a plan's pages. `editing` shows the line for editors."""
    far = (_entry(OWN_ROLES), _entry(COMPARE), _entry(PLANS), editing_entry(guides, editing))
    return NavigationLists(plan_entries(plan), far, name, plan.id)


def site_lists(
    commons: Commons, guides: Collection[Guide] = (), editing: bool = True
) -> NavigationLists:
    """The navigation of the pages above the plans. `editing` shows the line for editors."""
    return NavigationLists(site_entries(commons, guides), (editing_entry(guides, editing),))


def plan_entries(plan: LinkedPlan) -> tuple[NavigationEntry, ...]:
    """The pages of one plan. It also has areas without content, whose pages say so."""
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
            folded=True,
        )
        for area in PLAN_AREAS
    )


def site_entries(commons: Commons, guides: Iterable[Guide] = ()) -> tuple[NavigationEntry, ...]:
    """The readers' pages above the plans."""
    frameworks = beside(
        commons.frameworks,
        lambda f: NavigationEntry(f"frameworks/{f.id}", framework_address(f.id), f.title),
    )
    comparisons = tuple(NavigationEntry(one.area, one.address, one.short) for one in COMPARISONS)
    return (
        _entry(HOME),
        _entry(OWN_ROLES),
        _entry(PLANS, _plans(commons)),
        _entry(COMPARE, comparisons),
        _entry(FRAMEWORKS, frameworks)._replace(folded=True),
        _entry(DATA),
        *(_guide(guide) for guide in guides if not is_for_editors(guide.address)),
    )


def editing_entry(guides: Iterable[Guide] = (), shown: bool = True) -> NavigationEntry:
    """The line for editors, with their pages below it. Without `shown`, only these pages have it.

    It leads to the page on how to edit, or to the first of the others if the site lacks that page.
    """
    pages = [_guide(guide) for guide in guides if is_for_editors(guide.address)]
    pages += [_entry(GUIDE), _entry(RULES)]
    pages.sort(key=lambda page: page.address != EDITING.page)
    return NavigationEntry(
        EDITING.name, pages[0].address, EDITING.title, tuple(pages), folded=True, hidden=not shown
    )


def _entry(area: Area, children: tuple[NavigationEntry, ...] = ()) -> NavigationEntry:
    """The line of a page above the plans."""
    return NavigationEntry(area.name, area.page, area.title, children)


def _guide(guide: Guide) -> NavigationEntry:
    return NavigationEntry(guide.address, guide.address, guide.title)


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

    A page with a line in `lists` gets a navigation made for it alone. Other pages that have the
    same area, folder and siblings share one text, which is made once and kept. Only the mark of the
    current page differs between them, and `html` sets it.
    """

    def __init__(self, lists: NavigationLists) -> None:
        self._lists = lists
        every = (*lists.near, *lists.far)
        self._listed = {e.address for top in every for e in (top, *top.children)}
        self._written: dict[tuple[str, str], tuple[tuple[Link, ...], str]] = {}

    def html(self, draft: Draft, place: PagePlace) -> Markup:
        """The navigation of a page."""
        area, siblings = draft.area, draft.siblings
        if draft.address in self._listed:
            return navigation_html(self._lists, place, area, siblings)
        folder, _, name = draft.address.rpartition("/")
        known, written = self._written.get((folder, area), ((), ""))
        if not written or known != siblings:
            made = navigation_html(self._lists, place, area, siblings)
            # As a plain string: what is put into a `Markup` is escaped.
            written = str(made).replace(_anchor_start(name, "page"), _anchor_start(name, ""))
            self._written[folder, area] = (siblings, written)
        return Markup(written.replace(_anchor_start(name, ""), _anchor_start(name, "page"), 1))


def navigation_html(
    lists: NavigationLists, place: PagePlace, area: str, siblings: Iterable[Link] = ()
) -> Markup:
    """Two `<ul class="jz-nav">`. On a plan's page, `data-plan` of the first holds the plan's id.

    The page itself is marked `aria-current="page"`, the entry above it `aria-current="true"`.
    `siblings` stand below the current area.
    """
    below = tuple(siblings)
    head = f"<li><span>{printed(lists.title)}</span></li>" if lists.title else ""
    near = "".join(_line(entry, place, area, below) for entry in lists.near)
    # Some areas of a plan have the same name as an area above the plans.
    far_area = None if lists.plan_id else area
    far = "".join(_line(entry, place, far_area, below) for entry in lists.far)
    plan = f' data-plan="{printed(lists.plan_id)}"' if lists.plan_id else ""
    more = f'<ul class="jz-nav jz-nav--far">{far}</ul>' if far else ""
    return Markup(f'<ul class="jz-nav"{plan}>{head}{near}</ul>{more}')


def _line(
    entry: NavigationEntry, place: PagePlace, area: str | None, siblings: tuple[Link, ...]
) -> str:
    is_open = entry.leads_to(place, area)
    if entry.hidden and not is_open:
        return ""
    below = ""
    if is_open or not entry.folded:
        below = "".join(_line(child, place, area, siblings) for child in entry.children)
    if entry.area == area and siblings:
        below += "".join(
            f"<li>{_anchor(link.href, link.text, 'page' if _is_self(link, place) else '')}</li>"
            for link in siblings
        )
    current = ""
    if any(child.address == place.address for child in entry.children):
        current = "true" if entry.address == place.address or entry.area == area else ""
    elif entry.address == place.address:
        current = "page"
    elif entry.area == area:
        current = "true"
    inner = f"<ul>{below}</ul>" if below else ""
    return f"<li>{_anchor(place.href(entry.address), entry.title, current)}{inner}</li>"


def _is_self(link: Link, place: PagePlace) -> bool:
    return link.href == place.address.rpartition("/")[2]


def _anchor(href: str, text: str, current: str) -> str:
    return f"{_anchor_start(href, current)}{printed(text)}</a>"


def _anchor_start(href: str, current: str) -> str:
    mark = f' aria-current="{current}"' if current else ""
    return f'<a href="{printed(href)}"{mark}>'


def crumbs_html(links: Iterable[Link], title: str) -> Markup:
    """The `<ol class="jz-crumbs">`, from home to the page itself."""
    lines = "".join(f"<li>{link.__html__()}</li>" for link in links)
    return Markup(
        f'<ol class="jz-crumbs">{lines}<li aria-current="page">{printed(title)}</li></ol>'
    )
