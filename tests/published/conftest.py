"""The pages of the five plans, rendered once and read as trees."""

import pytest

from tests.published.pages import Pages
from tests.render.sample_site import ROOT, catalogue, render_all


@pytest.fixture(scope="session")
def pages() -> Pages:
    """Every page of the five plans, to be read as trees. No browser and no engine is needed."""
    rendered = render_all(catalogue(ROOT))
    return Pages({address: page.body for address, page in rendered.items()})
