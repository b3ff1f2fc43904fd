"""The index of a plan's courses, and the differences between the plan's tables about them."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.link.catalogue import LinkedPlan
from jinzai.model import kinds
from jinzai.model.course import Format
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.facets import (
    SCRIPT,
    Facet,
    Tokens,
    facet,
    facets_json,
    ranks,
    tokens,
)
from jinzai.render.page.index_columns import is_sparse
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, all_inferred, is_inferred
from jinzai.render.page.whom import Whom
from jinzai.render.plan.course_facts import (
    BANDS,
    CourseIndexWay,
    amount_for_sums,
    audience_links,
    bands,
    departments_by_role,
    formats,
    index_ways,
    length,
)
from jinzai.render.plan.disagreement import DisagreementView, comparisons
from jinzai.render.words import gojuon
from jinzai.render.words.wording import word

SECTIONS: Final = (
    Section("courses", "研修の一覧"),
    Section("disagreements", "表による違い"),
)


class CourseLine(NamedTuple):
    """A course of the index, its rank in each order of the index, and its facets.

    Each skill has a flag: whether an editor inferred that the course teaches it. A rank of None
    means that the course has no such sort key. `amount` is what the course adds to a sum, or None.
    """

    course: Link
    ways: tuple[CourseIndexWay, ...]
    provider: str
    roles: tuple[Whom, ...]
    skills: tuple[tuple[Link, bool], ...]
    differs: bool
    by_name: int
    by_length: int | None
    by_role: int | None
    amount: str | None
    facets: Tokens


class CourseIndexView(NamedTuple):
    """The content of the index.

    If few courses have a provider, `provided` has these courses, each with its provider, and a
    sentence stands in the place of the column. If no course has one, both are left out.
    `all_inferred` says whether an editor worked out all skills of all courses. The sums of the list
    are those of one table, `summed`. It is empty if the plan has no tables.
    """

    courses: tuple[CourseLine, ...]
    all_inferred: bool
    has_providers: bool
    provided: tuple[tuple[Link, str], ...]
    facets: str
    summed: str
    script: str
    comparisons: tuple[DisagreementView, ...]
    tables: int
    csv: Link
    note: Markup


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one index of the plan's courses."""
    address = context.address(kinds.COURSES.page)
    yield Draft.of_file(
        context,
        context.place(address),
        kinds.COURSES,
        description="の研修の一覧。形式、時間、対象、身に付くスキル。",
        view=view(context, context.place(address)),
        sections=SECTIONS,
    )


def view(context: PlanContext, place: PagePlace) -> CourseIndexView:
    """The content of the index."""
    content = context.plan.content
    lines = _lines(context, place)
    return CourseIndexView(
        courses=lines,
        all_inferred=all_inferred(link for line in lines for link in line.skills),
        has_providers=not is_sparse(line.provider for line in lines),
        provided=tuple((line.course, line.provider) for line in lines if line.provider),
        facets=facets_json(_facets(context, [line.facets for line in lines])),
        summed=content.plan.tables[0].name if content.plan.tables else "",
        script=place.href(SCRIPT),
        comparisons=comparisons(context, place),
        tables=len(content.plan.tables),
        csv=place.to(context.address("data/courses.csv"), "courses.csv"),
        note=place.prose(content.courses_file.note if content.courses_file else None),
    )


def _facets(context: PlanContext, rows: list[Tokens]) -> tuple[Facet, ...]:
    plan = context.plan
    return (
        facet("format", "形式", {form.value: word(form) for form in Format}, rows),
        facet("hours", "時間", BANDS, rows),
        facet("role", "対象の役割", {role.id: role.name for role in plan.roles.values()}, rows),
        facet("department", "部局", {d.id: d.name for d in plan.plan.departments}, rows),
    )


def _lines(context: PlanContext, place: PagePlace) -> tuple[CourseLine, ...]:
    plan = context.plan
    courses = plan.content.courses
    names = ranks({course.id: gojuon.key(course.kana or course.name) for course in courses})
    linked = plan.linked_courses
    lengths = ranks({id: found for id, c in linked.items() if (found := length(c)) is not None})
    order = {role: place for place, role in enumerate(plan.roles)}
    summed = plan.plan.tables[0].id if plan.plan.tables else None
    differing = {found.course_id for found in plan.disagreements}
    lines = []
    for course in courses:
        takers = departments_by_role(context, course)
        lines.append(
            CourseLine(
                course=place.link("course", course.id),
                ways=index_ways(place, linked[course.id]),
                provider=course.provider or "",
                roles=audience_links(context, place, course, takers),
                skills=tuple(
                    (place.link("skill", taught.skill), is_inferred(taught.basis))
                    for taught in course.teaches
                ),
                differs=course.id in differing,
                by_name=names[course.id],
                by_length=lengths.get(course.id),
                by_role=min((order[role] for role in takers), default=None),
                amount=amount_for_sums(linked[course.id], summed),
                facets=(
                    ("format", tokens(formats(course))),
                    ("hours", tokens(bands(linked[course.id]))),
                    ("role", tokens(takers)),
                    ("department", tokens(_departments(plan, takers.values()))),
                ),
            )
        )
    return tuple(lines)


def _departments(plan: LinkedPlan, found: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The ids of the departments that take a course. A role without departments counts for all."""
    for departments in found:
        yield from departments or (department.id for department in plan.plan.departments)
