import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from jinzai.compare.comparison import compare
from jinzai.link.backlinks import EntityKey, entities
from jinzai.link.catalogue import Catalogue, LinkedPlan, link
from jinzai.model.content import PlanContent
from jinzai.publish.search import SearchPart, SearchRecord
from jinzai.render.page.areas import PLAN_AREAS
from jinzai.render.page.environment import Templates
from jinzai.render.page.place import Guide, SiteContext
from jinzai.render.page.retired import RETIRED, RetiredWord, old_words
from jinzai.render.page.room import PLANS_ON_A_PAGE
from jinzai.render.render import render_plan, render_site
from jinzai.render.search_records import guide_records, plan_part, site_part
from tests.render.compare.compare_site import compared, many
from tests.render.sample_plans import linked, plan

ROOT = Path(__file__).resolve().parents[2]


def records_of(part: SearchPart) -> list[SearchRecord]:
    """The records of a part, each with its address from the site's root."""
    folder = f"{part.folder}/" if part.folder else ""
    return [one._replace(address=folder + one.address) for one in part.records]


def plan_records(plan: LinkedPlan) -> list[SearchRecord]:
    return records_of(plan_part(plan))


def all_records(catalogue: Catalogue) -> list[SearchRecord]:
    found = records_of(site_part(catalogue.commons))
    return found + [one for plan in catalogue.plans for one in plan_records(plan)]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    from jinzai.check.check import check
    from jinzai.load.content import load
    from jinzai.parse.parse import parse

    loaded = load(ROOT)
    checked = check(parse(loaded.documents), loaded.findings)
    assert checked.content is not None
    return link(checked.content)


def test_every_entity_has_a_record(catalogue: Catalogue) -> None:
    for one in catalogue.plans:
        found = {record.address for record in plan_records(one)}
        wanted = {key for key, _ in entities(one.content)}
        levels = sum(len(role.levels) for role in one.content.roles)
        # From each level to the next, and from each role to those after it.
        steps = sum(max(0, len(role.levels) - 1) + len(role.next) for role in one.content.roles)
        lists = len(PLAN_AREAS) - 1
        assert len(found) == 1 + lists + len(wanted) + levels + steps


def _dead(site: SiteContext, plans: Iterable[LinkedPlan]) -> list[str]:
    """The records that lead nowhere."""
    every = tuple(plans)
    bodies = {page.address: page.body for page in render_site(site)}
    for one in every:
        bodies.update((page.address, page.body) for page in render_plan(one, site))
    records = [*records_of(site_part(site.commons)), *guide_records(())]
    for one in every:
        records += plan_records(one)
    return [
        record.address
        for record in records
        for page, _, anchor in (record.address.partition("#"),)
        if page not in bodies or (anchor and f' id="{anchor}"' not in bodies[page])
    ]


def test_every_record_leads_to_a_place_that_exists(catalogue: Catalogue) -> None:
    templates = Templates(ROOT / "templates")
    site = SiteContext(catalogue.commons, templates, compared=compare(catalogue))
    assert _dead(site, catalogue.plans) == []


@pytest.mark.parametrize("count", [PLANS_ON_A_PAGE, PLANS_ON_A_PAGE + 1])
def test_no_record_leads_to_a_class_that_has_no_page(count: int) -> None:
    plans = many(count)
    site = compared(*plans)
    assert _dead(site, map(linked, plans)) == []
    classes = [
        one for one in site_part(site.commons).records if "に対応する役割を比べる" in one.title
    ]
    assert bool(classes) == (count == PLANS_ON_A_PAGE)


