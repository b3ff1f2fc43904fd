"""What the five plans state is never called absent.

Each line was read in a published plan by hand: what it states, and where a reader looks for it.
"""

from pathlib import Path

import pytest

from .tables import Pages, cells, said


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("toyonaka/roles/practitioner", "2〜4年目"),
        ("toyonaka/roles/all-staff", "1〜2年目"),
        ("toyonaka/roles/leader", "4年目以降"),
        ("toyonaka/roles/leader-for-digital", "4年目以降"),
        ("toyonaka/roles/leader-for-systems", "4年目以降"),
        ("hirakata/roles/dx-leader", "毎年指名"),
        ("hirakata/roles/systems-staff", "IT資格枠"),
        ("hirakata/roles/deputy-director", "次長"),
        ("hirakata/roles/section-manager", "課長代理"),
        ("hirakata/roles/all-staff", "すべての職員"),
        ("osaka-dx/roles/technical-staff", "技術分野"),
        ("osaka-dx/roles/system-section-manager", "課長"),
        ("tokyo-template/roles/cio-advisor", "庁外"),
        ("tokyo-template/roles/management", "管理監督"),
    ],
)
def test_for_whom_a_role_is(page: Pages, role: str, words: str) -> None:
    strip = page(f"{role}.html").first("dl", class_="jz-answers")
    audience = next(cell for cell in strip.every("div") if cell.first("dt").text == "だれが")
    assert words in audience.text


def test_who_holds_an_office_stays_open_where_no_plan_says(page: Pages) -> None:
    for role in ("security-officer", "information-manager", "information-staff"):
        whole = page(f"osaka-dx/roles/{role}.html")
        strip = whole.first("dl", class_="jz-answers")
        assert "だれが" not in [cell.first("dt").text for cell in strip.every("div")]
        assert whole.first("span", id="audience").text == "対象になる人"


def column(page: Pages, built: Path, role: str, row: str) -> str:
    """What a role has in a row of the ready comparison of one of its classes."""
    for found in sorted((built / "compare").glob("role-classes--*.html")):
        table = page(f"compare/{found.name}").first("table", class_="jz-beside")
        heads = [head.first("a")["href"] for head in list(table.first("thead").every("th"))[1:]]
        if f"../{role}.html" in heads:
            line = table.first("tr", id=f"row-{row}")
            return cells(line)[heads.index(f"../{role}.html")].text
    raise LookupError(role)


@pytest.mark.parametrize(
    ("role", "row", "words"),
    [
        ("hirakata/roles/dx-leader", "list-evidence", "レベル3に必要な研修"),
        ("hirakata/roles/dx-leader", "list-duties", "業務の改善と改革を行える"),
        ("tokyo-template/roles/dx-promoter", "list-evidence", "1年以上の経験"),
        ("tokyo-template/roles/dx-headquarters", "list-evidence", "複数の"),
        ("tokyo-template/roles/general-staff", "list-evidence", "推奨する研修"),
        ("toyonaka/roles/leader", "list-duties", "その部局でデジタルの活用を進める"),
        ("toyonaka/roles/practitioner", "list-audience", "2〜4年目"),
        ("toyonaka/roles/practitioner", "list-sourcing", "庁内で育成"),
        ("toyonaka/roles/practitioner", "list-levels", "2〜4年目"),
        ("osaka-hr/roles/practitioner", "list-duties", "上位の役割「自律した職員」"),
        ("toyonaka/roles/expert", "list-duties", "業務に返す"),
        ("hirakata/roles/systems-staff", "list-sourcing", "IT資格"),
        (
            "tokyo-template/roles/information-systems",
            "list-sourcing",
            "ICT枠",
        ),
        (
            "toyonaka/roles/leader-for-systems",
            "list-sourcing",
            "上位の役割「主導・推進する職員」",
        ),
    ],
)
def test_what_a_comparison_says_of_a_role(
    page: Pages, built: Path, role: str, row: str, words: str
) -> None:
    assert words in column(page, built, role, row)


def test_duties_by_level_are_not_absent_on_the_page_of_the_role(page: Pages) -> None:
    told = [
        row.first("dd").text
        for row in page("hirakata/roles/dx-leader.html").every(class_="jz-rung__row")
        if row.first("dt").text == "できること"
    ]
    assert ["課題の解決に向けて" in told[0], "改善を進められる" in told[1], len(told)] == [
        True,
        True,
        3,
    ]
    lead = page("hirakata/roles/dx-leader.html").first("dt", id="duties")
    assert lead.text == "できること"


def test_what_a_plan_lacks_is_one_line_and_its_anchors_stay(page: Pages) -> None:
    body = page("toyonaka/roles/expert.html")
    line = body.first("p", class_="jz-absent")
    assert line.text.startswith("計画に書かれていないこと ")
    lacking = [one["id"] for one in line.every("span")]
    assert {"schedule", "targets"} <= set(lacking)
    jumps = [link["href"] for link in body.first("nav", class_="jz-onpage").every("a")]
    assert jumps
    assert not {f"#{anchor}" for anchor in lacking} & set(jumps)


