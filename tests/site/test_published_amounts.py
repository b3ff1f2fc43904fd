"""What the comparing pages say of hours and of numbers of people, against a reckoning by hand.

The reckoning is in published_learning.py and published_targets.py.
"""

import re

import pytest

from .published import CLASSES, OFF_JT, PERIODS, PLANS, PROGRAMS, ROLES, H
from .published_learning import DIGITAL, GENERAL, MOST, NO_ROLE, OPEN, OVERVIEW, TRACKS, Track
from .published_targets import AIMS, GOALS, PART_AND_WHOLE, RECKONED, SILENT, STATED
from .tables import NUMBERS, TIMES, WHEN, Pages, cells, class_rows, columns, said
from .tree import Element


class TestLearning:
    """compare/learning.html."""

    def test_the_overview(self, page: Pages) -> None:
        table = page("compare/learning.html").first("table", class_="jz-reaches")
        assert columns(table) == list(PLANS)
        found = {}
        for name, (count, *each) in class_rows(table):
            counts = tuple(said(count.text, rf"{word} ?(\d+)") for word in ("役割", "研修", "時間"))
            found[name] = (counts, *map(self._reach, each))
        assert found == OVERVIEW
        reckoning = page("compare/learning.html").first("h2", id="reckoning")
        longest = next(iter(reckoning.following())).first("li").text
        assert tuple(TIMES.findall(longest)) == MOST

    def test_how_many_plans_have_a_role_in_each_class(self, page: Pages) -> None:
        headings = {
            heading.text.rsplit(" ", 1)[0]: said(heading.text, r" (\d+)$")
            for heading in page("compare/learning.html").every("h2")
            if heading["id"].startswith("role-classes--")
        }
        assert headings == {
            name: sum(cell != NO_ROLE for cell in each) for name, (_, *each) in OVERVIEW.items()
        }

    def _reach(self, cell: Element) -> tuple[str, ...]:
        if NO_ROLE[0] in cell.text:
            return NO_ROLE
        found = tuple(TIMES.findall(cell.text))
        # Only a role's own training has a link; that for all staff stands beside 「記載なし」.
        return found if list(cell.every("a")) else (*OPEN, *found)

    def test_every_track(self, page: Pages) -> None:
        found: dict[tuple[str, str], dict[tuple[str, str], Track]] = {}
        without: set[tuple[str, str]] = set()
        for table in page("compare/learning.html").every("table", class_="jz-load"):
            for part in table.every("tbody"):
                for row in part.every("tr"):
                    if row["class"] == "jz-group":
                        continue
                    head = row.first("th")
                    names = [(part["data-plan"], link.text) for link in head.every("a")]
                    by_name = {cell["data-label"]: cell for cell in cells(row)}
                    if "時間" in by_name:
                        key = (self._one(head, DIGITAL, GENERAL), self._one(head, OFF_JT, PROGRAMS))
                        tracks = found.setdefault(names[0], {})
                        assert key not in tracks, f"{names[0]} twice"
                        tracks[key] = self._track(by_name)
                    else:
                        without.update(names)
        assert found == TRACKS
        # A role of two classes has its training in one of them, and is referred to in the other.
        # A role in no class stands there only if it has training: 枚方市's 管理職 has neither.
        every = {(plan, name) for plan, roles in ROLES.items() for name in roles}
        assert without | set(TRACKS) == every - {(H, "管理職")}

    def _one(self, head: Element, *words: str) -> str:
        return next((word for word in words if word in head.text), "")

    def _track(self, cell: dict[str, Element]) -> Track:
        courses = cell["研修の数と形式"]
        extra = [small for small in courses.every("small") if small.text.startswith("さらに")]
        mix = " ".join(
            small.text for small in courses.every("small") if small.text[0] not in "さ「"
        )
        hours = next(iter(re.findall(r"([\d〜]+)時間", cell["時間"].text)), "")
        days = cell["日数"].text if "日数" in cell else ""
        ways = " ".join(small.text for small in cell["時間"].every(class_="jz-small"))
        return Track(
            hours,
            next(iter(re.findall(r"([\d〜]+)日", days)), ""),
            tuple(re.findall(r"[\d〜]+", courses.text.split("（")[0].split(" ")[0])),
            said(courses.text, r"時間の記載がないもの\D*(\d+)") or 0,
            {form: int(number) for form, number in re.findall(r"([^\d、\s]+)(\d+)", mix)},
            said(cell["受講条件"].text, r"(\d+)") or 0,
            tuple(TIMES.findall(ways)),
            tuple(time for small in extra for time in TIMES.findall(small.text)),
        )


