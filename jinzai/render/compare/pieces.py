"""A file for each plan with its cells of the tables that put plans side by side.

If one page cannot hold all plans, readers choose some, and the script takes their cells from these
files. The cells are the same HTML as on a page with few plans: the same views and macros make them.
Each piece is a `<template data-slot="…">` with the name of its slot in the page
(templates/compare/cells.html).
"""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.compare.profile import PlanProfile
from jinzai.compare.targets import Years, axis, years
from jinzai.publish.page import SiteFile
from jinzai.render.compare import learning, skills
from jinzai.render.compare import roles as compare_roles
from jinzai.render.compare.coverage_cells import all_mapped_by_editors, all_sorted_by_editors
from jinzai.render.compare.plan_choice import PlanLink, plan_link
from jinzai.render.compare.reaches import PlanCell
from jinzai.render.compare.roles import ClassCell, UnmappedRoles
from jinzai.render.compare.skills import AreaCell, LeftOut, PlanRoles
from jinzai.render.compare.targets import TargetPieces, TargetPieceWriter
from jinzai.render.compare.tracks import PlanTracksView
from jinzai.render.page.data_script import CELL_FILES, data_script
from jinzai.render.page.place import PageBasics, PagePlace

_TEMPLATE = "compare/cells.html"


class PlanPieces(NamedTuple):
    """The cells of one plan on all comparing pages. Cells of classes and areas have their keys.

    `areas` is empty for a plan without evidence in any area; it has no column. `marks_roles`
    is true if inferred mappings of roles are marked one by one, `marks_skills` the same of skills.
    """

    plan: PlanLink
    roles: tuple[tuple[str, ClassCell], ...]
    unmapped: UnmappedRoles | None
    areas: tuple[tuple[str, AreaCell], ...]
    roles_by_areas: PlanRoles | None
    left_out: LeftOut | None
    own: PlanLink
    reaches: tuple[tuple[str, PlanCell], ...]
    tracks: tuple[tuple[str, PlanTracksView], ...]
    targets: TargetPieces
    marks_roles: bool
    marks_skills: bool


class PieceBasis(NamedTuple):
    """All that the pieces of a plan need to know of all plans.

    `years` are those of the time axis. `marks_roles` and `marks_skills` are as in `PlanPieces`.
    """

    years: tuple[int, ...]
    marks_roles: bool
    marks_skills: bool


class PlanBasis(NamedTuple):
    """What one plan adds to the `PieceBasis`.

    `years` are its own. `sorted` says whether an editor worked out the classes of all its roles.
    `mapped` says whether an editor worked out the areas of all its skills. They are None for a plan
    without classes or areas.
    """

    years: Years
    sorted: bool | None
    mapped: bool | None


def plan_basis(plan: PlanProfile) -> PlanBasis:
    """What one plan adds to what the pieces of all plans have in common."""
    has_classes = any(role.role.classes for role in plan.roles.values())
    has_areas = any(plan.areas.values())
    return PlanBasis(
        years(plan),
        all_sorted_by_editors([plan]) if has_classes else None,
        all_mapped_by_editors([plan]) if has_areas else None,
    )


def piece_basis(plans: Iterable[PlanBasis]) -> PieceBasis:
    """What the pieces of all plans have in common."""
    every = tuple(plans)
    return PieceBasis(
        axis(one.years for one in every).years,
        not _all_so(one.sorted for one in every),
        not _all_so(one.mapped for one in every),
    )


def _all_so(found: Iterable[bool | None]) -> bool:
    """Whether it holds for all that have any, and some have any."""
    known = [one for one in found if one is not None]
    return bool(known) and all(known)


def cell_file(site: PageBasics, place: PagePlace, plan: PlanProfile, basis: PieceBasis) -> SiteFile:
    """The file of one plan, made from this plan and `basis` alone.

    `place` is the place of a comparing page above the plans.
    """
    html = site.templates.render(_TEMPLATE, view=_pieces(site, place, plan, basis))
    value = {"name": plan.summary.name, "html": html}
    return data_script(CELL_FILES, "jinzaiCells", plan.id, value)


def _pieces(site: PageBasics, place: PagePlace, plan: PlanProfile, basis: PieceBasis) -> PlanPieces:
    classes, areas = site.classes, site.areas
    cells = skills.area_cells(place, plan, areas) if plan.has_evidence else ()
    return PlanPieces(
        plan_link(place, plan),
        tuple(
            (key, compare_roles.class_cell(place, plan, key, marked=basis.marks_roles))
            for key in classes
        ),
        compare_roles.unmapped(place, plan),
        tuple(zip(areas, cells, strict=bool(cells))),
        skills.roles_by_areas(place, plan, areas) if cells else None,
        skills.left_out(place, plan),
        skills.own_page(place, plan),
        learning.reach_cells(plan, classes),
        learning.details(place, plan, classes),
        TargetPieceWriter(place, classes, basis.years).of(plan),
        basis.marks_roles,
        basis.marks_skills,
    )
