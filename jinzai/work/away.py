"""Both phases of the work, by workers that may not reach the folders of this process.

To such workers, the folder of a plan and the templates are sent as bytes, and the files of the site
come back as bytes. What they find and make is the same. What cannot be sent is done here.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from jinzai.work.examined_plan import ExaminedPlan, Ground, examine_plan
from jinzai.work.packed import PackedFolder, packed
from jinzai.work.pieces import MadePart, Makers, PartTask, make_part
from jinzai.work.workers import Workers

_Wanted = TypeVar("_Wanted")


def examine_plans(
    workers: Workers, ground: Ground, folders: Sequence[str]
) -> Iterator[tuple[int, ExaminedPlan]]:
    """The number of each folder, and its plan after `examine_plan`. The order is not promised.

    Raises as `Workers.each` does.
    """
    if workers.shares_disk:
        yield from workers.each(examine_plan, ground, folders)
        return
    sent: list[int] = []
    left: list[int] = []

    def tasks() -> Iterator[_SentPlan]:
        for number, folder in enumerate(folders):
            found = packed(ground.root / folder)
            if found is None:
                left.append(number)
            else:
                sent.append(number)
                yield _SentPlan(folder, found)

    for place, plan in workers.each(examine_sent_plan, ground, tasks()):
        if plan is None:
            left.append(sent[place])
        else:
            yield sent[place], plan
    for number in left:
        yield number, examine_plan(ground, folders[number])


def make_parts(
    workers: Workers,
    makers: Makers[_Wanted],
    count: int,
    task: Callable[[int], PartTask[_Wanted]],
    few: int = 0,
) -> Iterator[tuple[int, MadePart]]:
    """The number of each task from 0, and its part. The order is not promised.

    What an earlier site has is taken over by this process. The workers make the rest, unless it is
    not more than a `few` parts. `task` gives a task by its number. It may be asked again, so that
    the earlier parts of all tasks are never in memory at once. Raises as `Workers.each` does.
    """
    missing: list[int] = []
    for number in range(count):
        kept = makers.kept(task(number))
        if kept is None:
            missing.append(number)
        else:
            yield number, kept
    if not missing:
        return
    if len(missing) <= few:
        for number in missing:
            yield number, makers.make(task(number))
    elif workers.shares_disk:
        for place, made in workers.each(make_part, makers, map(task, missing)):
            yield missing[place], made
    else:
        sent = (PartTask(task(number).wanted) for number in missing)
        for place, made in workers.each(make_part, makers.away(), sent):
            number = missing[place]
            yield number, makers.handed_on(made, task(number).before)


class _SentPlan(NamedTuple):
    """A plan to examine: the name of its folder from the project's root, and what is in it."""

    folder: str
    found: PackedFolder


def examine_sent_plan(ground: Ground, sent: _SentPlan) -> ExaminedPlan | None:
    """Examines a plan on a machine that does not have its folder.

    None if the disk of this machine cannot keep the folder as it is.
    """
    with tempfile.TemporaryDirectory(prefix="jinzai-", ignore_cleanup_errors=True) as made:
        root = Path(made)
        folder = root / sent.folder
        try:
            sent.found.unpack(folder)
            if not sent.found.is_as_in(folder):
                return None
        except (OSError, ValueError):
            return None
        return examine_plan(ground._replace(root=root), sent.folder)
