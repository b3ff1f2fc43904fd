"""Everything about a site that would stop a build, found in one run and without writing.

This module owns which checks can be made although others have failed. If the content or mkdocs.yml
has errors, hand-written pages are still checked as far as that is possible.
"""

from pathlib import Path
from typing import Final

from jinzai.command.build import SITE
from jinzai.publish.failure import PublishError, all_of
from jinzai.publish.frames import FrameRun
from jinzai.publish.search import SEARCH_PAGE
from jinzai.publish.swap import kept_folder
from jinzai.work.clock import Clock
from jinzai.work.examination import Examination

# A link to such a file leads to what lies beside the page, or to another page.
_BESIDE_PAGES: Final = (".md", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf")


def all_failures(
    root: Path, examined: Examination, run: FrameRun, clock: Clock
) -> PublishError | None:
    """The failures that would stop a build, in one, or None.

    Errors in the content do not count here: the examination holds those.
    """
    if examined.commons is None:
        return run.trouble(may_be_of_catalogue)
    failures = list(run.failures())
    try:
        _rehearse(root, examined, run, clock)
    except PublishError as failure:
        failures.append(failure)
    return all_of(failures) if failures else None


def _rehearse(root: Path, examined: Examination, run: FrameRun, clock: Clock) -> None:
    """Puts the whole site together in memory, if there are frames for it.

    Raises `PublishError`.
    """
    from jinzai.publish.part import GivenBack
    from jinzai.publish.rehearsal import rehearse, wanted
    from jinzai.work.all_parts import AllParts
    from jinzai.work.site_kit import TEMPLATES, TemplateFolder

    frames = run.frames_to_check()
    if frames is None:
        return
    templates = TemplateFolder(root / TEMPLATES, kept_folder(root / SITE, "templates"))
    taker = GivenBack(wanted(frames))
    parts = AllParts(root, examined, frames, templates, taker, clock)
    rehearse(frames, parts.files(lambda _: b""), (), parts.around)


def may_be_of_catalogue(address: str) -> bool:
    """Whether the catalogue may have a page or a file at an address, whatever its content is."""
    from jinzai.render.page import areas

    if address.endswith(_BESIDE_PAGES):
        return False
    own = (areas.HOME.page, areas.PLANS.page, areas.OWN_ROLES.page, SEARCH_PAGE)
    return "/" in address or address in own
