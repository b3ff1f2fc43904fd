"""The numbers of things in each plan, for `check` and the summary."""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.link.backlinks import entities
from jinzai.model import kinds
from jinzai.model.content import PlanContent
from jinzai.model.prose import links
from jinzai.model.walk import FoundProse, walk


class Counts(NamedTuple):
    """The numbers of things in one plan, or in all plans."""

    roles: int
    levels: int
    skills: int
    marks: int
    courses: int
    deliveries: int
    curricula: int
    targets: int
    terms: int
    placeholders: int
    entities: int
    references: int


LABELS: dict[str, str] = {
    "roles": kinds.ROLE.name,
    "levels": kinds.LEVEL.name,
    "skills": kinds.SKILL.name,
    "marks": "記号",
    "courses": kinds.COURSE.name,
    "deliveries": "受け方",
    "curricula": kinds.CURRICULUM.name,
    "targets": "目標の値",
    "terms": kinds.TERM.name,
    "placeholders": kinds.PLACEHOLDER.name,
    "entities": "項目",
    "references": "参照",
}


def count(content: PlanContent) -> Counts:
    """The numbers of one plan. `references` counts references in fields and in prose."""
    references = 0
    for _, record in content.files():
        for found in walk(record):
            references += len(links(found.text)) if isinstance(found, FoundProse) else 1
    return Counts(
        roles=len(content.roles),
        levels=sum(len(role.levels) for role in content.roles),
        skills=len(content.skills),
        marks=sum(len(row.marks) for matrix in content.matrices for row in matrix.rows),
        courses=len(content.courses),
        deliveries=sum(len(course.deliveries) for course in content.courses),
        curricula=len(content.curricula),
        targets=sum(len(target.values) for target in content.targets),
        terms=len(content.terms),
        placeholders=len(content.plan.placeholders),
        entities=sum(1 for _ in entities(content)),
        references=references,
    )


def total(counts: Iterable[Counts]) -> Counts:
    """The sums over several plans."""
    rows = list(counts)
    sums = [sum(column) for column in zip(*rows, strict=True)] if rows else []
    return Counts(*sums) if sums else Counts(*(0 for _ in Counts._fields))
