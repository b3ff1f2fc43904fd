"""Plans for the tests of the downloads: each as it is linked and as its YAML reads.

The raw side goes past `jinzai` altogether, so that it can witness what the files should hold.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from jinzai.link.catalogue import LinkedPlan, link_plan
from jinzai.model.content import PlanContent
from jinzai.model.kinds import PLAN_FILES

CONTENT = Path(__file__).parents[2] / "content" / "plans"
SAMPLE = Path(__file__).parent / "sample"
FOLDERS = sorted(
    folder for root in (CONTENT, SAMPLE) for folder in root.iterdir() if folder.is_dir()
)


@dataclass(frozen=True)
class Case:
    """A plan; `raw` maps the name of a file without `.yaml` to what PyYAML makes of it."""

    raw: dict[str, Any]
    linked: LinkedPlan


def case(folder: Path) -> Case:
    """The plan in `folder`."""
    raw = {
        file.stem: yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)
        for file in sorted(folder.glob("*.yaml"))
    }
    return Case(raw, link_plan(_content(raw)))


def _content(raw: dict[str, Any]) -> PlanContent:
    models: dict[str, Any] = {
        kind.name if kind.name == "plan" else f"{kind.name}_file": kind.model.model_validate(
            raw[kind.name]
        )
        for kind in PLAN_FILES
        if kind.name in raw
    }
    return PlanContent(**models)
