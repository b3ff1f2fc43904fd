"""Every number on the comparing pages of the five plans against a reckoning by hand.

The reckoning is in published*.py, from the published plans alone. The pages are read by their
structure: tables, rows, what a cell is called; words around a number may change.
"""

import re
from collections.abc import Iterator

import pytest

from .published import (
    CLOSE,
    INDEX,
    NARROWER,
    OFF_JT,
    PERIODS,
    PLANS,
    PROGRAMS,
    ROLES,
    SAME,
    WIDER,
    T,
)
from .published_areas import AREAS, ASKED_BY_MANY, BY_PLAN, COLUMNS, NEAR, ORDER
from .tables import NUMBERS, TIMES, WHEN, Pages, cells, class_rows, columns, said
from .tree import Element


def relation(text: str) -> str:
    return next(word for word in (WIDER, NARROWER, CLOSE, SAME) if word in text)


def said_of(text: str) -> str:
    """The name in 「」."""
    return next(iter(re.findall("「([^」]*)」", text)), "")


class TestRoles:
    """compare/roles.html: classes by plans, each role a card."""

    def cards(self, page: Pages) -> Iterator[tuple[str, str, Element]]:
        table = page("compare/roles.html").first("table", id="jz-roles")
        plans = columns(table)
        assert plans == list(PLANS)
        for name, found in class_rows(table):
            for plan, cell in zip(plans, found, strict=True):
                for card in cell.every(class_="jz-rolecard"):
                    yield name, plan, card

    def test_who_is_in_which_class(self, page: Pages) -> None:
        expected = {
            (entry, plan, name, how)
            for plan, roles in ROLES.items()
            for name, role in roles.items()
            for entry, how in role.classes.items()
        }
        found = [
            (
                entry,
                plan,
                card.first("a").text,
                relation(card.first(class_="jz-rolecard__head").text),
            )
            for entry, plan, card in self.cards(page)
        ]
        assert set(found) == expected
        assert len(found) == len(expected)

    def test_every_role_is_there(self, page: Pages) -> None:
        found = {(plan, card.first("a").text) for _, plan, card in self.cards(page)}
        unmapped = page("compare/roles.html").first(data_slot="unmapped").text
        every = {(plan, name) for plan, roles in ROLES.items() for name in roles}
        assert len(every) == 36
        assert every - found == {("hirakata", "管理職"), ("osaka-dx", "技術職員")}
        assert "管理職" in unmapped
        assert "技術職員" in unmapped

    def test_what_is_said_of_each(self, page: Pages) -> None:
        for entry, plan, card in self.cards(page):
            name = card.first("a").text
            role = ROLES[plan][name]
            facts = {
                line.first("dt").text: line.first("dd") for line in card.first("dl").every("div")
            }
            where = f"{entry} / {plan} / {name}"
            skills = [
                fact.text
                for dt, dd in facts.items()
                if "スキル" in dt
                for fact in dd.every(class_="jz-rolecard__fact")
            ]
            if role.parts:
                by_part = [(part, ROLES[plan][part].own) for part in role.parts]
                assert [(said_of(one), said(one, r"^(\d+)")) for one in skills] == by_part, where
            else:
                text = " ".join(skills)
                assert (said(text, r"^(\d+)") or 0) == role.own + role.inherited, where
                # 引き継ぐスキルがなければ、内訳はない
                told = (
                    said(text, r"この役割で求める(\d+)"),
                    said(text, r"前提となる役割から(\d+)"),
                )
                assert told == ((role.own, role.inherited) if role.inherited else (None, None)), (
                    where
                )
            people = [dd for dt, dd in facts.items() if re.search("人数|割合|目標", dt)]
            numbers = sorted(number for dd in people for number in self._numbers(dd))
            assert numbers == sorted(role.numbers), where
            assert role.numbers or any("記載なし" in dd.text for dd in people), where
            training = next(dd for dt, dd in facts.items() if "研修" in dt)
            lines = [fact.text for fact in training.every(class_="jz-rolecard__fact")]
            # 全職員や前提となる役割の研修は、この役割の時間や件数に入らない
            own = [one for one in lines if not one.startswith(("全職員に向け", "前提となる役割"))]
            timeless = (re.match(r"時間の記載なし\D*(\d+)(?:〜(\d+))?件", one) for one in own)
            unhoured = next(filter(None, timeless), None)
            bounds = unhoured and (int(unhoured[1]), int(unhoured[2] or unhoured[1]))
            assert (bounds or (0, 0)) == (role.unhoured or (0, 0)), where
            assert not role.whole or role.whole in training.text, where
            assert (role.unhoured is None) == (not own), where
            assert lines or training.text == "記載なし", where
            hours = {
                table: tuple(TIMES.findall(line))
                for table in (OFF_JT, PROGRAMS)
                for line in own
                if table in line
            }
            assert hours == role.hours, where

    def _numbers(self, people: Element) -> Iterator[str]:
        for fact in people.every(class_="jz-rolecard__fact"):
            # 「記載なし」の後の数は、ない理由を言うもの
            number = NUMBERS.search(fact.text)
            if number and not fact.text.startswith("記載なし"):
                # The name of a target may have a level in it.
                rest = re.sub("「[^」]*」", "", fact.text)
                level = re.search(r"(?:レベル|Step)\d", rest)
                when = WHEN.search(rest)
                yield " ".join(found[0] for found in (number, level, when) if found)


