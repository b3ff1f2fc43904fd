"""What a step asks besides skills: what people do at the goal, and what they finish first.

Duties that the plan states for the parts of a role, or for the role above it, are not absent from
the role. What is finished first may differ by departments and by tables.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.compare.learning import Track
from jinzai.model.role import Level, Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.plan.strip_words import without_areas

MOST_PARTS: Final = 12
"""The largest number of parts of a role whose duties a page shows."""


class Ability(NamedTuple):
    """What people can do or have to do at the goal of a step.

    `of` is the part, or the role above, for which the plan states it. It is None for the goal
    itself.
    """

    of: Link | None
    texts: tuple[Markup, ...]


class FirstFinished(NamedTuple):
    """Curricula that are to be finished before a step.

    `whose` names the departments and tables for which this is stated, if others state something
    else.
    """

    curricula: tuple[Link, ...]
    whose: str


def abilities(
    context: PlanContext, place: PagePlace, goal: Role, level: Level | None
) -> tuple[Ability, ...]:
    """What people can do at a level, or have to do in a role.

    If the plan states it for neither, it is that of the parts, or of the role above.
    """
    if level is not None and level.definition:
        return (Ability(None, (without_areas(place.inline(level.definition)),)),)
    if goal.duties:
        return (Ability(None, _duties(place, goal)),)
    above = context.facts.with_duties.above(goal)
    parts = context.facts.parts_with_duties.get(goal.id, ())
    return tuple(
        Ability(place.link("role", one.id), _duties(place, one))
        for one in parts[:MOST_PARTS] or (() if above is None else (above,))
    )


def _duties(place: PagePlace, role: Role) -> tuple[Markup, ...]:
    texts = role.duties or tuple(one.definition for one in role.levels if one.definition)
    return tuple(map(without_areas, place.items(texts)))


def first_finished(
    context: PlanContext, place: PagePlace, tracks: Sequence[Track]
) -> tuple[FirstFinished, ...]:
    """What the people of each track finish first. Tracks that ask for the same are one."""
    asked: dict[tuple[str, ...], list[Track]] = {}
    for track in tracks:
        before = (id for one in track.curricula for id in context.plan.curricula[one].after)
        own = frozenset(track.curricula)
        ids = tuple(dict.fromkeys(id for id in before if id not in own))
        if ids:
            asked.setdefault(ids, []).append(track)
    return tuple(
        FirstFinished(
            tuple(place.link("curriculum", id) for id in ids),
            "" if len(asking) == len(tracks) else "・".join(_whose(context, asking, tracks)),
        )
        for ids, asking in asked.items()
    )


def _whose(context: PlanContext, asking: Sequence[Track], every: Sequence[Track]) -> Iterator[str]:
    """The departments and the tables of some tracks, as far as these tell them from the others."""
    if len({track.department for track in every}) > 1:
        ids = dict.fromkeys(track.department for track in asking)
        yield from (context.facts.departments[id] for id in ids if id is not None)
    if len({track.table for track in every}) > 1:
        tables = dict.fromkeys(track.table for track in asking)
        yield from (context.facts.tables[id] for id in tables if id is not None)
