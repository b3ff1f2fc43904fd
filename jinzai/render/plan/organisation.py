"""The responsible offices, the measures to find, place and support people, and the reviews."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.model import kinds
from jinzai.model.organisation import Body, Indicator, Measure, MeasureStatus, Organisation, Review
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.words import wording

_PART_OF: Final = frozenset([("body", "part_of")])
_MEASURES: Final = tuple(
    (field, kinds.ORGANISATION.list_title(field))
    for field, kind in kinds.ORGANISATION.lists.items()
    if kind is kinds.MEASURE
)


class BodyView(NamedTuple):
    """An office with its responsibilities, and the offices within it."""

    entity: EntityView
    part_of: Link | None
    parts: tuple[Link, ...]
    responsibilities: tuple[Markup, ...]
    classes: tuple[Link, ...]


class MeasureView(NamedTuple):
    """A measure. `status` is empty for a settled measure."""

    entity: EntityView
    status: str
    option: str
    roles: tuple[Link, ...]
    examples: tuple[Markup, ...]
    problems: tuple[Markup, ...]
    classes: tuple[Link, ...]


class MeasureGroup(NamedTuple):
    """The measures of one purpose. `section` is the anchor of their heading."""

    section: str
    title: str
    measures: tuple[MeasureView, ...]


class IndicatorView(NamedTuple):
    """A KPI."""

    entity: EntityView
    role: Link | None
    unit: str


class ReviewView(NamedTuple):
    """A review. `every` is empty if the plan states no interval."""

    entity: EntityView
    every: str


class OrganisationView(NamedTuple):
    """The whole page. Every part may be empty."""

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
            entity(context, place, kinds.BODY, body, _PART_OF),
            place.link("body", body.part_of) if body.part_of else None,
            tuple(parts.get(body.id, ())),
            place.items(body.responsibilities),
            tuple(place.link("entry", key) for key in body.concerns),
        )
        for body in listed
    )


def _measures(
    context: PlanContext, place: PagePlace, measures: Iterable[Measure]
) -> tuple[MeasureView, ...]:
    return tuple(
        MeasureView(
            entity(context, place, kinds.MEASURE, measure),
            "" if measure.status is MeasureStatus.SETTLED else wording.word(measure.status),
            measure.option or "",
            tuple(place.link("role", role) for role in measure.roles),
            place.items(measure.examples),
            place.items(measure.problems),
            tuple(place.link("entry", key) for key in measure.concerns),
        )
        for measure in measures
    )


def _indicator(context: PlanContext, place: PagePlace, indicator: Indicator) -> IndicatorView:
    return IndicatorView(
        entity(context, place, kinds.INDICATOR, indicator),
        place.link("role", indicator.role) if indicator.role else None,
        indicator.unit or "",
    )


def _review(context: PlanContext, place: PagePlace, review: Review) -> ReviewView:
    return ReviewView(
        entity(context, place, kinds.REVIEW, review),
        f"{review.every}年ごと" if review.every is not None else "",
    )
