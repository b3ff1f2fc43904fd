"""What a plan says of a role in words, wherever it says it.

A plan may write duties for each level, for each of the roles into which it divides a role, or for
the role above. Such words stand in the role's cell with a note that says whose they are. This
module owns where they are looked for; it knows no page.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from jinzai.compare.learning import Track
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.model.role import Role
from jinzai.render.words.wording import word

KEYS: Final = ("audience", "purpose", "duties", "behaviours", "knowledge", "sourcing")
"""The rows of texts, by their keys."""


MOST_ABOVE: Final = 12
"""The largest number of texts of the role above. All of its parts would repeat all of them."""


class RoleText(NamedTuple):
    """A text (Markdown), and whose it is or what it is, if it is not simply the role's own."""

    text: str
    whose: str = ""


class RoleTexts:
    """The texts of the roles of one plan."""

    def __init__(self, plan: PlanProfile) -> None:
        self._plan = plan
        self._above: Mapping[str, Mapping[str, RoleProfile]] = _nearest_above(plan)

    def of_role(self, role: RoleProfile) -> Iterator[tuple[str, tuple[RoleText, ...]]]:
        """The texts of each row for a role as a whole."""
        for key in KEYS:
            yield key, self._own(role, key) or self._elsewhere(role, key)

    def of_levels(self, role: RoleProfile) -> Iterator[tuple[str, tuple[RoleText, ...]]]:
        """The texts that are said of the role, for each row of its levels.

        Duties that stand in the levels are not among them: each level has its own.
        """
        for key in KEYS:
            yield key, _of_whole(role, key) or self._elsewhere(role, key)

    def finished(self, role: RoleProfile, tracks: Iterable[Track]) -> Iterator[RoleText]:
        """What has to be finished before the training of a role that is itself a level."""
        if role.role.as_level is None:
            return
        steps = (track.step.curriculum.role for track in tracks if track.step is not None)
        for id in dict.fromkeys(steps):
            name = self._plan.roles[id].role.name
            yield RoleText(f"「{name}」の研修の修了", "この役割の研修を受ける条件")

    def training(self, role: RoleProfile) -> Iterator[RoleText]:
        """Training that only a text of the plan states for the role. No number counts it."""
        if role.role.training_in_text:
            yield RoleText(role.role.training_in_text, "文章だけにあり、研修の数に入らない")

    def _own(self, role: RoleProfile, key: str) -> tuple[RoleText, ...]:
        own = _of_whole(role, key)
        if own or key != "duties":
            return own
        return tuple(
            RoleText(level.definition, level.name) for level in role.role.levels if level.definition
        )

    def _elsewhere(self, role: RoleProfile, key: str) -> tuple[RoleText, ...]:
        parts = tuple(
            RoleText(one.text, f"「{part.role.name}」{one.whose}")
            for part in (self._plan.roles[id] for id in role.parts)
            for one in self._own(part, key)
        )
        whole = self._above[role.id].get(key)
        if parts or whole is None:
            return parts
        return tuple(
            RoleText(one.text, f"上位の役割「{whole.role.name}」{one.whose}")
            for one in self._own(whole, key)[:MOST_ABOVE]
        )


def _of_whole(role: RoleProfile, key: str) -> tuple[RoleText, ...]:
    """The texts of the role itself, without those of its levels."""
    return tuple(map(RoleText, _texts(role.role, key)))


def _texts(role: Role, key: str) -> tuple[str, ...]:
    if key == "sourcing":
        return (word(role.sourcing),) if role.sourcing else ()
    found: str | tuple[str, ...] | None = getattr(role, key)
    if isinstance(found, str):
        return (found,)
    return found or ()


def _nearest_above(plan: PlanProfile) -> Mapping[str, Mapping[str, RoleProfile]]:
    """For each role, by row, the nearest of the roles above it that has texts of its own."""
    found: dict[str, dict[str, RoleProfile]] = {}
    for role in plan.roles.values():
        chain = [role]
        while chain[-1].id not in found and chain[-1].role.part_of is not None:
            chain.append(plan.roles[chain[-1].role.part_of])
        for one in reversed(chain):
            if one.id in found:
                continue
            whole = plan.roles[one.role.part_of] if one.role.part_of is not None else None
            found[one.id] = {} if whole is None else {**found[whole.id], **_stating(whole)}
    return found


def _stating(role: RoleProfile) -> dict[str, RoleProfile]:
    """The rows in which a role or its levels state something, each with that role."""
    levels = any(level.level.definition for level in role.levels)
    return {key: role for key in KEYS if _texts(role.role, key) or (key == "duties" and levels)}
