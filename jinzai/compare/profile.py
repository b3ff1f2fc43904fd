"""A plan as a comparison sees it: its roles with their skills, training and targets.

The profile depends on that plan alone. A comparison uses nothing else of the plan.
"""

from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from jinzai.compare.asked import Ask, Asks
from jinzai.compare.evidence import NO_EVIDENCE, EvidenceByArea, PlanEvidence
from jinzai.compare.learning import Track
from jinzai.compare.training import Training
from jinzai.link.catalogue import LinkedPlan
from jinzai.link.parent_roles import Stated
from jinzai.link.summary import PlanSummary
from jinzai.model.audience import FrameworkLink, RoleAt
from jinzai.model.organisation import MeasureStatus
from jinzai.model.role import Level, Role
from jinzai.model.strength import Strength
from jinzai.model.target import Target

_NO_EVIDENCE: Final[EvidenceByArea] = MappingProxyType({})


class BaseTraining(NamedTuple):
    """The training of a role that another one extends. The plan need not say that it is taken.

    `role` is the role, with the level up to which the other one extends it. `tracks` has no
    training for all staff.
    """

    role: RoleAt
    tracks: tuple[Track, ...]


class LevelProfile(NamedTuple):
    """One level of a role: the skills that it asks for, their areas, and its own training.

    `areas`, `unplaced` and `evidence` mean the same as in `RoleProfile`.
    """

    level: Level
    asks: tuple[Ask, ...]
    areas: Mapping[str, tuple[tuple[Ask, FrameworkLink], ...]]
    unplaced: tuple[Ask, ...]
    tracks: tuple[Track, ...]
    evidence: EvidenceByArea = _NO_EVIDENCE

    def strength(self, area: str) -> Strength:
        """The strongest evidence for the level in an area."""
        return _strength(self.areas, self.evidence, area)


class RoleMeasure(NamedTuple):
    """A measure that finds or places the people of a role.

    `purpose` is the list of organisation.yaml that it stands in: `hiring` or `placement`. `option`
    is the name of the choice that it is, or `""`.
    """

    id: str
    name: str
    purpose: str
    status: MeasureStatus
    option: str


class RoleProfile(NamedTuple):
    """A role: the skills that it asks for, their areas, its training and its targets.

    `classes` maps an entry of a role framework to the role's mapping to it.
    `areas` maps an entry of a skill framework to the skills that the role asks for in it, each with
    its mapping. A skill may be in several areas. `unplaced` are the skills that are mapped to no
    area. `levels` are the role's levels from the lowest. `unlevelled` is the training that names no
    level. `whole` is the id of the parent role whose training the plan states for this role too. It
    is None if the role has training of its own, or if no parent role has training. `evidence` is
    what texts and training say of each area, whether the role asks for a skill there or not.
    `parts` are the ids of the roles into which the plan divides this one. `measures` are those by
    which its people are found and placed, in declared order.
    `above` is the id of the parent role whose marks the plan states for this role too, and
    `areas_above` are the areas for which that role asks. It is None if the role asks itself.
    `of_whole` are the tracks of the training of `whole`, as they hold for this role. `base` is the
    training of the role that this one extends.
    """

    plan_id: str
    role: Role
    asks: tuple[Ask, ...]
    areas: Mapping[str, tuple[tuple[Ask, FrameworkLink], ...]]
    unplaced: tuple[Ask, ...]
    tracks: tuple[Track, ...]
    targets: tuple[Target, ...]
    classes: Mapping[str, FrameworkLink]
    levels: tuple[LevelProfile, ...] = ()
    unlevelled: tuple[Track, ...] = ()
    whole: str | None = None
    evidence: EvidenceByArea = _NO_EVIDENCE
    parts: tuple[str, ...] = ()
    measures: tuple[RoleMeasure, ...] = ()
    above: str | None = None
    areas_above: frozenset[str] = frozenset()
    of_whole: tuple[Track, ...] = ()
    base: BaseTraining | None = None

    def strength(self, area: str) -> Strength:
        """The strongest evidence for the role in an area."""
        if area in self.areas_above:
            return Strength.ASKED
        return _strength(self.areas, self.evidence, area)

    @property
    def id(self) -> str:
        """The role's id, within its plan."""
        return self.role.id

    @property
    def has_evidence(self) -> bool:
        """Whether there is evidence of any strength for the role in any area."""
        return bool(self.areas or self.areas_above or self.evidence)

    @property
    def training(self) -> tuple[Track, ...]:
        """The tracks of its own training. Without any, they are those of `whole`."""
        return self.tracks or self.of_whole

    def in_class(self, entry: str) -> FrameworkLink | None:
        """How the role is mapped to an entry of a role framework, or None."""
        return self.classes.get(entry)


