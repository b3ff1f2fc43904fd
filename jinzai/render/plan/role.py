"""The page of a role: what the plan expects of it, level by level, and how people reach it."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.link.requirements import CellOrigin
from jinzai.model import kinds
from jinzai.model.audience import RoleAt
from jinzai.model.role import Role, Standing
from jinzai.render.page.answers import Answer
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.links import Link
from jinzai.render.page.navigation import beside
from jinzai.render.page.place import NeighbourContext, PagePlace, PlanContext
from jinzai.render.plan.counterparts import Correspondence, correspondences
from jinzai.render.plan.elsewhere import Elsewhere, elsewhere
from jinzai.render.plan.ladder import (
    Rung,
    RungTraining,
    ladder,
    shared_evidence,
    shared_source,
    unlevelled,
)
from jinzai.render.plan.nearest import NearView, nearest
from jinzai.render.plan.role_life import (
    RoleMeasureView,
    RoleTargetRow,
    TargetTable,
    YearView,
    figure_without_months,
    measures,
    targets,
    years,
)
from jinzai.render.plan.role_practices import (
    OtherPractice,
    RolePracticeView,
    other_practices,
    practices,
)
from jinzai.render.plan.role_skills import SkillSet, skill_sets
from jinzai.render.plan.role_strip import answers
from jinzai.render.plan.role_training import RoleTraining, is_in_ladder, training
from jinzai.render.plan.step_links import role_steps
from jinzai.render.plan.strip_training import lacks_hours
from jinzai.render.plan.strip_words import areas_in, linked, without_areas
from jinzai.render.words.marks import LegendView, legend
from jinzai.render.words.wording import things, word

LACKING: Final = {
    "audience": "対象になる人",
    "hours": "研修の時間数",
}
"""Facts that have no section of their own, by the anchors that they have if the plan lacks them."""

_FOLDED: Final = (
    Section("record", "くわしい記録"),
    Section("schedule", "年間スケジュール"),
    Section("practice", kinds.PRACTICE.name),
    Section("measures", f"{kinds.MEASURE.name}と{kinds.INDICATOR.name}"),
    Section("counterparts", "ほかの計画の近い役割"),
    Section("source", "出典と関連するページ"),
)

_CURRICULA: Final = frozenset([("curriculum", "role")])
"""What the ladder of levels shows without a link: its cells name the courses."""

_SHOWN: Final = _CURRICULA | frozenset(
    [
        ("role", "part_of"),
        ("role", "extends"),
        ("role", "next"),
        ("matrix", "columns"),
        ("course", "audience"),
        ("schedule", "lanes"),
        ("target", "role"),
        ("practice", "audience"),
        ("measure", "roles"),
        ("indicator", "role"),
    ]
)


MOST_PRINTED: Final = 3
"""The most steps of practices, together, for which the sheet of paper has room."""

MOST_OPEN: Final = 4
"""The most behaviours and points of knowledge, together, that a page shows unfolded."""


class RoleRelation(NamedTuple):
    """A fact about where a role stands. `anchor` is an id that other pages link to, or `""`."""

    term: str
    fact: Markup
    anchor: str = ""


class LadderAnchors(NamedTuple):
    """The ids of rows of the ladder, for what other pages link to. `""` where a section has it."""

    duties: str
    skills: str
    courses: str
    targets: str


class RoleView(NamedTuple):
    """The content of a role's page.

    `lacking` are anchors of facts that the plan does not state and that have no section.
    `months_in_figure` says where the figure is from which no month could be read; it is `""` if a
    month is known, and if the plan has no schedule for the role. `ids` are those of the ladder's
    rows. `levels_tell_duties` and `levels_tell_skills` are true if the ladder holds these;
    `in_ladder` is true if it holds all curricula. `skills` are the sets that it does not hold, and
    `untaught` those of them for which the plan has no training. `rungs_source` is the source that
    all levels share. `unlevelled` are the curricula without a known level. `unordered` is true if
    the plan leaves the order of courses open. `target_rows` are the targets outside the ladder.
    `are_many` is true if behaviours and knowledge are folded. `are_steps_few` is true if paper has
    room for the steps of practices. `evidence` is what all levels ask for alike.
    `are_relations_open` is true if the relations name roles that are nowhere else on the page.
    `areas_in_texts` are the common areas that texts of the role link to; the texts themselves stand
    there without these links. `document` is the name of the published plan, which leads to its
    overview.
    `targets_for_all` are the targets of all staff, to whom the people of the role belong.
    """

    purpose: Markup
    answers: tuple[Answer, ...]
    lacking: tuple[str, ...]
    months_in_figure: str
    relations: tuple[RoleRelation, ...]
    are_relations_open: bool
    duties: tuple[Markup, ...]
    duties_elsewhere: Elsewhere
    behaviours: tuple[Markup, ...]
    knowledge: tuple[Markup, ...]
    are_many: bool
    rungs: tuple[Rung, ...]
    ids: LadderAnchors
    levels_tell_duties: bool
    levels_tell_skills: bool
    in_ladder: bool
    evidence: tuple[Markup, ...]
    as_level: str
    rungs_source: str
    unlevelled: tuple[RungTraining, ...]
    unordered: bool
    skills: tuple[SkillSet, ...]
    untaught: tuple[Link, ...]
    untaught_all: bool
    skills_elsewhere: Elsewhere
    legend: tuple[LegendView, ...]
    matrix: Link
    training: RoleTraining
    years: tuple[YearView, ...]
    targets: TargetTable
    targets_elsewhere: Elsewhere
    targets_for_all: tuple[Link, ...]
    target_rows: tuple[RoleTargetRow, ...]
    targets_note: Markup
    targets_page: Link
    practices: tuple[RolePracticeView, ...]
    are_steps_few: bool
    other_practices: tuple[OtherPractice, ...]
    measures: tuple[RoleMeasureView, ...]
    near: NearView
    areas_in_texts: tuple[Link, ...]
    correspondences: tuple[Correspondence, ...]
    unmapped: Markup
    near_classes: tuple[tuple[Link, str], ...]
    document: Link
    entity: EntityView


def pages(context: NeighbourContext) -> Iterator[Draft]:
    """A page for each role of the plan."""
    roles = context.plan.content.roles
    ids = [role.id for role in roles]
    for role in roles:
        address = context.address(f"roles/{role.id}.html")
        place = context.place(address)
        content = view(context, place, role)
        yield Draft.of_entity(
            context,
            place,
            kinds.ROLE,
            role.id,
            title=role.name,
            description=f"が定める「{role.name}」の役割、スキル、研修。",
            view=content,
            sections=tuple(_sections(content)),
            siblings=beside(ids, partial(place.link, "role")),
        )


def _sections(view: RoleView) -> Iterator[Section]:
    """The sections of a role's page. What the ladder holds has no section of its own."""
    for lacking in view.lacking:
        yield Section(lacking, LACKING[lacking])
    if view.months_in_figure:
        yield Section("months", "研修などの月")
    if not view.levels_tell_duties or view.behaviours or view.knowledge:
        more = "と行動姿勢" if view.behaviours else ""
        yield Section("duties", f"担うこと{more}")
    if len(view.rungs) > 1:
        yield Section("levels", f"{things(len(view.rungs))}のレベル")
    elif view.rungs or not view.as_level:
        yield Section("levels", kinds.LEVEL.name)
    if not view.ids.courses:
        yield Section("courses", "受ける研修")
    if view.skills or not view.levels_tell_skills:
        yield Section("skills", "身に付けるスキル")
    if not view.ids.targets:
        yield Section("targets", kinds.TARGET.name)
    if view.relations:
        yield Section("relations", "ほかの役割との関係")
    yield from _FOLDED


