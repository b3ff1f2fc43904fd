"""plans.csv: who issued each plan, how binding it is, and for which fiscal years."""

from collections.abc import Iterator
from typing import Annotated, Final, NamedTuple

from jinzai.export import shared_columns as shared
from jinzai.export.cells import issuer
from jinzai.export.table import Subject, Table, TableColumn, columns_of
from jinzai.model import kinds
from jinzai.model.names import NAMES
from jinzai.model.plan import Period, Status

_STATUSES: Final = tuple((status.value, NAMES[Status][status]) for status in Status)


class PlanRow(NamedTuple):
    """A plan."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    prefecture_code: Annotated[
        str | None,
        TableColumn(
            "都道府県コード",
            "策定団体の属する都道府県。全国地方公共団体コードの先頭の2桁で、先頭の0も書かれている。",
            blank="策定団体にコードがない。",
        ),
    ]
    prefecture: Annotated[
        str | None,
        TableColumn("都道府県", "都道府県の名前。", blank="策定団体の都道府県が書かれていない。"),
    ]
    title: Annotated[str, TableColumn("名称", "計画の正式な名称。")]
    short_title: Annotated[
        str | None,
        TableColumn(
            "略称",
            "このカタログの表の見出しなどで使う短い名前。",
            blank="略称を決めていない。",
        ),
    ]
    status_id: Annotated[
        str,
        TableColumn(
            "策定状況のid",
            "計画がどこまで定まっているか。データを入力した程度ではない。",
            values=_STATUSES,
        ),
    ]
    status: Annotated[str, TableColumn("策定状況", "策定状況の名前。")]
    department_in_charge: Annotated[
        str | None,
        TableColumn("担当部署", "計画の担当部署。", blank="担当部署が計画に書かれていない。"),
    ]
    published_date: Annotated[
        str | None,
        TableColumn(
            "公表日",
            "公表・策定・改訂の年月日。日が示されていなければ年月。「2025-02-03」「2025-02」のように西暦で書く。",
            blank="公表した時期が計画から分からない。",
        ),
    ]
    fiscal_year_first: Annotated[
        int | None,
        TableColumn(
            "始まりの年度",
            "計画の対象期間の最初の年度。西暦で書く。",
            blank="計画に始まりの年度の記載がない。",
        ),
    ]
    fiscal_year_last: Annotated[
        int | None,
        TableColumn(
            "終わりの年度",
            "計画の対象期間の最後の年度。西暦で書く。"
            "始まりの年度と年数だけが定められているときは、そこから数えたもの。",
            blank="計画に終わりの年度の記載がない。",
        ),
    ]
    years: Annotated[
        int | None,
        TableColumn(
            "年数",
            "計画の対象期間に入る年度の数。計画が年数で定めているときはその数、"
            "始まりと終わりの年度で定めているときは、その間を両端とも入れて数えたもの。",
            blank="計画が年数を定めておらず、年度からも数えられない。",
        ),
    ]
    period_note: Annotated[
        str | None,
        TableColumn(
            "期間の補足",
            "「おおむね5年」のような、期間についての注記。",
            blank="補足がない。",
        ),
    ]
    edition: Annotated[
        str | None,
        TableColumn(
            "版", "改訂の版や時点。計画での書き方。", blank="版や時点が計画に書かれていない。"
        ),
    ]


def _rows(subject: Subject) -> Iterator[PlanRow]:
    plan = subject.plan.plan
    period = plan.period
    yield PlanRow(
        *issuer(subject.plan),
        prefecture_code=plan.issuer.code[:2] if plan.issuer.code else None,
        prefecture=plan.issuer.prefecture,
        title=plan.title,
        short_title=plan.short_title,
        status_id=plan.status.value,
        status=NAMES[Status][plan.status],
        department_in_charge=plan.department,
        published_date=plan.published,
        fiscal_year_first=period.start if period else None,
        fiscal_year_last=period.last if period else None,
        years=_years(period) if period else None,
        period_note=period.note if period else None,
        edition=plan.edition,
    )


def _years(period: Period) -> int | None:
    """The number of fiscal years, stated or counted; None if it is not known."""
    if period.years is None and period.start is not None and period.end is not None:
        return period.end - period.start + 1
    return period.years


PLANS = Table(
    name="plans",
    title=kinds.PLAN.name,
    description="計画ごとに1行。計画がいつ、誰によって定められ、何年度までのものかを示す。",
    columns=columns_of(PlanRow),
    rows=_rows,
)
