"""The words of a detailed comparison that the pages and their scripts have in common.

`jinzai.render.compare.rows`, `jinzai.render.compare.table` and their template compared_roles.html
use the words for the comparisons that stand ready. The page on which a reader chooses roles hands
the same words as JSON to templates/theme/assets/jinzai/compare-table.js and compare.js. This module
does not know when a word is used.
"""

from typing import Final, NamedTuple

from jinzai.model import kinds
from jinzai.model.base import Basis
from jinzai.model.numbers import Absence
from jinzai.model.strength import STRENGTHS, Strength
from jinzai.render.words.wording import COUNTERS, INFERRED_MEANS, word

AREAS_NOTE: Final = (
    "名前ではなく、共通の領域で並べています。領域への対応付けは編集者の判断（推定）です。"
    "1つのスキルが2つの領域にあることもあります。"
)
"""The word to the reader at the rows of areas."""

_WEAKER: Final = tuple(
    (STRENGTHS[one].sign, f"{STRENGTHS[one].word}（{STRENGTHS[one].means}）。")
    for one in (Strength.SAID, Strength.TAUGHT)
)
_UNASKED: Final = STRENGTHS[Strength.NOTHING].word


class RoleWords(NamedTuple):
    """The words. `{name}` is a place for a value; `str.format` and the scripts fill it in.

    Attributes:
        counters: see `jinzai.render.words.wording.COUNTERS`.
        has, hints, lacks: the sign of a role that has a cell in a row, of a role whose texts or
            training have the area, and of a role that has nothing.
        equal, unequal: the sign of a row of numbers.
        corner: the head of the column with the names of the rows.
        nowhere: no role has a cell in the row.
        absent: no role has a cell in these rows.
        unasked, undefined: what stands in an empty cell.
        inferred: the mark of what an editor worked out.
        unplaced: the remark behind `unasked` where a role has skills outside all areas.
        only, together, some: some of the roles have a cell in the row.
        table: says the same of tables only, since texts or training stand against it.
        weak: no table has it, but texts or training have.
        both, every, stated: all roles that can be compared have a cell in the row.
        same, unlike: the cells are equal, or not.
        amount, strength: in what the cells differ. `{who}` is `both`, `every` or `stated`.
        scale, scales: the levels of the roles stand on one scale, or not.
        silent: the plan leaves the skills of the role undefined.
        alone, several: the areas that one role asks for, or several roles of one plan and no other.
        table_alone, table_several: the same of tables only.
        weaker: the areas that no table has, but texts or training.
        pair, all, partly: the areas that all roles ask for, and those without any evidence.
            `pair` is for two roles, `all` for more, `partly` where some roles ask for no skill.
        about: the words of a saved table, each with its meaning.
    """

    counters: str = COUNTERS
    has: str = "◆"
    hints: str = "◈"
    lacks: str = "◇"
    equal: str = "＝"
    unequal: str = "≠"
    corner: str = "比べること"
    nowhere: str = "どの列にもない"
    absent: str = "どの列にもないもの：{titles}"
    unasked: str = _UNASKED
    undefined: str = word(Absence.UNDEFINED)
    inferred: str = word(Basis.INFERRED)
    unplaced: str = "領域に対応付けていないスキルが{number}件ある"
    only: str = "{who}だけ"
    together: str = "{plan}だけ（{number}）"
    some: str = "{all}のうち{having}"
    table: str = "スキルの表では{said}"
    weak: str = "スキルの表にはない"
    both: str = "両方"
    every: str = "すべて"
    stated: str = "記載のある{number}とも"
    same: str = "同じ"
    unlike: str = "違う"
    amount: str = "{who}・数が違う"
    strength: str = "{who}・必要度が違う"
    scale: str = "レベルは、共通のレベルに対応付けています。"
    scales: str = (
        "レベルを共通のレベルに対応付けていません。計画での呼び方のまま並べています。"
        "同じ番号のレベルが同じ力を指すとは限りません。"
    )
    silent: str = "{plan}の「{name}」は、計画がスキルを示していないため、領域では比べていません。"
    alone: str = "{who}だけが求める領域"
    several: str = "{plan}の2つ以上だけが求める領域"
    table_alone: str = "スキルの表では{who}だけが求める領域"
    table_several: str = "スキルの表では{plan}の2つ以上だけが求める領域"
    weaker: str = "スキルの表にはなく、文章や研修にある領域"
    pair: tuple[str, str] = ("どちらも求める領域", "どちらにも記載のない領域")
    all: tuple[str, str] = ("すべてが求める領域", "どれにも記載のない領域")
    partly: tuple[str, str] = (
        "スキルの記載がある{number}がすべて求める領域",
        "どれにも記載のない領域",
    )
    about: tuple[tuple[str, str], ...] = (
        ("領域", AREAS_NOTE),
        (word(Absence.UNDEFINED), "計画に書かれていない。"),
        (
            _UNASKED,
            (
                "その計画にスキルの記載はあるが、この領域は、スキルの表にも、役割の文章にも、"
                "研修にもない。"
                "領域に対応付けていないスキルがあるときは、補足にその数を書いている。"
            ),
        ),
        (word(Basis.INFERRED), f"{INFERRED_MEANS}。"),
        (
            kinds.PLACEHOLDER.name,
            "その行に、それ以上の項目がない。同じ行に並ぶスキルどうしは、対応するものとは限らない。",
        ),
        ("記号", "計画の表の印。意味は補足に書いている。"),
        *_WEAKER,
        ("領域の一部、領域より広い", "スキルから見た領域との関係。"),
        (
            "前提の「…」から、内訳の「…」から",
            "前提となる役割から引き継ぐもの、内訳の役割が求めるもの。",
        ),
    )


WORDS: Final = RoleWords()
