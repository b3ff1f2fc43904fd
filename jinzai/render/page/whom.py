"""For whom a thing is: a role or one of its levels, and the departments where it is not for all.

Owns how an audience is put together for a page. templates/page/whom.html prints it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext


class Whom(NamedTuple):
    """One role for which a thing is.

    `role` leads to the role or to its level. `departments` is empty for all departments. `inferred`
    says that an editor worked it out.
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
    """For whom a thing is, seen from a page that is not the page of the role."""
    names = context.department_names(departments)
    return Whom(place.role(role_id, level_id), names, inferred)


def within_role(
    context: PlanContext, role_id: str, level_id: str | None, departments: Iterable[str]
) -> str:
    """The same on the role's own page: `レベル1・各部局`. It is empty for the whole role."""
    parts = (context.level_name(role_id, level_id), context.department_names(departments))
    return "・".join(part for part in parts if part)
