"""The editing guide: every field of every model is there, and what it shows can be copied."""

import re
from pathlib import Path
from typing import Any

import pytest

from jinzai.load.content import load
from jinzai.model.kinds import CHAPTER, FILE_KINDS, FRAMEWORK, SYNONYMS, FileKind
from jinzai.model.schema import schema
from jinzai.parse.parse import parse
from jinzai.render.guide import guide
from jinzai.render.guide.fields import fields_for, shapes
from jinzai.render.guide.outline import front_matter_outline, outline
from jinzai.render.page.place import Guide
from tests.render.sample_plans import element, ids, plan, site, site_pages, words

PAGES = site_pages(guide.pages, site(plan()))
IDS = [kind.name for kind in FILE_KINDS]


def body(kind: FileKind) -> str:
    return PAGES[f"guide/{kind.name}.html"].body


def field(kind: str, anchor: str) -> str:
    """The HTML of one field."""
    html = PAGES[f"guide/{kind}.html"].body
    start = html.index(f'<section class="jz-field" id="{anchor}"')
    return html[start : html.index("</section>", start)]


def _properties(kind: FileKind) -> list[dict[str, Any]]:
    found = schema(kind)
    holders = [found, *found.get("$defs", {}).values()]
    return [one for holder in holders for one in holder.get("properties", {}).values()]


@pytest.mark.parametrize("kind", FILE_KINDS, ids=IDS)
def test_every_field_of_the_schema_stands_there_once(kind: FileKind) -> None:
    listed = [one for shape in shapes(kind) for one in shape.fields]
    assert len(listed) == len({one.anchor for one in listed}) == len(_properties(kind))
    assert {one.title for one in listed} == {one["title"] for one in _properties(kind)}
    text = words(body(kind))
    for one in listed:
        assert re.sub(r"\s+", "", one.description) in text.replace("&#34;", '"')


@pytest.mark.parametrize("kind", FILE_KINDS, ids=IDS)
def test_headings_differ(kind: FileKind) -> None:
    headings = re.findall(r"<h2[^>]*>(.*?)</h2>", body(kind))
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("kind", FILE_KINDS, ids=IDS)
def test_links_within_the_guide_lead_to_fields(kind: FileKind) -> None:
    for address, anchor in re.findall(r'href="([a-z]*(?:\.html)?)#([^"]+)"', body(kind)):
        target = PAGES[f"guide/{address}"].body if address else body(kind)
        assert anchor in ids(target), (address, anchor)


@pytest.mark.parametrize("kind", FILE_KINDS, ids=IDS)
def test_an_outline_is_content_that_the_model_takes(kind: FileKind, tmp_path: Path) -> None:
    folder = tmp_path / "content" / "plans" / "hirakata"
    files = {
        CHAPTER.name: folder / "chapters" / "background.md",
        FRAMEWORK.name: tmp_path / "content" / "frameworks" / "role-classes.yaml",
        SYNONYMS.name: tmp_path / "content" / SYNONYMS.file_name,
    }
    file = files.get(kind.name, folder / kind.file_name)
    file.parent.mkdir(parents=True, exist_ok=True)
    found = shapes(kind)
    text = front_matter_outline(found) if kind is CHAPTER else outline(found, kind.collections)
    file.write_text(text + "\n", "utf-8")
    (tmp_path / "content" / "plans").mkdir(exist_ok=True)
    loaded = load(tmp_path)
    parsed = parse(loaded.documents)
    about = f"content/{file.relative_to(tmp_path / 'content').as_posix()}"
    findings = [*loaded.findings, *parsed.findings]
    assert [one.message for one in findings if one.place.file == about] == []
    records = [one.record for files in parsed.plans.values() for one in files]
    records += [one.record for one in (*parsed.frameworks, *parsed.synonyms)]
    assert [type(record) for record in records if record] == [kind.model]


@pytest.mark.parametrize("kind", FILE_KINDS, ids=IDS)
def test_an_outline_gives_every_id_once(kind: FileKind) -> None:
    found = re.findall(r"(?m)^  - id: (\S+)", outline(shapes(kind), kind.collections))
    assert len(found) == len(set(found)) == len(kind.collections)


def test_a_field_says_what_may_stand_in_it() -> None:
    html = field("courses", "delivery-format")
    assert "<code>in-person</code> 対面" in html
    assert "必須" in html
    html = field("courses", "delivery-hours")
    assert "0以上の数、または 決まった語、または 項目の組" in html
    assert "<code>undefined</code> 記載なし" in html
    assert "任意" in html
    assert "hours: {min: 1, max: 2}" in html


def test_a_field_says_what_it_refers_to() -> None:
    skill = field("courses", "teaches-skill")
    assert '<a href="skills.html#fields-skills">スキル（skills.yaml）</a>の id' in skill
    marks = field("matrix", "row-marks")
    assert '<a href="#column-id">スキルマップの列（matrix.yaml）</a>' in marks
    assert "コロンの前に書きます" in marks


def test_a_default_is_said() -> None:
    assert "<code>stated</code> と同じ" in field("courses", "teaches-basis")


def test_what_a_chapter_takes_from_its_file_is_no_key() -> None:
    html = field("chapter", "fields-id")
    assert "ファイルの名前から決まります" in html
    assert "<pre" not in html
    assert "id:" not in element(body(CHAPTER), "sample")


def test_fields_are_found_by_what_they_refer_to() -> None:
    found = {(kind.name, one.anchor) for kind, one in fields_for("skill")}
    assert ("courses", "teaches-skill") in found
    assert ("skills", "skill-builds-on") in found
    assert ("courses", "teaches-basis") not in found


def test_the_list_links_the_hand_written_page_only_where_there_is_one() -> None:
    assert "editing.html" not in PAGES["guide/index.html"].body
    context = site(plan(), guides=(Guide("editing.html", "編集の手順"),))
    html = site_pages(guide.pages, context)["guide/index.html"].body
    assert '<a href="../editing.html">編集の手順</a>' in html


def test_the_list_leads_to_every_kind_of_file() -> None:
    for kind in FILE_KINDS:
        assert f'href="{kind.name}.html"' in PAGES["guide/index.html"].body


def test_rules_about_a_file_are_linked() -> None:
    assert '<a href="../rules/skill-not-taught.html">' in element(
        body(next(kind for kind in FILE_KINDS if kind.name == "courses")), "rules"
    )
