"""A compared role: a role, or one level of it, as cells by row.

This module owns the content of the cells. `jinzai.render.compare.rows` owns the rows and their
names. The cells are used twice: templates/compare/compared_roles.html prints them, and the script
templates/theme/assets/jinzai/compare-table.js makes them from a plan's file. This module does not
know the other compared roles.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from jinzai.compare.asked import Ask, AskOrigin
from jinzai.compare.learning import Track
from jinzai.compare.profile import LevelProfile, PlanProfile, RoleProfile
from jinzai.export.plain import plain_text
from jinzai.link.address import entity_address, level_address
from jinzai.model import kinds
from jinzai.model.audience import FrameworkLink, Headcount, Relation
from jinzai.model.base import Basis
from jinzai.model.framework import FrameworkKind
from jinzai.model.organisation import MeasureStatus
from jinzai.model.target import Target
from jinzai.render.compare.compared_item import ComparedItem
from jinzai.render.compare.compared_role_evidence import EvidenceItems
from jinzai.render.compare.compared_role_notes import OF_ALL, SkillNotes, one_scale, parts_by_role
from jinzai.render.compare.compared_role_numbers import people, skill_numbers, training_numbers
from jinzai.render.compare.compared_role_texts import RoleText, RoleTexts
from jinzai.render.compare.reaches import base_words, for_all_words, load_words, way_words
from jinzai.render.page.place import PagePlace
from jinzai.render.words import amounts, marks
from jinzai.render.words.target_times import time_words
from jinzai.render.words.wording import relation_to, things, word

MOST_CLASSES: Final = 12
"""The largest number of classes that are named for a role. Its own page names all."""
ROLE_IS_LEVEL: Final = "役割そのものが計画のレベル"
"""The note on the level of a role if the plan lists the roles themselves as levels."""
WHOLE: Final = "役割の全体について"
"""The note on facts that a plan states for the whole role and not for the compared level."""


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


class ComparedRoles:
    """The roles of one plan and their levels, to be compared.

    Their links are right for pages that stand beside `place`.
    """

    def __init__(self, place: PagePlace, plan: PlanProfile) -> None:
        self._place = place
        self._plan = plan
        self._parts = parts_by_role(plan)
        self._texts = RoleTexts(plan)
        facts = plan.summary.plan
        self._departments = {one.id: one.name for one in facts.departments}
        self._tables = {one.id: one.name for one in facts.tables}

    def every(self) -> Iterator[ComparedRole]:
        """The roles of the plan, each followed by its levels."""
        for role in self._plan.roles.values():
            writer = self._writer(role)
            yield writer.role()
            yield from writer.levels()

    def of_role(self, role: RoleProfile) -> ComparedRole:
        """A role as a whole."""
        return self._writer(role).role()

    def _writer(self, role: RoleProfile) -> "_ItemWriter":
        notes = SkillNotes(role, self._parts.get(role.id, ()))
        return _ItemWriter(
            self._place, self._plan, role, notes, self._texts, self._departments, self._tables
        )


class _ItemWriter:
    """Writes one role and its levels."""

    def __init__(
        self,
        place: PagePlace,
        plan: PlanProfile,
        role: RoleProfile,
        notes: SkillNotes,
        texts: RoleTexts,
        departments: Mapping[str, str],
        tables: Mapping[str, str],
    ) -> None:
        """`departments` and `tables` are the names of those of the plan."""
        self._place = place
        self._plan = plan
        self._role = role
        self._notes = notes
        self._texts = texts
        self._departments = departments
        self._tables = tables
        self._level_names = {level.level.id: level.level.name for level in role.levels}
        self._scale = one_scale(role.role)
        self._evidence = EvidenceItems(place, plan, role)
        self._blanks = plan.summary.plan.placeholders

    def role(self) -> ComparedRole:
        """The role as a whole."""
        role = self._role
        as_level = role.role.as_level
        tracks, whose = self._training(role.tracks)
        beside = () if role.role.is_from_outside else self._plan.for_all_beside(role)
        for_all = self.courses(beside, OF_ALL)
        numbers = people(role.role.headcount)
        people_by_level = tuple(
            item for one in role.levels for item in self.headcount(one.level.headcount, one)
        )
        lists = {
            **dict(self.about(self._texts.of_role(role), "")),
            **self.skills(role.areas, role.unplaced, names_levels=True),
            **self._evidence.of(role.areas, role.evidence),
            "levels": (
                *(self.level(level) for level in role.levels),
                *((ComparedItem(as_level, note=ROLE_IS_LEVEL),) if as_level else ()),
            ),
            "evidence": (
                *(item for level in role.levels for item in self.evidence(level, level.level.name)),
                *map(_item, self._texts.finished(role, tracks)),
            ),
            "tracks": (*self.tracks(tracks, whose), *self.apart()),
            "courses": (*self.courses(tracks), *for_all, *map(_item, self._texts.training(role))),
            "headcount": (*self.headcount(role.role.headcount), *people_by_level),
            "people": () if numbers else people_by_level,
            "targets": (
                *self.targets(role.targets),
                *self.targets(self._plan.targets_for_all(role), OF_ALL),
            ),
        }
        return ComparedRole(
            f"{self._plan.id}/{role.id}",
            self._plan.summary.name,
            role.role.name,
            self._place.href(entity_address(self._plan.id, "role", role.id)),
            {key: cell for key, cell in lists.items() if cell},
            {**skill_numbers(role.asks), **training_numbers(tracks), **numbers},
            bool(role.asks),
            self._scale,
        )

    def levels(self) -> Iterator[ComparedRole]:
        """Each level. Facts that hold for the whole role carry a note that says so."""
        if not self._role.levels:
            return
        unlevelled = tuple(self.tracks(self._role.unlevelled, "レベルを定めない研修"))
        about = dict(self.about(self._texts.of_levels(self._role), WHOLE))
        targets: dict[str | None, list[Target]] = {}
        for target in self._role.targets:
            targets.setdefault(target.level, []).append(target)
        for level in self._role.levels:
            of_level = targets.get(level.level.id, ())
            yield self._level(level, {**about, **self.own_duties(level)}, unlevelled, of_level)

    def _level(
        self,
        level: LevelProfile,
        about: Mapping[str, tuple[ComparedItem, ...]],
        unlevelled: tuple[ComparedItem, ...],
        targets: Iterable[Target],
    ) -> ComparedRole:
        tracks, whose = self._training(level.tracks)
        lists = {
            **about,
            **self.skills(level.areas, level.unplaced, names_levels=False),
            **self._evidence.of(level.areas, level.evidence),
            "levels": (self.level(level),),
            "evidence": tuple(self.evidence(level)),
            "tracks": (*self.tracks(tracks, whose), *unlevelled, *self.apart()),
            "courses": tuple(self.courses(tracks)),
            "headcount": tuple(self.headcount(level.level.headcount)),
            "targets": tuple(self.targets(targets)),
        }
        role = self._role
        return ComparedRole(
            f"{self._plan.id}/{role.id}@{level.level.id}",
            self._plan.summary.name,
            f"{role.role.name} {level.level.name}",
            self._place.href(level_address(self._plan.id, role.id, level.level.id)),
            {key: cell for key, cell in lists.items() if cell},
            {
                **skill_numbers(level.asks),
                **training_numbers(tracks),
                **people(level.level.headcount),
            },
            bool(level.asks),
            self._scale,
        )

    def _training(self, own: tuple[Track, ...]) -> tuple[tuple[Track, ...], str]:
        """The training of a role or level, and a note.

        The note names the parent role if the training is the parent's; else it is `""`.
        """
        whole = self._plan.parent_of(self._role)
        if whole is None:
            return own, ""
        return self._role.of_whole, f"「{whole.role.name}」の研修"

    def about(
        self, texts: Iterable[tuple[str, tuple[RoleText, ...]]], note: str
    ) -> Iterator[tuple[str, tuple[ComparedItem, ...]]]:
        """The rows of texts, and the classes. `note` stands behind the role's own texts."""
        yield "classes", tuple(self._classes())
        for key, found in texts:
            items = tuple(_item(one, note) for one in found)
            yield key, (*items, *self.measures()) if key == "sourcing" else items

    def measures(self) -> Iterator[ComparedItem]:
        """The measures that find and place the people of the role."""
        for one in self._role.measures:
            status = "" if one.status is MeasureStatus.SETTLED else word(one.status)
            title = kinds.ORGANISATION.list_title(one.purpose)
            yield ComparedItem(
                one.name,
                self._place.href(entity_address(self._plan.id, "measure", one.id)),
                "・".join(filter(None, (title, one.option or status))),
            )

    def own_duties(self, level: LevelProfile) -> dict[str, tuple[ComparedItem, ...]]:
        """The duties that stand in a level; empty if the role states its duties as a whole."""
        text = level.level.definition
        if self._role.role.duties or not text:
            return {}
        return {"duties": (ComparedItem(plain_text(text), note=level.level.name),)}

    def evidence(self, level: LevelProfile, note: str = "") -> Iterator[ComparedItem]:
        for text in level.level.evidence:
            yield ComparedItem(plain_text(text), note=note)

    def _classes(self) -> Iterator[ComparedItem]:
        """The first classes of the role, and how many more there are.

        A role with many classes is in the table of each, so the work would grow with their square.
        """
        every = self._role.role.classes
        yield from map(self._class, every[:MOST_CLASSES])
        if len(every) > MOST_CLASSES:
            href = self._place.href(entity_address(self._plan.id, "role", self._role.id))
            yield ComparedItem(f"ほか{things(len(every) - MOST_CLASSES)}の区分", href)

    def _class(self, link: FrameworkLink) -> ComparedItem:
        entry = self._place.link("entry", link.entry)
        return ComparedItem(
            entry.text,
            entry.href,
            relation_to(FrameworkKind.ROLE, link.relation),
            _guessed(link.basis),
        )

    def skills(
        self,
        areas: Mapping[str, tuple[tuple[Ask, FrameworkLink], ...]],
        unplaced: tuple[Ask, ...],
        *,
        names_levels: bool,
    ) -> dict[str, tuple[ComparedItem, ...]]:
        found = {
            area: tuple(self._skill(ask, link.relation, names_levels) for ask, link in pairs)
            for area, pairs in areas.items()
        }
        found["unplaced"] = tuple(self._skill(ask, None, names_levels) for ask in unplaced)
        return found

    def _skill(self, ask: Ask, relation: Relation | None, names_levels: bool) -> ComparedItem:
        notes = []
        if ask.levels and names_levels:
            notes.append(self._notes.levels_asking(ask))
        if ask.origin is AskOrigin.INHERITED and ask.via is not None:
            notes.append(f"前提の「{self._plan.roles[ask.via].role.name}」から")
        elif ask.origin is AskOrigin.PART:
            notes.append(self._notes.parts_asking(ask))
        if relation in (Relation.BROAD, Relation.NARROW):
            notes.append(relation_to(FrameworkKind.SKILL, relation))
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
            notes.append(
                f"共通のレベルは「{step}」（{relation_to(FrameworkKind.LEVEL, scale.relation)}）"
            )
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
                amounts.load(track.load) or amounts.LOAD_WORDS.none,
                self._place.href(entity_address(self._plan.id, "curriculum", track.curricula[0])),
                "・".join(filter(None, names)),
                track.load.inferred,
            )
            if way := way_words(self._plan, track):
                yield ComparedItem(way, note="・".join(filter(None, names)))
            for extra in track.extras:
                yield ComparedItem(
                    f"さらに {load_words(extra)}",
                    note="・".join(filter(None, (*names, f"「{extra.only}」だけ"))),
                    inferred=extra.load.inferred,
                )

    def apart(self) -> Iterator[ComparedItem]:
        """Training for all staff, and that of the role that this one extends: in no sum."""
        yield from map(ComparedItem, for_all_words(self._plan, self._role))
        for text in base_words(self._plan, self._role):
            yield ComparedItem(text, inferred=True)

    def courses(self, tracks: Iterable[Track], note: str = "") -> Iterator[ComparedItem]:
        names = {course.id: course.name for track in tracks for course in track.taken}
        for id, name in names.items():
            href = self._place.href(entity_address(self._plan.id, "course", id))
            yield ComparedItem(name, href, note)

    def headcount(
        self, count: Headcount | None, level: LevelProfile | None = None
    ) -> Iterator[ComparedItem]:
        """The number of people, with the name of the `level` in the note."""
        if count is not None:
            shown = amounts.value(count.value, "人")
            names = (level.level.name if level is not None else "", count.note)
            yield self._value(shown, "・".join(filter(None, names)), count.basis)

    def targets(self, targets: Iterable[Target], whose: str = "") -> Iterator[ComparedItem]:
        for target in targets:
            level = whose or (self._level_names[target.level] if target.level else "")
            href = self._place.href(entity_address(self._plan.id, "target", target.id))
            for value in target.values:
                shown = amounts.target_value(value.value, target.unit, target.bound)
                when = (level, time_words(value.year, value.within))
                note = "・".join(filter(None, when))
                yield self._value(shown, note, target.basis)._replace(href=href)

    def _value(self, shown: amounts.Value, note: str, basis: Basis) -> ComparedItem:
        text = amounts.explained(shown, self._blanks).text
        return ComparedItem(text, note=note, inferred=_guessed(basis), state=shown.state)


def _item(text: RoleText, note: str = "") -> ComparedItem:
    """A text, with whose it is or else with the note."""
    return ComparedItem(plain_text(text.text), note=text.whose or note)


def _guessed(basis: Basis) -> bool:
    return basis is Basis.INFERRED
