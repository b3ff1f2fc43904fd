"""The plans made for the bench: the same every time, different from each other, and right."""

import re
from pathlib import Path

import pytest

from bench.plans import own_word, plan_id, write_plans
from bench.project import write_project
from jinzai.model.content import PlanContent
from tests.whole import checked

REPOSITORY = Path(__file__).parents[2]
ORIGINALS = REPOSITORY / "content" / "plans"
FIVE = len([path for path in ORIGINALS.iterdir() if path.is_dir()])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bench") / "project"
    assert write_project(REPOSITORY, root, FIVE + 1) == 2 * FIVE
    return root


@pytest.fixture(scope="module")
def contents(project: Path) -> dict[str, PlanContent]:
    found = checked(project)
    assert [finding.rule.code for finding in found.findings] == []
    return {content.plan.id: content for content in found.readable.values()}


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_the_same_number_of_plans_is_the_same_bytes(project: Path, tmp_path: Path) -> None:
    write_plans(ORIGINALS, tmp_path / "again", 2 * FIVE)
    assert _files(tmp_path / "again") == _files(project / "content" / "plans")


def test_the_first_round_is_the_originals(project: Path) -> None:
    for path in ORIGINALS.iterdir():
        assert _files(project / "content" / "plans" / path.name) == _files(path)


def test_a_copy_holds_as_much_as_its_original(contents: dict[str, PlanContent]) -> None:
    assert len(contents) == 2 * FIVE
    for path in ORIGINALS.iterdir():
        original, copy = contents[path.name], contents[plan_id(path.name, 1)]
        for kind in ("roles", "skills", "courses", "curricula", "matrices", "chapters"):
            assert [e.id for e in getattr(copy, kind)] == [e.id for e in getattr(original, kind)]


def test_no_name_is_shared_between_a_plan_and_its_copy(contents: dict[str, PlanContent]) -> None:
    for path in ORIGINALS.iterdir():
        original, copy = contents[path.name], contents[plan_id(path.name, 1)]
        assert copy.plan.title != original.plan.title
        assert copy.plan.issuer.code != original.plan.issuer.code
        for kind in ("roles", "courses"):
            names = {entity.name for entity in getattr(original, kind)}
            same = names & {entity.name for entity in getattr(copy, kind)}
            assert {name for name in same if re.search("[一-鿿ァ-ヶー]{2}", name)} == set()


def test_plans_refer_to_plans_of_their_own_round(contents: dict[str, PlanContent]) -> None:
    related = [
        (plan, other.plan)
        for plan, content in contents.items()
        for other in content.plan.related
        if other.plan is not None
    ]
    assert related
    for plan, other in related:
        assert plan.endswith("-001") == other.endswith("-001")


def test_each_round_has_a_word_of_its_own() -> None:
    words = [own_word(number) for number in range(400)]
    assert len(set(words)) == len(words)


def test_more_plans_than_words_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at most 2000 plans"):
        write_plans(ORIGINALS, tmp_path / "x", 2001)
