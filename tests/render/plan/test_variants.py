"""Curricula that several tables state: one shown, the others beside it with what differs."""

from typing import Any

from jinzai.link.same_curriculum import grouped
from jinzai.model.content import PlanContent
from jinzai.render.page.place import plan_context
from jinzai.render.plan import curriculum, role
from jinzai.render.plan.variants import variant
from tests.render.sample_plans import linked, plan, plan_pages, site, words


def curricula(*stated: dict[str, Any]) -> PlanContent:
    """A plan with two tables, four courses, one role, and the curricula."""
    course = {"format": "video"}
    return plan(
        {
            "tables": [{"id": "t", "name": "本表"}, {"id": "u", "name": "一覧"}],
            "departments": [{"id": "d", "name": "各部局"}, {"id": "e", "name": "情報部局"}],
        },
        roles={"roles": [{"id": "r", "name": "職員"}]},
        courses={
            "courses": [
                {
                    "id": "both",
                    "name": "共通",
                    "deliveries": [
                        {**course, "hours": "1", "table": "t"},
                        {**course, "hours": "1", "table": "u"},
                    ],
                },
                {
                    "id": "longer",
                    "name": "長短",
                    "deliveries": [
                        {**course, "hours": "2", "table": "t"},
                        {**course, "hours": "3", "table": "u"},
                    ],
                },
                {"id": "first", "name": "前", "deliveries": [{**course, "hours": "4"}]},
                {"id": "second", "name": "後", "deliveries": [{**course, "hours": "5"}]},
            ]
        },
        curricula={"curricula": [{"role": "r", **one} for one in stated]},
    )


def of(id: str, table: str | None, *items: object, **more: object) -> dict[str, Any]:
    """A curriculum of one stage; an item is a course's id or a list of options."""
    asked = [
        {"course": item}
        if isinstance(item, str)
        else {"any_of": [{"courses": [{"course": one}]} for one in item]}  # type: ignore[attr-defined]
        for item in items
    ]
    stage = {"id": "s", "name": "段階", "items": asked}
    table_of = {"table": table} if table else {}
    return {"id": id, "name": f"課程{id}", "stages": [stage], **table_of, **more}


def groups(content: PlanContent) -> list[list[str]]:
    """The ids of `grouped`, the first of each group standing for it."""
    found = grouped(content.curricula)
    return [[first.id, *(other.id for other in others)] for first, others in found]


def test_other_tables_stand_beside_the_first() -> None:
    d, e = {"departments": ["d"]}, {"departments": ["e"]}
    content = curricula(
        of("a", "t", "both", **d),
        of("b", "t", "both", **e),
        of("c", "u", "both", **d),
        of("f", "u", "both", **e),
    )
    assert groups(content) == [["a", "c"], ["b", "f"]]


def test_two_curricula_of_one_table_are_no_variants() -> None:
    assert groups(curricula(of("a", "t", "both"), of("b", "t", "first"))) == [["a"], ["b"]]


def test_without_a_table_there_is_nothing_to_compare() -> None:
    assert groups(curricula(of("a", None, "both"), of("b", "u", "both"))) == [["a"], ["b"]]


def test_each_kind_of_difference_is_named_with_its_courses() -> None:
    content = curricula(
        of("a", "t", ["both", "first"], "longer"), of("b", "u", "both", "longer", "second")
    )
    context = plan_context(site(content), linked(content))
    shown, other = content.curricula
    found = variant(context, context.place("sample/roles/r.html"), shown, other)
    assert [(kind.title, [link.text for link in kind.courses]) for kind in found.differences] == [
        ("この表だけにある研修", ["後"]),
        ("この表にない研修", ["前"]),
        ("形式か時間の違う研修", ["長短"]),
        ("「いずれか」に入るかどうかの違う研修", ["共通"]),
    ]
    assert (found.table, found.load.text) == ("一覧", "9時間")
    assert found.summary.startswith("この表だけにある研修 1件、")


def test_what_is_included_differs_too() -> None:
    d, e = {"departments": ["d"]}, {"departments": ["e"]}
    content = curricula(
        of("a", "t", "longer", **d),
        of("b", "u", "longer", **d),
        of("c", "t", "both", includes="a", **e),
        of("f", "u", "both", includes="b", **e),
    )
    context = plan_context(site(content), linked(content))
    *_, shown, other = content.curricula
    found = variant(context, context.place("sample/roles/r.html"), shown, other)
    assert found.summary == "形式か時間の違う研修 1件"


def test_what_another_table_says_is_a_panel_of_its_own_on_a_roles_page() -> None:
    content = curricula(of("a", "t", "both", "longer"), of("b", "u", "both", "longer"))
    body = plan_pages(role.pages, content)["sample/roles/r.html"].body
    seen, panel, other = body.partition('<section class="jz-route jz-route--other" id="route-b"')
    assert panel
    assert "課程b" not in words(seen)
    assert "「一覧」では合計4時間。この表によるコースを見る" in words(seen)
    assert "形式か時間の違う研修1件：長短" in words(seen), "the courses are named"
    assert 'href="#route-b"' in seen
    assert "課程b" in words(other)
    assert 'href="#route-a"' in other


def test_tables_that_agree_are_said_to_agree() -> None:
    content = curricula(of("a", "t", "both"), of("b", "u", "both"))
    body = plan_pages(role.pages, content)["sample/roles/r.html"].body
    assert "「一覧」では合計1時間。研修は同じです。" in words(body)


def test_a_curriculums_page_names_the_other_table() -> None:
    content = curricula(of("a", "t", "both"), of("b", "u", "both", "second"))
    context = plan_context(site(content), linked(content))
    place = context.place("sample/curricula/b.html")
    view = curriculum.view(context, place, content.curricula[1])
    assert [found.curriculum.text for found in view.variants] == ["課程a"]
    assert view.variants[0].summary == "この表にない研修 1件"
    assert view.siblings == ()
