import json
import re
from collections.abc import Iterable
from typing import Any

import pytest

from jinzai.publish.search import (
    GUIDE_INDEX,
    RECORDS_IN_A_BLOCK,
    SEARCH_INDEX,
    SEARCH_PAGE_SCRIPT,
    SearchPart,
    SearchRecord,
    block_files,
    block_runs,
    search_files,
    trimmed,
)

from .project import REPOSITORY, SEARCH_BODY


def record(title: str, kind: str = "人材像", **texts: str) -> SearchRecord:
    return SearchRecord("roles/a.html", title, kind, **texts)


def written(
    parts: Iterable[SearchPart], guide: Iterable[SearchRecord] = (), **more: Any
) -> dict[str, Any]:
    """What each file hands over, by the file's address."""
    values = {}
    for file in search_files(map(trimmed, parts), guide, **more):
        text = file.data.decode()
        name = json.dumps(file.address.removesuffix(".js"))
        begin, end = f"jinzaiSearch.take({name},", ");\n"
        assert text.startswith(begin)
        assert text.endswith(end)
        values[file.address] = json.loads(text.removeprefix(begin).removesuffix(end))
    return values


def test_a_small_site_has_its_records_in_one_file() -> None:
    two = [record("一", text="本文"), SearchRecord("courses/a.html", "二", "研修", names="かな")]
    three = SearchRecord("roles/b.html", "三", "人材像", beside="課長")
    parts = (
        SearchPart("", "", [SearchRecord("compare/index.html", "比べる", "比較")]),
        SearchPart("kou", "甲市", two),
        SearchPart("otsu", "乙市", [three], (("情シス", "電算"),)),
    )
    files = written(parts, [SearchRecord("about.html", "説明", "ページ")], synonyms=[("A", "B")])
    assert files == {
        GUIDE_INDEX: {
            "kinds": [["ページ", "about"]],
            "plans": [["", "", 0, 1, []]],
            "records": [["", "説明", 0]],
        },
        SEARCH_INDEX: {
            "count": 4,
            "synonyms": [["A", "B"]],
            "kinds": [["比較", "compare/"], ["人材像", "roles/"], ["研修", "courses/a"]],
            "plans": [
                ["", "", 0, 1, []],
                ["kou", "甲市", 1, 2, []],
                ["otsu", "乙市", 3, 1, [["情シス", "電算"]]],
            ],
            "records": [
                ["", "比べる", 0],
                ["a", "一", 1, "本文"],
                ["", "二", 2, "", "かな"],
                ["b", "三", 1, "", "", "課長"],
            ],
        },
    }


def test_what_all_plans_have_is_written_once() -> None:
    lists = [SearchRecord("roles/index.html", "役割", "ページ", "人材像")]
    files = written([SearchPart("kou", "甲市", lists), SearchPart("otsu", "乙市", lists)])
    assert files[SEARCH_INDEX]["kinds"] == [["ページ", "roles/"]]
    assert files[SEARCH_INDEX]["records"] == [["", "役割", 0, "", "人材像"], 0]
    assert [plan[2:4] for plan in files[SEARCH_INDEX]["plans"]] == [[0, 1], [1, 1]]


@pytest.mark.parametrize(
    ("address", "shorter"),
    [
        ("index.html", ""),
        ("roles/index.html", "roles/"),
        ("roles/a.html#level-1", "roles/a#level-1"),
        ("glossary/index.html#term-dx", "glossary/#term-dx"),
        ("roles/reindex.html", "roles/reindex"),
    ],
)
def test_addresses_are_written_without_what_they_all_have(address: str, shorter: str) -> None:
    other = SearchRecord("z.html", "二", "")
    files = written([SearchPart("", "", [SearchRecord(address, "一", ""), other])])
    assert files[SEARCH_INDEX]["records"] == [[shorter, "一", 0], ["z", "二", 0]]


def test_what_says_nothing_more_is_not_written() -> None:
    one = record("マインド", names="まいんど 心", text="一つ。 二つ。")
    (row,) = written([SearchPart("", "", [one])])[SEARCH_INDEX]["records"]
    assert row == ["", "マインド", 0, "一つ。二つ", "心"]
    two = record("責任者の研修", text="研修")
    assert written([SearchPart("", "", [two])])[SEARCH_INDEX]["records"] == [
        ["", "責任者の研修", 0]
    ]


