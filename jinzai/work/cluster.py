"""Work on a Dask cluster: on many machines, which share no disk with this one.

Dask's own executor shares out the tasks, and does them again if a worker dies. This module owns how
the cluster is reached and left, how many tasks are with it at once, and the Japanese texts for what
can go wrong. Nobody waits for ever: for a cluster that does not answer, every wait has an end.

`distributed` is imported when a cluster is used, since most builds need none.
"""

import asyncio
import hashlib
import logging
import threading
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from contextlib import contextmanager, suppress
from importlib import import_module
from itertools import islice
from pickle import loads
from typing import Any, Final, NamedTuple, TypeVar

from jinzai.publish.failure import PublishError
from jinzai.work.cluster_place import ClusterPlace
from jinzai.work.cluster_worker import do_tasks
from jinzai.work.sendable import as_bytes
from jinzai.work.versions import differences, own_versions, wrong_versions

_Shared = TypeVar("_Shared")
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

_AHEAD: Final = 2
"""How many batches for each thread of the workers are sent before the first of them is done."""

_BATCH: Final = 16
"""How many tasks a batch has at most. It has fewer if they take longer than `_BATCH_SECONDS`."""

_BATCH_SECONDS: Final = 0.25
_RETRIES: Final = 2
_LOOK_SECONDS: Final = 1.0

THREAD: Final = "jinzai-cluster"
"""The name of the thread that talks with a cluster."""


class Patience(NamedTuple):
    """The seconds that are waited for a cluster.

    Attributes:
        answer: for the scheduler's answer.
        workers: for the first worker, and for a new one after all of them have gone.
        results: for the next result, however long a task takes.
    """

    answer: float = 8.0
    workers: float = 20.0
    results: float = 900.0


PATIENT: Final = Patience()


@contextmanager
def connected(place: ClusterPlace, patience: Patience = PATIENT) -> Iterator["Cluster"]:
    """The cluster at a place. Leaving it ends all its work for us.

    Raises `PublishError` if it cannot be used.
    """
    _check_installed()
    with warnings.catch_warnings(), _loop(patience) as loop:
        # Its warnings are for those who write programs with it.
        warnings.simplefilter("ignore")
        client_class: Any = import_module("distributed").Client
        _silence()
        try:
            client = client_class(
                place.address,
                timeout=patience.answer,
                security=_security(place),
                loop=loop,
                set_as_default=False,
            )
        except (OSError, ValueError, RuntimeError, ImportError, TypeError) as error:
            raise PublishError(
                f"クラスター {place.address} につながりません（{type(error).__name__}）。",
                "スケジューラーが動いているか、アドレスと番号が正しいか、証明書が正しいかを"
                "確かめてください。--cluster を付けなければ、このコンピューターだけで作れます。",
            ) from error
        try:
            cluster = Cluster(client, patience)
            cluster.check()
            yield cluster
        finally:
            with suppress(Exception, asyncio.CancelledError):
                client.close(timeout=patience.answer)


@contextmanager
def _loop(patience: Patience) -> Iterator[Any]:
    """The loop in which Dask's client works, in a thread that ends with this context.

    Dask's own thread would stay if it cannot connect.
    """
    ready: Future[tuple[Any, asyncio.Event]] = Future()

    async def run() -> None:
        stopping = asyncio.Event()
        ready.set_result((import_module("tornado.ioloop").IOLoop.current(), stopping))
        await stopping.wait()

    thread = threading.Thread(target=lambda: asyncio.run(run()), name=THREAD, daemon=True)
    thread.start()
    loop, stopping = ready.result()
    try:
        yield loop
    finally:
        loop.add_callback(stopping.set)
        thread.join(patience.answer)


def _check_installed() -> None:
    try:
        import_module("distributed")
    except ImportError:
        raise PublishError(
            "クラスターを使うための部品（Dask）が入っていません。",
            "次のように入れてください: python -m pip install -r requirements-cluster.txt",
        ) from None


def _security(place: ClusterPlace) -> Any:
    """What Dask calls the TLS files; None without TLS."""
    if place.ca is None:
        return None
    security_class: Any = import_module("distributed").Security
    return security_class(
        require_encryption=True,
        tls_ca_file=str(place.ca),
        tls_client_cert=str(place.certificate),
        tls_client_key=str(place.key),
    )