class TestTargets:
    """compare/targets.html."""

    @pytest.mark.parametrize("name", CLASSES)
    def test_the_goals_of_a_class(self, page: Pages, name: str) -> None:
        heading = next(
            one
            for one in page("compare/targets.html").every("h2")
            if one["id"].startswith("role-classes--") and one.text.startswith(name)
        )
        below = list(heading.following())
        text = " ".join(one.text for one in below)
        with_role, with_number, goals = GOALS[name]
        assert (said(heading.text, r" (\d+)$") or 0) == len(goals)
        having, _, giving = text.split("。")[0].partition("うち")
        assert self._issuers(having) == with_role
        assert self._issuers(giving) == with_number
        assert giving or "人数や割合の記載はありません" in having
        found: dict[str, list[tuple[str, dict[str, str]]]] = {}
        for part in (part for one in below for part in one.every("tbody")):
            for row in part.every("tr"):
                if row["class"] != "jz-group":
                    values = {self._when(line): self._amount(line) for line in row.every("li")}
                    found.setdefault(part["data-plan"], []).append((row.first("a").text, values))
        assert found == goals

    def _issuers(self, text: str) -> tuple[int, int]:
        """How many municipalities and how many templates."""
        return said(text, r"(\d+)団体") or 0, said(text, r"ひな形(\d+)つ") or 0

    def _when(self, line: Element) -> str:
        found = WHEN.search(line.first(class_="jz-bars__when").text)
        return found[0] if found else ""

    def _amount(self, line: Element) -> str:
        text = line.first(class_="jz-bars__value").text
        number = NUMBERS.search(text)
        return number[0] if number else text

    def test_shares(self, page: Pages) -> None:
        for slot, expected in (("stated", STATED), ("reckoned", RECKONED)):
            lines = page("compare/targets.html").first(data_slot=slot).every("li")
            assert [self._amount(line) for line in lines] == expected
        line = page("compare/targets.html").first(data_slot="reckoned").first("li")
        reckoning = line.first(class_="jz-bars__part").text
        part, whole = PART_AND_WHOLE
        parts = page("compare/targets.html").every(class_="jz-bars__part")
        assert next(one.text for one in parts if "うち" in one.text) == f"うち{part}人（令和6年度）"
        assert re.findall(r"\d+", reckoning) == [whole, part, part, whole, RECKONED[0][:-1]]
        assert "令和7年度" in line.first(class_="jz-bars__when").text

    def test_how_many_targets_a_year_has(self, page: Pages) -> None:
        table = page("compare/targets.html").first("table", class_="jz-axis")
        years = [head.text.split(" ")[0] for head in table.first("thead").every("th")][2:]
        found: dict[str, dict[str, str]] = {}
        for row in table.first("tbody").every("tr"):
            for year, cell in zip(years, cells(row)[1:], strict=True):
                if number := re.search(r"目標(\d+)件", cell.text):
                    found.setdefault(row["data-plan"], {})[year] = number[1]
        assert found == AIMS

    def test_the_years_and_periods(self, page: Pages) -> None:
        table = page("compare/targets.html").first("table", class_="jz-axis")
        years = [head.text for head in table.first("thead").every("th")][2:]
        # 豊中市 published in February 2025 (令和6年度); no plan goes beyond 令和9年度.
        assert years == [f"令和{year}年度 {2018 + year}年度" for year in (6, 7, 8, 9)]
        for row in table.first("tbody").every("tr"):
            assert cells(row)[0].text.startswith(PERIODS[row["data-plan"]])

    def test_who_gives_no_number(self, page: Pages) -> None:
        silent = page("compare/targets.html").first(data_slot="none").every("li")
        assert [one["data-plan"] for one in silent] == SILENT
        heading = page("compare/targets.html").first("h2", id="none")
        assert said(heading.text, r" (\d+)$") == len(SILENT)
