"""The addresses of everything in the site (design: one depth for every kind of page).

Only this module makes addresses. `jinzai.model.kinds` says which page of a plan shows which kind.
An address is relative to the site's root and never starts with a slash. Anchors are ASCII.
"""

from typing import Final

from jinzai.model.kinds import PLAN_FILE, PLAN_KINDS, ROLE, SHOWN_FILES

RULES_PAGE: Final = "rules/index.html"
"""The list of the rules of the checks."""
GUIDE_PAGE: Final = "guide/index.html"
"""The list of the kinds of file and their fields."""
FRAMEWORKS_PAGE: Final = "frameworks/index.html"
"""The list of frameworks. `#relations` there explains how a plan can relate to an entry."""

OWN_ROLES_PAGE: Final = "me.html"
"""The page of the roles that a reader holds. Which these are stands in its query: `?me=…`."""

COMPARE_PAGE: Final = "compare/index.html"
"""The entrance to all comparisons.

Within a plan, it is the page on how the plan stands among the others.
"""
COMPARE_FOLDER: Final = "compare"
"""The folder of all comparisons above the plans."""
DATA_PAGE: Final = "data/index.html"
"""The page that explains the downloads. Within a plan, it is the list of the plan's files."""
CHECK_PAGE: Final = "check/index.html"
"""The report on a plan, within the plan."""

_FILES: Final = {kind: file for file in (*SHOWN_FILES, PLAN_FILE) for kind in file.kinds}
# kind of entity -> folder of the plan in which each has a page of its own
_PAGES: Final = {
    kind.id: file.page.rpartition("/")[0] for kind, file in _FILES.items() if kind.has_page
}
# kind of entity -> page of the plan on which it has an anchor
_ANCHORS: Final = {
    kind.id: file.page
    for kind, file in _FILES.items()
    if kind.id in PLAN_KINDS and not kind.has_page
}


def entity_address(plan_id: str, kind: str, entity_id: str) -> str:
    """The page of a plan's entity. If several entities share the page, it has the entity's anchor.

    A level is named as `role/level`. Raises KeyError for a kind that has no address.
    """
    if kind == "level":
        role_id, _, level_id = entity_id.partition("/")
        return level_address(plan_id, role_id, level_id)
    if kind in _PAGES:
        return f"{plan_id}/{_PAGES[kind]}/{entity_id}.html"
    return f"{plan_id}/{_ANCHORS[kind]}#{anchor(kind, entity_id)}"


def anchor(kind: str, entity_id: str) -> str:
    """The id attribute of an entity on a page that it shares with others."""
    return f"{kind}-{entity_id}"


def level_address(plan_id: str, role_id: str, level_id: str) -> str:
    """A level's place on the page of its role."""
    return f"{plan_id}/{_PAGES[ROLE.id]}/{role_id}.html#{anchor('level', level_id)}"


def level_step_address(plan_id: str, role_id: str, level_id: str) -> str:
    """The page on how people of a role come to one of its levels from the level below.

    It is beside the role's page. No id has two hyphens in a row, so it never has the address of
    another page.
    """
    return f"{plan_id}/{_PAGES[ROLE.id]}/{role_id}--{level_id}.html"


def role_step_address(plan_id: str, role_id: str, next_id: str, level_id: str | None = None) -> str:
    """The page on how people of a role come to the role after it, or to one of its levels.

    It is beside the role's page. The pages for levels of the role itself have no `to` in their
    middle, so no two pages share an address.
    """
    level = "" if level_id is None else f"--{level_id}"
    return f"{plan_id}/{_PAGES[ROLE.id]}/{role_id}--to--{next_id}{level}.html"


def plan_address(plan_id: str, page: str = "index.html") -> str:
    """A page of a plan: its overview, or e.g. `roles/index.html`."""
    return f"{plan_id}/{page}"


def framework_address(framework_id: str) -> str:
    """The index of a framework."""
    return f"frameworks/{framework_id}/index.html"


def entry_address(entry: str) -> str:
    """The page of a framework's entry, given as `framework/entry`."""
    framework_id, _, entry_id = entry.partition("/")
    return f"frameworks/{framework_id}/{entry_id}.html"


def entry_anchor(entry: str) -> str:
    """The id attribute of a page's section about an entry, which is given as `framework/entry`.

    No id has two hyphens in a row, so that no two entries have the same anchor.
    """
    return entry.replace("/", "--")


def sheet_address(page: str, code: str, sheet: int = 1) -> str:
    """A sheet of a page for one prefecture. It is beside the page: `x--27.html`.

    `code` is the prefecture's. `sheet` is the number of the sheet. No id has two hyphens in a row,
    and no id is `index`, so a sheet never has the address of another page.
    """
    more = f"--{sheet}" if sheet > 1 else ""
    return f"{page.removesuffix('.html')}--{code}{more}.html"


def class_address(entry: str, sheet: int = 1) -> str:
    """The page that compares the roles of a class, which is given as `framework/entry`.

    Many roles take several sheets. No id has two hyphens in a row, so no two sheets share an
    address.
    """
    more = f"--{sheet}" if sheet > 1 else ""
    return f"{COMPARE_FOLDER}/{entry_anchor(entry)}{more}.html"


def comparison_address(name: str) -> str:
    """A page that compares all plans, by the name of its file."""
    return f"{COMPARE_FOLDER}/{name}.html"


def prefecture_address(code: str, sheet: int = 1) -> str:
    """The list of a prefecture's plans. It exists if the plans are too many for one page.

    Many plans take several sheets.
    """
    more = f"--{sheet}" if sheet > 1 else ""
    return f"{COMPARE_FOLDER}/plans-{code}{more}.html"


def rule_address(code: str) -> str:
    """The page of a rule of the checks."""
    return f"rules/{code}.html"


def guide_address(file_kind: str) -> str:
    """The guide to one kind of file, given as `jinzai.model.kinds` names it."""
    return f"guide/{file_kind}.html"


def relative(target: str, page: str) -> str:
    """The relative link from `page` to `target`, which may have an anchor.

    Both are from the site's root.
    """
    if target.startswith(f"{page}#"):
        return target[len(page) :]
    # posixpath.relpath says the same, and asks the disk for the working directory to do so.
    folder, up = page[: page.rfind("/") + 1], ""
    while not target.startswith(folder):
        folder, up = folder[: folder.rfind("/", 0, -1) + 1], f"{up}../"
    return up + target[len(folder) :]
