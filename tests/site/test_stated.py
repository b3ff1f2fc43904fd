"""What the five plans state is never called absent.

Each line was read in a published plan by hand: what it states, and where a reader looks for it.
"""

import pytest

from .tables import Pages


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
    facts = page(f"{role}.html").first("dl", class_="jz-facts")
    audience = next(line for line in facts.every("div") if line.first("dt").text == "対象")
    assert words in audience.first("dd").text


def test_who_holds_an_office_stays_open_where_no_plan_says(page: Pages) -> None:
    for role in ("security-officer", "information-manager", "information-staff"):
        facts = page(f"osaka-dx/roles/{role}.html").first("dl", class_="jz-facts")
        assert "対象" not in [line.first("dt").text for line in facts.every("div")]
