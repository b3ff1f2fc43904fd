"""The entities that a plan maps to no entry of a framework, with the reasons."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from jinzai.export.plain import plain_text
from jinzai.link.summary import PlanSummary
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace

_NO_REASON: Final = "対応付けも、対応付けない理由も、まだ書かれていない"


class Unmapped(NamedTuple):
    """A role or a skill that is mapped to no entry: why, or a remark that nobody says why."""

    link: Link
    reason: str


def unmapped_entities(place: PagePlace, plan: PlanSummary, kind: str) -> Iterator[Unmapped]:
    """The entities of a kind that a plan maps to no entry, in the plan's order."""
    return (
        # A reason may link within its own plan, which is out of reach here.
        Unmapped(
            place.other(plan.id, one.kind, one.id, one.name),
            plain_text(one.reason or _NO_REASON),
        )
        for one in plan.unmapped
        if one.kind == kind
    )
