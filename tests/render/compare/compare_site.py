"""Plans to compare, written as plain values: two of the same framework, or more than a page holds.

Names are such as a script might take for markup, a spreadsheet for a formula.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page, expect

from jinzai.compare.comparison import comparison
from jinzai.compare.profile import profile
from jinzai.link.catalogue import framework_entries, link_commons, link_plan
from jinzai.model.content import FrameworkContent, PlanContent
from jinzai.model.framework import Framework
from jinzai.publish.assemble import HandPageExtras
from jinzai.publish.page import SiteFile
from jinzai.publish.publish import begin_shells, publish
from jinzai.render.compare import detail, index, learning
from jinzai.render.compare import roles as compare_roles
from jinzai.render.compare import skills as compare_skills
from jinzai.render.compare import targets as compare_targets
from jinzai.render.compare.files import CompareFiles
from jinzai.render.page.frame import SiteFrame
from jinzai.render.page.place import SiteContext
from tests.render.page.tables_site import REPOSITORY
from tests.render.sample_plans import TEMPLATES, plan

FORMULA: Final = "=1+1"
MARKUP: Final = "</script><b>太字"
CLASSES: Final = {
    "id": "classes",
    "title": "区分",
    "kind": "role",
    "summary": "役割の区分。",
    "entries": [
        {"id": "leader", "name": "リーダー", "definition": "中心の職員。", "origin": "ours"},
        {"id": "staff", "name": "職員", "definition": "すべての職員。", "origin": "ours"},
        {"id": "none", "name": "誰もいない区分", "definition": "空。", "origin": "ours"},
    ],
}
AREAS: Final = {
    "id": "areas",
    "title": "領域",
    "kind": "skill",
    "summary": "スキルの領域。",
    "entries": [
        {"id": "bpr", "name": "業務改革", "definition": "見直す力。", "origin": "ours"},
        {"id": "data", "name": "データ", "definition": "読み解く力。", "origin": "ours"},
        {"id": "law", "name": "法令", "definition": "守る力。", "origin": "ours"},
    ],
}
LEGEND: Final = [
    {"mark": "●", "requirement": "required", "label": "必須"},
    {"mark": "△", "requirement": "conditional", "label": "担当による"},
]


_SAID: Final = {
    "purpose": "[仕事の見直し](entry:areas/bpr)に加わる。",
    "duties": ["[決まり](entry:areas/law)を守る。"],
}


def city(
    id: str = "sample",
    name: str = "見本市",
    code: str | None = None,
    mapped: bool = True,
    people: int = 1500,
    aims: int = 1,
    says: bool = False,
) -> PlanContent:
    """A plan with a leader in two levels, staff whom the leader extends, and a role in no class.

    `mapped` says whether the skill that only the leader has is in an area, `people` how many there
    shall be at the higher level, and `aims` how many targets say so. `says` gives the staff texts
    about two areas.
    """
    return plan(
        {
            "id": id,
            "title": f"{name}の計画",
            "short_title": name,
            "issuer": {"name": name, "prefecture": "大阪府" if code else None, "code": code},
        },
        roles={
            "roles": [
                _role("leader", "リーダー職", "leader", levels=_LEVELS, extends={"role": "staff"}),
                _role(
                    "staff",
                    "全職員",
                    "staff",
                    audience="市の職員。" * 30,
                    **(_SAID if says else {}),
                ),
                {"id": "guest", "name": "客員", "unmapped": "区分に対応するものがない。"},
            ]
        },
        skills={
            "skills": [
                _skill("bpr", FORMULA, "bpr")
                if mapped
                else {"id": "bpr", "name": FORMULA, "unmapped": "領域に対応するものがない。"},
                _skill("data", MARKUP, "data"),
                {"id": "odd", "name": "その他", "unmapped": "領域に対応するものがない。"},
            ]
        },
        matrix={
            "matrices": [
                {
                    "id": "map",
                    "name": "表",
                    "legend": LEGEND,
                    "columns": [
                        {"id": "l1", "role": "leader", "level": "one"},
                        {"id": "l2", "role": "leader", "level": "two"},
                        {"id": "s", "role": "staff"},
                    ],
                    "rows": [
                        {"skill": "bpr", "marks": {"l1": "△", "l2": "●"}},
                        {"skill": "data", "marks": {"s": "●"}},
                        {"skill": "odd", "marks": {"l2": "●"}},
                    ],
                }
            ]
        },
        courses={
            "courses": [
                {"id": "a", "name": "研修A", "deliveries": [{"format": "video", "hours": "2.5"}]},
                {"id": "b", "name": "研修B"},
            ]
        },
        curricula={
            "curricula": [
                {
                    "id": "first",
                    "name": "はじめ",
                    "role": "leader",
                    "level": "one",
                    "stages": [{"id": "s", "name": "段階", "items": [{"course": "a"}]}],
                },
                {
                    "id": "any",
                    "name": "共通",
                    "role": "leader",
                    "stages": [{"id": "s", "name": "段階", "items": [{"course": "b"}]}],
                },
            ]
        },
        targets={
            "targets": [
                {
                    "id": f"t{number or ''}",
                    "name": "目標",
                    "unit": "people",
                    "role": "leader",
                    "level": "two",
                    "values": [{"year": 2026, "value": people}],
                }
                for number in range(aims)
            ]
        },
    )


_LEVELS: Final = [
    {"id": "one", "name": "段階1", "definition": "気づく。", "headcount": {"value": 70}},
    {"id": "two", "name": "段階2", "evidence": ["研修を終えた。"]},
]


def _role(id: str, name: str, entry: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id,
        "name": name,
        "classes": [{"entry": f"classes/{entry}", "relation": "close"}],
        **more,
    }


def _skill(id: str, name: str, entry: str) -> dict[str, Any]:
    return {
        "id": id,
        "name": name,
        "areas": [{"entry": f"areas/{entry}", "relation": "exact"}],
    }


def many(number: int) -> tuple[PlanContent, ...]:
    """So many plans, the first half in 大阪府, the others without a code."""
    return tuple(
        city(f"city-{place:02}", f"{place}番市", "272108" if place < number // 2 else None)
        for place in range(number)
    )


def compared(*plans: PlanContent) -> SiteContext:
    """What the comparing pages look at."""
    frameworks = FrameworkContent(tuple(Framework.model_validate(one) for one in (CLASSES, AREAS)))
    entries = framework_entries(frameworks)
    every = [link_plan(one, entries=entries) for one in plans]
    commons = link_commons(frameworks, (one.summary for one in every))
    found = comparison(commons, map(profile, every))
    return SiteContext(commons, TEMPLATES, compared=found)


def build_compared(root: Path, *plans: PlanContent) -> Path:
    """The comparing pages in the real frame, with the files that they load, below `root`."""
    theme = root / "templates" / "theme"
    theme.parent.mkdir(parents=True)
    theme.symlink_to(REPOSITORY / "templates" / "theme")
    (root / "mkdocs.yml").write_text((REPOSITORY / "mkdocs.yml").read_text("utf-8"), "utf-8")
    (root / "content" / "pages").mkdir(parents=True)
    context = compared(*plans)
    frame = SiteFrame(context)
    makers = (
        index.pages,
        compare_roles.pages,
        detail.pages,
        compare_skills.pages,
        learning.pages,
        compare_targets.pages,
    )
    pages = [frame.page(draft) for maker in makers for draft in maker(context)]
    with begin_shells(root, root / "mkdocs.yml", root / "site") as shells:
        publish(shells, pages, data_files(context), lambda _: HandPageExtras(""))
    return root / "site"


def data_files(context: SiteContext) -> Iterator[SiteFile]:
    """All data files of the comparing scripts."""
    writer = CompareFiles(context)
    for compared_plan in context.compared.plans.values():
        yield from writer.of_plan(compared_plan)
    yield from writer.of_all()


def list_prefecture(page: Page, prefecture: str) -> None:
    """Chooses a prefecture; returns when the boxes are those of its plans."""
    page.locator(".jz-choose select").select_option(label=prefecture)
    told = re.compile(f"{prefecture}の計画を\\S+出しました。")
    expect(page.locator(".jz-choose__status")).to_have_text(told)
