"""A role or a skill that nobody has mapped: no page says that its plan has nothing there."""

from typing import Any, Final

from jinzai.compare.comparison import Comparison
from jinzai.render.compare import detail, learning, roles, skills
from jinzai.render.frameworks import entries
from jinzai.render.frameworks import index as framework_index
from tests.render.compare.compared import city, role, sites, skill, standing
from tests.render.sample_plans import site_pages, words

HAVING: Final = city(
    "a",
    role("l", "リーダー", ("leader", "exact")),
    skills=(skill("bpr", "業務を直す", ("bpr", "exact")),),
    marks={"bpr": {"l": "●"}},
)


def other(**more: Any) -> Any:
    """A plan with a role and a skill that are mapped to nothing; `more` may give the reasons."""
    return city(
        "b",
        role("s", "職員", **more),
        skills=(skill("talk", "話し方", **more),),
        marks={"talk": {"s": "●"}},
    )


WAITING: Final = other()
DECIDED: Final = other(unmapped="窓口だけの話で、当たるものがない。")


def row(body: str, slot: str) -> str:
    """The words of a row of a table."""
    part = body[body.index(f'data-slot="{slot}"') :]
    return words(part[: part.index("</tr>")])


def test_a_plan_is_silent_only_if_all_its_skills_are_decided() -> None:
    def silent(compared: Comparison) -> bool:
        return compared.plans["b"].is_silent_on("areas/bpr")

    assert not silent(sites(HAVING, WAITING).compared)
    assert silent(sites(HAVING, DECIDED).compared)


def test_the_table_of_areas_says_that_the_mapping_is_missing() -> None:
    (waiting,) = site_pages(skills.pages, sites(HAVING, WAITING)).values()
    (decided,) = site_pages(skills.pages, sites(HAVING, DECIDED)).values()
    for body in (waiting.body, decided.body):
        # A plan without anything in an area has no column, and the sentence is true of both.
        assert "領域に対応付けたものがないため、表に列のない計画：b市" in words(body)
    assert "業務改革：a市（対応付けの済んでいないスキルがある：b市）" in words(waiting.body)
    assert "業務改革：a市（ほかの計画には記載なし）" in words(decided.body)
    assert "データ：対応付けの済んでいないスキルがある：b市" in words(waiting.body)
    assert "データ：どの計画にも記載なし" in words(decided.body)


def test_a_cell_of_a_plan_or_role_with_such_a_skill_is_no_dash() -> None:
    def mixed(**more: Any) -> Any:
        every = (skill("data", "集計", ("data", "exact")), skill("talk", "話し方", **more))
        return city(
            "b",
            role("s", "職員", ("staff", "exact")),
            skills=every,
            marks={"data": {"s": "●"}, "talk": {"s": "●"}},
        )

    (waiting,) = site_pages(skills.pages, sites(HAVING, mixed())).values()
    assert row(waiting.body, "areas/areas/bpr").endswith("対応付けなし")
    assert "対応付けの済んでいないスキルがあり、ないとはいえない" in words(waiting.body)
    (decided,) = site_pages(skills.pages, sites(HAVING, mixed(unmapped="別の話。"))).values()
    assert row(decided.body, "areas/areas/bpr").endswith("–")
    assert "対応付けなし" not in words(decided.body)


def test_no_class_is_said_to_be_missing_in_a_plan_with_such_a_role() -> None:
    (waiting,) = site_pages(roles.pages, sites(HAVING, WAITING)).values()
    assert row(waiting.body, "roles/classes/leader").endswith(
        "対応付けの済んでいない役割がある：職員"
    )
    assert "対応付けも、対応付けない理由も、まだ書かれていない" in words(waiting.body)
    (decided,) = site_pages(roles.pages, sites(HAVING, DECIDED)).values()
    assert row(decided.body, "roles/classes/leader").endswith("この区分の役割の記載なし")

    address = "compare/classes--leader.html"
    told = words(site_pages(detail.pages, sites(HAVING, WAITING))[address].body)
    assert "対応付けの済んでいない役割がある計画：b市" in told
    assert "記載がない計画" not in told
    told = words(site_pages(detail.pages, sites(HAVING, DECIDED))[address].body)
    assert "この区分の役割の記載がない計画：b市" in told


def test_the_training_of_a_class_says_it_too() -> None:
    told = words(next(iter(site_pages(learning.pages, sites(HAVING, WAITING)).values())).body)
    assert "対応付けなし" in told
    told = words(next(iter(site_pages(learning.pages, sites(HAVING, DECIDED)).values())).body)
    assert "対応付けなし" not in told
    assert "役割なし" in told


def test_a_framework_lists_such_plans_apart() -> None:
    for entry, name in [("areas/bpr", "話し方"), ("classes/leader", "職員")]:
        page = site_pages(entries.pages, sites(HAVING, WAITING))[f"frameworks/{entry}.html"]
        told = words(page.body)
        assert f"b市{name}" in told[told.index("対応付けの済んでいない計画") :]
        assert 'id="without"' not in page.body or "b市" not in words(
            page.body[page.body.index('id="without"') : page.body.index('id="awaiting"')]
        )
        page = site_pages(entries.pages, sites(HAVING, DECIDED))[f"frameworks/{entry}.html"]
        assert "対応付けの済んでいない" not in words(page.body)
        assert "b市" in words(page.body[page.body.index('id="without"') :])


def test_the_page_of_a_framework_lists_them_without_a_reason() -> None:
    found = site_pages(framework_index.pages, sites(HAVING, WAITING))
    told = words(found["frameworks/areas/index.html"].body)
    assert "話し方対応付けも、対応付けない理由も、まだ書かれていない" in told


def test_the_comparison_of_a_plan_says_that_its_lists_may_change() -> None:
    own = words(standing(WAITING, HAVING).body)
    assert "この計画で対応付けの済んでいないもの：職員、話し方" in own
    assert "対応付けの済んでいない役割やスキルが、ほかの1計画にあります" in words(
        standing(HAVING, WAITING).body
    )
    assert "対応付けの済んでいない" not in words(standing(HAVING, DECIDED).body)
