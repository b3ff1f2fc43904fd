"""What a plan sets and what it does not: its figures, and the pages on which they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from jinzai.link.catalogue import LinkedPlan
from jinzai.model.audience import Headcount
from jinzai.model.numbers import Absence
from jinzai.model.organisation import Organisation
from jinzai.model.role import Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.words import wording

_CHAPTERS: Final = "chapters/index.html"
_NOT_HELD: Final = "未掲載"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that a plan may set. `count` is None where it is not there.

    `lacking` says why: 未定義, or that the catalogue does not hold the plan's text.
    """

    link: Link
    count: int | None
    unit: str
    more: str
    lacking: str


def contents(context: PlanContext, place: PagePlace) -> tuple[Kind, ...]:
    """Every kind of thing, in the navigation's order."""
    return tuple(
        Kind(
            place.to(context.address(page), title),
            count or None,
            unit,
            more if count else "",
            _NOT_HELD if page == _CHAPTERS else wording.word(Absence.UNDEFINED),
        )
        for page, title, count, unit, more in _counts(context.plan)
    )


def _counts(plan: LinkedPlan) -> Iterator[tuple[str, str, int, str, str]]:
    content = plan.content
    organisation = content.organisation_file or Organisation()
    levels = sum(len(role.levels) for role in content.roles)
    people = sum(map(_is_counted, _headcounts(content.roles)))
    own = sum(1 for cell in plan.cells if cell.via is None)
    items = [item for one in content.schedules for lane in one.lanes for item in lane.items]
    unplaced = sum(isinstance(item.months, str) for item in items)
    yield (
        "roles/index.html",
        "役割",
        len(content.roles),
        "件",
        f"レベルは{levels}件" if levels else "",
    )
    yield "skills/index.html", "スキル", len(content.skills), "件", _categories(plan)
    yield "skills/matrix.html", "スキルマップ", len(content.matrices), "表", f"{own}個の記号"
    yield "courses/index.html", "研修", len(content.courses), "件", ""
    yield "curricula/index.html", "育成課程", len(content.curricula), "件", ""
    yield (
        "schedule/index.html",
        "スケジュール",
        len(items),
        "件の予定",
        f"うち{unplaced}件は月が分からない" if unplaced else "",
    )
    yield "targets/index.html#targets", "数値目標", len(content.targets), "件", ""
    yield "targets/index.html#headcounts", "役割の規模（人数）", people, "件", ""
    yield "practice/index.html", "実務での育成", len(content.practices), "件", ""
    for section, title, measures in (
        ("bodies", "推進体制", organisation.bodies),
        ("hiring", "人材の確保", organisation.hiring),
        ("placement", "配置・活用", organisation.placement),
        ("support", "育成を支える仕組み", organisation.support),
        ("indicators", "指標（KPI）", organisation.indicators),
        ("reviews", "実行管理と見直し", organisation.reviews),
    ):
        yield f"organisation/index.html#{section}", title, len(measures), "件", ""
    yield "glossary/index.html", "用語集", len(content.terms), "語", ""
    yield _CHAPTERS, "本文の章", len(content.chapters), "章", ""


def _headcounts(roles: Iterable[Role]) -> Iterator[Headcount]:
    for role in roles:
        for headcount in (role.headcount, *(level.headcount for level in role.levels)):
            if headcount is not None:
                yield headcount


def _is_counted(headcount: Headcount) -> bool:
    return not isinstance(headcount.value, Absence)


def _categories(plan: LinkedPlan) -> str:
    count = len(plan.content.categories)
    return f"分類は{count}件" if count else ""


class KeyFigure(NamedTuple):
    """A key figure; None for what the plan does not set."""

    number: int | None
    title: str
    href: str


def figures(context: PlanContext, place: PagePlace) -> tuple[KeyFigure, ...]:
    """The key figures, always the same."""
    content = context.plan.content
    counts = (
        ("roles", "役割", len(content.roles)),
        ("skills", "スキル", len(content.skills)),
        ("courses", "研修", len(content.courses)),
        ("curricula", "育成課程", len(content.curricula)),
        ("targets", "数値目標", len(content.targets)),
    )
    return tuple(
        KeyFigure(count or None, title, place.href(context.address(f"{kind}/index.html")))
        for kind, title, count in counts
    )
