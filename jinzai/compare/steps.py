"""What has to be finished before a curriculum, and what all of it costs together.

Content says it with `after`. Only what one table of a plan states is added up: if the curricula
before one come from several tables, there is no sum.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jinzai.link.catalogue import LinkedPlan
from jinzai.link.learning import Load
from jinzai.model.curriculum import Curriculum, ForWhom


@dataclass(frozen=True, slots=True, eq=False)
class EarlierStep:
    """A curriculum that has to be finished first, with those that come before it.

    Two are equal if their lines have the same curricula. A line can be longer than Python can nest
    calls, so it is not compared part by part.

    Attributes:
        curriculum: the curriculum.
        before: the step before it, or None.
        load: what the curriculum and all steps before it cost.
        tables: the tables that state them.
        all_staff: whether the plan says of one of them that it is for all staff.
    """

    curriculum: Curriculum
    before: "EarlierStep | None" = field(repr=False)
    load: Load
    tables: frozenset[str]
    all_staff: bool

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, EarlierStep):
            return NotImplemented
        return [one.curriculum for one in self.line()] == [one.curriculum for one in other.line()]

    def __hash__(self) -> int:
        return hash(self.curriculum.id)

    def line(self) -> Iterator["EarlierStep"]:
        """This step, then the step before it, and so on to the first."""
        step: EarlierStep | None = self
        while step is not None:
            yield step
            step = step.before


class Steps:
    """The steps before each curriculum of one plan."""

    def __init__(self, plan: LinkedPlan) -> None:
        self._plan = plan
        self._after: dict[str, tuple[str, ...]] = {}
        self._until: dict[str, EarlierStep | None] = {}

    def before(self, taken: tuple[Curriculum, ...]) -> EarlierStep | None:
        """The last step before some curricula that are taken together; None without one."""
        ids = {curriculum.id for curriculum in taken}
        asked = dict.fromkeys(id for one in taken for id in self._asked(one) if id not in ids)
        if len(taken) == len(asked) == 1 and taken[0].includes is None:
            return self._step(next(iter(asked)))
        return self._in_line(asked, ids) if asked else None

    def _asked(self, curriculum: Curriculum) -> tuple[str, ...]:
        """What a curriculum asks for first. If it says nothing, what it includes says it."""
        waiting: list[str] = []
        one: Curriculum | None = curriculum
        while one is not None and one.id not in self._after:
            waiting.append(one.id)
            if one.after:
                break
            one = None if one.includes is None else self._plan.curricula[one.includes]
        found = () if one is None else one.after or self._after[one.id]
        self._after.update(dict.fromkeys(waiting, found))
        return found

    def _step(self, id: str) -> EarlierStep | None:
        """A curriculum as a step, with all steps before it.

        A chain in which each curriculum asks for one other is walked once for all curricula.
        """
        waiting: list[str] = []
        while id not in self._until:
            # A curriculum that is found again leads back to itself: the line begins there.
            self._until[id] = None
            waiting.append(id)
            curriculum = self._plan.curricula[id]
            asked = self._asked(curriculum)
            if len(asked) != 1 or curriculum.includes is not None:
                break
            id = asked[0]
        for id in reversed(waiting):
            curriculum = self._plan.curricula[id]
            asked = self._asked(curriculum)
            if len(asked) == 1 and curriculum.includes is None:
                before = self._until[asked[0]]
            else:
                before = self._in_line(asked, {id}) if asked else None
            self._until[id] = self._next(before, curriculum)
        return self._until[id] if not waiting else self._until[waiting[0]]

    def _in_line(self, asked: Iterable[str], taken: set[str]) -> EarlierStep | None:
        """All that has to be finished first, in a line, without what others of it include."""
        found: dict[str, None] = {}
        pending = [(id, False) for id in reversed(list(asked))]
        seen = set(taken)
        while pending:
            id, is_done = pending.pop()
            if is_done:
                found[id] = None
            elif id not in seen:
                seen.add(id)
                pending.append((id, True))
                inner = self._asked(self._plan.curricula[id])
                pending += [(one, False) for one in reversed(inner)]
        within = {
            part.id
            for id in (*found, *taken)
            for part in self._plan.linked_curricula[id].parts()
            if part.id != id
        }
        step: EarlierStep | None = None
        for id in found:
            if id not in within:
                step = self._next(step, self._plan.curricula[id])
        return step

    def _next(self, before: EarlierStep | None, curriculum: Curriculum) -> EarlierStep:
        load = self._plan.linked_curricula[curriculum.id].load
        tables = frozenset([curriculum.table] if curriculum.table else ())
        for_all = curriculum.audience is ForWhom.ALL_STAFF
        if before is None:
            return EarlierStep(curriculum, None, load, tables, for_all)
        # Equal sets are shared, so that a long chain holds one.
        both = before.tables if tables <= before.tables else before.tables | tables
        for_all = before.all_staff or for_all
        return EarlierStep(curriculum, before, before.load + load, both, for_all)
