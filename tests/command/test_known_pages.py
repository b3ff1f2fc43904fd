"""Pages are kept from build to build where nothing that they show has changed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jinzai.command.clock import Clock
from jinzai.command.content import examine
from jinzai.command.known_pages import KnownPages
from jinzai.compare.comparison import compare
from jinzai.link.catalogue import Catalogue, link
from jinzai.publish.page import Page
from jinzai.render.page.environment import Templates
from jinzai.render.page.frame import PlanFrame
from jinzai.render.page.place import LookingContext, SiteContext
from jinzai.render.registry import LookingPages, NeighbourPages, OwnPages, PlanRow
from jinzai.render.render import render_row, render_site
from jinzai.serve.snapshot import Snapshot

ROOT = Path(__file__).parents[2]
KINDS = {OwnPages: "own", NeighbourPages: "near", LookingPages: "looking"}
PLANS = ("hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka")

# osaka-hr asks for no mapped skill, so nothing on its pages depends on the skills of others.
BESIDE_TOYONAKA = ("hirakata", "osaka-dx", "tokyo-template")
BESIDE_OSAKA = ("hirakata", "tokyo-template", "toyonaka")


def every(*plans: str) -> list[str]:
    """All pages of some plans, kind by kind."""
    return [f"{kind} {plan}" for kind in KINDS.values() for plan in plans]


def looking(*plans: str) -> list[str]:
    """The pages of some plans that show how each stands among all others."""
    return [f"looking {plan}" for plan in plans]


def near(*plans: str) -> list[str]:
    """The pages of some plans that show their neighbours."""
    return [f"near {plan}" for plan in plans]


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

    def of_row(row: PlanRow, context: LookingContext, frame: PlanFrame) -> Iterator[Page]:
        what = f"{KINDS[type(row)]} {context.plan.id}"
        if what not in made.rendered:
            made.rendered.append(what)
        return render_row(row, context, frame)

    def of_site(site: SiteContext) -> Iterator[Page]:
        made.rendered.append("above")
        return render_site(site)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("jinzai.command.known_pages.render_row", of_row)
        patch.setattr("jinzai.command.known_pages.render_site", of_site)
        made.build()
        assert set(made.rendered) == {"above", *every(*PLANS)}
        yield made


# What is changed, and what that makes anew; every time the pages are those of a fresh build.
EDITS = {
    "nothing": ("", "", "", []),
    # a text of a role stands on its own pages, and on those that compare plans
    "prose of a role": (
        *("hirakata/roles.yaml", "各課に置かれ、", "それぞれの課に置かれ、"),
        ["above", *every("hirakata")],
    ),
    "prose of a level": (
        *(
            "hirakata/roles.yaml",
            "(entry:skill-areas/bpr)を行える。",
            "(entry:skill-areas/bpr)を進められる。",
        ),
        ["above", *every("hirakata")],
    ),
    "a term": (
        "toyonaka/glossary.yaml",
        "description: ",
        "description: 新しく、",
        every("toyonaka"),
    ),
    # no page of another plan says how long a course takes
    "hours": (
        *("toyonaka/courses.yaml", "hours: 2", "hours: 9"),
        ["above", *every("toyonaka")],
    ),
    # how many areas a role asks in is in the score of its counterparts
    "a mark": (
        *("toyonaka/matrix.yaml", "marks: {systems: ●}", "marks: {systems: ●, digital: ●}"),
        ["above", *every("toyonaka"), *near(*BESIDE_TOYONAKA), *looking(*BESIDE_TOYONAKA)],
    ),
    "a name": (
        "osaka-dx/skills.yaml",
        "name: ビジネス変革",
        "name: 事業の変革",
        ["above", *every("osaka-dx"), *near(*BESIDE_OSAKA), *looking(*BESIDE_OSAKA)],
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "anew"), EDITS.values(), ids=EDITS)
def test_a_save_makes_anew_what_depends_on_it(
    project: Project, file: str, old: str, new: str, anew: list[str]
) -> None:
    if file:
        project.edit(file, old, new)
    pages = project.build()
    assert set(project.rendered) == set(anew)
    assert pages == project.build_anew()
