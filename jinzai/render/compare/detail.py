"""Roles in detail: the page on which a reader chooses two to four, and one ready for each class.

The page of a class needs no JavaScript and shows all roles of the class. These pages exist only if
one page can hold all plans. On the choosing page, templates/theme/assets/jinzai/compare-table.js
makes the table from the plans' files (`jinzai.render.compare.plan_script`).
"""

import json
from collections.abc import Container, Iterator, Sequence
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.export.plain import plain_text
from jinzai.link.address import (
    class_address,
    entry_address,
)
from jinzai.model.framework import Framework, FrameworkEntry
from jinzai.render.compare.compared_role import ComparedRole, ComparedRoles
from jinzai.render.compare.role_words import WORDS
from jinzai.render.compare.rows import RowSection, row_sections
from jinzai.render.compare.sheets import ClassRole, nearest_first, sheets_of
from jinzai.render.compare.table import RoleTable, role_cell, role_table
from jinzai.render.page import areas, comparisons
from jinzai.render.page.comparisons import detail_address
from jinzai.render.page.concerned import Concerned, concerned
from jinzai.render.page.data_script import PLAN_FILES, PREFECTURE_FILES
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.prefectures import prefecture_links, prefectures
from jinzai.render.page.room import are_few
from jinzai.render.page.states import states_link

SCRIPTS: Final = (
    "assets/jinzai/compare-data.js",
    "assets/jinzai/compare-table.js",
    "assets/jinzai/xlsx.js",
    "assets/jinzai/compare.js",
)
_MACROS: Final = "compare/compared_roles.html"
MOST_ROLES: Final = 4
"""The largest number of roles that a reader can choose."""


class ClassLine(NamedTuple):
    """A comparison that needs no choosing: a class with the roles in it."""

    link: Link
    roles: tuple[tuple[str, str], ...]


class DetailView(NamedTuple):
    """The choosing page. `data` is the script's input, as JSON.

    `prefectures` lead to the lists of plans if these are too many for one page; else it is empty.
    """

    data: str
    scripts: tuple[str, ...]
    classes: tuple[ClassLine, ...]
    prefectures: tuple[tuple[Link, int], ...]
    explained: Link | None


class ClassDetailView(NamedTuple):
    """A page of a class. `without` are the plans without a role in it.

    `awaiting` are those plans that have roles that nobody has mapped. They are not in `without`.
    `sheets` are all pages of the class if it has several; else it is empty. `concerned` is what
    plans say of the people of the class besides their roles.
    """

    definition: Markup
    entry: Link
    table: RoleTable | None
    sheets: tuple[Link, ...]
    without: tuple[Link, ...]
    awaiting: tuple[Link, ...]
    concerned: tuple[tuple[Link, tuple[Concerned, ...]], ...]
    choose: Link
    explained: Link | None
    previous: Link | None
    next: Link | None


def pages(site: SiteContext) -> Iterator[Draft]:
    """The choosing page, then the classes in declared order."""
    yield _choosing(site)
    if are_few(len(site.compared.plans)):
        place = site.place(comparisons.DETAIL.address)
        rows = row_sections(place, site.compared.area_frameworks)
        known = _Known(site, place, rows)
        for number, entry in enumerate(site.compared.classes):
            yield from _class(site, entry, number, rows, known)


def _script_data(site: SiteContext, place: PagePlace) -> dict[str, Any]:
    """The input of the scripts: where the plans' files are, and which plans there are.

    If one page cannot hold all plans, the input lists prefectures instead of plans.
    """
    plans = site.compared.plans
    data: dict[str, Any] = {
        "files": place.href(PLAN_FILES),
        "prefectureFiles": place.href(PREFECTURE_FILES),
    }
    if are_few(len(plans)):
        data["plans"] = [[plan.id, plan.summary.name] for plan in plans.values()]
    else:
        found = prefectures(plan.summary for plan in plans.values())
        data["prefectures"] = [[one.code, one.name] for one in found]
    return data


def _choosing(site: SiteContext) -> Draft:
    place = site.place(comparisons.DETAIL.address)
    compared = site.compared
    data = {
        **_script_data(site, place),
        "most": MOST_ROLES,
        "words": WORDS._asdict(),
        "parts": [
            [part.id, part.title, part.note, [list(row) for row in part.rows]]
            for part in row_sections(place, compared.area_frameworks)
        ],
    }
    lines = (
        tuple(
            ClassLine(
                place.to(class_address(entry), _entry(site, entry)[1].name),
                tuple((one.plan.summary.name, one.role.role.name) for one in _roles(site, entry)),
            )
            for entry in compared.classes
        )
        if are_few(len(compared.plans))
        else ()
    )
    return Draft.of_comparison(
        place,
        comparisons.DETAIL,
        description="2つから4つの役割、または役割のレベルを、求めるスキル、研修と時間、"
        "人数などについて並べて比べる。",
        view=DetailView(
            json.dumps(data, ensure_ascii=False, separators=(",", ":")),
            tuple(map(place.href, SCRIPTS)),
            lines,
            prefecture_links(site, place),
            states_link(site, place),
        ),
        sections=(
            Section(
                "classes", "区分ごとの、すぐ読める比較" if lines else "計画の役割を1つずつ読む"
            ),
        ),
    )


