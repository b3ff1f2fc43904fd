"""All plans side by side: which, in which order, and when two comparisons are the same."""

from typing import Any

from jinzai.compare.comparison import Comparison, compare, comparison
from jinzai.compare.mapped import MappedEntities
from jinzai.compare.outline import MappedOutline, outline
from jinzai.link.catalogue import Catalogue
from jinzai.model.audience import Relation
from jinzai.model.base import Basis
from jinzai.model.framework import FrameworkKind
from tests.compare.made import plan


def test_plans_classes_and_areas_stand_in_their_own_order(compared: Comparison) -> None:
    assert list(compared.plans) == [
        *("hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka"),
    ]
    assert compared.classes[0] == "role-classes/executive"
    assert compared.areas[0] == "skill-areas/dx-mindset"
    assert (len(compared.classes), len(compared.areas)) == (9, 24)
    assert {one.kind for one in compared.class_frameworks} == {FrameworkKind.ROLE}
    assert {one.kind for one in compared.area_frameworks} == {FrameworkKind.SKILL}


def test_the_same_plans_compare_the_same(catalogue: Catalogue) -> None:
    assert compare(catalogue) == compare(catalogue)


def test_what_a_comparison_looks_at_makes_another(catalogue: Catalogue) -> None:
    whole = compare(catalogue)
    assert comparison(catalogue.commons, ()) != whole
    plan = whole.plans["osaka-hr"]
    renamed = plan.roles["manager"].role.model_copy(update={"name": "別の名前"})
    roles = {**plan.roles, "manager": plan.roles["manager"]._replace(role=renamed)}
    others = [one for one in whole.plans.values() if one is not plan]
    changed = [*others[:2], plan._replace(roles=roles), *others[2:]]
    assert comparison(catalogue.commons, changed) != whole
    assert whole != "a comparison"


def test_what_is_mapped_to_an_entry_comes_the_closest_first(catalogue: Catalogue) -> None:
    mapped = MappedEntities(compare(catalogue).outlines.values())
    entry = "role-classes/dx-leader"
    found = list(mapped.of_others(entry, "hirakata"))
    assert [(one.plan_id, one.id, one.relation.value) for one in found] == [
        ("osaka-dx", "dx-leader", "exact"),
        ("tokyo-template", "dx-promoter", "close"),
        ("toyonaka", "leader", "narrow"),
        ("toyonaka", "leader-for-digital", "narrow"),
    ]
    # 枚方市のDX推進リーダーを足して5
    assert mapped.count(entry) == 5
    assert mapped.count("role-classes/nobody") == 0


def test_what_a_plan_itself_maps_to_an_entry_is_passed_over_without_a_look_at_each() -> None:
    looks = 0

    class Seen(MappedOutline):
        def __getattribute__(self, name: str) -> Any:
            nonlocal looks
            looks += name == "plan_id"
            return super().__getattribute__(name)

    def seen(plan_id: str, id: int, relation: Relation) -> MappedOutline:
        return Seen(plan_id, "skill", f"s{id}", "名", relation, Basis.STATED, None)

    relations = (Relation.EXACT, Relation.BROAD)
    entries = {
        plan_id: tuple(seen(plan_id, id, relation) for relation in relations for id in range(99))
        for plan_id in ("own", "other")
    }
    plans = [outline(plan(id))._replace(mapped={"areas/a": entries[id]}) for id in entries]
    mapped = MappedEntities(plans)
    looks = 0
    assert tuple(mapped.of_others("areas/a", "own")) == entries["other"]
    assert looks == 0
