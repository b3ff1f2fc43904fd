"""How strongly a plan asks for an area of skills: four strengths, each with its sign and words.

The strengths are never mixed: a sentence that says that nobody asks for an area needs the strength
`NOTHING` everywhere. This module owns the signs and the words. `jinzai.compare.evidence` finds what
there is. `jinzai.check.values` finds plans whose own legend has one of these signs.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple


class Strength(StrEnum):
    """The strongest evidence that there is for a role and an area, the strongest first.

    Attributes:
        ASKED: a table of the plan (matrix.yaml) marks a skill of the area for the role.
        SAID: the role's own texts say it, or those of a skill that it asks for; no table does.
        TAUGHT: a course or a curriculum of the role teaches it, and nothing else says it.
        NOTHING: none of these.
    """

    ASKED = "asked"
    SAID = "said"
    TAUGHT = "taught"
    NOTHING = "nothing"


class StrengthWords(NamedTuple):
    """How a strength is shown: its sign, its word, and what the word means."""

    sign: str
    word: str
    means: str


STRENGTHS: Final[Mapping[Strength, StrengthWords]] = {
    Strength.ASKED: StrengthWords(
        "表",
        "スキルの表で求める",
        "計画のスキルの表が、その領域のスキルを役割に求めている",
    ),
    Strength.SAID: StrengthWords(
        "文",
        "担うことなどの文章にある",
        "スキルの表にはないが、役割の目的・担うこと・行動姿勢・知識・レベルの文章か、"
        "役割に求めるスキルの説明が述べている",
    ),
    Strength.TAUGHT: StrengthWords(
        "研",
        "研修だけにある",
        "表にも文章にもないが、役割の研修などで学ぶ",
    ),
    Strength.NOTHING: StrengthWords("–", "記載なし", "どれにも見つからない"),
}
"""The signs and words, the strongest first. No plan's own legend has one of the signs."""

EVIDENCE_SIGNS: Final = frozenset(
    shown.sign for strength, shown in STRENGTHS.items() if strength is not Strength.NOTHING
)
"""The signs of what there is. `–` is a dash on every page, also where it means something else."""
