"""The nearest roles of other plans, each with its score and an explanation of the score.

`jinzai.compare.counterparts` computes the score. This module owns its words.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from jinzai.compare.counterparts import (
    AREA_POINTS,
    CLASS_POINTS,
    LEAST,
    LOOSE_CLASS_POINTS,
    MOST,
    Resemblance,
)
from jinzai.compare.neighbours import NearSeen
from jinzai.compare.outline import RoleOutline
from jinzai.link.address import plan_address
from jinzai.model.strength import STRENGTHS
from jinzai.render.page.comparisons import detail_address
from jinzai.render.page.links import Link
from jinzai.render.page.place import NeighbourContext, PagePlace
from jinzai.render.words.wording import things


class AreaView(NamedTuple):
    """An area with the names of the skills in it, as each plan calls them.

    In place of skills stand the sign and word of what else a role has there, or `""`.
    """

    area: Link
    own: str
    other: str


class AreasView(NamedTuple):
    """Areas that both roles ask for, or that only one of them asks for."""

    title: str
    areas: tuple[AreaView, ...]


class NearRole(NamedTuple):
    """A role of another plan. `by_class` and `by_areas` explain the two parts of the score.

    `ties` are further roles of that plan with the same score. `beside` links to the detailed
    comparison of both roles.
    """

    role: Link
    plan: Link
    score: int
    by_class: str
    by_areas: str
    ties: tuple[Link, ...]
    beside: Link
    areas: tuple[AreasView, ...]


class NearView(NamedTuple):
    """The nearest roles. If there are no near roles, `nothing` says so, and why.

    `rule` explains the score. `own` is the name of this role's plan.
    """

    roles: tuple[NearRole, ...]
    rule: str
    nothing: str
    own: str


RULE: Final = (
    f"区分の点は、どちらの役割も1つの区分と「同じ」か「ほぼ同じ」なら{CLASS_POINTS}点、ほかの形で"
    f"区分が共通なら{LOOSE_CLASS_POINTS}点、共通しなければ0点です。領域の点は、"
    f"{AREA_POINTS}×（どちらも求める領域の数）÷（どちらかが求める領域の数）で、端数は四捨五入します。"
    f"合わせて{LEAST}点以上の役割を、計画ごとに1つ、点の高い順に{MOST}つの計画まで挙げています。"
    "区分が共通でも広さが違い、共通する領域もない役割は挙げません。"
    "数点の違いは、対応付けを1つ見直すだけで変わるほどの差です。"
)


def nearest(context: NeighbourContext, place: PagePlace, role_id: str) -> NearView:
    """The nearest roles of other plans to a role of this one."""
    if context.neighbours.is_alone:
        return NearView((), RULE, "比べる計画が、このカタログにほかにありません。", "")
    role = context.outline.roles.get(role_id)
    near = context.neighbours.near.get(role_id, ())
    return NearView(
        tuple(_near(context, place, role, one) for one in near) if role is not None else (),
        RULE,
        "" if near else _nothing(role),
        context.plan.summary.name,
    )


def _nothing(role: RoleOutline | None) -> str:
    if role is None:
        return (
            "近い役割はありません。この役割には、共通の役割区分との対応も、求めるスキルもないため、"
            "比べる手がかりがありません。"
        )
    return (
        "近い役割はありません。ほかの計画のどの役割も、区分の広さが違って共通する領域がないか、"
        f"点が{LEAST}点に届きませんでした。"
    )


def _near(
    context: NeighbourContext, place: PagePlace, role: RoleOutline, other: NearSeen
) -> NearRole:
    found = other.resemblance
    hidden = {area for area in found.missing if area in role.weak}
    hinted = {area for area in found.extra if area in other.weak}
    groups = (
        ("どちらも求める領域", set(found.shared)),
        ("相手だけが求める領域", set(found.missing) - hidden),
        ("スキルの表では相手だけが求める領域", hidden),
        ("この役割だけが求める領域", set(found.extra) - hinted),
        ("スキルの表ではこの役割だけが求める領域", hinted),
    )
    return NearRole(
        place.other(other.plan_id, "role", other.id, other.name),
        place.to(plan_address(other.plan_id), context.neighbours.names[other.plan_id]),
        found.score,
        _by_class(context, found),
        _by_areas(role, found),
        tuple(place.other(other.plan_id, "role", id, name) for id, name in other.ties),
        place.to(
            detail_address(f"{role.plan_id}/{role.id}", f"{other.plan_id}/{other.id}"),
            "2つを並べて比べる",
        ),
        tuple(
            AreasView(
                title,
                tuple(
                    AreaView(place.link("entry", area), _names(role, area), _names(other, area))
                    for area in context.site.areas
                    if area in areas
                ),
            )
            for title, areas in groups
            if areas and found.area_points is not None
        ),
    )


def _by_class(context: NeighbourContext, found: Resemblance) -> str:
    names = _quoted(
        context.site.entries[entry][1].name
        for entry in context.site.classes
        if entry in found.classes
    )
    if found.class_points == CLASS_POINTS:
        return f"区分は、どちらも{names}と同じか、ほぼ同じ（{CLASS_POINTS}点）"
    if found.class_points == LOOSE_CLASS_POINTS:
        return f"区分は{names}が共通するが、広さが違う（{LOOSE_CLASS_POINTS}点）"
    return "共通する区分はない（0点）"


def _by_areas(role: RoleOutline, found: Resemblance) -> str:
    if found.area_points is None:
        whose = "相手の役割" if role.areas else "この役割"
        return f"{whose}に、領域に対応付けたスキルがないため、スキルの領域は比べられない"
    every = len(found.shared) + len(found.missing) + len(found.extra)
    return (
        f"スキルの領域は、合わせて{every}のうち{len(found.shared)}が共通（{found.area_points}点）"
    )


def _names(role: RoleOutline | NearSeen, area: str) -> str:
    if area in role.weak:
        return "{0.sign} {0.word}".format(STRENGTHS[role.weak[area]])
    asked = role.areas.get(area)
    if asked is None:
        return ""
    more = asked.number - len(asked.names)
    return _quoted(asked.names) + (f"ほか{things(more)}" if more else "")


def _quoted(names: Iterable[str]) -> str:
    return "".join(f"「{name}」" for name in names)
