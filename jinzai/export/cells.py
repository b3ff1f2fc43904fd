"""How facts are written in cells. It is the same in every table.

`jinzai.model.names` owns the words for fixed values. An empty cell (None) means that the plan does
not state the fact or that there is no such thing. Each column explains which.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from jinzai.export.table import Value
from jinzai.link.backlinks import EntityKey
from jinzai.link.catalogue import LinkedPlan
from jinzai.model.audience import FrameworkLink
from jinzai.model.base import Basis
from jinzai.model.course import Format
from jinzai.model.names import NAMES
from jinzai.model.numbers import Absence, NumberRange, PlaceholderValue
from jinzai.model.schedule import MonthsInWords
from jinzai.model.target import Unit

UNDEFINED: Final = "未定義"
NOT_APPLICABLE: Final = "対象外"
"""The words of cells for an absent number. They stay as they were published.

Pages say it with the words of `jinzai.model.names`, and so does `AS_ON_PAGES`.
"""
AS_ON_PAGES: Final = (
    f"ページでは「{UNDEFINED}」を「{NAMES[Absence][Absence.UNDEFINED]}」、"
    f"「{NOT_APPLICABLE}」を「{NAMES[Absence][Absence.NOT_APPLICABLE]}」と書く。"
)
"""The words of pages for the two words above, for the page that explains the files."""
ANYTIME: Final = NAMES[MonthsInWords][MonthsInWords.ANYTIME]
FORMATS: Final = {**NAMES[Format], Format.UNDEFINED: UNDEFINED}
UNITS: Final = NAMES[Unit]


def amount(
    value: Decimal | int | Absence | PlaceholderValue | NumberRange | None, plan: LinkedPlan
) -> Value:
    """A number as it is, or the word in a number's place.

    A range is written with 〜, which no spreadsheet takes for a date. A template's blank is written
    as the template prints it.
    """
    if isinstance(value, Absence):
        return UNDEFINED if value is Absence.UNDEFINED else NOT_APPLICABLE
    if isinstance(value, NumberRange):
        return f"{value.min:f}〜{value.max:f}"
    if isinstance(value, PlaceholderValue):
        return plan.names[EntityKey("placeholder", value.placeholder)]
    return value


def joined(items: Iterable[str]) -> str | None:
    """Several entries in one cell, separated by `;`. None without entries."""
    return ";".join(items) or None


def with_basis(item: str, basis: Basis) -> str:
    """An entry of a list. If an editor worked it out, `:inferred` is added."""
    return f"{item}:{Basis.INFERRED}" if basis is Basis.INFERRED else item


def framework_links(maps: Iterable[FrameworkLink]) -> str | None:
    """The entries of a common framework that a role or a skill is mapped to."""
    return joined(with_basis(f"{link.entry}:{link.relation}", link.basis) for link in maps)


def issuer(plan: LinkedPlan) -> tuple[str, str | None, str]:
    """The first three cells of every row: the plan's id, and the issuer's code and name."""
    return plan.id, plan.plan.issuer.code, plan.plan.issuer.name


def level_name(plan: LinkedPlan, role_id: str, level_id: str | None) -> str | None:
    """The name of a level of a role in the plan; None for the whole role."""
    if level_id is None:
        return None
    return plan.levels[role_id][level_id]


def department_name(plan: LinkedPlan, department_id: str | None) -> str | None:
    """The name of a group of departments in the plan; None for all of them."""
    return None if department_id is None else plan.names[EntityKey("department", department_id)]


def table_name(plan: LinkedPlan, table_id: str | None) -> str | None:
    """The name of one of the plan's tables of courses; None without a table."""
    return None if table_id is None else plan.names[EntityKey("table", table_id)]


def category(plan: LinkedPlan, skill_id: str) -> str | None:
    """The names of a skill's category and of those above it, from the top.

    None if the skill has no category.
    """
    names: list[str] = []
    current = plan.skills[skill_id].category
    while current is not None:
        names.insert(0, plan.categories[current].name)
        current = plan.categories[current].part_of
    return "／".join(names) or None
