"""The file of each plan that the page of chosen roles loads: its compared roles.

A plan's file depends on that plan alone. Each item stands in it once.
"""

from collections.abc import Iterable
from typing import Any

from jinzai.compare.profile import PlanProfile
from jinzai.publish.page import SiteFile
from jinzai.render.compare.compared_item import ComparedItem
from jinzai.render.compare.compared_role import ComparedRole, ComparedRoles
from jinzai.render.page.data_script import PLAN_FILES, data_script
from jinzai.render.page.place import PagePlace


def plan_file(place: PagePlace, plan: PlanProfile) -> SiteFile:
    """The data of one plan for a detailed comparison.

    `items` holds each item once, as a list of the fields of `ComparedItem`. Empty fields at the end
    are left out. A cell is a list of indexes into `items`.
    """
    pool = _Pool()
    found = [_role(pool, role) for role in ComparedRoles(place, plan).every()]
    value = {
        "name": plan.summary.name,
        "prefecture": (plan.summary.plan.issuer.code or "00")[:2],
        "sides": found,
        "items": pool.items,
    }
    return data_script(PLAN_FILES, "jinzaiPlan", plan.id, value)


class _Pool:
    """All items, each once, in the order in which they are first used."""

    def __init__(self) -> None:
        self._places: dict[ComparedItem, int] = {}
        self.items: list[list[str | bool]] = []

    def places(self, items: Iterable[ComparedItem]) -> list[int]:
        return [self._place(item) for item in items]

    def _place(self, item: ComparedItem) -> int:
        place = self._places.get(item)
        if place is None:
            place = self._places[item] = len(self.items)
            fields: list[Any] = list(item)
            while len(fields) > 1 and not fields[-1]:
                fields.pop()
            self.items.append(fields)
        return place


def _role(pool: _Pool, role: ComparedRole) -> dict[str, object]:
    return {
        "key": role.key,
        "name": role.name,
        "href": role.href,
        "lists": {key: pool.places(cell) for key, cell in role.lists.items()},
        "numbers": {
            key: int(number) if number == int(number) else float(number)
            for key, number in role.numbers.items()
        },
        "asks": role.asks,
        "scale": role.scale,
    }
