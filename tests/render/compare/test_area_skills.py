from jinzai.compare.profile import profile
from jinzai.render.compare.area_skills import Anchors, area_skills, skill_names
from tests.render.compare.compared import city, role, sites, skill
from tests.render.sample_plans import linked

ROLES = tuple(role(f"r{number}", f"役{number}") for number in range(4))
PLAN = city(
    "a",
    *ROLES,
    skills=(
        skill("flow", "見直し", ("bpr", "close"), distinction="基礎"),
        skill("read", "ふりがな", ("bpr", "narrow"), ("data", "exact")),
        skill("idle", "休み", ("data", "broad")),
    ),
    marks={
        "flow": {"r0": "●", "r1": "★"},
        "read": {"r0": "★", "r1": "★", "r2": "★", "r3": "★"},
    },
)


def test_anchors_are_short_where_entries_differ_and_unique_where_they_do_not() -> None:
    short, long = Anchors(("a/x", "a/y")), Anchors(("a/x", "b/x"))

    assert short.skills("a/x", "city") == "in-x--city"
    found = {long.skills(area, "city") for area in ("a/x", "b/x")}
    assert found == {"in-a--x--city", "in-b--x--city"}


def test_skills_stand_in_their_areas_with_signs_and_roles() -> None:
    site = sites(PLAN)
    areas = ("areas/bpr", "areas/data", "areas/none")
    bpr, data = area_skills(
        site.place("a/compare/index.html"), profile(linked(PLAN)), areas, Anchors(areas)
    )

    assert [(one.skill.text, one.signs, one.roles) for one in bpr.skills] == [
        ("見直し（基礎）", "●≒", "役0、役1"),
        ("ふりがな", "★⊃", "役0など4つの役割"),
    ]
    assert [(one.signs, one.roles) for one in data.skills] == [
        ("★＝", "役0など4つの役割"),
        ("⊂", ""),
    ]
    assert data.anchor == "in-data--a"


def test_names_are_those_that_links_show() -> None:
    assert skill_names(profile(linked(PLAN))) == {
        "flow": "見直し（基礎）",
        "read": "ふりがな",
        "idle": "休み",
    }


def test_of_texts_the_first_of_each_role_stands_there_and_how_many_more_there_are() -> None:
    def duties(*found: str) -> list[str]:
        return [f"[{text}](entry:areas/bpr)をする。" for text in found]

    told = city(
        "b",
        role("x", "長", duties=duties("見直し", "組み直し")),
        role("y", "員", duties=duties("直し")),
    )
    site = sites(told)
    (plan,) = site.compared.plans.values()
    (area,) = area_skills(
        site.place("b/compare/index.html"), plan, ("areas/bpr",), Anchors(("areas/bpr",))
    )
    weak = area.weak
    assert weak is not None
    assert [(one.role.text, one.words) for one in weak.said] == [("長", "見直し"), ("員", "直し")]
    assert weak.more == 1
