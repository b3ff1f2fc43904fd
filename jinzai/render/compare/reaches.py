"""What a plan's training in one class takes, in short: the cell of the table of classes by plans.

This module owns the lines of the cell, and the words for training that is not a role's own.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from jinzai.compare.class_training import ClassGroup, TableReach, class_groups, table_reaches
from jinzai.compare.learning import Extra, Reach, Track, reach
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.link.learning import Span
from jinzai.model.framework import FrameworkKind
from jinzai.render.page.target_bars import TargetBar
from jinzai.render.words import amounts
from jinzai.render.words.wording import relation_to

MOST_STEPS: Final = 5
"""The largest number of earlier stages that are named. Of more, only the last are named."""


class ReachView(NamedTuple):
    """Ranges of hours and of days. A text is empty if nothing is published."""

    href: str
    hours: str
    bar: TargetBar | None
    days: str
    unknown: str


class ReachLine(NamedTuple):
    """A range of a cell.

    Attributes:
        role: the one role whose range it is, with its relation to the class, at its first range;
            empty for all roles that belong to the class.
        table: the table that states it, if the plan has several ranges there.
        reach: the range.
        notes: what belongs to it: whose training it is, and what some people take besides.
        inferred: whether an editor worked a part of it out.
    """

    role: str
    table: str
    reach: ReachView
    notes: tuple[str, ...]
    inferred: bool


class PlanCell(NamedTuple):
    """A plan in a class.

    `roles` is the number of its roles there. `lines` are the ranges of their training. `silent` are
    the roles without training of their own, if there are any: the words for them. `apart` is
    training that they are not named in: that for all staff. `awaiting` is true if the plan has a
    role that nobody has mapped. It may belong to the class.
    """

    roles: int
    lines: tuple[ReachLine, ...]
    silent: str
    apart: tuple[str, ...]
    awaiting: bool


def plan_cell(
    plan: PlanProfile, entry: str, href: str, bar: Callable[[Span], TargetBar | None]
) -> PlanCell:
    """The cell. `href` leads to the details, and `bar` makes the bar of a range of hours."""
    groups = class_groups(plan, entry)
    roles = [role for group in groups for role, _ in group.roles]
    # The parts of a role say that their training is stated for it: it need not be told twice.
    told = {role.whole for role in roles}
    groups = tuple(one for one in groups if one.belongs or one.roles[0][0].id not in told)
    silent = [role for role in roles if not role.training]
    is_named = len([group for group in groups if group.belongs]) > 1
    return PlanCell(
        len(roles),
        tuple(line for one in groups for line in _lines(plan, one, is_named, href, bar)),
        "".join(f"「{role.role.name}」" for role in silent) if len(silent) < len(roles) else "",
        tuple(dict.fromkeys(text for role in silent for text in for_all_words(plan, role))),
        bool(plan.summary.awaiting("role")),
    )


def _lines(
    plan: PlanProfile,
    group: ClassGroup,
    is_named: bool,
    href: str,
    bar: Callable[[Span], TargetBar | None],
) -> Iterator[ReachLine]:
    names = table_names(plan)
    whole = dict.fromkeys(
        parent.role.name for role, _ in group.roles if (parent := plan.parent_of(role)) is not None
    )
    first = group.roles[0]
    relation = relation_to(FrameworkKind.ROLE, first[1].relation)
    name = f"「{first[0].role.name}」"
    role = "" if group.belongs and not is_named else f"{name}（{relation}）"
    for number, one in enumerate(group.tables):
        if number:
            role, whole = "", {}
        yield ReachLine(
            role,
            names.get(one.table or "", "") if len(group.tables) > 1 else "",
            _reach(href, one.reach, one.repeats, bar),
            (
                *(f"「{parent}」の研修として示されている" for parent in whole),
                *(f"「{extra.only}」の研修を含む" for extra in one.counted),
                *map(extra_words, one.extras),
            ),
            one.inferred,
        )


def _reach(
    href: str, found: Reach, repeats: bool, bar: Callable[[Span], TargetBar | None]
) -> ReachView:
    hours, days, unknown = _parts(found, repeats)
    return ReachView(
        href,
        amounts.span(hours, "時間") if hours is not None else "",
        bar(hours) if hours is not None else None,
        amounts.span(days, "日") if days is not None else "",
        unknown,
    )


def _parts(found: Reach, repeats: bool) -> tuple[Span | None, Span | None, str]:
    """The hours, the days, and the number of courses without hours in words."""
    least, most = found.unknown
    days = found.days if found.days is not None and found.days.most else None
    # A plan that gives days alone says nothing of hours; one that gives 0 hours does.
    hours = found.hours if found.hours is not None and (found.hours.most or not days) else None
    told = (f"{most}" if least == most else f"{least}〜{most}") if most else ""
    return hours, days, f"延べ{told}" if told and repeats else told


def extra_words(extra: Extra) -> str:
    """What only some people take: `さらに「候補者」に26〜30時間`."""
    return f"さらに「{extra.only}」に{load_words(extra)}"


def load_words(extra: Extra) -> str:
    """The hours and days of a stage for some people, as ranges."""
    load = extra.load
    spans = ((load.hours, "時間"), (load.days, "日"))
    told = "＋".join(amounts.span(amount, unit) for amount, unit in spans if amount.most)
    return told or amounts.load(load) or amounts.LOAD_WORDS.none


def table_names(plan: PlanProfile) -> dict[str, str]:
    """The names of the plan's tables by their ids."""
    return {one.id: one.name for one in plan.summary.plan.tables}


