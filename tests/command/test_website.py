"""What the parts of a site have in common is made once for all of them."""

from collections import Counter
from pathlib import Path

import pytest

from jinzai.command.clock import Clock
from jinzai.command.content import examine
from jinzai.command.website import files_of, pages_of, site_context
from jinzai.compare.asked import Ask, Asks
from jinzai.compare.learning import Track
from jinzai.compare.training import Training
from jinzai.link.catalogue import LinkedPlan, link
from jinzai.publish.mkdocs_yml import Settings

ROOT = Path(__file__).parents[2]


def test_what_a_plan_asks_and_costs_is_reckoned_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = examine(ROOT, Clock()).checked.content
    assert content is not None
    catalogue = link(content)
    asking, tracks = Counter[str](), Counter[tuple[str, str]]()
    asked = set[tuple[str, str]]()

    class CountedAsks(Asks):
        def __init__(self, plan: LinkedPlan) -> None:
            super().__init__(plan)
            self._id = plan.id
            asking[plan.id] += 1

        def of_role(self, role_id: str) -> tuple[Ask, ...]:
            asked.add((self._id, role_id))
            found = super().of_role(role_id)
            assert super().of_role(role_id) is found
            return found

    class CountedTraining(Training):
        def __init__(self, plan: LinkedPlan) -> None:
            super().__init__(plan)
            self._id = plan.id

        def of_role(self, role_id: str) -> tuple[Track, ...]:
            tracks[self._id, role_id] += 1
            return super().of_role(role_id)

    monkeypatch.setattr("jinzai.compare.profile.Asks", CountedAsks)
    monkeypatch.setattr("jinzai.compare.profile.Training", CountedTraining)
    site = site_context(ROOT, catalogue, Settings("", ""), (), tmp_path)
    assert any(page.address == "hirakata/compare/index.html" for page in pages_of(catalogue, site))
    assert any(file.address == "data/load.csv" for file in files_of(catalogue, site))
    roles = {(plan.id, role) for plan in catalogue.plans for role in plan.roles}
    assert roles == set(tracks) == asked
    assert {*asking.values(), *tracks.values()} == {1}
