"""The page of a step: from a level of a role to the next one, or from a role to the role after it.

It shows what is new, from the plan's own skills, courses, conditions and targets. What only other
tables or other departments have stands in panels of its own, and no sum crosses them.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.compare.learning import Track
from jinzai.model import kinds
from jinzai.model.curriculum import Curriculum
from jinzai.model.role import Level, Role
from jinzai.render.page.answers import Answer, counted
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.navigation import beside
from jinzai.render.page.place import PagePlace, PlanContext, source_text
from jinzai.render.plan.ladder import MOST_LOOSE, RungTraining, unlevelled
from jinzai.render.plan.next_needs import Ability, FirstFinished, abilities, first_finished
from jinzai.render.plan.next_skills import NewSkills, of_level, of_next_role
from jinzai.render.plan.role_life import TargetTable, targets
from jinzai.render.plan.role_strip import PEOPLE, people_answer
from jinzai.render.plan.route import Routes, routes
from jinzai.render.plan.step_links import NextStep, step_title, steps
from jinzai.render.plan.strip_targets import GOAL, targets_answer
from jinzai.render.plan.strip_training import part_notes, tracks_answer
from jinzai.render.plan.strip_words import figures, lines, linked
from jinzai.render.words.marks import LegendView

NEW: Final = "新しく身に付ける"
CONDITIONS: Final = "満たす条件"

SECTIONS: Final = (
    Section("abilities", "できること・担うこと"),
    Section("skills", "新しく身に付けるスキル"),
    Section("courses", "受ける研修"),
    Section("conditions", CONDITIONS),
    Section("targets", GOAL),
    Section("source", "出典"),
)


class Arrival(NamedTuple):
    """Where a step leads.

    `role` is the role there, `level` the level of it, if the step leads to one.
    """

    role: Role
    level: Level | None


class UnsortedSkills(NamedTuple):
    """The skills of a role, if the plan does not say which of them are new at which level."""

    role: Link
    number: int


class StepView(NamedTuple):
    """The content of a step's page.

    `goal` is what the step leads to. `unsorted` is None if `skills` has the
    new skills, and if the plan asks the role for none. `untaught` are the new skills for which the
    plan has no training. `unlevelled` are curricula that may belong to the step, since the plan
    does not say for which level they are. If they are too many, `more_unlevelled` leads to all of
    them. `people_alone` is true if the plan says how many people the goal has, but has no target
    for it. `outside_targets` are targets about people from outside the municipality: no step leads
    to them.
    """

    goal: Link
    answers: tuple[Answer, ...]
    abilities: tuple[Ability, ...]
    skills: tuple[NewSkills, ...]
    unsorted: UnsortedSkills | None
    untaught: tuple[Link, ...]
    legend: tuple[LegendView, ...]
    routes: tuple[Routes, ...]
    stated_for: Link | None
    unlevelled: tuple[RungTraining, ...]
    more_unlevelled: Link | None
    evidence: tuple[Markup, ...]
    before: tuple[FirstFinished, ...]
    targets: TargetTable
    people_alone: bool
    outside_targets: tuple[Link, ...]
    source: str


def pages(context: PlanContext) -> Iterator[Draft]:
    """A page for each step of each role of the plan."""
    roles = context.plan.content.roles
    ids = [role.id for role in roles]
    for role in roles:
        for step in steps(context.plan.id, role):
            place = context.place(step.address)
            title = step_title(context.plan, role, step)
            name = f"{context.plan.summary.name}の{role.name}"
            yield Draft(
                step.address,
                title,
                name if step.level is not None else f"{context.plan.summary.name}の役割",
                f"{context.plan.plan.title}の{role.name}：{title}。新しいスキル、研修、条件。",
                "plan/next_step.html",
                view(context, place, role, step),
                kinds.ROLES.area,
                SECTIONS,
                (
                    place.to(context.address(kinds.ROLES.page), kinds.ROLES.title),
                    place.link("role", role.id),
                ),
                beside(ids, partial(place.link, "role")),
                kinds.ROLES.file_name,
                context.line("role", role.id),
            )


def view(context: PlanContext, place: PagePlace, role: Role, step: NextStep) -> StepView:
    """The content of the page of a step of `role`."""
    arrival = _arrival(context, role, step)
    goal, level = arrival
    curricula = tuple(_curricula(context, arrival))
    tracks = _tracks(context, arrival)
    before = first_finished(context, place, tracks)
    if step.following is not None:
        skills = of_next_role(context, place, role, step.following)
    else:
        assert step.level is not None, "a step leads to a level or to a role"
        skills = of_level(context, place, role, role.levels[step.level])
    evidence = place.items(level.evidence) if level is not None else ()
    goals = targets(context, place, goal, None if level is None else level.id)
    is_outside = goal.is_from_outside and not role.is_from_outside
    aim = None if is_outside else _aim(context, place, arrival)
    return StepView(
        goal=place.role(goal.id, None if level is None else level.id),
        answers=tuple(_answers(context, place, arrival, skills, tracks, evidence, before, aim)),
        abilities=abilities(context, place, goal, level),
        skills=skills,
        unsorted=None if skills or level is None else _unsorted(context, place, goal),
        untaught=tuple(
            dict.fromkeys(
                one.skill
                for found in skills
                for one in found.skills
                if not one.teaching.is_anywhere
            )
        ),
        legend=context.facts.legend_of(goal.id),
        routes=routes(context, place, curricula),
        stated_for=place.link("role", curricula[0].role)
        if curricula and curricula[0].role != goal.id
        else None,
        unlevelled=unlevelled(context, place, goal, MOST_LOOSE) if level is not None else (),
        more_unlevelled=_more_unlevelled(context, place, arrival),
        evidence=evidence,
        before=before,
        targets=TargetTable(goals.times, () if is_outside else goals.rows),
        people_alone=aim is not None and aim.label == PEOPLE,
        outside_targets=tuple(row.target for row in goals.rows) if is_outside else (),
        source=source_text(level.source if level is not None else goal.source),
    )


def _arrival(context: PlanContext, role: Role, step: NextStep) -> Arrival:
    if step.level is not None:
        return Arrival(role, role.levels[step.level])
    assert step.following is not None, "a step leads to a level or to a role"
    goal = context.plan.roles[step.following.role]
    at_goal = (goal.id, step.following.level)
    return Arrival(goal, context.facts.at_levels.levels.get(at_goal))


def _curricula(context: PlanContext, arrival: Arrival) -> Iterator[Curriculum]:
    """The curricula of where the step leads, or of the parent role for it."""
    goal, level = arrival
    if level is not None:
        yield from context.facts.at_levels.curricula.get((goal.id, level.id), ())
        return
    found = context.plan.curricula_by_role.get(goal.id, ())
    whole = context.facts.trained.for_part(goal)
    yield from found if whole is None else context.plan.curricula_by_role[whole.id]


def _tracks(context: PlanContext, arrival: Arrival) -> Sequence[Track]:
    training = context.facts.training
    goal, level = arrival
    if level is not None:
        return training.of_levels(goal.id).get(level.id, ())
    return training.of_role(goal.id) or training.of_part(goal)


def _unsorted(context: PlanContext, place: PagePlace, role: Role) -> UnsortedSkills | None:
    number = context.facts.skill_counts.get(role.id, 0)
    address = context.address(f"roles/{role.id}.html#skills")
    return UnsortedSkills(place.to(address, role.name), number) if number else None


def _more_unlevelled(context: PlanContext, place: PagePlace, arrival: Arrival) -> Link | None:
    """How many curricula of no known level the page leaves out, as a link to all of them."""
    goal, level = arrival
    every = context.facts.at_levels.curricula.get((goal.id, None), ())
    more = len(every) - MOST_LOOSE
    if level is None or more <= 0:
        return None
    return place.to(context.address(f"roles/{goal.id}.html#courses"), f"{more}件")


def _aim(context: PlanContext, place: PagePlace, arrival: Arrival) -> Answer | None:
    """How many people are to be there, or how many the plan says that the role has."""
    goal, level = arrival
    found = targets_answer(context, place, goal, None if level is None else level.id)
    return found or (people_answer(context, place, goal) if level is None else None)


def _answers(
    context: PlanContext,
    place: PagePlace,
    arrival: Arrival,
    skills: tuple[NewSkills, ...],
    tracks: Sequence[Track],
    evidence: tuple[Markup, ...],
    before: tuple[FirstFinished, ...],
    aim: Answer | None,
) -> Iterator[Answer]:
    if skills:
        yield _skills_answer(skills)
    if tracks:
        loose = context.facts.loose_courses(arrival.role) if arrival.level is not None else 0
        more = (Markup(f"ほかにレベルの分からない研修{loose}件"),) if loose else ()
        of_parts = tuple(part_notes(context, place, arrival.role))
        yield tracks_answer(context, tracks, more, of_parts=of_parts)
    conditions = list(evidence)
    if before:
        conditions.append(Markup("先に{}を修了").format(linked(before[0].curricula)))
        if others := dict.fromkeys(link for one in before[1:] for link in one.curricula):
            named = linked(others) if len(others) == 1 else _other_courses(len(others))
            conditions.append(Markup("部局や計画の表によっては{}").format(named))
    if conditions:
        yield Answer(CONDITIONS, conditions[0], lines(conditions[1:]))
    if aim is not None:
        yield aim


def _other_courses(number: int) -> Markup:
    """Links to the section that names all courses of study to finish first."""
    return Markup('<a href="#conditions">ほかの{}コース</a>').format(number)


def _skills_answer(skills: tuple[NewSkills, ...]) -> Answer:
    if len(skills) == 1:
        (only,) = skills
        kept = f"引き続き{only.kept}件、合わせて{only.kept + len(only.skills)}件"
        return Answer(
            NEW,
            counted(len(only.skills), "件", kinds.SKILL.name),
            Markup.escape(kept if only.kept else ""),
        )
    numbers = dict.fromkeys(len(one.skills) for one in skills)
    return Answer(
        NEW,
        figures(f"スキル {' または '.join(f'{number}件' for number in numbers)}"),
        lines(
            Markup("{}では{}件").format(linked([one.of]), len(one.skills))
            for one in skills
            if one.of is not None
        ),
    )
