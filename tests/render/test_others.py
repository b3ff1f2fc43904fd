"""What a plan's pages show of the other plans is in the outlines of these plans, and no more."""

import pickle
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import pytest

from jinzai.compare.comparison import compare
from jinzai.compare.outline import PlanOutline, outline
from jinzai.compare.profile import profile
from jinzai.link.catalogue import Catalogue
from jinzai.publish.page import Page
from jinzai.render.page.environment import Templates
from jinzai.render.page.place import SiteContext, plan_context
from jinzai.render.render import render_looking_pages, render_neighbour_pages
from tests.render.altered import SEEN, UNSEEN, catalogue_with
from tests.render.sample_site import ROOT, TEMPLATES, catalogue

PLANS = ("hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka")
_TEMPLATES = Templates(TEMPLATES)


@pytest.fixture(scope="module")
def real() -> Catalogue:
    """The five plans."""
    return catalogue(ROOT)


@pytest.fixture(scope="module")
def looking(real: Catalogue) -> dict[str, list[Page]]:
    """Of each plan the pages that show other plans."""
    return dict(_looking(real))


def _looking(found: Catalogue) -> Iterator[tuple[str, list[Page]]]:
    site = SiteContext(found.commons, _TEMPLATES, compared=compare(found))
    for plan in found.plans:
        context = plan_context(site, plan)
        yield plan.id, [*render_neighbour_pages(context), *render_looking_pages(context)]


def _outline(found: Catalogue, plan_id: str) -> PlanOutline:
    (plan,) = (plan for plan in found.plans if plan.id == plan_id)
    return outline(profile(plan))


@pytest.mark.parametrize("name", [*UNSEEN, *SEEN])
def test_outlines_differ_exactly_where_pages_of_other_plans_differ(
    real: Catalogue, looking: dict[str, list[Page]], name: str
) -> None:
    change = {**UNSEEN, **SEEN}[name]
    found: dict[str, bool] = {}
    for id in PLANS:
        changed = catalogue_with(real, id, change)
        if changed.plans == real.plans:
            continue  # The plan has no such thing.
        pages = dict(_looking(changed))
        affected = any(pages[other] != looking[other] for other in PLANS if other != id)
        found[id] = _outline(changed, id) != _outline(real, id)
        assert affected == found[id], id
    assert found
    assert any(found.values()) == (name in SEEN)


def test_what_is_known_of_other_plans_can_be_pickled_and_has_no_chance_order(
    real: Catalogue,
) -> None:
    compared = compare(real)
    for plan in compared.outlines.values():
        for known in (plan, compared.neighbours.of(plan), compared.among.of(plan)):
            assert pickle.loads(pickle.dumps(known)) == known
            kinds = {type(one) for one in _within(known)}
            assert kinds.isdisjoint({set, frozenset, MappingProxyType})


def _within(value: object) -> Iterator[object]:
    """A value, and all values in it."""
    yield value
    if isinstance(value, Mapping):
        value = tuple(value.items())
    if isinstance(value, tuple):
        for one in value:
            yield from _within(one)
