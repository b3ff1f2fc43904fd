"""Shapes of one role with many levels, and as many things of the role in other files.

Other shapes give each role one level. Only here it shows if the page of each level looks through
all that the role has.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from bench.completing import complete, entities, new
from bench.making import ONE, PLAN, Made, minimal
from bench.shape import Expected, Shape
from bench.writing import write
from jinzai.model.matrix import Legend, Requirement
from jinzai.model.plan import Plan, Status

_MARK: Final = "●"

_Add = Callable[[Made, int], None]
"""Puts so many things into a project, one for each level."""


def shapes_of_levels() -> Iterator[Shape]:
    """Each kind of thing that stands at a level, alone and with all others."""
    added: dict[str, tuple[_Add, ...]] = {
        "nothing else": (),
        "curricula": (_curricula,),
        "curricula of no level": (partial(_curricula, of_level=False),),
        "targets": (_targets,),
        "targets of no level": (partial(_targets, of_level=False),),
        "marks": (_marks,),
        "lanes of a schedule": (_lanes,),
        "next steps of another role": (_steps,),
        "all of these": (_curricula, _targets, _marks, _lanes, _steps),
    }
    for name, adds in added.items():
        yield Shape("levels of one role", name, partial(_write, adds), Expected.SOUND)


def _level(number: int) -> str:
    return f"l{number}"


def _write(adds: tuple[_Add, ...], count: int, root: Path) -> None:
    made = Made({"plan": {**minimal(Plan, PLAN), "status": Status.DRAFT.value}})
    role = new("role", ONE)
    role["levels"] = [
        {**new("level", _level(number)), "definition": f"文{number}。"} for number in range(count)
    ]
    entities(made, "role").append(role)
    for add in adds:
        add(made, count)
    write(complete(made), root)


def _placed(kind: str, count: int, of_level: bool, **more: Any) -> Iterator[dict[str, Any]]:
    """A thing of the kind for each level, or as many things for the whole role."""
    for number in range(count):
        at = {"role": ONE, "level": _level(number)} if of_level else {"role": ONE}
        yield {**new(kind, f"{kind}-{number}"), **at, **more}


def _curricula(made: Made, count: int, of_level: bool = True) -> None:
    """Each with a course of its own."""
    for number, one in enumerate(_placed("curriculum", count, of_level)):
        stage = {**new("stage", ONE), "items": [{"course": f"c{number}"}]}
        entities(made, "curriculum").append({**one, "stages": [stage]})


def _targets(made: Made, count: int, of_level: bool = True) -> None:
    entities(made, "target").extend(_placed("target", count, of_level))


def _marks(made: Made, count: int) -> None:
    """Each asks for a skill of its own, in a table of its own: a table is as large as its area."""
    legend = {**minimal(Legend), "mark": _MARK, "requirement": Requirement.REQUIRED.value}
    for number, column in enumerate(_placed("column", count, of_level=True)):
        entities(made, "matrix").append(
            {
                **new("matrix", f"m{number}"),
                "legend": [legend],
                "columns": [column],
                "rows": [{"skill": f"s{number}", "marks": {column["id"]: _MARK}}],
            }
        )


def _lanes(made: Made, count: int) -> None:
    schedule = new("schedule", ONE)
    (lane,) = schedule["lanes"]
    schedule["lanes"] = [
        {**lane, "id": f"lane-{number}", "role": ONE, "level": _level(number)}
        for number in range(count)
    ]
    entities(made, "schedule").append(schedule)


def _steps(made: Made, count: int) -> None:
    """Another role leads to each level."""
    other = new("role", "other")
    other["next"] = [{"role": ONE, "level": _level(number)} for number in range(count)]
    entities(made, "role").append(other)
