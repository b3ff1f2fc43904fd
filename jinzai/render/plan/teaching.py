"""What teaches a skill in its plan, as a role's pages show it beside the skill."""

from collections.abc import Container
from typing import Final, NamedTuple

from jinzai.model.base import Basis
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext

MOST: Final = 3
"""The largest number of courses beside a skill. The skill's own page has all."""


class Teaching(NamedTuple):
    """The courses that teach a skill, each with whether an editor worked that out.

    `curricula` are those that name the skill, if no course teaches it. `more` is how many courses
    are left out. If `courses` and `curricula` are empty, the skill is taught nowhere in the plan.
    """

    courses: tuple[tuple[Link, bool], ...] = ()
    curricula: tuple[tuple[Link, bool], ...] = ()
    more: int = 0

    @property
    def is_anywhere(self) -> bool:
        """Whether the plan has a course or a curriculum for the skill."""
        return bool(self.courses or self.curricula)


def teaching(
    context: PlanContext, place: PagePlace, skill_id: str, taken: Container[str]
) -> Teaching:
    """What teaches a skill. Of several courses those in `taken`, ids of courses, are shown."""
    plan, facts = context.plan, context.facts
    every = plan.courses_by_skill.get(skill_id, ())
    courses = [course for course in every if course.id in taken] or list(every)
    return Teaching(
        tuple(
            (
                place.link("course", course.id),
                facts.taught(course.id, skill_id)[0].basis is Basis.INFERRED,
            )
            for course in courses[:MOST]
        ),
        ()
        if every
        else tuple(
            (place.link("curriculum", curriculum.id), basis is Basis.INFERRED)
            for curriculum, basis in facts.covering.get(skill_id, ())
        ),
        max(0, len(courses) - MOST),
    )
