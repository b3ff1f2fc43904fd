"""What other plans and the frameworks need to know of a plan: small, and all that crosses plans."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from jinzai.link.backlinks import Backlink, EntityKey
from jinzai.model.audience import FrameworkLink, Relation
from jinzai.model.base import Basis
from jinzai.model.content import PlanContent
from jinzai.model.plan import Plan


class MappedEntity(NamedTuple):
    """A role, a skill or a level of some plan under an entry of a framework.

    The id of a level is `role/level`, its name says the role too.
    """

    plan_id: str
    kind: str
    id: str
    name: str
    relation: Relation
    basis: Basis
    note: str | None


class UnmappedEntity(NamedTuple):
    """A role or a skill that its plan maps to no framework, and why."""

    plan_id: str
    kind: str
    id: str
    name: str
    reason: str


class PlanMention(NamedTuple):
    """An entity of a plan whose text names another plan, or an entry of a framework.

    Of kind `plan` it is the plan itself.
    """

    kind: str
    id: str
    name: str


class PlanSummary(NamedTuple):
    """A plan as others see it.

    `only_issuer` says that no other plan has its issuer, `apart` is what tells it from others of
    its name, empty where none has it; one plan alone cannot know.

    `entries` maps `framework/entry` to what the plan has there, `mentions` another plan's id to
    the entities that name it, `entry_mentions` the same for entries that their texts name.
    """

    plan: Plan
    roles: int
    skills: int
    courses: int
    entries: Mapping[str, tuple[MappedEntity, ...]]
    unmapped: tuple[UnmappedEntity, ...]
    mentions: Mapping[str, tuple[PlanMention, ...]]
    entry_mentions: Mapping[str, tuple[PlanMention, ...]]
    only_issuer: bool = False
    apart: str = ""

    @property
    def id(self) -> str:
        """The plan's id."""
        return self.plan.id

    @property
    def name(self) -> str:
        """What a table's heading calls the plan: by its short title, else, alone, by its issuer.

        Of plans that would be called alike each has its prefecture behind its name, else its id.
        """
        name = self.plan.short_title or (
            self.plan.issuer.name if self.only_issuer else self.plan.title
        )
        return f"{name}（{self.apart}）" if self.apart else name


def told_apart(summaries: Iterable[PlanSummary]) -> tuple[PlanSummary, ...]:
    """The summaries of all plans, each with what tells it from those of its name.

    An issuer's name does not tell its plan from the others where another plan has the same issuer,
    or is called by that name.
    """
    every = tuple(summaries)
    named = Counter(one.plan.issuer.name for one in every)
    named.update(one.plan.short_title for one in every if one.plan.short_title)
    called = (
        one if one.plan.short_title else one._replace(only_issuer=named[one.plan.issuer.name] == 1)
        for one in every
    )
    by_prefecture = _apart(called, lambda one: one.plan.issuer.prefecture or one.id)
    return tuple(_apart(by_prefecture, lambda one: one.id))


def _apart(
    summaries: Iterable[PlanSummary], by: Callable[[PlanSummary], str]
) -> Iterator[PlanSummary]:
    """The summaries; those of one name with what is to tell them apart."""
    every = tuple(summaries)
    named = Counter(one.name for one in every)
    return (one if named[one.name] == 1 else one._replace(apart=by(one)) for one in every)


def summarise(
    content: PlanContent,
    links: Mapping[EntityKey, tuple[Backlink, ...]],
    names: Mapping[EntityKey, str],
) -> PlanSummary:
    """The summary of one plan, from its own references and the names of its entities."""
    entries: dict[str, list[MappedEntity]] = {}
    unmapped: list[UnmappedEntity] = []
    plan_id = content.plan.id

    def collect(
        kind: str, id: str, name: str, maps: Iterable[FrameworkLink], reason: str | None
    ) -> None:
        for link in maps:
            entries.setdefault(link.entry, []).append(
                MappedEntity(plan_id, kind, id, name, link.relation, link.basis, link.note)
            )
        if reason is not None:
            unmapped.append(UnmappedEntity(plan_id, kind, id, name, reason))

    for role in content.roles:
        collect("role", role.id, role.name, role.classes, role.unmapped)
        for level in role.levels:
            if level.scale is not None:
                name = f"{role.name} {level.name}"
                collect("level", f"{role.id}/{level.id}", name, (level.scale,), None)
    for skill in content.skills:
        name = f"{skill.name}（{skill.distinction}）" if skill.distinction else skill.name
        collect("skill", skill.id, name, skill.areas, skill.unmapped)
    return PlanSummary(
        content.plan,
        len(content.roles),
        len(content.skills),
        len(content.courses),
        MappingProxyType({entry: tuple(mapped) for entry, mapped in entries.items()}),
        tuple(unmapped),
        _mentions(links, names, "plan"),
        _mentions(links, names, "entry"),
    )


_SAID_OTHERWISE: Final = frozenset([("plan", "related"), ("role", "classes"), ("skill", "areas")])
"""Fields that say more of a plan or an entry than that they name it: how it is related."""


def _mentions(
    links: Mapping[EntityKey, tuple[Backlink, ...]], names: Mapping[EntityKey, str], kind: str
) -> Mapping[str, tuple[PlanMention, ...]]:
    """Who names plans or entries, each entity once, without what says how they are related."""
    found: dict[str, tuple[PlanMention, ...]] = {}
    for target, sources in links.items():
        if target.kind == kind:
            naming = dict.fromkeys(
                one.source for one in sources if (one.source.kind, one.field) not in _SAID_OTHERWISE
            )
            if naming:
                found[target.id] = tuple(
                    PlanMention(key.kind, key.id, names.get(key, "")) for key in naming
                )
    return MappingProxyType(found)
