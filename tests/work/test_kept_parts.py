"""Parts of the site are kept from build to build where nothing that they show has changed."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from jinzai.publish.frames import FrameRun
from jinzai.publish.page import Page
from jinzai.render.page.place import PlanContext, SiteContext
from jinzai.render.registry import PROGRAM_PAGES, SitePages
from jinzai.render.render import (
    render_looking_pages,
    render_neighbour_pages,
    render_own_pages,
    render_site,
)
from jinzai.work.known import KnownInMemory

from .built import ROOT, built, digests

RENDER: dict[str, Callable[..., Iterator[Page]]] = {
    "own": render_own_pages,
    "near": render_neighbour_pages,
    "looking": render_looking_pages,
}
PLANS = ("hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka")

# osaka-hr asks for no mapped skill, so nothing on its pages depends on the skills of others.
BESIDE_TOYONAKA = ("hirakata", "osaka-dx", "tokyo-template")
BESIDE_OSAKA = ("hirakata", "tokyo-template", "toyonaka")


def every(*plans: str) -> list[str]:
    """All pages of some plans, kind by kind."""
    return [f"{kind} {plan}" for kind in RENDER for plan in plans]


def looking(*plans: str) -> list[str]:
    """The pages of some plans that show how each stands among all others."""
    return [f"looking {plan}" for plan in plans]


def near(*plans: str) -> list[str]:
    """The pages of some plans that show their neighbours."""
    return [f"near {plan}" for plan in plans]


class Project:
    """A copy of the five plans, built again and again; `made` says what was made anew."""

    def __init__(self, root: Path) -> None:
        shutil.copytree(ROOT / "content", root / "content")
        self._root = root
        (root / "run").mkdir()
        self._run = FrameRun(ROOT, ROOT / "mkdocs.yml", root / "run")
        self._known = KnownInMemory()
        self.made: list[str] = []

    def close(self) -> None:
        self._run.stop()

    def edit(self, name: str, old: str, new: str) -> None:
        """Change the first place that says `old`."""
        file = self._root / "content" / "plans" / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    def build(self) -> dict[str, str]:
        """The digest of every file of every part, by address."""
        self.made.clear()
        return digests(built(self._root, self._run.frames(), known=self._known))

    def build_anew(self) -> dict[str, str]:
        """The same without anything kept."""
        return digests(built(self._root, self._run.frames()))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project that was built once."""
    made = Project(tmp_path_factory.mktemp("known") / "project")

    def noted(kind: str, render: Callable[..., Iterator[Page]]) -> Callable[..., Iterator[Page]]:
        def render_and_note(context: PlanContext) -> Iterator[Page]:
            made.made.append(f"{kind} {context.plan.id}")
            return render(context)

        return render_and_note

    def of_site(site: SiteContext, makers: Iterable[SitePages]) -> Iterator[Page]:
        wanted = list(makers)
        made.made += ["program" if one in PROGRAM_PAGES else "above" for one in wanted]
        return render_site(site, wanted)

    with pytest.MonkeyPatch.context() as patch:
        for kind, render in RENDER.items():
            patch.setattr(f"jinzai.work.parts.{render.__name__}", noted(kind, render))
        patch.setattr("jinzai.work.parts.render_site", of_site)
        made.build()
        assert set(made.made) == {"above", "program", *every(*PLANS)}
        yield made
    made.close()


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
        ["above", *every("toyonaka")],
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
    files = project.build()
    assert set(project.made) == set(anew)
    assert files == project.build_anew()