@pytest.mark.parametrize(
    ("entry", "plan", "name"),
    [
        ("management", "toyonaka", "所属長等"),
        ("management", "toyonaka", "所属長等によるステップアップの働きかけ"),
        ("management", "hirakata", "所属長"),
        ("management", "osaka-hr", "人を育てる職場マネジメント"),
        ("advanced-specialist", "osaka-hr", "専門人材の採用"),
    ],
)
def test_people_of_a_class_whom_a_plan_writes_of_without_a_role(
    page: Pages, entry: str, plan: str, name: str
) -> None:
    links = page(f"compare/role-classes--{entry}.html").every("a")
    assert name in [link.text for link in links if f"/{plan}/" in link["href"]]
    table = page("compare/roles.html").first("table", id="jz-roles")
    row = table.first("tr", data_slot=f"roles/role-classes/{entry}")
    assert name in [link.text for link in row.every("a") if f"/{plan}/" in link["href"]]


@pytest.mark.parametrize(
    ("role", "practice"),
    [
        ("toyonaka/roles/practitioner", "自己評価シート"),
        ("toyonaka/roles/leader", "デジタル人材育成コミュニティ"),
        ("toyonaka/roles/leader-for-systems", "所属長等によるステップアップの働きかけ"),
        ("toyonaka/roles/leader-for-systems", "研修履歴管理データベース"),
        ("toyonaka/roles/leader", "主導・推進する職員／システム等のOn-JT（デジタル関連部局）"),
        ("hirakata/roles/section-manager", "事例の共有と横展開"),
        ("osaka-hr/roles/manager", "人を育てる職場環境"),
    ],
)
def test_practices_for_all_staff_are_on_the_pages_of_roles_further_up(
    page: Pages, role: str, practice: str
) -> None:
    heading = page(f"{role}.html").first("h2", id="practice")
    assert any(practice in one.text for one in heading.following())


def test_steps_that_a_text_announces_follow_it(page: Pages) -> None:
    heading = page("hirakata/roles/dx-leader.html").first("h2", id="practice")
    told = " ".join(one.text for one in heading.following())
    assert "洗い出す" in told.partition("流れは次のとおり")[2]
    bodies = page("hirakata/organisation/index.html").first("h2", id="bodies")
    assert "毎年指名" in " ".join(one.text for one in bodies.following())


def test_numbers_and_levels_are_named_as_the_plans_state_them(page: Pages, built: Path) -> None:
    table = page("compare/index.html").first("table", class_="jz-compared")
    numbers = {
        row.first("a").text: row.first("td", data_label="数値目標").text
        for row in table.first("tbody").every("tr")
    }
    assert numbers["大阪市（DX方針）"] == "「複数」とだけ記載"
    assert numbers["豊中市"] == "役割の人数だけ"
    assert numbers["枚方市"] == numbers["東京都ひな形"] == "あり"
    assert numbers["大阪市（人材方針）"] == "記載なし"
    for role, years in (("practitioner", "2〜4年目"), ("all-staff", "1〜2年目")):
        html = page(f"toyonaka/roles/{role}.html")
        assert years in html.first("dt", id="levels").parent.text  # type: ignore[union-attr]
        assert years in column(page, built, f"toyonaka/roles/{role}", "list-levels")
    levels = page("toyonaka/compare/index.html").first("h2", id="levels")
    assert "実行する職員" not in " ".join(one.text for one in levels.following())


def test_people_hired_from_outside_are_named_where_no_role_stands_outside(page: Pages) -> None:
    for plan, name in (("osaka-dx", "DXディレクター"), ("toyonaka", "高度専門人材")):
        assert name in page(f"{plan}/roles/index.html").first("p", id="outside").text


@pytest.mark.parametrize(
    ("course", "takers"),
    [
        # Both groups of departments: 各部局 and, by 左記研修, デジタル関連部局.
        ("generative-ai-basic", "実行する職員"),
        ("ict-basic", "全職員"),
        ("stakeholder-management", "主導・推進する職員（推定）"),
        # デジタル関連部局 alone.
        ("network", "全職員（デジタル関連部局）"),
        ("local-government-college", "実行する職員（デジタル関連部局）"),
    ],
)
def test_who_takes_a_course_that_the_plan_gives_by_what_stands_beside_it(
    page: Pages, course: str, takers: str
) -> None:
    strip = page(f"toyonaka/courses/{course}.html").first("dl", class_="jz-answers")
    assert strip.first("dd").text == takers
    (row,) = (
        row
        for row in page("toyonaka/courses/index.html").first("tbody").every("tr")
        if row.first("a")["href"] == f"{course}.html"
    )
    assert row.first("td", data_label="対象の役割").text == takers


def answers(page: Pages, address: str) -> dict[str, str]:
    """What stands at the top of a page, below each label."""
    strip = page(address).first("dl", class_="jz-answers")
    return {cell.first("dt").text: cell.first("dd").text for cell in strip.every("div")}


def absent(page: Pages, address: str) -> list[str]:
    """The anchors of what a page says that the plan does not state."""
    lines = page(address).every("p", class_="jz-absent")
    return [one["id"] for line in lines for one in line.every("span") if one["id"]]


