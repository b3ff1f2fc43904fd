"""coverage.csv: how many skills each role asks for in each area of the common frameworks."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Final, NamedTuple

from jinzai.compare.asked import Ask, AskOrigin
from jinzai.compare.coverage import AreaCoverage, by_role
from jinzai.compare.profile import RoleProfile
from jinzai.export import shared_columns as shared
from jinzai.export.cells import issuer
from jinzai.export.crosswalk import RELATIONS
from jinzai.export.table import Subject, Table, TableColumn, columns_of
from jinzai.link.catalogue import LinkedPlan
from jinzai.model.matrix import Requirement

_NOWHERE: Final = (
    "どの領域にも対応付けのないスキルをまとめた行か、求めるスキルの記載がない役割の行である。"
)
_UNTOLD: Final = "その役割に求めるスキルの記載が計画にない。0件という意味ではない。"
_NO_AREA: Final = "領域の行ではない。"


class CoverageRow(NamedTuple):
    """The number of skills that a role asks for in an area, with the strongest mark."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    role_id: shared.RoleId
    role: shared.RoleName
    framework_id: shared.FrameworkId
    framework: shared.FrameworkName
    area_id: Annotated[
        str | None,
        TableColumn(
            "領域のid", "スキルの領域を指す半角の文字。枠組みの中で1つに決まる。", _NOWHERE
        ),
    ]
    area: Annotated[str | None, TableColumn("領域", "スキルの領域の名前。", _NOWHERE)]
    skills: Annotated[
        int | None,
        TableColumn(
            "スキルの数",
            "その役割が、その領域で求めるスキルの件数。引き継いだものと、内訳の役割から集めたものを含む。"
            "1つのスキルが2つ以上の領域に対応するときは、それぞれに数える。",
            blank=_UNTOLD,
        ),
    ]
    skills_own: Annotated[
        int | None,
        TableColumn(
            "この役割で求めるスキルの数",
            "skills のうち、その役割で求めるものの件数。",
            blank=_UNTOLD,
        ),
    ]
    skills_required: Annotated[
        int | None,
        TableColumn(
            "必要なスキルの数",
            "skills のうち、条件によらず必要なもの（requirements.csv の required）の件数。",
            blank=_UNTOLD,
        ),
    ]
    requirement: Annotated[
        str | None,
        TableColumn(
            "最も高い必要度",
            "skills の必要度のうち、最も高いもの。",
            blank=_UNTOLD,
            values=(("required", "必要"), ("conditional", "担当する業務により必要")),
        ),
    ]
    relation: Annotated[
        str | None,
        TableColumn(
            "最も近い関係",
            "skills と領域の関係のうち、最も近いもの。"
            "exact・close・broad・narrow の順に近いとした。",
            blank=_NO_AREA,
            values=RELATIONS,
        ),
    ]
    basis: Annotated[
        str | None,
        TableColumn(
            "対応付けの根拠",
            "領域との対応付けが、どれも編集者によるものなら inferred。",
            blank=_NO_AREA,
            values=shared.BASES,
        ),
    ]


class _Counts(NamedTuple):
    skills: int
    own: int
    required: int


def _rows(subject: Subject) -> Iterator[CoverageRow]:
    plan = subject.plan
    order = {entry: number for number, entry in enumerate(plan.entries)}
    for role in subject.profile.roles.values():
        for entry in sorted(role.areas.keys() & order.keys(), key=order.__getitem__):
            covered = by_role(role, entry)
            if covered is not None:
                yield _area(plan, role, entry, covered)
        if role.unplaced or not role.asks:
            yield _row(plan, role, _counts(role.unplaced) if role.asks else None)


def _area(plan: LinkedPlan, role: RoleProfile, key: str, covered: AreaCoverage) -> CoverageRow:
    framework, entry = plan.entries[key]
    counts = _counts(ask for ask, _ in role.areas[key])
    return _row(plan, role, counts)._replace(
        framework_id=framework.id,
        framework=framework.title,
        area_id=entry.id,
        area=entry.name,
        relation=covered.relation.value,
        basis="inferred" if covered.inferred else "stated",
    )


def _row(plan: LinkedPlan, role: RoleProfile, counts: _Counts | None) -> CoverageRow:
    """A row without an area.

    Without `counts` it says that the plan asks for no skills of the role.
    """
    strongest = None
    if counts is not None:
        strongest = Requirement.REQUIRED if counts.required else Requirement.CONDITIONAL
    return CoverageRow(
        *issuer(plan),
        role_id=role.id,
        role=role.role.name,
        framework_id=None,
        framework=None,
        area_id=None,
        area=None,
        skills=None if counts is None else counts.skills,
        skills_own=None if counts is None else counts.own,
        skills_required=None if counts is None else counts.required,
        requirement=None if strongest is None else strongest.value,
        relation=None,
        basis=None,
    )


def _counts(asks: Iterable[Ask]) -> _Counts:
    """The numbers of skills. A skill that occurs twice in an area counts once."""
    found = {ask.skill_id: ask for ask in asks}.values()
    return _Counts(
        len(found),
        sum(ask.origin is AskOrigin.OWN for ask in found),
        sum(ask.requirement is Requirement.REQUIRED for ask in found),
    )


COVERAGE = Table(
    name="coverage",
    title="領域ごとに求めるスキル",
    description="役割と領域の組ごとに1行。その役割がスキルの表で何も求めない領域には行がない。"
    "どの領域にも対応付けのないスキルは、領域が空欄の1行にまとめる。"
    "求めるスキルの記載がない役割は、領域も数も空欄の1行。"
    "求めるスキルが内訳の役割にだけ書かれている役割では、内訳の役割のものを集めて数える。",
    columns=columns_of(CoverageRow),
    rows=_rows,
)
