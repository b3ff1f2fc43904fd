"""The practices on the page of a role: its own, with what to do, and those that reach it."""

from typing import Any

from jinzai.render.plan import role
from jinzai.render.plan.role_practices import MOST_LETTERS
from tests.render.sample_plans import plan, plan_pages, section, unstated, words

STAFF = {"id": "staff", "name": "職員"}


def page(id: str, roles: tuple[dict[str, Any], ...], *practices: dict[str, Any]) -> str:
    every = [{"kind": "community", **one} for one in practices]
    content = plan(roles={"roles": roles}, practice={"practices": every})
    return plan_pages(role.pages, content)[f"sample/roles/{id}.html"].body


def test_a_practice_shows_what_to_do() -> None:
    html = page(
        "staff",
        (STAFF,),
        {
            "id": "p",
            "name": "課題解決",
            "audience": [{"role": "staff"}],
            "description": "流れは次のとおり。",
            "steps": [{"text": "選ぶ。"}, {"text": "直す。"}],
        },
    )
    assert "流れは次のとおり。選ぶ。直す。" in words(section(html, "practice"))


def test_a_practice_for_all_staff_is_on_the_page_of_every_role_but_of_people_from_outside() -> None:
    roles = (
        STAFF,
        {"id": "head", "name": "課長"},
        {"id": "guest", "name": "専門家", "sourcing": "external"},
        {"id": "adviser", "name": "補佐官", "standing": "outside"},
    )
    sheet = {
        "id": "p",
        "name": "自己評価",
        "audience": [{"role": "staff", "basis": "inferred"}],
        "meant_for": "all-staff",
        "description": "段階を上がるときに作る。次の文。",
    }
    head = words(section(page("head", roles, sheet), "practice"))
    assert "自己評価すべての職員が対象段階を上がるときに作る" in head
    assert "次の文" not in head
    own = words(section(page("staff", roles, sheet), "practice"))
    assert own.count("自己評価") == 1
    assert "すべての職員が対象" in own
    assert "practice" in unstated(page("guest", roles, sheet))
    assert "practice" in unstated(page("adviser", roles, sheet))
    alone = {**sheet, "meant_for": "role"}
    assert "practice" in unstated(page("head", roles, alone))


def test_a_first_sentence_that_is_too_long_is_not_repeated_on_the_pages_of_other_roles() -> None:
    def told(letters: int) -> str:
        said = {"meant_for": "all-staff", "description": f"{'あ' * letters}。次の文。"}
        html = page("staff", (STAFF,), {"id": "p", "name": "自己評価", **said})
        return words(section(html, "practice"))

    assert told(MOST_LETTERS).endswith("あ" * MOST_LETTERS)
    assert told(MOST_LETTERS + 1) == "実務での育成自己評価すべての職員が対象"


def test_practices_of_the_role_above_and_of_the_parts_say_whose_they_are() -> None:
    roles = (STAFF, {"id": "part", "name": "係長", "part_of": "staff"})
    whole = {"id": "w", "name": "会", "audience": [{"role": "staff"}]}
    of_part = {"id": "o", "name": "対話", "audience": [{"role": "part"}]}
    both = {"id": "b", "name": "記録", "audience": [{"role": "part"}, {"role": "staff"}]}
    told = words(section(page("part", roles, whole, of_part, both), "practice"))
    assert "会上位の役割「職員」が対象" in told
    assert told.count("記録") == 1
    told = words(section(page("staff", roles, whole, of_part, both), "practice"))
    assert "対話内訳の役割「係長」が対象" in told
    assert told.count("記録") == 1