class PlanProfile(NamedTuple):
    """A plan: its roles by id, in declared order, and the skills it asks for by area.

    `areas` holds each skill of the plan once in an area, with what the roles ask together. A skill
    that no role asks for has None for the ask. `classes` holds for each entry of a role framework
    the ids of the roles that are mapped to it, in declared order. `targets` are all
    targets of the plan, also those without a role. `evidence` is what the texts of all roles and
    all training say of each area (`PlanEvidence.of_plan`). `all_staff` are the tracks of the
    training that the plan gives to all staff.
    """

    summary: PlanSummary
    roles: Mapping[str, RoleProfile]
    areas: Mapping[str, tuple[tuple[str, Ask | None, FrameworkLink], ...]]
    classes: Mapping[str, tuple[str, ...]]
    targets: tuple[Target, ...] = ()
    evidence: EvidenceByArea = _NO_EVIDENCE
    all_staff: tuple[Track, ...] = ()

    def strength(self, area: str) -> Strength:
        """The strongest evidence for any role of the plan in an area."""
        if any(ask is not None for _, ask, _ in self.areas.get(area, ())):
            return Strength.ASKED
        return _strength((), self.evidence, area)

    @property
    def id(self) -> str:
        """The plan's id."""
        return self.summary.id

    @property
    def asks(self) -> bool:
        """Whether any role of the plan asks for a skill, mapped to an area or not."""
        return any(role.asks for role in self.roles.values())

    @property
    def asks_in_areas(self) -> bool:
        """Whether any role of the plan asks for a skill that is mapped to an area."""
        return any(ask is not None for skills in self.areas.values() for _, ask, _ in skills)

    @property
    def has_evidence(self) -> bool:
        """Whether there is evidence of any strength in any area."""
        return self.asks_in_areas or bool(self.evidence)

    def is_silent_on(self, area: str) -> bool:
        """Whether nothing at all in the plan stands against "this plan doesn't have the area".

        A skill that no role asks for, and a text about something else than a role, are no evidence
        for a role. Yet a plan that has one of them is not silent, and neither is a plan with a
        skill that nobody has mapped.
        """
        return (
            self.strength(area) is Strength.NOTHING
            and not self.names(area)
            and not self.summary.awaiting("skill")
        )

    def names(self, area: str) -> bool:
        """Whether the plan has a skill in the area, or a text that links to it."""
        return area in self.areas or area in self.summary.entry_mentions

    def targets_for_all(self, role: RoleProfile) -> tuple[Target, ...]:
        """The targets of all staff that stand with another role. Outsiders are no staff."""
        return tuple(one for one in self.targets if one.is_also_for(role.role))

    def parent_of(self, role: RoleProfile) -> RoleProfile | None:
        """The parent role whose training the plan states for this role too, or None."""
        return None if role.whole is None else self.roles[role.whole]

    def for_all_beside(self, role: RoleProfile) -> tuple[Track, ...]:
        """The training for all staff, where the role's training does not contain it already."""
        return () if any(track.all_staff for track in role.training) else self.all_staff

    def roles_in(self, entry: str) -> tuple[tuple[RoleProfile, FrameworkLink], ...]:
        """The roles mapped to an entry of a role framework, in declared order."""
        roles = [self.roles[id] for id in self.classes.get(entry, ())]
        return tuple((role, role.classes[entry]) for role in roles)


def profile(plan: LinkedPlan) -> PlanProfile:
    """The profile of one plan."""
    asks, evidence, training = Asks(plan), PlanEvidence(plan), Training(plan)
    measures = _measures(plan)
    asking = Stated(plan.roles, plan.cells_by_role)
    roles = {
        role.id: _with_above(
            plan, _role(plan, role, asks, evidence, training, measures), asks, asking
        )
        for role in plan.content.roles
    }
    return PlanProfile(
        plan.summary,
        MappingProxyType(roles),
        _plan_areas(plan, roles),
        ids_by_class(roles.values()),
        plan.content.targets,
        evidence.of_plan(),
        training.for_all_staff(),
    )


def _strength(asked: Container[str], evidence: EvidenceByArea, area: str) -> Strength:
    if area in asked:
        return Strength.ASKED
    found = evidence.get(area, NO_EVIDENCE)
    if found.said:
        return Strength.SAID
    return Strength.TAUGHT if found.taught else Strength.NOTHING


