"""Answers that are a number of things: how many there are, and the names of the first ones.

The strips of skills, courses and plans share them. Which things a question is about is the business
of each strip.
"""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from markupsafe import Markup

from jinzai.render.page.answers import Answer, counted
from jinzai.render.page.links import Link
from jinzai.render.page.place import PlanContext

MOST_NAMED: Final = 3
"""The largest number of names in a note. The page below names all."""

_T = TypeVar("_T")

Things = Sequence[tuple[Link, bool]]
"""Links, each with whether an editor worked out that it belongs there."""


def several(context: PlanContext, label: str, noun: str, things: Things) -> Answer | None:
    """How many things there are, and the names of the first ones; None without things."""
    if not things:
        return None
    return Answer(label, counted(len(things), "件", noun), first_names(context, things))


def first_names(context: PlanContext, things: Things) -> Markup:
    """The first names, and how many more there are; empty without things."""
    if not things:
        return Markup()
    return shortened(things, context.site.templates.macro("page/state.html", "guessed_links"))


def shortened(things: Sequence[_T], write: Callable[[Sequence[_T]], Markup]) -> Markup:
    """What `write` makes of the first things, and how many more there are."""
    more = len(things) - MOST_NAMED
    note = write(things[:MOST_NAMED])
    return Markup("{} ほか{}件").format(note, more) if more > 0 else note
