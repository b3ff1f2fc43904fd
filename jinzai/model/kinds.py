"""The files of content/ and the model of each: the one table that load, parse and schema share."""

from typing import Final, NamedTuple

from jinzai.model.base import Record
from jinzai.model.chapter import Chapter
from jinzai.model.course import Courses
from jinzai.model.curriculum import Curricula
from jinzai.model.framework import Framework
from jinzai.model.glossary import Glossary
from jinzai.model.matrix import Matrices
from jinzai.model.organisation import Organisation
from jinzai.model.plan import Plan
from jinzai.model.practice import Practices
from jinzai.model.role import Roles
from jinzai.model.schedule import Schedules
from jinzai.model.skill import Skills
from jinzai.model.target import Targets


class FileKind(NamedTuple):
    """A kind of file.

    `collections` maps each top-level list of the file to the kind of entity that it holds.
    """

    name: str
    title: str
    model: type[Record]
    collections: dict[str, str]

    @property
    def file_name(self) -> str:
        """The name that the file has in a plan's folder."""
        return f"{self.name}.yaml"


PLAN_FILES: Final = (
    FileKind(
        "plan",
        "計画の基本情報",
        Plan,
        {"departments": "department", "tables": "table", "placeholders": "placeholder"},
    ),
    FileKind("roles", "役割(人材像)", Roles, {"roles": "role"}),
    FileKind("skills", "スキル", Skills, {"categories": "category", "skills": "skill"}),
    FileKind("matrix", "スキルマップ", Matrices, {"matrices": "matrix"}),
    FileKind("courses", "研修", Courses, {"courses": "course"}),
    FileKind("curricula", "育成課程", Curricula, {"curricula": "curriculum"}),
    FileKind("schedule", "スケジュール", Schedules, {"schedules": "schedule"}),
    FileKind("targets", "数値目標", Targets, {"targets": "target"}),
    FileKind("practice", "実務での育成", Practices, {"practices": "practice"}),
    FileKind(
        "organisation",
        "推進体制",
        Organisation,
        {
            "bodies": "body",
            "hiring": "measure",
            "placement": "measure",
            "support": "measure",
            "indicators": "indicator",
            "reviews": "review",
        },
    ),
    FileKind("glossary", "用語集", Glossary, {"terms": "term"}),
)
CHAPTER: Final = FileKind("chapter", "本文の章", Chapter, {})
FRAMEWORK: Final = FileKind("framework", "共通枠組み", Framework, {"entries": "entry"})
