"""A short summary of a plan: all that the pages of other plans and of frameworks need of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from jinzai.link.backlinks import Backlink, EntityKey
from jinzai.model.audience import FrameworkLink, Relation
from jinzai.model.base import Basis
from jinzai.model.content import PlanContent
from jinzai.model.course import Course
from jinzai.model.numbers import NumberRange
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
    """A role or a skill that its plan maps to no framework, and why.

    An empty `reason` means that nobody has mapped it yet: it may belong under any entry.
    """

    plan_id: str
    kind: str
    id: str
    name: str
    reason: str


class PlanMention(NamedTuple):
    """An entity of a plan whose text names another plan, or an entry of a framework.

    Of kind `plan` it is the plan itself. `why` is the reason why a role that is near to an entry is
    not mapped to it; it is empty for all else.
    """

    kind: str
    id: str
    name: str
    why: str = ""


class PlanSummary(NamedTuple):
    """A plan as others see it.

    `only_issuer` is true if no other plan has the same issuer. `apart` distinguishes the plan from
    others with the same name; it is empty if there are no others. Both need all plans, so
    `told_apart` sets them.

    `entries` maps `framework/entry` to what the plan has under it. `mentions` maps another plan's
    id to the entities that name that plan. `entry_mentions` maps `framework/entry` to the entities
    whose text names it. `concerned` maps a class of roles to the roles that are near to it, and
    to the offices, practices and measures that concern its people. `timed_courses` counts the
    courses for which the plan states hours or days.
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
    concerned: Mapping[str, tuple[PlanMention, ...]] = MappingProxyType({})
    timed_courses: int = 0

    @property
    def id(self) -> str:
        """The plan's id."""
        return self.plan.id

    @property
    def name(self) -> str:
        """The plan's name in a table's heading: its short title, else its issuer if that is unique.

        If several plans would have the same name, the prefecture follows the name, else the id.
        """
        name = self.plan.short_title or (
            self.plan.issuer.name if self.only_issuer else self.plan.title
        )
        return f"{name}（{self.apart}）" if self.apart else name

    def awaiting(self, kind: str | None = None) -> tuple[UnmappedEntity, ...]:
        """The roles and skills that nobody has mapped, without a reason for it; or those of a kind.

        Each may belong under any entry of a framework. So a plan with such a role is not said to
        lack a class of roles, and a plan with such a skill is not said to lack an area of skills.
        """
        return tuple(one for one in self.unmapped if not one.reason and kind in (None, one.kind))


def told_apart(summaries: Iterable[PlanSummary]) -> tuple[PlanSummary, ...]:
    """The summaries of all plans, each with what distinguishes it from plans with the same name.

    An issuer's name is not enough if another plan has the same issuer or has that name.
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
    """All summaries in their order. Those that share a name get `by` of them as their `apart`."""
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
        kind: str, id: str, name: str, maps: Sequence[FrameworkLink], reason: str | None
    ) -> None:
        for link in maps:
            entries.setdefault(link.entry, []).append(
                MappedEntity(plan_id, kind, id, name, link.relation, link.basis, link.note)
            )
        if reason is not None or not maps:
            unmapped.append(UnmappedEntity(plan_id, kind, id, name, reason or ""))

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
        concerned=_concerned(content, links, names),
        timed_courses=sum(map(_is_timed, content.courses)),
    )


def _is_timed(course: Course) -> bool:
    parts = (part for way in course.deliveries for part in (way, *way.plus))
    amounts = (amount for part in parts for amount in (part.hours, part.days))
    return any(isinstance(amount, int | Decimal | NumberRange) for amount in amounts)


_CONCERNING: Final = (
    ("role", "near_classes"),
    *((kind, "concerns") for kind in ("body", "practice", "measure")),
)
_SAID_OTHERWISE: Final = frozenset([("plan", "related"), ("role", "classes"), ("skill", "areas")])
"""Fields that do more than name a plan or an entry: they say how it is related."""


def _mentions(
    links: Mapping[EntityKey, tuple[Backlink, ...]], names: Mapping[EntityKey, str], kind: str
) -> Mapping[str, tuple[PlanMention, ...]]:
    """The entities that name plans or entries, each once, without the fields that relate them."""
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


def _concerned(
    content: PlanContent,
    links: Mapping[EntityKey, tuple[Backlink, ...]],
    names: Mapping[EntityKey, str],
) -> Mapping[str, tuple[PlanMention, ...]]:
    """By class what concerns its people, each once: roles near to it, offices, and the like."""
    reasons = {
        (role.id, near.entry): near.note for role in content.roles for near in role.near_classes
    }
    found: dict[str, tuple[PlanMention, ...]] = {}
    for target, sources in links.items():
        if target.kind == "entry":
            about = dict.fromkeys(
                one.source
                for field in _CONCERNING
                for one in sources
                if (one.source.kind, one.field) == field
            )
            if about:
                found[target.id] = tuple(
                    PlanMention(
                        *(key.kind, key.id, names[key]),
                        reasons.get((key.id, target.id), "") if key.kind == "role" else "",
                    )
                    for key in about
                )
    return MappingProxyType(found)