class TestAreas:
    """compare/skills.html."""

    def test_areas_by_plans(self, page: Pages) -> None:
        table = page("compare/skills.html").first("table", class_="jz-heats")
        shown = tuple(columns(table))
        # 大阪市（人材方針）の列には、文章にあることだけがある
        assert tuple(plan for plan in shown if plan != "osaka-hr") == ORDER
        heading = page("compare/skills.html").first("h2", id="areas")
        assert said(heading.text, r" (\d+)$") == len(BY_PLAN) == 24
        # 大阪市の2つの計画は1団体。大阪市（人材方針）だけは、領域のスキルを求めていない
        counts = re.findall(r"(\d+)団体とひな形(\d+)つ", next(heading.following()).text)
        assert counts == [("3", "1"), ("3", "1")]
        found = {}
        for name, (count, *each) in class_rows(table):
            by_plan = {
                plan: str(said(cell.text, r"^(\d+)") or "-")
                for plan, cell in zip(shown, each, strict=True)
            }
            assert by_plan["osaka-hr"] == "-", name
            digits = "".join(by_plan[plan] for plan in ORDER)
            found[name] = digits
            # 数える団体は、ひな形を除く3つ
            asking = sum(by_plan[plan] != "-" for plan in ORDER if plan != T)
            assert re.findall(r"\d+", count.text) == [str(asking), "3"], name
        assert found == BY_PLAN

    def test_the_skills_behind_the_numbers(self, page: Pages) -> None:
        table = page("compare/skills.html").first("table", class_="jz-heats")
        shown = tuple(columns(table))
        many: dict[str, int] = {}
        for name, (_, *each) in class_rows(table):
            behind = dict(zip(shown, each, strict=True))
            for plan, digit in zip(ORDER, BY_PLAN[name], strict=True):
                # セルは、その計画のページの、数えたスキルに続く
                address = f"{plan}/compare/index.html"
                skills = [
                    line
                    for link in behind[plan].every("a")
                    for part in page(address).every(id=link["href"].removeprefix(f"../{address}#"))
                    for line in part.every("li")
                    if "求めていない" not in line.text
                    # 文章や研修にあることは、スキルの数に入らない
                    if not list(line.every(class_="jz-mark"))
                ]
                assert len(skills) == int(digit.replace("-", "0")), (name, plan)
                for line in skills:
                    if number := said(line.text, r"など(\d+)つの役割"):
                        many[line.first("a").text] = number
        assert many == ASKED_BY_MANY

    def test_a_plan_of_general_abilities_alone_has_only_what_its_texts_say(
        self, page: Pages
    ) -> None:
        lists = page("compare/skills.html")
        (fold,) = lists.every(id="roles--osaka-hr")
        each = [cell.text for _, found in class_rows(fold.first("table")) for cell in found]
        assert set(each) == {"文", "–"}
        assert set(PLANS) - set(ORDER) == {"osaka-hr"}

    @pytest.mark.parametrize("plan", ORDER)
    def test_areas_by_roles(self, page: Pages, plan: str) -> None:
        fold = page("compare/skills.html").first(id=f"roles--{plan}")
        table = fold.first("table")
        heads = [link.text for link in table.first("thead").every("a")]
        assert said(fold.first("summary").text, r"(\d+)[つ件]の役割") == len(heads)
        found = {}
        asking = set()
        for name, each in class_rows(table):
            digits = [str(said(cell.text, r"^(\d+)") or "-") for cell in each]
            assert all(cell.text in "文研–" or said(cell.text, r"^(\d+)") for cell in each)
            # 表では求めず、文章や研修だけにある役割と領域は、ここでは数えない
            asking |= {head for head, digit in zip(heads, digits, strict=True) if digit != "-"}
            own = "".join(digits[heads.index(head)] for head in COLUMNS[plan])
            if own.strip("-"):
                found[name] = own
        assert asking == set(COLUMNS[plan])
        assert found == {name: by_plan[plan] for name, by_plan in AREAS.items() if plan in by_plan}

    def test_the_two_tables_by_hand_agree(self) -> None:
        """A plan asks for an area where one of its roles does, and never for fewer skills."""
        for name, digits in BY_PLAN.items():
            for plan, digit in zip(ORDER, digits, strict=True):
                by_roles = AREAS[name].get(plan, "-")
                assert (digit == "-") == (by_roles == "-"), (name, plan)
                assert digit == "-" or int(digit) >= max(map(int, by_roles.replace("-", "0")))


