"""The training of the roles of a class, plan by plan: each track with its bars.

This module owns the line about a track. `jinzai.render.compare.learning` decides which classes and
plans the page shows.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from jinzai.compare.learning import Track
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.export.plain import plain_text
from jinzai.link.address import entry_anchor
from jinzai.link.learning import Load, Span
from jinzai.model.audience import FrameworkLink
from jinzai.model.course import Format
from jinzai.model.framework import FrameworkKind
from jinzai.render.compare.plan_choice import PlanLink, plan_link
from jinzai.render.compare.reaches import base_words, extra_words, for_all_words, way_words
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, is_inferred
from jinzai.render.page.target_bars import TargetBar
from jinzai.render.words import amounts
from jinzai.render.words.wording import relation_to, word

HOURS: Final = "hours"
DAYS: Final = "days"
"""The names of the two scales that other plans' bars share."""

UNPLACED: Final = "unplaced"
"""The anchor of the roles that are in no class."""
UNPLACED_TITLE: Final = "どの区分にも対応付けていない役割"


class TrackView(NamedTuple):
    """A track of a role. Without known hours or days, the text is empty and the bar is None.

    `ways` are the alternatives one by one. `repeated` is true if a course is counted more than
    once. `counted` are the stages for one role that the sums contain. `whole_way` is the sum
    together with all stages before.
    """

    department: str
    table: str
    hours: str
    hours_bar: TargetBar | None
    days: str
    days_bar: TargetBar | None
    ways: str
    unknown: int
    repeated: bool
    exempt: int
    courses: str
    formats: str
    gates: int
    gates_inferred: bool
    extras: tuple[str, ...]
    counted: tuple[str, ...]
    whole_way: str
    inferred: bool


class RoleTracksView(NamedTuple):
    """A role with training.

    `shown_at` leads to the class that shows its tracks already, or is None. `whole` is the parent
    role for which the training is stated. `apart` is training for all staff that is in no sum, and
    `base` that of the role that this one extends.
    """

    role: Link
    relation: str
    inferred: bool
    shown_at: Link | None
    tracks: tuple[TrackView, ...]
    whole: Link | None
    apart: tuple[str, ...]
    base: tuple[str, ...]


class Without(NamedTuple):
    """Roles without training of their own.

    Roles with the same other fields stand together. `apart` and `base` mean the same as in
    `RoleTracksView`. `in_text` is training that only a text of the plan states for them, or
    it is empty.
    """

    roles: tuple[Link, ...]
    apart: tuple[str, ...]
    base: tuple[str, ...]
    in_text: str


class PlanTracksView(NamedTuple):
    """The roles of one plan in a class."""

    anchor: str
    plan: PlanLink
    roles: tuple[RoleTracksView, ...]
    without: tuple[Without, ...]


class ClassTracksView(NamedTuple):
    """A class with those shown plans that have roles in it.

    `any_days` says that there is a column of days.
    """

    anchor: str
    title: str
    plans: tuple[PlanTracksView, ...]
    any_days: bool


