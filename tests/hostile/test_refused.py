"""What may not stand in content/ is a finding that can be printed, wherever it stands."""

import json
import shutil
from pathlib import Path

import pytest

from jinzai.check.check import Checked, check
from jinzai.load.content import load
from jinzai.model.prose import PROSE_KINDS, links
from jinzai.model.words import DEVICE_NAMES, PAGE_NAMES, SITE_FOLDERS
from jinzai.parse.parse import parse
from jinzai.render.page.markdown import Compiler

from .html import PROSE, Page, Vocabulary
from .printed import assert_printable
from .strings import REFUSED, TEXTS

BASE = Path(__file__).parents[1] / "rules" / "base"
WEB = ("http", "https", "mailto")
BAD_IDS = (
    *(
        "..",
        ".",
        "../x",
        "a/b",
        "a\\b",
        "/",
        "~",
        "-a",
        "a-",
        "a--b",
        "",
        " ",
        "a b",
        "A",
        "ａ",
        "é",
    ),
    *("con", "nul", "aux", "com1", "lpt9", "index", "matrix", "con.txt", "x" * 65, "a.html"),
    *("<b>", "{{x}}", "%2e%2e", "a#b", "a?b", "a:b", "id\n", "日本"),
)
# Everywhere that an id is given: file, and the text before it.
ID_FIELDS = (
    ("roles", "roles:\n  - id: "),
    ("roles", "levels:\n      - id: "),
    ("skills", "skills:\n  - id: "),
    ("skills", "categories:\n  - id: "),
    ("courses", "courses:\n  - id: "),
    ("curricula", "stages:\n      - id: "),
    ("matrix", "matrices:\n  - id: "),
    ("plan", "placeholders:\n  - id: "),
    ("plan", "id: "),
)


def examine(root: Path) -> Checked:
    loaded = load(root)
    checked = check(parse(loaded.documents), loaded.findings)
    sources = {document.file: document.source for document in loaded.documents}
    assert_printable(checked.findings, sources)
    return checked


def codes(checked: Checked) -> set[str]:
    return {finding.rule.code for finding in checked.findings}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "content")
    return tmp_path


def put(root: Path, file: str, old: str, new: str) -> None:
    path = root / "content" / "plans" / "demo" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("text", REFUSED, ids=ascii)
def test_what_nobody_sees_is_a_finding(text: str, project: Path) -> None:
    escaped = "".join(f"\\U{ord(character):08X}" for character in text)
    for file, old, new in (
        ("roles.yaml", "name: リーダー", f"name: リーダー{text}"),
        ("skills.yaml", "name: データ活用", f'name: "{escaped}"'),
        ("courses.yaml", "name: 業務改革の基礎", f'name: "{text}"'),
        ("chapters/background.md", "---\n\n", f"---\n\n{text}\n"),
        ("glossary.yaml", "term: BPR", f"{text}term: BPR"),
    ):
        put(project, file, old, new)
    checked = examine(project)
    assert "control-character" in codes(checked)
    named = [one.place.file for one in checked.findings if one.rule.code == "control-character"]
    assert len(set(named)) == 5
    assert checked.content is None


@pytest.mark.parametrize("half", [0xD800, 0xDCFF, 0xDFFF], ids=hex)
def test_half_a_character_is_a_finding(half: int, project: Path) -> None:
    put(project, "roles.yaml", "name: リーダー", f"name: {chr(half)}")
    put(project, "skills.yaml", "name: データ活用", f'name: "\\u{half:04X}"')
    checked = examine(project)
    assert checked.content is None
    assert len({one.place.file for one in checked.findings}) == 2


@pytest.mark.parametrize("text", ["長" * 10_000, "W" * 10_000, "<b>" * 4_000], ids=len)
def test_a_name_of_ten_thousand_letters_is_a_finding(text: str, project: Path) -> None:
    put(project, "roles.yaml", "name: リーダー", f"name: {text}")
    put(project, "skills.yaml", "id: bpr", f"id: {text}")
    put(project, "courses.yaml", "skill: bpr", f"skill: {text}")
    put(project, "targets.yaml", "value: 10", f"value: {text}")
    checked = examine(project)
    assert "text-too-long" in codes(checked)


@pytest.mark.parametrize("field", ID_FIELDS, ids=lambda field: field[1].split(":")[0])
def test_an_id_that_no_address_can_be_made_of_is_a_finding(
    field: tuple[str, str], project: Path
) -> None:
    file, before = field
    path = project / "content" / "plans" / "demo" / f"{file}.yaml"
    original = path.read_text("utf-8")
    start = original.index(before) + len(before)
    for id in BAD_IDS:
        path.write_text(
            original[:start] + json.dumps(id) + original[original.index("\n", start) :], "utf-8"
        )
        checked = examine(project)
        assert checked.content is None, id
        assert codes(checked) & {"malformed-id", "reserved-id", "empty-value"}, id


@pytest.mark.parametrize("name", sorted(DEVICE_NAMES | PAGE_NAMES))
def test_a_chapter_whose_file_has_such_a_name_is_a_finding(name: str, project: Path) -> None:
    folder = project / "content" / "plans" / "demo" / "chapters"
    (folder / "background.md").rename(folder / f"{name}.md")
    checked = examine(project)
    assert "reserved-id" in codes(checked)


@pytest.mark.parametrize("name", sorted({*SITE_FOLDERS, "con", "aux", "index", "A", "日本", "a b"}))
def test_a_plan_whose_folder_has_such_a_name_is_a_finding(name: str, project: Path) -> None:
    folder = project / "content" / "plans"
    (folder / "other").rename(folder / name)
    plan = folder / name / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("id: other", f"id: {name}"), "utf-8")
    checked = examine(project)
    assert checked.content is None
    assert codes(checked) & {"reserved-id", "malformed-id", "plan-folder-name"}


def test_a_link_that_prose_may_not_have_is_a_finding(project: Path) -> None:
    path = project / "content" / "plans" / "demo" / "plan.yaml"
    original = path.read_text("utf-8")
    refused = [text for text in TEXTS if any(_is_bad(text))]
    assert len(refused) > 1
    for text in refused:
        path.write_text(original + f"note: {json.dumps(text, ensure_ascii=False)}\n", "utf-8")
        assert codes(examine(project)) & {"bad-link", "image-in-text"}, text


@pytest.mark.parametrize("text", ["[^1]: note", "a[^1]", "[^a]: javascript:alert(1)"])
def test_a_footnote_is_a_finding(project: Path, text: str) -> None:
    path = project / "content" / "plans" / "demo" / "plan.yaml"
    path.write_text(path.read_text("utf-8") + f"note: {json.dumps(text)}\n", "utf-8")
    assert codes(examine(project)) == {"footnote-in-text"}


def _is_bad(text: str) -> list[bool]:
    return [link.image or link.kind not in (*WEB, *PROSE_KINDS) for link in links(text)]


def test_no_prose_becomes_anything_but_prose() -> None:
    compiler = Compiler()
    for text in (*TEXTS, *REFUSED):
        for variant in (text, f"前の文\n\n{text}", f"- {text}\n  {text}", f"|a|\n|-|\n|{text}|"):
            for top in (2, 4):
                prose = compiler.compile(variant, top)
                page = Page.of(prose.block(lambda kind, to: f'<a href="#{kind}-{to}">'))
                assert not Vocabulary.of([page]).beyond(PROSE), text
