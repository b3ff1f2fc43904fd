"""Everything that people wrote about one plan, and all frameworks: the models put together."""

from collections.abc import Iterator
from typing import NamedTuple

from jinzai.model.base import Record
from jinzai.model.chapter import Chapter
from jinzai.model.course import Course, Courses
from jinzai.model.curriculum import Curricula, Curriculum
from jinzai.model.framework import Framework
from jinzai.model.glossary import Glossary, Term
from jinzai.model.kinds import PLAN_FILE, PLAN_FILES, FileKind
from jinzai.model.matrix import Matrices, Matrix
from jinzai.model.organisation import Organisation
from jinzai.model.plan import Plan
from jinzai.model.practice import Practice, Practices
from jinzai.model.role import Role, Roles
from jinzai.model.schedule import Schedule, Schedules
from jinzai.model.skill import Category, Skill, Skills
from jinzai.model.target import Target, Targets


class PlanContent(NamedTuple):
    """One plan. A kind of file that the plan does not have is None."""

    plan: Plan
    roles_file: Roles | None = None
    skills_file: Skills | None = None
    matrix_file: Matrices | None = None
    courses_file: Courses | None = None
    curricula_file: Curricula | None = None
    schedule_file: Schedules | None = None
    targets_file: Targets | None = None
    practice_file: Practices | None = None
    organisation_file: Organisation | None = None
    glossary_file: Glossary | None = None
    chapters: tuple[Chapter, ...] = ()

    @property
    def roles(self) -> tuple[Role, ...]:
        """The plan's roles, from the top of its tiers."""
        return self.roles_file.roles if self.roles_file else ()

    @property
    def categories(self) -> tuple[Category, ...]:
        """The plan's skill categories in its own order."""
        return self.skills_file.categories if self.skills_file else ()

    @property
    def skills(self) -> tuple[Skill, ...]:
        """The plan's skills in its own order."""
        return self.skills_file.skills if self.skills_file else ()

    @property
    def matrices(self) -> tuple[Matrix, ...]:
        """The plan's skill matrices."""
        return self.matrix_file.matrices if self.matrix_file else ()

    @property
    def courses(self) -> tuple[Course, ...]:
        """The plan's courses in its own order."""
        return self.courses_file.courses if self.courses_file else ()

    @property
    def curricula(self) -> tuple[Curriculum, ...]:
        """The plan's curricula in its own order."""
        return self.curricula_file.curricula if self.curricula_file else ()

    @property
    def schedules(self) -> tuple[Schedule, ...]:
        """The plan's schedules."""
        return self.schedule_file.schedules if self.schedule_file else ()

    @property
    def targets(self) -> tuple[Target, ...]:
        """The plan's targets in its own order."""
        return self.targets_file.targets if self.targets_file else ()

    @property
    def practices(self) -> tuple[Practice, ...]:
        """The plan's practices in its own order."""
        return self.practice_file.practices if self.practice_file else ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """The plan's glossary in its own order."""
        return self.glossary_file.terms if self.glossary_file else ()

    def of_file(self, file: FileKind) -> Record | None:
        """The content of one of the plan's files; None if there is no such file.

        Chapters have no single file: use `chapters`.
        """
        if file is PLAN_FILE:
            return self.plan
        record: Record | None = getattr(self, f"{file.name}_file")
        return record

    def files(self) -> Iterator[tuple[str, Record]]:
        """The models that exist, by the name of their `FileKind`; chapters come last."""
        for file in PLAN_FILES:
            record = self.of_file(file)
            if record is not None:
                yield file.name, record
        for chapter in self.chapters:
            yield f"chapters/{chapter.id}", chapter


class FrameworkContent(NamedTuple):
    """All common frameworks, by id."""

    frameworks: tuple[Framework, ...]
