"""The practices by which the people of a role learn at work, on the role's page.

These are the role's own practices, those for all staff, and those of the role above and of the
parts. This module owns whose they are; the page of practices says everything of each.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.model.base import Basis
from jinzai.model.curriculum import ForWhom
from jinzai.model.practice import Practice
from jinzai.model.role import Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.page.whom import within_role
from jinzai.render.plan.strip_words import first_sentence
from jinzai.render.words.wording import word

ALL_STAFF: Final = "すべての職員が対象"
MOST_STEPS: Final = 12
"""The largest number of steps of a practice. A practice for many roles would repeat all of them."""
MOST_OTHERS: Final = 12
"""The largest number of practices that do not name the role."""
MOST_LETTERS: Final = 400
"""The longest first sentence of such a practice.

Every role's page repeats it, so a longer one stands only with the practice itself.
"""


class RolePracticeView(NamedTuple):
    """A practice for the role.

    `whom` are the levels and departments of the role that it is for, each with whether this is
    inferred. `more` is how many further steps its own page has. `inferred` is true if it is
    inferred that the practice is for the whole role.
    """

    practice: Link
    kind: str
    whom: tuple[tuple[str, bool], ...]
    experience: str
    description: Markup
    steps: tuple[Markup, ...]
    more: int
    inferred: bool


class OtherPractice(NamedTuple):
    """A practice that does not name the role, and in words for whom it is.

    `first` is the first sentence of its description, or `""` if it is too long.
    """

    practice: Link
    whose: str
    first: Markup


def practices(context: PlanContext, place: PagePlace, role: Role) -> tuple[RolePracticeView, ...]:
    """The practices for the role or for one of its levels."""
    return tuple(
        _own(context, place, role, one) for one in context.plan.practices_by_role.get(role.id, ())
    )


def _own(
    context: PlanContext, place: PagePlace, role: Role, practice: Practice
) -> RolePracticeView:
    whom = {
        within_role(context, role.id, one.level, one.departments): one.basis is Basis.INFERRED
        for one in context.facts.practice_audiences.get((practice.id, role.id), ())
    }
    return RolePracticeView(
        practice=place.link("practice", practice.id),
        kind=word(practice.kind),
        whom=(
            *(((ALL_STAFF, False),) if practice.meant_for is ForWhom.ALL_STAFF else ()),
            *((text, guessed) for text, guessed in whom.items() if text),
        ),
        experience=practice.experience or "",
        description=place.inline(practice.description),
        steps=tuple(place.inline(step.text) for step in practice.steps[:MOST_STEPS]),
        more=max(0, len(practice.steps) - MOST_STEPS),
        inferred=whom.get("", False),
    )


def other_practices(
    context: PlanContext, place: PagePlace, role: Role
) -> tuple[OtherPractice, ...]:
    """The first practices that reach the people of the role without naming it, each once."""
    own = {one.id for one in context.plan.practices_by_role.get(role.id, ())}
    found: dict[str, tuple[Practice, str]] = {}
    for practice, whose in _others(context, role):
        if practice.id not in own and practice.id not in found:
            found[practice.id] = practice, whose
            if len(found) == MOST_OTHERS:
                break
    return tuple(
        OtherPractice(
            place.link("practice", practice.id),
            whose,
            _first(place, practice),
        )
        for practice, whose in found.values()
    )


def _first(place: PagePlace, practice: Practice) -> Markup:
    first, _ = first_sentence(practice.description or "")
    return place.inline(first) if len(first) <= MOST_LETTERS else Markup()


def _others(context: PlanContext, role: Role) -> Iterator[tuple[Practice, str]]:
    plan = context.plan
    if not role.is_from_outside:
        for practice, departments in context.facts.practices_for_all:
            where = f"（{'、'.join(departments)}）" if departments else ""
            yield practice, f"{ALL_STAFF}{where}"
    if role.part_of is not None:
        for practice in plan.practices_by_role.get(role.part_of, ()):
            yield practice, f"上位の役割「{plan.roles[role.part_of].name}」が対象"
    for part in plan.parts_by_role.get(role.id, ()):
        for practice in plan.practices_by_role.get(part.id, ()):
            yield practice, f"内訳の役割「{part.name}」が対象"
