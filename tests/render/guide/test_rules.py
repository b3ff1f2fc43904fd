"""The rules' pages: every rule of the registry, with all that `explain` says."""

import html
import re

import pytest
import yaml

from jinzai.findings.finding import Rule, Severity
from jinzai.findings.registry import RULES, STAGES
from jinzai.model.kinds import PLAN_FILES
from jinzai.render.guide import guide, rules
from jinzai.render.guide.rules import message_outline
from jinzai.render.guide.rules_of_fields import STATED, rules_about, topics
from jinzai.render.page.place import Guide
from tests.render.sample_plans import element, plan, site, site_pages, words

PAGES = site_pages(rules.pages, site(plan()))
INDEX = PAGES["rules/index.html"].body


def test_every_rule_has_a_stage() -> None:
    assert sorted(rule.code for listed in STAGES.values() for rule in listed) == list(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_has_a_page_that_says_all(rule: Rule) -> None:
    body = PAGES[f"rules/{rule.code}.html"].body
    text = html.unescape(words(body))
    for said in (rule.title, rule.code, rule.why, rule.example, rule.fix, rule.written):
        assert re.sub(r"\s+", "", said) in text
    assert "{" not in message_outline(rule).replace("{{", "")
    assert ("確認済みにできます" in text) is (rule.severity is Severity.WARNING)


@pytest.mark.parametrize(
    ("code", "name", "words_for_it"),
    [
        ("role-without-class", "roles", "classes"),
        ("skill-without-area", "skills", "areas"),
    ],
)
def test_what_a_rule_shows_to_write_can_be_written(code: str, name: str, words_for_it: str) -> None:
    ways = [yaml.safe_load(way) for way in RULES[code].written.split("# または\n")]
    assert [list(way) for way in ways] == [[words_for_it], ["unmapped"]]
    for way in ways:
        (kind,) = (kind for kind in PLAN_FILES if kind.name == name)
        kind.model.model_validate({name: [{"id": "one", "name": "見本", **way}]})


@pytest.mark.parametrize("stage", STAGES)
def test_the_list_has_every_rule_in_its_stage_errors_first(stage: str) -> None:
    part = INDEX[INDEX.index(f'id="{stage}"') :].partition("<h2")[0]
    codes = re.findall(r'href="([a-z-]+)\.html"', part)
    assert sorted(codes) == sorted(rule.code for rule in STAGES[stage])
    severities = [RULES[code].severity for code in codes]
    assert severities == sorted(severities, key=list(Severity).index)


def test_what_differs_from_case_to_case_is_left_open() -> None:
    rule = RULES["skill-not-taught"]
    assert message_outline(rule) == "スキル「…」は求められていますが、学べる研修がありません。"


def test_every_topic_is_a_field_of_the_guide() -> None:
    pages = site_pages(guide.pages, site(plan()))
    for code in RULES:
        for kind, anchor in topics(code):
            body = pages[f"guide/{kind}.html"].body
            assert not anchor or f'id="{anchor}"' in body, (code, anchor)


def test_stated_topics_are_of_rules_that_there_are() -> None:
    assert set(STATED) <= set(RULES)


def test_a_reference_to_nothing_is_about_every_field_of_its_kind() -> None:
    assert ("curricula", "course-item-course") in topics("unknown-course")
    assert ("schedule", "schedule-item-course") in topics("unknown-course")
    assert "unknown-course" in rules_about("schedule")


def test_a_rule_leads_to_the_field_that_it_is_about() -> None:
    part = element(PAGES["rules/skill-not-taught.html"].body, "guide")
    assert '<a href="../guide/courses.html#course-teaches">courses.yaml の teaches</a>' in part


def test_a_rule_about_any_file_leads_to_the_guide() -> None:
    part = element(PAGES["rules/tab-indentation.html"].body, "guide")
    assert '<a href="../guide/index.html">' in part
    context = site(plan(), guides=(Guide("editing.html", "編集の手順"),))
    other = site_pages(rules.pages, context)["rules/tab-indentation.html"].body
    assert '<a href="../editing.html">編集の手順</a>' in element(other, "guide")
