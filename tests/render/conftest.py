"""Fixtures: the sample plans and their pages, and the pages of the real plans."""

import pytest

from jinzai.link.catalogue import Catalogue, LinkedPlan
from jinzai.publish.page import Page
from jinzai.render.page.place import LookingContext, SiteContext, plan_context
from tests.render.sample_site import ROOT, SAMPLE, catalogue, render_all, site_context


@pytest.fixture(scope="session")
def sample() -> Catalogue:
    """`alpha`, a plan with everything, and `beta`, one with hardly anything."""
    return catalogue(SAMPLE)


@pytest.fixture(scope="session")
def alpha(sample: Catalogue) -> LinkedPlan:
    """The plan with everything."""
    return sample.plans[0]


@pytest.fixture(scope="session")
def site(sample: Catalogue) -> SiteContext:
    """The context of the sample's pages."""
    return site_context(sample)


@pytest.fixture(scope="session")
def context(site: SiteContext, alpha: LinkedPlan) -> LookingContext:
    """The context of alpha's pages."""
    return plan_context(site, alpha)


@pytest.fixture(scope="session")
def pages(sample: Catalogue) -> dict[str, Page]:
    """Every page of the sample by its address."""
    return render_all(sample)


@pytest.fixture(scope="session")
def real_pages() -> dict[str, Page]:
    """Every page of the real plans by its address."""
    return render_all(catalogue(ROOT))