def test_every_page_that_compares_is_found_by_its_title(catalogue: Catalogue) -> None:
    site = SiteContext(
        catalogue.commons, Templates(ROOT / "templates"), compared=compare(catalogue)
    )
    pages = {page.address: page.title for page in render_site(site)}
    for one in catalogue.plans:
        pages.update((page.address, page.title) for page in render_plan(one, site))
    comparing = {
        address: title
        for address, title in pages.items()
        if address.startswith("compare/") or address.endswith("/compare/index.html")
        if not re.search(r"--\d+\.html", address)  # a further sheet of one that is found
    }
    found = {record.address: (record.title, record.kind) for record in all_records(catalogue)}
    assert len(comparing) >= 6 + len(catalogue.plans)
    for address, title in comparing.items():
        assert found[address] == (title.partition("｜")[0], "比較")


def test_where_editing_is_hidden_the_search_finds_no_page_for_editors(
    catalogue: Catalogue,
) -> None:
    guides = (Guide("about.html", "このサイトについて"), Guide("editing.html", "編集の手順"))
    shown = {one.address for one in guide_records(guides)}
    hidden = {one.address for one in guide_records(guides, editing=False)}
    assert shown - hidden == {"editing.html", "guide/index.html", "rules/index.html"}


@pytest.mark.parametrize("word", RETIRED, ids=lambda word: word.old)
def test_a_retired_word_finds_the_page_that_has_the_new_one(
    catalogue: Catalogue, word: RetiredWord
) -> None:
    about, editing = Guide("about.html", "このサイトについて"), Guide("editing.html", "編集の手順")
    records = [*all_records(catalogue), *guide_records((about, editing))]
    found = {record.address for record in records if word.old in record.names}
    of_plans = {f"{plan.id}/{word.page}" for plan in catalogue.plans}
    assert found in ({word.page}, of_plans)


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("役割 比較", "compare/roles.html"),
        ("違い", "compare/detail.html"),
        ("ヒートマップ", "compare/skills.html"),
        ("研修 時間 比べる", "compare/learning.html"),
        ("数値目標 比較 人数", "compare/targets.html"),
        ("ひかく", "compare/index.html"),
        ("似ている計画", "toyonaka/compare/index.html"),
        ("研修 時間", "toyonaka/courses/index.html"),
        ("研修 時間", "toyonaka/curricula/index.html"),
        ("求める スキル", "toyonaka/skills/matrix.html"),
        ("数値目標 人数", "toyonaka/targets/index.html"),
        ("年間予定", "hirakata/schedule/index.html"),
    ],
)
def test_a_list_is_found_by_the_words_of_a_planner(
    catalogue: Catalogue, words: str, address: str
) -> None:
    (record,) = [one for one in all_records(catalogue) if one.address == address]
    said = " ".join(record)
    assert all(word in said for word in words.split())


def test_the_words_for_a_list_are_those_of_a_page_that_there_is(catalogue: Catalogue) -> None:
    lists = [
        one
        for linked_plan in catalogue.plans
        for one in plan_part(linked_plan).records
        if one.kind == "ページ"
    ]
    words = {area.page: area.words for area in PLAN_AREAS}
    for one in lists:
        assert one.names == " ".join(filter(None, (words[one.address], *old_words(one.address))))
    assert sum(len(one.names.encode()) for one in lists) < 600 * len(catalogue.plans)


def test_a_comparison_costs_the_index_little(catalogue: Catalogue) -> None:
    above = [one for one in site_part(catalogue.commons).records if one.kind == "比較"]
    for linked_plan in catalogue.plans:
        (of_plan,) = [one for one in plan_part(linked_plan).records if one.kind == "比較"]
        assert len("".join(of_plan).encode()) < 200
    assert sum(len("".join(one).encode()) for one in above) < 4000


def things(content: PlanContent) -> list[SearchRecord]:
    """The records of the plan's things, without the plan and its lists."""
    return plan_records(linked(content))[len(PLAN_AREAS) :]


