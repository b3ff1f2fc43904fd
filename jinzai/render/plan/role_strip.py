"""The answers at the top of a role's page: for whom, which skills, which training, which targets.

An answer stands there only if the plan states it. Each has its proof further down on the page.
"""

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from jinzai.link.requirements import Cell
from jinzai.model import kinds
from jinzai.model.matrix import Requirement
from jinzai.model.role import Role
from jinzai.render.page.answers import Answer, counted
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.plan.elsewhere import Elsewhere
from jinzai.render.plan.strip_targets import targets_answer
from jinzai.render.plan.strip_training import training_answer
from jinzai.render.plan.strip_words import figures, first_sentence, lines, linked
from jinzai.render.words import amounts

WHO: Final = "だれが"
PEOPLE: Final = "人数"
SKILLS: Final = "身に付ける"
NEXT: Final = "次にめざす"
MOST_CATEGORIES: Final = 5
"""The largest number of categories that the answer counts one by one."""


def answers(
    context: PlanContext,
    place: PagePlace,
    role: Role,
    skills_elsewhere: Elsewhere,
    steps: tuple[Link, ...],
) -> tuple[Answer, ...]:
    """The answers for a role, at most four.

    `skills_elsewhere` are the roles that state the skills that it lacks. `steps` are the pages on
    how its people come to the roles after it, in the order of these.
    """
    found = (
        who(context, place, role),
        _skills(context, place, role, skills_elsewhere),
        training_answer(context, place, role),
        targets_answer(context, place, role) or _next(context, place, role, steps),
    )
    return tuple(one for one in found if one is not None)


def who(context: PlanContext, place: PagePlace, role: Role) -> Answer | None:
    """Whom the role is for, or how many people it has; None if the plan states neither."""
    number, note = _people(context, place, role)
    if not role.audience:
        return people_answer(context, place, role)
    first, rest = first_sentence(role.audience)
    told = Markup("{}{}").format(number, f"（{note}）" if note else "") if number else ""
    return Answer(WHO, place.inline(first), lines((place.inline(rest), told)))


def people_answer(context: PlanContext, place: PagePlace, role: Role) -> Answer | None:
    """How many people the plan says that the role has; None without a number or a blank."""
    number, note = _people(context, place, role)
    if not number:
        return None
    shown = number if isinstance(number, Markup) else figures(number)
    return Answer(PEOPLE, shown, Markup.escape(note))


def _people(context: PlanContext, place: PagePlace, role: Role) -> tuple[str, str]:
    """The number of people and its note; a blank of a template is `Markup`. Empty without one."""
    people = role.headcount
    if people is None:
        return "", ""
    value = place.value(amounts.value(people.value, "人"))
    if value.state == "blank":
        return context.site.templates.macro("page/state.html", "amount")(value), people.note or ""
    return ("", "") if value.state else (value.text, people.note or "")


def _skills(
    context: PlanContext, place: PagePlace, role: Role, elsewhere: Elsewhere
) -> Answer | None:
    cells = context.plan.cells_by_role.get(role.id, ())
    if cells:
        number = len({cell.skill_id for cell in cells})
        return Answer(
            SKILLS,
            counted(number, "件", kinds.SKILL.name),
            lines(_of_cells(context, place, role, cells)),
        )
    if not elsewhere.every:
        return None
    if elsewhere.whole is not None:
        return Answer(SKILLS, Markup("上位の役割のスキル"), linked((elsewhere.whole,)))
    return Answer(SKILLS, Markup("内訳の役割ごとのスキル"), linked(elsewhere.parts))


def _of_cells(
    context: PlanContext, place: PagePlace, role: Role, cells: tuple[Cell, ...]
) -> Iterator[Markup | str]:
    """How the skills are divided: by level, by the role that they come from, or by category."""
    by_level: dict[str, set[str]] = {}
    by_source: dict[str | None, set[str]] = {}
    by_category: dict[str | None, set[str]] = {}
    for cell in cells:
        if cell.level_id is not None:
            by_level.setdefault(cell.level_id, set()).add(cell.skill_id)
        by_source.setdefault(cell.via, set()).add(cell.skill_id)
        category = context.plan.skills[cell.skill_id].category
        by_category.setdefault(category, set()).add(cell.skill_id)
    if by_level:
        yield "、".join(
            f"{level.name}で{len(by_level[level.id])}"
            for level in role.levels
            if level.id in by_level
        )
    if any(via is not None for via in by_source):
        yield Markup("、").join(
            Markup("{}{}").format(
                "この役割で" if via is None else _from(place.link("role", via)), len(found)
            )
            for via, found in by_source.items()
        )
    elif not by_level and None not in by_category and 1 < len(by_category) <= MOST_CATEGORIES:
        yield "、".join(
            f"{context.plan.categories[id].name}{len(found)}"
            for id, found in by_category.items()
            if id is not None
        )
    if depends := _depends(cells):
        yield f"うち{depends}件は業務により必要"


def _from(source: Link) -> Markup:
    return Markup("{}から").format(linked([source]))


def _depends(cells: tuple[Cell, ...]) -> int:
    """How many skills are never asked of everybody in the role."""
    required = {cell.skill_id for cell in cells if cell.requirement is Requirement.REQUIRED}
    return len({cell.skill_id for cell in cells} - required)


def _next(
    context: PlanContext, place: PagePlace, role: Role, steps: tuple[Link, ...]
) -> Answer | None:
    if not role.next:
        return None
    plan = context.plan
    own = {one.id for one in plan.curricula_by_role.get(role.id, ())}
    gated = any(
        before in own
        for role_id in dict.fromkeys(following.role for following in role.next)
        for one in plan.curricula_by_role.get(role_id, ())
        for before in one.after
    )
    return Answer(
        NEXT,
        linked(place.role(following.role, following.level) for following in role.next),
        lines(
            (
                "この役割の研修を修了した人が、次の研修に進む" if gated else "",
                linked(steps),
            )
        ),
    )
