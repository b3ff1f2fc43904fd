"""What the documents say of a role and an area where it was once not shown, with the lines."""

import re
from typing import Final, NamedTuple

import pytest

from .pages import Pages, facts, part, role_link


class Said(NamedTuple):
    """What a document says of a role.

    `lines` are lines of the text that was taken from the PDF, as in numbers/README.md. `sign` is
    the beginning of the role's cell in the area on compare/skills.html.
    """

    plan: str
    role: str
    area: str
    sign: str
    lines: tuple[int, ...]
    words: str


SAID: Final = (
    # The name says 自治体DX基礎知識, whatever stands in the brackets behind it.
    *(
        Said("hirakata", role, "DXの理解とマインド", "1 ●", lines, "自治体DX基礎知識")
        for role, lines in {
            "executive": (249, 251),
            "deputy-director": (253, 255),
            "section-manager": (257, 259, 261),
        }.items()
    ),
    *(
        Said("toyonaka", role, "業務ツールの活用", "1 ●", (225,), "BIツール等を活用")
        for role in ("practitioner", "leader-for-digital", "leader-for-systems")
    ),
    # 枠組 of 特定任期付職員・副業人材の雇用: 「データ利活用」「内製化」「ICTインフラ管理」など
    Said("toyonaka", "expert", "データ利活用の基礎", "文", (150,), "データ利活用"),
    Said("toyonaka", "expert", "システムの設計と開発", "文", (150,), "内製化"),
    Said("toyonaka", "expert", "ネットワークと情報基盤", "文", (150,), "ICTインフラ管理"),
    # The text of リーダーシップ, and of 情報セキュリティ 応用, in the leaders' skill map
    Said("hirakata", "dx-leader", "プロジェクト管理", "文", (339,), "プロジェクトを企画・立"),
    *(
        Said("hirakata", role, "ネットワークと情報基盤", "文", lines, "ネットワーク構成などを理解")
        # ＤＸ推進リーダー（レベル 3）のスキル・知識に加えて
        for role, lines in {"dx-leader": (440,), "systems-staff": (278, 280, 440)}.items()
    ),
)


class Near(NamedTuple):
    """A role that comes near to a class and is not mapped to it, and the lines."""

    plan: str
    role: str
    name: str
    lines: tuple[int, ...]


NEAR: Final = (
    # 情報システム部門職員: its duties are plans and support for DX
    Near("hirakata", "systems-staff", "情報システム担当", (170, 172, 174)),
    # 情報システム所管課長や担当職員として、情報システムの企画や調達、運用などの
    Near("osaka-dx", "system-staff", "情報システム担当", (354, 355)),
    Near("osaka-dx", "system-section-manager", "情報システム担当", (354, 355)),
    Near("osaka-dx", "system-section-manager", "管理職・監督職", (354, 355)),
    # 管理監督者, 管理監督職: no rank is named
    Near("osaka-hr", "manager", "経営層", (98,)),
    Near("tokyo-template", "management", "経営層", (217, 219)),
)


@pytest.mark.parametrize("near", NEAR, ids=lambda one: f"{one.plan}/{one.role}/{one.name}")
def test_a_near_role_stands_in_the_cell_of_the_class(pages: Pages, near: Near) -> None:
    table = pages("compare/roles.html").first("table", id="jz-roles")
    plans = [head["data-plan"] for head in table.every("th") if head["data-plan"]]
    (row,) = (
        one
        for one in table.first("tbody").every("tr")
        if one.first("th").first("a").text == near.name
    )
    cell = list(row.every("td"))[plans.index(near.plan)]
    wanted = role_link(near.plan, near.role)
    assert wanted in [link["href"] for link in cell.every("a")]
    assert wanted not in [card.first("a")["href"] for card in cell.every(class_="jz-rolecard")]


IN_TEXT: Final = {
    # スキルを以下のとおり整理し、研修を実施; 全管理職へDX研修を実施
    ("hirakata", "executive"): ("「DX研修」を行った", (92, 245)),
    ("hirakata", "deputy-director"): ("「DX研修」を行った", (92, 245)),
    ("hirakata", "section-manager"): ("「DX研修」を行った", (92, 245)),
    ("hirakata", "systems-staff"): ("スキルに沿って研修を行う", (245,)),
    ("hirakata", "all-staff"): ("スキルに沿って研修を行う", (245,)),
    ("hirakata", "system-owner"): ("スキルに沿って研修を行う", (245,)),
    # 上記内容と方法を組み合わせながら育成
    ("osaka-dx", "dx-expert"): ("組み合わせて育てる", (313,)),
    # DXの推進に向け、各種研修の実施や学習教材を提供
    ("osaka-hr", "autonomous-staff"): ("各種の研修", (84,)),
    ("osaka-hr", "manager"): ("各種の研修", (84,)),
    ("osaka-hr", "practitioner"): ("各種の研修", (84,)),
}
"""Training that a plan states in a text alone, with the lines."""


@pytest.mark.parametrize(("plan", "role"), IN_TEXT, ids="/".join)
def test_training_in_a_text_alone_is_not_called_absent(pages: Pages, plan: str, role: str) -> None:
    words, _ = IN_TEXT[plan, role]
    cells = list(pages.sheet_cells(plan, role, "row-list-courses"))
    assert cells
    for address, cell in cells:
        assert words in cell.text, address
    assert words in "".join(one.text for one in part(pages.role(plan, role), "courses"))
    assert words in "".join(row.text for row in pages.learning(plan, role))


