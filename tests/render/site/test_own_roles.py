"""わたしの役割 without its scripts, and what its scripts are given."""

import json
import re
from html import unescape
from typing import Any

from jinzai.render.site import own_roles
from tests.render.sample_plans import plan, site, site_pages


def body(*numbers: int) -> str:
    plans = (plan({"id": f"sample-{number}"}) for number in numbers)
    return site_pages(own_roles.pages, site(*plans))["me.html"].body


def data(html: str) -> dict[str, Any]:
    found = re.search(r'data-compare="([^"]*)"', html)
    assert found
    read: dict[str, Any] = json.loads(unescape(found[1]))
    return read


def test_without_the_scripts_the_page_leads_to_the_roles_of_each_plan() -> None:
    html = body(1, 2)
    assert "役割を選ぶには JavaScript が必要です" in html
    for number in (1, 2):
        assert f'href="sample-{number}/roles/index.html"' in html
    for part in ("choosing", "result"):
        assert re.search(rf'<\w+ id="jz-own-{part}"[^>]* hidden', html)


def test_the_scripts_are_given_the_plans_to_choose_from() -> None:
    found = data(body(1, 2))
    assert [id for id, _ in found["plans"]] == ["sample-1", "sample-2"]
    assert found["prefectures"] == []
    assert found["files"] == "assets/own-roles/"


def test_many_plans_are_chosen_by_prefecture() -> None:
    found = data(body(*range(1, 14)))
    assert found["plans"] == []
    assert found["prefectures"] == [["00", "都道府県の分からない計画"]]
    assert found["prefectureFiles"] == "compare/prefectures/"


def test_the_scripts_stand_in_the_order_in_which_they_need_each_other() -> None:
    html = body(1)
    places = [html.index(f'src="{script}"') for script in own_roles.SCRIPTS]
    assert places == sorted(places)
