"""What stands behind a role and an area: the table, texts, training, and what roles take over."""

from typing import Any

from jinzai.compare.evidence import NO_EVIDENCE
from jinzai.compare.profile import PlanProfile, RoleProfile, profile
from jinzai.compare.sayings import EvidenceOrigin
from jinzai.link.catalogue import framework_entries, link_plan
from jinzai.model.base import Basis
from jinzai.model.content import FrameworkContent
from jinzai.model.framework import Framework
from jinzai.model.strength import Strength
from tests.render.sample_plans import plan

AREAS = ("data", "bpr", "ai", "cloud")


def _entry(id: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "name": f"領域{id}", "definition": "見本。", "origin": "ours", **more}


ENTRIES = framework_entries(
    FrameworkContent(
        (
            Framework.model_validate(
                {
                    "id": "areas",
                    "title": "領域",
                    "kind": "skill",
                    "summary": "見本。",
                    "entries": [
                        _entry("data", terms=["EBPM"]),
                        _entry("bpr"),
                        _entry("ai"),
                        _entry("cloud"),
                    ],
                }
            ),
            Framework.model_validate(
                {
                    "id": "classes",
                    "title": "区分",
                    "kind": "role",
                    "summary": "見本。",
                    "entries": [_entry("leader")],
                }
            ),
        )
    )
)


def _link(area: str, words: str = "そのこと") -> str:
    return f"[{words}](entry:areas/{area})に取り組む。"


def _role(id: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "name": id, **more}


def _skills(*areas: str) -> dict[str, Any]:
    return {
        "skills": [
            {"id": area, "name": area, "areas": [{"entry": f"areas/{area}", "relation": "close"}]}
            for area in areas
        ]
    }


def _matrix(role: str, *skills: str) -> dict[str, Any]:
    return {
        "matrices": [
            {
                "id": "map",
                "name": "表",
                "legend": [{"mark": "●", "requirement": "required", "label": "必要"}],
                "columns": [{"id": role, "role": role}],
                "rows": [{"skill": skill, "marks": {role: "●"}} for skill in skills],
            }
        ]
    }


def _profile(*roles: dict[str, Any], **files: Any) -> PlanProfile:
    content = plan(roles={"roles": list(roles)}, **files)
    return profile(link_plan(content, entries=ENTRIES))


def _strengths(role: RoleProfile | PlanProfile) -> dict[str, str]:
    found = {area: role.strength(f"areas/{area}") for area in AREAS}
    return {area: one.value for area, one in found.items() if one is not Strength.NOTHING}


def test_the_table_is_stronger_than_texts_and_texts_than_training() -> None:
    course = {"id": "c", "name": "c", "teaches": [{"skill": one} for one in ("data", "bpr", "ai")]}
    made = _profile(
        _role("a", duties=[_link("data"), _link("bpr")]),
        skills=_skills("data", "bpr", "ai"),
        matrix=_matrix("a", "data"),
        courses={"courses": [{**course, "audience": [{"role": "a"}]}]},
    )
    assert _strengths(made.roles["a"]) == {"data": "asked", "bpr": "said", "ai": "taught"}
    assert _strengths(made) == {"data": "asked", "bpr": "said", "ai": "taught"}
    # Nothing is lost where something stronger is found.
    found = made.roles["a"].evidence["areas/data"]
    assert [one.words for one in found.said] == ["そのこと"]
    assert [one.id for one in found.taught] == ["c"]


def test_remarks_of_editors_and_links_to_other_frameworks_say_nothing() -> None:
    role = _role(
        "a",
        note=_link("data"),
        audience=_link("data"),
        unmapped=_link("data"),
        duties=["[長](entry:classes/leader)。", "`[甲](entry:areas/data)`"],
    )
    assert not _profile(role).roles["a"].evidence


def test_each_text_that_counts_says_where_it_stands() -> None:
    role = _role(
        "a",
        purpose=_link("data"),
        behaviours=["よい。", _link("data")],
        knowledge=[_link("data")],
        levels=[{"id": "l", "name": "l", "definition": _link("data"), "evidence": [_link("data")]}],
    )
    said = _profile(role).roles["a"].evidence["areas/data"].said
    assert [(one.level_id, one.field, one.number) for one in said] == [
        (None, "purpose", 1),
        (None, "behaviours", 2),
        (None, "knowledge", 1),
        ("l", "definition", 1),
        ("l", "evidence", 1),
    ]


def test_words_that_name_the_area_are_stated_and_others_an_editors_reading() -> None:
    texts = [_link("data", "EBPM"), _link("data", "領域dataの力"), _link("data", "証拠")]
    said = _profile(_role("a", duties=texts)).roles["a"].evidence["areas/data"].said
    assert [one.basis for one in said] == [Basis.STATED, Basis.STATED, Basis.INFERRED]


