"""A role in the table of classes by plans: whom it is for, what it asks, costs and aims at, short.

The whole of everything is on the role's own page, to which the card leads. Refuses to know other
plans.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from jinzai.compare.asked import Origin
from jinzai.compare.learning import reach
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.export.plain import plain_text
from jinzai.link.address import entity_address
from jinzai.model.audience import FrameworkLink
from jinzai.model.base import Basis
from jinzai.model.target import Target
from jinzai.render import amounts
from jinzai.render.place import Place
from jinzai.render.side import Item, time_words
from jinzai.render.wording import word

LONG: Final = 60
"""So many characters of 対象 are shown."""
MOST_TARGETS: Final = 4
"""So many targets are listed."""


class Card(NamedTuple):
    """A role under a class: the link with the relation, and what else the cell says by its name.

    `open` are the names of what the plan leaves undefined.
    """

    head: Item
    facts: tuple[tuple[str, tuple[Item, ...]], ...]
    open: str


def card(place: Place, plan: PlanProfile, role: RoleProfile, link: FrameworkLink) -> Card:
    """A role as the cell of one class shows it. Links are right for pages beside `place`."""
    facts = (
        ("対象", _audience(role)),
        ("スキル", _skills(role)),
        ("研修", tuple(_training(role))),
        ("人数", tuple(_people(plan, role))),
    )
    return Card(
        Item(
            role.role.name,
            place.href(entity_address(plan.id, "role", role.id)),
            word(link.relation),
            link.basis is Basis.INFERRED,
        ),
        tuple((name, found) for name, found in facts if found),
        "・".join(name for name, found in facts if not found),
    )


def shortened(text: str, most: int = LONG) -> str:
    """A text of at most `most` characters, cut after a mark of punctuation where there is one."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    cut = max(head.rfind(mark) for mark in "。、・ ")
    return f"{head[: cut + 1].rstrip('、・ ') if cut >= most // 2 else head}…"


def _audience(role: RoleProfile) -> tuple[Item, ...]:
    text = role.role.audience
    return (Item(shortened(" ".join(plain_text(text).split("\n")))),) if text else ()


def _skills(role: RoleProfile) -> tuple[Item, ...]:
    if not role.asks:
        return ()
    counts = [
        (name, sum(ask.origin is origin for ask in role.asks))
        for origin, name in (
            (Origin.OWN, "固有"),
            (Origin.INHERITED, "土台の役割から"),
            (Origin.PART, "細分の役割から"),
        )
    ]
    told = "・".join(f"{name}{count}" for name, count in counts if count)
    return (Item(f"{len(role.asks)}", note=told),)


def _training(role: RoleProfile) -> Iterator[Item]:
    found = reach(track.load for track in role.tracks)
    if found is None:
        return
    spans = [
        amounts.span(span, unit)
        for span, unit in ((found.hours, "時間"), (found.days, "日"))
        if span is not None and span.most
    ]
    inferred = any(track.load.inferred for track in role.tracks)
    if spans:
        note = f"{found.loads}通りの受け方の幅" if found.loads > 1 else ""
        yield Item("＋".join(spans), note=note, inferred=inferred)
    elif found.hours is not None:
        yield Item("0時間")
    least, most = found.unknown
    if most:
        yield Item(f"時間の分からない研修 {most if least == most else f'{least}〜{most}'}")


def _people(plan: PlanProfile, role: RoleProfile) -> Iterator[Item]:
    blanks = {one.id: one.label for one in plan.summary.plan.placeholders}

    def item(shown: amounts.Value, note: str, basis: Basis) -> Item:
        text = blanks[shown.placeholder] if shown.state == "blank" else shown.text
        return Item(text, "", note, basis is Basis.INFERRED, state=shown.state)

    count = role.role.headcount
    if count is not None:
        yield item(amounts.value(count.value, "人"), "計画が挙げる人数", count.basis)
    for target in role.targets[:MOST_TARGETS]:
        value = target.values[-1]
        shown = amounts.target_value(value.value, target.unit, target.bound)
        note = "・".join(filter(None, (_level(role, target), time_words(value.year, value.within))))
        yield item(shown, f"目標・{note}", target.basis)
    if len(role.targets) > MOST_TARGETS:
        yield Item(f"ほかに目標 {len(role.targets) - MOST_TARGETS}件")


def _level(role: RoleProfile, target: Target) -> str:
    names = {level.id: level.name for level in role.role.levels}
    return names[target.level] if target.level else ""
