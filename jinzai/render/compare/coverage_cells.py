"""A cell of a coverage table: how many skills, how strongly required, how closely mapped.

This module owns the signs and their words, the shade by count, and the table of one plan's roles.
The shade of a cell only repeats what its text says.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from jinzai.compare.coverage import AreaCoverage, FirstPlans, by_role
from jinzai.compare.evidence import NO_EVIDENCE, AreaEvidence
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.model import kinds
from jinzai.model.audience import Relation
from jinzai.model.framework import FrameworkKind
from jinzai.model.matrix import Requirement
from jinzai.model.strength import STRENGTHS, Strength
from jinzai.render.page.evidence import SignOfStrength, evidence_signs, sign_of
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, is_inferred
from jinzai.render.words.wording import relation_to, word

RELATION_SIGNS: Final = {
    Relation.EXACT: "＝",
    Relation.CLOSE: "≒",
    Relation.BROAD: "⊂",
    Relation.NARROW: "⊃",
}
"""The sign of each relation to an area. `⊂` means that the plan's skill lies within the area."""

REQUIREMENT_SIGNS: Final = {Requirement.REQUIRED: "●", Requirement.CONDITIONAL: "★"}
"""The sign of the strongest mark. It does not depend on the plan's own sign."""

_SHADES: Final = (1, 2, 3, 5)
"""The numbers of skills from which a cell has the first, second, third and fourth shade."""


NAMED: Final = "役割を示さずに挙げている"
"""What is said of a plan that has no evidence in an area and yet names it."""

AWAITING: Final = "対応付けの済んでいないスキルがある"
"""What is said of a plan that has nothing in an area, and a skill that nobody has mapped."""


class WeakPlans(NamedTuple):
    """Other plans whose tables have nothing in an area, and yet something else is there.

    `words` say what. At most `MOST_WEAKER` of the `number` plans are named.
    """

    words: str
    number: int
    plans: tuple[Link, ...]


class CoverageCell(NamedTuple):
    """The skills that are asked for in an area. `words` explain `signs`. `shade` is 1 to 4.

    `href` is empty in the table of a plan's roles: there the row leads to the skills.
    """

    href: str
    skills: int
    signs: str
    words: str
    shade: int
    inferred: bool


class SignView(NamedTuple):
    """A line of the legend."""

    sign: str
    text: str


class WeakCell(NamedTuple):
    """What there is where no table asks: the sign of its strength and a number with its counter.

    The number is that of the roles with such a text, or that of the courses and the like. If the
    parent role's table asks, words stand in its place.
    """

    href: str
    sign: SignOfStrength
    number: str


class RoleCell(NamedTuple):
    """The cell of a role in an area: skills of a table, or else what there is besides, or nothing.

    At most one of the two is not None. `awaiting` is true if the role asks for a skill that nobody
    has mapped. Then a cell with nothing does not say that nothing is there.
    """

    covered: CoverageCell | None
    weak: WeakCell | None = None
    awaiting: bool = False


class RoleAreasRow(NamedTuple):
    """One area, with the link to the skills behind it, and with a cell for each role."""

    area: Link
    cells: tuple[RoleCell, ...]


class RoleAreas(NamedTuple):
    """The roles of one plan by areas. `without` are roles without evidence in any area."""

    roles: tuple[Link, ...]
    rows: tuple[RoleAreasRow, ...]
    without: tuple[Link, ...]


def coverage_cell(href: str, covered: AreaCoverage) -> CoverageCell:
    """The cell for a coverage. `href` leads to the skills behind it."""
    requirement, relation = covered.requirement, covered.relation
    return CoverageCell(
        href,
        covered.skills,
        REQUIREMENT_SIGNS[requirement] + RELATION_SIGNS[relation],
        f"{word(requirement)}、{relation_to(FrameworkKind.SKILL, relation)}",
        sum(covered.skills >= least for least in _SHADES),
        covered.inferred,
    )


