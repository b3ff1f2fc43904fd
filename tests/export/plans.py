"""Plans for the tests of the downloads: each as it is linked and as its YAML reads.

The raw side goes past `jinzai` altogether, so that it can witness what the files should hold.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from jinzai.compare.profile import profile
from jinzai.export.table import Subject
from jinzai.link.catalogue import LinkedPlan, framework_entries, link_plan
from jinzai.model.content import FrameworkContent, PlanContent
from jinzai.model.framework import Framework
from jinzai.model.kinds import PLAN_FILES

CONTENT = Path(__file__).parents[2] / "content" / "plans"
SAMPLE = Path(__file__).parent / "sample"
FRAMEWORKS = (*sorted((CONTENT.parent / "frameworks").glob("*.yaml")), SAMPLE / "level-scale.yaml")
FOLDERS = sorted(
    folder for root in (CONTENT, SAMPLE) for folder in root.iterdir() if folder.is_dir()
)


@dataclass(frozen=True)
class Case:
    """A plan; `raw` maps the name of a file without `.yaml` to what PyYAML makes of it.

    `frameworks` in it are those of the project and of the samples.
    """

    raw: dict[str, Any]
    linked: LinkedPlan

    @cached_property
    def subject(self) -> Subject:
        """What its tables are made of."""
        return Subject(self.linked, profile(self.linked))


def case(folder: Path) -> Case:
    """The plan in `folder`."""
    raw = {file.stem: _read(file) for file in sorted(folder.glob("*.yaml"))}
    raw["frameworks"] = [_read(file) for file in FRAMEWORKS]
    frameworks = tuple(Framework.model_validate(one) for one in raw["frameworks"])
    entries = framework_entries(FrameworkContent(frameworks))
    return Case(raw, link_plan(_content(raw), entries=entries))


def _read(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)


def _content(raw: dict[str, Any]) -> PlanContent:
    models: dict[str, Any] = {
        kind.name if kind.name == "plan" else f"{kind.name}_file": kind.model.model_validate(
            raw[kind.name]
        )
        for kind in PLAN_FILES
        if kind.name in raw
    }
    return PlanContent(**models)
