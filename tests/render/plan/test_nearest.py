"""The nearest roles on the page of a role: words explain every figure of the score."""

from collections.abc import Mapping
from typing import Any

import pytest

from jinzai.compare.counterparts import Counterparts, resemblance, shape
from jinzai.compare.neighbours import MOST_MAPPED
from jinzai.compare.outline import MOST_SKILLS
from jinzai.link.catalogue import Catalogue
from jinzai.model.content import PlanContent
from jinzai.publish.page import Page
from jinzai.render.page.frame import PlanFrame
from jinzai.render.page.place import plan_context
from jinzai.render.plan import role
from jinzai.render.plan.nearest import NearView, nearest
from tests.render.sample_plans import element, linked, plan, site, words
from tests.render.sample_site import ROOT, catalogue, site_context

FRAMEWORKS: list[Mapping[str, Any]] = [
    {
        "id": id,
        "title": title,
        "kind": kind,
        "summary": "比べるための区分。",
        "entries": [
            {"id": entry, "name": name, "definition": "区分。", "origin": "ours"}
            for entry, name in entries.items()
        ],
    }
    for id, title, kind, entries in (
        ("classes", "役割の区分", "role", {"leader": "リーダー", "staff": "職員"}),
        ("areas", "スキルの領域", "skill", {"bpr": "業務改革", "data": "データ", "ai": "AI"}),
        ("steps", "育ち方の段階", "level", {"learn": "学ぶ", "practice": "実践する"}),
    )
]


def _plan(id: str, relation: str, skills: Mapping[str, str], **role: Any) -> PlanContent:
    """A plan with one role that asks for skills, each named with its area."""
    found: dict[str, Any] = {"id": "leader", "name": f"{id}の推進役", **role}
    if relation:
        found["classes"] = [{"entry": "classes/leader", "relation": relation}]
    listed = [
        {"id": f"s{number}", "name": name, "areas": [{"entry": area, "relation": "close"}]}
        for number, (name, area) in enumerate(skills.items())
    ]
    rows = [{"skill": skill["id"], "marks": {"c": "●"}} for skill in listed]
    legend = [{"mark": "●", "requirement": "required", "label": "必要"}]
    columns = [{"id": "c", "role": "leader"}]
    matrix = {"id": "m", "name": "表", "legend": legend, "columns": columns, "rows": rows}
    files: dict[str, Any] = (
        {"skills": {"skills": listed}, "matrix": {"matrices": [matrix]}} if listed else {}
    )
    return plan({"id": id, "title": f"{id}市"}, (), roles={"roles": [found]}, **files)


OWN = _plan("own", "exact", {"見直し": "areas/bpr", "集計": "areas/data"})
NEAR = _plan("near", "close", {"BPR": "areas/bpr", "生成AI": "areas/ai"})
VAGUE = _plan("vague", "exact", {})


def _view(*plans: PlanContent) -> NearView:
    context = plan_context(site(*plans, frameworks=FRAMEWORKS), linked(plans[0]))
    return nearest(context, context.place("own/roles/leader.html"), "leader")


def _page(*plans: PlanContent) -> Page:
    context = plan_context(site(*plans, frameworks=FRAMEWORKS), linked(plans[0]))
    (draft,) = role.pages(context)
    return PlanFrame(context).page(draft)


def test_the_score_and_what_it_is_made_of_are_told() -> None:
    (found, _) = _view(OWN, NEAR, VAGUE).roles
    # 50 for the class, one area of three: 50/3 = 16.7
    assert (found.role.text, found.plan.text, found.score) == ("nearの推進役", "near市", 67)
    assert found.by_class == "区分は、どちらも「リーダー」と同じか、ほぼ同じ（50点）"
    assert found.by_areas == "スキルの領域は、合わせて3のうち1が共通（17点）"


def test_the_areas_name_the_plans_own_skills() -> None:
    (found, _) = _view(OWN, NEAR, VAGUE).roles
    said = [
        (group.title, [(one.area.text, one.own, one.other) for one in group.areas])
        for group in found.areas
    ]
    assert said == [
        ("どちらも求める領域", [("業務改革", "「見直し」", "「BPR」")]),
        ("相手だけが求める領域", [("AI", "", "「生成AI」")]),
        ("この役割だけが求める領域", [("データ", "「集計」", "")]),
    ]
    assert found.areas[0].areas[0].area.href == "../../frameworks/areas/bpr.html"


def test_areas_that_cannot_be_reckoned_are_said_to_be_so() -> None:
    (_, found) = _view(OWN, NEAR, VAGUE).roles
    assert found.score == 50
    assert found.by_areas.startswith("相手の役割に、領域に対応付けたスキルがない")
    assert found.areas == ()
    (back, *_) = _view(_plan("own", "close", {}), NEAR).roles
    assert back.by_areas.startswith("この役割に、領域に対応付けたスキルがない")


def test_a_class_that_is_shared_loosely_is_told() -> None:
    (found,) = _view(OWN, _plan("wide", "narrow", {"BPR": "areas/bpr"})).roles
    # 25 for the class, one area of two: 25
    assert found.score == 50
    assert found.by_class == "区分は「リーダー」が共通するが、広さが違う（25点）"
    assert _view(OWN, _plan("wide", "narrow", {})).roles == ()


