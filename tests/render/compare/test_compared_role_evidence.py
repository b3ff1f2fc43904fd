"""What a compared role has in an area besides skills of its own table."""

from jinzai.model.content import PlanContent
from jinzai.render.compare.compared_role import ComparedRole, ComparedRoles
from jinzai.render.page import comparisons
from jinzai.render.page.evidence import MOST_LESSONS
from tests.render.compare.compared import city, role, sites, skill


def _roles(content: PlanContent) -> dict[str, ComparedRole]:
    site = sites(content)
    place = site.place(comparisons.DETAIL.address)
    found = ComparedRoles(place, site.compared.plans[content.plan.id])
    return {one.key.partition("/")[2]: one for one in found.every()}


def _told(role: ComparedRole, area: str) -> list[tuple[str, str, str, str]]:
    items = role.lists.get(f"areas/{area}", ())
    return [(one.mark, one.text, one.note, one.style) for one in items]


def test_texts_stand_where_no_table_asks_and_nowhere_else() -> None:
    duties = ["[証拠](entry:areas/data)を[見直し](entry:areas/bpr)に生かす。"]
    base = role("base", "土台", duties=duties)
    found = _roles(
        city(
            "a",
            base,
            role("r", "長", extends={"role": "base"}),
            skills=(skill("bpr", "力", ("bpr", "close")),),
            marks={"bpr": {"base": "●"}},
        )
    )
    assert _told(found["base"], "data") == [("文", "「証拠」", "役割", "said")]
    assert _told(found["r"], "data") == [("文", "「証拠」", "土台の役割", "said")]
    assert [mark for mark, *_ in _told(found["base"], "bpr")] == ["●"]


def test_training_is_named_up_to_a_number() -> None:
    courses = [
        {
            "id": f"c{number}",
            "name": f"講座{number}",
            "description": "[データ](entry:areas/data)。",
            "audience": [{"role": "r"}],
        }
        for number in range(MOST_LESSONS + 2)
    ]
    found = _roles(city("a", role("r", "長"), courses={"courses": courses}))
    told = _told(found["r"], "data")
    assert [text for _, text, _, _ in told] == [f"講座{n}" for n in range(MOST_LESSONS)]
    assert told[0] == ("研", "講座0", "", "taught")
    assert told[-1][2] == "ほか2件"


def test_the_table_of_the_role_above_is_told_as_that() -> None:
    found = _roles(
        city(
            "a",
            role("whole", "全体"),
            role("part", "部分", part_of="whole"),
            skills=(skill("bpr", "力", ("bpr", "close")),),
            marks={"bpr": {"whole": "●"}},
        )
    )
    assert _told(found["part"], "bpr") == [("表", "上位の役割「全体」", "", "asked")]
