"""The prose of a plan: a page for each chapter, and their list."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.address import entity_address
from jinzai.model import kinds
from jinzai.model.chapter import Chapter
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.links import Link
from jinzai.render.page.navigation import MOST_BESIDE
from jinzai.render.page.place import PlanContext, source_text


@dataclass(frozen=True, slots=True)
class ChapterView:
    """One chapter. `previous` and `next` are None at the ends."""

    body: Markup
    entity: EntityView
    previous: Link | None
    next: Link | None
    index: str


class Line(NamedTuple):
    """A chapter in the list."""

    link: Link
    source: str
    headings: tuple[Link, ...]


class ChapterIndexView(NamedTuple):
    """The list of chapters, in the plan's order."""

    chapters: tuple[Line, ...]


def pages(context: PlanContext) -> Iterator[Draft]:
    """The page with the list, then a page for each chapter, in the plan's order."""
    chapters = sorted(
        context.plan.content.chapters, key=lambda chapter: (chapter.order, chapter.id)
    )
    yield _list(context, chapters)
    for number, chapter in enumerate(chapters):
        before = chapters[number - 1] if number else None
        after = chapters[number + 1] if number + 1 < len(chapters) else None
        yield _chapter(context, chapter, before, after, is_listed=len(chapters) <= MOST_BESIDE)


def _list(context: PlanContext, chapters: list[Chapter]) -> Draft:
    place = context.place(context.address(kinds.CHAPTER.page))
    lines = []
    for chapter in chapters:
        link = place.link("chapter", chapter.id)
        headings = place.chapter(chapter.text)[1]
        lines.append(
            Line(
                link,
                source_text(chapter.source),
                tuple(
                    Link(heading.title, f"{link.href}#{heading.anchor}")
                    for heading in headings
                    if heading.level == 2
                ),
            )
        )
    return Draft.of_file(
        context,
        place,
        kinds.CHAPTER,
        description="の本文の要点を、章ごとに載せています。",
        view=ChapterIndexView(tuple(lines)),
        sections=(Section("chapters", kinds.CHAPTER.title),),
    )


def _chapter(
    context: PlanContext,
    chapter: Chapter,
    before: Chapter | None,
    after: Chapter | None,
    *,
    is_listed: bool,
) -> Draft:
    """A chapter's page; `is_listed` says whether the navigation names it."""
    plan = context.plan
    place = context.place(entity_address(plan.id, "chapter", chapter.id))
    body, headings = place.chapter(chapter.text)
    draft = Draft.of_entity(
        context,
        place,
        kinds.CHAPTER_KIND,
        chapter.id,
        title=chapter.title,
        description=f"の「{chapter.title}」の要点。",
        view=ChapterView(
            body,
            entity(context, place, kinds.CHAPTER_KIND, chapter),
            place.link("chapter", before.id) if before else None,
            place.link("chapter", after.id) if after else None,
            place.href(context.address(kinds.CHAPTER.page)),
        ),
        sections=(
            *(Section(h.anchor, h.title) for h in headings if h.level == 2),
            Section("mentions", "関連するページ"),
        ),
    )
    return draft._replace(area=f"chapters/{chapter.id}.html") if is_listed else draft
