"""What planners ask when they compare plans, and the pages that answer."""

from typing import Final

from jinzai.link.address import (
    COMPARE_DETAIL,
    COMPARE_LEARNING,
    COMPARE_ROLES,
    COMPARE_SKILLS,
    COMPARE_TARGETS,
)

QUESTIONS: Final = (
    (
        "ほかの計画は、役割をどう分けているか",
        COMPARE_ROLES,
        "役割の区分と計画",
        "区分ごとに各計画の役割を並べ、対象、スキルの数、研修の時間、人数を一目で見ます。",
    ),
    (
        "その役割に、うちにない何を求めているか",
        COMPARE_DETAIL,
        "役割を詳しく比べる",
        (
            "2つから4つの役割やレベルを選び、どちらも求めること、片方だけが求めることを見ます。"
            "表計算ファイルにも保存できます。"
        ),
    ),
    (
        "どのスキルを、いくつの計画が求めているか",
        COMPARE_SKILLS,
        "スキルの領域を見比べる",
        "領域ごとに、どの計画とどの役割が、いくつ、どれくらい強く求めているかを見ます。",
    ),
    (
        "研修に何時間かけているか",
        COMPARE_LEARNING,
        "研修の量を見比べる",
        "区分ごとの時間・日数・数・形式を並べます。時間の示されない研修は別に数えます。",
    ),
    (
        "いつまでに何人を育てるとしているか",
        COMPARE_TARGETS,
        "数値目標を見比べる",
        "計画の期間を1つの年表に並べ、区分ごとに人数と割合の目標を見ます。",
    ),
)
"""A question, the page that answers it, its name, and what one sees there."""
