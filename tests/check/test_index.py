"""The index: what there is, what is known, and what cannot be known."""

from jinzai.check.resolution import dangling

from .plans import index, parsed


def test_every_entity_has_its_kind_and_its_place() -> None:
    found = index()
    leader = found.find("role", "leader")
    assert leader is not None
    assert leader.key == "role:leader"
    assert (leader.place.file, leader.place.line, leader.place.column) == (
        "content/plans/demo/roles.yaml",
        2,
        9,
    )
    chapter = found.find("chapter", "background")
    assert chapter is not None
    assert chapter.path == ()


def test_the_content_is_put_together_in_the_order_of_the_files() -> None:
    content = index().content
    assert content is not None
    assert [role.id for role in content.roles] == ["leader", "staff"]
    assert [chapter.id for chapter in content.chapters] == ["background"]


def test_without_plan_yaml_there_is_no_content_and_its_kinds_are_open() -> None:
    found = index(plan=None)
    assert found.content is None
    assert found.knows("department", "anything")
    assert not found.knows("role", "anything")


def test_what_is_unreadable_is_known_but_cannot_be_found() -> None:
    found = index(roles=("    name: リーダー", "    nmae: リーダー"))
    assert found.knows("role", "leader")
    assert found.find("role", "leader") is None
    assert not found.knows("role", "leder")
    assert not found.whole("role", "skill")
    assert found.whole("skill")


def test_a_file_that_cannot_be_read_leaves_its_kinds_open() -> None:
    found = index(skills=("categories:", "categories: ["))
    assert found.knows("skill", "anything")
    assert found.knows("category", "anything")
    assert not found.whole("skill")


def test_references_are_located_with_the_entity_that_holds_them() -> None:
    held = {
        located.entity.key
        for located in index().located
        if located.entity and getattr(located.found, "id", "") == "staff"
    }
    assert held == {
        "role:leader",
        "matrix:skill-map",
        "curriculum:for-staff",
        "indicator:rate",
    }


def test_references_in_what_is_unreadable_are_located_too() -> None:
    found = index(roles=("    name: 一般職員", "    nmae: 一般職員"))
    unread = [located for located in found.located if not located.is_read]
    assert {getattr(located.found, "id", "") for located in unread} >= {"leader", "expert-count"}
    assert all(located.entity is None for located in unread)
    assert {located.place.file for located in unread} == {"content/plans/demo/roles.yaml"}


def test_entries_are_known_by_framework_and_id() -> None:
    site = index().site
    assert set(site.entries) == {
        "role-classes/leader",
        "role-classes/staff",
        "skill-areas/bpr",
    }
    assert site.plans == {"demo", "other"}
    assert site.open_frameworks == frozenset()


def test_nothing_dangles_in_the_base() -> None:
    found = parsed()
    assert [dangling(index(plan_id)) for plan_id in found.plans] == [(), ()]


def test_what_dangles_is_named_with_its_kind() -> None:
    found = index(chapters=None, background=("term:bpr", "skill:none"))
    assert [kind for _, kind in dangling(found)] == ["skill"]
