"""The lines of a framework entry's page about each plan.

This module owns these lines and their sizes in bytes. Other modules make the pages.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from jinzai.link.summary import MappedEntity, PlanSummary
from jinzai.model.kinds import KIND_NAMES
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, is_inferred
from jinzai.render.page.sheets import cut, size
from jinzai.render.words import wording

_LINE: Final = 120
_POINT: Final = 10
_ROW: Final = 80
_INFERRED: Final = 130
_UNTOLD: Final = 60
"""The approximate sizes of the markup of each line, in bytes, without its text."""


class Mapped(NamedTuple):
    """A role, a skill or a level of a plan under the entry."""

    link: Link
    relation: str
    inferred: bool
    note: str


class PlanEntryView(NamedTuple):
    """The entities of one plan under the entry, or a part of them if one page cannot hold all."""

    link: Link
    issuer: str
    mapped: tuple[Mapped, ...]


class MentionsOfPlan(NamedTuple):
    """The entities of one plan whose texts name the entry, each with its kind in Japanese."""

    plan: Link
    entities: tuple[tuple[Link, str], ...]


EntryLine = PlanEntryView | Link | MentionsOfPlan
"""One line about a plan. A `Link` leads to a plan without entities under the entry."""


class EntryLines(NamedTuple):
    """The lines of an entry, in the sections of its page."""

    plans: tuple[PlanEntryView, ...]
    without: tuple[Link, ...]
    mentions: tuple[MentionsOfPlan, ...]


class EntryCounts(NamedTuple):
    """The numbers of plans with entities under the entry, without them, and with mentions of it."""

    plans: int
    without: int
    mentions: int


def lines_of(place: PagePlace, plan: PlanSummary, key: str) -> Iterator[EntryLine]:
    """The lines about one plan on a page of the entry `framework/entry`."""
    link = place.link("plan", plan.id)
    if mapped := plan.entries.get(key):
        for part in cut((_mapped(place, one) for one in mapped), _row_size):
            yield PlanEntryView(link, plan.plan.issuer.name, part)
    else:
        yield link
    if key in plan.entry_mentions:
        yield _naming(place, plan, key)


def sorted_out(lines: Iterable[EntryLine]) -> EntryLines:
    """The lines by section, in their order."""
    every = tuple(lines)
    return EntryLines(
        tuple(line for line in every if isinstance(line, PlanEntryView)),
        tuple(line for line in every if isinstance(line, Link)),
        tuple(line for line in every if isinstance(line, MentionsOfPlan)),
    )


def line_size(line: EntryLine) -> int:
    """The approximate size of a line on a page, in bytes."""
    if isinstance(line, Link):
        return _POINT + size(line)
    if isinstance(line, PlanEntryView):
        return _LINE + size(line.link, line.issuer) + sum(map(_row_size, line.mapped))
    return _LINE + size(line.plan) + sum(_ROW + size(link, kind) for link, kind in line.entities)


def counts(plans: Iterable[PlanSummary], key: str) -> EntryCounts:
    """How many of the plans belong in each section of the entry's page."""
    every = tuple(plans)
    having = sum(key in plan.entries for plan in every)
    naming = sum(key in plan.entry_mentions for plan in every)
    return EntryCounts(having, len(every) - having, naming)


def _row_size(mapped: Mapped) -> int:
    own = _ROW + size(mapped.link, mapped.relation, mapped.note)
    if not mapped.note:
        own += _UNTOLD
    return own + _INFERRED if mapped.inferred else own


def _naming(place: PagePlace, plan: PlanSummary, key: str) -> MentionsOfPlan:
    return MentionsOfPlan(
        place.link("plan", plan.id),
        tuple(
            (
                place.link("plan", plan.id)
                if one.kind == "plan"
                else place.other(plan.id, one.kind, one.id, one.name),
                KIND_NAMES[one.kind],
            )
            for one in plan.entry_mentions[key]
        ),
    )


def _mapped(place: PagePlace, entity: MappedEntity) -> Mapped:
    return Mapped(
        place.other(entity.plan_id, entity.kind, entity.id, entity.name),
        wording.word(entity.relation),
        is_inferred(entity.basis),
        entity.note or "",
    )
