"""Which files there are besides the pages that compare plans."""

import json
import re
from typing import Any

from jinzai.link.address import COMPARE_PAGE
from jinzai.render.compare.pieces import cell_file, piece_basis, plan_basis
from jinzai.render.page.links import LinkBook
from jinzai.render.page.place import PageBasics, PagePlace
from jinzai.render.page.room import MOST_DETAILED
from tests.render.compare.compare_site import compared, data_files, many
from tests.render.sample_plans import words


def files(*plans: Any) -> dict[str, str]:
    return {file.address: file.data.decode() for file in data_files(compared(*plans))}


def handed_over(script: str) -> list[Any]:
    """The arguments with which a script calls its function; they must be JSON too."""
    found: list[Any] = json.loads(f"[{script[script.index('(') + 1 : -3]}]")
    return found


def pieces(script: str) -> dict[str, str]:
    """What a plan's file has for each slot."""
    html = handed_over(script)[1]["html"]
    return dict(re.findall(r'<template data-slot="([^"]*)">(.*?)</template>', html, re.DOTALL))


def test_where_one_page_can_hold_all_plans_there_are_their_sides_and_nothing_else() -> None:
    names = [f"compare/data/city-{n:02}.js" for n in range(MOST_DETAILED)]
    assert list(files(*many(MOST_DETAILED))) == names


def test_where_a_page_has_not_their_details_there_are_their_cells() -> None:
    found = list(files(*many(MOST_DETAILED + 1)))
    assert f"compare/cells/city-{MOST_DETAILED:02}.js" in found
    assert not any("prefectures" in name for name in found)


def test_with_more_plans_there_are_their_cells_and_the_lists_of_prefectures() -> None:
    more = files(*many(14))

    names = [f"city-{n:02}" for n in range(14)]
    assert list(more) == [
        *(f"compare/{folder}/{name}.js" for name in names for folder in ("data", "cells")),
        "compare/prefectures/27.js",
        "compare/prefectures/00.js",
    ]
    code, plans = handed_over(more["compare/prefectures/27.js"])
    assert code == "27"
    assert plans == [[f"city-{n:02}", f"{n}番市"] for n in range(7)]


def test_a_plans_cells_are_those_that_a_page_would_have() -> None:
    found = pieces(files(*many(14))["compare/cells/city-03.js"])

    assert words(found["plans"]) == "3番市"
    assert words(found["roles/classes/leader"]).startswith("リーダー職ほぼ同じ")
    assert words(found["roles/classes/none"]) == "この区分の役割の記載なし"
    assert "客員" in words(found["unmapped"])
    behind = 'href="../city-03/compare/index.html#in-bpr--city-03"'
    assert behind in found["areas/areas/bpr"]
    assert behind in found["role-tables"]
    assert '<details class="jz-fold jz-heats-fold"' in found["role-tables"]
    assert 'href="#classes--leader--city-03"' in found["reaches/classes/leader"]
    assert 'id="classes--leader--city-03"' in found["training/classes--leader"]
    assert "令和8年度1,500人" in words(found["classes--leader"])
    assert "3番市" in words(found["years"])
    for piece in found.values():
        assert set(re.findall(r'data-plan="([^"]*)"', piece)) <= {"city-03"}


def test_a_plans_cells_grow_with_no_other_plan() -> None:
    fewer, more = files(*many(14)), files(*many(60))
    own = "compare/cells/city-03.js"
    assert abs(len(more[own]) - len(fewer[own])) < 10


def test_a_plans_cells_need_of_all_plans_only_their_basis() -> None:
    site = compared(*many(14))
    plans = site.compared.plans
    basics = PageBasics(site.frameworks, site.entries, site.templates)
    every = {file.address: file.data for file in data_files(site)}
    for plan in plans.values():
        book = LinkBook(site.entries, {plan.id: plan.summary.name}, None)
        place = PagePlace(book.links(COMPARE_PAGE), basics.compiler, {})
        alone = cell_file(basics, place, plan, piece_basis(map(plan_basis, plans.values())))
        assert every[alone.address] == alone.data
