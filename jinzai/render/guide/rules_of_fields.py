"""The fields that each rule is about. The rules' pages and the guide's pages link by them.

For rules about unknown ids, the schema names the fields. For other rules, this module names them if
the rule clearly concerns one file or field. It knows neither pages nor links.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from jinzai.findings.registry import RULES
from jinzai.findings.rules_content import UNKNOWN
from jinzai.render.guide.fields import FIELDS, fields_for


class Topic(NamedTuple):
    """A field that a rule is about. An empty `anchor` means the whole file."""

    kind: str
    anchor: str


STATED: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    # the files
    "missing-plan-file": (("plan", ""),),
    "missing-framework": (("framework", ""),),
    "plan-folder-name": (("plan", f"{FIELDS}-id"),),
    "id-differs-from-name": (("plan", f"{FIELDS}-id"), ("framework", f"{FIELDS}-id")),
    "missing-front-matter": (("chapter", ""),),
    "unclosed-front-matter": (("chapter", ""),),
    "front-matter-key": (("chapter", ""),),
    # single values
    "malformed-code": (("plan", "issuer-code"),),
    "malformed-entry": (("roles", "framework-link-entry"), ("skills", "framework-link-entry")),
    "period-empty": (("plan", f"{FIELDS}-period"),),
    "period-reversed": (("plan", f"{FIELDS}-period"),),
    "year-or-within": (("targets", "target-value-within"),),
    # the content as a whole
    "wrong-framework": (
        ("roles", "role-classes"),
        ("roles", "level-scale"),
        ("skills", "skill-areas"),
    ),
    "level-without-role": (("targets", "target-level"), ("schedule", "lane-level")),
    "cycle": (
        ("roles", "role-extends"),
        ("roles", "role-part-of"),
        ("skills", "skill-builds-on"),
        ("courses", "course-prerequisites"),
        ("curricula", "curriculum-includes"),
        ("curricula", "curriculum-after"),
    ),
    "mark-not-in-legend": (("matrix", "matrix-legend"),),
    "duplicate-mark": (("matrix", "matrix-legend"),),
    "repeated-row": (("matrix", "matrix-rows"),),
    "out-of-period": (("plan", f"{FIELDS}-period"),),
    "months-reversed": (("schedule", "schedule-item-months"),),
    "course-not-for-role": (("courses", "course-audience"),),
    "choice-of-one": (("curricula", "any-of-any-of"),),
    "option-without-course": (("curricula", "option-courses"),),
    "placeholder-left": (("plan", f"{FIELDS}-placeholders"),),
    "blank-as-text": (("plan", f"{FIELDS}-placeholders"),),
    "unknown-suppression": (("plan", f"{FIELDS}-suppress"),),
    # completeness
    "skill-not-taught": (("courses", "course-teaches"),),
    "course-teaches-nothing-required": (("courses", "course-teaches"),),
    "role-without-course": (("curricula", "curriculum-role"),),
    "course-not-used": (("curricula", "course-item-course"),),
    "hours-missing": (("courses", "delivery-hours"), ("courses", "delivery-days")),
    "share-of-people": (("targets", "target-share-of"),),
    "share-over-whole": (("targets", "target-value-value"),),
    "target-falls": (("targets", "target-value-value"),),
    "skill-without-area": (("skills", "skill-areas"), ("skills", "skill-unmapped")),
    "role-without-class": (("roles", "role-classes"), ("roles", "role-unmapped")),
    "mapped-and-unmapped": (("roles", "role-unmapped"), ("skills", "skill-unmapped")),
    "same-plan-title": (
        ("plan", f"{FIELDS}-title"),
        ("plan", f"{FIELDS}-issuer"),
        ("plan", f"{FIELDS}-edition"),
        ("plan", f"{FIELDS}-published"),
    ),
    "unused-definition": (
        ("skills", f"{FIELDS}-categories"),
        ("plan", f"{FIELDS}-departments"),
        ("plan", f"{FIELDS}-tables"),
        ("plan", f"{FIELDS}-placeholders"),
    ),
    "unused-suppression": (("plan", f"{FIELDS}-suppress"),),
    # mapping
    "mapped-and-near": (("roles", "role-classes"), ("roles", "role-near-classes")),
    "contradicting-relations": (
        ("roles", "framework-link-relation"),
        ("skills", "framework-link-relation"),
    ),
    "exact-twice": (
        ("roles", "framework-link-relation"),
        ("skills", "framework-link-relation"),
    ),
    "scale-reversed": (("roles", "level-scale"),),
    "mapping-without-reason": (("roles", "framework-link-note"), ("skills", "framework-link-note")),
    "entry-not-used": (("framework", f"{FIELDS}-entries"),),
    # the search
    "synonym-without-hit": (("plan", f"{FIELDS}-synonyms"), ("synonyms", f"{FIELDS}-groups")),
}
"""Kinds of file by the code of a rule, each with a field's anchor, or `""` for the whole file."""


@cache
def topics(code: str) -> tuple[Topic, ...]:
    """The fields that a rule is about; empty if it can be about any field."""
    for kind, rule in UNKNOWN.items():
        if rule.code == code:
            return tuple(Topic(file.name, field.anchor) for file, field in fields_for(kind))
    return tuple(Topic(*place) for place in STATED.get(code, ()))


@cache
def rules_about(file_kind: str) -> tuple[str, ...]:
    """The codes of the rules about a kind of file, in the order of their codes."""
    return tuple(code for code in RULES if any(one.kind == file_kind for one in topics(code)))
