import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jinzai.findings import rules_file
from jinzai.findings.finding import Rule
from jinzai.load import Loaded, load, load_frameworks, load_plan, survey
from jinzai.load.file_bytes import MAX_BYTES

PLAN = "content/plans/hirakata"
CHAPTER = "---\ntitle: 背景\n---\n本文\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that has nothing to find."""
    for name, text in {
        f"{PLAN}/plan.yaml": "id: hirakata\n",
        f"{PLAN}/roles.yaml": "roles:\n  - id: leader\n",
        f"{PLAN}/chapters/background.md": CHAPTER,
        "content/frameworks/role-classes.yaml": "id: role-classes\n",
        "content/pages/index.md": "# 表紙\n",
        "content/pages/img/logo.svg": "<svg/>",
    }.items():
        write(tmp_path, name, text)
    return tmp_path


def write(root: Path, name: str, text: str = "id: x\n") -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def told(loaded: Loaded) -> list[tuple[str, str]]:
    """Code and place of every finding."""
    return [(finding.rule.code, finding.place.file) for finding in loaded.findings]


def test_a_clean_project(root: Path) -> None:
    loaded = load(root)
    assert told(loaded) == []
    assert [
        (document.file, document.kind.name, document.plan_id) for document in loaded.documents
    ] == [
        ("content/frameworks/role-classes.yaml", "framework", ""),
        (f"{PLAN}/plan.yaml", "plan", "hirakata"),
        (f"{PLAN}/roles.yaml", "roles", "hirakata"),
        (f"{PLAN}/chapters/background.md", "chapter", "hirakata"),
    ]
    assert all(document.complete and document.tree for document in loaded.documents)


def test_the_plans_of_this_project_load_without_findings() -> None:
    here = Path(__file__).parents[2]
    assert told(load(here)) == []


def test_a_plan_needs_only_its_own_folder(root: Path) -> None:
    write(root, "content/plans/broken/plan.yaml", "\t")
    loaded = load_plan(root, PLAN)
    assert told(loaded) == []
    assert {document.plan_id for document in loaded.documents} == {"hirakata"}
    assert len(load_frameworks(root).documents) == 1


