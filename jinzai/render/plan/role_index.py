"""The index of a plan's roles: its tiers from the top, then the roles beside and outside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.model import kinds
from jinzai.model.role import Role, Sourcing, Standing
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.index_columns import is_sparse
from jinzai.render.page.links import Link
from jinzai.render.page.navigation import beside
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.plan.nesting import nested_parts
from jinzai.render.plan.role_numbers import courses_in_words, skills_in_words
from jinzai.render.plan.strip_words import first_sentence
from jinzai.render.words import amounts
from jinzai.render.words.target_times import time_words

GROUPS: Final = (
    Section("tier", "階層"),
    Section("beside", "階層外"),
    Section("outside", "庁外の人材"),
)
"""The groups of rows, by the roles' standing."""

_COLUMNS: Final = (
    Section("who", "だれがなる"),
    Section("people", "人数と目標"),
    Section("next", "次にめざす役割"),
)
"""The columns that a plan may state nothing for, by the names of their cells."""


class TargetInIndex(NamedTuple):
    """The last value of a target.

    `level` is the level that it is about, and `share` what it is a share of; both may be empty.
    """

    level: str
    share: str
    value: amounts.Value
    inferred: bool


class TargetsAtOnce(NamedTuple):
    """The targets of a role that are to be reached at one time, level by level."""

    time: str
    targets: tuple[TargetInIndex, ...]


class RoleLine(NamedTuple):
    """A role of the index, with the parts that it is divided into.

    `skills` and `courses` are numbers in words, or say where else the plan states them. They are
    empty if the plan does not state them.
    """

    role: Link
    levels: int
    who: Markup
    headcount: amounts.Value | None
    headcount_inferred: bool
    targets: tuple[TargetsAtOnce, ...]
    skills: str
    courses: str
    next: tuple[Link, ...]
    extends: Link | None
    parts: tuple["RoleLine", ...]

    @property
    def people(self) -> bool:
        """Whether the plan states how many people the role has, or is to have."""
        has_size = self.headcount is not None and self.headcount.state != "undefined"
        return has_size or bool(self.targets)


@dataclass(frozen=True, slots=True)
class RoleIndexView:
    """The content of the index.

    `names` are the groups, and `groups` holds the lines of each by its anchor. `columns` are the
    optional columns that the table has. A sentence stands for each of the `sentences`, with the
    lines that it names. `unstated` are the columns for which the plan states nothing. `external`
    are the roles in the other groups whose people come from outside, wholly or in part.
    """

    count: int
    names: tuple[Section, ...]
    groups: dict[str, tuple[RoleLine, ...]]
    columns: tuple[Section, ...]
    sentences: tuple[tuple[Section, tuple[RoleLine, ...]], ...]
    unstated: tuple[Section, ...]
    external: tuple[Link, ...]
    matrix: Link
    csv: Link
    note: Markup


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one index of the plan's roles."""
    address = context.address(kinds.ROLES.page)
    place = context.place(address)
    shown = view(context, place)
    yield Draft.of_file(
        context,
        place,
        kinds.ROLES,
        description="が定める役割（人材像）の一覧。",
        view=shown,
        sections=(Section("roles", "役割の一覧"), *shown.unstated),
        siblings=beside(context.plan.content.roles, lambda role: place.link("role", role.id)),
    )


def view(context: PlanContext, place: PagePlace) -> RoleIndexView:
    """The content of the index. A part stands below its parent role, whatever its own standing."""
    content = context.plan.content
    groups = {
        standing.value: tuple(
            _line(context, place, role)
            for role in content.roles
            if role.standing is standing and role.part_of is None
        )
        for standing in Standing
    }
    every = tuple(line for group in groups.values() for line in _with_parts(group))
    having = {
        column.anchor: tuple(line for line in every if getattr(line, column.anchor))
        for column in _COLUMNS
    }
    sparse = {
        column.anchor
        for column in _COLUMNS
        if is_sparse(getattr(line, column.anchor) for line in every)
    }
    return RoleIndexView(
        count=len(content.roles),
        names=GROUPS,
        groups=groups,
        columns=tuple(one for one in _COLUMNS if one.anchor not in sparse),
        sentences=tuple(
            (one, having[one.anchor])
            for one in _COLUMNS
            if one.anchor in sparse and having[one.anchor]
        ),
        unstated=tuple(
            one
            for one in _COLUMNS
            if every and not having[one.anchor] and not (one.anchor == "people" and content.targets)
        ),
        external=tuple(
            place.link("role", role.id)
            for role in content.roles
            if role.sourcing in (Sourcing.EXTERNAL, Sourcing.BOTH)
            and role.standing is not Standing.OUTSIDE
        ),
        matrix=place.to(context.address(kinds.MATRICES.page), kinds.MATRICES.title),
        csv=place.to(context.address("data/roles.csv"), "roles.csv"),
        note=place.prose(content.roles_file.note if content.roles_file else None),
    )


def _with_parts(lines: Iterable[RoleLine]) -> Iterator[RoleLine]:
    for line in lines:
        yield line
        yield from _with_parts(line.parts)


def _line(context: PlanContext, place: PagePlace, role: Role, level: int = 1) -> RoleLine:
    plan = context.plan
    count = role.headcount
    return RoleLine(
        role=place.link("role", role.id),
        levels=len(role.levels),
        who=place.inline(first_sentence(role.audience)[0]) if role.audience else Markup(),
        headcount=place.value(amounts.value(count.value, "人")) if count else None,
        headcount_inferred=count is not None and is_inferred(count.basis),
        targets=tuple(_targets(context, place, role)),
        skills=skills_in_words(context, role),
        courses=courses_in_words(context, role),
        next=tuple(place.role(following.role, following.level) for following in role.next),
        extends=place.role(role.extends.role, role.extends.level) if role.extends else None,
        parts=tuple(
            _line(context, place, part, level + 1)
            for part in nested_parts(role.id, plan.parts_by_role, level)
        ),
    )


def _targets(context: PlanContext, place: PagePlace, role: Role) -> Iterator[TargetsAtOnce]:
    every: tuple[str | None, ...] = (None, *(level.id for level in role.levels))
    levels = {id: number for number, id in enumerate(every)}
    by_time: dict[str, list[TargetInIndex]] = {}
    found = context.plan.targets_by_role.get(role.id, ())
    for target in sorted(found, key=lambda one: levels[one.level]):
        last = target.values[-1]
        by_time.setdefault(time_words(last.year, last.within), []).append(
            TargetInIndex(
                context.level_name(role.id, target.level),
                amounts.share_of(target),
                place.value(amounts.target_value(last.value, target.unit, target.bound)),
                is_inferred(target.basis),
            )
        )
    for time, targets in by_time.items():
        yield TargetsAtOnce(time, tuple(targets))
