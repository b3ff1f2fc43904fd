"""What a plan says of the people of a class outside the roles of the class.

A plan may have no role in a class and still say what such people do: of an office, in a practice or
by a measure. Content states it in the field `concerns`. Or a role comes near to the class, such as
one whose name says so; content states it in the field `near_classes`, with the reason why the role
is not mapped. Tables and lists of several wings show both, so they have a module of their own.
"""

from typing import NamedTuple

from jinzai.link.summary import PlanSummary
from jinzai.model.kinds import KIND_NAMES
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace


class Concerned(NamedTuple):
    """A thing of a plan that concerns the people of a class, and the name of its kind.

    `why` is the reason why a role is not mapped to the class; it is empty for all else.
    """

    link: Link
    kind: str
    why: str


def concerned(place: PagePlace, plan: PlanSummary, key: str) -> tuple[Concerned, ...]:
    """What a plan says of the people of the class `framework/entry`, besides its roles in it."""
    return tuple(
        Concerned(place.other(plan.id, one.kind, one.id, one.name), KIND_NAMES[one.kind], one.why)
        for one in plan.concerned.get(key, ())
    )
