"""View models: what is new at a level, what is inherited, how a path runs, who else refers."""

from jinzai.link.backlinks import EntityKey
from jinzai.render.page.entity import mentions
from jinzai.render.page.place import LookingContext, PagePlace, plan_context
from jinzai.render.page.ways import WayView, forms
from jinzai.render.plan import (
    course,
    curriculum_index,
    matrix,
    role,
    role_index,
    skill,
    skill_index,
)
from jinzai.render.plan.counterparts import correspondences
from jinzai.render.plan.disagreement import comparison, comparisons
from jinzai.render.plan.ladder import ladder
from jinzai.render.plan.path import CourseChoice, path
from jinzai.render.plan.role_skills import skill_sets
from tests.render.sample_plans import linked, plan, site


def said(way: WayView) -> str:
    """A way in one line."""
    return " ＋ ".join(f"{p.form} {'・'.join(t.text for t in p.times)}" for p in way.parts)


def _place(context: LookingContext, page: str) -> PagePlace:
    return context.place(context.address(page))


def test_a_level_shows_what_is_new_and_what_grew_stronger(context: LookingContext) -> None:
    place = _place(context, "roles/leader.html")
    first, second = ladder(context, place, context.plan.roles["leader"])
    assert first.new is not None
    assert second.new is not None
    assert [(new.skill.text, new.before) for new in first.new] == [
        ("BPR（基礎）", ""),
        ("データ", ""),
    ]
    assert [(new.skill.text, new.before) for new in second.new] == [
        ("BPR（基礎）", "★"),
        ("BPR（応用）", ""),
    ]
    assert (first.kept, second.kept) == (0, 1)
    assert [(one.curriculum.text, one.inferred) for one in second.curricula] == [
        ("リーダーの研修", True)
    ]


def test_own_and_inherited_skills_are_told_apart(context: LookingContext) -> None:
    place = _place(context, "roles/leader.html")
    view = role.view(context, place, context.plan.roles["leader"])
    assert view.levels_tell_skills
    (inherited,) = view.skills
    assert inherited.via is not None
    assert inherited.via.text == "全職員 <b>&"
    assert inherited.number == 1
    (own,) = skill_sets(context, place, context.plan.roles["staff"])
    assert (own.via, own.number) == (None, 1)


def test_a_part_points_to_its_whole(context: LookingContext) -> None:
    place = _place(context, "roles/leader-digital.html")
    view = role.view(context, place, context.plan.roles["leader-digital"])
    assert [link.href for link in view.skills_elsewhere.every] == ["leader.html#skills"]
    assert [link.href for link in view.training.elsewhere.every] == ["leader.html#courses"]
    assert [one.curriculum.href for one in view.training.of_parent] == [
        "../curricula/leader-l2.html"
    ]


def test_a_path_runs_from_what_it_includes(context: LookingContext) -> None:
    place = _place(context, "curricula/leader-l2.html")
    way = path(context, place, context.plan.curricula["leader-l2"])
    assert way.included_load is not None
    assert way.included_load.text == "2時間"
    choice = way.stages[0].items[0]
    assert isinstance(choice, CourseChoice)
    assert [len(option.steps) for option in choice.options] == [1, 2]
    assert [link.text for link in choice.options[1].steps[0].before] == ["基礎研修"]
    assert way.stages[1].requires == ("応用",)
    assert way.load.text == way.stages[-1].running


def test_the_hours_so_far_stand_after_every_item(context: LookingContext) -> None:
    place = _place(context, "curricula/leader-l2.html")
    way = path(context, place, context.plan.curricula["leader-l2"])
    (choice,) = way.stages[0].items
    assert isinstance(choice, CourseChoice)
    assert choice.running == "52時間 または 3〜4時間＋2日・時間の記載なし1件"
    assert {step.running for option in choice.options for step in option.steps} == {""}
    staff = path(context, place, context.plan.curricula["staff"])
    assert [item.running for item in staff.stages[0].items] == ["2時間"]
    assert staff.counted


def test_a_skill_names_each_role_once_with_its_levels_in_order(context: LookingContext) -> None:
    place = _place(context, "skills/bpr.html")
    needs = skill.view(context, place, context.plan.skills["bpr"]).needs
    leader = next(need for need in needs if need.role.text == "リーダー")
    assert [(one.level and one.level.text, one.mark.mark) for one in leader.marks] == [
        ("レベル1", "★"),
        ("レベル2", "●"),
    ]
    assert not leader.every
    assert len({need.role.href for need in needs}) == len(needs)


def test_what_the_comparison_shows_is_not_said_again(context: LookingContext) -> None:
    place = _place(context, "courses/basic.html")
    differing = course.view(context, place, context.plan.courses["basic"])
    assert (differing.any_delivery, differing.deliveries) == (True, ())
    noted = course.view(context, place, context.plan.courses["applied"])
    assert [(said(found.way), found.note) for found in noted.deliveries] == [
        ("動画 1〜2時間 ＋ ワークショップ 2日", "動画の後に")
    ]