def _role(
    plan: LinkedPlan,
    role: Role,
    every: Asks,
    evidence: PlanEvidence,
    training: Training,
    measures: Mapping[str, tuple[RoleMeasure, ...]],
) -> RoleProfile:
    asks = every.of_role(role.id)
    of_levels = training.of_levels(role.id) if role.levels else {}
    whole, base = training.parent_of(role), training.base_of(role)
    return RoleProfile(
        plan.id,
        role,
        asks,
        by_area(plan, asks),
        _unplaced(plan, asks),
        training.of_role(role.id),
        plan.targets_by_role.get(role.id, ()),
        links_by_class(role),
        _levels(plan, role, every, evidence, of_levels),
        of_levels.get(None, ()),
        None if whole is None else whole.id,
        evidence.of_role(role.id),
        tuple(part.id for part in plan.parts_by_role.get(role.id, ())),
        measures.get(role.id, ()),
        of_whole=training.of_part(role),
        base=None if base is None else BaseTraining(base, training.of_base(base)),
    )


def _measures(plan: LinkedPlan) -> Mapping[str, tuple[RoleMeasure, ...]]:
    """By role the measures that find and place its people."""
    found: dict[str, tuple[RoleMeasure, ...]] = {}
    file = plan.content.organisation_file
    for purpose in ("hiring", "placement") if file is not None else ():
        for one in getattr(file, purpose):
            measure = RoleMeasure(one.id, one.name, purpose, one.status, one.option or "")
            for role in one.roles:
                found[role] = (*found.get(role, ()), measure)
    return found


def _with_above(plan: LinkedPlan, role: RoleProfile, every: Asks, asking: Stated) -> RoleProfile:
    """The role with the areas that its parent role asks for, if it asks for nothing itself."""
    above = None if role.asks else asking.above(role.role)
    if above is None:
        return role
    areas = by_area(plan, every.of_role(above.id))
    return role._replace(above=above.id, areas_above=frozenset(areas))


def _levels(
    plan: LinkedPlan,
    role: Role,
    every: Asks,
    evidence: PlanEvidence,
    tracks_of: Mapping[str | None, tuple[Track, ...]],
) -> tuple[LevelProfile, ...]:
    asks = every.of_levels(role.id)
    return tuple(
        LevelProfile(
            level,
            asks[level.id],
            by_area(plan, asks[level.id]),
            _unplaced(plan, asks[level.id]),
            tracks_of.get(level.id, ()),
            evidence.of_role(role.id, level.id),
        )
        for level in role.levels
    )


def _unplaced(plan: LinkedPlan, asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
    return tuple(ask for ask in asks if not plan.skills[ask.skill_id].areas)


def links_by_class(role: Role) -> Mapping[str, FrameworkLink]:
    """How a role is mapped to each entry of a role framework.

    If it is mapped to an entry twice, the first mapping counts.
    """
    found: dict[str, FrameworkLink] = {}
    for link in role.classes:
        found.setdefault(link.entry, link)
    return MappingProxyType(found)


def ids_by_class(roles: Iterable[RoleProfile]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the roles that are mapped to each entry of a role framework."""
    found: dict[str, list[str]] = {}
    for role in roles:
        for entry in role.classes:
            found.setdefault(entry, []).append(role.id)
    return MappingProxyType({entry: tuple(ids) for entry, ids in found.items()})


def by_area(
    plan: LinkedPlan, asks: tuple[Ask, ...]
) -> Mapping[str, tuple[tuple[Ask, FrameworkLink], ...]]:
    """The asks by entry of a skill framework, in the order of the asks."""
    found: dict[str, list[tuple[Ask, FrameworkLink]]] = {}
    for ask in asks:
        for link in plan.skills[ask.skill_id].areas:
            found.setdefault(link.entry, []).append((ask, link))
    return MappingProxyType({entry: tuple(pairs) for entry, pairs in found.items()})


def _plan_areas(
    plan: LinkedPlan, roles: Mapping[str, RoleProfile]
) -> Mapping[str, tuple[tuple[str, Ask | None, FrameworkLink], ...]]:
    asks: dict[str, Ask] = {}
    for role in roles.values():
        for ask in role.asks:
            if ask.skill_id not in asks or ask.is_stronger(asks[ask.skill_id]):
                asks[ask.skill_id] = ask
    found: dict[str, list[tuple[str, Ask | None, FrameworkLink]]] = {}
    for skill in plan.content.skills:
        for link in skill.areas:
            found.setdefault(link.entry, []).append((skill.id, asks.get(skill.id), link))
    return MappingProxyType({entry: tuple(skills) for entry, skills in found.items()})
