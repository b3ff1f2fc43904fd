"""The side of a cluster's worker: it does tasks that came as bytes, and gives results as bytes.

A worker does one task at a time, however many threads it has: the program is not made for several
threads, and would not be faster.
"""

import pickle
import threading
import time
from collections.abc import Sequence
from typing import Any, Final

from jinzai.publish.failure import PublishError
from jinzai.work.crash import crash_failure
from jinzai.work.sendable import as_bytes, teach_pickle
from jinzai.work.versions import Versions, differences, own_versions, wrong_versions

_alone: Final = threading.Lock()
_given: Final[dict[str, tuple[Any, Any]]] = {}
"""The work and what all tasks share, by the digest of their bytes. Only the last one is kept."""


def do_tasks(versions: Versions, digest: str, given: bytes, tasks: Sequence[bytes]) -> bytes:
    """Does tasks one after the other.

    `versions` are those of the computer that gives the tasks. `given` is the work and what all
    tasks share, and `digest` belongs to it. The result is the bytes of a list of the results and of
    the seconds that it took, or of a `PublishError`. It raises nothing itself, because Dask would
    try again.
    """
    name = _name()
    different = differences(versions, own_versions())
    if different:
        return as_bytes(wrong_versions({f"ワーカー {name}": different}))
    with _alone:
        started = time.perf_counter()
        try:
            if digest not in _given:
                _given.clear()
                teach_pickle()
                _given[digest] = pickle.loads(given)
            work, shared = _given[digest]
            results = [work(shared, pickle.loads(task)) for task in tasks]
            return as_bytes((results, time.perf_counter() - started))
        except PublishError as failure:
            return as_bytes(failure)
        except Exception as error:
            return as_bytes(_told_by(name, crash_failure(error)))


def _told_by(name: str, failure: PublishError) -> PublishError:
    """The failure with the name of the worker, unless it names a place that has to be mended."""
    if failure.troubles:
        return failure
    return type(failure)(f"ワーカー {name} で: {failure.message}", failure.remedy)


def _name() -> str:
    """The address of this worker."""
    from distributed import get_worker

    return str(get_worker().address)
