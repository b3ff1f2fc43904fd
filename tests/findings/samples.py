"""Findings to write."""

from jinzai.findings.finding import Finding, Place, RelatedPlace, Rule, Severity

FILE = "content/plans/hirakata/curricula.yaml"
SOURCE = "curricula:\r\n  - name: 推進リーダー, course: bpr-basci\r\n\tx\n"


def rule(severity: Severity = Severity.ERROR) -> Rule:
    """A rule with a message and a hint of facts."""
    return Rule(
        "unknown-course",
        severity,
        "知らない研修",
        "研修「{id}」はありません。",
        "{hint}",
        why="理由",
        example="例",
        fix="直し方",
    )


def finding(
    place: Place,
    *,
    id: str = "bpr-basci",
    hint: str = "もしかして: bpr-basic",
    severity: Severity = Severity.ERROR,
    related: tuple[RelatedPlace, ...] = (),
) -> Finding:
    """A finding about a course."""
    return Finding(
        rule(severity), place, {"id": id, "hint": hint}, related, "hirakata", "curriculum:leader"
    )


COURSE = Place(FILE, 2, 27, 2, 36)
