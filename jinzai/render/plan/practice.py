"""Learning at work: the practices of a plan, in the plan's own order."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from jinzai.model import kinds
from jinzai.model.curriculum import ForWhom
from jinzai.model.practice import Practice
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.page.whom import Whom, whom
from jinzai.render.words import wording


class PracticeStepView(NamedTuple):
    """One thing to do."""

    text: Markup
    inferred: bool


class PracticeView(NamedTuple):
    """One practice."""

    entity: EntityView
    kind: str
    audience: tuple[Whom, ...]
    all_staff: bool
    classes: tuple[Link, ...]
    experience: str
    steps: tuple[PracticeStepView, ...]
    develops: tuple[Link, ...]


class PracticesView(NamedTuple):
    """All practices; empty if the plan has no practices."""

    note: Markup
    practices: tuple[PracticeView, ...]


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page of the practices."""
    content = context.plan.content
    place = context.place(context.address(kinds.PRACTICES.page))
    file = content.practice_file
    practices = tuple(_practice(context, place, practice) for practice in content.practices)
    yield Draft.of_file(
        context,
        place,
        kinds.PRACTICES,
        description="が定める、業務の中での育成や学び合いの取り組み。",
        view=PracticesView(place.prose(file.note if file else None), practices),
        sections=(
            *([] if len(practices) == 1 else [Section("practices", "取り組みの一覧")]),
            *(Section(one.entity.anchor, one.entity.name) for one in practices),
        ),
    )


def _practice(context: PlanContext, place: PagePlace, practice: Practice) -> PracticeView:
    return PracticeView(
        entity=entity(context, place, kinds.PRACTICE, practice),
        kind=wording.word(practice.kind),
        audience=tuple(
            whom(
                context,
                place,
                one.role,
                one.level,
                one.departments,
                inferred=is_inferred(one.basis),
            )
            for one in practice.audience
        ),
        all_staff=practice.meant_for is ForWhom.ALL_STAFF,
        classes=tuple(place.link("entry", key) for key in practice.concerns),
        experience=practice.experience or "",
        steps=tuple(
            PracticeStepView(place.inline(step.text), is_inferred(step.basis))
            for step in practice.steps
        ),
        develops=tuple(place.link("skill", skill) for skill in practice.develops),
    )