def test_what_is_found_and_what_is_shown() -> None:
    content = plan(
        glossary={
            "terms": [
                {
                    "id": "ai",
                    "term": "AI",
                    "kana": "えーあい",
                    "aliases": ["人工知能"],
                    "description": "[AI](term:ai)とは\n**学ぶ**もの。",
                }
            ]
        }
    )
    (record,) = things(content)

    assert record.address == "sample/glossary/index.html#term-ai"
    assert (record.title, record.kind) == ("AI", "用語")
    assert record.names == "えーあい 人工知能"
    assert record.text == "AIとは学ぶもの。"


def test_the_synonyms_of_a_plan_are_of_its_part_alone() -> None:
    groups = [{"words": ["カイゼン", "業務の見直し"]}, {"words": ["電算", "情シス"]}]
    one = linked(plan({"synonyms": groups}))
    assert plan_part(one).synonyms == (("カイゼン", "業務の見直し"), ("電算", "情シス"))
    assert plan_part(linked(plan())).synonyms == ()


def test_months_that_are_not_stated_say_nothing() -> None:
    items = [{"name": "研修", "kind": "course", "months": "undefined"}]
    lanes = [{"id": "a", "name": "行", "items": items}]
    (record,) = things(plan(schedule={"schedules": [{"id": "a", "name": "予定", "lanes": lanes}]}))
    assert record.text == "研修"


def test_a_target_says_its_number_with_its_unit() -> None:
    share = {"unit": "percent", "share_of": "職員", "values": [{"year": 2027, "value": 70}]}
    people = {
        "unit": "people",
        "bound": "at-least",
        "values": [{"value": 3}, {"value": "undefined"}],
    }
    targets = [{"id": "a", "name": "割合", **share}, {"id": "b", "name": "人数", **people}]
    one, other = things(plan(targets={"targets": targets}))
    assert one.text == "職員 令和9年度（2027年度） 70%"
    assert other.text == "3人以上"


def test_no_text_has_a_code_of_the_content_in_it(catalogue: Catalogue) -> None:
    codes = {"undefined", "not-applicable", "inferred", "stated", "people", "percent", "online"}
    for record in all_records(catalogue):
        found = {*re.findall(r"[a-z][a-z-]+", f"{record.beside} {record.text}")}
        assert not found & codes, record.address


def test_levels_are_found_by_the_name_of_their_role() -> None:
    role = {"id": "leader", "name": "リーダー", "levels": [{"id": "one", "name": "レベル1"}]}
    _, level = things(plan(roles={"roles": [role]}))

    assert level.title == "リーダー レベル1"
    assert level.address == "sample/roles/leader.html#level-one"


def test_two_skills_of_one_name_are_told_apart() -> None:
    skills = [
        {"id": "a", "name": "監査"},
        {"id": "b", "name": "監査", "distinction": "主導"},
    ]
    one = linked(plan(skills={"skills": skills}))

    assert [record.title for record in things(one.content)] == ["監査", "監査（主導）"]
    assert EntityKey("skill", "b") in one.names


def test_a_course_is_found_by_the_forms_in_which_it_can_be_taken() -> None:
    course = {
        "id": "a",
        "name": "研修甲",
        "provider": "県",
        "deliveries": [
            {"format": "video", "plus": [{"format": "in-person"}]},
            {"format": "in-person"},
            {"format": "undefined"},
        ],
    }
    (record,) = things(plan(courses={"courses": [course]}))
    assert (record.beside, record.text) == ("県", "動画 対面")


def test_next_steps_are_found_by_the_name_of_their_role() -> None:
    levels = [{"id": "one", "name": "レベル1"}, {"id": "two", "name": "レベル2"}]
    roles = [
        {"id": "leader", "name": "リーダー", "levels": levels},
        {"id": "staff", "name": "職員", "next": [{"role": "leader", "level": "one"}]},
    ]
    records = plan_records(linked(plan(roles={"roles": roles})))
    found = {one.address: one.title for one in records if one.kind == "次の段階"}
    assert found == {
        "sample/roles/leader--two.html": "リーダー レベル1からレベル2へ",
        "sample/roles/staff--to--leader--one.html": "職員からリーダー レベル1へ",
    }
