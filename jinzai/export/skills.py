"""skills.csv: the skills of the plan."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from jinzai.export import shared_columns as shared
from jinzai.export.cells import category, framework_links, issuer, joined, with_basis
from jinzai.export.plain import plain_text
from jinzai.export.table import Subject, Table, TableColumn, columns_of
from jinzai.link.catalogue import entity_name
from jinzai.model import kinds


class SkillRow(NamedTuple):
    """A skill."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    skill_id: shared.SkillId
    skill: shared.SkillName
    category: shared.CategoryName
    definition: Annotated[
        str | None, TableColumn("定義", "何ができることか。", blank="計画が述べていない。")
    ]
    builds_on: Annotated[
        str | None,
        TableColumn(
            "前提となるスキル",
            "先に身に付けるスキルのid。2つ以上あるときは ; で区切る。"
            "編集者が読み取ったものは、最後に :inferred を付ける。",
            blank="前提となるスキルがない。",
        ),
    ]
    areas: Annotated[
        str | None,
        TableColumn(
            "共通のスキル領域",
            "「skill-areas/bpr:close」のように、共通の枠組みの項目と関係を : でつなぐ。"
            "関係は exact（同じ）・close（ほぼ同じ）・broad（項目の一部）・"
            "narrow（項目より広い）。編集者が対応付けたものは、最後に :inferred を付ける。"
            "2つ以上あるときは ; で区切る。",
            blank="共通の枠組みのどの項目とも対応付けていない。理由はスキルのページにある。",
        ),
    ]


def _rows(subject: Subject) -> Iterator[SkillRow]:
    plan = subject.plan
    for skill in plan.content.skills:
        yield SkillRow(
            *issuer(plan),
            skill_id=skill.id,
            skill=entity_name(skill),
            category=category(plan, skill.id),
            definition=None if skill.definition is None else plain_text(skill.definition),
            builds_on=joined(with_basis(base, skill.builds_on_basis) for base in skill.builds_on),
            areas=framework_links(skill.areas),
        )


SKILLS = Table(
    name="skills",
    title=kinds.SKILLS.title,
    description="スキルごとに1行。",
    columns=columns_of(SkillRow),
    rows=_rows,
)
