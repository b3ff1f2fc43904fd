"""What the second phase needs beside a plan, and the contexts that render wants.

A kit is small and the same for all parts of the site. It can be sent to another process. What is
made of it there is made once.
"""

import shutil
import tempfile
import weakref
from collections.abc import Iterable, Mapping
from copy import copy
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinzai.compare.comparison import comparison_of
from jinzai.link.catalogue import Commons, LinkedPlan
from jinzai.publish.failure import PublishError
from jinzai.publish.handwritten import HandPage
from jinzai.publish.mkdocs_yml import Settings
from jinzai.publish.part import FileTaker, GivenBack
from jinzai.publish.search import MOST_IN_ONE_FILE
from jinzai.publish.shell import Shell
from jinzai.render.page.environment import Templates
from jinzai.render.page.markdown import Compiler
from jinzai.render.page.place import Guide, SiteContext
from jinzai.render.page.upkeep import Upkeep
from jinzai.work.examined_plan import PlanSource, SeenPlan
from jinzai.work.packed import PackedFolder, packed
from jinzai.work.profiles import PutAwayProfiles

_RECORDS: Final = 130
"""About how many records a plan has in the search, over the five plans."""
TEMPLATES = "templates"
CHANGELOG = "CHANGELOG.md"


class SiteWords(NamedTuple):
    """What mkdocs.yml, the hand-written pages and CHANGELOG.md give to the pages of the catalogue.

    `changelog` is the text of the file, or `""`.
    """

    upkeep: Upkeep
    guides: tuple[Guide, ...]
    editing: bool
    changelog: str

    @property
    def of_plans(self) -> tuple[object, ...]:
        """What the pages of plans show of it."""
        return self.upkeep, [(one.address, one.title) for one in self.guides], self.editing


class TemplateFolder(NamedTuple):
    """The folder of the templates, and the folder that keeps their compiled form, if any."""

    folder: Path
    compiled: Path | None

    def open(self) -> Templates:
        """The templates."""
        return Templates(self.folder, self.compiled)

    def away(self) -> "PackedTemplates":
        """The same templates for another machine. Raises `PublishError`."""
        found = packed(self.folder)
        if found is None:
            raise PublishError(
                f"{TEMPLATES}/ を、ほかのコンピューターに送れません。",
                "リンクなど、ファイルとフォルダー以外のものを除き、すべてのファイルを"
                "読めるようにしてください。--cluster を付けなければ、そのまま作れます。",
            )
        return PackedTemplates(found)


class PackedTemplates:
    """The templates as bytes. They are unpacked when they are opened in another process.

    The folder that is made for them ends with this object.
    """

    def __init__(self, found: PackedFolder) -> None:
        self._packed = found

    def __reduce__(self) -> "tuple[type[PackedTemplates], tuple[PackedFolder]]":
        return PackedTemplates, (self._packed,)

    def open(self) -> Templates:
        """The templates. Raises `OSError` if the disk refuses them."""
        made = tempfile.mkdtemp(prefix="jinzai-")
        weakref.finalize(self, shutil.rmtree, made, ignore_errors=True)
        # A message about a template shows its path, so it has to look like one of the project.
        folder = Path(made, TEMPLATES)
        self._packed.unpack(folder)
        return Templates(folder)

    def away(self) -> "PackedTemplates":
        """These templates."""
        return self


class SiteKit:
    """Everything that the second phase needs beside a plan.

    Attributes:
        commons: what all plans share.
        taker: what becomes of the files.
        by_depth: the shells, by the depth of their pages.
        profiles: those of all plans.
        bases: what each plan adds to what the cells of all plans have in common.
        is_indexed: whether the search of the site will probably need an index.
        plans_key: the key of what the pages of every plan stand on; empty if nothing is kept.
        program_key: the key of what the pages stand on that are the same for any content.
    """

    def __init__(
        self,
        commons: Commons,
        plans: Mapping[str, SeenPlan],
        words: SiteWords,
        templates: TemplateFolder | PackedTemplates,
        by_depth: tuple[Shell, ...],
        taker: FileTaker,
        plans_key: str = "",
        program_key: str = "",
        templates_key: str = "",
    ) -> None:
        """`plans` are all plans by id, in the order of the ids.

        `templates_key` is the key of the templates' folder. The keys are empty if nothing is kept.
        """
        self.commons = commons
        self.by_depth = by_depth
        self.taker = taker
        self.plans_key = plans_key
        self.program_key = program_key
        self._templates_key = templates_key
        self.is_indexed = len(commons.plans) * _RECORDS > MOST_IN_ONE_FILE
        self.profiles = PutAwayProfiles(
            {id: plan.profile for id, plan in plans.items()}, commons.plans
        )
        self.bases = tuple(plan.basis for plan in plans.values())
        self._outlines = {id: plan.outline for id, plan in plans.items()}
        self._words = words
        self._templates = templates
        self._site: SiteContext | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_site": None}

    def away(self) -> "SiteKit":
        """The same kit for a machine that reaches no folder of this one.

        All files are given back. Raises `PublishError`.
        """
        kit = copy(self)
        templates = self._templates.away()
        kit.__dict__.update(taker=GivenBack(), _templates=templates, _templates_key="")
        return kit

    def site(self) -> SiteContext:
        """The data that all pages share. It is made once in each process."""
        if self._site is None:
            words = self._words
            self._site = SiteContext(
                self.commons,
                self._read_templates(),
                words.upkeep,
                words.guides,
                words.changelog,
                comparison_of(self.commons, self.profiles, self._outlines),
                words.editing,
            )
        return self._site

    def _read_templates(self) -> Templates:
        """The templates. A process that makes one site after the other reads the same ones once."""
        if not self._templates_key:
            return self._templates.open()
        return _known_templates(self._templates, self._templates_key)

    def site_of_plan(self) -> SiteContext:
        """The same data for the pages of one plan.

        What is kept of that plan's texts ends with it, so that memory does not grow.
        """
        site = copy(self.site())
        site.compiler = Compiler()
        return site

    def linked(self, source: PlanSource) -> LinkedPlan:
        """A plan with its references resolved, and with the name that tells it apart."""
        plan = source.link(self.commons.entries)
        return plan._replace(summary=self.commons.plans[plan.id])


@lru_cache(maxsize=1)
def _known_templates(templates: TemplateFolder | PackedTemplates, _key: str) -> Templates:
    return templates.open()


def site_words(root: Path, settings: Settings, hand_pages: Iterable[HandPage]) -> SiteWords:
    """What the project at `root` gives to the pages of the catalogue."""
    return SiteWords(
        Upkeep(settings.edit_prefix, settings.report_to, settings.site_url),
        tuple(Guide(page.address, page.title, page.below) for page in hand_pages),
        settings.editing,
        _changelog(root),
    )


def _changelog(root: Path) -> str:
    """The text of CHANGELOG.md; `""` if it cannot be read."""
    try:
        return (root / CHANGELOG).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
