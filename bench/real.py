"""The plans that the repository really holds: how long a person waits for `build.py`.

Owns the three states in which a build may find the machine: `warm`, `first` (just installed: the
libraries' bytecode is there, Jinzai's and the compiled templates are not) and `bare` (no bytecode
of anything, as where nothing may be written).
"""

import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from bench.contest import PAUSE, jinzai, stages_of
from bench.measure import Measured, measure

STATES: Final = ("warm", "first", "bare")


@dataclass(frozen=True, slots=True)
class RealBuild:
    """Medians in seconds: the whole process, what Jinzai did in it, the engine beside it.

    `peak` is in bytes.
    """

    state: str
    whole: float
    ours: float
    engine: float
    peak: float


def real_builds(repository: Path, work: Path, runs: int) -> list[RealBuild]:
    """Builds the repository's own plans in each state; `work` is an empty folder."""
    measured: dict[str, list[Measured]] = {state: [] for state in STATES}
    for number in range(runs):
        for state in STATES:
            program = work / f"{number}-{state}"
            _copy(repository, program)
            if state == "warm":
                measure(jinzai(program, program))
                (program / "site").rename(program / "site-before")
            time.sleep(PAUSE)
            extra = {"PYTHONPYCACHEPREFIX": str(program / "bytecode")} if state == "bare" else {}
            measured[state].append(measure(jinzai(program, program), extra=extra))
    return [_summary(state, runs_of) for state, runs_of in measured.items()]


def _copy(repository: Path, program: Path) -> None:
    program.mkdir()
    for name in ("jinzai", "templates", "content"):
        nothing_compiled = shutil.ignore_patterns("__pycache__")
        shutil.copytree(repository / name, program / name, ignore=nothing_compiled)
    for name in ("build.py", "mkdocs.yml"):
        shutil.copy(repository / name, program)


def _summary(state: str, runs: list[Measured]) -> RealBuild:
    stages = [dict(stages_of(run)) for run in runs]
    return RealBuild(
        state,
        median(run.seconds for run in runs),
        median(stage["total"] - stage["waiting"] for stage in stages) / 1000,
        median(stage["engine"] for stage in stages) / 1000,
        median(run.peak for run in runs),
    )
