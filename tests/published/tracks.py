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


class Markup(NamedTuple):
    """The classes of a path's parts: on a curriculum's page, or on a role's."""

    included: str
    path: str
    stage: str
    courses: str
    course: str
    how: str
    choice: str
    options: str


OF_CURRICULUM: Final = Markup(
    included="jz-gate--included",
    path="jz-path",
    stage="jz-stage",
    courses="jz-steps",
    course="jz-step",
    how="jz-step__how",
    choice="jz-choice",
    options="jz-choice__options",
)
OF_ROLE: Final = Markup(
    included="jz-legs__added",
    path="jz-legs",
    stage="jz-leg",
    courses="jz-lessons",
    course="jz-lesson",
    how="jz-lesson__how",
    choice="jz-lessons__choice",
    options="jz-options",
)


def lessons(step: Element, of: Markup) -> list[Lesson]:
    """The ways to take the course of a step: several where the page offers a choice of formats.

    A role's page says once that no time is stated, and then of each course its format alone.
    """
    course = step.first("a")["href"].rpartition("/")[2]
    said = next(step.every(class_=of.how), None)
    if said is None:
        assert of is OF_ROLE
        return [Lesson(course, (), None, None)]
    how = said.text.replace("（推定）", "")
    form = re.sub(r"（[^（）]*）$", "", how)
    if not re.search(r"\d|記載なし", form):
        return [Lesson(course, (form,) if form else (), None, None)]
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


def branches(steps: Element, of: Markup) -> list[Branch]:
    """The branches of a list of steps."""
    ways: list[list[Branch]] = []
    for item in children(steps, "li"):
        if of.choice in item["class"].split():
            (options,) = children(item, "ul", of.options)
            ways.append(
                [
                    branch
                    for option in children(options, "li")
                    for inner in children(option, "ul", of.courses)
                    for branch in branches(inner, of)
                ]
            )
        else:
            assert of.course in item["class"].split()
            ways.append([(lesson,) for lesson in lessons(item, of)])
    return [tuple(itertools.chain(*chosen)) for chosen in itertools.product(*ways)]


def track(pages: Pages, plan: str, curriculum: Element, of: Markup) -> Track:
    """The track of the part of a page that shows a curriculum, with the one that it adds to."""
    found: list[Branch] = [()]
    for gate in children(curriculum, "p", of.included):
        address = gate.first("a")["href"].rpartition("/")[2]
        other = track(pages, plan, _path_of(pages(f"{plan}/curricula/{address}")), OF_CURRICULUM)
        found = list(other.branches)
    extras: dict[str, tuple[Branch, ...]] = {}
    (path,) = children(curriculum, class_=of.path)
    for stage in children(path, class_=of.stage):
        # A stage may have practice alone.
        for steps in children(stage, class_=of.courses):
            if "合計には入れていません" in stage.text:
                extras[stage.first("strong").text] = tuple(branches(steps, of))
            else:
                found = [one + more for one in found for more in branches(steps, of)]
    return Track(tuple(found), extras)


def _path_of(page: Element) -> Element:
    """The courses below `研修の組み立て` on a curriculum's page, without its neighbours."""
    return Element("section", children=list(part(page, "path"))).first(class_="jz-way__now")


def tracks(pages: Pages, plan: str, role: str, table: str, departments: str) -> list[Track]:
    """The tracks on a role's page: the same stand on the pages of the curricula.

    Where the plan tells its tables apart there is one; else there is one for each level.
    """
    page = pages.role(plan, role)
    if table in TABLES:
        wanted = f"{DEPARTMENTS[departments]}・{TABLES[table]}"
        (panel,) = (
            one
            for one in page.every("section", class_="jz-route")
            if one.first(class_="jz-route__of").text == wanted
        )
        places = [(panel.first("h3"), panel.first(class_="jz-way__now"))]
    else:
        places = [
            *((one.first("h3"), one.first(class_="jz-way__now")) for one in _panels(page)),
            *(
                (rung.first(class_="jz-rung__adds"), cell)
                for rung in page.every(class_="jz-rung")
                for line in rung.every("dd")
                if (cell := line) and list(children(line, class_="jz-legs"))
            ),
            *(
                (one, one)
                for one in page.every(class_="jz-spanning__of")
                if list(children(one, class_="jz-legs"))
            ),
        ]
    listed = [*page.first(id="references").every("a")]
    found = []
    for heading, place in places:
        links = [
            one["href"] for one in (*heading.every("a"), *listed) if "/curricula/" in one["href"]
        ]
        shown = track(pages, plan, place, OF_ROLE)
        found.append(shown)
        # A level with practice alone has no courses.
        assert shown.branches == ((),) or any(
            track(pages, plan, _path_of(pages(f"{plan}/curricula/{name}")), OF_CURRICULUM) == shown
            for name in (link.rpartition("/")[2] for link in links)
        ), f"{role}: no page of a curriculum has these courses"
    return found


def _panels(page: Element) -> list[Element]:
    return list(page.every("section", class_="jz-route"))


def joined(found: list[Track]) -> Track:
    """What a person takes who takes one track after the other."""
    ways = itertools.product(*(one.branches for one in found))
    extras = {stage: more for one in found for stage, more in one.extras.items()}
    return Track(tuple(tuple(itertools.chain(*way)) for way in ways), extras)