def _remove(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink()


def _put(name: str, text: str = "id: x\n") -> Callable[[Path], None]:
    return lambda root: write(root, name, text)


def _folder(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).mkdir(parents=True)


def _link(name: str, target: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / "outside.yaml").write_text("id: x\n", encoding="utf-8")
        (root / name).symlink_to(target)

    return make


def _twice(*steps: Callable[[Path], None]) -> Callable[[Path], None]:
    def run(root: Path) -> None:
        for step in steps:
            step(root)

    return run


f = rules_file
CASES: list[tuple[Callable[[Path], None], Rule, str]] = [
    (_put(f"{PLAN}/skill.yaml"), f.MISSPELT_FILE_NAME, f"{PLAN}/skill.yaml"),
    (_put(f"{PLAN}/skills.yml"), f.MISSPELT_FILE_NAME, f"{PLAN}/skills.yml"),
    (_put(f"{PLAN}/Skills.yaml"), f.MISSPELT_FILE_NAME, f"{PLAN}/Skills.yaml"),
    (_put(f"{PLAN}/skills.yaml.txt"), f.MISSPELT_FILE_NAME, f"{PLAN}/skills.yaml.txt"),
    (_put(f"{PLAN}/ｓｋｉｌｌｓ.yaml"), f.MISSPELT_FILE_NAME, f"{PLAN}/ｓｋｉｌｌｓ.yaml"),
    (_put(f"{PLAN}/organization.yaml"), f.MISSPELT_FILE_NAME, f"{PLAN}/organization.yaml"),
    (
        _put(f"{PLAN}/chapters/aims.markdown", CHAPTER),
        f.MISSPELT_FILE_NAME,
        f"{PLAN}/chapters/aims.markdown",
    ),
    (_put(f"{PLAN}/chapters/aims.MD", CHAPTER), f.MISSPELT_FILE_NAME, f"{PLAN}/chapters/aims.MD"),
    (
        _put("content/frameworks/areas.yml"),
        f.MISSPELT_FILE_NAME,
        "content/frameworks/areas.yml",
    ),
    (_folder("content/plan"), f.UNKNOWN_FILE, "content/plan"),
    (_put(f"{PLAN}/role.yaml"), f.UNKNOWN_FILE, f"{PLAN}/role.yaml"),
    (_put(f"{PLAN}/roles - コピー.yaml"), f.UNKNOWN_FILE, f"{PLAN}/roles - コピー.yaml"),
    (_put(f"{PLAN}/README.md"), f.UNKNOWN_FILE, f"{PLAN}/README.md"),
    (_put(f"{PLAN}/skills.xlsx"), f.UNKNOWN_FILE, f"{PLAN}/skills.xlsx"),
    (_put(f"{PLAN}/メモ.txt"), f.UNKNOWN_FILE, f"{PLAN}/メモ.txt"),
    (_folder(f"{PLAN}/old"), f.UNKNOWN_FILE, f"{PLAN}/old"),
    (_folder(f"{PLAN}/chapters/old"), f.UNKNOWN_FILE, f"{PLAN}/chapters/old"),
    (_put("content/plans/README.md"), f.UNKNOWN_FILE, "content/plans/README.md"),
    (_put("content/notes.txt"), f.UNKNOWN_FILE, "content/notes.txt"),
    (_folder("content/drafts"), f.UNKNOWN_FILE, "content/drafts"),
    (_remove(f"{PLAN}/plan.yaml"), f.MISSING_PLAN_FILE, PLAN),
    (_put("content/plans/Osaka_HR/plan.yaml"), f.PLAN_FOLDER_NAME, "content/plans/Osaka_HR"),
    (_put("content/plans/枚方市/plan.yaml"), f.PLAN_FOLDER_NAME, "content/plans/枚方市"),
    (_folder(f"{PLAN}/skills.yaml"), f.NOT_A_FILE, f"{PLAN}/skills.yaml"),
    (
        lambda root: os.mkfifo(root / PLAN / "skills.yaml"),
        f.NOT_A_FILE,
        f"{PLAN}/skills.yaml",
    ),
    (
        _twice(
            _remove(f"{PLAN}/chapters/background.md"),
            lambda root: (root / PLAN / "chapters").rmdir(),
            _put(f"{PLAN}/chapters"),
        ),
        f.NOT_A_FOLDER,
        f"{PLAN}/chapters",
    ),
    (
        _link(f"{PLAN}/skills.yaml", "../../../outside.yaml"),
        f.OUTSIDE_CONTENT,
        f"{PLAN}/skills.yaml",
    ),
    (_link("content/plans/osaka", "/usr"), f.OUTSIDE_CONTENT, "content/plans/osaka"),
    (_link(f"{PLAN}/skills.yaml", "nowhere.yaml"), f.UNREADABLE_FILE, f"{PLAN}/skills.yaml"),
    (_link(f"{PLAN}/skills.yaml", "skills.yaml"), f.UNREADABLE_FILE, f"{PLAN}/skills.yaml"),
    (
        _put(f"{PLAN}/chapters/Background.md", CHAPTER),
        f.CLASHING_NAMES,
        f"{PLAN}/chapters/background.md",
    ),
    (
        _twice(
            _put(f"{PLAN}/chapters/デ.md", CHAPTER), _put(f"{PLAN}/chapters/テ\u3099.md", CHAPTER)
        ),
        f.CLASHING_NAMES,
        f"{PLAN}/chapters/デ.md",
    ),
    (_put(f"{PLAN}/skills.yaml", "#" * (MAX_BYTES + 1)), f.FILE_TOO_LARGE, f"{PLAN}/skills.yaml"),
]


@pytest.mark.parametrize(("change", "rule", "file"), CASES)
def test_one_change_is_one_finding(
    root: Path, change: Callable[[Path], None], rule: Rule, file: str
) -> None:
    change(root)
    loaded = load(root)
    assert told(loaded) == [(rule.code, file)]
    (finding,) = loaded.findings
    assert finding.message
    assert finding.hint
    assert finding.place.line == 0


def test_a_misspelt_file_is_still_read_so_that_nothing_else_breaks(root: Path) -> None:
    (root / PLAN / "roles.yaml").rename(root / PLAN / "role.yml")
    loaded = load(root)
    assert told(loaded) == [("misspelt-file-name", f"{PLAN}/role.yml")]
    assert "roles.yaml" in loaded.findings[0].message
    (roles,) = [document for document in loaded.documents if document.kind.name == "roles"]
    assert roles.file == f"{PLAN}/role.yml"
    assert roles.tree is not None


def test_a_misspelt_folder_is_still_read(root: Path) -> None:
    (root / "content/plans").rename(root / "content/Plan")
    loaded = load(root)
    assert told(loaded) == [("misspelt-file-name", "content/Plan")]
    assert any(document.plan_id == "hirakata" for document in loaded.documents)


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "~$roles.xlsx",
        ".roles.yaml.swp",
        "roles.yaml~",
        "._roles.yaml",
        ".gitkeep",
        ".#roles.yaml",
        "#roles.yaml#",
    ],
)
def test_what_systems_and_editors_leave_is_no_matter(root: Path, name: str) -> None:
    for folder in ("content", "content/plans", PLAN, f"{PLAN}/chapters", "content/frameworks"):
        write(root, f"{folder}/{name}")
    assert told(load(root)) == []


