import pytest

from jinzai.compare.coverage import AreaCoverage
from jinzai.model.audience import Relation
from jinzai.model.matrix import Requirement
from jinzai.render.compare.coverage_cells import coverage_cell, signs


def covered(skills: int, relation: Relation = Relation.CLOSE) -> AreaCoverage:
    return AreaCoverage(skills, relation, Requirement.REQUIRED, inferred=False)


@pytest.mark.parametrize(("skills", "shade"), [(1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (30, 4)])
def test_the_more_skills_the_darker(skills: int, shade: int) -> None:
    assert coverage_cell("#x", covered(skills)).shade == shade


def test_every_sign_has_its_words_and_its_line_in_the_legend() -> None:
    legend = {one.sign: one.text for one in signs()}

    for relation in Relation:
        cell = coverage_cell("#x", covered(1, relation))
        assert [legend[sign] for sign in cell.signs] == cell.words.split("、")
    assert len(legend) == len(signs())
