"""Sites built as `build.py` builds them, in this process, with frames built once."""

import shutil
from pathlib import Path
from typing import Final, NamedTuple

from jinzai.check.check import Checked
from jinzai.compare.outline import outline
from jinzai.compare.profile import PlanProfile, profile
from jinzai.link.catalogue import link
from jinzai.publish.assemble import assemble
from jinzai.publish.frames import FrameRun
from jinzai.publish.memory import SiteInMemory
from jinzai.publish.part import GivenBack
from jinzai.publish.timing import Stopwatch
from jinzai.render.compare.pieces import plan_basis
from jinzai.work.all_parts import AllParts
from jinzai.work.clock import Clock
from jinzai.work.examination import Examination
from jinzai.work.examined_plan import ExaminedPlan, PlanSource, SeenPlan
from jinzai.work.known import NOTHING
from jinzai.work.putaway import PutAway
from jinzai.work.site_kit import TEMPLATES, TemplateFolder
from jinzai.work.workers import ThisProcess
from tests.whole import checked as checked_content

ROOT: Final = Path(__file__).resolve().parents[2]


class Built(NamedTuple):
    """What came of content: what the checks say, and the site where there is no error."""

    checked: Checked
    site: SiteInMemory | None
    addresses: tuple[str, ...]

    def pages(self) -> dict[str, str]:
        """The text of every page."""
        return {name: self.text(name) for name in self.addresses if name.endswith(".html")}

    def text(self, address: str) -> str:
        """What stands at an address."""
        assert self.site is not None
        return self.site.read(address).decode("utf-8")


class Builder:
    """Builds the content of any project into the frames of the real one; `close` it."""

    def __init__(self, work: Path) -> None:
        """Start the engine on a copy of the hand-written pages."""
        self.project = work / "project"
        shutil.copytree(ROOT / "content" / "pages", self.project / "content" / "pages")
        shutil.copytree(ROOT / "templates", self.project / "templates")
        shutil.copy(ROOT / "mkdocs.yml", self.project / "mkdocs.yml")
        (work / "run").mkdir()
        (work / "compiled").mkdir()
        self._compiled = work / "compiled"
        self.run = FrameRun(self.project, self.project / "mkdocs.yml", work / "run")

    def build(self, root: Path) -> Built:
        """Everything from `root`/content to the site."""
        return self.publish(checked_content(root))

    def publish(self, checked: Checked) -> Built:
        """The site of checked content, where it has no error."""
        if checked.content is None:
            return Built(checked, None, ())
        frames = self.run.frames()
        templates = TemplateFolder(self.project / TEMPLATES, self._compiled)
        examined = _examined(checked)
        parts = AllParts(self.project, examined, frames, templates, GivenBack(), Clock())
        site = _Listed()
        assemble(site, frames, parts.files(site.read), (), parts.around, Stopwatch())
        return Built(checked, site, tuple(site.addresses))

    def close(self) -> None:
        """Stop the engine."""
        self.run.stop()


class _Listed(SiteInMemory):
    """A site that says what it has."""

    @property
    def addresses(self) -> list[str]:
        return sorted(self._kept)


def _seen(found: PlanProfile) -> SeenPlan:
    return SeenPlan(found.summary, outline(found), plan_basis(found), PutAway(found))


def _examined(checked: Checked) -> Examination:
    """Content without errors, in the form in which the program passes it on."""
    content = checked.content
    assert content is not None
    linked = link(content)
    plans = tuple(
        ExaminedPlan(
            folder=f"content/plans/{plan.id}",
            plan_id=plan.id,
            findings=(),
            sources={},
            titled=(),
            use=None,
            figures=None,
            seen=_seen(profile(plan)),
            source=PutAway(PlanSource(plan.content, plan.lines, plan.judged)),
            seconds={},
        )
        for plan in linked.plans
    )
    return Examination(checked.findings, {}, {}, plans, linked.commons, ThisProcess(), NOTHING)
