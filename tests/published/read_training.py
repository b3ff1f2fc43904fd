"""What training the pages show for a role: courses, hours, days, formats, conditions, sums."""

import itertools
import re
from collections import Counter
from typing import Final

from tests.site.tree import Element

from .pages import DEPARTMENTS, TABLES, Pages, number, span
from .read_skills import Found
from .reckoned import Number
from .tracks import Branch, Track, joined, tracks

LEARNING: Final = "compare/learning.html"
_UNTIMED: Final = r"時間の記載がないもの (?:延べ)?(\d+)件"


def none(pages: Pages, wanted: Number) -> Found:
    """Reads `training`: how many courses a role has where the document has no table of them."""
    found = joined(tracks(pages, wanted.plan, wanted.role, "", ""))
    yield f"the page of {wanted.role}", _one(_courses(found.branches))
    for row in pages.learning(wanted.plan, wanted.role):
        said = [cell.text for cell in row.every("td") if cell["data-label"] == "研修の数と形式"]
        if said or not found.branches[0]:
            yield LEARNING, number(said[0], r"^(\d+)件") if said else 0


def training(pages: Pages, wanted: Number) -> Found:
    """Reads `training/<table>/<departments>/<what>`."""
    _, table, departments, what = wanted.kind.split("/", 3)
    rows = _rows(pages, wanted, table, departments)
    if not rows:
        yield LEARNING, 0
        return
    (row,) = rows
    stated_for = _stated_for(row) or wanted.role
    track = joined(tracks(pages, wanted.plan, stated_for, table, departments))
    assert track.branches != ((),)
    held = "の研修を含む" in row.text
    if stated_for != wanted.role and not held:
        track = Track(track.branches, {})
    place = f"the page of {stated_for}"
    ways = track.branches
    if what.endswith("-with-extra"):
        assert held
        (extra,) = track.extras.values()
        ways = tuple(one + more for one, more in itertools.product(ways, extra))
    what = what.removesuffix("-with-extra")
    yield place, _of_track(ways, track.extras, what)
    if what in ("extra", "formats") or held == wanted.kind.endswith("-with-extra"):
        yield from _of_row(row, wanted, what, ways)


def _of_track(ways: tuple[Branch, ...], extras: dict[str, tuple[Branch, ...]], what: str) -> object:
    match what:
        case "courses":
            return _one(_courses(ways))
        case "hours":
            return _range([_hours(way) for way in ways])
        case "hours/branches":
            return [_range([_hours(way)]) for way in ways]
        case "days":
            return _range([_days(way) for way in ways])
        case "untimed":
            return _one([_untimed(way) for way in ways])
        case "formats":
            return _one([_formats(way) for way in ways])
        case "extra":
            if not extras:
                return 0
            ((stage, more),) = extras.items()
            return {
                "stage": stage,
                "courses": _one(_courses(more)),
                "hours": _range([_hours(way) for way in more]),
                "days": _range([_days(way) for way in more]),
            }
    raise LookupError(what)


def _of_row(row: Element, wanted: Number, what: str, ways: tuple[Branch, ...]) -> Found:
    """What a row of compare/learning.html says."""
    cells = {cell["data-label"]: cell for cell in row.every("td")}
    courses, hours = cells["研修の数と形式"], cells["時間"]
    match what:
        case "courses":
            head = courses.text.split("（")[0].split(" ")[0]
            each = _courses(ways)
            ways_or_range = ("件、または".join(map(str, dict.fromkeys(each))), _least_to_most(each))
            assert head.removesuffix("件") in ways_or_range, f"{LEARNING}: {head}, not {each}"
        case "hours":
            found = re.match(r"([\d〜]+)時間", hours.text)
            assert found or hours.text.startswith("記載なし")
            yield LEARNING, _range([span(found[1])]) if found else None
        case "hours/branches":
            small = next(one for one in hours.every("span", class_="jz-small"))
            each_way = [re.match(r"([\d〜]+)時間", way) for way in small.text.split("、または")]
            yield LEARNING, [_range([span(one[1])]) for one in each_way if one]
        case "days":
            said = cells["日数"].text if "日数" in cells else ""
            if found := re.match(r"([\d〜]+)日$", said):
                yield LEARNING, _range([span(found[1])])
            else:
                assert said in ("", "日数の示しなし")
                yield LEARNING, None if hours.text.startswith("記載なし") else 0
        case "untimed":
            assert (number(courses.text, _UNTIMED) or 0) == max(map(_untimed, ways))
        case "formats":
            mix = re.search(r"(?:^|\) |件 |） )((?:\S+?\d+、?)+)(?= |$)", courses.text)
            assert mix is not None
            shown = {form: int(n) for form, n in re.findall(r"([^\d、]+)(\d+)", mix[1])}
            if "の研修を含む" not in row.text:
                assert shown == _in_any_way(ways), f"{LEARNING}: {mix[1]}"
        case "extra":
            more = re.search(r"さらに「[^」]*」に([\d〜]+)時間", courses.text)
            expected = wanted.shown["hours"] if wanted.shown else None
            if "の研修を含む" not in row.text:
                assert (_range([span(more[1])]) if more else None) == expected


