"""Plans in which some fields are changed, for tests of what depends on these fields."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from jinzai.link.catalogue import Catalogue, link_commons, link_plan
from jinzai.model.base import Source
from jinzai.model.content import FrameworkContent, PlanContent
from jinzai.model.course import Course, Delivery, DeliveryPart
from jinzai.model.curriculum import Curriculum
from jinzai.model.matrix import Row
from jinzai.model.plan import Plan
from jinzai.model.role import Level, Role
from jinzai.model.schedule import ScheduleItem
from jinzai.model.skill import Skill
from jinzai.model.target import TargetValue

Change = Callable[[BaseModel], dict[str, Any]]
"""The new values of some fields of a record; empty if it stays."""


def altered(content: PlanContent, change: Change) -> PlanContent:
    """The plan with all its records changed."""
    return PlanContent(*(_altered(value, change) for value in content))


def _altered(value: Any, change: Change) -> Any:
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_altered(one, change) for one in value)
    if not isinstance(value, BaseModel):
        return value
    fields = {name: _altered(getattr(value, name), change) for name in type(value).model_fields}
    return value.model_copy(update={**fields, **change(value)})


def catalogue_with(catalogue: Catalogue, plan_id: str, change: Change) -> Catalogue:
    """The catalogue with one plan changed."""
    entries = catalogue.commons.entries
    plans = [
        link_plan(altered(plan.content, change), plan.lines, entries, plan.judged)
        if plan.id == plan_id
        else plan
        for plan in catalogue.plans
    ]
    frameworks = FrameworkContent(catalogue.commons.frameworks)
    commons = link_commons(frameworks, (plan.summary for plan in plans))
    told = (plan._replace(summary=commons.plans[plan.id]) for plan in plans)
    return Catalogue(commons, tuple(told))


def _texts(one: BaseModel) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: f"{text}\n\n書き足した。"
        for name in ("summary", "purpose", "definition", "description", "note")
        if isinstance(text := getattr(one, name, None), str)
    }
    if isinstance(one, Role):
        found["duties"] = (*one.duties, "書き足したこと。")
    return found


UNSEEN: dict[str, Change] = {
    "hours": lambda one: {"hours": Decimal(99)} if isinstance(one, DeliveryPart) else {},
    "days": lambda one: {"days": Decimal(9)} if isinstance(one, Delivery) else {},
    "the name of a course": lambda one: (
        {"name": f"新しい{one.name}"} if isinstance(one, Course | Curriculum) else {}
    ),
    "texts": _texts,
    "an item of the schedule": lambda one: (
        {"name": f"新しい{one.name}"} if isinstance(one, ScheduleItem) else {}
    ),
    "a source": lambda one: (
        {"source": Source(page=99)} if "source" in type(one).model_fields else {}
    ),
}
"""Changes of a plan that no page of another plan shows."""

SEEN: dict[str, Change] = {
    "the name of a plan": lambda one: {"short_title": "新しい名"} if isinstance(one, Plan) else {},
    "the name of a role": lambda one: (
        {"name": f"新しい{one.name}"} if isinstance(one, Role) else {}
    ),
    "the name of a level": lambda one: (
        {"name": f"新しい{one.name}"} if isinstance(one, Level) else {}
    ),
    "the class of a role": lambda one: {"classes": ()} if isinstance(one, Role) else {},
    "the name of a skill": lambda one: (
        {"name": f"新しい{one.name}"} if isinstance(one, Skill) else {}
    ),
    "the area of a skill": lambda one: {"areas": ()} if isinstance(one, Skill) else {},
    "a mark": lambda one: {"marks": {}} if isinstance(one, Row) else {},
    "the number of a target": lambda one: (
        {"value": Decimal(7)} if isinstance(one, TargetValue) else {}
    ),
}
"""Changes of a plan that pages of other plans show, if the plan has such a thing."""
