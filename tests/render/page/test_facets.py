"""The input of the script of the indexes."""

import json

from jinzai.render.page.facets import facet, facets_json, ranks, tokens

ROWS = [(("role", "b a"), ("format", "video")), (("role", "-"), ("format", "video"))]
NAMES = {"a": "甲", "b": "乙", "c": "丙"}


def test_a_facet_offers_what_rows_have_in_the_order_of_the_names() -> None:
    found = facet("role", "役割", NAMES, ROWS)
    assert found.choices == (("a", "甲"), ("b", "乙"), ("-", "記載なし"))


def test_what_leaves_no_choice_is_left_out() -> None:
    facets = [facet("role", "役割", NAMES, ROWS), facet("format", "形式", {"video": "動画"}, ROWS)]
    assert [one["key"] for one in json.loads(facets_json(facets))] == ["role"]


def test_tokens_stand_once_and_none_is_said() -> None:
    assert tokens(["b", "a", "b"]) == "b a"
    assert tokens([]) == "-"


def test_equal_keys_have_equal_places() -> None:
    assert ranks({"x": 3, "y": 1, "z": 3, "w": 2}) == {"y": 0, "w": 1, "x": 2, "z": 2}
    assert ranks({}) == {}
