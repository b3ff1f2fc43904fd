"""What the issuer aims at: the figure that a role's targets begin with, the others in a note.

The figures are goals of the whole municipality. None is a date by which one person has to be ready.
"""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from jinzai.model import kinds
from jinzai.model.numbers import Absence
from jinzai.model.role import Role
from jinzai.model.target import Bound, Target, TargetValue, Unit
from jinzai.render.page.answers import Answer
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.plan.strip_words import figures, lines
from jinzai.render.words import amounts, dates
from jinzai.render.words.target_times import TIMELESS

GOAL: Final = "めざす人数"
SHARE_GOAL: Final = kinds.TARGET.name


def targets_answer(
    context: PlanContext,
    place: PagePlace,
    role: Role,
    level_id: str | None = None,
) -> Answer | None:
    """The targets of a role, or of one of its levels; None if none has a figure.

    The answer is the last value of the first target that has one: of the whole role, then of the
    lowest level.
    """
    order: Mapping[str | None, int] = {
        None: -1,
        **(
            {level.id: number for number, level in enumerate(role.levels)}
            if level_id is None
            else {level_id: 0}
        ),
    }
    every = sorted(
        context.plan.targets_by_role.get(role.id, ())
        if level_id is None
        else context.facts.at_levels.targets.get((role.id, level_id), ()),
        key=lambda target: order[target.level],
    )
    told = [(target, value) for target in every if (value := _last(target)) is not None]
    if not told:
        return None
    (target, value), *others = told
    return Answer(
        SHARE_GOAL if target.unit is Unit.PERCENT else GOAL,
        Markup("{} {}").format(_time(value), _figure(context, place, target, value)),
        lines(
            (
                f"{_what(context, role, target)}{f'（{value.note}）' if value.note else ''}",
                Markup("、").join(
                    Markup("{}は{}{}").format(
                        _name(context, role, other),
                        "" if _time(its) == _time(value) else _time(its),
                        _amount(context, place, other, its),
                    )
                    for other, its in others
                ),
            )
        ),
    )


def _last(target: Target) -> TargetValue | None:
    """The latest value that the plan states as a number, as a blank or as several people."""
    stated = [
        value
        for value in target.values
        if not isinstance(value.value, Absence) or target.bound is Bound.SEVERAL
    ]
    return max(stated, key=lambda value: (value.year or 0, value.within or 0), default=None)


def _time(value: TargetValue) -> str:
    if value.year is not None:
        return f"{dates.era_year(value.year)}年度"
    return TIMELESS if value.within is None else f"{value.within}年以内"


def _what(context: PlanContext, role: Role, target: Target) -> str:
    if target.level is not None and target.unit is Unit.PEOPLE:
        return f"{context.level_name(role.id, target.level)}の人数"
    share = amounts.share_of(target)
    return f"{target.name}（{share}）" if share else target.name


def _name(context: PlanContext, role: Role, target: Target) -> str:
    level = context.level_name(role.id, target.level)
    return level if level and target.unit is Unit.PEOPLE else target.name


def _amount(context: PlanContext, place: PagePlace, target: Target, value: TargetValue) -> Markup:
    shown = place.value(amounts.target_value(value.value, target.unit, target.bound))
    return context.site.templates.macro("page/state.html", "amount")(shown)


def _figure(context: PlanContext, place: PagePlace, target: Target, value: TargetValue) -> Markup:
    shown = place.value(amounts.target_value(value.value, target.unit, target.bound))
    return figures(shown.text) if not shown.state else _amount(context, place, target, value)
