"""Courses and loads as tests of learning make them."""

from decimal import Decimal
from typing import Any

from jinzai.link.learning import Load, Span
from jinzai.model.course import Course


def made_course(id: str, *deliveries: dict[str, Any]) -> Course:
    """A course with these deliveries."""
    return Course.model_validate({"id": id, "name": id, "deliveries": list(deliveries)})


def span(least: float, most: float | None = None) -> Span:
    """A span, of one amount where `most` is not given."""
    return Span(Decimal(str(least)), Decimal(str(least if most is None else most)))


def given_load(hours: Span, days: Span = Span(), **more: Any) -> Load:  # noqa: B008
    """A load with published amounts."""
    return Load(hours, days, given=True, **more)


TWO_HOURS = {"format": "video", "hours": "2"}
RANGE = {"format": "video", "hours": {"min": "1", "max": "2"}}
TWO_DAYS = {"format": "live", "days": "2"}
NOT_SAID = {"format": "video", "hours": "undefined"}
