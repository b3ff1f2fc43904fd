"""What an outline keeps of a plan, and what it leaves out."""

from jinzai.compare.comparison import Comparison
from jinzai.compare.outline import MOST_SKILLS, MOST_VALUES, AskedSkills, outline
from jinzai.link.summary import MappedEntity
from jinzai.model.audience import Relation
from jinzai.model.base import Basis
from jinzai.model.strength import Strength

from .made import plan, role


def test_levels_on_a_common_scale_are_left_out() -> None:
    made = plan("p", role("p", "r", {"a": Relation.EXACT}))
    level = MappedEntity("p", "level", "r/one", "r 1", Relation.EXACT, Basis.STATED, None)
    of_role = level._replace(kind="role", id="r", name="r", note="理由")
    entries = {"steps/a": (level,), "classes/a": (of_role,)}
    found = outline(made._replace(summary=made.summary._replace(entries=entries)))
    assert list(found.mapped) == ["classes/a"]
    (kept,) = found.under("classes/a", "role")
    assert kept == ("p", "role", "r", "r", Relation.EXACT, Basis.STATED, None)
    assert found.under("classes/a", "skill") == ()


def test_a_role_without_class_and_area_is_left_out() -> None:
    kept, left = role("p", "kept", areas="a"), role("p", "left")
    assert list(outline(plan("p", kept, left)).roles) == ["kept"]


def test_lists_are_cut(compared: Comparison) -> None:
    for one in compared.outlines.values():
        for found in one.roles.values():
            profile = compared.plans[one.id].roles[found.id]
            assert set(found.areas) == set(profile.areas)
            for area, asked in found.areas.items():
                names = tuple(dict.fromkeys(ask.name for ask, _ in profile.areas[area]))
                assert asked == AskedSkills(len(names), names[:MOST_SKILLS])
            assert len(found.settings.numbers) <= MOST_VALUES + 1
    every = [
        asked
        for one in compared.outlines.values()
        for found in one.roles.values()
        for asked in found.areas.values()
    ]
    assert max(asked.number for asked in every) > MOST_SKILLS


def test_the_strengths_are_those_of_the_profile(compared: Comparison) -> None:
    for id, one in compared.outlines.items():
        profile = compared.plans[id]
        for area in compared.areas:
            assert one.strengths.get(area, Strength.NOTHING) is profile.strength(area)
            assert (area in one.strengths or one.awaits_skills) != profile.is_silent_on(area)
        for role_id, found in one.roles.items():
            weak = {
                area: strength
                for area in compared.areas
                if (strength := profile.roles[role_id].strength(area))
                in (Strength.SAID, Strength.TAUGHT)
            }
            assert found.weak == weak
