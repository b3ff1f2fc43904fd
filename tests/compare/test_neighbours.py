"""A plan's neighbours are few; how it stands among all others counts them all."""

from collections.abc import Iterable

import pytest

from jinzai.compare.among import MOST_NAMED, PlanAmong
from jinzai.compare.comparison import Comparison, comparison
from jinzai.compare.neighbours import MOST_MAPPED, PlanNeighbours
from jinzai.compare.profile import PlanProfile
from jinzai.link.catalogue import Catalogue
from jinzai.link.summary import MappedEntity
from jinzai.model.audience import Relation
from jinzai.model.base import Basis

from .made import plan, role

ENTRY = "role-classes/dx-leader"


def _plan(plan_id: str, *classes: str) -> PlanProfile:
    """A plan with one role, mapped to classes of the project's frameworks."""
    made = role(plan_id, "r", dict.fromkeys(classes, Relation.EXACT))
    links = tuple(
        one.model_copy(update={"entry": f"role-{one.entry}"}) for one in made.role.classes
    )
    moved = made._replace(
        role=made.role.model_copy(update={"classes": links}),
        classes={one.entry: one for one in links},
    )
    found = plan(plan_id, moved)
    entries = {
        one.entry: (MappedEntity(plan_id, "role", "r", "r", one.relation, Basis.STATED, "理由"),)
        for one in links
    }
    return found._replace(summary=found.summary._replace(entries=entries))


def _compared(catalogue: Catalogue, plans: Iterable[PlanProfile]) -> Comparison:
    return comparison(catalogue.commons, plans)


def _seen(found: Comparison, id: str) -> tuple[PlanNeighbours, PlanAmong]:
    one = found.outlines[id]
    return found.neighbours.of(one), found.among.of(one)


def test_a_plan_alone_has_no_neighbours(catalogue: Catalogue) -> None:
    near, among = _seen(_compared(catalogue, [_plan("own", "dx-leader")]), "own")
    assert (near.is_alone, near.names, near.near, near.naming) == (True, {}, {}, ())
    assert near.mapped == {ENTRY: ((), False)}
    assert (among.others, among.rare_classes, among.like) == (0, (), ())


@pytest.mark.parametrize(("others", "are_more"), [(MOST_MAPPED, False), (MOST_MAPPED + 1, True)])
def test_of_an_entry_the_first_of_the_others_are_known(
    catalogue: Catalogue, others: int, are_more: bool
) -> None:
    plans = [_plan(f"p{number:02}", "dx-leader") for number in range(others)]
    near, among = _seen(_compared(catalogue, [_plan("own", "dx-leader"), *plans]), "own")
    found = near.mapped[ENTRY]
    assert [one.plan_id for one in found.first] == [f"p{n:02}" for n in range(MOST_MAPPED)]
    assert found.are_more == are_more
    assert among.others == others


def test_a_plan_far_away_changes_no_neighbours_but_the_counts(catalogue: Catalogue) -> None:
    plans = [_plan("own", "dx-leader"), _plan("p", "dx-leader")]
    before = _seen(_compared(catalogue, plans), "own")
    after = _seen(_compared(catalogue, [*plans, _plan("far", "executive")]), "own")
    assert after[0] == before[0]
    assert after[1] != before[1]
    assert (before[1].with_roles, after[1].with_roles) == (1, 2)


def test_of_a_usual_class_few_plans_are_named_and_all_are_counted(catalogue: Catalogue) -> None:
    plans = [_plan(f"p{number}", "executive") for number in range(MOST_NAMED + 2)]
    among = _seen(_compared(catalogue, [_plan("own", "dx-leader"), *plans]), "own")[1]
    (missing,) = among.missing_classes
    assert (missing.entry, missing.having) == ("role-classes/executive", MOST_NAMED + 2)
    assert [one.plan.id for one in missing.others] == [f"p{n}" for n in range(MOST_NAMED)]
    assert [[role.id for role in one.mapped] for one in missing.others] == [["r"]] * MOST_NAMED


def test_each_of_two_documents_of_a_city_knows_that_the_other_names_it(
    compared: Comparison,
) -> None:
    for own, other in (("osaka-dx", "osaka-hr"), ("osaka-hr", "osaka-dx")):
        naming = compared.neighbours.of(compared.outlines[own]).naming
        assert {one.plan.id for one in naming} == {other}
        assert all((one.relation is None) != (one.mention is None) for one in naming)
        assert any(one.relation is not None for one in naming)
    assert compared.neighbours.of(compared.outlines["hirakata"]).naming == ()


def test_the_fewest_and_the_most_areas_are_those_of_other_plans(compared: Comparison) -> None:
    breadth = compared.standings.breadth
    for id, one in compared.outlines.items():
        others = [count for other, count in breadth.items() if other != id]
        found = compared.among.of(one).breadths
        expected = (breadth[id], min(others), max(others)) if breadth[id] else None
        assert found == expected, id
