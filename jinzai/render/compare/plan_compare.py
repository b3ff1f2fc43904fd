"""How one plan stands among the others: what is rare in it, what it lacks, similar plans."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from jinzai.compare.among import Breadths, PlanAmong
from jinzai.compare.likeness import HALF, SAME, Likeness, SharedEntries
from jinzai.compare.standing import FEW, MANY
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
from jinzai.render.page.place import LookingContext, PagePlace
from jinzai.render.page.states import states_link
from jinzai.render.page.target_bars import TargetBar
from jinzai.render.words import amounts


class LikeView(NamedTuple):
    """A plan that is like this one.

    `rank` is in words, and empty for a template. A calculation is empty if that part of the score
    has no value.
    """

    rank: str
    plan: Link
    score: int
    bar: TargetBar
    areas: "OverlapView"
    classes: "OverlapView"


class OverlapView(NamedTuple):
    """How many points an overlap gives, in words, and the entries in both, here and there."""

    reckoning: str
    both: tuple[Link, ...]
    own: tuple[Link, ...]
    other: tuple[Link, ...]


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
    `awaiting` links to this plan's roles and skills that nobody has mapped, and `others_awaiting`
    is the number of other plans that have some: what is not found in them may be there.
    """

    others: int
    compared: int
    with_roles: int
    asks: bool
    has_roles: bool
    awaiting: tuple[Link, ...]
    others_awaiting: int
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
    templates: tuple[LikeView, ...]
    same: int
    table: RoleAreas
    areas: tuple[AreaSkills, ...]
    signs: tuple[SignView, ...]
    elsewhere: tuple[Link, ...]
    states: Link | None


def pages(context: LookingContext) -> Iterator[Draft]:
    """The one page. A plan that is not in the comparison is shown without other plans."""
    place = context.place(context.address(COMPARE_PAGE))
    yield Draft.of_area(
        place,
        areas.STANDING,
        kicker=areas.COMPARE.title,
        description=f"{context.plan.plan.title}が、ほかの計画と比べて、スキルの表で求めていること、表にないこと。",
        template="compare/plan_compare.html",
        view=_view(context, place),
        sections=(
            Section("rare", "この計画がスキルの表で求め、ほかの計画の表にはあまりない領域"),
            Section("missing", "ほかの多くがスキルの表で求め、この計画の表にはない領域"),
            Section("rare-classes", "ほかではあまり見ない役割の区分"),
            Section("missing-classes", "ほかの多くにあり、この計画にない役割の区分"),
            Section("levels", "ほかの計画にはレベルがあり、この計画にはない区分"),
            Section("numbers", "ほかの計画には数があり、この計画にはない区分"),
            Section("like", "似ている計画"),
            Section("areas", "領域と役割"),
            Section("skills", "領域ごとのスキル"),
            Section("reckoning", "比べ方"),
        ),
    )


def _view(context: LookingContext, place: PagePlace) -> PlanComparisonView:
    plan, among, areas_in_order = context.profile, context.among, context.site.areas
    writer = Writer(place, plan, context.outline, among)

    anchors = Anchors(areas_in_order)

    def behind(area: str) -> str:
        return f"#{anchors.skills(area, plan.id)}"

    return PlanComparisonView(
        among.others,
        among.compared,
        among.with_roles,
        among.asks,
        among.has_roles,
        tuple(
            place.other(one.plan_id, one.kind, one.id, one.name) for one in plan.summary.awaiting()
        ),
        among.awaiting,
        FEW,
        MANY,
        HALF,
        _breadth(among.breadths),
        tuple(writer.area(share) for share in among.rare),
        tuple(writer.area(share) for share in among.missing),
        tuple(writer.role_class(share) for share in among.rare_classes),
        tuple(writer.role_class(share) for share in among.missing_classes),
        tuple(writer.levels(left) for left in among.open_levels),
        tuple(writer.numbers(left) for left in among.open_targets),
        *_likes(place, among),
        SAME,
        role_areas(place, plan, areas_in_order, behind),
        tuple(area_skills(place, plan, areas_in_order, anchors)),
        signs(),
        tuple(
            place.to(one.address, one.title)
            for one in comparisons.COMPARISONS
            if one is not comparisons.DETAIL
        ),
        states_link(context.site, place),
    )


def _breadth(found: Breadths | None) -> Breadth | None:
    return None if found is None else Breadth(*found, found.own * 2 < found.least)


def _likes(place: PagePlace, among: PlanAmong) -> tuple[tuple[LikeView, ...], tuple[LikeView, ...]]:
    """The plans like a plan, and the templates like it."""
    ranks = Counter(one.rank for one in among.like)
    return (
        tuple(_like(place, one, _rank(one, ranks)) for one in among.like),
        tuple(_like(place, one, "") for one in among.templates),
    )


def _rank(one: Likeness, ranks: Mapping[int | None, int]) -> str:
    return f"同じく{one.rank}位" if ranks[one.rank] > 1 else f"{one.rank}位"


def _like(place: PagePlace, one: Likeness, rank: str) -> LikeView:
    return LikeView(
        rank,
        place.to(plan_address(one.plan.id, COMPARE_PAGE), one.plan.name),
        one.score,
        TargetBar(str(one.score), str(one.score), "0"),
        _overlap(place, one.area_points, one.areas, "求める領域"),
        _overlap(place, one.class_points, one.classes, "役割のある区分"),
    )


def _overlap(
    place: PagePlace, points: Fraction | None, shared: SharedEntries, of: str
) -> OverlapView:
    told = ""
    if points is not None:
        both, every = len(shared.both), shared.every
        sign = "＝" if (points * 10).denominator == 1 else "≒"
        exact = amounts.number(
            (Decimal(points.numerator) / points.denominator).quantize(_TENTH, ROUND_HALF_UP)
        )
        told = (
            f"どちらかの{of}{every}のうち、どちらにもあるのは{both}："
            f"{HALF}×{both}÷{every}{sign}{exact}点"
        )
    return OverlapView(
        told,
        *(tuple(place.link("entry", entry) for entry in entries) for entries in shared),
    )


_TENTH: Final = Decimal("0.1")
