"""How one plan stands among the others: what is rare in it, what it lacks, similar plans."""

from collections.abc import Iterator
from typing import NamedTuple

from jinzai.compare.comparison import Comparison, comparison
from jinzai.compare.likeness import HALF, Likeness
from jinzai.compare.profile import PlanProfile, RoleProfile, profile
from jinzai.compare.standing import FEW, MANY, Standings
from jinzai.link.address import (
    COMPARE_PAGE,
    plan_address,
)
from jinzai.render.compare.area_skills import Anchors, AreaSkills, area_skills
from jinzai.render.compare.coverage_cells import RoleAreas, SignView, role_areas, signs
from jinzai.render.compare.plan_statements import OpenView, Statement, Writer
from jinzai.render.page import areas, comparisons
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.page.states import states_link
from jinzai.render.page.target_bars import TargetBar


class LikeView(NamedTuple):
    """A plan that is like this one.

    A calculation is empty if that part of the score has no value.
    """

    plan: Link
    score: int
    bar: TargetBar
    areas: str
    classes: str


class Breadth(NamedTuple):
    """The number of areas in which this plan asks for skills, and the fewest and most of others.

    `narrow` is true if this plan's number is less than half of the fewest.
    """

    own: int
    least: int
    most: int
    narrow: bool


class PlanComparisonView(NamedTuple):
    """The whole page.

    `others` is the number of other plans, `compared` the number of those that ask for mapped
    skills, and `with_roles` the number of those with roles in a class. `asks` and `has_roles` say
    the same of this plan. `few` and `many` are the thresholds of `jinzai.compare.standing`.
    """

    others: int
    compared: int
    with_roles: int
    asks: bool
    has_roles: bool
    few: int
    many: int
    half: int
    breadth: Breadth | None
    rare: tuple[Statement, ...]
    missing: tuple[Statement, ...]
    rare_classes: tuple[Statement, ...]
    missing_classes: tuple[Statement, ...]
    levels: tuple[OpenView, ...]
    numbers: tuple[OpenView, ...]
    like: tuple[LikeView, ...]
    table: RoleAreas
    areas: tuple[AreaSkills, ...]
    signs: tuple[SignView, ...]
    elsewhere: tuple[Link, ...]
    states: Link | None


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page. A plan that is not in the comparison is shown without other plans."""
    compared = context.site.compared
    plan = compared.plans.get(context.plan.id)
    if plan is None:
        plan = profile(context.plan)
        compared = comparison(context.commons, (plan,))
    place = context.place(context.address(COMPARE_PAGE))
    yield Draft.of_area(
        place,
        areas.STANDING,
        kicker=areas.COMPARE.title,
        description=f"{plan.summary.plan.title}が、ほかの計画と比べて求めていること、いないこと。",
        template="compare/plan_compare.html",
        view=_view(context, place, compared, plan),
        sections=(
            Section("rare", "この計画は求め、ほかではあまり求めないこと"),
            Section("missing", "ほかの多くが求め、この計画は求めていないこと"),
            Section("rare-classes", "ほかではあまり見ない役割の区分"),
            Section("missing-classes", "ほかの多くにあり、この計画にない役割の区分"),
            Section("levels", "ほかがレベルを定め、この計画は定めていない区分"),
            Section("numbers", "ほかが数を示し、この計画は示していない区分"),
            Section("like", "似ている計画"),
            Section("areas", "領域と役割"),
            Section("skills", "領域ごとのスキル"),
            Section("reckoning", "比べ方"),
        ),
    )


def _view(
    context: PlanContext, place: PagePlace, compared: Comparison, plan: PlanProfile
) -> PlanComparisonView:
    standing = compared.standings.of(plan)
    writer = Writer(place, compared, plan)

    anchors = Anchors(compared.areas)

    def behind(area: str, _: RoleProfile) -> str:
        return f"#{anchors.skills(area, plan.id)}"

    return PlanComparisonView(
        len(compared.plans) - 1,
        standing.compared,
        standing.with_roles,
        standing.asks,
        standing.has_roles,
        FEW,
        MANY,
        HALF,
        _breadth(compared.standings, plan),
        tuple(writer.area(share) for share in standing.rare),
        tuple(writer.area(share) for share in standing.missing),
        tuple(writer.role_class(share) for share in standing.rare_classes),
        tuple(writer.role_class(share) for share in standing.missing_classes),
        tuple(writer.levels(left) for left in standing.open_levels),
        tuple(writer.numbers(left) for left in standing.open_targets),
        tuple(_like(place, one) for one in compared.like.of(plan)),
        role_areas(place, plan, compared.areas, behind),
        tuple(one for one in area_skills(place, (plan,), compared.areas, anchors) if one.plans),
        signs(),
        tuple(
            place.to(one.address, one.title)
            for one in comparisons.COMPARISONS
            if one is not comparisons.DETAIL
        ),
        states_link(context.site, place),
    )


def _breadth(standings: Standings, plan: PlanProfile) -> Breadth | None:
    others = [count for id, count in standings.breadth.items() if id != plan.id]
    own = standings.breadth[plan.id]
    if not others or not own:
        return None
    return Breadth(own, min(others), max(others), own * 2 < min(others))


def _like(place: PagePlace, one: Likeness) -> LikeView:
    return LikeView(
        place.to(plan_address(one.plan.id, COMPARE_PAGE), one.plan.summary.name),
        one.score,
        TargetBar(str(one.score), str(one.score), "0"),
        _reckoning(one.area_points, one.areas, "求める領域"),
        _reckoning(one.class_points, one.classes, "役割のある区分"),
    )


def _reckoning(points: int | None, counts: tuple[int, int], of: str) -> str:
    if points is None:
        return ""
    shared, every = counts
    told = f"どちらかの{of}{every}のうち、どちらにもあるのは{shared}"
    return f"{told}：{HALF}×{shared}÷{every}＝{points}点"
