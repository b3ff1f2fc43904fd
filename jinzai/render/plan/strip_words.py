"""Words and marks that the answers of a role's pages share: figures, first sentences, hours.

An answer is what a reader sees first, so it is short: the figure stands large, all else is small.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from markupsafe import Markup, escape

from jinzai.link.curricula import LinkedCurriculum
from jinzai.link.learning import Load
from jinzai.model.numbers import Absence
from jinzai.render.page.links import Link
from jinzai.render.page.place import PlanContext
from jinzai.render.words import amounts

_FIGURE: Final = re.compile(r"\d[\d,.]*(?:〜\d[\d,.]*)?")
NO_HOURS: Final = ("時間数はどの研修にも書かれていない", "時間数は書かれていない")
"""What is said of several courses and of one if the plan leaves the hours of all of them open."""
_MUNICIPALITIES: Final = ("市", "区", "町", "村", "都", "道", "府", "県")
_AREA_LINK: Final = re.compile(r'<a href="(?:\.\./)*frameworks/[^"]*">(.*?)</a>', re.DOTALL)
_AREA_MARK: Final = re.compile(r"\]\(entry:([^)\s]+)\)")
_PAIRS: Final = ("[]", "()", "（）", "「」")
_STOPS_AND_SIGNS: Final = re.compile(r"[。\[\]()（）「」]|\*+|_+|`+")


def figures(text: str) -> Markup:
    """A text whose numbers stand large."""
    parts: list[Markup] = []
    end = 0
    for found in _FIGURE.finditer(text):
        parts += (
            escape(text[end : found.start()]),
            Markup('<b class="jz-answer__number">{}</b>').format(found[0]),
        )
        end = found.end()
    return Markup().join((*parts, escape(text[end:])))


@lru_cache(maxsize=512)
def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence of a text in Markdown without its 。, and the rest.

    The last results are kept, since the pages of all roles ask for the same practices.
    A text of several paragraphs is not divided, and no sentence ends within a link, a quotation or
    an emphasis.
    """
    whole = text.strip()
    if "\n" in whole:
        return whole, ""
    opened = dict.fromkeys(_PAIRS, 0)
    is_marked = False
    for found in _STOPS_AND_SIGNS.finditer(whole):
        sign = found[0]
        pair = next((pair for pair in _PAIRS if sign in pair), None)
        if sign == "。":
            if not is_marked and not any(opened.values()):
                return whole[: found.start()], whole[found.end() :].strip()
        elif pair is None:
            is_marked = not is_marked
        else:
            opened[pair] += 1 if sign == pair[0] else -1
    return whole, ""


def lines(parts: Iterable[Markup | str]) -> Markup:
    """The parts that are not empty, each on a line of its own."""
    return Markup("<br>").join(part for part in parts if part)


def hours(load: Load) -> Markup:
    """The hours and days as an answer: `24〜27時間` over `または 50時間`."""
    return Markup("<br>または ").join(figures(way) for way in alternatives(load))


def alternatives(load: Load) -> tuple[str, ...]:
    """The hours and days of each alternative: `24〜27時間`, `50時間`."""
    return tuple(amounts.known(load).split("、または"))


def hours_in_words(load: Load) -> str:
    """The hours and days within a sentence: `24〜27時間または50時間`, `時間の記載なし`."""
    return "または".join(alternatives(load)) if load.given else "時間の記載なし"


def untimed(context: PlanContext, curricula: Iterable[LinkedCurriculum], load: Load) -> str:
    """What the plan lacks about hours, for courses without any published amount.

    Only what every statement about each course leaves open is called not stated. A time that no
    editor has looked up yet, and one that does not apply, say so.
    """
    if load.given or not (load.unknown or load.exempt):
        return ""
    every = [
        {
            amount
            for linked in context.plan.linked_courses[id].deliveries
            for form in (linked.delivery, *linked.delivery.plus)
            for amount in (form.hours, form.days)
            if amount is not None
        }
        for id in dict.fromkeys(
            use.course.id for one in curricula for part in one.parts() for use in part.uses
        )
    ]
    if all(found == {Absence.UNDEFINED} for found in every):
        return NO_HOURS[len(every) == 1]
    if not all(every):
        return "時間数は未確認"
    return "時間の当てはまらない研修" if not load.unknown else "この表に時間数の記載なし"


def unnamed_training(context: PlanContext) -> str:
    """What training without a name is: the issuer holds it, and no duty of the staff is meant."""
    issuer = context.plan.plan.issuer.name
    who = issuer[-1] if issuer.endswith(_MUNICIPALITIES) else "自治体"
    return f"{who}が行う研修（名前の記載なし）"


def without_areas(text: Markup) -> Markup:
    """A text without its links to the common areas, which say nothing to people of the role.

    The pages that compare plans have these links.
    """
    return Markup(_AREA_LINK.sub(r"\1", text))


def areas_in(*texts: str | None) -> tuple[str, ...]:
    """The entries of frameworks that texts in Markdown link to, each once, in order."""
    found = (entry for text in texts if text for entry in _AREA_MARK.findall(text))
    return tuple(dict.fromkeys(found))


def linked(links: Iterable[Link]) -> Markup:
    """Links with 、 between them. A name with its sign never breaks."""
    every = tuple(links)
    return Markup("").join(
        Markup('<span class="jz-name">{}{}</span>').format(
            Markup(link.__html__()), "、" if number < len(every) else ""
        )
        for number, link in enumerate(every, 1)
    )
