"""Every reference is a link both ways: on the page of what refers, and of what is referred to."""

from pathlib import Path

import pytest

from jinzai.link.address import entity_address, entry_address, plan_address
from jinzai.link.backlinks import EntityKey
from jinzai.link.catalogue import Catalogue, LinkedPlan
from tests.whole import catalogue as catalogue_of

from .conftest import ROOT
from .html import PageFacts, read_pages, targets

PLANS = ("hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_of(ROOT)


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, PageFacts]:
    return read_pages(built)


@pytest.mark.parametrize("plan_id", PLANS)
def test_references_are_links_both_ways(
    plan_id: str, catalogue: Catalogue, pages: dict[str, PageFacts]
) -> None:
    plan = next(plan for plan in catalogue.plans if plan.id == plan_id)
    reached = {address: {path for _, path, _ in targets(page)} for address, page in pages.items()}
    missing = []
    checked = 0
    for target, found in plan.backlinks.items():
        to_page = _page(plan, target)
        for backlink in found:
            from_page = _page(plan, backlink.source)
            if from_page == to_page:
                continue
            checked += 1
            if to_page not in reached[from_page]:
                missing.append(f"{backlink.source} names {target}: no link on {from_page}")
            if from_page not in reached[to_page]:
                missing.append(f"{target} is named by {backlink.source}: no link on {to_page}")
    assert not missing, "\n".join(sorted(missing)[:40]) + f"\n{len(missing)} in all"
    assert checked > 10


def _page(plan: LinkedPlan, key: EntityKey) -> str:
    """The page of an entity."""
    if key.kind == "plan":
        return plan_address(key.id)
    if key.kind == "entry":
        return entry_address(key.id)
    return entity_address(plan.id, key.kind, key.id).partition("#")[0]
