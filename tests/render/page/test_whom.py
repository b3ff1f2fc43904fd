"""For whom a thing is: seen from elsewhere with its role, on the role's own page without it."""

from jinzai.render.page.place import PlanContext, plan_context
from jinzai.render.page.whom import whom, within_role
from jinzai.render.plan import course
from tests.render.sample_plans import linked, plan, plan_pages, site, words


def context() -> PlanContext:
    """A plan with a role in one level and with two departments."""
    content = plan(
        {"departments": [{"id": "d", "name": "各部局"}, {"id": "e", "name": "情報部局"}]},
        roles={"roles": [{"id": "r", "name": "職員", "levels": [{"id": "l", "name": "初級"}]}]},
    )
    return plan_context(site(content), linked(content))


def test_a_role_is_named_with_its_level_and_departments() -> None:
    made = context()
    place = made.place(made.address("courses/x.html"))
    whole = whom(made, place, "r", None, (), inferred=False)
    assert (whole.role.text, whole.departments, whole.inferred) == ("職員", "", False)
    some = whom(made, place, "r", "l", ("e", "d"), inferred=True)
    assert some.role.href == "../roles/r.html#level-l"
    assert (some.departments, some.inferred) == ("情報部局・各部局", True)


def test_on_the_page_of_the_role_only_what_narrows_it_is_said() -> None:
    made = context()
    assert within_role(made, "r", None, ()) == ""
    assert within_role(made, "r", "l", ()) == "初級"
    assert within_role(made, "r", "l", ("d", "e")) == "初級・各部局・情報部局"


def test_it_is_printed_with_its_departments_and_its_mark() -> None:
    audience = [{"role": "r"}, {"role": "r", "departments": ["d"], "basis": "inferred"}]
    content = plan(
        {"departments": [{"id": "d", "name": "各部局"}]},
        roles={"roles": [{"id": "r", "name": "職員"}]},
        courses={"courses": [{"id": "k", "name": "研修", "audience": audience}]},
    )
    (page,) = plan_pages(course.pages, content).values()
    assert "対象職員、職員（推定）（各部局）" in words(page.body)
