"""The content of the search: a record for every entity of a plan, and for what all plans share.

This module owns which pages and places can be found. `jinzai.model.kinds` says which fields of an
entity are searched, `jinzai.render.page.search_words` how they are said. `jinzai.publish.search`
owns the files of the search.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from pydantic import BaseModel

from jinzai.export.plain import plain_text
from jinzai.link.address import class_address, entity_address, entry_address, framework_address
from jinzai.link.backlinks import EntityKey, entities
from jinzai.link.catalogue import Commons, LinkedPlan, entity_name
from jinzai.model.framework import FrameworkKind
from jinzai.model.kinds import ENTRY, KINDS, LEVEL, PLAN
from jinzai.model.role import Role
from jinzai.publish.search import SearchPart, SearchRecord
from jinzai.render.page.areas import (
    COMPARE,
    DATA,
    FRAMEWORKS,
    GUIDE,
    OWN_ROLES,
    PLAN_AREAS,
    PLANS,
    RULES,
    STANDING,
    Area,
    is_for_editors,
)
from jinzai.render.page.comparisons import COMPARISONS
from jinzai.render.page.place import Guide
from jinzai.render.page.retired import old_words
from jinzai.render.page.room import are_few
from jinzai.render.page.search_words import positions, readings, words_beside, words_in
from jinzai.render.page.written_words import written_words
from jinzai.render.plan.step_links import NextStep, step_title, steps

AHEAD: Final = frozenset(kind.name for kind in KINDS.values() if kind.ahead)
"""The kinds whose records come before others that fit as well."""

_LIST: Final = "ページ"
_COMPARISON: Final = "比較"
_STEP: Final = "次の段階"
_ABOUT_THE_SITE: Final = "サイトの説明"


def site_part(commons: Commons) -> SearchPart:
    """The pages that compare plans, and the frameworks with their entries."""
    return SearchPart("", "", _site_records(commons))


def _site_records(commons: Commons) -> Iterator[SearchRecord]:
    yield from (_page(PLANS), _page(OWN_ROLES))
    yield from _comparisons(commons)
    yield _page(FRAMEWORKS)
    for framework in commons.frameworks:
        yield SearchRecord(
            framework_address(framework.id),
            framework.title,
            FRAMEWORKS.title,
            text=plain_text(framework.summary),
        )
        for entry in framework.entries:
            yield SearchRecord(
                entry_address(f"{framework.id}/{entry.id}"),
                entry.name,
                ENTRY.name,
                readings(entry),
                words_beside(entry, ENTRY, None),
                words_in(entry, ENTRY, None),
            )


def guide_records(guides: Iterable[Guide], editing: bool = True) -> Iterator[SearchRecord]:
    """The hand-written pages, given as `guides`, and the pages about the data and about editing.

    Without `editing`, the pages for editors are left out.
    """
    areas = [DATA, GUIDE, RULES] if editing else [DATA]
    for guide in guides:
        if not editing and is_for_editors(guide.address):
            continue
        area = Area("", guide.address, guide.title)
        yield _page(area, _ABOUT_THE_SITE, written_words(guide.text))
    yield from (_page(area, _ABOUT_THE_SITE) for area in areas)


def _page(area: Area, kind: str = _LIST, text: str = "") -> SearchRecord:
    """A page of the navigation."""
    words = _joined(area.words, *old_words(area.page))
    return SearchRecord(area.page, area.title, kind, words, "", text)


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _comparisons(commons: Commons) -> Iterator[SearchRecord]:
    """The pages that compare all plans, and the page of each class of roles.

    A class has such a page if one page can hold all plans.
    """
    yield SearchRecord(COMPARE.page, COMPARE.title, _COMPARISON, COMPARE.words)
    for one in COMPARISONS:
        words = _joined(COMPARE.words, one.words, *old_words(one.address))
        yield SearchRecord(
            one.address, one.title, _COMPARISON, words, "", f"{one.question} {one.answer}"
        )
    for framework in commons.frameworks if are_few(len(commons.plans)) else ():
        if framework.kind is FrameworkKind.ROLE:
            for entry in framework.entries:
                yield SearchRecord(
                    class_address(f"{framework.id}/{entry.id}"),
                    f"{entry.name}に対応する役割を比べる",
                    _COMPARISON,
                    _joined(entry.kana or "", COMPARE.words),
                )


def plan_part(plan: LinkedPlan) -> SearchPart:
    """The plan, its lists, its entities, and the levels and next steps of its roles."""
    synonyms = tuple(group.words for group in plan.plan.synonyms)
    return SearchPart(plan.id, plan.summary.name, _plan_records(plan), synonyms)


def _plan_records(plan: LinkedPlan) -> Iterator[SearchRecord]:
    """The records of a plan.

    Lists come before the things that they list, and so they also come first among equally good
    results.
    """
    yield _record(plan, EntityKey(PLAN.id, plan.id), plan.plan, "index.html", plan.plan.title)
    for area in PLAN_AREAS[1:]:
        yield _page(area, _COMPARISON if area is STANDING else _LIST)
    for key, entity in entities(plan.content):
        yield _record(plan, key, entity, _within(plan, key), entity_name(entity))
        if isinstance(entity, Role):
            for level in entity.levels:
                level_key = EntityKey(LEVEL.id, f"{entity.id}/{level.id}")
                name = f"{entity.name} {level.name}"
                yield _record(plan, level_key, level, _within(plan, level_key), name)
            for step in steps(plan.id, entity):
                yield SearchRecord(
                    step.address.removeprefix(f"{plan.id}/"),
                    _step_title(plan, entity, step),
                    _STEP,
                )


def _step_title(plan: LinkedPlan, role: Role, step: NextStep) -> str:
    """The name of a step, which names its role once."""
    title = step_title(plan, role, step)
    return title if title.startswith(role.name) else f"{role.name} {title}"


def _within(plan: LinkedPlan, key: EntityKey) -> str:
    """The address of an entity from the folder of its plan."""
    return entity_address(plan.id, key.kind, key.id).removeprefix(f"{plan.id}/")


def _record(
    plan: LinkedPlan, key: EntityKey, entity: BaseModel, address: str, title: str
) -> SearchRecord:
    kind = KINDS[key.kind]
    return SearchRecord(
        address,
        title,
        kind.name,
        _joined(readings(entity), positions(entity, kind)),
        words_beside(entity, kind, plan),
        words_in(entity, kind, plan),
    )
