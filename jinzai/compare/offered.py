"""What curricula offer, together with the curricula that they include.

It is found once for each curriculum of a plan, from what was found for the curriculum that it
includes. Walking down from every curriculum would take the square of a long chain.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jinzai.link.curricula import CourseUse, LinkedCurriculum, LinkedStage
from jinzai.model.base import Basis
from jinzai.model.course import Format
from jinzai.model.curriculum import ForWhom


class TakenCourse(NamedTuple):
    """A course of some curricula.

    Attributes:
        id: the course's id.
        name: its name.
        formats: the formats in which it can be taken, wholly or in part.
        untimed: the tables that state it without hours and days. None stands for no table.
    """

    id: str
    name: str
    formats: frozenset[Format]
    untimed: frozenset[str | None]


class Gate(NamedTuple):
    """A stage that asks for another one first. `inferred` is true if an editor worked it out."""

    stage: LinkedStage
    inferred: bool


class Offered(NamedTuple):
    """What some curricula offer.

    Attributes:
        courses: the courses that everybody takes, in the order in which the curricula have them.
        gates: the stages that ask for another stage first.
        apart: the stages that only some people take. Their courses are not in `courses`.
        repeats: whether a course without published hours counts more than once in the sum of the
            curricula. A course counts separately for each table that states it.
        all_staff: whether the plan says of one of the curricula that it is for all staff.
    """

    courses: tuple[TakenCourse, ...] = ()
    gates: tuple[Gate, ...] = ()
    apart: tuple[LinkedStage, ...] = ()
    repeats: bool = False
    all_staff: bool = False


class Offers:
    """What the curricula of one plan offer."""

    def __init__(self) -> None:
        self._found: dict[LinkedCurriculum, Offered] = {}

    def together(self, curricula: Sequence[LinkedCurriculum]) -> Offered:
        """What several curricula offer, with those that they include.

        Two of them may include the same curriculum. Then it counts in each of the two.
        """
        if len(curricula) == 1:
            return self._chain(curricula[0])
        total = _Sum()
        untimed: dict[LinkedCurriculum | None, bool] = {None: False}
        for curriculum in curricula:
            new: list[LinkedCurriculum] = []
            # A curriculum without a known part ends with None, which is known.
            part: LinkedCurriculum | None = curriculum
            while part is not None and part not in untimed:
                new.append(part)
                part = part.included
            total.repeats |= untimed[part]
            for part in new:
                total.add(_own(part))
            for part in reversed(new):
                untimed[part] = untimed[part.included] or _is_untimed(part)
        return total.offered()

    def _chain(self, curriculum: LinkedCurriculum) -> Offered:
        waiting: list[LinkedCurriculum] = []
        for part in curriculum.parts():
            if part in self._found:
                break
            waiting.append(part)
        for part in reversed(waiting):
            offered = _own(part)
            if part.included is not None:
                offered = both(offered, self._found[part.included])
            self._found[part] = offered
        return self._found[curriculum]


class _Sum:
    """Offers that are added up one by one."""

    def __init__(self) -> None:
        self._courses: dict[str, TakenCourse] = {}
        self._gates: list[Gate] = []
        self._apart: list[LinkedStage] = []
        self._all_staff = False
        self.repeats = False

    def add(self, one: Offered) -> None:
        """Adds what other curricula offer, whose stages are not in the sum yet."""
        self.repeats |= one.repeats
        self._gates += one.gates
        self._apart += one.apart
        self._all_staff |= one.all_staff
        for course in one.courses:
            first = self._courses.setdefault(course.id, course)
            if first is not course:
                self.repeats |= bool(first.untimed & course.untimed)
                self._courses[course.id] = first._replace(
                    formats=first.formats | course.formats, untimed=first.untimed | course.untimed
                )

    def offered(self) -> Offered:
        """The sum."""
        courses = tuple(self._courses.values())
        return Offered(
            courses, tuple(self._gates), tuple(self._apart), self.repeats, self._all_staff
        )


def both(one: Offered, other: Offered) -> Offered:
    """What two curricula offer together that have no stage in common.

    If one of them has no courses, gates or stages apart, those of the other are shared, so that a
    long chain holds them once.
    """
    if not one.courses or not other.courses:
        courses, repeats = one.courses or other.courses, one.repeats or other.repeats
    else:
        total = _Sum()
        total.add(one)
        total.add(other)
        courses, repeats = total.offered().courses, total.repeats
    return Offered(
        courses,
        (*one.gates, *other.gates) if one.gates else other.gates,
        (*one.apart, *other.apart) if one.apart else other.apart,
        repeats,
        one.all_staff or other.all_staff,
    )


def _own(part: LinkedCurriculum) -> Offered:
    """What a curriculum offers without those that it includes."""
    everybody = [one for one in part.stages if one.stage.only is None]
    inferred = part.curriculum.basis is Basis.INFERRED
    return of_stages(everybody)._replace(
        gates=tuple(Gate(one, inferred) for one in part.stages if one.stage.requires),
        apart=tuple(one for one in part.stages if one.stage.only is not None),
        all_staff=part.curriculum.audience is ForWhom.ALL_STAFF,
    )


def _is_untimed(part: LinkedCurriculum) -> bool:
    return any(course.untimed for course in _own(part).courses)


def of_stages(stages: Iterable[LinkedStage]) -> Offered:
    """The courses of some stages of one curriculum."""
    table: str | None = None
    formats: dict[str, set[Format]] = {}
    names: dict[str, str] = {}
    times: Counter[str] = Counter()
    for stage in stages:
        for use in stage.uses:
            table = use.curriculum.table
            names.setdefault(use.course.id, use.course.name)
            formats.setdefault(use.course.id, set()).update(
                form.format for way, _ in use.stated.deliveries for form in (way, *way.plus)
            )
        for item in stage.items:
            uses = (
                (item,)
                if isinstance(item, CourseUse)
                else (use for option in item.options for use in option.uses)
            )
            # A course in two options of one choice is taken once.
            times.update({use.course.id for use in uses if use.stated.load.unknown})
    return Offered(
        tuple(
            TakenCourse(id, name, frozenset(formats[id]), frozenset([table] if times[id] else ()))
            for id, name in names.items()
        ),
        repeats=any(count > 1 for count in times.values()),
    )