def _silence() -> None:
    """Keeps what Dask and its network library print from the terminal. Our messages say it."""
    for name in ("distributed", "tornado", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers = [logging.NullHandler()]
        logger.propagate = False
    for name, found in logging.root.manager.loggerDict.items():
        if name.startswith("distributed.") and isinstance(found, logging.Logger):
            found.handlers = []
            found.propagate = True


class Cluster:
    """The workers of a Dask cluster. `connected` makes it."""

    shares_disk = False

    def __init__(self, client: Any, patience: Patience) -> None:
        """Takes Dask's client."""
        self._client = client
        self._patience = patience
        self._versions = dict(own_versions())

    def check(self) -> None:
        """Waits for the first worker and checks all versions. Raises `PublishError`."""
        with _told():
            try:
                self._client.wait_for_workers(1, timeout=self._patience.workers)
            except TimeoutError:
                raise _no_workers() from None
            found = self._client.run(own_versions, on_error="return")
            found = {f"ワーカー {name}": there for name, there in found.items()}
            try:
                found["スケジューラー"] = self._client.run_on_scheduler(own_versions)
            except ImportError as error:
                found["スケジューラー"] = error
        wrong = {}
        for name, there in found.items():
            if not isinstance(there, dict):
                wrong[name] = ["Jinzaiがないか、版が違います"]
            elif different := differences(self._versions, there):
                wrong[name] = different
        if wrong:
            raise wrong_versions(wrong)

    def each(
        self,
        work: Callable[[_Shared, _Task], _Result],
        shared: _Shared,
        tasks: Iterable[_Task],
    ) -> Iterator[tuple[int, _Result]]:
        """See `Workers.each`. Leaving the iterator cancels what is not done."""
        given = as_bytes((work, shared))
        digest = hashlib.sha256(given).hexdigest()
        executor: Executor = self._client.get_executor(pure=False, retries=_RETRIES)
        try:
            sent = self._sent(given)
            del given
            yield from self._results(executor, digest, sent, tasks)
        finally:
            with suppress(Exception, asyncio.CancelledError):
                executor.shutdown(wait=False)

    def _sent(self, given: bytes) -> Any:
        """Sends what all tasks share to each worker.

        If a worker dies meanwhile, Dask gives up, so this is tried once more without that worker.
        """
        wait_for = self._patience.workers
        with suppress(KeyError, OSError):
            return self._client.scatter(given, broadcast=True, hash=False, timeout=wait_for)
        with _told():
            self._client.wait_for_workers(1, timeout=wait_for)
            return self._client.scatter(given, broadcast=True, hash=False, timeout=wait_for)

    def _results(
        self, executor: Executor, digest: str, sent: Any, tasks: Iterable[Any]
    ) -> Iterator[tuple[int, Any]]:
        """The results as they come. `sent` is what all tasks share, on the workers."""
        numbered = enumerate(tasks)
        waiting: dict[Future[bytes], list[int]] = {}
        pace = _Pace()
        watch = _Watch(self._client, sent, self._patience)
        more = True
        while True:
            while more and len(waiting) < watch.threads * _AHEAD:
                batch = list(islice(numbered, pace.size))
                more = bool(batch)
                if batch:
                    data = [as_bytes(task) for _, task in batch]
                    future = executor.submit(do_tasks, self._versions, digest, sent, data)
                    waiting[future] = [number for number, _ in batch]
            if not waiting:
                return
            done, _ = wait(waiting, timeout=_LOOK_SECONDS, return_when=FIRST_COMPLETED)
            watch.look(has_result=bool(done))
            for future in done:
                numbers = waiting.pop(future)
                with _told():
                    result = loads(future.result())
                if isinstance(result, PublishError):
                    raise result
                results, seconds = result
                pace.note(len(numbers), seconds)
                yield from zip(numbers, results, strict=True)
            del done


class _Pace:
    """How many tasks are sent at once, so that sending them takes little beside doing them."""

    def __init__(self) -> None:
        self.size = 1
        self._seconds = 0.0
        self._tasks = 0

    def note(self, tasks: int, seconds: float) -> None:
        """Notes how long some tasks took."""
        self._tasks += tasks
        self._seconds += seconds
        mean = self._seconds / self._tasks
        self.size = max(1, min(_BATCH, int(_BATCH_SECONDS / max(mean, 0.001))))


class _Watch:
    """Looks after a cluster that has tasks of ours."""

    def __init__(self, client: Any, sent: Any, patience: Patience) -> None:
        self._client = client
        self._sent = sent
        self._patience = patience
        self._last_look = self._last_result = self._last_worker = time.monotonic()
        self.threads = 1
        self._count()

    def look(self, *, has_result: bool) -> None:
        """Looks whether the work can go on. Raises `PublishError` if it cannot."""
        now = time.monotonic()
        if has_result:
            self._last_result = now
        if now - self._last_look < _LOOK_SECONDS:
            return
        self._last_look = now
        if self._client.status != "running":
            raise _lost("スケジューラーとのつながりが切れました")
        if self._count():
            self._last_worker = now
        elif now - self._last_worker > self._patience.workers:
            raise _no_workers()
        if self._sent.status != "finished" and self._last_worker == now:
            raise _lost("ワーカーがすべて入れ替わりました")
        if now - self._last_result > self._patience.results:
            raise _lost("ワーカーから結果が戻りません")

    def _count(self) -> int:
        with _told():
            threads = int(sum(self._client.nthreads().values()))
        self.threads = max(1, threads)
        return threads


@contextmanager
def _told() -> Iterator[None]:
    """Turns whatever Dask raises inside into a `PublishError`."""
    try:
        yield
    except PublishError:
        raise
    except (CancelledError, asyncio.CancelledError) as error:
        raise _lost("作業が取り消されました") from error
    except Exception as error:
        from distributed import KilledWorker

        if isinstance(error, KilledWorker):
            raise _lost("同じ作業の途中で、ワーカーが何度も止まりました") from error
        raise _lost(f"クラスターで作業ができません（{type(error).__name__}）") from error


def _lost(reason: str) -> PublishError:
    return PublishError(
        f"クラスターでの作業が止まりました: {reason}。",
        "スケジューラーとワーカーが動いているか、メモリーが足りているか、ここと同じ版かを確かめて"
        "ください。--cluster を付けなければ、このコンピューターだけで作れます。",
    )


def _no_workers() -> PublishError:
    return PublishError(
        "クラスターに、動いているワーカーがありません。",
        "ワーカーを起動してから、もう一度サイトを作ってください。",
    )
