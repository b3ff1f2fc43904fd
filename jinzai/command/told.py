"""Findings made of what publish says in lines, for programs and pull requests.

Publish knows no findings: it tells of mkdocs.yml and hand-written pages in lines that begin with
their place. What begins with no such place (a full disk, a broken template) is no finding.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from jinzai.findings.finding import Finding, Place
from jinzai.findings.rules_site import BROKEN_PAGE, BROKEN_SETTINGS, UNUSED_SETTING

_line: Final = re.compile(
    r"(?P<file>mkdocs\.yml|content/pages(?:/.+?)?)"
    r"(?::(?P<line>\d+):(?P<column>\d+))?: (?P<message>.+)"
)


def findings_of(troubles: Iterable[str], notices: Iterable[str] = ()) -> Iterator[Finding]:
    """A finding for every line that begins with a place; of several lines in one, the first.

    `troubles` stop a build, `notices` do not.
    """
    for stops, lines in ((True, troubles), (False, notices)):
        for line in lines:
            found = _line.match(line)
            if found is None:
                continue
            place = Place(found["file"], int(found["line"] or 0), int(found["column"] or 0))
            of_settings = BROKEN_SETTINGS if stops else UNUSED_SETTING
            rule = of_settings if found["file"] == "mkdocs.yml" else BROKEN_PAGE
            yield Finding(rule, place, {"message": found["message"]})
