"""What a track of training is, and the range over several of them.

`jinzai.compare.training` finds the tracks of a role.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jinzai.compare.offered import TakenCourse
from jinzai.compare.steps import EarlierStep
from jinzai.link.learning import Load, Span
from jinzai.model.course import Format


class Extra(NamedTuple):
    """A stage that only some people of a track take. `only` says in the plan's words who they are.

    `courses`, `formats` and `formless` mean the same as in `Track`.
    """

    only: str
    load: Load
    courses: int
    formats: Mapping[Format, int]
    formless: int


class Track(NamedTuple):
    """What one member of a role takes, as one table states it.

    Attributes:
        department: the group of departments that it is for, or None for all.
        table: the table that states it, or None where the plan's tables do not differ.
        stated_by: the one table that states its curricula, whether the plan's tables differ or not;
            None if they name no table, or several.
        curricula: the ids of the curricula that it consists of.
        load: the sum of their loads.
        courses: how many different courses may be taken, alternatives among them.
        formats: how many of these courses can be taken, wholly or in part, in each format. A course
            with several formats counts in each. A format that the plan leaves open counts as a
            format.
        formless: how many of these courses state no format at all; they count in no format.
        gates: how many conditions there are: curricula and stages that ask for another one first.
        gates_inferred: whether an editor worked one of them out.
        repeats: whether `load` counts a course without published hours more than once, since
            several of the curricula have it.
        extras: what only some of its people take. No sum above contains it.
        taken: the courses that `courses` counts, in the order in which the curricula have them.
        counted: the stages for some people that are in the sums, since the track is that of the
            role whose people take them.
        step: the last curriculum to be finished before this training, or None.
        whole_way: the load of all steps before, together with `load`. It is None without steps, and
            if several tables state them.
        all_staff: whether training for all staff is in `load` or among the steps.
    """

    department: str | None
    table: str | None
    curricula: tuple[str, ...]
    load: Load
    courses: int
    formats: Mapping[Format, int]
    formless: int
    gates: int
    gates_inferred: bool
    repeats: bool
    extras: tuple[Extra, ...] = ()
    taken: tuple[TakenCourse, ...] = ()
    counted: tuple[Extra, ...] = ()
    step: EarlierStep | None = None
    whole_way: Load | None = None
    all_staff: bool = False
    stated_by: str | None = None


class Reach(NamedTuple):
    """The range over several loads, for hours and days separately.

    Attributes:
        hours: the range over the loads with a published amount; None if there is no such load.
        days: the same for days.
        unknown: the fewest and the most courses without published hours that a load has, over its
            alternatives.
        loads: how many loads there are.
    """

    hours: Span | None
    days: Span | None
    unknown: tuple[int, int]
    loads: int


def either(loads: Iterable[Load]) -> Load | None:
    """The range over several alternative loads; None without loads."""
    combined: Load | None = None
    for load in loads:
        combined = load if combined is None or combined == load else combined | load
    return combined


def reach(loads: Iterable[Load]) -> Reach | None:
    """The range over several loads; None without loads. A missing amount never counts as 0."""
    every = tuple(loads)
    if not every:
        return None
    known = [load for load in every if load.given]
    both = either(known)
    return Reach(
        None if both is None else both.hours,
        None if both is None else both.days,
        (min(load.least_unknown for load in every), max(load.unknown for load in every)),
        len(every),
    )
