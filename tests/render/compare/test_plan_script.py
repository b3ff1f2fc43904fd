"""The files that comparing scripts load: whole, safe as scripts, each a function of its plan."""

import json
from typing import Any

from tests.render.compare.compare_site import FORMULA, MARKUP, city, compared, data_files, many


def files(*plans: Any) -> dict[str, str]:
    return {file.address: file.data.decode() for file in data_files(compared(*plans))}


def value_of(script: str, function: str) -> tuple[str, Any]:
    """What a script hands over; its argument must be JSON too."""
    assert script.startswith(f"{function}(")
    assert script.endswith(");\n")
    key, value = json.loads(f"[{script[len(function) + 1 : -3]}]")
    return key, value


def test_a_plan_has_its_compared_roles() -> None:
    key, plan = value_of(files(city())["compare/data/sample.js"], "jinzaiPlan")
    assert key == "sample"
    assert [role["key"] for role in plan["sides"]] == [
        "sample/leader",
        "sample/leader@one",
        "sample/leader@two",
        "sample/staff",
        "sample/guest",
    ]
    items = plan["items"]
    leader = plan["sides"][0]
    assert [items[n][0] for n in leader["lists"]["areas/bpr"]] == [FORMULA]
    assert leader["numbers"]["skills"] == 3
    assert leader["numbers"]["hours-most"] == 2.5


def test_a_role_without_skills_has_no_number_of_them() -> None:
    _, plan = value_of(files(city())["compare/data/sample.js"], "jinzaiPlan")
    guest = plan["sides"][-1]
    assert guest["asks"] is False
    assert guest["numbers"] == {}


def test_each_thing_stands_once() -> None:
    _, plan = value_of(files(city())["compare/data/sample.js"], "jinzaiPlan")
    told = [json.dumps(item) for item in plan["items"]]
    assert len(told) == len(set(told))
    assert all(item[-1] for item in plan["items"])


def test_no_name_ends_the_script() -> None:
    script = files(city(name="A\u2028市"))["compare/data/sample.js"]
    assert "<" not in script
    assert "\u2028" not in script
    _, plan = value_of(script, "jinzaiPlan")
    assert plan["name"] == "A\u2028市"
    assert MARKUP in {item[0] for item in plan["items"]}


def test_a_plans_file_does_not_depend_on_other_plans() -> None:
    alone, among = files(city()), files(city(), *many(20))
    assert alone["compare/data/sample.js"] == among["compare/data/sample.js"]