def test_a_level_has_what_holds_for_the_whole_role_and_its_own() -> None:
    levels = [
        {"id": "low", "name": "low", "definition": _link("bpr")},
        {"id": "high", "name": "high", "definition": _link("ai")},
    ]
    made = _profile(_role("a", duties=[_link("data")], levels=levels)).roles["a"]
    assert _strengths(made) == {"data": "said", "bpr": "said", "ai": "said"}
    low, high = made.levels
    assert [area for area in AREAS if low.strength(f"areas/{area}") is Strength.SAID] == [
        "data",
        "bpr",
    ]
    assert high.strength("areas/bpr") is Strength.NOTHING


def test_a_role_takes_over_what_the_level_that_it_extends_says() -> None:
    base = _role(
        "base",
        duties=[_link("data")],
        levels=[
            {"id": "low", "name": "low", "definition": _link("bpr")},
            {"id": "high", "name": "high", "definition": _link("ai")},
        ],
    )
    made = _profile(_role("a", extends={"role": "base", "level": "low"}), base)
    found = made.roles["a"].evidence
    assert _strengths(made.roles["a"]) == {"data": "said", "bpr": "said"}
    assert {one.origin for each in found.values() for one in each.said} == {
        EvidenceOrigin.INHERITED
    }
    assert {one.role_id for each in found.values() for one in each.said} == {"base"}


def test_parts_and_whole_take_over_from_each_other_but_no_part_from_its_sibling() -> None:
    made = _profile(
        _role("whole", duties=[_link("data")]),
        _role("one", part_of="whole", duties=[_link("bpr")]),
        _role("two", part_of="whole", duties=[_link("ai")]),
    ).roles
    assert _strengths(made["whole"]) == {"data": "said", "bpr": "said", "ai": "said"}
    assert _strengths(made["one"]) == {"data": "said", "bpr": "said"}
    assert _strengths(made["two"]) == {"data": "said", "ai": "said"}
    (part,) = made["whole"].evidence["areas/bpr"].said
    (whole,) = made["two"].evidence["areas/data"].said
    assert (part.origin, part.role_id) == (EvidenceOrigin.PART, "one")
    assert (whole.origin, whole.role_id) == (EvidenceOrigin.PARENT, "whole")


def test_what_a_role_says_itself_is_not_taken_over_again() -> None:
    made = _profile(
        _role("a", duties=[_link("data")], extends={"role": "base"}),
        _role("base", duties=[_link("data"), _link("bpr")]),
    )
    found = made.roles["a"].evidence
    assert [one.origin for one in found["areas/data"].said] == [EvidenceOrigin.OWN]
    assert [one.origin for one in found["areas/bpr"].said] == [EvidenceOrigin.INHERITED]


def test_training_comes_from_curricula_audiences_and_texts_of_courses() -> None:
    courses = [
        {"id": "in-stage", "name": "甲", "teaches": [{"skill": "data"}]},
        {"id": "by-text", "name": "乙", "description": _link("ai"), "audience": [{"role": "a"}]},
        {"id": "for-nobody", "name": "丙", "description": _link("cloud")},
    ]
    curriculum = {
        "id": "k",
        "name": "k",
        "role": "a",
        "covers": [{"skill": "bpr"}],
        "stages": [{"id": "s", "name": "s", "items": [{"course": "in-stage"}]}],
    }
    made = _profile(
        _role("a"),
        skills=_skills("data", "bpr"),
        courses={"courses": courses},
        curricula={"curricula": [curriculum]},
    )
    taught = {
        area: [(one.kind, one.id, one.skills, one.basis) for one in found.taught]
        for area, found in made.roles["a"].evidence.items()
    }
    assert taught == {
        "areas/data": [("course", "in-stage", ("data",), Basis.STATED)],
        "areas/bpr": [("curriculum", "k", ("bpr",), Basis.STATED)],
        "areas/ai": [("course", "by-text", (), Basis.INFERRED)],
    }
    assert made.roles["a"].evidence.get("areas/cloud", NO_EVIDENCE) == NO_EVIDENCE
    assert made.strength("areas/cloud") is Strength.TAUGHT


def test_a_part_has_the_training_of_the_role_that_it_is_part_of() -> None:
    made = _profile(
        _role("whole"),
        _role("part", part_of="whole"),
        skills=_skills("data"),
        courses={
            "courses": [
                {
                    "id": "c",
                    "name": "c",
                    "teaches": [{"skill": "data", "basis": "inferred"}],
                    "audience": [{"role": "whole"}],
                }
            ]
        },
    )
    (lesson,) = made.roles["part"].evidence["areas/data"].taught
    assert (lesson.origin, lesson.role_id, lesson.basis) == (
        EvidenceOrigin.PARENT,
        "whole",
        Basis.INFERRED,
    )


def test_roles_may_extend_and_contain_more_often_than_python_nests() -> None:
    chain = [_role("r0", duties=[_link("data")])]
    chain += [_role(f"r{n}", extends={"role": f"r{n - 1}"}) for n in range(1, 1500)]
    parts = [_role("p0")] + [_role(f"p{n}", part_of=f"p{n - 1}") for n in range(1, 1500)]
    parts[-1]["duties"] = [_link("bpr")]
    made = _profile(*chain, *parts).roles
    assert _strengths(made["r1499"]) == {"data": "said"}
    assert _strengths(made["p0"]) == {"bpr": "said"}


