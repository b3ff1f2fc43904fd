"""What the parts of a site have in common is made once for all of them."""

from collections import Counter
from pathlib import Path

import pytest

from jinzai.compare.asked import Ask, Asks
from jinzai.compare.learning import Track
from jinzai.compare.training import Training
from jinzai.link.catalogue import LinkedPlan
from jinzai.publish.frames import FrameRun
from jinzai.publish.part import GivenBack
from jinzai.work.all_parts import AllParts
from jinzai.work.clock import Clock
from jinzai.work.examination import examine
from jinzai.work.site_kit import TEMPLATES, TemplateFolder
from jinzai.work.workers import ThisProcess

ROOT = Path(__file__).parents[2]


def test_what_a_plan_asks_and_costs_is_reckoned_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
    examined = examine(ROOT, lambda _: ThisProcess(), Clock())
    run = FrameRun(ROOT, ROOT / "mkdocs.yml", tmp_path)
    try:
        templates = TemplateFolder(ROOT / TEMPLATES, None)
        parts = AllParts(ROOT, examined, run.frames(), templates, GivenBack(), Clock())
        made = {address for part in parts.files(lambda _: b"") for address in part.data}
    finally:
        run.stop()
    assert {"hirakata/compare/index.html", "hirakata/data/load.csv"} <= made
    roles = {
        (plan.plan_id, id)
        for plan in examined.plans
        if plan.seen is not None
        for id in plan.seen.profile.value().roles
    }
    assert roles == set(tracks) == asked
    assert {*asking.values(), *tracks.values()} == {1}
