"""Identity: ids fit the names of folders and files. Ids and the titles of plans are unique."""

from collections.abc import Iterable, Iterator
from typing import Final

from jinzai.check.index import (
    Entity,
    PlanIndex,
    SiteIndex,
    TitledPlan,
    Titles,
    framework_entities,
)
from jinzai.check.names import plain_name
from jinzai.findings.finding import Finding, Place, RelatedPlace
from jinzai.findings.rules_completeness import SAME_PLAN_TITLE
from jinzai.findings.rules_content import DUPLICATE_ID, ID_IS_NOT_NAME
from jinzai.findings.rules_text import SAME_NAME
from jinzai.load.document import stem
from jinzai.model.curriculum import Curriculum
from jinzai.model.framework import Framework
from jinzai.model.kinds import KIND_NAMES
from jinzai.model.matrix import Matrix
from jinzai.model.plan import Plan
from jinzai.model.role import Role
from jinzai.model.schedule import Schedule
from jinzai.model.words import is_slug
from jinzai.parse.parse import ParsedFile


def identity(index: PlanIndex) -> Iterator[Finding]:
    """Ids that occur twice, and a plan whose id differs from the name of its folder."""
    yield from _duplicates(index.entities, index.plan_id)
    for entity in index.entities:
        yield from _inside(index, entity)
    for file in index.files:
        # A folder whose name is no id has a finding of its own, and so has an unreadable id.
        is_told = not is_slug(index.plan_id) or ("id",) in file.dropped
        if not isinstance(file.record, Plan) or file.document.tree is None or is_told:
            continue
        if file.record.id != index.plan_id:
            facts = {"id": file.record.id, "what": "フォルダー", "name": index.plan_id}
            yield Finding(ID_IS_NOT_NAME, file.place(("id",)), facts, plan_id=index.plan_id)


_NAMED: Final = ("role", "skill", "course")


def same_names(index: PlanIndex) -> Iterator[Finding]:
    """A role, skill or course with the name of an earlier one of its kind.

    Differences of width, case and spaces do not count. Skills with different distinctions differ.
    """
    for kind in _NAMED:
        first: dict[str, Entity] = {}
        for entity in index.of_kind(kind):
            known = first.setdefault(plain_name(entity.name), entity)
            if known.id != entity.id:
                related = (RelatedPlace(known.file.place((*known.path, "name")), "同じ名前のもの"),)
                facts = {"kind": KIND_NAMES[kind], "name": entity.name, "other": known.id}
                yield index.at(SAME_NAME, entity, path=("name",), related=related, **facts)


def titles(index: PlanIndex) -> Iterator[Finding]:
    """A plan with the same issuer, title, edition and date as another one."""
    for found in titled_plans(index.plan_id, index.files):
        first = index.site.titles.get(found.key, found)
        if first.plan_id != found.plan_id:
            related = (RelatedPlace(first.place, "同じ題名の計画"),)
            facts = {"title": found.title, "other": first.plan_id}
            yield Finding(SAME_PLAN_TITLE, found.place, facts, related, index.plan_id)


def first_titles(plans: Iterable[TitledPlan]) -> Titles:
    """The first plan with each title, for `SiteIndex.titles`. The first is that of the first id."""
    first: dict[tuple[str, ...], TitledPlan] = {}
    for found in sorted(plans, key=lambda plan: plan.plan_id):
        first.setdefault(found.key, found)
    return first


def framework_identity(site: SiteIndex) -> Iterator[Finding]:
    """Ids of frameworks and entries that occur twice or differ from the file's name."""
    for file in site.frameworks:
        yield from _duplicates(framework_entities(file), "")
        name = stem(file.document.file)
        if isinstance(file.record, Framework) and file.record.id != name:
            facts = {"id": file.record.id, "what": "ファイル", "name": name}
            yield Finding(ID_IS_NOT_NAME, file.place(("id",)), facts)


_TITLING: Final = frozenset(["title", "issuer", "edition", "published"])


def titled_plans(plan_id: str, files: Iterable[ParsedFile]) -> Iterator[TitledPlan]:
    """A plan's title with the key that distinguishes it from other plans.

    Differences of width, case and spaces do not count. Issuers with the same name have different
    codes. Nothing is given if one of these facts could not be read.
    """
    for file in files:
        plan, tree = file.record, file.document.tree
        is_read = tree is not None and isinstance(tree.value, dict) and file.document.complete
        lost = {path[0] for path in file.dropped}
        if isinstance(plan, Plan) and is_read and not lost & _TITLING:
            said = (plan.issuer.code, plan.issuer.name, plan.title, plan.edition, plan.published)
            key = tuple(plain_name(text or "") for text in said)
            yield TitledPlan(plan_id, plan.title, key, file.place(("title",)))


def _duplicates(entities: Iterable[Entity], plan_id: str) -> Iterator[Finding]:
    first: dict[tuple[str, str], Entity] = {}
    for entity in entities:
        known = first.setdefault((entity.kind, entity.id), entity)
        if known is not entity:
            yield _duplicate(entity.kind, entity.id, entity.place, known.place, plan_id, entity.key)


def _inside(index: PlanIndex, entity: Entity) -> Iterator[Finding]:
    """Ids that occur twice within one entity: levels, columns, stages, lanes."""
    record = entity.record
    lists = {
        Role: ("levels", "level"),
        Matrix: ("columns", "column"),
        Curriculum: ("stages", "stage"),
        Schedule: ("lanes", "lane"),
    }
    if type(record) not in lists:
        return
    name, kind = lists[type(record)]
    first: dict[str, Place] = {}
    for number, item in enumerate(getattr(record, name)):
        place = entity.file.place((*entity.path, name, number, "id"))
        known = first.setdefault(item.id, place)
        if known is not place:
            yield _duplicate(kind, item.id, place, known, index.plan_id, entity.key)


def _duplicate(kind: str, id: str, place: Place, first: Place, plan_id: str, key: str) -> Finding:
    related = (RelatedPlace(first, "最初の定義"),)
    facts = {"kind": KIND_NAMES[kind], "id": id}
    return Finding(DUPLICATE_ID, place, facts, related, plan_id, key)
