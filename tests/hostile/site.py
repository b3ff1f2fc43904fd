"""Sites built as `build.py` builds them, in this process, with frames built once."""

import shutil
from pathlib import Path
from typing import Final, NamedTuple

from jinzai.check.check import Checked
from jinzai.command.clock import Clock
from jinzai.command.content import examine
from jinzai.command.website import around_of, files_of, pages_of, site_context
from jinzai.link.catalogue import link
from jinzai.publish.assemble import assemble
from jinzai.publish.frames import FrameRun
from jinzai.publish.memory import SiteInMemory
from jinzai.publish.timing import Stopwatch

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
        return self.publish(examine(root, Clock()).checked)

    def publish(self, checked: Checked) -> Built:
        """The site of checked content, where it has no error."""
        if checked.content is None:
            return Built(checked, None, ())
        catalogue = link(checked.content)
        context = site_context(
            self.project,
            catalogue,
            self.run.settings(),
            self.run.hand_pages,
            self._compiled,
        )
        site = _Listed()
        pages, files = pages_of(catalogue, context), files_of(catalogue, context)
        assemble(site, self.run.frames(), pages, files, around_of(context), Stopwatch())
        return Built(checked, site, tuple(site.addresses))

    def close(self) -> None:
        """Stop the engine."""
        self.run.stop()


class _Listed(SiteInMemory):
    """A site that says what it has."""

    @property
    def addresses(self) -> list[str]:
        return sorted(self._kept)
