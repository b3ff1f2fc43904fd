import json
import re

import pytest

from jinzai.publish.search import SEARCH_INDEX, SearchRecord, search_file

from .project import REPOSITORY, SEARCH_BODY


def record(title: str, kind: str = "人材像", plan: str = "甲市") -> SearchRecord:
    return SearchRecord("a.html", title, kind, plan, "かな", "本文")


def test_the_file_is_a_script_that_hands_over_the_records() -> None:
    file = search_file([record("一"), record("二", kind="研修"), record("三", plan="乙市")])
    assert file.address == SEARCH_INDEX
    text = file.data.decode()
    assert text.startswith("jinzai.search.load(")
    value = json.loads(text.removeprefix("jinzai.search.load(").removesuffix(");\n"))
    assert value == {
        "kinds": ["人材像", "研修"],
        "plans": ["甲市", "乙市"],
        "records": [
            ["a.html", "一", 0, 0, "かな", "本文"],
            ["a.html", "二", 1, 0, "かな", "本文"],
            ["a.html", "三", 0, 1, "かな", "本文"],
        ],
    }


def test_line_separators_do_not_end_the_script() -> None:
    data = search_file([record("前\u2028後\u2029")]).data.decode()
    assert "\u2028" not in data
    assert "\u2029" not in data
    assert "\\u2028" in data


@pytest.mark.parametrize("body", ["templates/site/search.html", "the body of these tests"])
def test_the_search_page_has_what_the_script_looks_for(body: str) -> None:
    file = REPOSITORY / body
    html = file.read_text("utf-8") if file.exists() else SEARCH_BODY
    script = (REPOSITORY / "templates/theme/assets/jinzai/search.js").read_text("utf-8")
    ids = re.findall(r'getElementById\("([^"]+)"\)', script)
    assert len(ids) == 7
    assert all(f'id="{name}"' in html for name in ids)
