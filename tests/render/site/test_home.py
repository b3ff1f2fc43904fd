import re

from jinzai.render.page.comparisons import COMPARISONS
from jinzai.render.page.place import Guide
from jinzai.render.site import home
from tests.render.sample_plans import element, plan, section, site, site_pages, words

PLAN = plan(
    {"short_title": "見本市", "period": {"start": "2025", "end": "2025"}},
    roles={"roles": [{"id": "staff", "name": "職員"}]},
)
GUIDES = (Guide("about.html", "説明"), Guide("editing.html", "手引き"))


CHANGELOG = """# 変更履歴

## 2026-04-01

### 加わったもの

- 新しい計画。

## 2025-04-01

- 古い変更。
"""


def body(*guides: Guide, changelog: str = "") -> str:
    context = site(PLAN, guides=guides, changelog=changelog)
    return site_pages(home.pages, context)["index.html"].body


def test_plans_come_first_then_their_roles_then_the_comparisons() -> None:
    html = body(*GUIDES)
    places = [html.index(f'<h2 id="{one}"') for one in ("plans", "roles", "compare")]

    assert places == sorted(places)
    assert "<h2" not in html[: places[0]]


def test_the_roles_of_each_plan_are_one_click_away() -> None:
    html = section(body(), "roles")

    assert '<a href="sample/roles/index.html">見本市</a>' in html
    assert '<a href="sample/roles/staff.html">職員</a>' in html


def test_whom_a_role_is_for_stands_beside_it_and_own_roles_before_all_sections() -> None:
    roles = [
        {"id": "head", "name": "管理者", "audience": "課長級の職員。ほかの説明。"},
        {"id": "long", "name": "推進者", "audience": "所属長が指名する者。"},
        {"id": "same", "name": "若い職員", "audience": "職員。"},
    ]
    html = site_pages(home.pages, site(plan(roles={"roles": roles})))["index.html"].body
    told = words(section(html, "roles"))
    assert told.endswith("管理者課長級の職員。ほかの説明。推進者所属長が指名する者。若い職員職員。")
    assert '<a href="me.html">わたしの役割</a>' in html[: html.index("<h2")]


def test_many_roles_of_a_plan_are_counted_instead_of_named() -> None:
    roles = [{"id": f"role-{number}", "name": f"役割{number}"} for number in range(25)]
    named = site_pages(home.pages, site(plan(roles={"roles": roles[:24]})))["index.html"].body
    counted = site_pages(home.pages, site(plan(roles={"roles": roles})))["index.html"].body

    assert "roles/role-23.html" in section(named, "roles")
    assert "roles/role-" not in section(counted, "roles")
    assert words(section(counted, "roles")).endswith("見本市役割25件")


def test_a_plan_without_roles_says_so() -> None:
    html = site_pages(home.pages, site(plan()))["index.html"].body

    assert words(section(html, "roles")).endswith("見本市記載なし")


def test_the_roles_of_the_first_plans_are_named_and_the_others_are_a_click_away() -> None:
    many = [plan({"id": f"plan-{number:02}"}) for number in range(13)]
    few = section(site_pages(home.pages, site(*many[:12]))["index.html"].body, "roles")
    html = section(site_pages(home.pages, site(*many))["index.html"].body, "roles")

    assert few.count("roles/index.html") == 12
    assert "ほかの計画" not in few
    assert html.count("roles/index.html") == 12
    assert '<a href="plans.html">ほかの計画</a>' in html


def test_every_comparison_stands_with_its_question() -> None:
    html = section(body(), "compare")

    for one in COMPARISONS:
        assert f'<dt>{one.question}</dt><dd><a href="{one.address}">{one.title}</a></dd>' in html
    assert '<a href="compare/index.html">計画を比べる</a>' in html


def test_editing_is_the_last_line_and_the_guide_comes_first_in_it() -> None:
    html = body(Guide("editing-site.html", "設定"), *GUIDES)
    line = html[html.index('<p class="jz-editing">') :]

    assert words(line) == "計画を直す・加える：手引き、設定、項目の一覧、エラーと警告の一覧"
    assert 'href="editing.html"' not in html.removesuffix(line)
    assert 'href="about.html"' not in line


def test_without_editing_no_page_for_editors_is_linked() -> None:
    context = site(PLAN, guides=GUIDES)
    context.editing = False
    html = site_pages(home.pages, context)["index.html"].body

    assert "jz-editing" not in html
    for address in ("editing.html", "guide/index.html", "rules/index.html"):
        assert f'href="{address}"' not in html


def test_other_guides_are_linked_at_the_top() -> None:
    html = body(*GUIDES)

    assert html.index('href="about.html"') < html.index('<h2 id="plans"')


def test_a_plan_shows_its_figures_and_0_of_a_kind_is_undefined() -> None:
    html = words(element(body(), "plans"))

    assert "令和7年度（2025年度）1記載なし記載なし" in html


def test_a_plan_shows_what_the_fewest_plans_state() -> None:
    role = {"id": "staff", "name": "職員"}
    sized = {**role, "headcount": {"value": 5}, "standing": "outside"}
    plans = (
        plan({"id": "rich"}, roles={"roles": [sized]}),
        plan({"id": "sized"}, roles={"roles": [{**role, "headcount": {"value": 5}}]}),
        plan({"id": "poor"}, roles={"roles": [role]}),
    )
    html = section(site_pages(home.pages, site(*plans))["index.html"].body, "plans")
    said = [words(cell) for cell in re.findall(r'<td data-label="特色">(.*?)</td>', html)]

    assert said == ["外部から登用する役割、役割の人数", "役割の人数", "—"]


def test_a_plan_that_is_not_adopted_has_a_badge() -> None:
    plans = plan(), plan({"id": "blank", "status": "template"})
    html = section(site_pages(home.pages, site(*plans))["index.html"].body, "plans")

    assert re.findall(r'<span class="jz-badge[^"]*">([^<]*)</span>', html) == ["ひな形"]


def test_the_newest_changes_are_shown_and_no_older_ones() -> None:
    html = words(element(body(changelog=CHANGELOG), "changes").split('<p class="jz-editing">')[0])

    assert html.endswith(
        "最近の変更2026-04-01新しい計画。変更のすべて（1件）加わったもの新しい計画。"
    )
    assert "古い変更" not in html


def test_what_changed_stands_last() -> None:
    html = body(changelog=CHANGELOG)
    places = [html.index(f'id="{one}"') for one in ("plans", "frameworks", "data", "changes")]
    assert places == sorted(places)
    assert "<h2" not in html[places[3] :]


def test_without_a_record_of_changes_the_section_says_so() -> None:
    assert "変更の記録はまだありません" in element(body(), "changes")


def test_three_changes_are_told_in_a_sentence_and_all_of_them_are_folded() -> None:
    changes = "".join(f"- 変更{number}。詳しいこと。\n" for number in range(9))
    html = section(body(changelog=f"## 2026-04-01\n\n{changes}"), "changes")
    told, whole = html.split("<summary>変更のすべて（9件）</summary>")

    assert words(told).endswith("変更0。変更1。変更2。")
    assert all(f"<li>変更{number}。詳しいこと。</li>" in whole for number in range(9))