PROVED: Final = {
    # 各研修修了者のみ次のステップの研修を受講
    ("toyonaka", "practitioner"): ("「全職員」の研修の修了", (110,)),
    ("toyonaka", "leader"): ("「実行する職員」の研修の修了", (110,)),
    # ツール毎に活用レベルを定義; Step2（活用レベル定義を満たす）
    ("tokyo-template", "general-staff"): ("ツールごとに定める活用レベル", (172, 210)),
    # 後進の指導・フォローを行える
    ("tokyo-template", "dx-promoter"): ("後に続く職員の指導とフォロー", (175,)),
    ("tokyo-template", "dx-headquarters"): ("後に続く職員の指導とフォロー", (175,)),
}
"""What proves that somebody of a role has come so far, with the lines that say so."""


@pytest.mark.parametrize(("plan", "role"), PROVED, ids="/".join)
def test_what_proves_a_level_stands_in_its_row(pages: Pages, plan: str, role: str) -> None:
    words, _ = PROVED[plan, role]
    cells = list(pages.sheet_cells(plan, role, "row-list-evidence"))
    assert cells
    for address, cell in cells:
        assert words in cell.text, address


def test_the_areas_of_one_municipality_are_those_whose_row_counts_one(pages: Pages) -> None:
    """Reckoned from the documents' tables; a template is no municipality."""
    page = pages("compare/skills.html")
    rows = page.first("table", class_="jz-heats").first("tbody").every("tr")
    counted = {
        row.first("th").text
        for row in rows
        if row.first("td", class_="jz-heats__count").text.startswith("1")
    }
    listed = facts(part(page, "gaps")[1])["スキルの表で求める団体が1つだけ"]
    named = {line.text.partition("：")[0]: line.text for line in listed.every("li")}
    assert set(named) == counted
    assert counted == {
        # 枚方市: スキルマップの「手続きのオンライン化」「生成AI活用」
        *("手続のオンライン化", "生成AIの活用"),
        # 豊中市: 法令、監査、開発とアプリケーション、情報インフラ
        *("個人情報・プライバシーの保護", "システムと情報セキュリティの監査"),
        *("システムの設計と開発", "ネットワークと情報基盤"),
    }
    assert named["生成AIの活用"].startswith("生成AIの活用：枚方市、東京都ひな形（")


@pytest.mark.parametrize("said", SAID, ids=lambda one: f"{one.plan}/{one.role}/{one.words}")
def test_what_is_said_is_shown(pages: Pages, said: Said) -> None:
    table = pages("compare/skills.html").first(id=f"roles--{said.plan}").first("table")
    heads = [link["href"] for link in table.first("thead").every("a")]
    column = heads.index(role_link(said.plan, said.role))
    rows = {row.first("th").text: list(row.every("td")) for row in table.first("tbody").every("tr")}
    assert rows[said.area][column].text.startswith(said.sign), said


def test_no_text_of_managers_is_told_of_all_staff(pages: Pages) -> None:
    """大阪市: けん引 and 部下職員の育成 are in the line of 管理監督者 (98), not of 職員 (97)."""
    table = pages("compare/skills.html").first(id="roles--osaka-hr").first("table")
    heads = [link["href"] for link in table.first("thead").every("a")]
    rows = {row.first("th").text: list(row.every("td")) for row in table.first("tbody").every("tr")}
    told = {
        role: {area for area, cells in rows.items() if cells[column].text.startswith("文")}
        for role in ("autonomous-staff", "practitioner", "manager")
        for column in (heads.index(role_link("osaka-hr", role)),)
    }
    managers = {"変革の推進", "マネジメントと人の育成", "プロジェクト管理"}
    assert told["autonomous-staff"] == told["practitioner"] == {"DXの理解とマインド"}
    assert told["manager"] == {"DXの理解とマインド", *managers}


WITH_MARKS: Final = {
    # The tables with ● in the published texts: 335-445 of 枚方市, and the skill map of 豊中市
    *(("hirakata", role) for role in ("dx-leader", "systems-staff")),
    *(
        ("toyonaka", role)
        for role in (
            "leader",
            "leader-for-digital",
            "leader-for-systems",
            "practitioner",
            "all-staff",
        )
    ),
}


def test_a_mark_is_called_the_plans_own_only_where_its_table_has_marks(pages: Pages) -> None:
    """000, 003 and 004 have not one ●, ◎ or ★; 枚方市's other table (247-303) lists skills."""
    roles = {
        (found[1], found[2])
        for address in pages
        if (found := re.fullmatch(r"([a-z-]+)/roles/((?!index)(?:-?[a-z0-9]+)+)\.html", address))
    }
    texts = {at: pages.role(*at).text for at in roles}
    read = {at for at, text in texts.items() if "計画の表の●" in text}
    ours = {at for at, text in texts.items() if "このカタログで付けた記号" in text}
    assert len(texts) == 36
    assert read <= WITH_MARKS
    assert {plan for plan, _ in ours} == {"hirakata", "osaka-dx", "osaka-hr", "tokyo-template"}
    assert ours & WITH_MARKS <= {("hirakata", "systems-staff")}


def test_what_all_staff_need_to_different_degrees_does_not_depend_on_the_work(pages: Pages) -> None:
    """大阪市, 68: the degree differs by post, and all staff need it."""
    for role in ("autonomous-staff", "manager", "practitioner"):
        text = pages.role("osaka-hr", role).text
        assert "業務により必要" not in text
        assert "求められる度合いは職位などによる" in text


def test_training_and_targets_of_all_staff_hold_for_managers(pages: Pages) -> None:
    """東京都, 209: 全職員を対象とした基礎研修 … 受講率 100%."""
    for row, wanted in (("row-list-courses", "基礎研修"), ("row-list-targets", "100%")):
        cells = list(pages.sheet_cells("tokyo-template", "management", row))
        assert cells
        for address, cell in cells:
            assert wanted in cell.text, (address, row)
            assert "全職員" in cell.text, (address, row)
