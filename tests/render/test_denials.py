"""That something is not there is said only where no evidence of any strength stands against it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from jinzai.compare.comparison import Comparison, compare
from jinzai.model.strength import Strength
from jinzai.publish.page import Page
from tests.render.denials import EXPECTED, Denial, denials
from tests.render.sample_site import catalogue

ROOT: Final = Path(__file__).resolve().parents[2]

KNOWN: Final = (
    # What `denials` collects, and proves below.
    "相手だけが求める領域",
    "この役割だけが求める領域",
    r"[^>]*だけが求める領域",
    # Of one skill, whose marks decide it.
    "スキルを挙げるが、どの役割にも求めていない",
    "（どの役割にも求めていない）",
    r"どの役割にも求めていない：.*",
    # An editor's reason for the mapping of one skill: what the skill's own words leave out.
    r".*に限られ、.*力は求めていない",
    # What pages and files hold.
    "2つから4つの役割やレベルを選び、どちらも求めること、片方だけが求めることを見ます",
    "その役割がスキルの表で何も求めない領域には行がない",
    # How it is counted.
    r"スキルの表で何も求めていない計画は、数える元にしません",
    r"スキルの表では.*だけが求める領域",
)
_SAID: Final = re.compile(r"だけが求め|求めていない|求めない|どの計画も[^、。]*ない")


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return compare(catalogue(ROOT))


@pytest.fixture(scope="module")
def found(real_pages: dict[str, Page], compared: Comparison) -> tuple[Denial, ...]:
    return tuple(denials(real_pages, compared))


def test_what_is_denied_was_read(found: tuple[Denial, ...]) -> None:
    """After a change that is meant: `python -m tests.render.denials`, then read the difference."""
    assert "".join(f"{one}\n" for one in found) == EXPECTED.read_text("utf-8")


def test_nothing_stands_against_what_is_denied(
    found: tuple[Denial, ...], compared: Comparison
) -> None:
    against = [
        f"{denial}: {who}"
        for denial in found
        for who in denial.denied
        if _stands_against(compared, who, _key(compared, denial.area))
    ]
    assert found
    assert not against, "\n".join(against[:20])


def _key(compared: Comparison, area: str) -> str:
    """The area as `framework/entry`; sentences about rows that are left out have its name."""
    names: Mapping[str, str] = {
        entry.name: entry.id for one in compared.area_frameworks for entry in one.entries
    }
    key = f"skill-areas/{names.get(area, area)}"
    assert key in compared.areas, area
    return key


def _stands_against(compared: Comparison, who: str, area: str) -> bool:
    plan, _, role = who.partition("/")
    if not role:
        return not compared.plans[plan].is_silent_on(area)
    profile = compared.plans[plan].roles[role.partition("@")[0]]
    return profile.strength(area) is not Strength.NOTHING


def test_a_dash_in_a_plans_column_means_that_the_plan_is_silent(
    real_pages: dict[str, Page], compared: Comparison
) -> None:
    table = real_pages["compare/skills.html"].body.partition("jz-heats")[2].partition("</table>")[0]
    plans = re.findall(r'<th[^>]* data-plan="([a-z-]+)"', table)
    rows = re.findall(r'data-slot="areas/(skill-areas/[a-z-]+)">(.*?)</tr>', table, re.DOTALL)
    assert len(plans) == len(compared.plans)
    assert {area for area, _ in rows} == set(compared.areas)
    for area, row in rows:
        cells = re.findall(r"<td.*?</td>", row, re.DOTALL)[1:]
        dashes = {plan for plan, cell in zip(plans, cells, strict=True) if ">–<" in cell}
        silent = {plan.id for plan in compared.plans.values() if plan.is_silent_on(area)}
        assert dashes == silent, area


def test_no_page_denies_in_other_words(real_pages: dict[str, Page]) -> None:
    odd = set()
    for address, page in real_pages.items():
        if address.startswith(("guide/", "rules/")):
            continue
        for text in re.split(r"<[^>]*>|。", page.body):
            line = re.sub(r"\s+", " ", text).strip()
            if _SAID.search(line) and not any(re.fullmatch(known, line) for known in KNOWN):
                odd.add(f"{address}: {line[:120]}")
    assert not odd, "\n".join(sorted(odd)[:20])