def _class(
    site: SiteContext, key: str, number: int, rows: Sequence[RowSection], known: "_Known"
) -> Iterator[Draft]:
    found = _roles(site, key)
    having = {one.plan.id for one in found}
    sheets = sheets_of([known.compared(plan, role) for plan, role, _ in found], known.printed)
    if len(sheets) > 1:
        nearest = [known.compared(plan, role) for plan, role, _ in nearest_first(found)]
        sheets = sheets_of(nearest, known.printed)
    links = _sheet_links(site, key, len(sheets))
    for sheet, shown in enumerate(sheets, 1):
        yield _sheet(site, key, number, rows, shown, having, sheet, links)


def _lacking(
    site: SiteContext, place: PagePlace, having: Container[str]
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The plans without a role in a class, and apart those with roles that nobody has mapped."""
    lacking = [plan.summary for plan in site.compared.plans.values() if plan.id not in having]
    without, awaiting = (
        tuple(place.link("plan", one.id) for one in lacking if bool(one.awaiting("role")) is waits)
        for waits in (False, True)
    )
    return without, awaiting


def _sheet_links(site: SiteContext, key: str, sheets: int) -> tuple[Link, ...]:
    """The links to all sheets of a class, which are the same on each; empty for a single sheet."""
    place = site.place(class_address(key))
    return tuple(
        place.to(class_address(key, sheet), f"{sheet}枚目")
        for sheet in range(1, sheets + 1 if sheets > 1 else 1)
    )


def _sheet(
    site: SiteContext,
    key: str,
    number: int,
    rows: Sequence[RowSection],
    roles: Sequence[ComparedRole],
    having: Container[str],
    sheet: int,
    sheets: tuple[Link, ...],
) -> Draft:
    _, entry = _entry(site, key)
    place = site.place(class_address(key, sheet))
    classes = site.compared.classes
    draft = Draft.below(
        place,
        areas.COMPARE,
        title=f"{entry.name}に対応する役割を比べる" + (f"（{sheet}）" if sheet > 1 else ""),
        description=f"「{entry.name}」に対応する各計画の役割を、領域ごとのスキル、研修と時間、"
        f"人数などについて並べた表。{plain_text(entry.definition)}",
        template="compare/class.html",
        view=ClassDetailView(
            place.inline(entry.definition),
            place.to(entry_address(key), f"共通枠組みの「{entry.name}」"),
            role_table(roles, rows) if roles else None,
            sheets,
            *_lacking(site, place, having),
            tuple(
                (place.link("plan", plan.id), found)
                for plan in site.compared.plans.values()
                if (found := concerned(place, plan.summary, key))
            ),
            place.to(
                detail_address(*(role.key for role in roles[:2])),
                "初めの2つを選んだところから、ほかの役割も選んで比べる",
            ),
            states_link(site, place),
            _turn(site, place, classes[number - 1]) if number else None,
            _turn(site, place, classes[number + 1]) if number + 1 < len(classes) else None,
        ),
        sections=(Section("table", "並べて比べる"),),
    )
    above = place.to(comparisons.ROLES.address, comparisons.ROLES.title)
    return draft._replace(area=comparisons.DETAIL.area, crumbs=(*draft.crumbs, above))


class _Known:
    """The compared roles that were made and printed so far: a role may be in several classes."""

    def __init__(self, site: SiteContext, place: PagePlace, rows: Sequence[RowSection]) -> None:
        self._head, self._cell = (site.templates.macro(_MACROS, name) for name in ("head", "cell"))
        self._place = place
        self._rows = tuple(row for part in rows for row in part.rows)
        self._printed: dict[str, tuple[str, ...]] = {}
        self._plans: dict[str, ComparedRoles] = {}
        self._roles: dict[tuple[str, str], ComparedRole] = {}

    def compared(self, plan: PlanProfile, role: RoleProfile) -> ComparedRole:
        key = (plan.id, role.id)
        if key not in self._roles:
            if plan.id not in self._plans:
                self._plans[plan.id] = ComparedRoles(self._place, plan)
            self._roles[key] = self._plans[plan.id].of_role(role)
        return self._roles[key]

    def printed(self, role: ComparedRole) -> tuple[str, ...]:
        """The column of a role in the table of a class. Equal cells, as empty ones, print alike."""
        if role.key not in self._printed:
            longest = f"{role.plan} {role.name}"
            cells = [role_cell(row, role) for row in self._rows]
            printed = {cell: self._cell(cell, longest, WORDS) for cell in set(cells)}
            self._printed[role.key] = (self._head(role), *(printed[cell] for cell in cells))
        return self._printed[role.key]


def _roles(site: SiteContext, key: str) -> list[ClassRole]:
    return [
        ClassRole(plan, role, link)
        for plan in site.compared.plans.values()
        for role, link in plan.roles_in(key)
    ]


def _entry(site: SiteContext, key: str) -> tuple[Framework, FrameworkEntry]:
    return site.commons.entries[key]


def _turn(site: SiteContext, place: PagePlace, key: str) -> Link:
    return place.to(class_address(key), _entry(site, key)[1].name)
