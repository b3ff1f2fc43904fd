"""A compared role: training that is stated for a role above it."""

from decimal import Decimal

from jinzai.compare.profile import PlanProfile
from jinzai.render.compare.compared_item import ComparedItem
from jinzai.render.compare.compared_role import MOST_CLASSES, ComparedRole, ComparedRoles
from jinzai.render.page.place import PagePlace
from tests.render.compare.compared import AREAS, CLASSES, city, role, sites
from tests.render.sample_plans import site

LEVELS = [{"id": "one", "name": "初級"}]
STAGE = {"id": "s", "name": "段階", "items": [{"course": "c"}]}


def made(trained: str) -> dict[str, ComparedRole]:
    """A plan whose role `part`, with one level, is a part of a part of `top`."""
    context = sites(
        city(
            "a",
            role("top", "上位"),
            role("middle", "中間", part_of="top"),
            role("part", "細分", part_of="middle", levels=LEVELS),
            courses={
                "courses": [
                    {"id": "c", "name": "研修", "deliveries": [{"format": "video", "hours": "2"}]}
                ]
            },
            curricula={
                "curricula": [{"id": "k", "name": "課程", "role": trained, "stages": [STAGE]}]
            },
        )
    )
    place: PagePlace = context.place("compare/detail.html")
    plan: PlanProfile = context.compared.plans["a"]
    return {role.key: role for role in ComparedRoles(place, plan).every()}


def test_a_level_tells_training_of_the_role_above_as_its_role_does() -> None:
    found = made("top")
    whole, level = found["a/part"], found["a/part@one"]
    told = ComparedItem("2時間", "../a/curricula/k.html", "「上位」の研修")
    assert whole.lists["tracks"] == level.lists["tracks"] == (told,)
    assert whole.lists["courses"] == level.lists["courses"]
    assert whole.numbers["hours-most"] == level.numbers["hours-most"] == Decimal(2)


def test_a_role_with_training_of_its_own_tells_that() -> None:
    found = made("part")
    assert [item.note for item in found["a/part"].lists["tracks"]] == [""]
    assert [item.note for item in found["a/part@one"].lists["tracks"]] == ["レベルを定めない研修"]
    assert "tracks" not in found["a/top"].lists


def test_of_many_classes_the_first_are_named_and_the_others_counted() -> None:
    entries = [f"c{number}" for number in range(MOST_CLASSES + 3)]
    framework = {
        **CLASSES,
        "entries": [
            {"id": id, "name": f"区分{id}", "definition": "人。", "origin": "ours"}
            for id in entries
        ],
    }
    content = city("a", role("all", "全部", *((id, "broad") for id in entries)))
    context = site(content, frameworks=(AREAS, framework))
    place = context.place("compare/detail.html")
    (found,) = ComparedRoles(place, context.compared.plans["a"]).every()
    *named, more = found.lists["classes"]
    assert [item.text for item in named] == [f"区分c{n}" for n in range(MOST_CLASSES)]
    assert more == ComparedItem("ほか3つの区分", "../a/roles/all.html")
