"""glossary.csv: the words that a plan explains."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from jinzai.export import shared_columns as shared
from jinzai.export.cells import issuer
from jinzai.export.plain import plain_text
from jinzai.export.table import Subject, Table, TableColumn, columns_of
from jinzai.model import kinds


class TermRow(NamedTuple):
    """A word and its explanation."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    term: Annotated[str, TableColumn("用語", "計画での書き方。")]
    description: Annotated[str, TableColumn("説明", "用語の意味。")]


def _rows(subject: Subject) -> Iterator[TermRow]:
    plan = subject.plan
    for term in plan.content.terms:
        yield TermRow(*issuer(plan), term=term.term, description=plain_text(term.description))


GLOSSARY = Table(
    name="glossary",
    title=kinds.GLOSSARY.title,
    description="用語ごとに1行。計画での順に並ぶ。",
    columns=columns_of(TermRow),
    rows=_rows,
)