def reach_words(plan: PlanProfile, reaches: Iterable[TableReach]) -> str:
    """Ranges in one text: `22〜32時間（甲表）、19〜29時間（乙表）`."""
    every, names = tuple(reaches), table_names(plan)
    return "、".join(
        _words(one.reach, one.repeats)
        + (f"（{names[one.table]}）" if one.table in names and len(every) > 1 else "")
        for one in every
    )


def _words(found: Reach, repeats: bool = False) -> str:
    hours, days, unknown = _parts(found, repeats)
    parts = (
        amounts.span(hours, "時間") if hours is not None else "",
        amounts.span(days, "日") if days is not None else "",
        f"時間の記載なし{unknown}件" if unknown else "",
    )
    return "・".join(filter(None, parts))


def for_all_words(plan: PlanProfile, role: RoleProfile) -> Iterator[str]:
    """The training for all staff, where the role's training does not contain it already.

    Whether people from outside count as staff, a plan seldom says. The words leave that open.
    """
    tracks = plan.for_all_beside(role)
    if not tracks:
        return
    open_ = "。庁外の人も受けるかの記載はない" if role.role.is_from_outside else ""
    yield f"全職員に向けた研修：{reach_words(plan, table_reaches(tracks))}{open_}"


def base_words(plan: PlanProfile, role: RoleProfile) -> Iterator[str]:
    """The training of the role that this one extends, if it is no stage before its own.

    The plan need not say that it is taken.
    """
    base = role.base
    steps = (track.step for track in role.training if track.step is not None)
    if base is None or any(
        one.curriculum.role == base.role.role for step in steps for one in step.line()
    ):
        return
    found = plan.roles[base.role.role].role
    level = next((f" {one.name}まで" for one in found.levels if one.id == base.role.level), "")
    amount = reach_words(plan, table_reaches(base.tracks))
    yield f"前提となる役割「{found.name}{level}」の研修：{amount}"


def way_words(plan: PlanProfile, track: Track) -> str:
    """The sum of all stages up to a training: `「甲」→「乙」→この研修 の合計 62〜92時間・0〜6日`.

    It is empty without stages before, and if the plan's tables do not give a sum.
    """
    found = None if track.whole_way is None else reach([track.whole_way])
    if track.step is None or found is None or found.hours is None:
        return ""
    roles = dict.fromkeys(step.curriculum.role for step in track.step.line())
    names = [f"「{plan.roles[id].role.name}」" for id in islice(roles, MOST_STEPS)]
    before = ("…→" if len(roles) > len(names) else "") + "→".join(reversed(names))
    return f"{before}→この研修の合計 {_words(found)}"