def test_training_of_all_managers_in_a_text_is_training_of_the_managers(page: Pages) -> None:
    # In 令和6年度 枚方市 trained all of its 管理職, as the text of its plan says.
    told = answers(page, "hirakata/roles/management.html")["受ける"]
    assert told == "市が行う研修（名前の記載なし）"
    assert "courses" not in absent(page, "hirakata/roles/management.html")
    (row,) = (
        row
        for row in page("hirakata/roles/index.html").every("tr")
        if any(link["href"] == "management.html" for link in row.every("a"))
    )
    assert row.first("td", data_label="研修").text == "文章だけにある"


def test_people_learn_by_themselves_with_support_of_an_office(page: Pages) -> None:
    # デジタル統括室 gives news of technology and material to learn from.
    heading = page("osaka-dx/organisation/index.html").first("h2", id="support")
    assert "教材" in " ".join(one.text for one in heading.following())


@pytest.mark.parametrize("part", ["leader-for-digital", "leader-for-systems"])
def test_hiring_for_a_role_is_hiring_for_its_parts(page: Pages, part: str) -> None:
    # They are hired as 高度専門人材 or as 主導・推進する職員.
    heading = page(f"toyonaka/roles/{part}.html").first("h2", id="measures")
    told = " ".join(one.text for one in heading.following())
    assert "特定任期付職員・副業人材の雇用 上位の役割「主導・推進する職員」が対象" in told


def test_a_role_of_one_group_of_departments_has_the_training_of_that_group_alone(
    page: Pages,
) -> None:
    # In the table of On-JT, システム等 has a dash for 各部局.
    sheet = page("toyonaka/roles/leader-for-systems.html").first("div", class_="jz-sheet")
    linked = {link["href"].rpartition("/")[2] for link in sheet.every("a")}
    assert {"leader-digital.html", "leader-digital-list.html"} <= linked
    assert not {"leader-general.html", "leader-general-list.html"} & linked


@pytest.mark.parametrize("plan", ["hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka"])
def test_accepted_warnings_are_as_many_on_the_report_as_on_the_overview(
    page: Pages, plan: str
) -> None:
    line = page(f"{plan}/index.html").first("li", id="accepted").text
    number = said(line, r"(\d+)件")
    report = page(f"{plan}/check/index.html")
    (heading,) = (one for one in report.every() if one["id"] == "accepted")
    # One alone has no number in its heading.
    assert heading.tag == ("span" if number is None else "h2")
    assert said(heading.text, r"(\d+)$") == (None if number == 1 else number)


def test_a_step_to_a_role_with_parts_says_what_they_do_and_take(page: Pages) -> None:
    # In 豊中市 システム等 is in デジタル関連部局 alone, with stages of its own.
    step = "toyonaka/roles/practitioner--to--leader.html"
    assert absent(page, step) == []
    body = page(step).first("div", class_="jz-sheet").text
    assert "その部局でデジタルの活用を進める" in body
    strip = page(step).first("dl", class_="jz-answers").text
    assert "主導・推進する職員／システム等では42時間＋6日" in strip
    first = page(step).first("h2", id="conditions").following()
    told = " ".join(one.text for one in first)
    for department in ("各部局", "デジタル関連部局"):
        assert f"先に実行する職員の研修（{department}）を修了 {department}・" in told


@pytest.mark.parametrize(
    ("step", "stated"),
    [
        ("information-systems--step-2", "設計の支援を、具体的に担えるスキル"),
        ("information-systems--step-3", "ガバナンスの設計に必要なスキル"),
        ("general-staff--step-2", "ツールを使いこなす力"),
    ],
)
def test_skills_that_the_text_of_a_level_states_are_not_absent(
    page: Pages, step: str, stated: str
) -> None:
    address = f"tokyo-template/roles/{step}.html"
    assert "skills" not in absent(page, address)
    assert stated in page(address).first("div", class_="jz-sheet").text


def test_people_hired_from_outside_are_no_target_for_those_within(page: Pages) -> None:
    body = page("tokyo-template/roles/information-systems--to--cio-advisor.html")
    assert not list(body.every("dl", class_="jz-answers"))
    told = " ".join(one.text for one in body.first("h2", id="targets").following())
    assert "この段階に進む職員の人数は、計画に記載がありません" in told
    assert "1人以上" not in told


@pytest.mark.parametrize("stage", ["staff", "practitioner", "leader"])
def test_goals_and_skills_of_a_table_are_those_of_both_of_its_columns(
    page: Pages, stage: str
) -> None:
    # In 豊中市 they stand above the columns of 各部局 and デジタル関連部局.
    each = [f"toyonaka/curricula/{stage}-{group}.html" for group in ("general", "digital")]
    assert [absent(page, address) for address in each] == [[], []]
    goals, skills = (
        [
            [
                item.text
                for one in page(address).first("h2", id=anchor).following()
                for item in one.every(tag)
                if tag == "li" or "/skills/" in item["href"]
            ]
            for address in each
        ]
        for anchor, tag in (("goals", "li"), ("skills", "a"))
    )
    assert goals[0] == goals[1] != []
    assert skills[0] == skills[1] != []
