"""Identity: ids are unique within their kind, and say the same as folders and files."""

from collections.abc import Iterable, Iterator

from jinzai.check.index import Entity, PlanIndex, SiteIndex, framework_entities
from jinzai.findings.finding import Finding, Place, Related
from jinzai.findings.rules_content import DUPLICATE_ID, ID_IS_NOT_NAME, KIND_NAMES
from jinzai.load.document import stem
from jinzai.model.curriculum import Curriculum
from jinzai.model.framework import Framework
from jinzai.model.matrix import Matrix
from jinzai.model.plan import Plan
from jinzai.model.role import Role
from jinzai.model.schedule import Schedule
from jinzai.model.words import is_slug


def identity(index: PlanIndex) -> Iterator[Finding]:
    """Ids that occur twice, and a plan whose folder has another name."""
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


def framework_identity(site: SiteIndex) -> Iterator[Finding]:
    """The same for frameworks."""
    for file in site.frameworks:
        yield from _duplicates(framework_entities(file), "")
        name = stem(file.document.file)
        if isinstance(file.record, Framework) and file.record.id != name:
            facts = {"id": file.record.id, "what": "ファイル", "name": name}
            yield Finding(ID_IS_NOT_NAME, file.place(("id",)), facts)


def _duplicates(entities: Iterable[Entity], plan_id: str) -> Iterator[Finding]:
    first: dict[tuple[str, str], Entity] = {}
    for entity in entities:
        known = first.setdefault((entity.kind, entity.id), entity)
        if known is not entity:
            yield _duplicate(entity.kind, entity.id, entity.place, known.place, plan_id, entity.key)


def _inside(index: PlanIndex, entity: Entity) -> Iterator[Finding]:
    """Ids that are unique within one entity only: levels, columns, stages, lanes."""
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
    related = (Related(first, "最初の定義"),)
    facts = {"kind": KIND_NAMES[kind], "id": id}
    return Finding(DUPLICATE_ID, place, facts, related, plan_id, key)
