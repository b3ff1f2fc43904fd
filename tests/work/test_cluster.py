"""Work on a real Dask cluster: the same bytes, and plain words and a good end if it fails."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jinzai.publish.failure import PublishError
from jinzai.publish.frames import FrameRun, Frames
from jinzai.work.clock import Clock
from jinzai.work.cluster import THREAD, Cluster, Patience, connected
from jinzai.work.cluster_place import ClusterPlace
from jinzai.work.examination import examine
from jinzai.work.versions import differences, own_versions
from jinzai.work.workers import ThisProcess
from tests.trust.project import build, heeding, make_project, mark, refuse
from tests.waiting import PATIENCE, until

from . import doing
from .built import ROOT, built, digests
from .dask_here import DaskHere
from .test_same_bytes import Site

NUMBERS = list(range(1, 12))
PATIENT = Patience(PATIENCE, PATIENCE, PATIENCE)


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskHere]:
    """A cluster. A test that kills its workers leaves it without them."""
    found = DaskHere(tmp_path_factory.mktemp("dask"))
    yield found
    found.stop()


@pytest.fixture
def cluster(dask: DaskHere) -> Iterator[Cluster]:
    """Two workers."""
    dask.have_workers(2)
    with connected(ClusterPlace(dask.address), PATIENT) as found:
        yield found
    no_thread_is_left()


@pytest.fixture
def fragile(tmp_path: Path) -> Iterator[DaskHere]:
    """A cluster of its own for a test, which gives up a task as soon as its worker dies."""
    folder = tmp_path / "dask"
    folder.mkdir()
    found = DaskHere(folder, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0")
    yield found
    found.stop()


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Frames]:
    """The frames of the real site."""
    run = FrameRun(ROOT, ROOT / "mkdocs.yml", tmp_path_factory.mktemp("run"))
    yield run.frames()
    run.stop()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small project."""
    root = tmp_path / "small"
    root.mkdir()
    return make_project(root)


def no_thread_is_left() -> None:
    names = [one.name for one in threading.enumerate()]
    assert not [name for name in names if name == THREAD or name.startswith("IO loop")]


def other_program(folder: Path) -> Path:
    """A copy of the program in which one file differs."""
    shutil.copytree(ROOT / "jinzai", folder / "jinzai", ignore=shutil.ignore_patterns("*.pyc"))
    with (folder / "jinzai" / "render" / "render.py").open("a", encoding="utf-8") as file:
        file.write("# another version\n")
    return folder


def when(true: Callable[[], object], do: Callable[[], object]) -> threading.Thread:
    """Does something in another thread as soon as something is true."""

    def wait_and_do() -> None:
        until(true)
        do()

    thread = threading.Thread(target=wait_and_do)
    thread.start()
    return thread


def test_every_task_has_its_result(cluster: Cluster) -> None:
    found = dict(cluster.each(doing.square, None, NUMBERS))
    assert found == {number: one * one for number, one in enumerate(NUMBERS)}
    assert list(cluster.each(doing.square, None, [])) == []
    many = [1000] * 300
    assert sorted(cluster.each(doing.square, None, many)) == list(enumerate([1000000] * 300))


def test_tasks_are_taken_as_they_are_needed(cluster: Cluster) -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(1, 2000):
            taken.append(number)
            yield number

    results = cluster.each(doing.square, None, tasks())
    next(results)
    assert len(taken) < 20
    del results


def test_a_refusal_comes_as_it_is(cluster: Cluster) -> None:
    with pytest.raises(PublishError) as caught:
        list(cluster.each(doing.refuse, None, NUMBERS))
    assert str(caught.value) == str(PublishError("書けません。", "空けてください。", ["a.html"]))


def test_a_fault_of_the_program_names_the_worker(cluster: Cluster) -> None:
    with pytest.raises(
        PublishError, match=r"ワーカー tcp://127.* で: .*ZeroDivisionError"
    ) as caught:
        list(cluster.each(doing.fail, None, NUMBERS[:1]))
    (log,) = (Path(word) for word in caught.value.remedy.split() if word.endswith(".txt"))
    log.unlink()


