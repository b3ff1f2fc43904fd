"""The nearest roles of other plans, each with its score and an explanation of the score.

`jinzai.compare.counterparts` computes the score. This module owns its words.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from jinzai.compare.counterparts import (
    AREA_POINTS,
    CLASS_POINTS,
    LEAST,
    LOOSE_CLASS_POINTS,
    MOST,
    Near,
    Resemblance,
)
from jinzai.compare.profile import RoleProfile
from jinzai.link.address import plan_address
from jinzai.model import kinds
from jinzai.model.strength import STRENGTHS, Strength
from jinzai.render.page.comparisons import detail_address
from jinzai.render.page.links import Link
from jinzai.render.page.place import LookingContext, PagePlace
from jinzai.render.words.wording import things

MOST_NAMES: Final = 3
"""The largest number of skills that are named for an area. The role's own page has all of them."""


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


def nearest(context: LookingContext, place: PagePlace, role_id: str) -> NearView:
    """The nearest roles of other plans to a role of this one."""
    compared = context.compared
    plan = compared.plans.get(context.plan.id)
    if plan is None or len(compared.plans) < 2:
        return NearView((), RULE, "比べる計画が、このカタログにほかにありません。", "")
    role = plan.roles[role_id]
    order = compared.areas
    near = compared.counterparts.of(role)
    return NearView(
        tuple(_near(context, place, role, one, order) for one in near),
        RULE,
        "" if near else _nothing(role),
        context.plan.summary.name,
    )


def _nothing(role: RoleProfile) -> str:
    lacking = [
        text
        for text, has in (
            ("共通の役割区分との対応", role.role.classes),
            (kinds.SKILL.name, role.areas),
        )
        if not has
    ]
    if len(lacking) == 2:
        return (
            "近い役割はありません。この役割には、共通の役割区分との対応も、求めるスキルもないため、"
            "比べる手がかりがありません。"
        )
    return (
        "近い役割はありません。ほかの計画のどの役割も、区分の広さが違って共通する領域がないか、"
        f"点が{LEAST}点に届きませんでした。"
    )


def _near(
    context: LookingContext, place: PagePlace, role: RoleProfile, near: Near, order: Sequence[str]
) -> NearRole:
    other, found, ties = near
    hidden = {area for area in found.missing if _is_weak(role, area)}
    hinted = {area for area in found.extra if _is_weak(other, area)}
    groups = (
        ("どちらも求める領域", found.shared),
        ("相手だけが求める領域", found.missing - hidden),
        ("スキルの表では相手だけが求める領域", hidden),
        ("この役割だけが求める領域", found.extra - hinted),
        ("スキルの表ではこの役割だけが求める領域", hinted),
    )
    return NearRole(
        place.other(other.plan_id, "role", other.id, other.role.name),
        place.to(plan_address(other.plan_id), context.commons.plans[other.plan_id].name),
        found.score,
        _by_class(context, found),
        _by_areas(role, found),
        tuple(place.other(tie.plan_id, "role", tie.id, tie.role.name) for tie in ties),
        place.to(
            detail_address(f"{role.plan_id}/{role.id}", f"{other.plan_id}/{other.id}"),
            "2つを並べて比べる",
        ),
        tuple(
            AreasView(
                title,
                tuple(
                    AreaView(place.link("entry", area), _names(role, area), _names(other, area))
                    for area in order
                    if area in areas
                ),
            )
            for title, areas in groups
            if areas and found.area_points is not None
        ),
    )


def _is_weak(role: RoleProfile, area: str) -> bool:
    """Whether texts or training of a role have an area that its tables have not."""
    return role.strength(area) in (Strength.SAID, Strength.TAUGHT)


def _by_class(context: LookingContext, found: Resemblance) -> str:
    names = _quoted(
        context.site.entries[entry][1].name
        for entry in context.compared.classes
        if entry in found.classes
    )
    if found.class_points == CLASS_POINTS:
        return f"区分は、どちらも{names}と同じか、ほぼ同じ（{CLASS_POINTS}点）"
    if found.class_points == LOOSE_CLASS_POINTS:
        return f"区分は{names}が共通するが、広さが違う（{LOOSE_CLASS_POINTS}点）"
    return "共通する区分はない（0点）"


def _by_areas(role: RoleProfile, found: Resemblance) -> str:
    if found.area_points is None:
        whose = "相手の役割" if role.areas else "この役割"
        return f"{whose}に、領域に対応付けたスキルがないため、スキルの領域は比べられない"
    every = len(found.shared) + len(found.missing) + len(found.extra)
    return (
        f"スキルの領域は、合わせて{every}のうち{len(found.shared)}が共通（{found.area_points}点）"
    )


def _names(role: RoleProfile, area: str) -> str:
    if _is_weak(role, area):
        return "{0.sign} {0.word}".format(STRENGTHS[role.strength(area)])
    names = list(dict.fromkeys(ask.name for ask, _ in role.areas.get(area, ())))
    more = f"ほか{things(len(names) - MOST_NAMES)}" if len(names) > MOST_NAMES else ""
    return _quoted(names[:MOST_NAMES]) + more


def _quoted(names: Iterable[str]) -> str:
    return "".join(f"「{name}」" for name in names)
