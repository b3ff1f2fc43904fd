"""Every rule on its cases: exactly the expected findings, no more and no fewer."""

import re
from pathlib import Path

import pytest

from jinzai.findings.registry import RULES, STAGES

from .cases import BASE, CASES, Case, cases, examine, summary

ALL = list(cases())
# No content is known that gets there; tests/parse/test_errors.py makes it up.
UNREACHABLE = {"rejected-value"}
# Found where the site is put together; tests/command/test_site_findings.py.
OF_SITE = {rule.code for rule in STAGES["site"]}


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)
def test_a_case_gives_exactly_the_expected_findings(case: Case, tmp_path: Path) -> None:
    case.build(tmp_path / "project")
    checked, _ = examine(tmp_path / "project")
    assert summary(checked) == case.expected


def test_the_base_has_no_findings(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "content").parent.mkdir()
    (root / "content").symlink_to(BASE)
    checked, _ = examine(root)
    assert summary(checked) == ""
    assert checked.content is not None


def test_every_rule_has_a_case() -> None:
    assert sorted(RULES.keys() - {case.code for case in ALL} - UNREACHABLE - OF_SITE) == []


def test_every_folder_is_named_after_a_rule_and_holds_cases() -> None:
    folders = {path.name: any(path.iterdir()) for path in CASES.iterdir()}
    assert sorted(folders.keys() - RULES.keys()) == []
    assert all(folders.values())


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)
def test_a_case_shows_its_own_rule(case: Case) -> None:
    # A case "none-…" shows that the rule keeps still.
    found = set(re.findall(r"(?m)^\S.*? (?:error|warning|note)\[([a-z-]+)\]", case.expected))
    assert (case.code in found) is not case.folder.name.startswith("none-")
