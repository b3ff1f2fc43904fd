import re
from collections.abc import Mapping
from typing import Any

from jinzai.model.content import PlanContent
from jinzai.publish.page import Page
from jinzai.render.compare import skills as compare_skills
from jinzai.render.page.room import MOST_DETAILED, PLANS_ON_A_PAGE
from tests.render.compare.compared import city, role, sites, skill, standing
from tests.render.sample_plans import element, ids, section, site_pages, words


def page(*plans: PlanContent) -> str:
    (found,) = site_pages(compare_skills.pages, sites(*plans)).values()
    return found.body


def some(id: str, facts: Mapping[str, Any] | None = None) -> PlanContent:
    return city(
        id,
        role("boss", "長"),
        role("leader", "リーダー"),
        skills=(
            skill("flow", "業務の見直し", ("bpr", "close")),
            skill("cut", "無駄取り", ("bpr", "exact")),
            skill("named", "名ばかり", ("data", "broad")),
            skill("odd", "そのほか", unmapped="当たらない。"),
        ),
        marks={"flow": {"leader": "★"}, "cut": {"leader": "●"}, "odd": {"boss": "●"}},
        facts=facts,
    )


def row(html: str, area: str) -> str:
    lines: list[str] = re.findall(r"<tr[^>]*><th scope=\"row\">.*?</tr>", html, re.DOTALL)
    return next(line for line in lines if area in line)


def test_a_cell_has_the_number_the_strongest_mark_and_the_closest_relation() -> None:
    line = row(page(some("alpha")), "業務改革")

    assert "<b>2</b>" in line
    assert "●＝" in line
    assert words(line) == "業務改革1／12●＝"
    assert '<span role="img" title="必要、同じ">●＝</span>' in line


def own_page(plan: PlanContent, *others: PlanContent) -> str:
    """The page of a plan's own comparison, to which the cells lead."""
    return standing(plan, *others).body


def test_a_cell_leads_to_the_skills_behind_it_and_who_asks_for_them() -> None:
    html = page(some("alpha"))
    (own, anchor) = re.findall(r'href="([^"#]*)#([^"]*)"><b>2</b>', row(html, "業務改革"))[0]

    assert own == "../alpha/compare/index.html"
    behind = words(element(own_page(some("alpha")), anchor))
    assert "★≒業務の見直し（リーダー）" in behind
    assert "●＝無駄取り（リーダー）" in behind


def test_areas_lead_to_their_own_pages_and_those_of_a_plans_roles_to_its_own_page() -> None:
    html = page(some("alpha"))

    assert '<a href="../frameworks/areas/bpr.html">業務改革</a>' in row(html, "業務改革")
    of_roles = row(section(html, "roles"), "業務改革")
    assert '<a href="../alpha/compare/index.html#in-bpr--alpha">業務改革</a>' in of_roles


def test_a_skill_that_no_role_is_asked_for_is_not_counted_but_told() -> None:
    html = page(some("alpha"))

    assert words(row(html, "データ")) == "データ0／1役割の指定なし"
    own = words(section(own_page(some("alpha")), "skills"))
    assert "名ばかり（どの役割にも求めていない）" in own
    assert "どの役割にも求めていない：名ばかり" in words(section(html, "left-out"))
    assert "どの領域にも対応付けていない：そのほか" in words(section(html, "left-out"))


def test_areas_that_nobody_or_only_one_asks_for_are_told_in_words() -> None:
    gaps = words(section(page(some("alpha"), city("beta")), "gaps"))

    assert "表で求める団体がないデータ：役割を示さずに挙げている：alpha市" in gaps
    assert "表で求める団体が1つだけ業務改革：alpha市（ほかの計画には記載なし）" in gaps


def test_a_template_is_no_municipality_in_the_lists_either() -> None:
    template = some("delta", facts={"status": "template"})
    html = page(some("alpha"), template, city("beta"))
    assert words(row(html, "業務改革")).startswith("業務改革1／2")
    gaps = words(section(html, "gaps"))
    assert "団体が1つだけ業務改革：alpha市、delta市（ほかの計画には記載なし）" in gaps

    html = page(template, city("beta"))
    assert words(row(html, "業務改革")).startswith("業務改革0／1")
    gaps = words(section(html, "gaps"))
    assert "団体がない業務改革：delta市（ほかの計画には記載なし）データ：" in gaps
    assert "団体が1つだけありません。" in gaps


