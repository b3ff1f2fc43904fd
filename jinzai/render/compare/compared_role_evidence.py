"""What a compared role has in an area besides skills of its own table, as items of a cell.

These are texts that say it, training that teaches it, and the parent role's table. The styles of
the items are the names of the strengths (`jinzai.model.strength`).
"""

from collections.abc import Container, Iterable, Iterator

from jinzai.compare.evidence import EvidenceByArea
from jinzai.compare.lessons import Lesson
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.compare.sayings import EvidenceOrigin, Saying
from jinzai.link.address import entity_address
from jinzai.model.strength import Strength
from jinzai.render.compare.compared_item import ComparedItem
from jinzai.render.page.evidence import MOST_LESSONS, said_views, sign_of
from jinzai.render.page.place import PagePlace, is_inferred


class EvidenceItems:
    """Writes the items of one role and its levels."""

    def __init__(self, place: PagePlace, plan: PlanProfile, role: RoleProfile) -> None:
        self._place = place
        self._plan = plan
        self._role = role

    def of(
        self, asked: Container[str], evidence: EvidenceByArea
    ) -> dict[str, tuple[ComparedItem, ...]]:
        """The cells of the areas in which no skill is asked for, by area."""
        return {**self._weaker(asked, evidence), **self._above()}

    def _weaker(
        self, asked: Container[str], evidence: EvidenceByArea
    ) -> dict[str, tuple[ComparedItem, ...]]:
        """What texts say, or else what training teaches."""
        return {
            area: tuple(self._said(found.said) if found.said else self._taught(found.taught))
            for area, found in evidence.items()
            if area not in asked
        }

    def _above(self) -> dict[str, tuple[ComparedItem, ...]]:
        """The areas for which the parent role asks, if the role asks for nothing itself."""
        if self._role.above is None:
            return {}
        sign, parent = sign_of(Strength.ASKED), self._plan.roles[self._role.above].role
        href = self._place.href(entity_address(self._plan.id, "role", parent.id))
        item = ComparedItem(
            f"上位の役割「{parent.name}」", href, "", False, sign.sign, sign.word, sign.key
        )
        return dict.fromkeys(self._role.areas_above, (item,))

    def _said(self, said: Iterable[Saying]) -> Iterator[ComparedItem]:
        sign = sign_of(Strength.SAID)
        for one in said_views(self._place, self._plan, said):
            whose = f"{one.role.text}の" if one.role.text != self._role.role.name else ""
            yield ComparedItem(
                f"「{one.words}」",
                one.role.href,
                f"{whose}{one.where}",
                one.inferred,
                sign.sign,
                sign.word,
                sign.key,
            )

    def _taught(self, taught: tuple[Lesson, ...]) -> Iterator[ComparedItem]:
        sign = sign_of(Strength.TAUGHT)
        more = len(taught) - MOST_LESSONS
        for number, one in enumerate(taught[:MOST_LESSONS], 1):
            whose = self._plan.roles[one.role_id].role.name if one.role_id else ""
            notes = [f"「{whose}」の研修"] if one.origin is not EvidenceOrigin.OWN else []
            if more > 0 and number == MOST_LESSONS:
                notes.append(f"ほか{more}件")
            yield ComparedItem(
                one.name,
                self._place.href(entity_address(self._plan.id, one.kind, one.id)),
                "、".join(notes),
                is_inferred(one.basis),
                sign.sign,
                sign.word,
                sign.key,
            )
