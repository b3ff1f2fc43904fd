"""The content of the search: a record for every entity of a plan, and for what all plans share.

This module owns which words of an entity can be found. `jinzai.publish.search` owns the file of the
search.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from jinzai.export.plain import plain_text
from jinzai.link.address import (
    class_address,
    entity_address,
    entry_address,
    framework_address,
    level_address,
    plan_address,
)
from jinzai.link.backlinks import EntityKey, entities
from jinzai.link.catalogue import Commons, LinkedPlan, entity_name
from jinzai.model.base import Record
from jinzai.model.course import Course, Format
from jinzai.model.framework import FrameworkKind
from jinzai.model.kinds import KIND_NAMES
from jinzai.model.role import Role
from jinzai.publish.search import SearchRecord
from jinzai.render.page.areas import (
    COMPARE,
    DATA,
    FRAMEWORKS,
    GUIDE,
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
from jinzai.render.plan.step_links import NextStep, step_title, steps
from jinzai.render.words import wording

_LIST: Final = "ページ"
_COMPARISON: Final = "比較"
_STEP: Final = "次の段階"
_READINGS: Final = ("kana", "aliases", "short_title")
_TEXTS: Final = (
    "summary",
    "purpose",
    "audience",
    "definition",
    "description",
    "meaning",
    "text",
    "provider",
    "duties",
    "behaviours",
    "knowledge",
    "responsibilities",
    "goals",
    "steps",
    "examples",
    "problems",
)
"""The fields whose words can be found, the best ones for an excerpt first."""


def site_records(
    commons: Commons, guides: Iterable[Guide] = (), editing: bool = True
) -> Iterator[SearchRecord]:
    """The plans, the pages that compare them, their lists, the frameworks and their entries.

    The hand-written pages, given as `guides`, and the pages about editing come last. Without
    `editing`, the pages for editors are left out.

    Lists come before the things that they list, and so they also come first among equally good
    results.
    """
    for summary in commons.plans.values():
        plan = summary.plan
        kana = (plan.kana, plan.short_title, plan.issuer.name, plan.issuer.kana, plan.issuer.code)
        yield SearchRecord(
            f"{plan.id}/index.html",
            plan.title,
            KIND_NAMES["plan"],
            "",
            " ".join(word for word in kana if word),
            plain_text(plan.summary),
        )
    yield _page(PLANS)
    yield from _comparisons(commons)
    for plan_id, summary in commons.plans.items():
        for area in PLAN_AREAS[1:]:
            yield SearchRecord(
                plan_address(plan_id, area.page),
                area.title,
                _COMPARISON if area is STANDING else _LIST,
                summary.name,
                _joined(area.words, *old_words(area.page)),
                "",
            )
    yield _page(FRAMEWORKS)
    for framework in commons.frameworks:
        yield SearchRecord(
            framework_address(framework.id),
            framework.title,
            FRAMEWORKS.title,
            "",
            "",
            plain_text(framework.summary),
        )
        for entry in framework.entries:
            yield SearchRecord(
                entry_address(f"{framework.id}/{entry.id}"),
                entry.name,
                KIND_NAMES["entry"],
                "",
                entry.kana or "",
                plain_text(entry.definition),
            )
    for guide in guides:
        if editing or not is_for_editors(guide.address):
            yield _page(Area("", guide.address, guide.title))
    yield _page(DATA)
    if editing:
        yield from (_page(GUIDE), _page(RULES))


def _page(area: Area) -> SearchRecord:
    """A page above the plans."""
    words = _joined(area.words, *old_words(area.page))
    return SearchRecord(area.page, area.title, _LIST, "", words, "")


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _comparisons(commons: Commons) -> Iterator[SearchRecord]:
    """The pages that compare all plans, and the page of each class of roles.

    A class has such a page if one page can hold all plans.
    """
    yield SearchRecord(COMPARE.page, COMPARE.title, _COMPARISON, "", COMPARE.words, "")
    for one in COMPARISONS:
        words = _joined(COMPARE.words, one.words, *old_words(one.address))
        yield SearchRecord(one.address, one.title, _COMPARISON, "", words, one.question)
    for framework in commons.frameworks if are_few(len(commons.plans)) else ():
        if framework.kind is FrameworkKind.ROLE:
            for entry in framework.entries:
                yield SearchRecord(
                    class_address(f"{framework.id}/{entry.id}"),
                    f"{entry.name}に対応する役割を比べる",
                    _COMPARISON,
                    "",
                    " ".join(filter(None, (entry.kana, COMPARE.words))),
                    "",
                )


def plan_records(plan: LinkedPlan) -> Iterator[SearchRecord]:
    """The entities of a plan, the levels and next steps of its roles, in the order of its files."""
    name = plan.summary.name
    for key, entity in entities(plan.content):
        yield _record(plan.id, name, key, entity)
        if isinstance(entity, Role):
            for level in entity.levels:
                yield SearchRecord(
                    level_address(plan.id, entity.id, level.id),
                    f"{entity.name} {level.name}",
                    KIND_NAMES["level"],
                    name,
                    "",
                    _text([level.definition, *level.evidence]),
                )
            for step in steps(plan.id, entity):
                yield SearchRecord(
                    step.address,
                    _step_title(plan, entity, step),
                    _STEP,
                    name,
                    "",
                    "新しく身に付けるスキル、受ける研修、満たす条件",
                )


def _step_title(plan: LinkedPlan, role: Role, step: NextStep) -> str:
    """The name of a step, which names its role once."""
    title = step_title(plan, role, step)
    return title if title.startswith(role.name) else f"{role.name} {title}"


def _record(plan_id: str, plan_name: str, key: EntityKey, entity: object) -> SearchRecord:
    return SearchRecord(
        entity_address(plan_id, key.kind, key.id),
        entity_name(entity),
        KIND_NAMES[key.kind],
        plan_name,
        " ".join(_words(entity, _READINGS)),
        _text((*_words(entity, _TEXTS), *_formats(entity))),
    )


def _formats(entity: object) -> Iterator[str]:
    """The formats in which a course can be taken, as one text."""
    if isinstance(entity, Course):
        forms = (form for one in entity.deliveries for form in (one, *one.plus))
        found = dict.fromkeys(
            wording.word(form.format) for form in forms if form.format is not Format.UNDEFINED
        )
        if found:
            yield f"形式：{'・'.join(found)}"


def _words(entity: object, fields: Iterable[str]) -> Iterator[str]:
    """The texts in those of `fields` that the entity has. A list gives the texts of its items."""
    # By `vars`: asked for a field that it lacks, a model looks in many places before it says so.
    known = vars(entity)
    for field in fields:
        value = known.get(field)
        for item in value if isinstance(value, tuple) else (value,):
            text = vars(item).get("text") if isinstance(item, Record) else item
            if isinstance(text, str):
                yield text


def _text(parts: Iterable[str | None]) -> str:
    return " ".join(plain_text(part).replace("\n", " ") for part in parts if part)