def test_two_plans_of_one_municipality_are_one() -> None:
    one = some("alpha")
    issuer = {"name": "同じ市", "code": "271004"}
    two = [some(id, facts={"issuer": issuer}) for id in ("beta", "gamma")]
    html = page(one, *two, some("delta", facts={"status": "template"}))

    assert words(row(html, "業務改革")).startswith("業務改革2／2")
    assert "2団体とひな形1つの計画で" in words(html)
    alone = words(section(page(*two, city("other")), "gaps"))
    assert "だけ業務改革：beta市、gamma市（" in alone


def test_what_texts_say_stands_against_that_nobody_or_only_one_has_it() -> None:
    duties = [f"[そのこと](entry:areas/{area})に取り組む。" for area in ("bpr", "data")]
    beta = city("beta", role("x", "長", duties=duties))
    html = page(some("alpha"), beta)
    gaps = words(section(html, "gaps"))

    assert "データ：担うことなどの文章にある：beta市、役割を示さずに挙げている：alpha市" in gaps
    assert "業務改革：alpha市（担うことなどの文章にある：beta市）" in gaps
    assert "記載なし" not in gaps
    assert words(row(html, "データ")) == "データ0／2役割の指定なし文1役割"
    assert "文長の役割「そのこと（推定）」" in words(
        section(own_page(beta, some("alpha")), "skills")
    )


def test_a_plan_that_asks_for_nothing_has_no_column_but_is_named() -> None:
    html = page(some("alpha"), city("beta"))

    assert "2団体の計画で、領域に対応付けたスキルを求めているのは、そのうち1団体です" in words(html)
    assert "表に列のない計画：beta市" in words(html)


def test_roles_by_areas_leave_out_roles_that_ask_for_nothing_there() -> None:
    html = section(page(some("alpha")), "roles")

    assert words(row(html, "業務改革")) == "業務改革2●＝"
    assert "領域に対応付けたものがない役割：長" in words(html)


def test_without_any_plan_the_page_says_so() -> None:
    text = words(page())

    assert "領域に対応付けたもののある計画は、まだありません" in text
    assert "表で求める団体がない業務改革：どの計画にも記載なしデータ：どの計画にも" in text


def test_a_page_holds_a_bounded_number_of_plans() -> None:
    many = [some(f"p{number:02}") for number in range(PLANS_ON_A_PAGE + 3)]
    html = page(*many)

    line = words(row(html, "業務改革"))
    assert line.startswith(f"業務改革{PLANS_ON_A_PAGE + 3}／{PLANS_ON_A_PAGE + 3}")
    assert line.count("●＝") == PLANS_ON_A_PAGE
    assert f"初めは{PLANS_ON_A_PAGE}件の計画を並べています" in words(html)
    assert len(page(*many, *(some(f"q{n:02}") for n in range(40)))) < len(html) + 100


def test_with_many_plans_the_details_are_on_the_plans_pages() -> None:
    html = page(*(some(f"p{number}") for number in range(MOST_DETAILED + 1)))

    assert 'href="../p0/compare/index.html#in-bpr--p0"' in row(html, "業務改革")
    assert "p0市とほかの計画との比較" in words(section(html, "roles"))


def test_the_real_table_has_what_was_counted_by_hand(real_pages: dict[str, Page]) -> None:
    html = real_pages["compare/skills.html"].body

    # 3つの団体（大阪市には2つの計画がある）のうち、手続のオンライン化は、枚方市だけ
    online = row(html, "手続のオンライン化")
    assert words(online) == "手続のオンライン化1／31●≒––ほかの文章–"
    assert re.findall(r'title="([^"]*)">●', online) == ["必要、ほぼ同じ"]
    # 業務ツールは、大阪市と豊中市（BIツール）と、団体に数えないひな形
    tools = row(html, "業務ツールの活用")
    assert words(tools) == "業務ツールの活用2／3文1役割1●⊂–5●⊂1●⊂"
    assert re.findall(r'title="([^"]*)">●', tools) == ["必要、領域の一部"] * 3
    assert "手続のオンライン化：枚方市" in words(section(html, "gaps"))
    assert len(ids(html)) == len(set(ids(html)))
    anchors = set(re.findall(r'href="#([^"]*)"', html))
    assert anchors <= set(ids(html))
