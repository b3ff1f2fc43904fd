"""Pages are kept from build to build where nothing that they show has changed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jinzai.command.clock import Clock
from jinzai.command.content import examine
from jinzai.command.known_pages import KnownPages
from jinzai.compare.comparison import compare
from jinzai.link.catalogue import Catalogue, LinkedPlan, link
from jinzai.publish.page import Page
from jinzai.render.page.environment import Templates
from jinzai.render.page.place import SiteContext
from jinzai.render.render import render_plan, render_site
from jinzai.serve.snapshot import Snapshot

ROOT = Path(__file__).parents[2]
EVERYTHING = ["above", "hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka"]


class Project:
    """A copy of the five plans, built again and again; `rendered` says what was made anew."""

    def __init__(self, root: Path) -> None:
        shutil.copytree(ROOT / "content", root / "content")
        self._root = root
        self._known = KnownPages()
        self.rendered: list[str] = []

    def edit(self, name: str, old: str, new: str) -> None:
        """Change the first place that says `old`."""
        file = self._root / "content" / "plans" / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    def build(self) -> dict[str, str]:
        """Every page's body by address."""
        self.rendered.clear()
        catalogue, site = self._read()
        pages = self._known.pages_of(catalogue, site, Snapshot({}))
        return {page.address: page.body for page in pages}

    def build_anew(self) -> dict[str, str]:
        """The same without anything kept."""
        catalogue, site = self._read()
        pages = KnownPages().pages_of(catalogue, site, Snapshot({}))
        return {page.address: page.body for page in pages}

    def _read(self) -> tuple[Catalogue, SiteContext]:
        content = examine(self._root, Clock()).checked.content
        assert content is not None
        catalogue = link(content)
        templates = Templates(ROOT / "templates", self._root / "compiled")
        return catalogue, SiteContext(catalogue.commons, templates, compared=compare(catalogue))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project that was built once."""
    made = Project(tmp_path_factory.mktemp("known") / "project")

    def of_plan(plan: LinkedPlan, site: SiteContext) -> Iterator[Page]:
        made.rendered.append(plan.id)
        return render_plan(plan, site)

    def of_site(site: SiteContext) -> Iterator[Page]:
        made.rendered.append("above")
        return render_site(site)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("jinzai.command.known_pages.render_plan", of_plan)
        patch.setattr("jinzai.command.known_pages.render_site", of_site)
        made.build()
        assert made.rendered == EVERYTHING
        yield made


# What is changed, and what that makes anew; every time the pages are those of a fresh build.
EDITS = {
    "nothing": ("", "", "", []),
    # a text of a role stands on its own pages, and on those that compare plans
    "prose of a role": (
        *("hirakata/roles.yaml", "各課に置かれ、", "それぞれの課に置かれ、"),
        ["above", "hirakata"],
    ),
    "prose of a level": (
        *(
            "hirakata/roles.yaml",
            "(entry:skill-areas/bpr)を行える。",
            "(entry:skill-areas/bpr)を進められる。",
        ),
        ["above", "hirakata"],
    ),
    "a term": ("toyonaka/glossary.yaml", "description: ", "description: 新しく、", ["toyonaka"]),
    # how many areas a role asks in is in the score of its counterparts
    "a mark": (
        *("toyonaka/matrix.yaml", "marks: {systems: ●}", "marks: {systems: ●, digital: ●}"),
        EVERYTHING,
    ),
    "a name": ("osaka-dx/skills.yaml", "name: ビジネス変革", "name: 事業の変革", EVERYTHING),
}


@pytest.mark.parametrize(("file", "old", "new", "anew"), EDITS.values(), ids=EDITS)
def test_a_save_makes_anew_what_depends_on_it(
    project: Project, file: str, old: str, new: str, anew: list[str]
) -> None:
    if file:
        project.edit(file, old, new)
    pages = project.build()
    assert project.rendered == anew
    assert pages == project.build_anew()
