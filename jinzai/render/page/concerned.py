"""What a plan says of the people of a class outside its roles: offices, practices, measures.

A plan may have no role in a class and still say what such people do. Content states it in the
field `concerns`. Tables and lists of several wings show it, so it has a module of its own.
"""

from typing import NamedTuple

from jinzai.link.summary import PlanSummary
from jinzai.model.kinds import KIND_NAMES
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace


class Concerned(NamedTuple):
    """A thing of a plan that concerns the people of a class, and the name of its kind."""

    link: Link
    kind: str


def concerned(place: PagePlace, plan: PlanSummary, key: str) -> tuple[Concerned, ...]:
    """What a plan says of the people of the class `framework/entry`, besides its roles."""
    return tuple(
        Concerned(place.other(plan.id, one.kind, one.id, one.name), KIND_NAMES[one.kind])
        for one in plan.concerned.get(key, ())
    )