def test_the_plans_that_are_compared(page: Pages) -> None:
    for id, number in (("plans", 5), ("classes", 9)):
        assert said(page("compare/index.html").first("h2", id=id).text, r"(\d+)") == number
    heading = page("compare/index.html").first("h2", id="plans")
    table = next(one for one in heading.following() if one.tag == "table")
    found = {}
    for row in table.first("tbody").every("tr"):
        cell = {one["data-label"]: one.text for one in cells(row)}
        plan = row.first("a")["href"].split("/")[1]
        assert cell["求めるスキル"] == "あり"
        assert PERIODS[plan] in cell["策定状況と期間"]
        found[plan] = (
            *(int(cell["役割"]), int(cell["区分に対応する役割"])),
            *(cell["研修"] == "あり", cell["数値目標"]),
        )
    assert found == INDEX


@pytest.mark.parametrize(("plan", "role"), NEAR, ids="/".join)
def test_the_nearest_roles(page: Pages, plan: str, role: str) -> None:
    short = {name: id for id, name in PLANS.items()}
    found = []
    for near in (
        page(f"{plan}/roles/{role}.html")
        .first(class_="jz-near")
        .every("li", class_="jz-near__role")
    ):
        other, of_plan = list(near.first(class_="jz-near__head").every("a"))[:2]
        score = said(near.first(class_="jz-near__score").text, r"(\d+)")
        counts = {}
        for group in near.every(class_="jz-near__group"):
            listed = next(one for one in group.following() if one.tag == "ul")
            counts[group.first("strong").text] = len(list(listed.every("li")))
            assert said(group.text, r" (\d+)$") == len(list(listed.every("li")))
        shared, missing, extra = (
            counts.get(words, 0) + counts.get(f"スキルの表では{words}", 0)
            for words in ("どちらも求める領域", "相手だけが求める領域", "この役割だけが求める領域")
        )
        found.append((short[of_plan.text], other.text, score, shared, missing, extra))
        why = near.first(class_="jz-why").text
        together = shared + missing + extra
        assert said(why, r"合わせて(\d+)") == (together or None)
        assert said(why, r"うち(\d+)が共通") == (shared if together else None)
        assert ("スキルの領域は比べられない" in why) == (not together)
        assert sum(map(int, re.findall(r"(\d+)点", why))) == score
    assert found == NEAR[plan, role]


def test_a_role_as_near_is_told(page: Pages) -> None:
    # システム所管課長と情報システムの担当職員は、区分も求める領域も同じ
    near = page("hirakata/roles/system-owner.html").first(class_="jz-near")
    last = list(near.every("li", class_="jz-near__role"))[-1]
    assert "システム所管課長" in last.first(class_="jz-near__head").text
    assert "情報システムの担当職員" in last.first(class_="jz-why").text
