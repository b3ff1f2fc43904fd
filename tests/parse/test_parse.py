"""What of a file can be read is kept; what cannot is known by its id."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinzai.load.one_file import load_document
from jinzai.model.glossary import Glossary
from jinzai.model.kinds import CHAPTER, FRAMEWORK, PLAN_FILES, SYNONYMS, FileKind
from jinzai.model.plan import Plan
from jinzai.model.role import Roles
from jinzai.model.skill import Skills
from jinzai.parse.parse import ParsedFile, parse, parse_document

KINDS = {kind.name: kind for kind in (*PLAN_FILES, CHAPTER, FRAMEWORK, SYNONYMS)}

ROLES = """\
roles:
  - id: a
    name: 甲
  - id: b
  - id: c
    name: 丙
    age: 3
  - id: d
    name: 丁
    next: [{role: a}, {role: E}]
  - name: 戊
  - id: f
    name: 己
    duties: ['[甲](role:a)']
"""


def _parsed(name: str, text: str, plan_id: str = "demo") -> tuple[ParsedFile, list[str]]:
    """The file, and its findings as `line:column code`."""
    kind: FileKind = KINDS[name]
    file = f"content/plans/{plan_id}/{kind.file_name}"
    if kind is CHAPTER:
        file = f"content/plans/{plan_id}/chapters/background.md"
    document = load_document(file, kind, plan_id, text).documents[0]
    parsed, findings = parse_document(document)
    return parsed, sorted(f"{f.place.line}:{f.place.column} {f.rule.code}" for f in findings)


def test_items_with_errors_are_left_out_and_every_error_is_told() -> None:
    parsed, found = _parsed("roles", ROLES)
    assert isinstance(parsed.record, Roles)
    assert [role.id for role in parsed.record.roles] == ["a", "f"]
    assert found == sorted(
        ["4:5 missing-key", "7:5 unknown-key", "10:30 malformed-id", "11:5 missing-key"]
    )


def test_ids_of_what_was_left_out_are_known_as_unreadable() -> None:
    parsed, _ = _parsed("roles", ROLES)
    assert parsed.unreadable == {("role", "b"), ("role", "c"), ("role", "d")}
    # One item has no id, so any role may exist.
    assert parsed.open_kinds == {"role"}


def test_places_are_those_of_the_file_though_items_before_were_left_out() -> None:
    parsed, _ = _parsed("roles", ROLES)
    assert parsed.kept == {"roles": (0, 5)}
    assert parsed.file_path(("roles", 1, "name")) == ("roles", 5, "name")
    assert parsed.place(("roles", 1, "name")).line == 13
    assert parsed.place_in_text(("roles", 1, "duties", 0), "role:a", 0).line == 14


def test_references_of_what_was_left_out_are_still_found() -> None:
    parsed, _ = _parsed("roles", ROLES)
    found = [(one.path, getattr(one, "id", "")) for one in parsed.unread()]
    # `E` cannot be an id, which is said already.
    assert found == [(("roles", 3, "next", 0, "role"), "a")]


def test_a_complete_file_has_nothing_left_out() -> None:
    parsed, found = _parsed("roles", "roles:\n  - id: a\n    name: 甲\n")
    assert found == []
    assert not parsed.kept
    assert not parsed.unreadable | parsed.open_kinds
    assert list(parsed.unread()) == []


def test_a_broken_field_at_the_top_is_left_out_alone() -> None:
    parsed, found = _parsed("skills", "note: [x]\nskills:\n  - id: a\n    name: 甲\n")
    assert found == ["1:7 wrong-shape"]
    assert isinstance(parsed.record, Skills)
    assert len(parsed.record.skills) == 1
    assert parsed.open_kinds == set()


def test_a_file_that_lost_its_list_may_hold_any_id() -> None:
    parsed, found = _parsed("glossary", "terms: BPR\n")
    assert found == ["1:8 wrong-shape"]
    assert parsed.record is None
    assert parsed.open_kinds == {"term"}


def test_a_list_that_is_optional_and_broken_may_have_held_any_id() -> None:
    parsed, _ = _parsed("skills", "categories: x\nskills:\n  - id: a\n    name: 甲\n")
    assert isinstance(parsed.record, Skills)
    assert parsed.open_kinds == {"category"}


def test_a_key_that_stands_twice_may_hide_any_id() -> None:
    parsed, _ = _parsed("roles", "roles:\n  - id: a\n    name: 甲\n    id: b\n    name: 乙\n")
    assert isinstance(parsed.record, Roles)
    assert parsed.open_kinds == {"role"}


def test_errors_that_only_the_whole_shows_are_told_where_they_are() -> None:
    text = "terms:\n  - id: a\n    term: 甲\n    description: 乙\n  - id: b\n"
    parsed, found = _parsed("glossary", text)
    assert isinstance(parsed.record, Glossary)
    assert [term.id for term in parsed.record.terms] == ["a"]
    assert found == ["5:5 missing-key", "5:5 missing-key"]


PLAN = "id: demo\ntitle: 計画\nissuer: {name: 市}\nstatus: adopted\nsummary: 概要。\n"


@pytest.mark.parametrize("key", ["title", "issuer", "status", "summary", "id"])
def test_a_plan_that_lacks_a_fact_keeps_the_others(key: str) -> None:
    lines = [line for line in PLAN.splitlines() if not line.startswith(f"{key}:")]
    more = "departments:\n  - id: all\n    name: 全部局\n  - id: X\n    name: 別\n"
    parsed, found = _parsed("plan", "\n".join(lines) + "\n" + more)
    assert found == ["1:1 missing-key", "8:9 malformed-id"]
    assert isinstance(parsed.record, Plan)
    assert [department.id for department in parsed.record.departments] == ["all"]
    assert parsed.unreadable == {("department", "X"), ("department", "x")}


@pytest.mark.parametrize("plan_id", ["demo", "Demo City", "con", "役" * 250])
def test_a_plan_that_cannot_be_read_is_stood_in_for(plan_id: str) -> None:
    parsed, _ = _parsed("plan", "title: [", plan_id)
    assert isinstance(parsed.record, Plan)
    assert parsed.open_kinds == {"department", "table", "placeholder"}


def test_a_period_in_the_wrong_order_is_left_out() -> None:
    parsed, found = _parsed("plan", PLAN + "period: {start: 2027, end: 2025}\n")
    assert found == ["6:9 period-reversed"]
    assert isinstance(parsed.record, Plan)
    assert parsed.record.period is None


def test_a_chapter_without_title_is_known_by_its_id() -> None:
    parsed, found = _parsed("chapter", "---\norder: 1\n---\n本文。\n")
    assert found == ["2:1 missing-key"]
    assert parsed.record is None
    assert parsed.unreadable == {("chapter", "background")}


def test_a_chapter_that_cannot_be_read_is_known_by_its_id() -> None:
    parsed, found = _parsed("chapter", "本文。\n")
    assert found == []
    assert parsed.unreadable == {("chapter", "background")}


def test_empty_values_are_told_beside_the_other_errors() -> None:
    text = "terms:\n  - id: A\n    term:\n    description: 乙\n  -\n  - id: b\n    term: ''\n"
    _, found = _parsed("glossary", text)
    assert found == sorted(
        ["2:9 malformed-id", "3:10 empty-value", "5:4 empty-value", "6:5 missing-key",
         "7:11 empty-value"]
    )  # fmt: skip


def test_documents_are_sorted_by_plan() -> None:
    documents = [
        load_document("content/frameworks/f.yaml", FRAMEWORK, "", "id: f\n").documents[0],
        load_document("content/plans/a/plan.yaml", PLAN_FILES[0], "a", PLAN).documents[0],
        load_document("content/plans/b/plan.yaml", PLAN_FILES[0], "b", PLAN).documents[0],
    ]
    parsed = parse(documents)
    assert {plan: len(files) for plan, files in parsed.plans.items()} == {"a": 1, "b": 1}
    assert len(parsed.frameworks) == 1
    assert {finding.rule.code for finding in parsed.findings} == {"missing-key"}


values: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(),
        st.sampled_from(["a", "2", "●", "undefined", "0123", "x\ny", "", "course", "令和7年度"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                ["id", "name", "role", "level", "course", "items", "stages", "any_of", "courses",
                 "marks", "rows", "legend", "mark", "hours", "min", "max", "placeholder", "months",
                 "start", "values", "value", "roles", "skills", "terms", "source", "note", "x"]
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=25,
)  # fmt: skip


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(st.text(max_size=3), values), values)
def test_no_content_is_too_odd(name: str, extra: dict[str, Any], value: Any) -> None:
    # JSON is YAML, so any value can be written as a file.
    import json

    kind = KINDS[name]
    lists = dict.fromkeys((*kind.collections, "note", "source"), value)
    text = json.dumps({**extra, **lists}, ensure_ascii=False)
    if kind is CHAPTER:
        text = f"---\n{text}\n---\n本文。\n"
    document = load_document(f"content/plans/demo/{kind.file_name}", kind, "demo", text)
    parsed, findings = parse_document(document.documents[0])
    for finding in findings:
        assert finding.message
        assert "{" not in finding.message.replace("{min", "").replace("{start", "") or "{" in text
    list(parsed.unread())


def test_lines_are_of_what_could_be_read() -> None:
    parsed, _ = _parsed("roles", ROLES)
    assert isinstance(parsed.record, Roles)
    named = [role.id for role in parsed.record.roles]
    assert list(zip(named, parsed.item_lines("roles"), strict=True)) == [("a", 2), ("f", 12)]
    assert parsed.item_lines("nothing") == ()
