"""The facts that a plan does not define, with links: a part of the check report."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from jinzai.link.catalogue import ScheduleUse
from jinzai.link.report import OpenHours, UndefinedFacts
from jinzai.model.kinds import ORGANISATION, SHOWN_FILES
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.words import dates

_FILES: Final = {file.name: file for file in SHOWN_FILES}
_FACTS: Final = {
    "period": "対象期間",
    "published": "公表日",
    "department": "担当部署",
    "contact": "問い合わせ先",
}
_DECIDED: Final = frozenset(["period"])
"""Facts that a plan decides. The document may or may not state the others."""


class UndefinedItem(NamedTuple):
    """One thing that is not defined: a link, and a note that may be empty."""

    link: Link
    note: str = ""


class Matter(NamedTuple):
    """A sort of facts that a plan can leave undefined. `items` are the undefined ones.

    `is_unchecked` is true if no editor has yet checked whether the plan defines them.
    """

    title: str
    items: tuple[UndefinedItem, ...]
    total: int
    is_unchecked: bool = False


def matters(context: PlanContext, place: PagePlace, found: UndefinedFacts) -> tuple[Matter, ...]:
    """Every matter, in a fixed order.

    Matters that no editor has checked appear only if there are any.
    """
    unchecked = [one for one in found.hours if not one.confirmed]
    checked = [one for one in found.hours if one.confirmed]
    every = (
        _matter("記載のない種類", (_kind(context, place, name) for name in found.files)),
        _matter(
            f"{ORGANISATION.title}のうち、記載のないもの",
            (
                UndefinedItem(
                    place.to(
                        context.address(f"{ORGANISATION.page}#{part}"),
                        ORGANISATION.list_title(part),
                    )
                )
                for part in found.parts
            ),
        ),
        _matter(
            "記載のない基本情報",
            (_fact(context, place, fact) for fact in found.facts if fact in _DECIDED),
        ),
        _matter(
            "文書に記載のない基本情報",
            (_fact(context, place, fact) for fact in found.facts if fact not in _DECIDED),
        ),
        _matter("時間の記載がない研修", (_hours(place, one) for one in checked)),
        _matter("時間が未確認の研修", (_hours(place, one) for one in unchecked), is_unchecked=True),
        _months(place, found.months),
        _matter(
            "人数の記載がない役割・レベル",
            (
                *(
                    UndefinedItem(place.role(one.role_id, one.level_id), "記載なし")
                    for one in found.headcounts
                ),
                *(UndefinedItem(place.link("role", id)) for id in found.uncounted),
            ),
        ),
        _matter(
            "値の示されていない目標",
            (
                UndefinedItem(
                    place.link("target", one.target_id),
                    "、".join(f"{dates.era_year(year)}年度" for year in one.years),
                )
                for one in found.targets
            ),
        ),
        _matter(
            "期限のない目標", (UndefinedItem(place.link("target", id)) for id in found.timeless)
        ),
        _matter(
            "ひな形の空欄", (UndefinedItem(place.link("placeholder", id)) for id in found.blanks)
        ),
    )
    return tuple(one for one in every if one.items or not one.is_unchecked)


def _matter(title: str, items: Iterable[UndefinedItem], *, is_unchecked: bool = False) -> Matter:
    listed = tuple(items)
    return Matter(title, listed, len(listed), is_unchecked)


def _kind(context: PlanContext, place: PagePlace, name: str) -> UndefinedItem:
    return UndefinedItem(place.to(context.address(_FILES[name].page), _FILES[name].title))


def _fact(context: PlanContext, place: PagePlace, fact: str) -> UndefinedItem:
    return UndefinedItem(place.to(context.address("index.html#facts"), _FACTS[fact]))


def _hours(place: PagePlace, one: OpenHours) -> UndefinedItem:
    return UndefinedItem(
        place.link("course", one.course_id), "ほかの受け方には時間がある" if one.partly else ""
    )


def _months(place: PagePlace, uses: Iterable[ScheduleUse]) -> Matter:
    """Items of schedules without months. They link to their schedule, as they have no page."""
    names: dict[str, list[str]] = {}
    for use in uses:
        names.setdefault(use.schedule.id, []).append(use.item.name)
    items = (
        UndefinedItem(place.link("schedule", id), "、".join(dict.fromkeys(n)))
        for id, n in names.items()
    )
    return Matter("月の分からない予定", tuple(items), sum(map(len, names.values())))
