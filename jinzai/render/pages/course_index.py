"""The index of a plan's courses, and where the plan's tables differ on them."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.model.course import Course
from jinzai.render.disagreement import Comparison, comparisons
from jinzai.render.draft import Draft, Section
from jinzai.render.links import Link
from jinzai.render.path import forms
from jinzai.render.place import Place, PlanContext

SECTIONS: Final = (
    Section("courses", "研修の一覧"),
    Section("disagreements", "表による違い"),
)


class CourseLine(NamedTuple):
    """A course of the index. `roles` are those of its curricula, then those it names itself."""

    course: Link
    forms: str
    provider: str
    roles: tuple[Link, ...]
    skills: tuple[Link, ...]
    differs: bool


class CourseIndexView(NamedTuple):
    """What the index says. `any_provider` keeps an empty column out."""

    courses: tuple[CourseLine, ...]
    any_provider: bool
    comparisons: tuple[Comparison, ...]
    tables: int
    csv: Link
    note: Markup


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one index of the plan's courses."""
    address = context.address("courses/index.html")
    yield Draft(
        address=address,
        title="研修",
        kicker=context.plan.plan.title,
        description=f"{context.plan.plan.title}の研修の一覧。形式、時間、対象、身に付くスキル。",
        template="course_index.html",
        view=view(context, context.place(address)),
        area="courses",
        sections=SECTIONS,
        file="courses.yaml",
    )


def view(context: PlanContext, place: Place) -> CourseIndexView:
    """What the index says."""
    content = context.plan.content
    differing = {found.course_id for found in context.plan.disagreements}
    return CourseIndexView(
        courses=tuple(
            _line(context, place, course, course.id in differing) for course in content.courses
        ),
        any_provider=any(course.provider for course in content.courses),
        comparisons=comparisons(context, place),
        tables=len(content.plan.tables),
        csv=place.to(context.address("data/courses.csv"), "courses.csv"),
        note=place.prose(content.courses_file.note if content.courses_file else None),
    )


def _line(context: PlanContext, place: Place, course: Course, differs: bool) -> CourseLine:
    plan = context.plan
    roles = [
        plan.curricula[use.curriculum_id].role for use in plan.uses_by_course.get(course.id, ())
    ]
    roles += [audience.role for audience in course.audience]
    return CourseLine(
        course=place.link("course", course.id),
        forms=forms(course),
        provider=course.provider or "",
        roles=tuple(place.link("role", id) for id in dict.fromkeys(roles)),
        skills=tuple(place.link("skill", taught.skill) for taught in course.teaches),
        differs=differs,
    )
