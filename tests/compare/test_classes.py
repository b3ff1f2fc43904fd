from jinzai.compare.classes import roles_by_class
from jinzai.compare.comparison import Comparison

# 豊中市の主導・推進する職員は3つの区分に、その細分のデジタルは2つの区分にまたがる。
HEADQUARTERS = {
    "hirakata": ["systems-staff"],
    "osaka-dx": ["dx-expert"],
    "tokyo-template": ["dx-headquarters"],
    "toyonaka": ["leader", "leader-for-digital"],
}


def test_the_roles_of_a_class_plan_by_plan(compared: Comparison) -> None:
    found = roles_by_class(compared.plans.values(), compared.classes)

    assert tuple(found) == compared.classes
    having = found["role-classes/dx-headquarters"]
    assert {id: [role.id for role in roles] for id, roles in having.items()} == HEADQUARTERS


def test_classes_of_other_frameworks_are_left_out(compared: Comparison) -> None:
    assert roles_by_class(compared.plans.values(), ("other/class",)) == {"other/class": {}}
