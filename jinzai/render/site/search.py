"""The search page. The search itself is a script. Without it, the page links to the lists."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from jinzai.link.address import framework_address, plan_address
from jinzai.model import kinds
from jinzai.publish.search import (
    SEARCH_EXCERPT_SCRIPT,
    SEARCH_PAGE,
    SEARCH_PAGE_SCRIPT,
    SEARCH_SCRIPTS,
)
from jinzai.render.page.comparisons import COMPARISONS
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.prefectures import is_listed, list_links

_LISTS: Final = (kinds.ROLES, kinds.SKILLS, kinds.COURSES, kinds.GLOSSARY)


class PlanLists(NamedTuple):
    """The lists of a plan."""

    plan: Link
    lists: tuple[Link, ...]


class SearchView(NamedTuple):
    """The content of the page without the search, and the scripts of the search.

    If the plans are too many to list, `plans` is empty, and `prefectures` links to their lists.
    """

    plans: tuple[PlanLists, ...]
    prefectures: tuple[tuple[Link, int], ...]
    comparisons: tuple[Link, ...]
    frameworks: tuple[Link, ...]
    scripts: tuple[str, ...]


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place(SEARCH_PAGE)
    yield Draft(
        address=place.address,
        title="検索",
        kicker="サイト内検索",
        description="役割・スキル・研修・用語などを、すべての計画から探せます。",
        template="site/search.html",
        view=SearchView(
            tuple(
                PlanLists(place.link("plan", plan), _lists(place, plan))
                for plan in site.commons.plans
            )
            if is_listed(len(site.commons.plans))
            else (),
            list_links(site, place),
            tuple(place.to(one.address, one.title) for one in COMPARISONS),
            tuple(
                place.to(framework_address(one.id), one.title) for one in site.commons.frameworks
            ),
            (*SEARCH_SCRIPTS, SEARCH_EXCERPT_SCRIPT, SEARCH_PAGE_SCRIPT),
        ),
        area="search",
        sections=(Section("indexes", "一覧から探す"),),
    )


def _lists(place: PagePlace, plan_id: str) -> tuple[Link, ...]:
    return tuple(place.to(plan_address(plan_id, one.page), one.title) for one in _LISTS)