def test_the_same_bytes(cluster: Cluster, frames: Frames, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    expected = digests(built(tmp_path, frames, ThisProcess()))
    assert digests(built(tmp_path, frames, cluster)) == expected


def test_the_same_findings_with_a_link_in_a_folder(cluster: Cluster, small: Path) -> None:
    plans = small / "content" / "plans"
    for name in ("linked", "broken"):
        shutil.copytree(plans / "demo", plans / name)
    (plans / "broken" / "roles.yaml").write_text("- id: [", "utf-8")
    (plans / "linked" / "roles.yaml").unlink()
    (plans / "linked" / "roles.yaml").symlink_to(small / "nowhere.yaml")
    expected = examine(small, lambda _: ThisProcess(), Clock())
    found = examine(small, lambda _: cluster, Clock())
    assert {one.plan_id for one in found.findings} >= {"linked", "broken"}
    assert (found.findings, found.sources) == (expected.findings, expected.sources)


class _Killing:
    """A cluster, one of whose workers is killed when the first part of the site is there."""

    shares_disk = False

    def __init__(self, cluster: Cluster, victim: "subprocess.Popen[bytes]") -> None:
        self._cluster = cluster
        self._victim = victim

    def each(self, work: Any, shared: Any, tasks: Any) -> Iterator[tuple[int, Any]]:
        for found in self._cluster.each(work, shared, tasks):
            if work.__name__ == "make_part":
                self._victim.kill()
            yield found


def test_the_same_bytes_after_a_worker_was_killed(
    cluster: Cluster, dask: DaskHere, frames: Frames, small: Path
) -> None:
    expected = digests(built(small, frames, ThisProcess()))
    victim = dask.workers[0]
    assert digests(built(small, frames, _Killing(cluster, victim))) == expected
    assert victim.wait() == -signal.SIGKILL
    assert dask.workers[1].poll() is None


def test_unchanged_files_are_taken_over(
    cluster: Cluster, frames: Frames, small: Path, tmp_path: Path
) -> None:
    site = Site(tmp_path, small, frames)
    expected = site.make(cluster)
    before = site.numbers()
    assert site.make(cluster) == expected
    assert site.numbers() == before
    page = site.folder / "demo" / "index.html"
    text = page.read_bytes()
    page.write_bytes(text + b"<!-- by hand -->")
    assert site.make(cluster) == expected
    after = site.numbers()
    assert {name for name in after if after[name] != before[name]} == {"demo/index.html"}
    assert page.read_bytes() == text


def test_all_workers_die(cluster: Cluster, dask: DaskHere, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    cluster._patience = PATIENT._replace(workers=1.0)
    ends = when(lambda: len(list(folder.iterdir())) == 2, dask.kill_workers)
    with pytest.raises(PublishError, match=r"ワーカーがありません|止まりました"):
        list(cluster.each(doing.note_and_stay, folder, NUMBERS))
    ends.join()


def test_a_task_that_kills_its_workers(fragile: DaskHere) -> None:
    fragile.have_workers(2)
    with (
        connected(ClusterPlace(fragile.address), PATIENT) as cluster,
        pytest.raises(PublishError, match="ワーカーが何度も止まりました"),
    ):
        list(cluster.each(doing.die, None, NUMBERS[:3]))


def test_the_scheduler_dies(fragile: DaskHere, tmp_path: Path) -> None:
    fragile.have_workers(1)
    folder = tmp_path / "notes"
    folder.mkdir()
    ends = when(lambda: list(folder.iterdir()), fragile.scheduler.kill)
    with (
        connected(ClusterPlace(fragile.address), PATIENT._replace(answer=1.0)) as cluster,
        pytest.raises(PublishError, match="クラスターでの作業が止まりました"),
    ):
        list(cluster.each(doing.note_and_stay, folder, NUMBERS))
    ends.join()


def test_no_workers(fragile: DaskHere) -> None:
    patience = PATIENT._replace(workers=0.5)
    with (
        pytest.raises(PublishError, match="動いているワーカーがありません"),
        connected(ClusterPlace(fragile.address), patience),
    ):
        pass


def test_other_versions(fragile: DaskHere, small: Path, tmp_path: Path) -> None:
    """They are refused before the work, and in the middle of it."""
    fragile.have_workers(1)
    with connected(ClusterPlace(fragile.address), PATIENT) as cluster:
        other = fragile.add_worker(other_program(tmp_path / "other"))
        fragile.workers[0].kill()
        until(lambda: len(cluster._client.nthreads()) == 1, lambda: "one worker")
        with pytest.raises(PublishError, match=r"ワーカー tcp://127.*: Jinzai: \w{12}（ここでは"):
            list(cluster.each(doing.square, None, NUMBERS))
    assert build(small).returncode == 0
    before = mark(small / "site")
    done = build(small, "--no-cache", "--cluster", fragile.address)
    refuse(done, "ここと違う版", "ワーカー tcp://127.0.0.1", "Jinzai: ", "起動し直して")
    assert mark(small / "site") == before
    other.kill()
    fragile.add_worker(tmp_path)
    with (
        pytest.raises(PublishError, match="Jinzaiがないか、版が違います"),
        connected(ClusterPlace(fragile.address), PATIENT),
    ):
        pass


def test_every_package_has_a_version() -> None:
    found = own_versions()
    assert {"Jinzai", "Python", "OS", "pydantic", "yaml", "markdown_it", "dask"} <= found.keys()
    assert "-" not in found.values()
    other = {**found, "yaml": "5.0"}
    del other["jinja2"]
    assert differences(found, found) == []
    assert differences(found, other) == [
        f"yaml: 5.0（ここでは {found['yaml']}）",
        f"jinja2: -（ここでは {found['jinja2']}）",
    ]


def test_no_cluster(tmp_path: Path) -> None:
    with (
        pytest.raises(PublishError, match=r"クラスター tcp://127.0.0.1:9 につながりません"),
        connected(ClusterPlace("tcp://127.0.0.1:9"), PATIENT._replace(answer=0.5)),
    ):
        pass
    no_thread_is_left()


def test_the_extra_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(PublishError, match="Dask") as caught,
        connected(ClusterPlace("tcp://127.0.0.1:9"), PATIENT),
    ):
        pass
    assert "-r requirements-cluster.txt" in caught.value.remedy
    assert (ROOT / "requirements-cluster.txt").exists()


def test_tls_files_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {}

    def note(address: str, **settings: Any) -> None:
        given.update(settings, address=address)
        raise OSError

    monkeypatch.setattr("distributed.Client", note)
    place = ClusterPlace("tls://192.0.2.1:8786", Path("ca.pem"), Path("us.pem"), Path("key.pem"))
    with pytest.raises(PublishError, match="証明書"), connected(place, PATIENT):
        pass
    assert given["address"] == "tls://192.0.2.1:8786"
    security = given["security"]
    assert security.require_encryption is True
    assert (security.tls_ca_file, security.tls_client_cert) == ("ca.pem", "us.pem")
    assert security.tls_client_key == "key.pem"


def test_the_command(cluster: Cluster, small: Path) -> None:
    assert build(small).returncode == 0
    expected = mark(small / "site")
    shutil.rmtree(small / "site")
    address = cluster._client.scheduler.address
    done = build(small, "--no-cache", "--cluster", address)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("site/ を作りました: ")
    assert mark(small / "site") == expected


_PROGRAM = """
import sys
from pathlib import Path
from jinzai.work.cluster import connected
from jinzai.work.cluster_place import ClusterPlace
from tests.work import doing
try:
    with connected(ClusterPlace(sys.argv[1])) as cluster:
        list(cluster.each(doing.note_and_stay, Path(sys.argv[2]), range(9)))
except KeyboardInterrupt:
    print("stopped")
"""


def test_ctrl_c(dask: DaskHere, tmp_path: Path) -> None:
    dask.have_workers(2)
    folder = tmp_path / "notes"
    folder.mkdir()
    with subprocess.Popen(
        heeding([sys.executable, "-c", _PROGRAM, dask.address, str(folder)]),
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        until(lambda: len(list(folder.iterdir())) == 2, lambda: "two tasks at work")
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=PATIENCE) == ("stopped\n", "")
    assert process.returncode == 0
    (folder / "end").touch()
    # What was not begun is cancelled, and the workers are there for others.
    with connected(ClusterPlace(dask.address), PATIENT) as cluster:
        assert len(list(cluster.each(doing.square, None, NUMBERS))) == len(NUMBERS)
    assert len(list(folder.iterdir())) == 3
