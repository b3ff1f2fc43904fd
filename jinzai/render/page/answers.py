"""The answers at the top of a page: three or four questions that readers open it with.

This module owns what an answer consists of and how its big number is marked. Which questions a page
answers is the business of its own view. templates/page/answers.html prints the strip.
"""

from typing import NamedTuple

from markupsafe import Markup

from jinzai.render.words.escaping import printed


class Answer(NamedTuple):
    """One cell of the strip.

    Attributes:
        label: the question in a word or two, such as `受ける`.
        answer: what the plan says, in a few words.
        note: what limits or completes the answer, in at most two short lines; may be empty.
    """

    label: str
    answer: Markup
    note: Markup = Markup()


def counted(number: object, unit: str = "", before: str = "") -> Markup:
    """An answer that is a number: `counted(17, "件", "スキル")` is スキル 17件 with a big 17."""
    big = f'<b class="jz-answer__number">{printed(number)}</b>{printed(unit)}'
    return Markup(f"{printed(before)} {big}" if before else big)