def signs() -> tuple[SignView, ...]:
    """The legend of the signs."""
    return (
        *(SignView(sign, word(one)) for one, sign in REQUIREMENT_SIGNS.items()),
        *(
            SignView(sign, relation_to(FrameworkKind.SKILL, one))
            for one, sign in RELATION_SIGNS.items()
        ),
        *(SignView(one.sign, one.word) for one in evidence_signs()),
    )


def weak_cell(href: str, strength: Strength, evidence: AreaEvidence) -> WeakCell | None:
    """The cell for evidence that is no skill of the role's own table; None for nothing."""
    if strength is Strength.ASKED:
        return WeakCell(href, sign_of(strength), "上位の役割")
    if strength is Strength.SAID:
        roles = {one.role_id for one in evidence.said}
        return WeakCell(href, sign_of(strength), f"{len(roles)}{kinds.ROLE.name}")
    if strength is Strength.TAUGHT:
        return WeakCell(href, sign_of(strength), f"{len(evidence.taught)}件")
    return None


def weaker_views(groups: Iterable[FirstPlans], link: Callable[[str], Link]) -> Iterator[WeakPlans]:
    """The plans whose tables have nothing in an area and yet something else is there.

    `groups` are those of `weaker_plans`. Those without a plan are left out.
    """
    words = (STRENGTHS[Strength.SAID].word, STRENGTHS[Strength.TAUGHT].word, NAMED, AWAITING)
    for said, group in zip(words, groups, strict=True):
        if group.number:
            yield WeakPlans(said, group.number, tuple(map(link, group.ids)))


def all_sorted_by_editors(plans: Iterable[PlanProfile]) -> bool:
    """Whether an editor worked out the classes of all roles of all plans.

    If so, a page says it once instead of at every role.
    """
    links = [link for plan in plans for role in plan.roles.values() for link in role.role.classes]
    return bool(links) and all(is_inferred(link.basis) for link in links)


def all_mapped_by_editors(plans: Iterable[PlanProfile]) -> bool:
    """Whether an editor worked out the areas of all skills of all plans."""
    links = [link for plan in plans for found in plan.areas.values() for _, _, link in found]
    return bool(links) and all(is_inferred(link.basis) for link in links)


def role_areas(
    place: PagePlace,
    plan: PlanProfile,
    areas: Iterable[str],
    href: Callable[[str], str],
) -> RoleAreas:
    """A plan's roles, by those of the `areas` in which there is anything of at least one role.

    `href` gives the link to the skills of an area.
    """
    having = [role for role in plan.roles.values() if role.has_evidence]
    return RoleAreas(
        tuple(_role(place, role) for role in having),
        tuple(_rows(place, having, areas, href, _asking_unmapped(plan))),
        tuple(_role(place, role) for role in plan.roles.values() if not role.has_evidence),
    )


def _rows(
    place: PagePlace,
    roles: list[RoleProfile],
    areas: Iterable[str],
    href: Callable[[str], str],
    asking: frozenset[str],
) -> Iterator[RoleAreasRow]:
    """The rows. `asking` are the ids of the roles that ask for a skill that nobody has mapped."""
    for area in areas:
        cells = tuple(_cell(role, area, awaiting=role.id in asking) for role in roles)
        if any(cell.covered or cell.weak for cell in cells):
            yield RoleAreasRow(Link(place.link("entry", area).text, href(area)), cells)


def _asking_unmapped(plan: PlanProfile) -> frozenset[str]:
    skills = {one.id for one in plan.summary.awaiting("skill")}
    return frozenset(
        role.id
        for role in plan.roles.values()
        if any(ask.skill_id in skills for ask in role.unplaced)
    )


def _cell(role: RoleProfile, area: str, *, awaiting: bool) -> RoleCell:
    """The cell of a role. What is no skill of its table is only a sign: its page says the rest."""
    covered = by_role(role, area)
    if covered is not None:
        return RoleCell(coverage_cell("", covered))
    evidence = role.evidence.get(area, NO_EVIDENCE)
    return RoleCell(None, weak_cell("", role.strength(area), evidence), awaiting)


def _role(place: PagePlace, role: RoleProfile) -> Link:
    return place.other(role.plan_id, "role", role.id, role.role.name)
