"""The prepared comparison of a class, without a script, and the page on which roles are chosen."""

import html as html_text
import json
import re
from types import SimpleNamespace
from typing import Any

from jinzai.model.audience import FrameworkLink
from jinzai.render.compare import detail
from jinzai.render.compare.compared_item import ComparedItem
from jinzai.render.compare.compared_role import ComparedRole
from jinzai.render.compare.sheets import ROLES_ON_A_PAGE, nearest_first, sheets_of
from jinzai.render.page.room import BYTES_ON_A_PAGE
from tests.render.compare.compare_site import city, compared, many
from tests.render.compare.compared import city as made_city
from tests.render.compare.compared import role, sites, skill
from tests.render.sample_plans import site_pages, words

LEADER = "compare/classes--leader.html"


def pages(*plans: object) -> dict[str, str]:
    made = site_pages(detail.pages, compared(*plans))  # type: ignore[arg-type]
    return {address: page.body for address, page in made.items()}


def row(html: str, key: str) -> str:
    start = html.index(f'id="row-{key}"')
    return html[start : html.index("</tr>", start)]


def test_a_class_has_its_roles_beside_each_other_by_area() -> None:
    html = pages(city(), city("other", "別の市"))[LEADER]

    assert words(html[html.index("<thead>") : html.index("</thead>")]) == (
        "比べること見本市リーダー職別の市リーダー職"
    )
    skills = row(html, "skills-areas--bpr")
    assert "両方" in words(skills)
    assert words(skills).count("段階1は△・段階2は●") == 2
    assert words(row(html, "skills-unplaced")).count("段階2") == 2
    assert "前提の「全職員」から" in words(row(html, "skills-areas--data"))
    assert "その他" in words(row(html, "skills-unplaced"))
    assert 'id="row-skills-areas--law"' not in html
    assert "どの列にもないもの：法令" in html


def test_what_a_name_might_do_is_text() -> None:
    html = pages(city())[LEADER]
    assert "<b>太字" not in html
    assert "&lt;b&gt;太字" in html


def test_numbers_and_hours_that_nobody_states_are_no_zero() -> None:
    html = pages(city())["compare/classes--staff.html"]
    assert 'id="row-number-hours-least"' not in html
    assert "0時間" not in html.replace("0時間とせず", "")


def test_levels_stand_raw_beside_each_other_and_it_says_so() -> None:
    both = pages(city(), city("other", "別の市"))
    assert "レベルを共通のレベルに対応付けていません" in both[LEADER]
    assert "レベルを共通のレベルに対応付けていません" not in pages(city())[LEADER]


def test_a_class_without_roles_says_so() -> None:
    assert "どの計画にもありません" in pages(city())["compare/classes--none.html"]


def test_the_choosing_page_leads_to_every_class_and_tells_the_script_the_rows() -> None:
    html = pages(city())["compare/detail.html"]
    for entry in ("leader", "staff", "none"):
        assert f'href="classes--{entry}.html"' in html
    told = re.search(r'data-compare="([^"]*)"', html)
    assert told
    data = json.loads(html_text.unescape(told[1]))
    assert data["plans"] == [["sample", "見本市"]]
    assert [row[0] for row in data["parts"][0][3]] == [
        "areas/bpr",
        "areas/data",
        "areas/law",
        "unplaced",
    ]


def test_with_more_plans_than_a_page_holds_readers_choose_by_prefecture() -> None:
    made = pages(*many(13))
    assert list(made) == ["compare/detail.html"]
    assert 'href="plans-27.html"' in made["compare/detail.html"]
    assert "番市" not in made["compare/detail.html"]


def test_many_roles_take_several_sheets() -> None:
    made = pages(*many(9))
    assert "compare/classes--leader--2.html" in made
    assert '<a href="classes--leader--2.html">2枚目</a>' in made[LEADER]


def _role(key: str, letters: int = 1) -> ComparedRole:
    return ComparedRole(key, "", "", "", {"courses": (ComparedItem("x" * letters),)}, {}, True, "")


def _sheets(*roles: ComparedRole) -> list[list[ComparedRole]]:
    return sheets_of(roles, lambda role: (item.text for item in role.lists["courses"]))


def _sizes(*roles: ComparedRole) -> list[int]:
    return [len(sheet) for sheet in _sheets(*roles)]


def test_a_sheet_holds_so_many_roles_and_so_many_bytes() -> None:
    few = [_role(f"p/{n}") for n in range(ROLES_ON_A_PAGE)]
    assert _sizes(*few) == [ROLES_ON_A_PAGE]
    assert _sizes(*(_role(f"p/{n}", BYTES_ON_A_PAGE) for n in range(2))) == [1, 1]
    assert _sheets() == [[]]


def test_no_role_stands_alone_where_another_can_join_it() -> None:
    assert _sizes(*(_role(f"p/{n}") for n in range(ROLES_ON_A_PAGE + 1))) == [
        ROLES_ON_A_PAGE - 1,
        2,
    ]
    third = BYTES_ON_A_PAGE // 3
    assert _sizes(*(_role(f"p/{n}", third) for n in range(4))) == [2, 2]


def test_a_later_sheet_takes_roles_of_other_plans_along() -> None:
    roles = [_role("a/0"), *(_role(f"b/{n}") for n in range(ROLES_ON_A_PAGE + 1))]
    found = [[role.key for role in sheet] for sheet in _sheets(*roles)]
    assert found[1] == ["a/0", f"b/{ROLES_ON_A_PAGE - 1}", f"b/{ROLES_ON_A_PAGE}"]
    heavy = [_role("a/0", BYTES_ON_A_PAGE - 5000), *(_role(f"b/{n}", 5000) for n in range(3))]
    assert [[role.key for role in sheet] for sheet in _sheets(*heavy)][-1][0] != "a/0"


def test_the_first_sheet_has_the_role_of_each_plan_that_is_nearest_to_the_class() -> None:
    def role(plan: str, name: str, relation: str) -> Any:
        link = FrameworkLink.model_validate({"entry": "classes/leader", "relation": relation})
        role = SimpleNamespace(id=name)
        return SimpleNamespace(plan=SimpleNamespace(id=plan), role=role, link=link)

    roles = [role("a", "wide", "narrow"), role("a", "near", "close"), role("b", "only", "broad")]
    assert [one.role.id for one in nearest_first(roles)] == ["near", "only", "wide"]


def test_what_a_side_asks_outside_all_areas_is_told_where_it_lacks_one() -> None:
    html = pages(city(mapped=False), city("other", "別の市"))[LEADER]
    lacking = row(html, "skills-areas--bpr")
    assert "記載なし（領域に対応付けていないスキルが2件ある）" in words(lacking)
    assert 'href="#row-skills-unplaced"' in lacking
    assert "領域に対応付けていないスキルが" not in row(html, "skills-areas--data")


def test_of_a_parent_role_the_page_says_that_skills_of_its_parts_are_counted_once() -> None:
    parts = (role("a", "甲の担当", part_of="whole"), role("b", "乙の担当", part_of="whole"))
    plan = made_city(
        "x",
        role("whole", "全体", ("leader", "exact")),
        *parts,
        skills=(
            skill("both", "どちらも", ("bpr", "exact")),
            skill("one", "甲だけ", ("bpr", "exact")),
        ),
        marks={"both": {"a": "●", "b": "●"}, "one": {"a": "●"}},
    )
    html = site_pages(detail.pages, sites(plan))[LEADER].body

    assert words(row(html, "number-skills")).endswith("2")
    assert words(row(html, "number-part")).endswith("2")
    assert "違うスキルを1度ずつ数えています。1人に求める数ではありません" in words(html)
