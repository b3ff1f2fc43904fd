"""推定: a dotted line, explained on each page that has it, said once where it holds for a group."""

import re

import pytest

from jinzai.publish.page import Page
from jinzai.render.page.links import Link
from tests.render.sample_plans import TEMPLATES, words

SIGN = "jz-inferred"
SAID = "推定）"


def test_each_page_with_the_sign_explains_it(real_pages: dict[str, Page]) -> None:
    signed = [page for page in real_pages.values() if SIGN in page.body]
    assert len(signed) > 100
    for page in signed:
        explained = re.findall(r'class="[^"]*(jz-states|jz-guess-legend)"', page.body)
        assert len(explained) == 1, page.address
        assert "推定" in words(page.body[page.body.index(explained[0]) :])


def test_a_page_without_the_sign_does_not_explain_it(real_pages: dict[str, Page]) -> None:
    plain = [
        page for page in real_pages.values() if SIGN not in page.body and SAID not in page.body
    ]
    assert plain
    assert not [page.address for page in plain if "jz-guess-legend" in page.body]


def links(*guesses: bool) -> tuple[tuple[Link, bool], ...]:
    return tuple((Link(f"語{number}", "#"), guess) for number, guess in enumerate(guesses))


@pytest.mark.parametrize(
    ("guesses", "said", "text"),
    [
        ((True,), False, "語0（推定）"),
        ((False, True), False, "語0、語1（推定）"),
        ((True, True, True), False, "語0、語1、語2（どれも推定）"),
        ((True, True), True, "語0、語1"),
        ((), False, "記載なし"),
    ],
)
def test_links_that_are_all_inferred_say_so_once(
    guesses: tuple[bool, ...], said: bool, text: str
) -> None:
    macro = TEMPLATES.macro("page/state.html", "guessed_links")
    html = macro(links(*guesses), said)
    assert words(html) == text
    assert html.count(SIGN) == sum(guesses)


def test_where_editors_mapped_all_roles_one_sentence_says_so(real_pages: dict[str, Page]) -> None:
    body = real_pages["compare/roles.html"].body
    assert "区分への対応付けは、どの計画についても編集者の判断です。" in body
    heads = re.findall(r'<p class="jz-rolecard__head">.*?</p>', body, re.DOTALL)
    assert len(heads) > 30
    assert not [head for head in heads if SIGN in head]


def test_a_column_that_is_all_inferred_says_so_once(real_pages: dict[str, Page]) -> None:
    body = real_pages["toyonaka/courses/index.html"].body
    head, _, cells = body.partition("</thead>")
    assert SAID in head[head.index("スキル") :]
    skills = re.findall(r'<td data-label="[^"]*スキル">.*?</td>', cells, re.DOTALL)
    assert len(skills) == 42
    assert len([cell for cell in skills if SIGN in cell]) > 30
    assert not [cell for cell in skills if SAID in cell]