def prerequisite(pages: Pages, wanted: Number) -> Found:
    """Reads `prerequisite`: what has to be finished before."""
    rows = _rows(pages, wanted, "", "")
    stated_for = next(filter(None, map(_stated_for, rows)), wanted.role)
    page = pages.role(wanted.plan, stated_for)
    names = [
        *(
            gate.first("a").text
            for before in page.every(class_="jz-way__before")
            for gate in before.every(class_="jz-way__gate")
        ),
        *(
            line.text.removeprefix("先に ")
            for rung in page.every(class_="jz-rung")
            for line in rung.every("p")
            if line.text.startswith("先に ")
        ),
    ]
    gates = dict.fromkeys(name.partition("の研修")[0] for name in names)
    yield f"the page of {stated_for}", list(gates)
    for row in rows:
        said = next(cell.text for cell in row.every("td") if cell["data-label"] == "受講条件")
        assert said == "定めなし" if not gates else number(said, r"^(\d+)件") == len(gates)


def level_courses(pages: Pages, wanted: Number) -> Found:
    """Reads `levels/*/training/courses`: at most, with the courses whose level is lost."""
    page = pages.role(wanted.plan, wanted.role)
    rung = page.first(class_="jz-rung", id=f"level-{wanted.kind.split('/')[1]}")
    lost = page.every("div", class_="jz-spanning")
    counts = [
        len(list(rung.every("li", class_="jz-lesson"))),
        sum(len(list(one.every("li", class_="jz-lesson"))) for one in lost),
    ]
    yield f"the page of {wanted.role}", {"min": counts[0], "max": sum(counts)}


def cumulative(pages: Pages, wanted: Number) -> Found:
    """Reads `cumulative/<table>/<departments>`, with the earlier stages, in hours and days."""
    _, table, departments = wanted.kind.removesuffix("/with-extra").split("/")
    for row in _rows(pages, wanted, table, departments):
        assert ("の研修を含む" in row.text) == wanted.kind.endswith("/with-extra")
        said = re.search(r"この研修の合計 ([\d〜]+)時間(?:・([\d〜]+)日)?", row.text)
        assert said is not None
        days = _range([span(said[2])]) if said[2] else 0
        yield LEARNING, {"hours": _range([span(said[1])]), "days": days}


def _rows(pages: Pages, wanted: Number, table: str, departments: str) -> list[Element]:
    """The rows of compare/learning.html that tell what the role takes: one for each track."""
    rows = [
        row
        for row in pages.learning(wanted.plan, wanted.role)
        if not list(row.every(class_="jz-load__none"))
    ]
    own = [
        row for row in rows if row.first("th").first("a")["href"].endswith(f"/{wanted.role}.html")
    ]
    if table in TABLES:
        words = f"{DEPARTMENTS[departments]}・{TABLES[table]}"
        own = [row for row in own if any(one.text == words for one in row.every("span"))]
    return own


def _stated_for(row: Element) -> str:
    """The role that the training of a row is stated for, where it is another one."""
    for small in row.first("th").every("span"):
        if "の研修として示されている" in small.text:
            return small.first("a")["href"].rpartition("/")[2].removesuffix(".html")
    return ""


def _courses(ways: tuple[Branch, ...]) -> list[int]:
    return [len({lesson.course for lesson in way}) for way in ways]


def _least_to_most(each: list[int]) -> str:
    return f"{min(each)}〜{max(each)}"


def _untimed(way: Branch) -> int:
    """How many times a course without hours and days is met."""
    return sum(lesson.hours is None and lesson.days is None for lesson in way)


def _hours(way: Branch) -> tuple[int, int] | None:
    found = [lesson.hours for lesson in way if lesson.hours is not None]
    if not found:
        return None
    return sum(one[0] for one in found), sum(one[1] for one in found)


def _days(way: Branch) -> tuple[int, int] | None:
    """No days are 0 where hours are stated, and unknown where nothing is."""
    if all(lesson.hours is None and lesson.days is None for lesson in way):
        return None
    days = sum(lesson.days or 0 for lesson in way)
    return days, days


def _formats(way: Branch) -> dict[str, int]:
    by_course = {lesson.course: "＆".join(lesson.formats) or "記載なし" for lesson in way}
    return dict(Counter(by_course.values()))


def _in_any_way(ways: tuple[Branch, ...]) -> dict[str, int]:
    """How many courses can be taken in each format."""
    found = {
        (lesson.course, form)
        for way in ways
        for lesson in way
        for form in lesson.formats or ("形式の記載なし",)
    }
    return dict(Counter(form for _, form in found))


def _one(each: list[object] | list[int] | list[dict[str, int]]) -> object:
    """The answer for each way; without a list where there is one way."""
    return list(each) if len(each) > 1 else each[0]


def _range(spans: list[tuple[int, int] | None]) -> object:
    """From the least to the most; one number if they are the same, None if nothing is stated."""
    found = [one for one in spans if one is not None]
    if not found:
        return None
    least, most = min(one[0] for one in found), max(one[1] for one in found)
    return least if least == most else {"min": least, "max": most}
