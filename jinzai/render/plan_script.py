"""What the comparing scripts load: a file for each plan, and one for each prefecture's list.

Each is a script that hands a value over (`jinzaiPlan("hirakata", {…})`), since a page that is
opened from a disk may load nothing else. A plan's file is a function of that plan alone, and says
each thing once; templates/theme/assets/jinzai/compare-data.js reads them.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from jinzai.compare.comparison import Comparison
from jinzai.compare.profile import PlanProfile
from jinzai.publish.page import SiteFile
from jinzai.render.place import Place, SiteContext
from jinzai.render.prefectures import Prefecture, is_bounded, prefectures
from jinzai.render.role_card import Card, card
from jinzai.render.side import Item, Side, sides

PLAN_FILES: Final = "compare/data/"
PREFECTURE_FILES: Final = "compare/prefectures/"
_HERE: Final = "compare/detail.html"
"""Links are right for every page of this folder."""


def compare_files(site: SiteContext) -> Iterator[SiteFile]:
    """The files of all plans, and those of the prefectures where readers have to choose by them."""
    place = site.place(_HERE)
    compared = site.compared
    for plan in compared.plans.values():
        yield plan_file(place, plan, compared)
    if not is_bounded(len(compared.plans)):
        for one in prefectures(plan.summary for plan in compared.plans.values()):
            yield _prefecture_file(one)


def plan_file(place: Place, plan: PlanProfile, compared: Comparison) -> SiteFile:
    """What a comparison needs of one plan: its sides and its cards by class.

    `items` holds each thing once, as the fields of `Item` without empty ones at the end; cells are
    lists of places in it.
    """
    pool = _Pool()
    found = [_side(pool, side) for side in sides(place, plan)]
    cards = {
        entry: [_card(pool, card(place, plan, role, link)) for role, link in roles]
        for entry in compared.classes
        if (roles := plan.roles_in(entry))
    }
    issuer = plan.summary.plan.issuer
    value = {
        "name": plan.summary.name,
        "prefecture": (issuer.code or "00")[:2],
        "sides": found,
        "classes": cards,
        "items": pool.items,
    }
    return SiteFile(f"{PLAN_FILES}{plan.id}.js", _call("jinzaiPlan", plan.id, value))


class _Pool:
    """Things by their place, each once."""

    def __init__(self) -> None:
        self._places: dict[Item, int] = {}
        self.items: list[list[str | bool]] = []

    def places(self, items: Iterable[Item]) -> list[int]:
        return [self._place(item) for item in items]

    def _place(self, item: Item) -> int:
        place = self._places.get(item)
        if place is None:
            place = self._places[item] = len(self.items)
            fields: list[Any] = list(item)
            while len(fields) > 1 and not fields[-1]:
                fields.pop()
            self.items.append(fields)
        return place


def _side(pool: _Pool, side: Side) -> dict[str, object]:
    return {
        "key": side.key,
        "name": side.name,
        "href": side.href,
        "lists": {key: pool.places(cell) for key, cell in side.lists.items()},
        "numbers": {
            key: int(number) if number == int(number) else float(number)
            for key, number in side.numbers.items()
        },
        "asks": side.asks,
        "scale": side.scale,
    }


def _card(pool: _Pool, found: Card) -> list[object]:
    return [
        pool.places((found.head,))[0],
        [[name, pool.places(items)] for name, items in found.facts],
        found.open,
    ]


def _prefecture_file(one: Prefecture) -> SiteFile:
    plans = [[plan.id, plan.name] for plan in one.plans]
    return SiteFile(f"{PREFECTURE_FILES}{one.code}.js", _call("jinzaiPrefecture", one.code, plans))


def _call(function: str, key: str, value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{function}({json.dumps(key)},{_safe(text)});\n".encode()


def _safe(text: str) -> str:
    """JSON that is the same as a script: no end of a script, no line's end of older JavaScript."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
