"""The answer to which training: hours where the plan states them, else how many courses.

Hours are those of one group of departments, as one table states them. What other tables and
departments say stands beside them, never in one sum.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import Markup

from jinzai.compare.learning import Track
from jinzai.link.learning import Load
from jinzai.model import kinds
from jinzai.model.role import Role
from jinzai.render.page.answers import Answer, counted
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.plan.strip_words import (
    NO_HOURS,
    hours,
    hours_in_words,
    lines,
    linked,
    unnamed_training,
    untimed,
)

TRAINING: Final = "受ける"


def training_answer(context: PlanContext, place: PagePlace, role: Role) -> Answer | None:
    """The training of a role, or of the parent role for it; None if the plan states none."""
    training = context.facts.training
    tracks = training.of_role(role.id) or training.of_part(role)
    for_all = [
        place.link("curriculum", one.id)
        for one in context.facts.for_all_staff
        if one.role != role.id
    ]
    offered = sum(
        (role.id, course.id) not in context.facts.planned
        for course, _ in context.facts.offered.get(role.id, ())
    )
    if not tracks:
        if offered:
            return Answer(TRAINING, counted(offered, "件", kinds.COURSE.name), Markup())
        if role.training_in_text:
            return Answer(
                TRAINING, Markup(unnamed_training(context)), place.inline(role.training_in_text)
            )
        if texts := _with_text(context, place, role):
            return Answer(TRAINING, Markup(unnamed_training(context)), linked(texts))
        if for_all and not role.is_from_outside:
            return Answer(TRAINING, Markup("全職員に向けた研修"), linked(for_all))
        return None
    notes = list(_notes(context, place, role, tracks))
    if offered:
        notes.append(Markup.escape(f"ほかに対象となる研修{offered}件"))
    if for_all and not tracks[0].all_staff:
        notes.append(Markup("ほかに{}").format(linked(for_all)))
    return tracks_answer(context, tracks, notes, tuple(part_notes(context, place, role)))


def _with_text(context: PlanContext, place: PagePlace, role: Role) -> list[Link]:
    """The role above a role with training in a text alone, and the parts with such training."""
    stated = context.facts.with_training_text
    above = stated.above(role)
    parts = context.plan.parts_by_role.get(role.id, ())
    around = [*(() if above is None else (above,)), *(one for one in parts if one.id in stated)]
    return [place.link("role", one.id) for one in around]


def tracks_answer(
    context: PlanContext,
    tracks: Sequence[Track],
    notes: Sequence[Markup] = (),
    of_parts: Sequence[Markup] = (),
) -> Answer:
    """The answer for the first of some tracks. A person takes only one of them.

    `notes` stand before what is said of the other tracks, `of_parts` after it.
    """
    first = tracks[0]
    told = [*notes, *_alike(context, tracks), *of_parts]
    if not first.load.given:
        curricula = [context.plan.linked_curricula[id] for id in first.curricula]
        number = counted(first.courses, "件", kinds.COURSE.name)
        return Answer(TRAINING, number, lines((untimed(context, curricula, first.load), *told)))
    return Answer(TRAINING, hours(first.load), lines((*told, _left_out(context, tracks))))


def part_notes(context: PlanContext, place: PagePlace, role: Role) -> Iterator[Markup]:
    """The hours of each part of a role whose people take stages of their own.

    Of several tables and departments these are the first ones; the page of the part has all.
    """
    training = context.facts.training
    for part in context.plan.parts_by_role.get(role.id, ()):
        own = [track for track in training.of_part(part) if track.counted]
        if own and own[0].load.given:
            of_part = linked((place.link("role", part.id),))
            yield Markup("{}では{}").format(of_part, hours_in_words(own[0].load))


def lacks_hours(context: PlanContext, role: Role) -> bool:
    """Whether the plan names courses for a role and states no hours or days of any of them."""
    tracks = context.facts.training.of_role(role.id)
    return bool(tracks) and all(
        not track.load.given
        and untimed(
            context, [context.plan.linked_curricula[id] for id in track.curricula], track.load
        )
        in NO_HOURS
        for track in tracks
    )


def _by_department(tracks: Sequence[Track]) -> dict[str | None, list[Track]]:
    found: dict[str | None, list[Track]] = {}
    for track in tracks:
        found.setdefault(track.department, []).append(track)
    return found


def _left_out(context: PlanContext, tracks: Sequence[Track]) -> Markup:
    """How many courses the hours leave out, for each group of departments if that differs.

    On paper the sums of all departments stand below, and each says this of itself.
    """
    found = {
        department: _unknown(of_it[0].load) for department, of_it in _by_department(tracks).items()
    }
    if not any(found.values()):
        return Markup()
    number, *others = set(found.values())
    if not others:
        each = f"研修（{number}）" if "〜" in number else number
        return Markup(f"時間の記載がない{each}は含まない")
    each = "、".join(
        f"{context.facts.departments[department] if department else 'ほか'}では{number or '0件'}"
        for department, number in found.items()
    )
    return Markup('<span class="jz-onscreen">時間の記載がない研修（{}）は含まない</span>').format(
        each
    )


def _unknown(load: Load) -> str:
    """How many courses have no hours, from the fewest to the most over the alternatives."""
    least, most = load.least_unknown, load.unknown
    return "" if not most else f"{most}件" if least == most else f"{least}〜{most}件"


def _alike(context: PlanContext, tracks: Sequence[Track]) -> Iterator[Markup]:
    """What other tables say of the same people, then a line for each other group of departments.

    Departments share one line if all amounts are equal.
    """
    first = tracks[0]
    by_department = _by_department(tracks)
    said = {
        tuple(hours_in_words(track.load) for track in found) for found in by_department.values()
    }
    if len(by_department) > 1 and len(said) == 1 and first.load.given:
        names = [context.facts.departments[id] for id in by_department if id is not None]
        others = "".join(f"。別の表では{amount}" for amount in said.pop()[1:])
        yield Markup.escape(f"{'、'.join(names)}とも同じ{others}")
        return
    for department, found in by_department.items():
        name = "" if department is None else context.facts.departments[department]
        amounts_of_each = [
            hours_in_words(track.load) if first.load.given else f"{track.courses}件"
            for track in found
        ]
        others = "、".join(f"別の表では{amount}" for amount in amounts_of_each[1:])
        if department != first.department:
            others = f"（{others}）" if others else ""
            yield Markup.escape(f"{name}では{amounts_of_each[0]}{others}")
        elif name or others:
            yield Markup.escape("。".join(filter(None, (f"{name}の場合" if name else "", others))))


def _before(context: PlanContext, track: Track) -> tuple[str, ...]:
    """The curricula that people finish before those of a track."""
    own = [context.plan.curricula[id] for id in track.curricula]
    ids = {one.id for one in own}
    return tuple(dict.fromkeys(id for one in own for id in one.after if id not in ids))


def _notes(
    context: PlanContext, place: PagePlace, role: Role, tracks: Sequence[Track]
) -> Iterator[Markup]:
    curricula = context.plan.curricula
    first = [curricula[id] for id in tracks[0].curricula]
    before = _before(context, tracks[0])
    if all(_before(context, track) == before for track in tracks):
        if before:
            yield Markup("先に{}を修了").format(
                linked(place.link("curriculum", id) for id in before)
            )
    else:
        # Each group of departments has its own, so the role is named that all of them are for.
        every = [_before(context, track) for track in tracks]
        roles = dict.fromkeys(curricula[id].role for ids in every for id in ids)
        if all(every):
            yield Markup("先に{}の研修を修了").format(linked(place.role(id) for id in roles))
    if first[0].role != role.id:
        yield Markup("{}の研修として示されている").format(
            linked((place.link("role", first[0].role),))
        )