def test_a_link_inside_content_is_followed(root: Path) -> None:
    (root / "content/plans/osaka").mkdir()
    (root / "content/plans/osaka/plan.yaml").symlink_to(root / PLAN / "plan.yaml")
    assert told(load(root)) == []


def test_content_may_be_a_link_itself(root: Path) -> None:
    (root / "content").rename(root / "elsewhere")
    (root / "content").symlink_to(root / "elsewhere")
    assert told(load(root)) == []
    assert load(root).documents[0].file == "content/frameworks/role-classes.yaml"


@pytest.mark.parametrize("folder", [False, True])
def test_no_permission(root: Path, monkeypatch: pytest.MonkeyPatch, *, folder: bool) -> None:
    # Tests may run as root, whom no permission stops.
    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir" if folder else "open", refuse)
    loaded = load_plan(root, PLAN)
    assert {finding.rule for finding in loaded.findings} == {rules_file.UNREADABLE_FILE}
    assert "読む権限がありません" in loaded.findings[0].message
    assert all(document.tree is None for document in loaded.documents)


def test_no_content(tmp_path: Path) -> None:
    assert told(load(tmp_path)) == [("missing-content", "content")]
    (tmp_path / "content").mkdir()
    assert told(load(tmp_path)) == [("no-plan", "content/plans")]
    (tmp_path / "content/plans").mkdir()
    assert told(load(tmp_path)) == [("no-plan", "content/plans")]


def test_a_plan_that_is_not_there(root: Path) -> None:
    assert told(load_plan(root, "content/plans/nara")) == [
        ("unreadable-file", "content/plans/nara")
    ]


def test_survey_names_folders_without_reading(root: Path) -> None:
    found = survey(root)
    assert found.frameworks == "content/frameworks"
    assert found.plans == (PLAN,)


def test_a_broken_file_does_not_stop_the_others(root: Path) -> None:
    write(root, f"{PLAN}/roles.yaml", "roles:\n\t- id: a\n")
    write(root, f"{PLAN}/skills.yaml", "note: a: b\n")
    write(root, f"{PLAN}/courses.yaml", "")
    loaded = load(root)
    assert [code for code, _ in told(loaded)] == ["empty-file", "tab-indentation", "colon-in-text"]
    broken = {document.kind.name for document in loaded.documents if document.tree is None}
    assert broken == {"roles", "skills", "courses"}


def test_a_name_that_is_no_utf8_can_be_shown(root: Path) -> None:
    try:
        (root / PLAN / os.fsdecode(b"\x96\xbc.yaml")).write_bytes(b"id: x\n")
    except OSError:
        pytest.skip("this file system takes only UTF-8")
    (finding,) = load(root).findings
    assert finding.rule is rules_file.UNKNOWN_FILE
    finding.place.file.encode()


def test_every_rule_about_files_has_a_test() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.py"))
    rules = {name: rule for name, rule in vars(rules_file).items() if isinstance(rule, Rule)}
    missing = [
        rule.code
        for name, rule in rules.items()
        if f".{name}" not in texts and f'"{rule.code}"' not in texts
    ]
    assert not missing
