"""The skills behind a coverage table: a plan's skills in an area, and the roles that ask for them.

This module owns the text and the anchors of these lists. They are on the plan's own page of the
comparison. All other pages link there.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from jinzai.compare.coverage import askers
from jinzai.compare.evidence import NO_EVIDENCE
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.link.address import entry_anchor
from jinzai.model.strength import Strength
from jinzai.render.compare.coverage_cells import RELATION_SIGNS, REQUIREMENT_SIGNS
from jinzai.render.page.evidence import WeakEvidence, one_text_each, weak_evidence
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, is_inferred
from jinzai.render.words.wording import things

MOST_ROLES: Final = 3
"""The largest number of roles that are named for a skill.

With more, the page names the first and says how many there are.
"""


class AreaSkillLine(NamedTuple):
    """A skill in an area.

    `signs` are its mark and relation. `roles` is empty if no role asks for it.
    """

    skill: Link
    signs: str
    inferred: bool
    roles: str


class AreaSkills(NamedTuple):
    """The skills of a plan in an area, and what there is besides.

    If no role asks for any, `weak` are the texts that say it, or else the training that teaches it.
    The pages of areas and roles have all texts. It is None without such.
    """

    anchor: str
    area: Link
    skills: tuple[AreaSkillLine, ...]
    weak: WeakEvidence | None


class Anchors:
    """The anchors of the areas' skills. They are ASCII, and unique over all frameworks."""

    def __init__(self, areas: Iterable[str]) -> None:
        """`areas` are all areas, as `framework/entry`."""
        every = tuple(areas)
        entries = {area.rpartition("/")[2] for area in every}
        # No id has two hyphens in a row, so that neither kind of anchor says two things.
        self._short = len(entries) == len(every)

    def skills(self, area: str, plan_id: str) -> str:
        """The anchor of one plan's skills in an area."""
        entry = area.rpartition("/")[2] if self._short else entry_anchor(area)
        return f"in-{entry}--{plan_id}"


def area_skills(
    place: PagePlace, plan: PlanProfile, areas: Iterable[str], anchors: Anchors
) -> Iterator[AreaSkills]:
    """The skills of a plan, area by area. Areas in which the plan has nothing are left out."""
    names, asking = skill_names(plan), _asking(plan)
    for area in areas:
        if area in plan.areas or area in plan.evidence:
            yield AreaSkills(
                anchors.skills(area, plan.id),
                place.link("entry", area),
                tuple(_lines(place, plan, area, names, asking)),
                _weak(place, plan, area),
            )


def _weak(place: PagePlace, plan: PlanProfile, area: str) -> WeakEvidence | None:
    if plan.strength(area) is Strength.ASKED:
        return None
    found = plan.evidence.get(area, NO_EVIDENCE)
    weak = weak_evidence(place, plan, found.said, found.taught)
    return None if weak is None else one_text_each(weak)


def skill_names(plan: PlanProfile) -> Mapping[str, str]:
    """What a plan calls the skills that it maps to an area."""
    mapped = (one for entities in plan.summary.entries.values() for one in entities)
    return {one.id: one.name for one in mapped if one.kind == "skill"}


def _asking(plan: PlanProfile) -> Mapping[str, str]:
    return {skill: _named(roles) for skill, roles in askers(plan).items()}


def _named(roles: tuple[RoleProfile, ...]) -> str:
    if len(roles) > MOST_ROLES:
        return f"{roles[0].role.name}など{things(len(roles))}の役割"
    return "、".join(role.role.name for role in roles)


def _lines(
    place: PagePlace,
    plan: PlanProfile,
    area: str,
    names: Mapping[str, str],
    asking: Mapping[str, str],
) -> Iterator[AreaSkillLine]:
    for skill_id, ask, link in plan.areas.get(area, ()):
        mark = REQUIREMENT_SIGNS[ask.requirement] if ask is not None else ""
        yield AreaSkillLine(
            place.other(plan.id, "skill", skill_id, names[skill_id]),
            mark + RELATION_SIGNS[link.relation],
            is_inferred(link.basis),
            asking.get(skill_id, "") if ask is not None else "",
        )
