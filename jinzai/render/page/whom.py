"""The audience of a thing: a role or one of its levels, and departments.

This module owns how a page shows an audience. templates/page/whom.html prints it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext


class Whom(NamedTuple):
    """One role that a thing is for.

    `role` links to the role or to its level. `departments` is empty for all departments. `inferred`
    is true if an editor worked it out.
    """

    role: Link
    departments: str
    inferred: bool


def whom(
    context: PlanContext,
    place: PagePlace,
    role_id: str,
    level_id: str | None,
    departments: Iterable[str],
    *,
    inferred: bool,
) -> Whom:
    """The audience of a thing for any page except the role's own."""
    names = context.department_names(departments)
    return Whom(place.role(role_id, level_id), names, inferred)


def within_role(
    context: PlanContext, role_id: str, level_id: str | None, departments: Iterable[str]
) -> str:
    """The audience in words for the role's own page: `レベル1・各部局`; `""` for the whole role."""
    parts = (context.level_name(role_id, level_id), context.department_names(departments))
    return "・".join(part for part in parts if part)
