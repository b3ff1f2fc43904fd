"""A plan's own pages are made without any other plan, and are those of the whole site."""

from pathlib import Path

import pytest

from jinzai.link.catalogue import Catalogue
from jinzai.render.page.environment import Templates
from jinzai.render.page.place import PageBasics, PlanContext, names_in, plan_context
from jinzai.render.registry import PLAN_PAGES, OwnPages
from jinzai.render.render import (
    render_looking_pages,
    render_neighbour_pages,
    render_own_pages,
    render_plan,
)
from tests.render.sample_site import ROOT, catalogue, site_context


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return catalogue(ROOT)


def test_the_three_kinds_of_pages_are_all_pages(real: Catalogue) -> None:
    site = site_context(real)
    for plan in real.plans:
        context = plan_context(site, plan)
        own = {page.address: page for page in render_own_pages(context.own)}
        near = {page.address: page for page in render_neighbour_pages(context)}
        looking = {page.address: page for page in render_looking_pages(context)}
        assert min(len(own), len(near), len(looking)) > 0
        every = {page.address: page for page in render_plan(plan, site)}
        assert len(every) == len(own) + len(near) + len(looking)
        assert every == {**own, **near, **looking}


def test_own_pages_need_of_other_plans_only_the_names_of_those_that_the_plan_names(
    real: Catalogue, tmp_path: Path
) -> None:
    commons = real.commons
    basics = PageBasics(
        commons.frameworks, commons.entries, Templates(ROOT / "templates", tmp_path)
    )
    outlines = site_context(real).compared.outlines
    known = {plan.id: names_in(outlines[plan.id], commons.plans) for plan in real.plans}
    for plan in real.plans:
        named = {key.id for key in plan.backlinks if key.kind == "plan"}
        assert set(known[plan.id]) == {plan.id, *named}
    assert {id: sorted(names) for id, names in known.items()} == {
        "hirakata": ["hirakata"],
        # Each of the two documents of 大阪市 names the other.
        "osaka-dx": ["osaka-dx", "osaka-hr"],
        "osaka-hr": ["osaka-dx", "osaka-hr"],
        "tokyo-template": ["tokyo-template"],
        "toyonaka": ["toyonaka"],
    }
    for plan in real.plans:
        alone = render_own_pages(PlanContext(basics, plan, known[plan.id]))
        among = render_own_pages(plan_context(site_context(real), plan).own)
        assert list(alone) == list(among)


def test_most_makers_make_own_pages() -> None:
    others = {row.make.__module__ for row in PLAN_PAGES if not isinstance(row, OwnPages)}
    assert others == {
        "jinzai.render.plan.overview",
        "jinzai.render.plan.role",
        "jinzai.render.plan.skill",
        "jinzai.render.compare.plan_compare",
    }
