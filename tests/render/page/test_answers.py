"""The answers at the top of a page: their numbers, and the strip that page/answers.html prints."""

import re
from pathlib import Path

from markupsafe import Markup

from jinzai.render.page.answers import Answer, counted
from jinzai.render.page.environment import Templates

TEMPLATES = Path(__file__).parents[3] / "templates"


def printed(answers: list[Answer]) -> str:
    """What a page with these answers prints for them."""
    return Templates(TEMPLATES).macro("page/answers.html", "answers")(answers)


def test_a_number_stands_out_and_what_was_written_is_escaped() -> None:
    assert counted(17, "件", "スキル") == 'スキル <b class="jz-answer__number">17</b>件'
    assert counted("<2>") == '<b class="jz-answer__number">&lt;2&gt;</b>'


def test_each_answer_has_its_question_and_a_note_where_there_is_one() -> None:
    strip = printed(
        [
            Answer("だれがなる", Markup("指名された職員"), Markup("毎年")),
            Answer("受ける", counted(12, "件", "研修")),
        ],
    )
    first, second = re.findall(r'<div class="jz-answer">(.*?)</div>', strip)
    assert first == (
        '<dt>だれがなる</dt><dd>指名された職員</dd><dd class="jz-answer__note">毎年</dd>'
    )
    assert second == '<dt>受ける</dt><dd>研修 <b class="jz-answer__number">12</b>件</dd>'


def test_without_answers_there_is_no_strip() -> None:
    assert printed([]).strip() == ""
