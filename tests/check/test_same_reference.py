"""References to the same missing thing are one finding, with every place and the second end."""

import json
import re
from pathlib import Path

import pytest

from jinzai.findings.finding import Finding
from jinzai.findings.github import write_github
from jinzai.findings.json import write_json
from tests.rules.cases import CASES, Case, examine


@pytest.fixture
def renamed(tmp_path: Path) -> Finding:
    """The one finding about a role whose id was changed in roles.yaml alone."""
    Case(CASES / "unknown-role/renamed").build(tmp_path / "project")
    checked, _ = examine(tmp_path / "project")
    (found,) = checked.findings
    return found


def test_every_place_is_named_once(renamed: Finding, tmp_path: Path) -> None:
    plan = tmp_path / "project/content/plans/demo"
    lines = {
        (f"content/plans/demo/{path.name}", number)
        for path in plan.glob("*.yaml")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"\brole: staff$", line)
    }
    *also, end = renamed.related
    told = [renamed.place, *(other.place for other in also)]
    assert len(told) == len(lines) > 3
    assert {(place.file, place.line) for place in told} == lines
    assert (end.place.file, end.place.line) == ("content/plans/demo/roles.yaml", 1)
    assert "ここに並んでいます" in end.message


def test_programs_and_pull_requests_get_every_place(renamed: Finding) -> None:
    (one,) = json.loads(write_json([renamed]))
    assert [(other["file"], other["line"]) for other in one["related"]] == [
        (other.place.file, other.place.line) for other in renamed.related
    ]
    annotation = write_github([renamed])
    assert annotation.count("\n") == 1
    for other in renamed.related:
        assert f"関連: {other.place.file}:{other.place.line}:{other.place.column} " in annotation
