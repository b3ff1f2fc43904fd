"""The numbers of one compared role, by the key of their row.

A fact that the plan does not state has no number here. Undefined skills and unpublished hours never
count as 0.
"""

from decimal import Decimal

from jinzai.compare.asked import Ask, AskOrigin
from jinzai.compare.learning import Track, reach
from jinzai.model.audience import Headcount
from jinzai.model.matrix import Requirement


def skill_numbers(asks: tuple[Ask, ...]) -> dict[str, int | Decimal]:
    """How many skills the role asks for; empty if the plan leaves its skills undefined."""
    if not asks:
        return {}
    return {
        "skills": len(asks),
        "conditional": sum(ask.requirement is Requirement.CONDITIONAL for ask in asks),
        "own": sum(ask.origin is AskOrigin.OWN for ask in asks),
        "inherited": sum(ask.origin is AskOrigin.INHERITED for ask in asks),
        "part": sum(ask.origin is AskOrigin.PART for ask in asks),
    }


def training_numbers(tracks: tuple[Track, ...]) -> dict[str, int | Decimal]:
    """The bounds over the tracks. An amount that is not published is left out.

    Where several tables of the plan state the training, the hours, the days and the courses without
    hours are those of the first table: tables are alternatives, and have no bounds together.
    """
    found = reach(track.load for track in tracks if track.table == tracks[0].table)
    if found is None:
        return {}
    numbers: dict[str, int | Decimal] = {}
    for key, span in (("hours", found.hours), ("days", found.days)):
        if span is not None and (span.most or key == "hours"):
            numbers[f"{key}-least"], numbers[f"{key}-most"] = span.least, span.most
    numbers["unknown"] = found.unknown[1]
    numbers["course-count"] = len({one.id for track in tracks for one in track.taken})
    return numbers


def people(headcount: Headcount | None) -> dict[str, int | Decimal]:
    """The headcount of a role or a level; empty if it is not a number."""
    count = headcount.value if headcount is not None else None
    return {"people": count} if isinstance(count, int) else {}
