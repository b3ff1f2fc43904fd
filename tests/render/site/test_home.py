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


def test_the_doors_lead_to_roles_comparison_and_editing() -> None:
    html = section(body(*GUIDES), "doors")

    assert 'href="sample/roles/index.html"' in html
    assert 'href="plans.html"' in html
    assert 'href="editing.html"' in html
    assert 'href="about.html"' not in html


def test_the_door_to_editing_leads_to_the_guide_and_the_rules_too() -> None:
    html = element(body(), "door-edit")

    assert 'href="guide/index.html"' in html
    assert 'href="rules/index.html"' in html


def test_a_door_names_a_handful_of_plans_and_leads_to_the_others() -> None:
    many = [plan({"id": f"plan-{number}"}) for number in range(7)]
    html = site_pages(home.pages, site(*many))["index.html"].body
    door = html[html.index('id="door-roles"') : html.index('id="door-compare"')]

    assert door.count("roles/index.html") == 6
    assert '<a href="plans.html">ほかの計画</a>' in door


def test_other_guides_are_linked_at_the_top() -> None:
    html = body(*GUIDES)

    assert html.index('href="about.html"') < html.index('id="doors"')


def test_a_plan_shows_its_figures_and_0_of_a_kind_is_undefined() -> None:
    html = words(element(body(), "plans"))

    assert "令和7年度（2025年度）" in html
    assert "役割1スキル記載なし研修記載なし" in html


def test_the_newest_changes_are_shown_and_no_older_ones() -> None:
    html = words(element(body(changelog=CHANGELOG), "changes"))

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