def test_tables_that_differ_are_shown_side_by_side(context: LookingContext) -> None:
    place = _place(context, "courses/basic.html")
    found = comparison(context, place, "basic")
    assert found is not None
    assert [[said(way) for way in view.ways] for view in found.views] == [
        ["動画 2時間"],
        ["動画 3時間"],
    ]
    assert found.delivery
    assert comparison(context, place, "staff") is None
    tables = forms(place, context.plan.linked_courses["basic"])
    assert [[said(way) for way in ways] for ways in tables] == [["動画 2時間"], ["動画 3時間"]]
    tables = forms(place, context.plan.linked_courses["remote"])
    assert [[said(way) for way in ways] for ways in tables] == [["リモート 50時間"]]
    assert len(comparisons(context, place)) == len(context.plan.disagreements)


def test_a_course_names_its_months(context: LookingContext) -> None:
    place = _place(context, "courses/basic.html")
    view = course.view(context, place, context.plan.courses["basic"])
    assert [(moment.lane, moment.when) for moment in view.moments] == [("全職員", "4〜6月")]
    assert [link.text for link in view.after] == ["応用研修"]


def test_a_matrix_counts_its_marks(context: LookingContext) -> None:
    (view,) = matrix.view(context, _place(context, "skills/matrix.html")).matrices
    assert [(c.heading.text, c.required, c.depends) for c in view.columns] == [
        ("全職員 <b>&", 1, 0),
        ("リーダー レベル1", 1, 1),
        ("リーダー2", 3, 0),
    ]
    assert (view.required, view.depends) == (5, 1)
    rows = {row.skill.text: row for group in view.groups for row in group.rows}
    assert [(row.required, row.depends) for row in rows.values()] == [
        (1, 0),
        (1, 1),
        (1, 0),
        (2, 0),
    ]
    assert view.notes == ("名前が少し違う。", "列を推定")
    assert (rows["BPR（基礎）"].note, rows["BPR（応用）"].cells[2].note) == (1, 2)


def test_roles_by_standing_with_parts_below(context: LookingContext) -> None:
    groups = role_index.view(context, _place(context, "roles/index.html")).groups
    assert [card.role.text for card in groups["tier"]] == ["リーダー", "全職員 <b>&"]
    assert [part.role.text for part in groups["tier"][0].parts] == ["リーダー／デジタル"]
    assert [card.role.text for card in groups["outside"]] == ["助言者"]
    assert groups["beside"] == ()


def test_skills_by_category(context: LookingContext) -> None:
    categories = skill_index.view(context, _place(context, "skills/index.html")).categories
    assert [(c.entity.anchor, len(c.skills)) for c in categories] == [
        ("category-mind", 1),
        ("category-tech", 2),
        ("category-tech-data", 1),
    ]


def test_roles_without_curricula_are_named(context: LookingContext) -> None:
    view = curriculum_index.view(context, _place(context, "curricula/index.html"))
    assert [link.text for link in view.without] == ["リーダー／デジタル", "助言者"]


def test_counterparts_leave_out_the_own_plan(context: LookingContext) -> None:
    place = _place(context, "roles/leader.html")
    (found,) = correspondences(context, place, context.plan.roles["leader"].classes)
    assert [
        (other.plan.text, [one.entity.text for one in other.entities]) for other in found.others
    ] == [("乙市", ["推進役"])]
    assert not found.are_more


def test_what_is_shown_already_is_no_mention(context: LookingContext) -> None:
    place = _place(context, "roles/leader.html")
    key = EntityKey("role", "leader")
    kinds = [mention.kind for mention in mentions(context, place, key)]
    assert "数値目標" in kinds
    left = mentions(context, place, key, {("target", "role")})
    assert "数値目標" not in [mention.kind for mention in left]


def test_two_columns_of_one_role_keep_their_own_marks() -> None:
    columns = [{"id": "x", "role": "a", "label": "甲"}, {"id": "y", "role": "a", "label": "乙"}]
    legend = [
        {"mark": "●", "requirement": "required", "label": "必要"},
        {"mark": "★", "requirement": "conditional", "label": "業務により必要"},
    ]
    rows = [{"skill": "s", "marks": {"x": "●", "y": "★"}}, {"skill": "t", "marks": {"x": "●"}}]
    content = plan(
        roles={"roles": [{"id": "a", "name": "役割"}]},
        skills={"skills": [{"id": "s", "name": "甲"}, {"id": "t", "name": "乙"}]},
        matrix={
            "matrices": [
                {"id": "m", "name": "表", "legend": legend, "columns": columns, "rows": rows}
            ]
        },
    )
    context = plan_context(site(content), linked(content))
    (view,) = matrix.view(context, _place(context, "skills/matrix.html")).matrices
    marks = [[cell.mark and cell.mark.mark for cell in row.cells] for row in view.groups[0].rows]
    assert marks == [["●", "★"], ["●", None]]
    assert [(column.required, column.depends) for column in view.columns] == [(2, 0), (0, 1)]
