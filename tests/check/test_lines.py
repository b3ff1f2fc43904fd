"""Where entities begin: carried by checked content, plan by plan."""

from jinzai.link.catalogue import link

from .plans import checked


def test_every_entity_in_a_list_has_its_line() -> None:
    content = checked().content
    assert content is not None
    lines = content.lines["demo"]
    plan = next(plan for plan in content.plans if plan.plan.id == "demo")
    assert {("role", role.id) for role in plan.roles} <= set(lines)
    assert {("course", course.id) for course in plan.courses} <= set(lines)
    assert min(lines.values()) > 1  # the list's own key stands above


def test_the_catalogue_knows_the_lines() -> None:
    content = checked().content
    assert content is not None
    demo = next(plan for plan in link(content).plans if plan.id == "demo")
    assert demo.lines == content.lines["demo"]
