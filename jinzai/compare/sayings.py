"""What the texts of roles say about areas: links such as `[EBPM](entry:skill-areas/data-analysis)`.

The texts of a role are its own, those of its levels, and those of the skills that it asks for.

This module owns which texts count, and when a link is the plan's own word. It knows one role at a
time. `jinzai.compare.evidence` says what roles take over from each other.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from jinzai.link.catalogue import LinkedPlan, entity_name
from jinzai.link.requirements import Cell, CellOrigin
from jinzai.model.base import Basis
from jinzai.model.framework import FrameworkKind
from jinzai.model.prose import linked_words, links
from jinzai.model.role import Level, Role
from jinzai.model.skill import Skill


class EvidenceOrigin(StrEnum):
    """From which role the evidence of a role comes."""

    OWN = "own"
    INHERITED = "inherited"
    PART = "part"
    PARENT = "parent"


class Saying(NamedTuple):
    """A link to an area in a text of a role, of one of its levels, or of a skill that it asks for.

    Attributes:
        area: the area as `framework/entry`.
        role_id: the role with the text. It is another role unless `origin` is own.
        level_id: the level with the text, or that asks for the skill; None for the whole role.
        field: the field with the text, one of `ROLE_TEXTS`, `LEVEL_TEXTS` or `SKILL_TEXTS`.
        number: the place of the text in that field, from 1.
        words: the words of the link.
        basis: stated if the words contain a term of the area, else an editor's reading. It is a
            reading too if an editor worked out that the role asks for the skill.
        origin: from which role it comes.
        skill_id: the skill with the text; None for a text of the role or of a level.
        skill: that skill's name, or `""`.
    """

    area: str
    role_id: str
    level_id: str | None
    field: str
    number: int
    words: str
    basis: Basis
    origin: EvidenceOrigin = EvidenceOrigin.OWN
    skill_id: str | None = None
    skill: str = ""

    @property
    def record(self) -> type[Role | Level | Skill]:
        """The model that has the field with the text."""
        if self.skill_id is not None:
            return Skill
        return Role if self.level_id is None else Level

    @property
    def key(self) -> tuple[object, ...]:
        """What two sayings in one area have in common if they are the same."""
        return self.role_id, self.level_id, self.skill_id, self.field, self.number, self.words


ROLE_TEXTS: Final = ("purpose", "duties", "behaviours", "knowledge")
"""The fields of a role that say what is asked of it. Remarks of editors do not."""
LEVEL_TEXTS: Final = ("definition", "evidence")
"""The fields of a level that do the same."""


SKILL_TEXTS: Final = ("definition",)
"""The field of a skill that says what it is. Its category and remarks of editors do not."""


def role_sayings(plan: LinkedPlan, role: Role) -> Iterator[Saying]:
    """The sayings of a role's own texts, those of each level, then those of the skills it asks for.

    The text of a skill adds only areas that no text of the role or of a level has.
    """
    own = list(_said_in(plan, role.id, None, role, ROLE_TEXTS))
    for level in role.levels:
        own += _said_in(plan, role.id, level.id, level, LEVEL_TEXTS)
    yield from own
    told = {saying.area for saying in own}
    yield from (saying for saying in _skill_sayings(plan, role) if saying.area not in told)


def _skill_sayings(plan: LinkedPlan, role: Role) -> Iterator[Saying]:
    """The sayings of the skills that the role asks for itself."""
    asking: dict[str, list[Cell]] = {}
    for cell in plan.cells_by_role.get(role.id, ()):
        if cell.origin is CellOrigin.OWN:
            asking.setdefault(cell.skill_id, []).append(cell)
    every_level = {level.id for level in role.levels}
    for skill_id, cells in asking.items():
        skill = plan.skills[skill_id]
        by_level = {cell.level_id: cell.basis for cell in cells}
        if set(by_level) >= every_level:
            # Every level asks for it, and so the whole role does.
            by_level = {
                None: Basis.INFERRED if Basis.INFERRED in by_level.values() else Basis.STATED
            }
        for level_id, basis in by_level.items():
            for one in _said_in(plan, role.id, level_id, skill, SKILL_TEXTS):
                read = one.basis if basis is Basis.STATED else basis
                yield one._replace(skill_id=skill_id, skill=entity_name(skill), basis=read)


def _said_in(
    plan: LinkedPlan,
    role_id: str,
    level_id: str | None,
    record: Role | Level | Skill,
    fields: Iterable[str],
) -> Iterator[Saying]:
    for field in fields:
        value: str | tuple[str, ...] | None = getattr(record, field)
        texts = (value,) if isinstance(value, str) else value or ()
        for number, text in enumerate(texts, 1):
            for area, words, basis in linked_areas(plan, text):
                yield Saying(area, role_id, level_id, field, number, words, basis)


def linked_areas(plan: LinkedPlan, text: str) -> Iterator[tuple[str, str, Basis]]:
    """The areas to which a text has links: the area, the link's words, and their basis."""
    found = links(text)
    if all(link.kind != "entry" for link in found):
        return
    for link, words in zip(found, linked_words(text), strict=True):
        known = plan.entries.get(link.id) if link.kind == "entry" else None
        if known is not None and known[0].kind is FrameworkKind.SKILL:
            named = known[1].is_named_in(words)
            yield link.id, words, Basis.STATED if named else Basis.INFERRED
