"""evidence.csv: what stands behind each role and area: the table of skills, texts, training."""

from collections.abc import Iterator
from typing import Annotated, Final, NamedTuple

from jinzai.compare.lessons import Lesson, Lessons
from jinzai.compare.sayings import LEVEL_TEXTS, ROLE_TEXTS, Saying, role_sayings
from jinzai.export import shared_columns as shared
from jinzai.export.cells import issuer, level_name
from jinzai.export.table import Subject, Table, TableColumn, columns_of
from jinzai.link.catalogue import LinkedPlan, entity_name
from jinzai.model.base import Basis
from jinzai.model.kinds import KIND_NAMES
from jinzai.model.role import Level, Role
from jinzai.model.strength import STRENGTHS, Strength

_TEXTS: Final = tuple(
    (field, record.model_fields[field].title or "")
    for record, fields in ((Role, ROLE_TEXTS), (Level, LEVEL_TEXTS))
    for field in fields
)
_SKILL_TEXT: Final = ("skill", f"求める{KIND_NAMES['skill']}の説明")
_TRAINING: Final = tuple((kind, KIND_NAMES[kind]) for kind in ("course", "curriculum", "practice"))


class EvidenceRow(NamedTuple):
    """One piece of evidence for a role or a level of it in an area."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    role_id: shared.RoleId
    role: shared.RoleName
    level_id: shared.LevelId
    level: shared.LevelName
    framework_id: Annotated[str, TableColumn("枠組みのid", "共通の枠組みを指す半角の文字。")]
    framework: Annotated[str, TableColumn("枠組み", "共通の枠組みの名称。")]
    area_id: Annotated[
        str, TableColumn("領域のid", "スキルの領域を指す半角の文字。枠組みの中で1つに決まる。")
    ]
    area: Annotated[str, TableColumn("領域", "スキルの領域の名前。")]
    strength: Annotated[
        str,
        TableColumn(
            "強さ",
            "領域のことが計画のどこにあるか。同じ役割と領域に2つ以上の強さの行があることもある。",
            values=tuple(
                (strength.value, words.word)
                for strength, words in STRENGTHS.items()
                if strength is not Strength.NOTHING
            ),
        ),
    ]
    basis: Annotated[
        str,
        TableColumn(
            "根拠",
            "計画に書かれたことかどうか。スキルと領域の対応付けの根拠は crosswalk.csv にある。",
            values=shared.BASES,
        ),
    ]
    where: Annotated[
        str,
        TableColumn(
            "どこにあるか",
            "スキルの表か、文章の欄か、研修などの種類。",
            values=(("matrix", KIND_NAMES["matrix"]), *_TEXTS, _SKILL_TEXT, *_TRAINING),
        ),
    ]
    words: Annotated[
        str,
        TableColumn(
            "言葉",
            "スキルの表ではスキルの名前、文章では領域へのリンクの言葉、研修などではその名前。",
        ),
    ]


_At = tuple[str, str | None]


def _rows(subject: Subject) -> Iterator[EvidenceRow]:
    plan = subject.plan
    yield from dict.fromkeys(_asked(plan))
    yield from dict.fromkeys(_said(plan))
    yield from _taught(plan)


def _asked(plan: LinkedPlan) -> Iterator[EvidenceRow]:
    for cell in plan.cells:
        skill = plan.skills[cell.skill_id]
        if cell.via is None:
            for area in dict.fromkeys(link.entry for link in skill.areas):
                at, name = (cell.role_id, cell.level_id), entity_name(skill)
                yield _row(plan, at, area, Strength.ASKED, cell.basis, "matrix", name)


def _said(plan: LinkedPlan) -> Iterator[EvidenceRow]:
    for role in plan.content.roles:
        for one in role_sayings(plan, role):
            at = (one.role_id, one.level_id)
            yield _row(plan, at, one.area, Strength.SAID, one.basis, _where(one), one.words)


def _where(saying: Saying) -> str:
    return saying.field if saying.skill_id is None else _SKILL_TEXT[0]


def _taught(plan: LinkedPlan) -> Iterator[EvidenceRow]:
    found: dict[tuple[object, ...], tuple[_At, Lesson]] = {}
    for at, one in Lessons(plan).as_written():
        key = (at, one.area, one.key)
        if key not in found or one.basis is Basis.STATED:
            found[key] = (at, one)
    for at, one in found.values():
        yield _row(plan, at, one.area, Strength.TAUGHT, one.basis, one.kind, one.name)


def _row(
    plan: LinkedPlan,
    at: _At,
    area: str,
    strength: Strength,
    basis: Basis,
    where: str,
    words: str,
) -> EvidenceRow:
    framework, entry = plan.entries[area]
    role_id, level_id = at
    return EvidenceRow(
        *issuer(plan),
        role_id=role_id,
        role=plan.roles[role_id].name,
        level_id=level_id,
        level=level_name(plan, role_id, level_id),
        framework_id=framework.id,
        framework=framework.title,
        area_id=entry.id,
        area=entry.name,
        strength=strength.value,
        basis=basis.value,
        where=where,
        words=words,
    )


EVIDENCE = Table(
    name="evidence",
    title="領域ごとの記載",
    description="役割と領域の組について、スキルの表・文章・研修などにある記載ごとに1行。"
    "その役割やレベルについて書かれたものだけで、前提となる役割、内訳や上位の役割、"
    "含まれる研修コースから引き継ぐものは入れない。行のない組でも、それらの役割の行を確かめる。",
    columns=columns_of(EvidenceRow),
    rows=_rows,
)
