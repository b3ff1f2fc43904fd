"""The index of skills: one table to choose from, definitions below, category by category."""

import re

from jinzai.render.plan import skill_index
from tests.render.sample_plans import element, ids, plan, plan_page, words

ROLES = {"roles": [{"id": "lead", "name": "推進役"}, {"id": "staff", "name": "全職員"}]}
SKILLS = {
    "categories": [
        {"id": "tech", "name": "技術"},
        {"id": "data", "name": "データ", "part_of": "tech"},
    ],
    "skills": [
        {"id": "s1", "name": "わける", "kana": "わける"},
        {"id": "s2", "name": "集める", "kana": "あつめる", "category": "data"},
        {
            "id": "s3",
            "name": "作る",
            "kana": "つくる",
            "category": "tech",
            "definition": "形にする",
        },
    ],
}
MATRIX = {
    "matrices": [
        {
            "id": "m",
            "name": "表",
            "legend": [{"mark": "●", "requirement": "required", "label": "必要"}],
            "columns": [{"id": "x", "role": "staff"}],
            "rows": [{"skill": "s2", "marks": {"x": "●"}}],
        }
    ]
}


def page() -> str:
    return plan_page(skill_index.pages, plan(roles=ROLES, skills=SKILLS, matrix=MATRIX))


def row(html: str, id: str) -> str:
    """The row of a skill in the table."""
    return next(part for part in html.split("<tr") if f'href="{id}.html"' in part)


def test_the_table_has_the_order_of_the_plan_and_the_places_in_others() -> None:
    html = page()
    assert re.findall(r'<th scope="row" data-order="(\d)"><a href="(\w+)', html) == [
        ("2", "s1"),
        ("0", "s2"),
        ("1", "s3"),
    ]
    assert re.findall(r'data-label="(分類|求める役割)" data-order="(\d)"', row(html, "s2")) == [
        ("分類", "1"),
        ("求める役割", "1"),
    ]
    assert row(html, "s1").count("data-order") == 1


def test_a_skill_belongs_to_the_categories_above_its_own() -> None:
    html = page()
    assert 'data-in-category="data tech" data-in-role="staff"' in row(html, "s2")
    assert 'data-in-category="-" data-in-role="-"' in row(html, "s1")


def test_definitions_stand_below_their_category() -> None:
    html = page()
    assert ids(html) == ["all", "category-tech", "category-data", "uncategorised"]
    assert "作る形にする" in words(element(html, "category-tech"))
    assert "集める記載なし" in words(element(html, "category-data"))


def test_without_categories_there_is_no_column_for_them() -> None:
    skills = {"skills": [{"id": "s", "name": "作る"}]}
    html = plan_page(skill_index.pages, plan(skills=skills))
    assert "分類" not in words(html)
    assert "スキルの定義" in words(html)


def test_a_plan_without_skills_says_so() -> None:
    html = plan_page(skill_index.pages, plan())
    assert "の記載はありません" in html
    assert "<script" not in html


def test_courses_of_few_skills_stand_in_a_sentence() -> None:
    def told(*taught: str) -> str:
        skills = {"skills": [{"id": f"s{n}", "name": f"力{n}"} for n in range(4)]}
        courses = [{"id": id, "name": f"{id}研修", "teaches": [{"skill": id}]} for id in taught]
        content = plan(skills=skills, courses={"courses": courses or [{"id": "x", "name": "研修"}]})
        return words(plan_page(skill_index.pages, content))

    assert "学べる研修の記載があるスキルはありません。" in told()
    assert "学べる研修の記載があるスキル：力2（s2研修）。ほかの3件には記載なし。" in told("s2")
    assert "学べる研修の記載がある" not in told("s1", "s2")
