"""One page of every kind, the heaviest there is: what tests of looks and loading open."""

import re
from pathlib import Path
from typing import Final

PLANS: Final = ("hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka")

ALSO: Final = (
    "tokyo-template/index.html",
    "tokyo-template/skills/matrix.html",
    "osaka-hr/schedule/index.html",
    "osaka-hr/roles/index.html",
)
"""Pages that look unlike the heaviest of their kind: a template, a plan that sets little."""


def kind_of(address: str) -> str:
    """The kind of a page, by its address: `hirakata/roles/dx-leader.html` is `PLAN/roles/*`.

    Pages above the plans and comparisons are each a kind, but for a comparison's several pages,
    whose names begin alike: `compare/role-classes--dx-leader.html` is `compare/role-classes--*`.
    """
    folders, _, name = address.rpartition("/")
    parts = folders.split("/") if folders else []
    if parts and parts[0] in PLANS:
        parts[0] = "PLAN"
    elif len(parts) == 2:
        parts[1] = "*"
    if parts == ["compare"]:
        name = re.sub(r"^([a-z-]+--|plans-).+", r"\1*", name)
    elif parts and name != "index.html" and [*parts, name] != ["PLAN", "skills", "matrix.html"]:
        name = "*"
    return "/".join([*parts, name])


def page_of_each_kind(site: Path) -> tuple[str, ...]:
    """The address of the heaviest page of every kind, and `ALSO`."""
    heaviest: dict[str, tuple[int, str]] = {}
    for path in site.rglob("*.html"):
        address = path.relative_to(site).as_posix()
        if address == "404.html":  # It has no frame; test_missing.py.
            continue
        weight = (path.stat().st_size, address)
        kind = kind_of(address)
        heaviest[kind] = max(heaviest.get(kind, weight), weight)
    found = {address for _, address in heaviest.values()}
    return (*sorted(found), *(address for address in ALSO if address not in found))
