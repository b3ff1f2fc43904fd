"""Who does the work of a build: this process, or several at once.

Work is a function of something that all tasks share and of one task. It has no other effect than
its result and the files that it writes. So it may run in any process and in any order.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

_Shared = TypeVar("_Shared")
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class Workers(Protocol):
    """Those who do the work.

    `shares_disk` says whether they reach the folders of this process. If not, everything that they
    read must be sent to them, and everything that they make must come back.
    """

    shares_disk: bool

    def each(
        self,
        work: Callable[[_Shared, _Task], _Result],
        shared: _Shared,
        tasks: Iterable[_Task],
    ) -> Iterator[tuple[int, _Result]]:
        """The number of each task, from 0, and its result, as soon as it is there.

        The order is not promised. Tasks are taken from the iterable as they are needed. `work`
        must be a function of a module, and everything that is sent must be known to `pickle`.

        Raises what `work` raises, and `PublishError` if a worker is lost.
        """


WorkerChoice = Callable[[int], Workers]
"""Chooses who does the work, by the number of plans."""


class ThisProcess:
    """Work in this process, one task after the other."""

    shares_disk = True

    def each(
        self,
        work: Callable[[_Shared, _Task], _Result],
        shared: _Shared,
        tasks: Iterable[_Task],
    ) -> Iterator[tuple[int, _Result]]:
        """The results in the order of the tasks."""
        return ((number, work(shared, task)) for number, task in enumerate(tasks))
