"""What stands behind an area, for pages: the sign of its strength, what texts say, what is taught.

This module owns the links and the small words around them. `jinzai.model.strength` owns the signs
and words of the strengths, `jinzai.compare` what there is.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from jinzai.compare.lessons import Lesson
from jinzai.compare.profile import PlanProfile
from jinzai.compare.sayings import EvidenceOrigin, Saying
from jinzai.link.address import entity_address, level_address
from jinzai.model import kinds
from jinzai.model.kinds import KIND_NAMES
from jinzai.model.strength import STRENGTHS, Strength
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, is_inferred

MOST_LESSONS: Final = 4
"""The largest number of courses that are named. With more, the page says how many there are."""

_ORIGINS: Final = {
    EvidenceOrigin.OWN: "",
    EvidenceOrigin.INHERITED: "前提となる役割から",
    EvidenceOrigin.PART: "内訳の役割から",
    EvidenceOrigin.PARENT: "上位の役割から",
}


class SignOfStrength(NamedTuple):
    """The sign of a strength with its word. `key` is its id for style sheets and scripts."""

    key: str
    sign: str
    word: str
    means: str


class SaidView(NamedTuple):
    """A text that says it: whose, in which field, in which words. `origin` may be empty."""

    role: Link
    where: str
    words: str
    inferred: bool
    origin: str


class TaughtView(NamedTuple):
    """Training that teaches it. `origin` may be empty."""

    thing: Link
    kind: str
    inferred: bool
    origin: str


class WeakEvidence(NamedTuple):
    """What there is in an area besides the table: `said`, or else what is `taught`.

    `more` is how many texts or lessons are left out. `taught` is empty if anything is said.
    """

    sign: SignOfStrength
    said: tuple[SaidView, ...]
    taught: tuple[TaughtView, ...]
    more: int


def sign_of(strength: Strength) -> SignOfStrength:
    """The sign of a strength."""
    return SignOfStrength(strength.value, *STRENGTHS[strength])


def evidence_signs() -> tuple[SignOfStrength, ...]:
    """The legend: the signs of all strengths, the strongest first."""
    return tuple(map(sign_of, Strength))


def weak_evidence(
    place: PagePlace, plan: PlanProfile, said: Iterable[Saying], taught: Iterable[Lesson]
) -> WeakEvidence | None:
    """What is said in an area, or if nothing is said, what is taught. None without either."""
    sayings = tuple(said_views(place, plan, said))
    if sayings:
        return WeakEvidence(sign_of(Strength.SAID), sayings, (), 0)
    lessons = tuple(_taught(place, plan, lesson) for lesson in taught)
    if not lessons:
        return None
    named = lessons[:MOST_LESSONS]
    return WeakEvidence(sign_of(Strength.TAUGHT), (), named, len(lessons) - len(named))


def one_text_each(evidence: WeakEvidence) -> WeakEvidence:
    """The same with the first text of each role alone."""
    by_role = {one.role: one for one in reversed(evidence.said)}
    first = tuple(one for one in evidence.said if by_role[one.role] is one)
    return evidence._replace(said=first, more=evidence.more + len(evidence.said) - len(first))


def said_views(place: PagePlace, plan: PlanProfile, said: Iterable[Saying]) -> Iterator[SaidView]:
    """Sayings as a page shows them."""
    for one in said:
        profile = plan.roles[one.role_id]
        name, address = profile.role.name, entity_address(plan.id, "role", one.role_id)
        if one.level_id is not None:
            levels = {level.level.id: level.level.name for level in profile.levels}
            name = f"{name} {levels[one.level_id]}"
            address = level_address(plan.id, one.role_id, one.level_id)
        where = one.record.model_fields[one.field].title or ""
        if one.skill_id is not None:
            where = f"{kinds.SKILL.name}「{one.skill}」の{where}"
        yield SaidView(
            place.to(address, name),
            where,
            one.words,
            is_inferred(one.basis),
            _ORIGINS[one.origin],
        )


def _taught(place: PagePlace, plan: PlanProfile, one: Lesson) -> TaughtView:
    return TaughtView(
        place.other(plan.id, one.kind, one.id, one.name),
        KIND_NAMES[one.kind],
        is_inferred(one.basis),
        _ORIGINS[one.origin],
    )
