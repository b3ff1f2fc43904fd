"""The table of classes by plans, without a script."""

from jinzai.publish.page import Page
from jinzai.render.compare import roles
from jinzai.render.page.room import PLANS_ON_A_PAGE
from tests.render.compare.compare_site import city, compared, many
from tests.render.compare.compared import city as compared_city
from tests.render.compare.compared import role, sites, skill
from tests.render.sample_plans import plan, section, site_pages, words

PAGE = "compare/roles.html"


def body(*plans: object) -> str:
    return site_pages(roles.pages, compared(*plans))[PAGE].body  # type: ignore[arg-type]


def row(html: str, entry: str) -> str:
    start = html.index(f'data-slot="roles/classes/{entry}"')
    return html[start : html.index("</tr>", start)]


def test_a_cell_has_the_plans_own_roles_with_what_they_ask_cost_and_aim_at() -> None:
    html = body(city())

    cell = row(html, "leader")
    assert '<a href="../sample/roles/leader.html">リーダー職</a>' in cell
    assert "ほぼ同じ" in cell
    said = words(cell)
    assert "スキル3件この役割で求める2・前提となる役割から1" in said
    assert "研修2.5時間時間の記載なし" in said
    assert "人数1,500人目標・段階2・令和8年度（2026年度）" in said
    assert "対象記載なし" in said


def test_a_role_that_asks_only_through_its_parts_has_a_number_for_each() -> None:
    parted = compared_city(
        "parted",
        role("leader", "主導", ("leader", "narrow")),
        role("digital", "主導／デジタル", part_of="leader"),
        role("systems", "主導／システム", part_of="leader"),
        skills=tuple(skill(id, id) for id in ("plan", "run", "buy")),
        marks={
            "plan": {"digital": "●"},
            "run": {"digital": "●", "systems": "●"},
            "buy": {"systems": "●"},
        },
    )
    html = site_pages(roles.pages, sites(parted))[PAGE].body
    said = words(row(html, "leader"))
    assert "スキル2件「主導／デジタル」2件「主導／システム」" in said
    assert "3" not in said


def test_inferred_marks_are_counted_apart(real_pages: dict[str, Page]) -> None:
    html = real_pages[PAGE].body
    said = words(html[html.index("DXオフィサー") :])
    # 「能力・知識」は4つ。もう1つは、別の体系の「本市職員として」からの推定。
    assert "スキル5件うち推定1" in said[:200]


def test_a_long_text_is_cut_where_it_reads_well_and_is_whole_on_the_roles_page() -> None:
    said = words(row(body(city()), "staff"))
    assert "対象" + "市の職員。" * 11 + "…" in said
    assert "市の職員。" * 12 not in said


def test_a_class_without_a_role_says_so() -> None:
    html = body(city(), plan({"id": "poor"}))
    assert words(row(html, "none")).count("この区分の役割の記載なし") == 2
    assert words(row(html, "leader")).count("この区分の役割の記載なし") == 1


def test_roles_in_no_class_stand_below_with_the_reason() -> None:
    html = section(body(city()), "unmapped")
    assert '<a href="../sample/roles/guest.html">客員</a>' in html
    assert "区分に対応するものがない。" in html


def test_as_many_plans_as_a_page_holds_are_all_in_it() -> None:
    html = body(*many(PLANS_ON_A_PAGE))
    assert section(html, "table").count('<th scope="col" data-plan=') == PLANS_ON_A_PAGE
    assert "plans-27.html" not in html


def test_with_more_plans_the_page_holds_none_and_leads_to_lists_by_prefecture() -> None:
    fewer, more = body(*many(PLANS_ON_A_PAGE + 1)), body(*many(60))
    assert "data-plan=" not in more
    assert '<a href="plans-27.html">大阪府</a>' in more
    assert '<a href="plans-00.html">都道府県の分からない計画</a>' in more
    assert abs(len(more) - len(fewer)) < 50


def test_without_a_framework_there_is_a_word_instead_of_a_table() -> None:
    from tests.render.sample_plans import site

    html = site_pages(roles.pages, site(plan()))[PAGE].body
    assert "<table" not in html
    assert "並べられません" in html
