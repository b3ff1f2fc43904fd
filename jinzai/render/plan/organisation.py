"""Who is responsible, how people are found, placed and supported, and how it is reviewed."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.link.address import anchor
from jinzai.link.backlinks import EntityKey
from jinzai.model import kinds
from jinzai.model.organisation import Body, Indicator, Measure, MeasureStatus, Organisation, Review
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.mentions import Mention, mentions
from jinzai.render.page.place import PagePlace, PlanContext, source_text
from jinzai.render.words import wording

_PART_OF: Final = frozenset([("body", "part_of")])
_MEASURES: Final = tuple(
    (field, kinds.ORGANISATION.list_title(field))
    for field, kind in kinds.ORGANISATION.lists.items()
    if kind is kinds.MEASURE
)


class BodyView(NamedTuple):
    """An office with its responsibilities, and the offices within it."""

    anchor: str
    name: str
    part_of: Link | None
    parts: tuple[Link, ...]
    responsibilities: tuple[Markup, ...]
    note: Markup
    source: str
    mentions: tuple[Mention, ...]


class MeasureView(NamedTuple):
    """A measure. `status` is empty for a settled one."""

    anchor: str
    name: str
    status: str
    option: str
    roles: tuple[Link, ...]
    description: Markup
    examples: tuple[Markup, ...]
    problems: tuple[Markup, ...]
    note: Markup
    source: str
    mentions: tuple[Mention, ...]


class MeasureGroup(NamedTuple):
    """The measures of one purpose. `section` is the anchor of their heading."""

    section: str
    title: str
    measures: tuple[MeasureView, ...]


class IndicatorView(NamedTuple):
    """A KPI."""

    anchor: str
    name: str
    role: Link | None
    unit: str
    description: Markup
    note: Markup
    source: str
    mentions: tuple[Mention, ...]


class ReviewView(NamedTuple):
    """A review. `every` is empty where the plan gives no interval."""

    anchor: str
    name: str
    every: str
    description: Markup
    note: Markup
    source: str
    mentions: tuple[Mention, ...]


class OrganisationView(NamedTuple):
    """The whole page; every part may be empty."""

    note: Markup
    bodies: tuple[BodyView, ...]
    groups: tuple[MeasureGroup, ...]
    indicators: tuple[IndicatorView, ...]
    reviews: tuple[ReviewView, ...]
    targets: Link


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page of the organisation."""
    file = context.plan.content.organisation_file
    organisation = file or Organisation()
    place = context.place(context.address(kinds.ORGANISATION.page))
    yield Draft.of_file(
        context,
        place,
        kinds.ORGANISATION,
        description="の推進体制、人材の確保と配置、指標、見直し。",
        view=OrganisationView(
            place.prose(organisation.note),
            _bodies(context, place, organisation.bodies),
            tuple(
                MeasureGroup(name, title, _measures(context, place, getattr(organisation, name)))
                for name, title in _MEASURES
            ),
            tuple(_indicator(context, place, one) for one in organisation.indicators),
            tuple(_review(context, place, review) for review in organisation.reviews),
            place.to(context.address(kinds.TARGETS.page), kinds.TARGETS.title),
        ),
        sections=tuple(
            Section(field, kinds.ORGANISATION.list_title(field))
            for field in kinds.ORGANISATION.lists
        ),
    )


def _bodies(context: PlanContext, place: PagePlace, bodies: Iterable[Body]) -> tuple[BodyView, ...]:
    listed = tuple(bodies)
    parts: dict[str, list[Link]] = {}
    for body in listed:
        if body.part_of is not None:
            parts.setdefault(body.part_of, []).append(place.link("body", body.id))
    return tuple(
        BodyView(
            anchor("body", body.id),
            body.name,
            place.link("body", body.part_of) if body.part_of else None,
            tuple(parts.get(body.id, ())),
            place.items(body.responsibilities),
            place.prose(body.note),
            source_text(body.source),
            mentions(context, place, EntityKey("body", body.id), _PART_OF),
        )
        for body in listed
    )


def _measures(
    context: PlanContext, place: PagePlace, measures: Iterable[Measure]
) -> tuple[MeasureView, ...]:
    return tuple(
        MeasureView(
            anchor("measure", measure.id),
            measure.name,
            "" if measure.status is MeasureStatus.SETTLED else wording.word(measure.status),
            measure.option or "",
            tuple(place.link("role", role) for role in measure.roles),
            place.prose(measure.description),
            place.items(measure.examples),
            place.items(measure.problems),
            place.prose(measure.note),
            source_text(measure.source),
            mentions(context, place, EntityKey("measure", measure.id)),
        )
        for measure in measures
    )


def _indicator(context: PlanContext, place: PagePlace, indicator: Indicator) -> IndicatorView:
    return IndicatorView(
        anchor("indicator", indicator.id),
        indicator.name,
        place.link("role", indicator.role) if indicator.role else None,
        indicator.unit or "",
        place.prose(indicator.description),
        place.prose(indicator.note),
        source_text(indicator.source),
        mentions(context, place, EntityKey("indicator", indicator.id)),
    )


def _review(context: PlanContext, place: PagePlace, review: Review) -> ReviewView:
    return ReviewView(
        anchor("review", review.id),
        review.name,
        f"{review.every}年ごと" if review.every is not None else "",
        place.prose(review.description),
        place.prose(review.note),
        source_text(review.source),
        mentions(context, place, EntityKey("review", review.id)),
    )