class Drawer:
    """Makes the views of the classes, with bars on the scale of the page."""

    def __init__(
        self, place: PagePlace, hours: Decimal, days: Decimal, is_shared: bool = False
    ) -> None:
        """`is_shared` is true if readers can add other plans' training beside these."""
        self._place = place
        self._is_shared = is_shared
        self._hours = hours
        self._days = days
        self._shown_at: dict[tuple[str, str], Link] = {}

    def of_class(self, entry: str, plans: Iterable[PlanProfile]) -> ClassTracksView:
        """The roles of the plans in one class."""
        name = self._place.link("entry", entry).text
        return self._class(
            entry_anchor(entry), name, [(plan, plan.roles_in(entry)) for plan in plans]
        )

    def unplaced(self, plans: Iterable[PlanProfile]) -> ClassTracksView:
        """The roles with training that are in no class."""
        return self._class(
            UNPLACED,
            UNPLACED_TITLE,
            [
                (
                    plan,
                    tuple(
                        (role, None)
                        for role in plan.roles.values()
                        if role.training and not role.role.classes
                    ),
                )
                for plan in plans
            ],
        )

    def _class(
        self,
        anchor: str,
        title: str,
        plans: Iterable[tuple[PlanProfile, tuple[tuple[RoleProfile, FrameworkLink | None], ...]]],
    ) -> ClassTracksView:
        found = [(plan, roles) for plan, roles in plans if roles]
        return ClassTracksView(
            anchor,
            title,
            tuple(self._plan(anchor, plan, roles) for plan, roles in found),
            self._is_shared
            or any(
                t.load.days.most for _, roles in found for role, _ in roles for t in role.training
            ),
        )

    def _plan(
        self,
        anchor: str,
        plan: PlanProfile,
        roles: tuple[tuple[RoleProfile, FrameworkLink | None], ...],
    ) -> PlanTracksView:
        return PlanTracksView(
            f"{anchor}--{plan.id}",
            plan_link(self._place, plan),
            tuple(self._role(anchor, plan, role, link) for role, link in roles if role.training),
            self._without(plan, [role for role, _ in roles if not role.training]),
        )

    def _without(self, plan: PlanProfile, roles: Iterable[RoleProfile]) -> tuple[Without, ...]:
        found: dict[tuple[tuple[str, ...], tuple[str, ...], str], list[Link]] = {}
        for role in roles:
            in_text = plain_text(role.role.training_in_text or "")
            said = (tuple(for_all_words(plan, role)), tuple(base_words(plan, role)), in_text)
            found.setdefault(said, []).append(self._link(role))
        return tuple(Without(tuple(links), *said) for said, links in found.items())

    def _link(self, role: RoleProfile) -> Link:
        return self._place.other(role.plan_id, "role", role.id, role.role.name)

    def _whole(self, plan: PlanProfile, role: RoleProfile) -> Link | None:
        whole = plan.parent_of(role)
        return self._link(whole) if whole is not None else None

    def _role(
        self, anchor: str, plan: PlanProfile, role: RoleProfile, link: FrameworkLink | None
    ) -> RoleTracksView:
        shown_at = self._shown_at.get((plan.id, role.id))
        if shown_at is None and link is not None:
            name = self._place.link("entry", link.entry).text
            self._shown_at[plan.id, role.id] = Link(name, f"#{anchor}--{plan.id}")
        return RoleTracksView(
            self._link(role),
            relation_to(FrameworkKind.ROLE, link.relation) if link is not None else "",
            link is not None and is_inferred(link.basis),
            shown_at,
            () if shown_at else tuple(self._track(plan, track) for track in role.training),
            self._whole(plan, role),
            () if shown_at else tuple(for_all_words(plan, role)),
            () if shown_at else tuple(base_words(plan, role)),
        )

    def _track(self, plan: PlanProfile, track: Track) -> TrackView:
        load, stated = track.load, plan.summary.plan
        return TrackView(
            next((one.name for one in stated.departments if one.id == track.department), ""),
            next((one.name for one in stated.tables if one.id == track.table), ""),
            amounts.span(load.hours, "時間") if load.hours.most or _only_hours(load) else "",
            bar(load.hours, self._hours, HOURS if self._is_shared else ""),
            amounts.span(load.days, "日") if load.days.most else "",
            bar(load.days, self._days, DAYS if self._is_shared else ""),
            amounts.load(load) if load.ways else "",
            load.unknown,
            track.repeats,
            load.exempt,
            _courses(track),
            "、".join(f"{_form(form)}{count}" for form, count in track.formats.items()),
            track.gates,
            track.gates_inferred,
            tuple(map(extra_words, track.extras)),
            tuple(extra.only for extra in track.counted),
            way_words(plan, track),
            load.inferred,
        )


def _courses(track: Track) -> str:
    """How many courses are taken, and how many lessons that is if one is taken twice."""
    if track.load.courses == Span():
        return f"{track.courses}件"
    if track.repeats and not track.load.choices:
        return f"{track.courses}件（延べ{amounts.courses(track.load)}）"
    return amounts.courses(track.load)


def _form(form: Format) -> str:
    return "形式の記載なし" if form is Format.UNDEFINED else word(form)


def _only_hours(load: Load) -> bool:
    """Whether the plan gives a time that is 0 hours."""
    return load.given and not load.days.most


def bar(amount: Span, longest: Decimal, shared: str = "") -> TargetBar | None:
    """The bar of an amount on the scale of `longest`; None without an amount.

    `shared` names the scale if readers can add other plans' bars beside it.
    """
    if not amount.most:
        return None
    least, most = (f"{end * 100 / longest:.1f}" for end in (amount.least, amount.most))
    return TargetBar(
        least.removesuffix(".0"),
        most.removesuffix(".0"),
        "0",
        shared,
        f"{longest}" if shared else "",
    )
