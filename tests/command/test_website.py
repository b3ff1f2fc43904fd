"""What the parts of a site have in common is made once for all of them."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from jinzai.command.clock import Clock
from jinzai.command.content import examine
from jinzai.command.website import files_of, pages_of, site_context
from jinzai.compare.asked import asked as reckon_asked
from jinzai.compare.learning import tracks as reckon_tracks
from jinzai.link.catalogue import link
from jinzai.publish.mkdocs_yml import Settings

ROOT = Path(__file__).parents[2]


def test_what_a_plan_asks_and_costs_is_reckoned_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = examine(ROOT, Clock()).checked.content
    assert content is not None
    catalogue = link(content)
    asked, tracks = Counter[tuple[str, str, str | None]](), Counter[tuple[str, str]]()

    def count_asked(plan: Any, role: str, level: str | None = None) -> Any:
        asked[plan.id, role, level] += 1
        return reckon_asked(plan, role, level)

    def count_tracks(plan: Any, role: str) -> Any:
        tracks[plan.id, role] += 1
        return reckon_tracks(plan, role)

    monkeypatch.setattr("jinzai.compare.profile.asked", count_asked)
    monkeypatch.setattr("jinzai.compare.profile.tracks", count_tracks)
    site = site_context(ROOT, catalogue, Settings("", ""), (), tmp_path)
    assert any(page.address == "hirakata/compare/index.html" for page in pages_of(catalogue, site))
    assert any(file.address == "data/load.csv" for file in files_of(catalogue, site))
    roles = {(plan.id, role) for plan in catalogue.plans for role in plan.roles}
    assert roles == set(tracks) == {(plan, role) for plan, role, _ in asked}
    assert {*asked.values(), *tracks.values()} == {1}
