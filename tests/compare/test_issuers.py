"""Municipalities are counted, not plans: two plans of one count once, templates stand apart."""

from typing import Any

import pytest

from jinzai.compare.classes import roles_by_class
from jinzai.compare.comparison import Comparison
from jinzai.compare.issuers import (
    IssuerCount,
    issuer_count,
    issuer_key,
    issuers_where,
    plans_beside,
)
from jinzai.link.catalogue import Catalogue
from tests.render.sample_plans import linked, plan


def counted(*plans: dict[str, Any]) -> IssuerCount:
    every = [plan({"id": f"p{n}", **facts}) for n, facts in enumerate(plans)]
    return issuer_count(linked(one).summary for one in every)


OSAKA = {"issuer": {"name": "大阪市", "code": "271004"}}
TEMPLATE = {"status": "template", "issuer": {"name": "東京都"}}


@pytest.mark.parametrize(
    ("plans", "count"),
    [
        ((), (0, 0)),
        ((OSAKA, OSAKA), (1, 0)),
        ((OSAKA, {"issuer": {"name": "別の名", "code": "271004"}}), (1, 0)),
        (({"issuer": {"name": "甲市"}}, {"issuer": {"name": "甲市"}}), (1, 0)),
        ((OSAKA, {"issuer": {"name": "甲市"}}, TEMPLATE, TEMPLATE), (2, 2)),
    ],
)
def test_plans_are_counted_by_their_issuers(
    plans: tuple[dict[str, Any], ...], count: tuple[int, int]
) -> None:
    assert counted(*plans) == count


def test_the_five_plans_are_of_three_municipalities_and_a_template(compared: Comparison) -> None:
    summaries = [one.summary for one in compared.plans.values()]
    assert issuer_count(summaries) == (3, 1)
    assert len({issuer_key(one) for one in summaries}) == 4


def test_one_is_one_municipality_whether_templates_stand_beside_it_or_not() -> None:
    assert IssuerCount(1, 0).is_one
    assert IssuerCount(1, 1).is_one
    assert not IssuerCount(0, 1).is_one
    assert not IssuerCount(0, 2).is_one
    assert not IssuerCount(0, 0).is_one
    assert not IssuerCount(2, 0).is_one


def test_municipalities_with_a_role_in_a_class(compared: Comparison) -> None:
    roles = roles_by_class(compared.plans.values(), compared.classes)
    leaders = roles["role-classes/dx-leader"]
    # 枚方市、大阪市（DX方針）、ひな形、豊中市
    assert issuers_where(compared.plans, leaders) == (3, 1)
    levelled = issuers_where(compared.plans, leaders, lambda role: bool(role.role.levels))
    assert levelled == (1, 1)
    general = roles["role-classes/general-staff"]
    # 大阪市には、2つの計画のどちらにもある
    assert len(general) == 5
    assert issuers_where(compared.plans, general) == (3, 1)


def test_plans_of_one_issuer_stand_beside_each_other(catalogue: Catalogue) -> None:
    assert plans_beside(catalogue.commons.plans.values()) == {
        "hirakata": (),
        "osaka-dx": ("osaka-hr",),
        "osaka-hr": ("osaka-dx",),
        "tokyo-template": (),
        "toyonaka": (),
    }
