"""The list of all page makers, in the order of the navigation, and what each kind may read."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from jinzai.render.compare import detail, index, learning, plan_compare, roles, skills
from jinzai.render.compare import targets as compare_targets
from jinzai.render.frameworks import entries
from jinzai.render.frameworks import index as frameworks
from jinzai.render.guide import guide, rules
from jinzai.render.page.draft import Draft
from jinzai.render.page.place import LookingContext, NeighbourContext, PlanContext, SiteContext
from jinzai.render.plan import (
    chapters,
    check_report,
    course,
    course_index,
    curriculum,
    curriculum_index,
    glossary,
    matrix,
    next_step,
    organisation,
    overview,
    practice,
    role,
    role_index,
    schedule,
    skill,
    skill_index,
    targets,
)
from jinzai.render.site import data, home, own_roles, plans, search

PlanPages = Callable[[LookingContext], Iterator[Draft]]
SitePages = Callable[[SiteContext], Iterator[Draft]]


class OwnPages(NamedTuple):
    """A maker of pages that show nothing of other plans, except the names of plans that are named.

    Its context holds nothing else, so mypy refuses a maker that reads more.
    """

    make: Callable[[PlanContext], Iterator[Draft]]


class NeighbourPages(NamedTuple):
    """A maker of pages that also show the plan's neighbours: few other plans, and no count of all.

    Its context holds nothing else of other plans (`jinzai.compare.neighbours`).
    """

    make: Callable[[NeighbourContext], Iterator[Draft]]


class LookingPages(NamedTuple):
    """A maker of pages that show how the plan stands among all others (`jinzai.compare.among`)."""

    make: Callable[[LookingContext], Iterator[Draft]]


PlanRow = OwnPages | NeighbourPages | LookingPages

PLAN_PAGES: Final[tuple[PlanRow, ...]] = (
    NeighbourPages(overview.pages),
    OwnPages(role_index.pages),
    NeighbourPages(role.pages),
    OwnPages(next_step.pages),
    OwnPages(skill_index.pages),
    NeighbourPages(skill.pages),
    OwnPages(matrix.pages),
    OwnPages(course_index.pages),
    OwnPages(course.pages),
    OwnPages(curriculum_index.pages),
    OwnPages(curriculum.pages),
    OwnPages(schedule.pages),
    OwnPages(targets.pages),
    OwnPages(practice.pages),
    OwnPages(organisation.pages),
    OwnPages(glossary.pages),
    OwnPages(chapters.pages),
    LookingPages(plan_compare.pages),
    OwnPages(check_report.pages),
    OwnPages(data.plan_pages),
)
"""The makers of the pages of one plan."""

SITE_PAGES: Final[tuple[SitePages, ...]] = (
    home.pages,
    own_roles.pages,
    plans.pages,
    frameworks.pages,
    entries.pages,
    index.pages,
    roles.pages,
    detail.pages,
    skills.pages,
    learning.pages,
    compare_targets.pages,
    data.pages,
    guide.pages,
    rules.pages,
    search.pages,
)
"""The makers of the pages above the plans."""

PROGRAM_PAGES: Final[frozenset[SitePages]] = frozenset([guide.pages, rules.pages])
"""Those of `SITE_PAGES` whose bodies are the same for any content: they explain the program."""
