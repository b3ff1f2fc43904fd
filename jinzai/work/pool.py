"""Work on all cores of this machine, by processes that end with this one.

`ProcessPoolExecutor` shares out the tasks. This module owns how its processes are started and how
they end. On Linux they are forked before this process has any thread, so they share what it has
read. Elsewhere they are started anew, and get what they need as bytes.

A process that was forked would outlive this one if this one is killed: it waits for tasks for ever.
So each of them also waits for the end of a pipe, whose other end only this process holds.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import Connection
from typing import Any, Final, TypeVar

from jinzai.publish.failure import PublishError
from jinzai.publish.undisturbed import STOPPING
from jinzai.work.crash import crash_failure
from jinzai.work.sendable import teach_pickle
from jinzai.work.workers import ThisProcess, Workers

_Shared = TypeVar("_Shared")
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

FEW: Final = 12
"""With fewer plans, starting processes costs more time than they save (bench/README.md)."""

_NEW_OBJECTS: Final = 100_000
"""How many new objects a worker makes between two collections: about those of one plan."""

_AHEAD: Final = 4
"""How many tasks for each process are sent before the first of them is done."""


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def local_workers(plans: int) -> Workers:
    """This process for a few plans, all cores for more."""
    processes = min(cores(), plans)
    return ThisProcess() if plans < FEW or processes == 1 else ProcessPool(processes)


class ProcessPool:
    """Several processes of this machine."""

    shares_disk = True

    def __init__(self, processes: int, *, forks: bool | None = None) -> None:
        """`forks` says how processes are started. By default, they are forked where that is safe.

        A fork copies this process with all that its other threads hold at that moment, so it is
        safe only without other threads.
        """
        self._processes = processes
        self._forks = forks

    def each(
        self,
        work: Callable[[_Shared, _Task], _Result],
        shared: _Shared,
        tasks: Iterable[_Task],
    ) -> Iterator[tuple[int, _Result]]:
        """See `Workers.each`. Leaving the iterator ends all processes at once."""
        forks = self._forks
        if forks is None:
            forks = sys.platform == "linux" and threading.active_count() == 1
        context: Any = multiprocessing.get_context("fork" if forks else "spawn")
        life, held = context.Pipe(duplex=False)
        executor = ProcessPoolExecutor(
            self._processes,
            mp_context=context,
            initializer=_begin,
            initargs=(life, held if forks else None, work, shared),
        )
        try:
            yield from _results(executor, tasks, _AHEAD * self._processes)
        except BrokenProcessPool:
            raise PublishError(
                "サイトを作っていたプロセスの1つが、途中で止まりました。",
                "メモリーが足りないときや、外から止められたときに起こります。"
                "ほかのプログラムを閉じてから、もう一度サイトを作ってください。",
            ) from None
        finally:
            held.close()
            executor.shutdown(wait=True, cancel_futures=True)
            life.close()


def _results(
    executor: ProcessPoolExecutor, tasks: Iterable[_Task], ahead: int
) -> Iterator[tuple[int, Any]]:
    """The results as they come. At most `ahead` tasks are with the executor at once."""
    waiting: dict[Future[Any], int] = {}
    numbered = enumerate(tasks)
    while True:
        for number, task in islice(numbered, ahead - len(waiting)):
            waiting[executor.submit(_run, task)] = number
        if not waiting:
            return
        done, _ = wait(waiting, return_when=FIRST_COMPLETED)
        for future in done:
            yield waiting.pop(future), future.result()


_given: list[Any] = []
"""In a worker: the work, and what all tasks share."""


def _begin(life: Connection, held: Connection | None, work: Any, shared: Any) -> None:
    """Prepares a worker."""
    teach_pickle()
    if held is not None:
        held.close()
    for number in STOPPING:
        # A signal from the terminal reaches every process. The main one decides what it means.
        signal.signal(number, signal.SIG_DFL if number == signal.SIGTERM else signal.SIG_IGN)
    # What was there before is looked at no more; what a plan leaves behind is collected.
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)
    gc.enable()
    threading.Thread(target=_end_with, args=(life,), daemon=True).start()
    _given[:] = [work, shared]


def _end_with(life: Connection) -> None:
    """Ends this process as soon as the main one ends, or does not need it any more."""
    try:
        life.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)


def _run(task: Any) -> Any:
    """Does one task in a worker. Every exception becomes a `PublishError`, which can be sent."""
    work, shared = _given
    try:
        return work(shared, task)
    except PublishError:
        raise
    except Exception as error:
        raise crash_failure(error) from None
