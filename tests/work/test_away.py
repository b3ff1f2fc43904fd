"""Workers that reach no folder of this process: everything is sent to them, and comes back."""

import os
import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jinzai.publish.failure import PublishError
from jinzai.publish.frames import FrameRun, Frames
from jinzai.work.clock import Clock
from jinzai.work.examination import Examination, examine
from jinzai.work.examined_plan import examine_plan
from jinzai.work.packed import MOST_BYTES, PackedFolder, packed
from jinzai.work.sendable import teach_pickle
from jinzai.work.site_kit import TEMPLATES, TemplateFolder
from jinzai.work.workers import ThisProcess, Workers

from .built import ROOT, built, digests
from .test_same_bytes import Site

BASE = ROOT / "tests" / "rules" / "base"


class Elsewhere:
    """This process as another machine: it gets and gives bytes alone."""

    shares_disk = False

    def each(self, work: Any, shared: Any, tasks: Any) -> Iterator[tuple[int, Any]]:
        teach_pickle()
        work, shared = pickle.loads(pickle.dumps((work, shared), 5))
        for number, task in enumerate(tasks):
            result = work(shared, pickle.loads(pickle.dumps(task, 5)))
            yield number, pickle.loads(pickle.dumps(result, 5))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The content that the tests of rules begin with."""
    root = tmp_path / "project"
    shutil.copytree(BASE, root / "content")
    return root


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Frames]:
    """The frames of the real site."""
    run = FrameRun(ROOT, ROOT / "mkdocs.yml", tmp_path_factory.mktemp("run"))
    yield run.frames()
    run.stop()


def examined(root: Path, workers: Workers) -> Examination:
    return examine(root, lambda _: workers, Clock(), counting=True)


def spoil(root: Path) -> dict[str, bool]:
    """Makes plans with all that is strange in a folder, and says which of them can be packed."""
    plans = root / "content" / "plans"

    def plan(name: str) -> Path:
        return Path(shutil.copytree(plans / "demo", plans / name))

    (plan("syntax") / "roles.yaml").write_text("- id: [", "utf-8")
    (plan("bytes") / "skills.yaml").write_bytes(b"\xff\xfe\x00")
    (plan("names") / "Rollen.yml").write_text("", "utf-8")
    (plans / "names" / "rôles.yaml").write_text("", "utf-8")
    (plans / "names" / "deep" / "empty").mkdir(parents=True)
    (plans / "nothing").mkdir()
    (plan("large") / "courses.yaml").write_bytes(b"#" * (1024 * 1024 + 1))
    (plan("enormous") / "roles.yaml").write_bytes(b"#" * (MOST_BYTES + 1))
    (plan("linked") / "roles.yaml").unlink()
    (plans / "linked" / "roles.yaml").symlink_to(plans / "demo" / "roles.yaml")
    (plan("lost") / "skills.yaml").unlink()
    (plans / "lost" / "skills.yaml").symlink_to(root / "nowhere")
    (plans / "twin").symlink_to(plans / "demo")
    os.mkfifo(plan("pipe") / "sources.yaml")
    whole = ("syntax", "bytes", "names", "nothing", "large", "demo")
    here = ("enormous", "linked", "lost", "twin", "pipe")
    return {**dict.fromkeys(whole, True), **dict.fromkeys(here, False)}


def test_the_same_findings(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = spoil(project)
    here: set[str] = set()

    def note(ground: Any, folder: str) -> Any:
        if ground.root == project:
            here.add(folder.rpartition("/")[2])
        return examine_plan(ground, folder)

    expected = examined(project, ThisProcess())
    monkeypatch.setattr("jinzai.work.away.examine_plan", note)
    found = examined(project, Elsewhere())
    assert found.findings == expected.findings
    assert found.sources == expected.sources
    assert found.figures == expected.figures
    assert {finding.plan_id for finding in expected.findings} >= {*sent} - {"demo"}
    assert here == {name for name, is_sent in sent.items() if not is_sent}


def test_a_disk_that_changes_names_is_not_believed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(project)
    unpack = PackedFolder.unpack

    def change(self: PackedFolder, folder: Path) -> None:
        unpack(self, folder)
        for path in folder.glob("*.yaml"):
            path.rename(path.with_name(path.name.upper()))

    def refuse(self: PackedFolder, folder: Path) -> None:
        raise OSError

    expected = examined(project, ThisProcess()).findings
    for disk in (change, refuse):
        monkeypatch.setattr(PackedFolder, "unpack", disk)
        assert examined(project, Elsewhere()).findings == expected


def test_a_packed_folder_is_the_same_when_unpacked(tmp_path: Path) -> None:
    found = packed(ROOT / TEMPLATES)
    assert found is not None
    found.unpack(tmp_path / "a" / "b")
    assert found.is_as_in(tmp_path / "a" / "b")
    assert found == packed(tmp_path / "a" / "b")
    (tmp_path / "a" / "b" / "more").mkdir()
    assert not found.is_as_in(tmp_path / "a" / "b")
    assert packed(tmp_path / "nowhere") is None


def test_the_same_bytes(project: Path, frames: Frames) -> None:
    expected = digests(built(project, frames, ThisProcess()))
    assert digests(built(project, frames, Elsewhere())) == expected


def test_files_that_come_back_are_kept_and_taken_over(
    project: Path, frames: Frames, tmp_path: Path
) -> None:
    site = Site(tmp_path, project, frames)
    expected = site.make(Elsewhere())
    before = site.numbers()
    # What one way has made is taken over by the other.
    for workers in (Elsewhere(), ThisProcess(), Elsewhere()):
        assert site.make(workers) == expected
        assert site.numbers() == before
    page = site.folder / "demo" / "index.html"
    right = page.read_bytes()
    page.write_bytes(right + b"<!-- by hand -->")
    assert site.make(Elsewhere()) == expected
    after = site.numbers()
    assert {name for name in after if after[name] != before[name]} == {"demo/index.html"}
    assert page.read_bytes() == right


def test_templates_that_cannot_be_sent_are_refused(tmp_path: Path) -> None:
    shutil.copytree(ROOT / TEMPLATES / "site", tmp_path / TEMPLATES)
    folder = TemplateFolder(tmp_path / TEMPLATES, None)
    sent = pickle.loads(pickle.dumps(folder.away()))
    opened = sent.away().open().folder
    assert opened != folder.folder
    assert opened.name == TEMPLATES
    assert packed(opened) == packed(folder.folder)
    del sent
    assert not opened.exists()
    (tmp_path / TEMPLATES / "more.html").symlink_to(ROOT / TEMPLATES / "site" / "home.html")
    with pytest.raises(PublishError, match="templates/ を、ほかのコンピューターに送れません"):
        folder.away()
