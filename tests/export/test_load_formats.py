"""The mix of formats, counted by hand in the plans' curricula.yaml and courses.yaml.

豊中市: 2つの表（off-jt、program-list）が、同じ研修を違う形式で示すことがある。
大阪市DX方針: 形式の分かるのは、動画の2つ（j-lis、digital-knowledge-video）だけである。
"""

import csv
import io
from pathlib import Path

import pytest

from jinzai.export.downloads import plan_downloads

from .plans import CONTENT, SAMPLE, case

# role, department, table, only: courses by format
TOYONAKA = {
    # プロジェクト管理・RPA・データ・情報処理技術者がリモート、データはワークショップとの組
    ("leader", "general", "off-jt", ""): {
        "video": 1,
        "live": 1,
        "remote": 4,
        "workshop": 1,
        "working": 1,
    },
    # プロジェクト管理はライブかリモートを選べる。BPRとステークホルダーがライブ
    ("leader", "general", "program-list", ""): {
        "live": 3,
        "remote": 4,
        "workshop": 1,
        "working": 1,
    },
    ("leader", "digital", "off-jt", ""): {
        "video": 1,
        "live": 1,
        "remote": 4,
        "workshop": 1,
        "working": 1,
    },
    ("leader", "digital", "off-jt", "システム運用等に当たる人"): {"remote": 6},
    ("leader", "digital", "program-list", ""): {
        "live": 3,
        "remote": 4,
        "workshop": 1,
        "working": 1,
    },
    ("leader", "digital", "program-list", "ICT人材"): {"remote": 6},
    # 12件のうち、RPA・BIとデザイン思考が対面、デジタルリテラシーがリモート
    ("practitioner", "general", "off-jt", ""): {"video": 9, "in-person": 2, "remote": 1},
    ("practitioner", "general", "program-list", ""): {"video": 7, "remote": 1},
    # 形式の書かれていない自治体大学校研修が加わる
    ("practitioner", "digital", "off-jt", ""): {
        "video": 9,
        "in-person": 2,
        "remote": 1,
        "undefined": 1,
    },
    ("practitioner", "digital", "off-jt", "システム運用等主導・推進候補者"): {"video": 1},
    ("practitioner", "digital", "program-list", ""): {"video": 7, "remote": 1, "undefined": 1},
    ("practitioner", "digital", "program-list", "ICT人材候補者"): {"video": 3},
    # 11件のうち、デザイン思考が対面、システム等基礎の形式は書かれていない
    ("all-staff", "general", "off-jt", ""): {"video": 9, "in-person": 1, "undefined": 1},
    ("all-staff", "general", "program-list", ""): {"video": 8},
    ("all-staff", "digital", "off-jt", ""): {"video": 12, "in-person": 1, "undefined": 1},
    ("all-staff", "digital", "program-list", ""): {"video": 11},
}
OSAKA_DX = {
    ("dx-officer", "", "", ""): {"video": 2, "undefined": 2},
    ("dx-manager", "", "", ""): {"video": 1, "undefined": 3},
    ("dx-leader", "", "", ""): {"video": 2, "undefined": 5},
    ("dx-follower", "", "", ""): {"video": 2, "undefined": 4},
    ("security-officer", "", "", ""): {"undefined": 1},
    ("system-section-manager", "", "", ""): {"undefined": 1},
    ("information-manager", "", "", ""): {"undefined": 1},
    ("information-staff", "", "", ""): {"undefined": 1},
    ("technical-staff", "", "", ""): {"undefined": 1},
}

Mix = dict[tuple[str, str, str, str], dict[str, int]]


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    (file,) = [one for one in plan_downloads(case(folder).subject) if one.table == table]
    return list(csv.DictReader(io.StringIO(file.data.decode("utf-8-sig"), newline="")))


def key(row: dict[str, str]) -> tuple[str, str, str, str]:
    return row["role_id"], row["department_id"], row["table_id"], row["only"]


@pytest.mark.parametrize(("plan", "counted"), [("toyonaka", TOYONAKA), ("osaka-dx", OSAKA_DX)])
def test_formats_are_those_counted_by_hand(plan: str, counted: Mix) -> None:
    found: Mix = {}
    for row in rows(CONTENT / plan, "load-formats"):
        if row["courses"]:
            found.setdefault(key(row), {})[row["format_id"]] = int(row["courses"])
    assert found == counted


def test_a_role_without_training_has_neither_format_nor_number() -> None:
    trained = {role for role, *_ in OSAKA_DX}
    left = [row for row in rows(CONTENT / "osaka-dx", "load-formats") if not row["courses"]]
    every = {row["role_id"] for row in rows(CONTENT / "osaka-dx", "roles")}
    assert sorted(row["role_id"] for row in left) == sorted(every - trained)
    assert every - trained
    assert all(row["format_id"] == row["format"] == "" for row in left)


def test_without_any_form_and_with_an_undefined_one_are_told_apart() -> None:
    # 候補者の研修: plain には受け方がなく、blank の受け方には形式がない
    found = {
        (key(row), row["format_id"], row["courses"])
        for row in rows(SAMPLE / "sample", "load-formats")
    }
    only = ("leader", "digital", "", "候補者")
    assert {one for one in found if one[0] == only} == {
        (only, "undefined", "1"),
        (only, "", "1"),
    }


@pytest.mark.parametrize("folder", [CONTENT / "toyonaka", SAMPLE / "sample"], ids=lambda f: f.name)
def test_every_course_of_load_csv_has_its_share(folder: Path) -> None:
    most: dict[tuple[str, ...], int] = {}
    for row in rows(folder, "load-formats"):
        most[key(row)] = most.get(key(row), 0) + int(row["courses"] or 0)
    for row in rows(folder, "load"):
        assert most[key(row)] >= int(row["courses"] or 0)
