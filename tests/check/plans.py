"""The rules' base project with some files changed: loaded, parsed, indexed, checked."""

from pathlib import Path

from jinzai.check.check import Checked, check
from jinzai.check.index import PlanIndex, site_index
from jinzai.load.document import Loaded
from jinzai.load.one_file import load_document
from jinzai.model.kinds import CHAPTER, FRAMEWORK, PLAN_FILES
from jinzai.parse.parse import Parsed, parse

BASE = Path(__file__).parents[1] / "rules" / "base"
KINDS = {kind.file_name: kind for kind in PLAN_FILES}


def loaded(**changes: tuple[str, str] | None) -> Loaded:
    """The base, with `old` replaced by `new` in each file named; None leaves a file out."""
    parts = [_load(path, changes) for path in sorted(BASE.rglob("*.*"))]
    return Loaded(
        tuple(document for part in parts for document in part.documents),
        tuple(finding for part in parts for finding in part.findings),
    )


def parsed(**changes: tuple[str, str] | None) -> Parsed:
    """The base with such changes, parsed."""
    return parse(loaded(**changes).documents)


def index(plan_id: str = "demo", **changes: tuple[str, str] | None) -> PlanIndex:
    """One plan of the base."""
    found = parsed(**changes)
    return PlanIndex(plan_id, found.plans[plan_id], site_index(found.plans, found.frameworks))


def checked(**changes: tuple[str, str] | None) -> Checked:
    """The whole base, checked."""
    found = loaded(**changes)
    return check(parse(found.documents), found.findings)


def _load(path: Path, changes: dict[str, tuple[str, str] | None]) -> Loaded:
    file = path.relative_to(BASE).as_posix()
    plan_id = file.split("/")[1] if file.startswith("plans/") else ""
    text = path.read_text("utf-8")
    if plan_id == "demo" and path.stem in changes:
        change = changes[path.stem]
        if change is None:
            return Loaded()
        old, new = change
        assert text.count(old) == 1
        text = text.replace(old, new)
    kind = KINDS[path.name] if plan_id and path.suffix == ".yaml" else FRAMEWORK
    kind = CHAPTER if path.suffix == ".md" else kind
    return load_document(f"content/{file}", kind, plan_id, text)
