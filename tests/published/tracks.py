"""The training on a role's page: its courses, way by way, as steps and choices show them."""

import itertools
import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from tests.site.tree import Element

from .pages import DEPARTMENTS, TABLES, Pages, children, part, span

_AMOUNT: Final = re.compile(r"(\S+) ([\d〜]+)(時間|日)")


class Lesson(NamedTuple):
    """One way to take a course: its link, its formats, and hours and days at least and at most."""

    course: str
    formats: tuple[str, ...]
    hours: tuple[int, int] | None
    days: int | None


Branch = tuple[Lesson, ...]
"""What a person takes who has chosen."""


@dataclass(frozen=True)
class Track:
    """The branches of a track, and those of its stages for some people only, by stage."""

    branches: tuple[Branch, ...]
    extras: dict[str, tuple[Branch, ...]]


def lessons(step: Element) -> list[Lesson]:
    """The ways to take the course of a step: several where the page offers a choice of formats."""
    course = step.first("a")["href"].rpartition("/")[2]
    how = step.first(class_="jz-step__how").text.removesuffix("（推定）")
    if "記載なし" in how:
        form = how.partition("（")[0]
        return [Lesson(course, () if form.startswith("形式") else (form,), None, None)]
    found = []
    for way in how.split("、または"):
        parts = [_AMOUNT.fullmatch(one) for one in way.split(" ＋ ")]
        assert all(parts), how
        amounts = [(one[1], one[2], one[3]) for one in parts if one is not None]
        hours = [span(amount) for _, amount, unit in amounts if unit == "時間"]
        days = [int(amount) for _, amount, unit in amounts if unit == "日"]
        found.append(
            Lesson(
                course,
                tuple(dict.fromkeys(form for form, _, _ in amounts)),
                (sum(one[0] for one in hours), sum(one[1] for one in hours)) if hours else None,
                sum(days) if days else None,
            )
        )
    return found


def branches(steps: Element) -> list[Branch]:
    """The branches of a list of steps."""
    ways: list[list[Branch]] = []
    for item in children(steps, "li"):
        if "jz-choice" in item["class"].split():
            (options,) = children(item, "ul", "jz-choice__options")
            ways.append(
                [
                    branch
                    for option in children(options, "li")
                    for inner in children(option, "ul", "jz-steps")
                    for branch in branches(inner)
                ]
            )
        else:
            assert "jz-step" in item["class"].split()
            ways.append([(lesson,) for lesson in lessons(item)])
    return [tuple(itertools.chain(*chosen)) for chosen in itertools.product(*ways)]


def track(pages: Pages, plan: str, curriculum: Element) -> Track:
    """The track of the part of a page that shows a curriculum, with the one that it adds to."""
    found: list[Branch] = [()]
    for gate in children(curriculum, "p", "jz-gate--included"):
        address = gate.first("a")["href"].rpartition("/")[2]
        other = track(pages, plan, _path_of(pages(f"{plan}/curricula/{address}")))
        found = list(other.branches)
    extras: dict[str, tuple[Branch, ...]] = {}
    (path,) = children(curriculum, class_="jz-path")
    for stage in children(path, class_="jz-stage"):
        # A stage may have practice alone.
        for steps in children(stage, class_="jz-steps"):
            if "合計には入れていません" in stage.text:
                extras[stage.first("strong").text] = tuple(branches(steps))
            else:
                found = [one + more for one in found for more in branches(steps)]
    return Track(tuple(found), extras)


def _path_of(page: Element) -> Element:
    """What stands below `研修の組み立て` on a curriculum's page, as one element."""
    return Element("section", children=list(part(page, "path")))


def tracks(pages: Pages, plan: str, role: str, table: str, departments: str) -> list[Track]:
    """The tracks on a role's page: the same stand on the pages of the curricula.

    Where the plan tells its tables apart there is one; else there is one for each level.
    """
    sections = list(pages.role(plan, role).every("section", class_="jz-curriculum"))
    if table in TABLES:
        wanted = f"{DEPARTMENTS[departments]}・{TABLES['off-jt']}"
        sections = [
            section
            for section in sections
            if next(children(section, "p", "jz-small")).text.startswith(wanted)
        ]
        assert len(sections) == 1
    found = []
    for section in sections:
        # A second table is folded away below the first one.
        place = section.first("details") if table == "list" else section
        heading = place if table == "list" else section.first("h3")
        link = next(one["href"] for one in heading.every("a") if "/curricula/" in one["href"])
        found.append(track(pages, plan, place))
        address = f"{plan}/curricula/{link.rpartition('/')[2]}"
        assert track(pages, plan, _path_of(pages(address))) == found[-1], address
    return found


def joined(found: list[Track]) -> Track:
    """What a person takes who takes one track after the other."""
    ways = itertools.product(*(one.branches for one in found))
    extras = {stage: more for one in found for stage, more in one.extras.items()}
    return Track(tuple(tuple(itertools.chain(*way)) for way in ways), extras)