def test_roles_without_a_common_class_can_be_near_by_their_skills() -> None:
    skills = {"見直し": "areas/bpr", "集計": "areas/data"}
    (found,) = _view(
        _plan("own", "", skills, unmapped="違う。"), _plan("near", "exact", skills)
    ).roles
    assert (found.score, found.by_class) == (50, "共通する区分はない（0点）")


def test_long_lists_of_skills_are_cut_and_counted() -> None:
    many = {f"技{number}": "areas/bpr" for number in range(MOST_SKILLS + 2)}
    (found,) = _view(OWN, _plan("near", "exact", many)).roles
    assert found.areas[0].areas[0].other == "「技0」「技1」「技2」ほか2つ"


@pytest.mark.parametrize(
    ("plans", "said"),
    [
        ((OWN,), "比べる計画が、このカタログにほかにありません。"),
        (
            (OWN, _plan("far", "", {}, unmapped="違う。")),
            "近い役割はありません。ほかの計画のどの役割も",
        ),
        ((_plan("own", "", {}, unmapped="違う。"), NEAR), "比べる手がかりがありません。"),
    ],
)
def test_that_there_is_none_is_said_in_words(plans: tuple[PlanContent, ...], said: str) -> None:
    view = _view(*plans)
    assert view.roles == ()
    assert said in view.nothing


def test_the_page_shows_them_with_the_areas_one_click_away() -> None:
    html = element(_page(OWN, NEAR, VAGUE).body, "counterparts")
    assert '<a href="../../near/roles/leader.html">nearの推進役</a>' in html
    assert "67点" in html
    folded = html[html.index("<details") : html.index("</details>")]
    assert '<a href="../../frameworks/areas/bpr.html">業務改革</a>' in folded
    assert "own市：「見直し」near市：「BPR」" in words(folded)
    assert html.count('<details class="jz-fold"') == 1
    assert "50×（どちらも求める領域の数）" in html


def test_roles_of_one_plan_that_are_as_near_are_told() -> None:
    classes = [{"entry": "classes/leader", "relation": "close"}]
    roles = [{"id": id, "name": id, "classes": classes} for id in ("first", "second", "third")]
    alike = plan({"id": "alike"}, (), roles={"roles": roles})
    html = words(element(_page(OWN, alike).body, "counterparts"))
    assert "この計画ではsecond、thirdも同じ点です" in html
    assert "同じ点です" not in words(element(_page(OWN, NEAR).body, "counterparts"))


def test_a_level_shows_where_it_stands_on_a_common_scale() -> None:
    scale = {"entry": "steps/practice", "relation": "broad", "basis": "inferred", "note": "条件"}
    levels = [{"id": "one", "name": "レベル1", "scale": scale}, {"id": "two", "name": "レベル2"}]
    html = _page(_plan("own", "exact", {}, levels=levels)).body
    assert '<a href="../../frameworks/steps/practice.html">実践する</a>' in html
    assert "レベル1共通のレベル実践する（推定）項目の一部。条件" in words(html)
    assert words(html).count("共通のレベル") == 1


@pytest.fixture(scope="module")
def real() -> Catalogue:
    """The five plans."""
    return catalogue(ROOT)


def test_every_role_of_the_five_plans_tells_its_scores(real: Catalogue) -> None:
    context = site_context(real)
    for linked_plan in real.plans:
        place = plan_context(context, linked_plan)
        for one in linked_plan.content.roles:
            view = nearest(place, place.place(f"{linked_plan.id}/roles/x.html"), one.id)
            assert bool(view.roles) != bool(view.nothing)
            outline = context.compared.outlines[linked_plan.id].roles.get(one.id)
            nearest_roles = context.compared.counterparts.of(outline) if outline else ()
            for found, near in zip(view.roles, nearest_roles, strict=True):
                assert f"（{near.resemblance.class_points}点）" in found.by_class
                assert found.score == near.resemblance.score


def test_the_score_is_the_sum_that_the_words_tell() -> None:
    context = site(OWN, NEAR, frameworks=FRAMEWORKS)
    own, near = (context.compared.outlines[id].roles["leader"] for id in ("own", "near"))
    found = resemblance(shape(own), shape(near))
    assert found.score == found.class_points + (found.area_points or 0)
    assert Counterparts(context.compared.outlines.values()).of(own)[0].resemblance == found


def test_of_a_class_of_many_roles_the_page_says_where_all_are_without_their_number() -> None:
    few = [_plan(f"p{number:02}", "exact", {}) for number in range(MOST_MAPPED)]
    more = _plan("q", "exact", {})
    said = "ここにないものも、リーダーのページにすべてあります。"
    assert said not in words(_page(OWN, *few).body)
    html = _page(OWN, *few, more).body
    assert said in words(html)
    assert f">{more.roles[0].name}</a>" not in html
    assert html == _page(OWN, *few, more, _plan("r", "exact", {})).body