def view(context: NeighbourContext, place: PagePlace, role: Role) -> RoleView:
    """The content of the page of `role`."""
    plan = context.plan
    cells = plan.cells_by_role.get(role.id, ())
    own = [cell for cell in cells if cell.origin is CellOrigin.OWN]
    in_levels = bool(own) and all(cell.level_id is not None for cell in own)
    duties_in_levels = not role.duties and any(level.definition for level in role.levels)
    curricula = plan.curricula_by_role.get(role.id, ())
    in_ladder = is_in_ladder(role, curricula)
    skills_elsewhere = elsewhere(context, place, role, "skills", context.facts.with_skills)
    trained = training(
        context,
        place,
        role,
        elsewhere(context, place, role, "courses", context.facts.trained),
        elsewhere(context, place, role, "courses", context.facts.with_training_text),
    )
    goals = targets(context, place, role)
    year = years(context, place, role)
    sets = skill_sets(context, place, role)
    shown = tuple(one for one in sets if one.via is not None or not in_levels)
    untaught = _untaught(shown)

    def plain(texts: Iterable[str]) -> tuple[Markup, ...]:
        return tuple(map(without_areas, place.items(texts)))

    own_practices = practices(context, place, role)
    rungs = ladder(context, place, role)
    loose = unlevelled(context, place, role)
    in_cells = (*loose, *(one for rung in rungs for one in rung.curricula)) if in_ladder else ()
    apart = bool(
        trained.routes or trained.offered or (in_ladder and (trained.for_all or trained.in_text))
    )
    return RoleView(
        purpose=without_areas(place.inline(role.purpose)),
        answers=answers(context, place, role, skills_elsewhere, role_steps(context, place, role)),
        lacking=tuple(_lacking(context, role)),
        months_in_figure=figure_without_months(context, role),
        relations=tuple(_relations(context, place, role)),
        are_relations_open=bool(role.next and goals.rows) or role.id in plan.parts_by_role,
        duties=plain(role.duties),
        duties_elsewhere=elsewhere(context, place, role, "duties", context.facts.with_duties),
        behaviours=plain(role.behaviours),
        knowledge=plain(role.knowledge),
        are_many=len(role.behaviours) + len(role.knowledge) > MOST_OPEN,
        rungs=rungs,
        ids=LadderAnchors(
            "duties" if duties_in_levels and not (role.behaviours or role.knowledge) else "",
            "skills" if in_levels and not shown else "",
            "courses" if in_ladder and not apart else "",
            "targets" if goals.rows and all(row.level for row in goals.rows) else "",
        ),
        levels_tell_duties=duties_in_levels,
        levels_tell_skills=in_levels,
        in_ladder=in_ladder,
        evidence=shared_evidence(place, role),
        as_level=role.as_level or "",
        rungs_source=shared_source(role),
        unlevelled=loose,
        unordered=trained.unordered or any(one.path.unordered for one in in_cells),
        skills=shown,
        untaught=untaught,
        untaught_all=len(untaught) == sum(one.number for one in shown),
        skills_elsewhere=skills_elsewhere,
        legend=legend(cells, context.facts.legends),
        matrix=place.to(context.address(kinds.MATRICES.page), kinds.MATRICES.title),
        training=trained,
        years=year,
        targets=goals,
        targets_elsewhere=elsewhere(context, place, role, "targets", context.facts.with_targets),
        targets_for_all=tuple(
            place.link("target", one.id) for one in plan.content.targets if one.is_also_for(role)
        ),
        target_rows=tuple(row for row in goals.rows if not row.level),
        targets_note=place.prose(plan.content.targets_file.note)
        if plan.content.targets_file and role.id in plan.targets_by_role
        else Markup(),
        targets_page=place.to(context.address(kinds.TARGETS.page), kinds.TARGETS.title),
        practices=own_practices,
        are_steps_few=sum(len(one.steps) + one.more for one in own_practices) <= MOST_PRINTED,
        other_practices=other_practices(context, place, role),
        measures=measures(context, place, role),
        near=nearest(context, place, role.id),
        areas_in_texts=tuple(
            place.link("entry", entry)
            for entry in areas_in(
                role.purpose,
                *role.duties,
                *role.behaviours,
                *role.knowledge,
                *(level.definition for level in role.levels),
            )
        ),
        correspondences=correspondences(context, place, role.classes),
        unmapped=place.prose(role.unmapped),
        near_classes=tuple(
            (place.link("entry", near.entry), near.note) for near in role.near_classes
        ),
        document=place.to(context.address("index.html"), plan.plan.title),
        entity=entity(
            context, place, kinds.ROLE, role, _SHOWN - _CURRICULA if in_ladder else _SHOWN
        ),
    )


