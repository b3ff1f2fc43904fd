"""How people grow at work: the practices of a plan, in its own order."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.address import anchor
from jinzai.link.backlinks import EntityKey
from jinzai.model import kinds
from jinzai.model.practice import Practice
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.mentions import Mention, mentions
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred, source_text
from jinzai.render.page.whom import Whom, whom
from jinzai.render.words import wording


class PracticeStepView(NamedTuple):
    """One thing to do."""

    text: Markup
    inferred: bool


class PracticeView(NamedTuple):
    """One practice."""

    anchor: str
    name: str
    kind: str
    audience: tuple[Whom, ...]
    experience: str
    description: Markup
    steps: tuple[PracticeStepView, ...]
    develops: tuple[Link, ...]
    note: Markup
    source: str
    mentions: tuple[Mention, ...]


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
            Section("practices", "取り組みの一覧"),
            *(Section(practice.anchor, practice.name) for practice in practices),
        ),
    )


def _practice(context: PlanContext, place: PagePlace, practice: Practice) -> PracticeView:
    return PracticeView(
        anchor=anchor("practice", practice.id),
        name=practice.name,
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
        experience=practice.experience or "",
        description=place.prose(practice.description),
        steps=tuple(
            PracticeStepView(place.inline(step.text), is_inferred(step.basis))
            for step in practice.steps
        ),
        develops=tuple(place.link("skill", skill) for skill in practice.develops),
        note=place.prose(practice.note),
        source=source_text(practice.source),
        mentions=mentions(context, place, EntityKey("practice", practice.id)),
    )
