"""The rows of the tables about courses and their time, worked out from YAML alone."""

from collections.abc import Iterator

from .yaml_facts import Raw, Row, amount, entities, level_name, names_of

FORMATS = {
    "video": "動画",
    "in-person": "対面",
    "live": "ライブ",
    "remote": "リモート",
    "workshop": "ワークショップ",
    "working": "ワーキング",
    "self-study": "自主学習",
    "dispatch": "派遣",
    "undefined": "未定義",
}


def _forms(raw: Raw, delivery: Raw) -> Iterator[Row]:
    """The cells format, hours and days of each part of a delivery."""
    parts = [delivery, *delivery.get("plus", [])]
    labels = [FORMATS[part["format"]] for part in parts]
    for number, part in enumerate(parts):
        others = "・".join(labels[:number] + labels[number + 1 :])
        label = f"{labels[number]}（{others}とあわせて）" if others else labels[number]
        yield label, amount(part.get("hours"), raw), amount(part.get("days"), raw)


def courses(raw: Raw) -> Iterator[Row]:
    tables = names_of(raw, "plan", "tables") | {"": ""}
    for course in entities(raw, "courses"):
        for delivery in course.get("deliveries") or [None]:
            for form in _forms(raw, delivery) if delivery else [("", "", "")]:
                table = tables[(delivery or {}).get("table", "")]
                yield course["id"], course["name"], *form, course.get("provider", ""), table


def curricula(raw: Raw) -> Iterator[Row]:
    names = names_of(raw, "roles", "roles")
    departments = names_of(raw, "plan", "departments") | {"": ""}
    tables = names_of(raw, "plan", "tables") | {"": ""}
    for one in entities(raw, "curricula"):
        level = one.get("level", "")
        for department in one.get("departments") or [""]:
            for stage in one["stages"]:
                for row in _stage(raw, one, stage):
                    yield (
                        *(
                            one["role"],
                            names[one["role"]],
                            level,
                            level_name(raw, one["role"], level),
                        ),
                        *(departments[department], stage["name"], *row),
                        *(one["id"], one["name"], tables[one.get("table", "")]),
                        *(stage.get("only", ""), one.get("includes", "")),
                        *(";".join(one.get("after", [])), one.get("order", "unknown")),
                    )


def _stage(raw: Raw, curriculum: Raw, stage: Raw) -> Iterator[Row]:
    """The cells from course_id on."""
    courses = {course["id"]: course for course in entities(raw, "courses")}
    for item_id, choice, bases in _taken(stage):
        course = courses[item_id]
        every = course.get("deliveries", [])
        for wanted in (curriculum.get("table"), None):
            found = [delivery for delivery in every if delivery.get("table") == wanted]
            if found:
                break
        deliveries = found or every
        stated = [*bases, curriculum.get("basis")]
        for number, delivery in enumerate(deliveries or [{}], 1):
            way = [f"受け方{number}"] if len(deliveries) > 1 else []
            inferred = "inferred" in [*stated, delivery.get("basis")]
            for form in _forms(raw, delivery) if delivery else [("", "", "")]:
                alternative = ":".join([*choice, *way])
                basis = "inferred" if inferred else "stated"
                yield item_id, course["name"], *form, alternative, basis


def _taken(stage: Raw) -> Iterator[tuple[str, list[str], list[str | None]]]:
    choices = 0
    for item in stage.get("items", []):
        if "course" in item:
            yield item["course"], [], [item.get("basis")]
            continue
        choices += 1
        for number, option in enumerate(item["any_of"], 1):
            for course in option["courses"]:
                choice = [f"選択{choices}", f"案{number}"]
                yield course["course"], choice, [item.get("basis"), course.get("basis")]


def schedule(raw: Raw) -> Iterator[Row]:
    for schedule in entities(raw, "schedule", "schedules"):
        for year in schedule.get("years") or [""]:
            for lane in schedule["lanes"]:
                for item in lane["items"]:
                    months = item["months"]
                    if months == "undefined":
                        months = {"start": "未定義", "end": "未定義"}
                    elif months == "anytime":
                        months = {"start": "随時", "end": "随時"}
                    yield (
                        *(year, lane["name"], item["name"], item.get("course", "")),
                        *(months["start"], months["end"], item.get("basis", "stated")),
                    )
