"""crosswalk.csv: what a plan maps to which entry of the common frameworks, and how closely."""

from collections.abc import Iterator
from typing import Annotated, Final, NamedTuple

from jinzai.export import shared_columns as shared
from jinzai.export.cells import issuer
from jinzai.export.plain import plain_text
from jinzai.export.table import Subject, Table, TableColumn, columns_of
from jinzai.link.catalogue import LinkedPlan, entity_name
from jinzai.model.audience import FrameworkLink, Relation
from jinzai.model.names import NAMES

RELATIONS: Final = tuple((relation.value, NAMES[Relation][relation]) for relation in Relation)
_UNMAPPED: Final = "共通の枠組みのどの項目とも対応付けていない。理由は note にある。"


class CrosswalkRow(NamedTuple):
    """A role, a skill or a level with an entry of a framework, or without an entry."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    framework_id: shared.FrameworkId
    framework: shared.FrameworkName
    entry_id: Annotated[
        str | None,
        TableColumn(
            "項目のid", "枠組みの項目を指す半角の文字。枠組みの中で1つに決まる。", _UNMAPPED
        ),
    ]
    entry: Annotated[str | None, TableColumn("項目", "枠組みの項目の名前。", _UNMAPPED)]
    kind: Annotated[
        str,
        TableColumn(
            "種類",
            "計画の何を対応付けているか。",
            values=(("role", "役割"), ("skill", "スキル"), ("level", "役割のレベル")),
        ),
    ]
    id: Annotated[
        str,
        TableColumn(
            "役割またはスキルのid",
            "計画の中で、種類ごとに1つに決まる半角の文字。レベルの行では、そのレベルのある役割のid。",
        ),
    ]
    name: Annotated[
        str,
        TableColumn(
            "役割またはスキル", "計画での呼び方。レベルの行では、そのレベルのある役割の呼び方。"
        ),
    ]
    level_id: Annotated[
        str | None,
        TableColumn(
            "レベルのid",
            "レベルを指す半角の文字。役割の中で1つに決まる。",
            blank="レベルの行ではない。",
        ),
    ]
    level: Annotated[
        str | None, TableColumn("レベル", "計画でのレベルの呼び方。", blank="レベルの行ではない。")
    ]
    relation: Annotated[
        str | None, TableColumn("関係", "計画の側から見た関係。", _UNMAPPED, values=RELATIONS)
    ]
    basis: Annotated[
        str | None,
        TableColumn("根拠", "計画に書かれたことかどうか。", _UNMAPPED, values=shared.BASES),
    ]
    note: Annotated[
        str | None,
        TableColumn(
            "理由",
            "その関係とした理由。対応付けのない行では、対応付けない理由。",
            blank="理由が書かれていない。",
        ),
    ]


def _rows(subject: Subject) -> Iterator[CrosswalkRow]:
    plan = subject.plan
    for role in plan.content.roles:
        yield from _mapped(plan, "role", role.id, role.name, role.classes, role.unmapped)
        for level in role.levels:
            if level.scale is not None:
                yield _row(plan, "level", role.id, role.name, level.scale)._replace(
                    level_id=level.id, level=level.name
                )
    for skill in plan.content.skills:
        name = entity_name(skill)
        yield from _mapped(plan, "skill", skill.id, name, skill.areas, skill.unmapped)


def _mapped(
    plan: LinkedPlan,
    kind: str,
    id: str,
    name: str,
    links: tuple[FrameworkLink, ...],
    reason: str | None,
) -> Iterator[CrosswalkRow]:
    for link in links:
        yield _row(plan, kind, id, name, link)
    if not links:
        note = None if reason is None else plain_text(reason)
        yield _row(plan, kind, id, name, None)._replace(note=note)


def _row(
    plan: LinkedPlan, kind: str, id: str, name: str, link: FrameworkLink | None
) -> CrosswalkRow:
    framework, entry = (None, None) if link is None else plan.entries[link.entry]
    return CrosswalkRow(
        *issuer(plan),
        framework_id=None if framework is None else framework.id,
        framework=None if framework is None else framework.title,
        entry_id=None if entry is None else entry.id,
        entry=None if entry is None else entry.name,
        kind=kind,
        id=id,
        name=name,
        level_id=None,
        level=None,
        relation=None if link is None else link.relation.value,
        basis=None if link is None else link.basis.value,
        note=None if link is None else link.note,
    )


CROSSWALK = Table(
    name="crosswalk",
    title="共通枠組みとの対応",
    description="対応付けごとに1行。2つ以上の項目に対応付けた役割やスキルは、項目ごとに行を分ける。"
    "対応付けのない役割とスキルは、項目が空欄の1行。"
    "共通のレベルに対応付けていないレベルには、行がない。",
    columns=columns_of(CrosswalkRow),
    rows=_rows,
)
