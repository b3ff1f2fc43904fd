"""The list of all page makers, in the order of the navigation."""

from collections.abc import Callable, Iterator
from typing import Final

from jinzai.render.compare import detail, index, learning, plan_compare, roles, skills
from jinzai.render.compare import targets as compare_targets
from jinzai.render.frameworks import entries
from jinzai.render.frameworks import index as frameworks
from jinzai.render.guide import guide, rules
from jinzai.render.page.draft import Draft
from jinzai.render.page.place import PlanContext, SiteContext
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

PlanPages = Callable[[PlanContext], Iterator[Draft]]
SitePages = Callable[[SiteContext], Iterator[Draft]]

PLAN_PAGES: Final[tuple[PlanPages, ...]] = (
    overview.pages,
    role_index.pages,
    role.pages,
    next_step.pages,
    skill_index.pages,
    skill.pages,
    matrix.pages,
    course_index.pages,
    course.pages,
    curriculum_index.pages,
    curriculum.pages,
    schedule.pages,
    targets.pages,
    practice.pages,
    organisation.pages,
    glossary.pages,
    chapters.pages,
    plan_compare.pages,
    check_report.pages,
    data.plan_pages,
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
