"""What the downloads have to say, worked out from YAML alone; cells as text, without guards."""

from collections.abc import Iterator

from . import facts_of_comparison as comparison
from . import facts_of_evidence as evidence
from . import facts_of_learning as learning
from . import facts_of_load as load
from . import facts_of_people as people
from .yaml_facts import Raw, Row, bare_words

__all__ = ["PROSE", "Row", "bare_words", "rows"]

PROSE = frozenset(["audience", "definition", "description", "note", "plan_note"])
"""Columns in which spaces, line feeds and list marks are not compared."""

_TABLES = {
    "plans": people.plans,
    "roles": people.roles,
    "skills": people.skills,
    "requirements": people.requirements,
    "courses": learning.courses,
    "curricula": learning.curricula,
    "schedule": learning.schedule,
    "targets": people.targets,
    "glossary": people.glossary,
    "crosswalk": comparison.crosswalk,
    "coverage": comparison.coverage,
    "evidence": evidence.evidence,
    "load": load.load,
    "load-formats": load.load_formats,
}


def rows(table: str, raw: Raw) -> Iterator[Row]:
    """The rows that the file `table` of a plan must hold."""
    issuer = raw["plan"]["issuer"]
    head = (raw["plan"]["id"], issuer.get("code", ""), issuer["name"])
    for row in _TABLES[table](raw):
        yield (*head, *row)
