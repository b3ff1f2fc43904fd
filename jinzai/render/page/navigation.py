"""The navigation beside every page, the crumbs above it, and its list of contents.

Owns the order of a plan's pages and of the site's. Knows nothing of bodies.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Final, NamedTuple, TypeVar

from markupsafe import Markup, escape

from jinzai.link.address import (
    CHECK_PAGE,
    COMPARE_DETAIL,
    COMPARE_LEARNING,
    COMPARE_PAGE,
    COMPARE_ROLES,
    COMPARE_SKILLS,
    COMPARE_TARGETS,
    GUIDE_PAGE,
    RULES_PAGE,
    entity_address,
    framework_address,
    plan_address,
)
from jinzai.link.catalogue import Commons, LinkedPlan
from jinzai.render.page.draft import Draft
from jinzai.render.page.links import Link
from jinzai.render.page.place import Guide, PagePlace

PLAN_AREAS: Final = (
    ("", "index.html", "概要"),
    ("roles", "roles/index.html", "役割"),
    ("skills", "skills/index.html", "スキル"),
    ("skills/matrix.html", "skills/matrix.html", "スキルマップ"),
    ("courses", "courses/index.html", "研修"),
    ("curricula", "curricula/index.html", "育成課程"),
    ("schedule", "schedule/index.html", "スケジュール"),
    ("targets", "targets/index.html", "数値目標"),
    ("practice", "practice/index.html", "実務での育成"),
    ("organisation", "organisation/index.html", "推進体制"),
    ("glossary", "glossary/index.html", "用語集"),
    ("chapters", "chapters/index.html", "本文の章"),
    ("compare", COMPARE_PAGE, "ほかの計画との比較"),
    ("check", CHECK_PAGE, "点検"),
    ("data", "data/index.html", "データ"),
)
"""The pages of a plan in the navigation's order: area, address within the plan, title."""

MOST_BESIDE: Final = 48
"""The navigation names so many things of one kind; more are left to the page that lists them."""

MOST_PLANS: Final = MOST_BESIDE
"""So many plans; more are a page of their own, the list of plans."""


_T = TypeVar("_T")
_L = TypeVar("_L")


class NavigationEntry(NamedTuple):
    """A line of the navigation, with what lies below it."""

    area: str
    address: str
    title: str
    children: tuple["NavigationEntry", ...] = ()


_COMPARISONS: Final = (
    NavigationEntry("compare/roles", COMPARE_ROLES, "役割の区分と計画"),
    NavigationEntry("compare/detail", COMPARE_DETAIL, "役割を詳しく"),
    NavigationEntry("compare/skills", COMPARE_SKILLS, "スキルの領域"),
    NavigationEntry("compare/learning", COMPARE_LEARNING, "研修の量"),
    NavigationEntry("compare/targets", COMPARE_TARGETS, "数値目標"),
)


def plan_entries(plan: LinkedPlan) -> tuple[NavigationEntry, ...]:
    """The navigation of one plan. Areas without content stand there too: their page says so."""
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
            area, plan_address(plan.id, page), title, chapters if area == "chapters" else ()
        )
        for area, page, title in PLAN_AREAS
    )


def site_entries(commons: Commons, guides: Iterable[Guide] = ()) -> tuple[NavigationEntry, ...]:
    """The navigation of the pages above the plans; what is about editing comes last."""
    return (
        NavigationEntry("", "index.html", "ホーム"),
        NavigationEntry(
            "plans",
            "plans.html",
            "計画",
            _plans(commons),
        ),
        NavigationEntry(
            "frameworks",
            "frameworks/index.html",
            "共通枠組み",
            beside(
                commons.frameworks,
                lambda f: NavigationEntry(f"frameworks/{f.id}", framework_address(f.id), f.title),
            ),
        ),
        NavigationEntry("compare", COMPARE_PAGE, "計画を比べる", _COMPARISONS),
        NavigationEntry("data", "data/index.html", "データ"),
        *(NavigationEntry(guide.address, guide.address, guide.title) for guide in guides),
        NavigationEntry("guide", GUIDE_PAGE, "編集の手引き"),
        NavigationEntry("rules", RULES_PAGE, "検査の決まり"),
    )


def _plans(commons: Commons) -> tuple[NavigationEntry, ...]:
    """The plans; none where they are too many to be read beside a page."""
    return beside(
        commons.plans.values(),
        lambda plan: NavigationEntry(plan.id, plan_address(plan.id), plan.name),
    )


def beside(things: Collection[_T], line: Callable[[_T], _L]) -> tuple[_L, ...]:
    """A line for each thing; none where they are too many to be read beside a page."""
    return tuple(map(line, things)) if len(things) <= MOST_BESIDE else ()


class Navigation:
    """The navigation of one plan or of the site, on all of its pages.

    Pages of one area in one folder that the navigation does not list have the same but for the
    mark on the page itself; it is written once.
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
    """The `<ul class="jz-nav">`, which says of which plan the page is, if of any, as `data-plan`.

    The page itself is marked `aria-current="page"`, the entry above it `aria-current="true"`.
    `siblings` stand below the current area. `title` heads the list: the plan's name.
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


def contents_html(draft: Draft) -> Markup:
    """The `<ul class="jz-contents">` of a page's sections; empty for fewer than two."""
    if len(draft.sections) < 2:
        return Markup()
    lines = "".join(
        f'<li><a href="#{section.anchor}">{escape(section.title)}</a></li>'
        for section in draft.sections
    )
    return Markup(f'<ul class="jz-contents">{lines}</ul>')
