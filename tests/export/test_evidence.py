"""evidence.csv against what the comparisons say of the same plan."""

from jinzai.compare.sayings import EvidenceOrigin
from jinzai.export.evidence import EVIDENCE
from jinzai.model.strength import Strength

from .plans import CONTENT, FOLDERS, Case, case


def test_each_row_stands_behind_a_role_of_the_comparisons(plan: Case) -> None:
    for row in _rows(plan):
        role = plan.subject.profile.roles[str(row["role_id"])]
        found = list(Strength).index(role.strength(f"{row['framework_id']}/{row['area_id']}"))
        assert found <= list(Strength).index(Strength(str(row["strength"]))), row


def test_all_that_a_role_says_itself_has_a_row(plan: Case) -> None:
    rows = {
        (row["role_id"], row["level_id"], row["area_id"], row["where"], row["words"])
        for row in _rows(plan)
    }
    for role in plan.subject.profile.roles.values():
        for area, found in role.evidence.items():
            for one in found.said:
                if one.origin is EvidenceOrigin.OWN:
                    id = area.partition("/")[2]
                    where = one.field if one.skill_id is None else "skill"
                    assert (role.id, one.level_id, id, where, one.words) in rows


def test_published_plans_have_all_three_strengths() -> None:
    said = {
        row["strength"]
        for folder in FOLDERS
        if folder.parent == CONTENT
        for row in _rows(case(folder))
    }
    assert said == {"asked", "said", "taught"}


def test_an_included_curriculum_is_not_repeated(sample: Case) -> None:
    """`leader-second` includes `staff`: only the role of `staff` has a row for it."""
    found = [row["role_id"] for row in _rows(sample) if row["where"] == "curriculum"]
    assert found == ["staff"]


def _rows(plan: Case) -> list[dict[str, object]]:
    rows = EVIDENCE.rows(plan.subject)
    return [dict(zip(EVIDENCE.header, row, strict=True)) for row in rows]
