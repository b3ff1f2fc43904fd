"""The page of the matrices: grouped rows, counts, notes below the table, heads that fit."""

import re
from typing import Any

from jinzai.render.plan import matrix
from tests.render.sample_plans import plan, plan_page, words

ROLES = {"roles": [{"id": "a", "name": "全職員"}, {"id": "b", "name": "全庁DX推進担当"}]}
SKILLS = {
    "categories": [{"id": "mind", "name": "意識"}, {"id": "tech", "name": "技術"}],
    "skills": [
        {"id": "s1", "name": "変える", "category": "mind"},
        {"id": "s2", "name": "作る", "category": "tech"},
        {"id": "s3", "name": "守る"},
        {"id": "s4", "name": "続ける", "category": "mind"},
    ],
}
LEGEND = [
    {"mark": "●", "requirement": "required", "label": "必要"},
    {"mark": "★", "requirement": "conditional", "label": "業務による"},
]
COLUMNS = [{"id": "x", "role": "a"}, {"id": "y", "role": "b"}]


def page(rows: list[dict[str, Any]], **changes: Any) -> str:
    table = {
        "id": "map",
        "name": "表",
        "legend": LEGEND,
        "columns": COLUMNS,
        "rows": rows,
        **changes,
    }
    content = plan(roles=ROLES, skills=SKILLS, matrix={"matrices": [table]})
    return plan_page(matrix.pages, content)


def line(html: str, skill: str) -> str:
    """The row of a skill."""
    return next(row for row in html.split("<tr") if f'{skill}.html">' in row)


def test_rows_stand_below_their_category_and_count_their_marks() -> None:
    html = page(
        [
            {"skill": "s1", "marks": {"x": "●", "y": "★"}},
            {"skill": "s2", "marks": {"y": "●"}},
            {"skill": "s3", "marks": {}},
        ]
    )
    groups = re.findall(r'<tr class="jz-group">.*?</tr>', html)
    assert [words(group) for group in groups] == ["意識", "技術", "分類なし"]
    sums = {s: re.findall(r'class="jz-sum">(\d*)<', line(html, s)) for s in ("s1", "s2", "s3")}
    assert sums == {"s1": ["1", "1"], "s2": ["1", "0"], "s3": ["0", "0"]}
    foot = html[html.index("<tfoot>") :]
    assert re.findall(r"<td[^>]*>(\d*)", foot) == ["1", "1", "2", "", "0", "1", "", "1"]


def test_a_row_has_a_cell_for_every_head() -> None:
    for legend in (LEGEND, LEGEND[:1]):
        html = page([{"skill": "s1", "marks": {"x": "●"}}], legend=legend)
        heads = html[html.index("<thead>") : html.index("</thead>")].count("<th ")
        rows = [row for row in html.split("<tr")[2:] if 'scope="row"' in row]
        assert {row.count("<td") + 1 for row in rows} == {heads}
        assert f'colspan="{heads}"' in html


def test_a_mark_says_in_words_what_it_asks_and_of_whom() -> None:
    html = line(page([{"skill": "s1", "marks": {"y": "★"}}]), "s1")
    assert '<span aria-hidden="true">★</span><span class="jz-hidden">業務による</span>' in html
    assert '<span class="jz-whose">全庁DX推進担当</span>' in html
    assert html.count("jz-whose") == 1


def test_notes_of_rows_and_cells_stand_below_in_reading_order() -> None:
    marked = {"mark": "●", "note": "マスの注"}
    html = page(
        [
            {"skill": "s1", "marks": {"x": marked, "y": "●"}, "note": "行の注"},
            {"skill": "s2", "marks": {"y": {**marked, "note": "次の注"}}},
        ]
    )
    below = re.findall(r'<li id="([^"]*)"><a href="#([^"]*)"[^>]*>(注\d)</a> (.*?)</li>', html)
    assert below == [
        ("matrix-map--note-1", "matrix-map--ref-1", "注1", "行の注"),
        ("matrix-map--note-2", "matrix-map--ref-2", "注2", "マスの注"),
        ("matrix-map--note-3", "matrix-map--ref-3", "注3", "次の注"),
    ]
    for note, reference, *_ in below:
        assert f'<a id="{reference}" href="#{note}">' in html
    assert "行の注" not in html[: html.index("</table>")]


def test_heads_break_between_words_and_only_a_wide_table_scrolls() -> None:
    rows = [{"skill": "s1", "marks": {}}]
    html = page(rows)
    assert ">全庁<wbr>DX推進担当</a>" in html
    assert "jz-matrix-frame--across" in html
    assert "tabindex" not in html
    many = [{"id": f"c{n}", "role": "b"} for n in range(30)]
    html = page(rows, columns=many)
    assert 'jz-matrix-frame--scroll" role="region" aria-label="表" tabindex="0"' in html


def test_mixed_categories_are_named_by_each_row() -> None:
    html = page([{"skill": skill, "marks": {}} for skill in ("s1", "s2", "s4")])
    assert "jz-group" not in html
    row = line(html, "s2")
    assert words(row[row.index("<th") : row.index("</th>")]) == "作る技術"