def _untaught(sets: tuple[SkillSet, ...]) -> tuple[Link, ...]:
    return tuple(
        one.skill
        for found in sets
        for group in found.groups
        for one in group.skills
        if not one.teaching.is_anywhere
    )


def _lacking(context: PlanContext, role: Role) -> Iterator[str]:
    """The anchors of facts without a section that the plan does not state."""
    if not role.audience:
        yield "audience"
    if lacks_hours(context, role):
        yield "hours"


def _relations(context: PlanContext, place: PagePlace, role: Role) -> Iterator[RoleRelation]:
    """Where the role stands: in the plan's tiers, and among the roles around it."""
    plan = context.plan

    def at(other: RoleAt) -> Link:
        return place.role(other.role, other.level)

    def of(term: str, others: Iterable[Link]) -> Iterator[RoleRelation]:
        every = tuple(others)
        if every:
            yield RoleRelation(term, linked(every))

    def roles(others: Iterable[Role]) -> Iterator[Link]:
        return (place.link("role", other.id) for other in others)

    if role.standing is not Standing.TIER:
        tiers = place.to(context.address("index.html#tiers"), word(role.standing))
        yield RoleRelation("人材の階層", linked((tiers,)))
    if role.sourcing:
        yield RoleRelation("確保の方法", Markup.escape(word(role.sourcing)))
    if role.as_level and not role.levels:
        told = "この計画は、役割そのものをレベルとして並べています。この役割は「{}」です。"
        yield RoleRelation(kinds.LEVEL.name, Markup(told).format(role.as_level), "levels")
    yield from of("上位の役割", [place.link("role", role.part_of)] if role.part_of else ())
    yield from of("内訳の役割", roles(plan.parts_by_role.get(role.id, ())))
    if role.extends:
        base = linked([at(role.extends)])
        yield RoleRelation("前提となる役割", Markup("{}（スキルを引き継ぐ）").format(base))
    yield from of("この役割を前提とする役割", roles(plan.extended_by_role.get(role.id, ())))
    yield from of("前の役割", roles(plan.previous_by_role.get(role.id, ())))
    if role.next:
        steps = linked(role_steps(context, place, role))
        yield RoleRelation(
            "次に目指す役割", Markup("{}<br>{}").format(linked(map(at, role.next)), steps)
        )