def test_a_kind_whose_records_are_ahead_is_marked() -> None:
    one = SearchRecord("roles/a.html", "一", "役割")
    two = SearchRecord("targets/index.html", "二", "数値目標")
    files = written([SearchPart("", "", [one, two])], ahead=["役割"])
    assert files[SEARCH_INDEX]["kinds"] == [["役割", "roles/a", 1], ["数値目標", "targets/"]]
    (large,) = (
        file
        for name, file in written([SearchPart("", "", [one, two])], ahead=["役割"], most=1).items()
        if name.startswith("assets/search/records-")
    )
    assert large["kinds"] == files[SEARCH_INDEX]["kinds"]


def test_a_large_site_has_blocks_and_shards() -> None:
    count = RECORDS_IN_A_BLOCK
    parts = [
        SearchPart("", "", [record("上")]),
        SearchPart("kou", "甲市", [record(f"役割{n}") for n in range(count)]),
        SearchPart("otsu", "乙市", [record("役割")], (("情シス", "電算"),)),
    ]
    files = written(parts, most=count)
    head = files[SEARCH_INDEX]
    assert head == {"count": count + 2, "synonyms": [], "block": count, "shards": 64}
    assert files["kou/search.js"] == ["kou", "甲市", 1, count, []]
    assert files["otsu/search.js"] == ["otsu", "乙市", count + 1, 1, [["情シス", "電算"]]]
    first, second = (files[f"assets/search/records-{n}.js"] for n in (0, 1))
    assert [plan[:4] for plan in first["plans"]] == [["", "", 0, 1], ["kou", "甲市", 1, count - 1]]
    assert [plan[:4] for plan in second["plans"]] == [["kou", "甲市", 0, 1], ["otsu", "乙市", 1, 1]]
    shards = [address for address in files if address.startswith("assets/search/tokens-")]
    assert len(shards) == head["shards"]
    tokens = {token for address in shards for token in files[address]}
    assert {"役割", "役", "=役割", "=役割3", "_3", "甲市"} <= tokens


def test_line_separators_do_not_end_the_script() -> None:
    (_, file) = search_files([SearchPart("", "", [record("前\u2028後\u2029")])], ())
    data = file.data.decode()
    assert "\u2028" not in data
    assert "\u2029" not in data
    assert "\\u2028" in data


@pytest.mark.parametrize("body", ["templates/site/search.html", "the body of these tests"])
def test_the_search_page_has_what_the_script_looks_for(body: str) -> None:
    file = REPOSITORY / body
    html = file.read_text("utf-8") if file.exists() else SEARCH_BODY
    script = (REPOSITORY / "templates/theme" / SEARCH_PAGE_SCRIPT).read_text("utf-8")
    ids = re.findall(r'getElementById\("([^"]+)"\)', script)
    assert len(ids) == 6
    assert all(f'id="{name}"' in html for name in ids)


@pytest.mark.parametrize("end", ["begin", "middle", "last"])
def test_the_files_of_a_large_site_can_be_made_in_pieces(end: str) -> None:
    """A plan without records at the edge of a span has its file once, and no record is lost."""
    span = RECORDS_IN_A_BLOCK * 64
    sizes = {
        "begin": [0, span, span, 5],
        "middle": [7, span - 7, 0, 0, span, 3],
        "last": [span, span - 1, 1, 0],
    }[end]
    parts = [
        SearchPart(f"p{number}", f"計画{number}", tuple(record(f"{one}") for one in range(size)))
        for number, size in enumerate(sizes)
    ]
    found = [
        file.address
        for one in block_runs(sizes)
        for file in block_files(one, parts[one.parts.start : one.parts.stop], ())
    ]
    blocks = -(-sum(sizes) // RECORDS_IN_A_BLOCK)
    assert sorted(found) == sorted(
        [
            *(f"p{number}/search.js" for number in range(len(sizes))),
            *(f"assets/search/records-{number}.js" for number in range(blocks)),
        ]
    )
    whole = written(parts, most=10)
    blocks_of_plans = [whole[f"assets/search/records-{number}.js"] for number in range(blocks)]
    assert sum(plan[3] for block in blocks_of_plans for plan in block["plans"]) == sum(sizes)
    begins = {plan: whole[f"{plan}/search.js"][2] for plan in (f"p{n}" for n in range(len(sizes)))}
    assert list(begins.values()) == [sum(sizes[:number]) for number in range(len(sizes))]
