"""What a plan states and what it leaves open: its numbers, and links to the pages with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from jinzai.link.catalogue import LinkedPlan
from jinzai.model.content import PlanContent
from jinzai.model.kinds import (
    CHAPTER,
    COURSES,
    CURRICULA,
    MATRICES,
    ORGANISATION,
    ROLES,
    SCHEDULES,
    SHOWN_FILES,
    SKILLS,
    TARGETS,
    FileKind,
)
from jinzai.model.numbers import Absence
from jinzai.model.organisation import Organisation
from jinzai.model.role import Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.words import wording

_NOT_HELD: Final = "未掲載"
SIZES: Final = "役割の規模（人数）"
NUMBERLESS: Final = "数の記載がない目標"
"""What a plan has whose targets give no number at all."""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A kind of thing that a plan may state. `count` is None if the plan has nothing of the kind.

    `lacking` is the word for that: 記載なし, or 未掲載 if the catalogue does not hold the plan's
    text.
    """

    link: Link
    count: int | None
    more: str
    lacking: str


def contents(context: PlanContext, place: PagePlace) -> tuple[ContentsLine, ...]:
    """Every kind of thing, in the order of the navigation."""
    return tuple(
        ContentsLine(
            place.to(context.address(page), title),
            count or None,
            more if count else "",
            _NOT_HELD if page == CHAPTER.page else wording.word(Absence.UNDEFINED),
        )
        for page, title, count, more in _counts(context.plan)
    )


def _counts(plan: LinkedPlan) -> Iterator[tuple[str, str, int, str]]:
    content = plan.content
    organisation = content.organisation_file or Organisation()
    levels = sum(len(role.levels) for role in content.roles)
    people = _sizes(content.roles)
    own = sum(1 for cell in plan.cells if cell.via is None)
    items = [item for one in content.schedules for lane in one.lanes for item in lane.items]
    unplaced = sum(item.lacks_months for item in items)
    more = {
        ROLES.name: f"レベルは{levels}件" if levels else "",
        SKILLS.name: _categories(plan),
        MATRICES.name: f"{own}個の記号",
    }
    for file in SHOWN_FILES:
        if file is SCHEDULES:
            lost = f"うち{unplaced}件は月が分からない" if unplaced else ""
            note = f"予定の数。{lost}".rstrip("。")
            yield file.page, file.title, len(items), note
        elif file is TARGETS:
            yield f"{file.page}#targets", file.title, len(content.targets), _numberless(content)
            yield f"{file.page}#headcounts", SIZES, people, ""
        elif file is ORGANISATION:
            for field in file.lists:
                measures = getattr(organisation, field)
                yield f"{file.page}#{field}", file.list_title(field), len(measures), ""
        else:
            yield file.page, file.title, _number(content, file), more.get(file.name, "")


def _numberless(content: PlanContent) -> str:
    """How many of the targets give no number, in words."""
    every, missing = len(content.targets), sum(not one.gives_number for one in content.targets)
    if not missing:
        return ""
    return "どれも数の記載なし" if missing == every else f"うち{missing}件は数の記載なし"


def _number(content: PlanContent, file: FileKind) -> int:
    """How many things of a file's kind the plan has."""
    if file is CHAPTER:
        return len(content.chapters)
    record = content.of_file(file)
    return len(getattr(record, [*file.lists][-1])) if record is not None else 0


def _sizes(roles: Iterable[Role]) -> int:
    """For how many roles and levels the plan gives a number of people."""
    return sum(
        headcount is not None and headcount.gives_number
        for role in roles
        for headcount in (role.headcount, *(level.headcount for level in role.levels))
    )


def _categories(plan: LinkedPlan) -> str:
    count = len(plan.content.categories)
    return f"分類は{count}件" if count else ""


class KeyFigure(NamedTuple):
    """A key figure. `number` is None if the plan states nothing of the kind."""

    number: int | None
    title: str
    href: str


def figures(context: PlanContext, place: PagePlace) -> tuple[KeyFigure, ...]:
    """The key figures. Every plan has the same ones, but for what it says in place of targets."""
    content = context.plan.content
    counts = (
        (ROLES, len(content.roles)),
        (SKILLS, len(content.skills)),
        (COURSES, len(content.courses)),
        (CURRICULA, len(content.curricula)),
    )
    return (
        *(
            KeyFigure(count or None, file.title, place.href(context.address(file.page)))
            for file, count in counts
        ),
        _aims(context, place),
    )


def _aims(context: PlanContext, place: PagePlace) -> KeyFigure:
    """The targets; those without a number, or else the sizes of roles, if the plan has no other."""
    content, page = context.plan.content, TARGETS.page
    if content.targets:
        title = TARGETS.title if any(t.gives_number for t in content.targets) else NUMBERLESS
        return KeyFigure(len(content.targets), title, place.href(context.address(page)))
    people = _sizes(content.roles)
    if people:
        return KeyFigure(people, SIZES, place.href(context.address(f"{page}#headcounts")))
    return KeyFigure(None, TARGETS.title, place.href(context.address(page)))
