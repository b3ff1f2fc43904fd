"""requirements.csv: which role or level needs which skill."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from jinzai.export import shared_columns as shared
from jinzai.export.cells import category, issuer, level_name
from jinzai.export.table import Subject, Table, TableColumn, columns_of
from jinzai.link.catalogue import entity_name


class RequirementRow(NamedTuple):
    """A marked cell of a skill matrix, or one that a role inherits from another role."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    role_id: shared.RoleId
    role: shared.RoleName
    level_id: shared.LevelId
    level: shared.LevelName
    skill_id: shared.SkillId
    skill: shared.SkillName
    category: shared.CategoryName
    mark: Annotated[
        str, TableColumn("記号", "計画の表にある記号。意味はスキルマップのページの凡例にある。")
    ]
    requirement: Annotated[
        str,
        TableColumn(
            "必要度",
            "記号の意味を2つに分けたもの。",
            values=(("required", "必要"), ("conditional", "担当する業務により必要")),
        ),
    ]
    origin: Annotated[
        str,
        TableColumn(
            "求める元の役割",
            "その役割で求めるか、前提となる役割（roles.csv の extends）から引き継ぐか。"
            "引き継ぐスキルは、その役割で求めるものを除き、役割の全体について1行とする。",
            values=(("own", "その役割で求める"), ("inherited", "前提となる役割から引き継ぐ")),
        ),
    ]
    basis: shared.BasisCode


def _rows(subject: Subject) -> Iterator[RequirementRow]:
    plan = subject.plan
    for cell in plan.cells:
        yield RequirementRow(
            *issuer(plan),
            role_id=cell.role_id,
            role=plan.roles[cell.role_id].name,
            level_id=cell.level_id,
            level=level_name(plan, cell.role_id, cell.level_id),
            skill_id=cell.skill_id,
            skill=entity_name(plan.skills[cell.skill_id]),
            category=category(plan, cell.skill_id),
            mark=cell.mark,
            requirement=cell.requirement.value,
            origin=cell.origin.value,
            basis=cell.basis.value,
        )


REQUIREMENTS = Table(
    name="requirements",
    title="役割が求めるスキル",
    description="スキルマップの記号のあるマスごとに1行。引き継いで求めるスキルも含む。"
    "記号のないマスに行はない。",
    columns=columns_of(RequirementRow),
    rows=_rows,
)
