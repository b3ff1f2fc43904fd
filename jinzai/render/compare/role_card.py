"""A role in the table of classes by plans, in short: audience, skills, training and targets.

The card links to the role's own page, which shows everything. This module knows no other plan.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from jinzai.compare.asked import AskOrigin
from jinzai.compare.learning import Track
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.export.plain import plain_text
from jinzai.link.address import entity_address
from jinzai.link.learning import Span
from jinzai.model import kinds
from jinzai.model.audience import FrameworkLink
from jinzai.model.base import Basis
from jinzai.model.framework import FrameworkKind
from jinzai.model.numbers import Absence
from jinzai.model.target import Target, Unit
from jinzai.render.compare.compared_item import ComparedItem
from jinzai.render.compare.reaches import base_words, extra_words, for_all_words
from jinzai.render.page.place import PagePlace
from jinzai.render.words import amounts
from jinzai.render.words.target_times import time_words
from jinzai.render.words.wording import relation_to

LONG: Final = 60
"""The largest number of characters of 対象 that a card shows."""
MOST_TARGETS: Final = 4
"""The largest number of targets of one kind that a card lists."""
_SHARES: Final = "割合"


class Card(NamedTuple):
    """A role under a class: the link with the relation, and the facts by their names.

    `open` are the names of what the plan leaves undefined.
    """

    head: ComparedItem
    facts: tuple[tuple[str, tuple[ComparedItem, ...]], ...]
    open: str


def card(
    place: PagePlace, plan: PlanProfile, role: RoleProfile, link: FrameworkLink, *, marked: bool
) -> Card:
    """A role for the cell of one class. Its links are right for pages in the folder of `place`.

    `marked` says whether the role's head shows that an editor mapped it. If the page says so once
    for all roles, it does not.
    """
    facts = (
        ("対象", _audience(role)),
        (kinds.SKILL.name, tuple(_skills(plan, role))),
        (kinds.COURSE.name, tuple(_training(plan, role))),
        ("人数", tuple(_people(plan, role))),
        (_SHARES, tuple(_shares(plan, role))),
    )
    return Card(
        ComparedItem(
            role.role.name,
            place.href(entity_address(plan.id, "role", role.id)),
            relation_to(FrameworkKind.ROLE, link.relation),
            marked and link.basis is Basis.INFERRED,
        ),
        tuple((name, found) for name, found in facts if found),
        "・".join(name for name, found in facts if not found and name != _SHARES),
    )


def shortened(text: str, most: int = LONG) -> str:
    """A text of at most `most` characters, cut after a mark of punctuation where there is one."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    cut = max(head.rfind(mark) for mark in "。、・ ")
    return f"{head[: cut + 1].rstrip('、・ ') if cut >= most // 2 else head}…"


def _audience(role: RoleProfile) -> tuple[ComparedItem, ...]:
    text = role.role.audience
    return (ComparedItem(shortened(" ".join(plain_text(text).split("\n")))),) if text else ()


def _skills(plan: PlanProfile, role: RoleProfile) -> Iterator[ComparedItem]:
    """How many skills the role asks for.

    A role that asks only through its parts has a number for each part: nobody is asked for all of
    them together.
    """
    if role.asks and all(ask.origin is AskOrigin.PART for ask in role.asks):
        for part in (plan.roles[id] for id in role.parts):
            if part.asks:
                yield ComparedItem(f"{len(part.asks)}件", note=f"「{part.role.name}」")
        return
    counts = [
        (name, sum(ask.origin is origin for ask in role.asks))
        for origin, name in (
            (AskOrigin.OWN, "この役割で求める"),
            (AskOrigin.INHERITED, "前提となる役割から"),
        )
    ]
    if all(ask.origin is AskOrigin.OWN for ask in role.asks):
        counts = []
    counts.append(("うち推定", sum(ask.basis is Basis.INFERRED for ask in role.asks)))
    told = "・".join(f"{name}{count}" for name, count in counts if count)
    if role.asks:
        yield ComparedItem(f"{len(role.asks)}件", note=told)


