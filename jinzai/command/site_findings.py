"""Findings made of the messages of publish, for programs and pull requests.

Publish knows no findings. It reports mistakes in mkdocs.yml and in hand-written pages as troubles,
each with its place. A failure without a place (a full disk, a broken template) does not become a
finding.
"""

from collections.abc import Iterable, Iterator

from jinzai.findings.finding import Finding, Place, Rule
from jinzai.findings.rules_site import BROKEN_PAGE, BROKEN_SETTINGS, UNUSED_SETTING
from jinzai.publish.trouble import SETTINGS, Trouble


def findings_of(troubles: Iterable[Trouble], notices: Iterable[Trouble] = ()) -> Iterator[Finding]:
    """A finding for each trouble and each notice. Troubles stop a build, and notices do not."""
    for trouble in troubles:
        yield _finding(trouble, BROKEN_SETTINGS if trouble.file == SETTINGS else BROKEN_PAGE)
    for notice in notices:
        yield _finding(notice, UNUSED_SETTING)


def _finding(trouble: Trouble, rule: Rule) -> Finding:
    place = Place(trouble.file, trouble.line, trouble.column)
    return Finding(rule, place, {"message": trouble.message})
