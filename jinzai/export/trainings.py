"""The training of each role in rows: one for each track, and one for each extra of a track.

An extra is what only some people of a track take. This module owns which rows there are, and their
first cells. The tables own the cells about the training.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from jinzai.compare.learning import Extra, Track
from jinzai.compare.profile import RoleProfile
from jinzai.export import shared_columns as shared
from jinzai.export.cells import department_name, issuer, table_name
from jinzai.export.table import Subject

NO_TRAINING: Final = "計画に、その役割の研修コースの記載がない。"
"""The meaning of an empty cell in the row of a role without training."""


class TrainingHead(NamedTuple):
    """The first cells of every row about training, from `plan_id` to `only`."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    role_id: shared.RoleId
    role: shared.RoleName
    department_id: shared.DepartmentId
    department: shared.DepartmentName
    table_id: shared.TableId
    table: shared.TableName
    only: shared.Only


class TrackTraining(NamedTuple):
    """The courses that all people of a track take; with `extra`, those that only some of them take.

    `track` is None for a role without training.
    """

    head: TrainingHead
    track: Track | None
    extra: Extra | None


def trainings(subject: Subject) -> Iterator[TrackTraining]:
    """The training of every role, in declared order.

    A role without training has one element without `track`. Each track is followed by its extras.
    """
    for role in subject.profile.roles.values():
        if not role.tracks:
            yield TrackTraining(_head(subject, role, None), None, None)
        for track in role.tracks:
            head = _head(subject, role, track)
            yield TrackTraining(head, track, None)
            for extra in track.extras:
                yield TrackTraining(head._replace(only=extra.only), track, extra)


def _head(subject: Subject, role: RoleProfile, track: Track | None) -> TrainingHead:
    plan = subject.plan
    department_id = None if track is None else track.department
    table_id = None if track is None else track.table
    return TrainingHead(
        *issuer(plan),
        role_id=role.id,
        role=role.role.name,
        department_id=department_id,
        department=department_name(plan, department_id),
        table_id=table_id,
        table=table_name(plan, table_id),
        only=None,
    )
