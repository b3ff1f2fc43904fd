"""The examples of content/pages/editing-examples.md pass the check, pasted one after the other.

So does that of editing-mapping.md, put behind them.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from .cases import examine

CONTENT = Path(__file__).parents[2] / "content"
PAGE = (CONTENT / "pages/editing-examples.md").read_text("utf-8")
MAPPING = (CONTENT / "pages/editing-mapping.md").read_text("utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TARGET = re.compile(r"# (?P<file>content/plans/\S+)(?: (?P<way>.*))?\n")
CHAPTER = "content/plans/mirai/chapters/background.md"


class Example(NamedTuple):
    """A block of the page that belongs into a file: as the file, at its end or for a line of it."""

    section: str
    file: str
    way: str
    text: str

    def paste(self, root: Path) -> None:
        """Do with the block what its first line says."""
        path = root / self.file
        if not self.way:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.text, "utf-8")
        elif replaced := re.fullmatch(r"の「(.+)」を書き換える", self.way):
            lines = path.read_text("utf-8").splitlines(keepends=True)
            (at,) = [number for number, line in enumerate(lines) if line.strip() == replaced[1]]
            path.write_text("".join([*lines[:at], self.text, *lines[at + 1 :]]), "utf-8")
        else:
            assert self.way == "に書き足す"
            path.write_text(path.read_text("utf-8") + self.text, "utf-8")


def _examples() -> Iterator[Example]:
    for match in FENCE.finditer(PAGE):
        (*_, section) = re.findall(r"^## .*\{#([a-z-]+)\}$", PAGE[: match.start()], re.MULTILINE)
        found = TARGET.match(match[2])
        if found is not None:
            yield Example(section, found["file"], found["way"] or "", match[2][found.end() :])
        elif match[2].startswith("---\n"):
            yield Example(section, CHAPTER, "", match[2])


EXAMPLES = list(_examples())


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> list[set[str]]:
    """What the check says after each example, as codes; errors as `error: …`."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(CONTENT / "frameworks", root / "content/frameworks")
    told: list[set[str]] = []
    for example in EXAMPLES:
        example.paste(root)
        checked, _ = examine(root)
        told.append(
            {
                ("error: " if finding.severity == "error" else "") + finding.rule.code
                for finding in checked.findings
                if finding.plan_id == "mirai"
            }
        )
    return told


def test_the_page_shows_every_kind_that_it_names() -> None:
    files = [Path(example.file).name for example in EXAMPLES if example.section == "add-plan"]
    wanted = ["plan", "roles", "skills", "matrix", "courses", "curricula"]
    assert files == [*(f"{name}.yaml" for name in wanted), "background.md"]
    assert CHAPTER in PAGE
    assert {example.section for example in EXAMPLES} == {"add-plan", "add-role", "add-course"}


def test_each_example_passes_the_check_where_it_stands(steps: list[set[str]]) -> None:
    errors = [
        (example.file, code)
        for example, told in zip(EXAMPLES, steps, strict=True)
        for code in sorted(told)
        if code.startswith("error: ")
    ]
    assert errors == []


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("add-plan", set()),
        ("add-role", {"role-without-course", "skill-not-taught"}),
        ("add-course", set()),
    ],
)
def test_the_warnings_left_after_a_section_are_those_that_it_names(
    steps: list[set[str]], section: str, expected: set[str]
) -> None:
    last = max(number for number, one in enumerate(EXAMPLES) if one.section == section)
    assert steps[last] == expected


def test_a_skill_without_an_area_passes_with_the_reason_that_the_page_shows(
    tmp_path: Path,
) -> None:
    shutil.copytree(CONTENT / "frameworks", tmp_path / "content/frameworks")
    for example in EXAMPLES:
        example.paste(tmp_path)
    (skill,) = (match[2] for match in FENCE.finditer(MAPPING) if "unmapped:" in match[2])
    Example("", "content/plans/mirai/skills.yaml", "に書き足す", skill).paste(tmp_path)
    found = [one for one in examine(tmp_path)[0].findings if one.plan_id == "mirai"]
    assert found == []
    path = tmp_path / "content/plans/mirai/skills.yaml"
    path.write_text(re.sub("(?m)^    unmapped:.*\n", "", path.read_text("utf-8")), "utf-8")
    found = [one for one in examine(tmp_path)[0].findings if one.plan_id == "mirai"]
    assert [one.rule.code for one in found] == ["skill-without-area"]


def test_the_examples_plan_is_free() -> None:
    assert {Path(example.file).parts[2] for example in EXAMPLES} == {"mirai"}
    assert not (CONTENT / "plans/mirai").exists()


def test_every_block_of_yaml_can_be_read() -> None:
    blocks = [match[2] for match in FENCE.finditer(PAGE + MAPPING) if match[1] == "yaml"]
    assert all(isinstance(yaml.safe_load(block), dict | list) for block in blocks)
    assert len(blocks) > len(EXAMPLES) // 2
