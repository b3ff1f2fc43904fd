"""What a plan says of the people of a class outside the roles of the class."""

from jinzai.render.compare import detail, roles
from jinzai.render.frameworks import entries
from jinzai.render.page.frame import PlanFrame
from jinzai.render.page.place import plan_context
from jinzai.render.plan import organisation, practice
from jinzai.render.plan import role as role_pages
from tests.render.compare.compared import city, role, sites, standing
from tests.render.sample_plans import linked, site_pages, words

HEADS = {
    "id": "heads",
    "name": "所属長",
    "responsibilities": ["指名する。"],
    "concerns": ["classes/leader"],
}
TALK = {"id": "talk", "name": "面談", "kind": "coaching", "concerns": ["classes/leader"]}
OPEN = city(
    "b",
    role("s", "職員", ("staff", "exact")),
    organisation={"bodies": [HEADS]},
    practice={"practices": [TALK]},
)
NEAR = city(
    "b",
    role(
        "l",
        "リーダー補",
        ("staff", "exact"),
        near_classes=[{"entry": "classes/leader", "note": "補佐に限られる"}],
    ),
)
HAVING = city("a", role("l", "リーダー", ("leader", "exact")))


def test_the_table_of_classes_names_them_in_the_empty_cell() -> None:
    (page,) = site_pages(roles.pages, sites(HAVING, OPEN)).values()
    row = page.body[page.body.index('data-slot="roles/classes/leader"') :]
    told = words(row[: row.index("</tr>")])
    assert "この区分の役割の記載なしただし：" in told
    assert "所属長推進体制の組織" in told
    assert "面談実務での育成" in told
    assert 'href="../b/organisation/index.html#body-heads"' in row
    nobody = page.body[page.body.index('data-slot="roles/classes/staff"') :]
    assert "ただし" not in words(nobody[: nobody.index("</tr>")])


def test_the_page_of_a_class_names_them_below_the_table() -> None:
    page = site_pages(detail.pages, sites(HAVING, OPEN))["compare/classes--leader.html"]
    told = words(page.body)
    assert "この区分の役割の記載がない計画：b市" in told
    assert "b市所属長推進体制の組織、面談実務での育成" in told


def test_the_page_of_the_class_in_the_framework_names_them() -> None:
    page = site_pages(entries.pages, sites(HAVING, OPEN))["frameworks/classes/leader.html"]
    assert "b市ただし：所属長" in words(page.body[page.body.index('id="without"') :])
    assert 'id="mentions"' in page.body
    assert "所属長" not in words(page.body[page.body.index('id="mentions"') :])


def test_how_a_plan_stands_names_them_where_it_has_no_role() -> None:
    told = words(standing(OPEN, HAVING).body)
    assert (
        "この区分に近い役割や、この区分の人について書かれているところ：所属長（推進体制の組織）"
        in told
    )


def test_their_own_pages_lead_to_the_class() -> None:
    for maker in (organisation.pages, practice.pages):
        context = plan_context(sites(OPEN), linked(OPEN))
        (draft,) = maker(context)
        body = PlanFrame(context).page(draft).body
        assert "関わる役割の区分" in words(body)
        assert 'frameworks/classes/leader.html">リーダーの区分</a>' in body


def test_a_role_that_is_near_to_a_class_stands_there_with_the_reason() -> None:
    every = sites(HAVING, NEAR)
    (page,) = site_pages(roles.pages, every).values()
    row = page.body[page.body.index('data-slot="roles/classes/leader"') :]
    row = row[: row.index("</tr>")]
    assert "この区分の役割の記載なしただし：リーダー補役割（補佐に限られる）" in words(row)
    assert 'href="../b/roles/l.html"' in row
    body = site_pages(detail.pages, every)["compare/classes--leader.html"].body
    assert "b市リーダー補役割（補佐に限られる）" in words(body)
    body = site_pages(entries.pages, every)["frameworks/classes/leader.html"].body
    assert "b市ただし：リーダー補役割（補佐に限られる）" in words(body)
    assert "リーダー補" not in words(body[body.index('id="mentions"') :])
    told = words(standing(NEAR, HAVING).body)
    assert "この区分の人について書かれているところ：リーダー補（役割。補佐に限られる）" in told


def test_its_own_page_says_to_which_classes_it_is_near() -> None:
    context = plan_context(sites(NEAR), linked(NEAR))
    (draft,) = role_pages.pages(context)
    body = PlanFrame(context).page(draft).body
    assert "近いが、対応付けていない区分リーダーの区分：補佐に限られる" in words(body)
    assert 'frameworks/classes/leader.html">リーダーの区分</a>' in body
