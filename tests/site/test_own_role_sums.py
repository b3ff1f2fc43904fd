"""What わたしの役割 reckons in a browser: each role alone as on its page, sets as by hand."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, product
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, expect

from jinzai.link.backlinks import EntityKey
from jinzai.link.catalogue import Catalogue, LinkedPlan
from jinzai.link.learning import Load, Span, one_of, total_load
from jinzai.model.role import Role
from jinzai.render.words import amounts
from tests.render.sample_site import catalogue as linked_catalogue

from .conftest import ROOT
from .own_roles import HIRAKATA, OSAKA, TOYONAKA, answer, first_cells, line, lines, opened
from .pages import PLANS
from .reader import Reader, from_disk

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return linked_catalogue(ROOT)


@pytest.fixture
def reader(built: Path, browser: Browser) -> Iterator[Reader]:
    with Reader(browser, from_disk(built)) as window:
        yield window
        assert window.complaints == []


# Each role alone, as on the page of the role


def stated(plan: LinkedPlan, role: Role, having: Any) -> str | None:
    """The role that states something for a role: itself, or the nearest above it."""
    current: Role | None = role
    while current is not None:
        if current.id in having:
            return current.id
        current = plan.roles[current.part_of] if current.part_of else None
    return None


def expected_rows(plan: LinkedPlan, role: Role) -> dict[tuple[str, str], Load]:
    """What each table states for each group of departments, each course once.

    A table with one curriculum that names no course twice is its linked load, which is what pages
    print. The other tables here have no choices.
    """
    trained = {c.role for c in plan.curricula.values() if c.trains}
    source = stated(plan, role, trained)
    curricula = [c for c in plan.curricula_by_role.get(source or "", ()) if c.trains]
    departments = [
        d.id for d in plan.plan.departments if any(d.id in c.departments for c in curricula)
    ]
    found = {}
    for table in dict.fromkeys(c.table for c in curricula):
        for department in departments or [""]:
            among = [
                plan.linked_curricula[c.id]
                for c in curricula
                if c.table == table
                and (not c.departments or not department or department in c.departments)
            ]
            if not among:
                continue
            stages = [s for one in among for part in one.parts() for s in part.stages]
            taken = [
                s
                for s in stages
                if s.stage.only is None
                or (s.stage.only_role is not None and s.stage.only_role.role == role.id)
            ]
            uses = [use for s in taken for use in s.uses]
            if len({use.course.id for use in uses}) == len(uses):
                load = total_load(s.load for s in taken)
            else:
                assert not any(use.choice for use in uses)
                load = total_load({use.course.id: use.load for use in uses}.values())
            found[table or "", department] = load
    return found


@pytest.mark.parametrize("plan_id", PLANS)
def test_a_role_alone_is_what_its_page_says(
    plan_id: str, catalogue: Catalogue, reader: Reader
) -> None:
    plan = next(one for one in catalogue.plans if one.id == plan_id)
    tables = {table.id: table.name for table in plan.plan.tables}
    departments = {one.id: one.name for one in plan.plan.departments}
    for role in plan.content.roles:
        page = opened(reader, f"me.html?me={plan_id}:{role.id}")
        source = stated(plan, role, plan.cells_by_role)
        asked = {cell.skill_id for cell in plan.cells_by_role.get(source or "", ())}
        names = [plan.names[EntityKey("skill", id)] for id in plan.skills if id in asked]
        assert first_cells(page, "skills") == [re.sub(r"\s+", "", name) for name in names], role.id

        rows = expected_rows(plan, role)
        others = ("の受講条件", "全職員に", "文章だけに")
        said = [one for one in lines(page, "courses") if not any(other in one for other in others)]
        named = [
            "・".join(filter(None, (tables.get(t, ""), departments.get(d, "")))) for t, d in rows
        ]
        wanted = [
            f"{name}：{line(load)}" if name else line(load)
            for name, load in zip(named, rows.values(), strict=True)
        ]
        assert [one.split("。ほかに")[0] for one in said] == wanted, role.id


@pytest.mark.parametrize(
    "address", ["toyonaka:all-staff", "toyonaka:practitioner", "osaka-dx:dx-leader"]
)
def test_the_sums_stand_on_the_page_of_the_role(
    address: str, built: Path, catalogue: Catalogue
) -> None:
    plan_id, _, role_id = address.partition(":")
    plan = next(one for one in catalogue.plans if one.id == plan_id)
    html = (built / plan_id / "roles" / f"{role_id}.html").read_text("utf-8")
    loads = expected_rows(plan, plan.roles[role_id]).values()
    assert loads
    for load in loads:
        assert amounts.load(load) in re.sub(r"<[^>]*>", "", html)


# Sets, reckoned by hand from the published plans


def test_hirakata_all_staff_and_leader(reader: Reader) -> None:
    page = opened(reader, HIRAKATA)
    # 17 of the leader on three levels; two of all staff, which the leader's columns lack.
    assert answer(page, "身に付ける") == "スキル 19件 DX推進リーダー 17件、全職員 2件"
    # 4 + 4 + 2 of the levels and 3 without one, and 情報セキュリティ（基礎） stands in two.
    assert answer(page, "受ける") == "研修 12件 時間の記載がない研修12件"
    assert answer(page, "数値目標") == (
        "令和9年度（2027年度） DX推進リーダー レベル1 150人 DX推進リーダー レベル2 60人 "
        "DX推進リーダー レベル3 30人"
    )
    assert len(first_cells(page, "skills")) == 19
    assert len(first_cells(page, "courses")) == len(set(first_cells(page, "courses"))) == 12
    assert lines(page, "courses") == [
        "12件・時間の記載がない研修12件（DX推進リーダー）",
        "DX推進リーダー レベル2の研修の受講条件：DX推進リーダー レベル1の研修の修了",
        "DX推進リーダー レベル3の研修の受講条件：DX推進リーダー レベル2の研修の修了",
        "全職員について、文章だけにある研修（数に入らない）：求めるスキルに沿って研修を行う。",
    ]
    duties = lines(page, "duties")
    assert [one.split()[0] for one in duties] == ["DX推進リーダー", "全職員"]
    assert page.inner_text("#jz-own-lacking").strip() == (
        "計画に書かれていないこと：研修の時間（DX推進リーダー）、数値目標（全職員）。"
    )
    expect(page.locator("#jz-own-status")).to_have_text(
        "2つの役割を選びました。スキル19件、研修12件です。"
    )


def test_one_level_of_hirakatas_leader(reader: Reader) -> None:
    page = opened(reader, "me.html?me=hirakata:dx-leader/level-1")
    assert answer(page, "身に付ける") == "スキル 8件"
    # The level's four, and three for which the plan names no level.
    assert answer(page, "受ける") == "研修 7件 時間の記載がない研修7件"
    assert answer(page, "数値目標") == "令和9年度（2027年度） DX推進リーダー レベル1 150人"
    assert lines(page, "next") == ["DX推進リーダー レベル2：進むのに要るスキルと研修"]
    page.locator("#jz-own-next a").last.click()
    expect(page).to_have_url(re.compile("roles/dx-leader--level-2.html$"))


def test_a_section_manager_of_osaka_in_two_plans(reader: Reader) -> None:
    page = opened(reader, OSAKA)
    assert answer(page, "わたし").startswith(
        "DXマネージャー、情報セキュリティ責任者、システム所管課長、管理監督者"
    )
    # 6 + 1 + 1 in the one plan, 6 in the other, five of them from 自律した職員.
    assert answer(page, "身に付ける").startswith("スキル 14件 ")
    assert page.locator("#jz-own-skills tbody").count() == 2
    assert page.locator("#jz-own-skills td", has_text="引き継ぎ：自律した職員").count() == 5
    # Four courses of the manager, one each of the others; two tables, which do not overlap.
    assert answer(page, "受ける") == (
        "研修 6件 DX全般に関する研修：4件・時間の記載がない研修4件 "
        "情報資産管理に関する研修：2件・時間の記載がない研修2件"
    )
    assert first_cells(page, "courses")[:4] == [
        "階層別研修",
        "J-LIS研修（動画）",
        "マナビDX",
        "ICTの一般知識",
    ]
    assert "システム所管課長研修" in first_cells(page, "courses")
    # 2 + 1 + 1 + 3, among the last what a manager owes to staff.
    assert answer(page, "担う") == "7項目 担うことを読む"
    assert "部下の能力を引き出し、その成長を促す" in lines(page, "duties")[3]
    assert "管理監督者について、文章だけにある研修（数に入らない）" in lines(page, "courses")[2]


def test_toyonaka_with_two_tables_and_a_choice(reader: Reader) -> None:
    page = opened(reader, TOYONAKA)
    assert answer(page, "身に付ける") == "スキル 18件 実行する職員 18件、全職員 9件"
    sums = lines(page, "courses")
    # All staff: eleven courses with 22 hours, two of them without a time. Then either ten more
    # (of eleven with 24 to 27 hours, デザイン思考研修 with 2 hours was counted), one of them
    # without a time, or the one of 50 hours.
    either = "21件・44〜47時間（ほかに時間の記載がない研修3件）"
    other = "12件・72時間（ほかに時間の記載がない研修2件）"
    off_jt = "職員の区分ごとの研修等（OFF-JT）"
    assert sums[0] == f"{off_jt}・各部局：{either}、または{other}"
    # The digital departments: three more with 10 hours, one more without a time.
    digital = "25件・54〜57時間（ほかに時間の記載がない研修4件）"
    also = "16件・82時間（ほかに時間の記載がない研修3件）"
    apart = "ほかに「システム運用等主導・推進候補者」だけの研修 1件・4時間"
    assert sums[1] == f"{off_jt}・デジタル関連部局：{digital}、または{also}。{apart}"
    # The other table is never added.
    assert len([one for one in sums if "一覧・" in one and "の受講条件" not in one]) == 2
    assert answer(page, "受ける").startswith("計画の表や部局によって違う")
    assert answer(page, "次にめざす") == "主導・推進する職員"


def test_a_stage_for_one_part_is_in_the_sum_of_that_part_alone(reader: Reader) -> None:
    other = opened(reader, "me.html?me=toyonaka@digital,toyonaka:leader-for-digital")
    assert "ほかに「システム運用等に当たる人」だけの研修" in lines(other, "courses")[0]
    page = opened(reader, "me.html?me=toyonaka@digital,toyonaka:leader-for-systems")
    assert "だけの研修" not in lines(page, "courses")[0]


# Sums of sets, as Python reckons them


def distinct(taken: set[int], choices: list[list[list[int]]], loads: list[Load]) -> Load:
    """What a set costs: all ways through the choices, each course once, gone through one by one."""
    always = total_load(loads[one] for one in sorted(taken))
    ways = [
        total_load(loads[one] for one in dict.fromkeys(chain(*way)) if one not in taken)
        for way in product(*choices)
    ]
    more = one_of(ways) if choices else None
    return always if more is None else always + more


def hours(amount: int, unknown: int = 0) -> Load:
    span = Span(Decimal(amount), Decimal(amount))
    courses = Span(Decimal(1), Decimal(1))
    return Load(span, unknown=unknown, given=not unknown, courses=courses)


LOADS: Final = [hours(1), hours(2), hours(0, 1), hours(4), hours(5) | hours(6), hours(7), hours(8)]
SETS: Final[list[tuple[set[int], list[list[list[int]]]]]] = [
    (set(), []),
    ({0, 1, 2}, []),
    ({0, 4}, [[[1], [3, 5]]]),
    ({0, 1}, [[[0, 1], [3]]]),  # one option costs nothing more
    ({0}, [[[1, 2], [3]], [[5], [6]]]),
    ({0}, [[[1, 2], [3]], [[2, 5], [3]]]),  # two choices share courses
    (set(), [[[0, 1], [2]], [[1, 3], [4]], [[3, 5], [6]]]),  # a chain of them
    ({6}, [[[0], [1], [3]], [[0], [5]], [[4], [6]]]),
]
READ: Final = """([taken, choices, loads]) => {
    const {sums} = window.jinzaiCompare;
    const read = new Map(loads.map((load, at) => [at, sums.read(load)]));
    const found = sums.distinct(taken, choices, read);
    return [sums.line(found, 1), found.hours];
}"""


def encoded(load: Load) -> list[object]:
    """A load as a plan's file has it, in whole hours."""
    spans = [load.hours.least, load.hours.most, load.days.least, load.days.most]
    return [
        *map(int, spans),
        load.unknown,
        load.exempt,
        int(load.given),
        int(load.choices),
        0,
        int(load.courses.least),
        int(load.courses.most),
        [encoded(way) for way in load.ways],
    ]


def test_sums_are_those_of_python(reader: Reader) -> None:
    page = reader.open("me.html")
    loads = [encoded(load) for load in LOADS]
    for taken, choices in SETS:
        said, _ = page.evaluate(READ, [sorted(taken), choices, loads])
        assert said == line(distinct(taken, choices, LOADS)), (taken, choices)


def test_too_many_shared_choices_have_bounds_that_hold(reader: Reader) -> None:
    page = reader.open("me.html")
    choices = [[[0, one], [1, 6]] for one in (1, 2, 3, 4, 5, 6, 0)]
    exact = distinct(set(), choices, LOADS).hours
    _, (least, most) = page.evaluate(READ, [[], choices, [encoded(load) for load in LOADS]])
    assert least <= exact.least <= exact.most <= most
