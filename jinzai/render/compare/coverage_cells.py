"""A cell of a coverage table: how many skills, how strongly required, how closely mapped.

This module owns the signs and their words, the shade by count, and the table of one plan's roles.
The shade of a cell only repeats what its text says.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from jinzai.compare.coverage import AreaCoverage, by_role
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.model.audience import Relation
from jinzai.model.framework import FrameworkKind
from jinzai.model.matrix import Requirement
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


class CoverageCell(NamedTuple):
    """The skills that are asked for in an area. `words` explain `signs`. `shade` is 1 to 4."""

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


class RoleAreasRow(NamedTuple):
    """One area, with a cell for each role. The cell is None if the role asks for no skill there."""

    area: Link
    cells: tuple[CoverageCell | None, ...]


class RoleAreas(NamedTuple):
    """The roles of one plan by areas. `without` are roles that ask for no mapped skill."""

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
        SignView("–", "求めていない"),
    )


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
    href: Callable[[str, RoleProfile], str],
) -> RoleAreas:
    """A plan's roles, by those of the `areas` that at least one role asks for.

    `href` gives the link to the skills of an area and a role.
    """
    asking = [role for role in plan.roles.values() if role.areas]
    return RoleAreas(
        tuple(_role(place, role) for role in asking),
        tuple(_rows(place, asking, areas, href)),
        tuple(_role(place, role) for role in plan.roles.values() if not role.areas),
    )


def _rows(
    place: PagePlace,
    roles: list[RoleProfile],
    areas: Iterable[str],
    href: Callable[[str, RoleProfile], str],
) -> Iterator[RoleAreasRow]:
    for area in areas:
        found = tuple((role, by_role(role, area)) for role in roles)
        if any(covered for _, covered in found):
            yield RoleAreasRow(
                place.link("entry", area),
                tuple(
                    None if covered is None else coverage_cell(href(area, role), covered)
                    for role, covered in found
                ),
            )


def _role(place: PagePlace, role: RoleProfile) -> Link:
    return place.other(role.plan_id, "role", role.id, role.role.name)
