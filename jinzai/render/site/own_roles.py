"""わたしの役割: the page on which readers choose the roles that they hold, and see them joined.

The choosing and the joining are scripts, since which roles these are stands in the address. They
load the plans' files (`jinzai.render.site.own_role_files`). Without JavaScript the page leads to
the pages of the plans' roles.
"""

import json
from collections.abc import Iterator
from typing import Final, NamedTuple

from jinzai.link.address import plan_address
from jinzai.model import kinds
from jinzai.model.base import Basis
from jinzai.render.page.areas import OWN_ROLES
from jinzai.render.page.data_script import OWN_ROLE_FILES, PREFECTURE_FILES
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import SiteContext
from jinzai.render.page.prefectures import is_listed, list_links, prefectures
from jinzai.render.page.room import are_few
from jinzai.render.words.amounts import LOAD_WORDS, UNDEFINED
from jinzai.render.words.wording import COUNTERS, INFERRED_MEANS, word

SCRIPTS: Final = (
    "assets/jinzai/compare-data.js",
    "assets/jinzai/own-roles-kept.js",
    "assets/jinzai/own-roles-sums.js",
    "assets/jinzai/own-roles-joined.js",
    "assets/jinzai/own-roles-pieces.js",
    "assets/jinzai/own-roles-strip.js",
    "assets/jinzai/own-roles-shown.js",
    "assets/jinzai/own-roles.js",
)
MOST_ROLES: Final = 24
"""The largest number of roles that are joined."""


class OwnRolesView(NamedTuple):
    """The page. `data` is the scripts' input, as JSON.

    `plans` link to the lists of the plans' roles. If the plans are too many to list, it is empty,
    and `prefectures` links to their lists.
    """

    data: str
    scripts: tuple[str, ...]
    plans: tuple[Link, ...]
    prefectures: tuple[tuple[Link, int], ...]


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place(OWN_ROLES.page)
    every = site.commons.plans.values()
    yield Draft.of_area(
        place,
        OWN_ROLES,
        kicker="受け持つ役割をまとめて見る",
        description="兼務している役割を選ぶと、身に付けるスキルと受ける研修をまとめて示します。",
        template="site/own_roles.html",
        view=OwnRolesView(
            _data(site),
            tuple(place.href(script) for script in SCRIPTS),
            tuple(
                place.to(plan_address(plan.id, kinds.ROLES.page), f"{plan.name}の役割")
                for plan in every
            )
            if is_listed(len(every))
            else (),
            list_links(site, place),
        ),
        sections=(Section("plans", "計画ごとの役割の一覧"),),
    )


def _data(site: SiteContext) -> str:
    """The scripts' input: words, folders, and plans or prefectures to choose from."""
    summaries = tuple(site.commons.plans.values())
    few = are_few(len(summaries))
    return json.dumps(
        {
            "files": OWN_ROLE_FILES,
            "prefectureFiles": PREFECTURE_FILES,
            "most": MOST_ROLES,
            "words": {
                "counters": COUNTERS,
                "load": LOAD_WORDS._asdict(),
                "inferred": word(Basis.INFERRED),
                "undefined": UNDEFINED.text,
                "legend": ["点線の下線", INFERRED_MEANS],
            },
            "plans": [[plan.id, plan.name] for plan in summaries] if few else [],
            "prefectures": [] if few else [[one.code, one.name] for one in prefectures(summaries)],
        },
        ensure_ascii=False,
    )
