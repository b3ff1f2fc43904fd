"""How long one course takes, in words: each way apart, since a reader chooses one of them."""

from jinzai.link.learning import deliveries_in, delivery_load
from jinzai.model.course import Course, Delivery, DeliveryPart
from jinzai.render import wording


def times(course: Course) -> str:
    """The time of each way, equal ones once; what the plan's tables say apart by `／`.

    Empty where the plan gives no way.
    """
    tables = dict.fromkeys(way.table for way in course.deliveries)
    lines = (dict.fromkeys(map(time, deliveries_in(course, table))) for table in tables)
    return " ／ ".join(dict.fromkeys("、または".join(line) for line in lines))


def time(way: Delivery) -> str:
    """The time of one way, its parts summed: `4時間＋2日`, 未定義, 対象外."""
    cost = delivery_load(way)
    if not cost.unknown:
        return wording.load(cost) or "0時間"
    return "＋".join(dict.fromkeys(map(_part_time, (way, *way.plus))))


def _part_time(form: DeliveryPart) -> str:
    amounts = ((form.hours, "時間"), (form.days, "日"))
    said = [wording.value(amount, unit).text for amount, unit in amounts if amount is not None]
    return "・".join(dict.fromkeys(said)) or "記載なし"
