"""Plans whose ids are the names of what objects of JavaScript have, with texts like its code.

They are the plans that the tests of rules begin with, under other ids: nothing here is an error.
"""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import yaml

from .conftest import ROOT

BASE: Final = ROOT / "tests" / "rules" / "base"
IDS: Final = {
    "leader": "constructor",
    "staff": "length",
    "level-1": "then",
    "level-2": "proto",
    "bpr": "constructor",
    "data": "to-string",
    "bpr-basic": "then",
    "data-basic": "constructor",
    "digital": "value-of",
    "general": "name",
    "skill-map": "prototype",
    "for-staff": "constructor",
    "for-leader": "length",
    "leaders": "constructor",
    "role-classes": "constructor",
    "skill-areas": "length",
}
"""What the ids become. Role, skill and course are kinds of their own, so that ids may repeat."""
PLANS: Final = ("constructor", "length", "then", "proto", "to-string")
LONG: Final = "x" * 64
CODE: Final = '</script><!--<script>alert("1")\\\'`${x}'
"""A name that scripts and pages must not take for one of their own."""


def _renamed(value: Any) -> Any:
    if isinstance(value, dict):
        return {IDS.get(key, key): _renamed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one) for one in value]
    if not isinstance(value, str):
        return value
    return re.sub(r"[a-z0-9]+(-[a-z0-9]+)*", lambda word: IDS.get(word[0], word[0]), value)


def _read(path: Path) -> Any:
    return _renamed(yaml.safe_load(path.read_text("utf-8")))


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")


def make_project(root: Path, plans: Iterable[str]) -> Path:
    """A project with a plan of each id, all alike but for their names."""
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    (root / "content" / "pages").mkdir(parents=True)
    for path in sorted((BASE / "frameworks").glob("*.yaml")):
        framework = _read(path)
        _write(root / "content" / "frameworks" / f"{framework['id']}.yaml", framework)
    for number, id in enumerate(plans):
        folder = root / "content" / "plans" / id
        for path in sorted((BASE / "plans" / "demo").glob("*.yaml")):
            value = _read(path)
            if path.stem == "plan":
                value |= {"id": id, "title": f"{CODE}計画{number}", "short_title": f"第{number}市"}
                value["issuer"]["name"] = f"{CODE}市"
                del value["related"]
            if path.stem == "roles":
                value["roles"][0]["name"] = CODE
                # Chromium looks for phrases in the whole text: 20,000 characters take it 5 s.
                value["roles"][1]["audience"] = "あ" * 4_000
            if path.stem == "skills":
                value["skills"][0]["name"] = CODE + "長" * 100
            _write(folder / path.name, value)
    return root
