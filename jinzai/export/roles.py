"""roles.csv: the roles of the plan."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from jinzai.export import shared_columns as shared
from jinzai.export.cells import NOT_APPLICABLE, UNDEFINED, amount, framework_links, issuer
from jinzai.export.plain import plain_text
from jinzai.export.table import Subject, Table, TableColumn, Value, columns_of
from jinzai.link.catalogue import LinkedPlan
from jinzai.model import kinds
from jinzai.model.role import Level, Role


class RoleRow(NamedTuple):
    """A role, or one level of it."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    role_id: shared.RoleId
    role: shared.RoleName
    level_id: shared.LevelId
    level: shared.LevelName
    extends: Annotated[
        str | None,
        TableColumn(
            "前提となる役割",
            "「〜に加えて」求める計画のとき、加える先の役割のid。レベルまで指すときは"
            "「dx-leader#level-3」のように # の後にレベルのidを書く。",
            blank="前提となる役割がない。",
        ),
    ]
    classes: Annotated[
        str | None,
        TableColumn(
            "共通の役割区分",
            "「role-classes/dx-leader:close」のように、共通の枠組みの項目と関係を : でつなぐ。"
            "関係は exact（同じ）・close（ほぼ同じ）・broad（項目の一部）・"
            "narrow（項目より広い）。編集者が対応付けたものは、最後に :inferred を付ける。"
            "2つ以上あるときは ; で区切る。",
            blank="共通の枠組みのどの項目とも対応付けていない。理由は役割のページにある。",
        ),
    ]
    audience: Annotated[
        str | None, TableColumn("対象", "誰がこの役割になるか。", blank="計画が述べていない。")
    ]
    headcount: Annotated[
        Value,
        TableColumn(
            "人数",
            "計画が、その役割またはレベルの規模として挙げる人数。"
            f"計画に書かれていないと確かめたものは「{UNDEFINED}」、"
            f"当てはまらないものは「{NOT_APPLICABLE}」、幅のあるものは「1〜2」、"
            "ひな形の空欄は、ひな形での書かれ方（○名程度 など）。",
            blank="この行については人数が書かれていない。0人という意味ではない。",
        ),
    ]
    as_level: Annotated[
        str | None,
        TableColumn(
            "レベルとしての呼び方",
            "計画が、役割の中をレベルに分けるのではなく、役割そのものをレベルとして並べるとき、"
            "この役割に当たるレベルの呼び方や年数。",
            blank="計画が、この役割をレベルとして並べていない。",
        ),
    ]


def _rows(subject: Subject) -> Iterator[RoleRow]:
    plan = subject.plan
    for role in plan.content.roles:
        if not role.levels or role.headcount is not None:
            yield _row(plan, role, None)
        for level in role.levels:
            yield _row(plan, role, level)


def _row(plan: LinkedPlan, role: Role, level: Level | None) -> RoleRow:
    base = role.extends
    headcount = role.headcount if level is None else level.headcount
    return RoleRow(
        *issuer(plan),
        role_id=role.id,
        role=role.name,
        level_id=None if level is None else level.id,
        level=None if level is None else level.name,
        extends=None if base is None else "#".join(filter(None, (base.role, base.level))),
        classes=framework_links(role.classes),
        audience=None if role.audience is None else plain_text(role.audience),
        headcount=None if headcount is None else amount(headcount.value, plan),
        as_level=role.as_level,
    )


ROLES = Table(
    name="roles",
    title=kinds.ROLES.title,
    description="役割ごとに1行。レベルのある役割は、レベルごとに1行。レベルのある役割について計画が"
    "全体の人数も示すときは、level_id が空欄の行を加えて、そこに入れる。",
    columns=columns_of(RoleRow),
    rows=_rows,
)
