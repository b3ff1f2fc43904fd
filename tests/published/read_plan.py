"""What the pages show of a plan as a whole: its courses, its period, what it asks for at all."""

import re
from typing import Final

from .pages import Pages
from .read_skills import Found
from .reckoned import Number

AREAS: Final = {
    "ebpm-data-analysis": "data-analysis",
    "transformation": "change-leadership",
    "strategy-planning": "strategy-planning",
    "management-people": "people-management",
    "project-management": "project-management",
    "service-design": "service-design",
    "bpr": "bpr",
    "generative-ai": "generative-ai",
    "automation": "automation",
    "no-code": "low-code",
    "online-procedures": "online-services",
    "security-basics": "security-literacy",
    "privacy": "privacy",
    "security-measures-incidents": "security-management",
    "audit": "audit",
    "procurement-governance": "procurement-governance",
    "operations": "system-operation",
    "system-development": "system-design",
    "cloud": "cloud",
    "network-infrastructure": "infrastructure",
    "office-tools": "office-tools",
    "ict-basics": "ict-literacy",
    "data-basics": "data-literacy",
    "dx-understanding": "dx-mindset",
}
"""The area of content/frameworks/skill-areas.yaml that each reckoned matter belongs to."""
_WEAKER: Final = {"文": "role-text", "研": "training-only", "ほ": "other-text", "–": "nowhere"}


def strength(pages: Pages, wanted: Number) -> Found:
    """Reads `P7/<matter>`: the strongest place where the document says it."""
    table = pages("compare/skills.html").first("table", class_="jz-heats")
    plans = [head["data-plan"] for head in table.every("th") if head["data-plan"]]
    area = AREAS[wanted.id.partition("/")[2]]
    row = table.first("tr", data_slot=f"areas/skill-areas/{area}")
    cells = [cell for cell in row.every("td") if "jz-heats__count" not in cell["class"].split()]
    said = cells[plans.index(wanted.plan)].text
    found = "skill-table" if re.match(r"\d+ [●★]", said) else _WEAKER[said[0]]
    # Of what stands neither in roles nor in training, only what has a link is in the table.
    if found == "nowhere" and wanted.shown == "other-text":
        found = "other-text"
    yield "compare/skills.html", found


def courses(pages: Pages, wanted: Number) -> Found:
    """Reads `P2`: how many courses are named."""
    links = {
        link["href"]
        for link in pages(f"{wanted.plan}/courses/index.html").every("a")
        if re.fullmatch(r"(?!index)[^/#]+\.html", link["href"])
    }
    yield f"{wanted.plan}/courses/index.html", len(links)


def period(pages: Pages, wanted: Number) -> Found:
    """Reads `P4`: the period of the plan."""
    table = pages("compare/targets.html").first("table", class_="jz-axis")
    row = table.first("tr", data_plan=wanted.plan)
    said = re.sub(r"（[^）]*年度）", "", row.first("td").text).split(" ")[0]
    yield "compare/targets.html", None if said == "記載なし" else said
