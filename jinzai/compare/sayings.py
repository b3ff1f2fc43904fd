"""What the texts of roles say about areas: links such as `[EBPM](entry:skill-areas/data-analysis)`.

This module owns which texts count, and when a link is the plan's own word. It knows one role at a
time. `jinzai.compare.evidence` says what roles take over from each other.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from jinzai.link.catalogue import LinkedPlan
from jinzai.model.base import Basis
from jinzai.model.framework import FrameworkKind
from jinzai.model.prose import linked_words, links
from jinzai.model.role import Level, Role


class EvidenceOrigin(StrEnum):
    """From which role the evidence of a role comes."""

    OWN = "own"
    INHERITED = "inherited"
    PART = "part"
    PARENT = "parent"


class Saying(NamedTuple):
    """A link to an area in a text of a role or of one of its levels.

    Attributes:
        area: the area as `framework/entry`.
        role_id: the role with the text. It is another role unless `origin` is own.
        level_id: the level with the text; None for a text of the role itself.
        field: the field with the text, one of `ROLE_TEXTS` or `LEVEL_TEXTS`.
        number: the place of the text in that field, from 1.
        words: the words of the link.
        basis: stated if the words contain a term of the area, else an editor's reading.
        origin: from which role it comes.
    """

    area: str
    role_id: str
    level_id: str | None
    field: str
    number: int
    words: str
    basis: Basis
    origin: EvidenceOrigin = EvidenceOrigin.OWN

    @property
    def key(self) -> tuple[object, ...]:
        """What two sayings in one area have in common if they are the same."""
        return self.role_id, self.level_id, self.field, self.number, self.words


ROLE_TEXTS: Final = ("purpose", "duties", "behaviours", "knowledge")
"""The fields of a role that say what is asked of it. Remarks of editors do not."""
LEVEL_TEXTS: Final = ("definition", "evidence")
"""The fields of a level that do the same."""


def role_sayings(plan: LinkedPlan, role: Role) -> Iterator[Saying]:
    """The sayings of a role's own texts, then those of each level."""
    yield from _said_in(plan, role.id, None, role, ROLE_TEXTS)
    for level in role.levels:
        yield from _said_in(plan, role.id, level.id, level, LEVEL_TEXTS)


def _said_in(
    plan: LinkedPlan,
    role_id: str,
    level_id: str | None,
    record: Role | Level,
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
    for link, words in zip(links(text), linked_words(text), strict=True):
        known = plan.entries.get(link.id) if link.kind == "entry" else None
        if known is not None and known[0].kind is FrameworkKind.SKILL:
            named = known[1].is_named_in(words)
            yield link.id, words, Basis.STATED if named else Basis.INFERRED
