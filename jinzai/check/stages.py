"""For whom curricula and their stages are: what they say must go together."""

from collections.abc import Iterator

from jinzai.check.ancestry import role_ancestry
from jinzai.check.index import PlanIndex
from jinzai.check.resolution import dangling
from jinzai.findings.finding import Finding
from jinzai.findings.rules_content import (
    ALL_STAFF_AT_LEVEL,
    STAGE_FOR_OTHER_ROLE,
    STAGE_ROLE_WITHOUT_ONLY,
)
from jinzai.model.curriculum import Curriculum, ForWhom
from jinzai.model.walk import Path


def for_whom(index: PlanIndex) -> Iterator[Finding]:
    """Stages for a role that is no part of the curriculum's role, and all staff at one level.

    The role of a stage is not checked if a reference in the curriculum or in a role is broken.
    """
    ancestry = role_ancestry(index)
    broken = {located.entity.key for located, _ in dangling(index) if located.entity}
    roles_are_sound = index.whole("role") and not any(key.startswith("role:") for key in broken)
    for entity in index.of_kind("curriculum"):
        curriculum = entity.record
        if not isinstance(curriculum, Curriculum):
            continue
        if curriculum.audience is ForWhom.ALL_STAFF and curriculum.level is not None:
            yield index.at(ALL_STAFF_AT_LEVEL, entity, path=("level",))
        for number, stage in enumerate(curriculum.stages):
            taker = stage.only_role
            if taker is None:
                continue
            path: Path = ("stages", number, "only_role")
            if stage.only is None:
                yield index.at(STAGE_ROLE_WITHOUT_ONLY, entity, path=path)
            if not roles_are_sound or entity.key in broken:
                continue
            if taker.role == curriculum.role or not ancestry.is_within(taker.role, curriculum.role):
                yield index.at(
                    STAGE_FOR_OTHER_ROLE,
                    entity,
                    path=(*path, "role"),
                    role=index.called("role", taker.role),
                    whole=index.called("role", curriculum.role),
                )
