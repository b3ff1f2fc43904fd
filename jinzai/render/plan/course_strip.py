"""The answers at the top of a course's page: who takes it, how, for which skills, in which order.

An answer stands there only if the plan states it. Each has its proof further down on the page.
"""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from jinzai.link.learning import StatedCourse
from jinzai.model import kinds
from jinzai.model.course import Course
from jinzai.render.page.answers import Answer, counted
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.page.ways import Ways, ways
from jinzai.render.page.whom import Whom
from jinzai.render.plan.course_facts import audience_links, departments_by_role
from jinzai.render.plan.strip_things import several, shortened
from jinzai.render.plan.strip_words import hours, lines, linked

WHO: Final = "だれが受ける"
HOW: Final = "形式と時間"
SKILLS: Final = "身に付くスキル"
BESIDE: Final = "前後の研修"


def answers(
    context: PlanContext,
    place: PagePlace,
    course: Course,
    before: Sequence[Link],
    after: Sequence[Link],
) -> tuple[Answer, ...]:
    """The answers for a course, at most four. `before` are its prerequisites, `after` follow it."""
    takers = audience_links(context, place, course, departments_by_role(context, course))
    skills = [(place.link("skill", one.skill), is_inferred(one.basis)) for one in course.teaches]
    found = (
        _who(context, takers),
        _how(context, place, course),
        several(context, SKILLS, kinds.SKILL.name, skills),
        _beside(before, after),
    )
    return tuple(one for one in found if one is not None)


def _who(context: PlanContext, takers: Sequence[Whom]) -> Answer | None:
    """The role that takes the course, or how many roles do; None if the plan names none."""
    if not takers:
        return None
    names = context.site.templates.macro("page/whom.html", "audience")
    if len(takers) == 1:
        return Answer(WHO, names(takers))
    return Answer(WHO, counted(len(takers), "件", kinds.ROLE.name), shortened(takers, names))


def _how(context: PlanContext, place: PagePlace, course: Course) -> Answer | None:
    """Format and time; what tables of the plan say differently stands table by table.

    None if no table states either.
    """
    by_table = context.plan.linked_courses[course.id].by_table
    by_ways: dict[Ways, list[str | None]] = {}
    for table, stated in by_table.items():
        by_ways.setdefault(ways(place, stated), []).append(table)
    if not any(_says_anything(said) for said in by_ways):
        return None
    write = context.site.templates.macro("page/ways.html", "ways")
    if len(by_ways) == 1:
        ((said, (table, *_)),) = by_ways.items()
        return _alike(context, by_table[table], said, write(said))
    return Answer(
        HOW,
        Markup("計画の表により違う"),
        lines(
            Markup("{}：{}").format(_tables(place, tables), write(said))
            for said, tables in by_ways.items()
        ),
    )


def _says_anything(said: Ways) -> bool:
    parts = [part for way in said for part in way.parts]
    return any(
        part.form or any(time.state in ("", "blank") for time in part.times) for part in parts
    )


def _alike(context: PlanContext, stated: StatedCourse, said: Ways, words: Markup) -> Answer:
    """The answer if no tables differ. `words` are those of `said`.

    The time stands alone if it is known. The note does not repeat the time of a single form.
    """
    load = stated.load
    if load.unknown or not load.given:
        return Answer(HOW, words)
    named = context.site.templates.macro("page/state.html", "named")
    forms = [(part.form, way.inferred) for way in said for part in way.parts]
    note = named(*forms[0]) if len(forms) == 1 and forms[0][0] else words
    return Answer(HOW, named(hours(load), load.inferred), note)


def _tables(place: PagePlace, tables: Sequence[str | None]) -> Markup:
    return linked(place.link("table", table) for table in tables if table) or Markup("表のほか")


def _beside(before: Sequence[Link], after: Sequence[Link]) -> Answer | None:
    """The courses before and after it; None without both."""
    told = [
        Markup("{}{}").format(word, linked(links))
        for word, links in (("先に ", before), ("この後に ", after))
        if links
    ]
    return Answer(BESIDE, told[0], lines(told[1:])) if told else None
