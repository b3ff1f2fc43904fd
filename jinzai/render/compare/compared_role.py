"""A compared role: a role, or one level of it, as cells by row.

Owns what stands in which cell. `jinzai.render.compare.rows` owns the rows and their names. Two
things use the cells: templates/compare/compared_roles.html prints them, and the script
templates/theme/assets/jinzai/compare-table.js makes them from a plan's file. Refuses to know the
other compared roles.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from jinzai.compare.asked import Ask, AskOrigin
from jinzai.compare.learning import Track
from jinzai.compare.profile import LevelProfile, PlanProfile, RoleProfile
from jinzai.export.plain import plain_text
from jinzai.link.address import entity_address, level_address
from jinzai.model.audience import FrameworkLink, Headcount, Relation
from jinzai.model.base import Basis
from jinzai.model.role import Role
from jinzai.model.target import Target
from jinzai.render.compare.compared_role_notes import levels_asking, parts_asking
from jinzai.render.compare.compared_role_numbers import people, skill_numbers, training_numbers
from jinzai.render.page.place import PagePlace
from jinzai.render.words import amounts, marks
from jinzai.render.words.target_times import time_words
from jinzai.render.words.wording import word

WHOLE: Final = "役割の全体について"
"""The note on facts that a plan states for the whole role and not for the compared level."""


class ComparedItem(NamedTuple):
    """One thing in a cell.

    Attributes:
        text: what it is, in the plan's own words.
        href: where it stands in the catalogue, or `""`.
        note: a remark in small print behind it, or `""`.
        inferred: whether an editor worked it out.
        mark: the sign of the plan's matrix, with its `label` in the plan's legend and its `style`
            as `marks.style` gives it; `""` without a mark.
        state: as in `amounts.Value`; `""` for a plain statement.
    """

    text: str
    href: str = ""
    note: str = ""
    inferred: bool = False
    mark: str = ""
    label: str = ""
    style: str = ""
    state: str = ""


class ComparedRole(NamedTuple):
    """A role or one level of it.

    Attributes:
        key: `toyonaka/leader`, `hirakata/dx-leader@level-3`, as an address of the comparison says.
        plan: the plan's name, as `PlanSummary.name` has it.
        name: the role's name, with that of the level.
        href: its page.
        lists: the cells by the key of their row. A row that the plan says nothing about has no
            cell.
        numbers: the same for rows of numbers.
        asks: whether it asks for any skill. If not, the plan leaves its skills undefined.
        scale: the framework that all its levels are mapped to, or `""`.
    """

    key: str
    plan: str
    name: str
    href: str
    lists: Mapping[str, tuple[ComparedItem, ...]]
    numbers: Mapping[str, int | Decimal]
    asks: bool
    scale: str

    @property
    def plan_id(self) -> str:
        """The id of its plan."""
        return self.key.partition("/")[0]


def compared_roles(place: PagePlace, plan: PlanProfile) -> Iterator[ComparedRole]:
    """The roles of a plan, each followed by its levels."""
    for role in plan.roles.values():
        yield compared_role(place, plan, role)
        for level in role.levels:
            yield compared_level(place, plan, role, level)


def compared_role(place: PagePlace, plan: PlanProfile, role: RoleProfile) -> ComparedRole:
    """A role as a whole. The links are right for pages that stand beside `place`."""
    writer = _ItemWriter(place, plan, role)
    tracks, whose = _training(plan, role, role.tracks)
    lists = {
        **dict(writer.about("")),
        **writer.skills(role.areas, role.unplaced),
        "levels": tuple(writer.level(level) for level in role.levels),
        "tracks": tuple(writer.tracks(tracks, whose)),
        "courses": tuple(writer.courses(tracks)),
        "headcount": tuple(writer.headcount(role.role.headcount)),
        "targets": tuple(writer.targets(role.targets)),
    }
    return ComparedRole(
        f"{plan.id}/{role.id}",
        plan.summary.name,
        role.role.name,
        place.href(entity_address(plan.id, "role", role.id)),
        {key: cell for key, cell in lists.items() if cell},
        {**skill_numbers(role.asks), **training_numbers(tracks), **people(role.role)},
        bool(role.asks),
        _scale(role.role),
    )


def compared_level(
    place: PagePlace, plan: PlanProfile, role: RoleProfile, level: LevelProfile
) -> ComparedRole:
    """One level of a role. Facts that hold for the whole role carry the note `WHOLE`."""
    writer = _ItemWriter(place, plan, role, level.level.id)
    tracks, whose = _training(plan, role, level.tracks)
    lists = {
        **dict(writer.about(WHOLE)),
        **writer.skills(level.areas, level.unplaced),
        "levels": (writer.level(level),),
        "evidence": tuple(ComparedItem(plain_text(text)) for text in level.level.evidence),
        "tracks": (
            *writer.tracks(tracks, whose),
            *writer.tracks(role.unlevelled, "レベルを定めない研修"),
        ),
        "courses": tuple(writer.courses(tracks)),
        "headcount": tuple(writer.headcount(level.level.headcount)),
        "targets": tuple(writer.targets(t for t in role.targets if t.level == level.level.id)),
    }
    return ComparedRole(
        f"{plan.id}/{role.id}@{level.level.id}",
        plan.summary.name,
        f"{role.role.name} {level.level.name}",
        place.href(level_address(plan.id, role.id, level.level.id)),
        {key: cell for key, cell in lists.items() if cell},
        {**skill_numbers(level.asks), **training_numbers(tracks)},
        bool(level.asks),
        _scale(role.role),
    )


def _training(
    plan: PlanProfile, role: RoleProfile, own: tuple[Track, ...]
) -> tuple[tuple[Track, ...], str]:
    """The training of a compared role, and a note if the plan states it for a parent role."""
    whole = plan.parent_of(role)
    return (own, "") if whole is None else (whole.tracks, f"「{whole.role.name}」の研修")


class _ItemWriter:
    """Writes the items of one compared role."""

    def __init__(
        self, place: PagePlace, plan: PlanProfile, role: RoleProfile, level_id: str | None = None
    ) -> None:
        self._place = place
        self._plan = plan
        self._role = role
        self._level_id = level_id
        self._level_names = {level.level.id: level.level.name for level in role.levels}
        facts = plan.summary.plan
        self._departments = {one.id: one.name for one in facts.departments}
        self._tables = {one.id: one.name for one in facts.tables}
        self._blanks = facts.placeholders

    def about(self, note: str) -> Iterator[tuple[str, tuple[ComparedItem, ...]]]:
        role = self._role.role
        texts = {
            "audience": (role.audience,) if role.audience else (),
            "purpose": (role.purpose,) if role.purpose else (),
            "sourcing": (word(role.sourcing),) if role.sourcing else (),
            "duties": role.duties,
            "behaviours": role.behaviours,
            "knowledge": role.knowledge,
        }
        yield "classes", tuple(map(self._class, role.classes))
        for key, found in texts.items():
            yield key, tuple(ComparedItem(plain_text(text), note=note) for text in found)

    def _class(self, link: FrameworkLink) -> ComparedItem:
        entry = self._place.link("entry", link.entry)
        return ComparedItem(entry.text, entry.href, word(link.relation), _guessed(link.basis))

    def skills(
        self,
        areas: Mapping[str, tuple[tuple[Ask, FrameworkLink], ...]],
        unplaced: tuple[Ask, ...],
    ) -> dict[str, tuple[ComparedItem, ...]]:
        found = {
            area: tuple(self._skill(ask, link.relation) for ask, link in pairs)
            for area, pairs in areas.items()
        }
        found["unplaced"] = tuple(self._skill(ask, None) for ask in unplaced)
        return found

    def _skill(self, ask: Ask, relation: Relation | None) -> ComparedItem:
        notes = []
        if ask.levels and self._level_id is None:
            notes.append(levels_asking(self._role, ask))
        if ask.origin is AskOrigin.INHERITED and ask.via is not None:
            notes.append(f"土台の「{self._plan.roles[ask.via].role.name}」から")
        elif ask.origin is AskOrigin.PART:
            notes.append(parts_asking(self._plan, self._role, ask))
        if relation in (Relation.BROAD, Relation.NARROW):
            notes.append(word(relation))
        return ComparedItem(
            ask.name,
            self._place.href(entity_address(self._plan.id, "skill", ask.skill_id)),
            "、".join(notes),
            _guessed(ask.basis),
            ask.mark,
            ask.label,
            marks.style(ask.requirement),
        )

    def level(self, level: LevelProfile) -> ComparedItem:
        notes = [plain_text(level.level.definition)] if level.level.definition else []
        scale = level.level.scale
        if scale is not None:
            step = self._place.link("entry", scale.entry).text
            notes.append(f"共通の段階は「{step}」（{word(scale.relation)}）")
        return ComparedItem(
            level.level.name,
            self._place.href(level_address(self._plan.id, self._role.id, level.level.id)),
            " ".join(notes),
            scale is not None and _guessed(scale.basis),
        )

    def tracks(self, tracks: Iterable[Track], whose: str) -> Iterator[ComparedItem]:
        """The training as items. `whose` is a note if the training is not this role's own."""
        for track in tracks:
            names = (
                whose,
                self._departments[track.department] if track.department else "",
                self._tables[track.table] if track.table else "",
            )
            yield ComparedItem(
                amounts.load(track.load) or amounts.NO_COURSE,
                self._place.href(entity_address(self._plan.id, "curriculum", track.curricula[0])),
                "・".join(filter(None, names)),
                track.load.inferred,
            )
            for extra in track.extras:
                yield ComparedItem(
                    f"ほかに {amounts.load(extra.load)}",
                    note="・".join(filter(None, (*names, f"「{extra.only}」だけ"))),
                    inferred=extra.load.inferred,
                )

    def courses(self, tracks: Iterable[Track]) -> Iterator[ComparedItem]:
        for course in dict.fromkeys(course for track in tracks for course in track.taken):
            yield ComparedItem(
                course.name, self._place.href(entity_address(self._plan.id, "course", course.id))
            )

    def headcount(self, count: Headcount | None) -> Iterator[ComparedItem]:
        if count is not None:
            shown = amounts.value(count.value, "人")
            yield self._value(shown, count.note or "", count.basis)

    def targets(self, targets: Iterable[Target]) -> Iterator[ComparedItem]:
        for target in targets:
            level = self._level_names[target.level] if target.level else ""
            href = self._place.href(entity_address(self._plan.id, "target", target.id))
            for value in target.values:
                shown = amounts.target_value(value.value, target.unit, target.bound)
                when = (level, time_words(value.year, value.within))
                note = "・".join(filter(None, when))
                yield self._value(shown, note, target.basis)._replace(href=href)

    def _value(self, shown: amounts.Value, note: str, basis: Basis) -> ComparedItem:
        text = amounts.label(shown, self._blanks)
        return ComparedItem(text, note=note, inferred=_guessed(basis), state=shown.state)


def _guessed(basis: Basis) -> bool:
    return basis is Basis.INFERRED


def _scale(role: Role) -> str:
    scales = {level.scale.entry.partition("/")[0] if level.scale else "" for level in role.levels}
    return scales.pop() if len(scales) == 1 else ""