def _training(plan: PlanProfile, role: RoleProfile) -> Iterator[ComparedItem]:
    """The time of the training, table by table if these differ, and the courses without a time.

    If the plan states the training for a parent role, it is the time of that training. Training
    for all staff, and that of a role that this one extends, comes last and is in no time.
    """
    whole = plan.parent_of(role)
    if whole is not None:
        yield ComparedItem(f"「{whole.role.name}」の研修として示されている")
    names = {one.id: one.name for one in plan.summary.plan.tables}
    tables: dict[str | None, list[Track]] = {}
    for track in role.training:
        tables.setdefault(track.table, []).append(track)
    found = {table: item for table, tracks in tables.items() if (item := _time(tracks))}
    if len({(item.text, item.note) for item in found.values()}) > 1:
        yield ComparedItem("表によって違う")
        for table, item in found.items():
            name = f"「{names[table]}」" if table is not None else "表の記載なし"
            yield item._replace(note="・".join(filter(None, (name, item.note))))
    else:
        yield from islice(found.values(), 1)
    loads = [track.load for track in role.training]
    least = min((load.least_unknown for load in loads), default=0)
    most = max((load.unknown for load in loads), default=0)
    if most:
        repeats = "延べ" if any(track.repeats for track in role.training) else ""
        told = f"{most}" if least == most else f"{least}〜{most}"
        yield ComparedItem(f"時間の記載なし {repeats}{told}件")
    extras = dict.fromkeys(extra_words(extra) for track in role.training for extra in track.extras)
    yield from map(ComparedItem, extras)
    yield from map(ComparedItem, for_all_words(plan, role))
    for text in base_words(plan, role):
        yield ComparedItem(text, inferred=True)


def _time(tracks: Sequence[Track]) -> ComparedItem | None:
    """The time that one table states. Its tracks are for different departments.

    Hours and days become one range each only if no way has both. Otherwise each way stands for
    itself, because the way with the most hours need not have the most days.
    """
    loads = [track.load for track in tracks if track.load.given]
    texts = tuple(dict.fromkeys(map(amounts.known, loads)))
    if not texts:
        return None
    choices = any(load.choices for load in loads)
    inferred = any(load.inferred for load in loads)
    if len(texts) == 1:
        told = choices and not any(load.ways for load in loads)
        return ComparedItem(texts[0], note="受け方による幅" if told else "", inferred=inferred)
    if any(load.days.most for load in loads):
        return ComparedItem("／".join(texts), note="部局による違い", inferred=inferred)
    hours = Span(min(load.hours.least for load in loads), max(load.hours.most for load in loads))
    note = "部局と受け方による幅" if choices else "部局による幅"
    return ComparedItem(amounts.span(hours, "時間"), note=note, inferred=inferred)


def _people(plan: PlanProfile, role: RoleProfile) -> Iterator[ComparedItem]:
    counts = [(role.role.headcount, "")]
    counts += [(level.headcount, level.name) for level in role.role.levels[:MOST_TARGETS]]
    for count, level in counts:
        if count is not None:
            # The note says what the number is. Without a number it says why.
            is_absent = isinstance(count.value, Absence)
            told = count.note if is_absent else "計画が挙げる人数"
            note = "・".join(filter(None, (level, told)))
            yield _amount(plan, amounts.value(count.value, "人"), note, count.basis)
    found = [target for target in role.targets if target.unit is not Unit.PERCENT]
    yield from _targets(plan, role, found, lambda _: "目標")


def _shares(plan: PlanProfile, role: RoleProfile) -> Iterator[ComparedItem]:
    """Targets in per cent, each with the whole that it is a share of."""
    found = [target for target in role.targets if target.unit is Unit.PERCENT]
    yield from _targets(plan, role, found, lambda target: f"目標「{target.name}」")


def _targets(
    plan: PlanProfile,
    role: RoleProfile,
    targets: Sequence[Target],
    named: Callable[[Target], str],
) -> Iterator[ComparedItem]:
    for target in targets[:MOST_TARGETS]:
        value = target.values[-1]
        shown = amounts.target_value(value.value, target.unit, target.bound)
        time = time_words(value.year, value.within)
        note = "・".join(filter(None, (named(target), _level(role, target), time)))
        yield _amount(plan, shown, note, target.basis)
    if len(targets) > MOST_TARGETS:
        yield ComparedItem(f"ほかに目標 {len(targets) - MOST_TARGETS}件")


def _amount(plan: PlanProfile, shown: amounts.Value, note: str, basis: Basis) -> ComparedItem:
    text = amounts.explained(shown, plan.summary.plan.placeholders).text
    return ComparedItem(text, "", note, basis is Basis.INFERRED, state=shown.state)


def _level(role: RoleProfile, target: Target) -> str:
    names = {level.id: level.name for level in role.role.levels}
    return names[target.level] if target.level else ""