def test_the_table_of_the_role_above_counts_for_a_part_without_marks() -> None:
    made = _profile(
        _role("whole"),
        _role("part", part_of="whole", duties=[_link("data"), _link("bpr")]),
        skills=_skills("data"),
        matrix=_matrix("whole", "data"),
    ).roles
    assert (made["part"].above, made["part"].areas) == ("whole", {})
    assert _strengths(made["part"]) == {"data": "asked", "bpr": "said"}
    assert made["whole"].above is None


def test_what_a_part_adds_to_a_role_that_it_extends_is_not_taken_over_by_the_role() -> None:
    made = _profile(
        _role("staff", duties=[_link("data")]),
        _role("manager", part_of="staff", extends={"role": "staff"}, duties=[_link("bpr")]),
        _role("chief", part_of="staff", extends={"role": "manager"}, duties=[_link("ai")]),
        _role("clerk", part_of="staff", duties=[_link("cloud")]),
    ).roles
    assert _strengths(made["staff"]) == {"data": "said", "cloud": "said"}
    assert _strengths(made["manager"]) == {"data": "said", "bpr": "said"}
    assert _strengths(made["chief"]) == {"data": "said", "bpr": "said", "ai": "said"}


def test_a_role_does_not_ask_for_what_a_part_that_extends_it_asks() -> None:
    def asking(**more: Any) -> dict[str, dict[str, str]]:
        part = _role("manager", part_of="staff", **more)
        made = _profile(
            _role("staff"), part, skills=_skills("data"), matrix=_matrix("manager", "data")
        )
        return {id: _strengths(role) for id, role in made.roles.items()}

    asked = {"data": "asked"}
    assert asking() == {"staff": asked, "manager": asked}
    assert asking(extends={"role": "staff"}) == {"staff": {}, "manager": asked}


def _described(*areas: str) -> dict[str, Any]:
    """A skill of the area `data`, with a description that links to other areas."""
    skill = _skills("data")["skills"][0]
    return {"skills": [{**skill, "definition": "".join(map(_link, areas))}]}


def test_the_text_of_a_skill_says_it_for_the_roles_that_ask_for_the_skill() -> None:
    made = _profile(
        _role("a"),
        _role("more", extends={"role": "a"}),
        _role("other"),
        skills=_described("bpr"),
        matrix=_matrix("a", "data"),
    )
    assert _strengths(made) == _strengths(made.roles["a"]) == {"data": "asked", "bpr": "said"}
    assert _strengths(made.roles["more"]) == {"data": "asked", "bpr": "said"}
    assert _strengths(made.roles["other"]) == {}
    (said,) = made.roles["a"].evidence["areas/bpr"].said
    assert (said.role_id, said.level_id, said.skill_id, said.skill) == ("a", None, "data", "data")
    # A skill that no role asks for says nothing of a role.
    assert _strengths(_profile(_role("a"), skills=_described("bpr"))) == {}


def test_the_text_of_a_skill_is_said_of_the_levels_that_ask_for_it() -> None:
    role = _role("a", levels=[{"id": "low", "name": "low"}, {"id": "high", "name": "high"}])
    matrix = _matrix("a", "data")
    made = matrix["matrices"][0]
    made["columns"] = [{"id": one, "role": "a", "level": one} for one in ("low", "high")]
    row = made["rows"][0]

    def levels(*marked: str) -> list[str | None]:
        row["marks"] = dict.fromkeys(marked, "●")
        found = _profile(role, skills=_described("bpr"), matrix=matrix).roles["a"]
        asking = [level.level.id for level in found.levels if "areas/bpr" in level.evidence]
        assert asking == [one for one in ("low", "high") if one in marked]
        return [one.level_id for one in found.evidence["areas/bpr"].said]

    assert levels("high") == ["high"]
    assert levels("low", "high") == [None]


def test_the_text_of_a_skill_adds_nothing_that_a_text_of_the_role_says() -> None:
    role = _role("a", duties=[_link("bpr", "役割の言葉")])
    made = _profile(role, skills=_described("bpr", "ai"), matrix=_matrix("a", "data")).roles["a"]
    assert [one.words for one in made.evidence["areas/bpr"].said] == ["役割の言葉"]
    assert [one.skill_id for one in made.evidence["areas/ai"].said] == ["data"]


def test_a_guessed_mark_makes_what_the_skill_says_an_editors_reading() -> None:
    skills = _described()
    skills["skills"][0]["definition"] = _link("data", "EBPM") + _link("bpr", "領域bpr")
    matrix = _matrix("a", "data")
    bases = {}
    for basis in Basis:
        matrix["matrices"][0]["rows"][0]["basis"] = basis.value
        made = _profile(_role("a"), skills=skills, matrix=matrix).roles["a"]
        bases[basis] = made.evidence["areas/bpr"].said[0].basis
    assert bases == {Basis.STATED: Basis.STATED, Basis.INFERRED: Basis.INFERRED}
