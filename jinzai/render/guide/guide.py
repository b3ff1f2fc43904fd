"""The editing guide: a page for each kind of file with all its fields, and the list of these pages.

The facts about a field come from the model's schema. The hand-written page content/pages/editing.md
explains how to edit. The list links to it if the site has it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from jinzai.findings.registry import RULES
from jinzai.link.address import GUIDE_PAGE, guide_address, rule_address
from jinzai.model.kinds import (
    CHAPTER,
    FILE_KINDS,
    FRAMEWORK,
    KIND_NAMES,
    PLAN_FILES,
    SYNONYMS,
    FileKind,
)
from jinzai.render.guide.fields import FIELDS, Field, FieldGroup, shapes
from jinzai.render.guide.outline import front_matter_outline, outline
from jinzai.render.guide.rules_of_fields import rules_about
from jinzai.render.page import areas
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext

INTRODUCTION: Final = "editing.html"
"""The address of the hand-written page on editing."""

# Where the ids of each kind of entity are given: kind of file and group of fields.
_DEFINED: Final[Mapping[str, tuple[str, str]]] = {
    **{
        kind: (file.name, f"{FIELDS}-{collection}")
        for file in (*PLAN_FILES, FRAMEWORK)
        for collection, kind in reversed(file.collections.items())
    },
    **{kind.itself.id: (kind.name, f"{FIELDS}-id") for kind in FILE_KINDS if kind.itself},
    **{inner.id: (kind.name, f"{inner.id}-id") for kind in FILE_KINDS for inner in kind.within},
}
# What is no key of a chapter's file though the schema has it.
_CHAPTER_NOTES: Final[Mapping[str, str]] = {
    "id": "ファイルの名前から決まります。ファイルの中には書きません。",
    "text": "2つ目の「---」の次の行から書きます。項目名は書きません。",
}


class FileLine(NamedTuple):
    """A kind of file in the list."""

    link: Link
    title: str
    holds: str
    required: int
    fields: int


class GuideIndexView(NamedTuple):
    """The list. `introduction` and `rules` link to the other pages of the guide."""

    introduction: Link | None
    rules: Link
    files: tuple[FileLine, ...]


class FieldView(NamedTuple):
    """A field as the page prints it.

    `below` links to the groups of fields in it. `target` links to the field that defines the ids
    which it takes. `note` says what is different in this kind of file.
    """

    field: Field
    below: tuple[Link, ...]
    target: Link | None
    note: str


class ShapeView(NamedTuple):
    """A group of fields. `spots` links to the fields that the group stands below."""

    anchor: str
    fields: tuple[FieldView, ...]
    spots: tuple[Link, ...]


class FileRuleLine(NamedTuple):
    """A rule about the kind of file."""

    link: Link
    code: str


class KindView(NamedTuple):
    """The guide to one kind of file. `name` is the files' name, and `place` their path."""

    name: str
    place: str
    holds: str
    outline: str
    shapes: tuple[ShapeView, ...]
    rules: tuple[FileRuleLine, ...]


def pages(site: SiteContext) -> Iterator[Draft]:
    """The list, then a page for each kind of file."""
    place = site.place(GUIDE_PAGE)
    yield Draft.of_area(
        place,
        areas.GUIDE,
        kicker="計画を編集する",
        description="計画のファイルの種類と、それぞれに書ける項目の一覧。",
        template="guide/guide.html",
        view=GuideIndexView(
            introduction(site, place),
            place.to(areas.RULES.page, areas.RULES.title),
            tuple(_line(place, kind) for kind in FILE_KINDS),
        ),
        sections=(Section("files", "ファイルの種類"), Section("reading", "項目の読み方")),
    )
    for kind in FILE_KINDS:
        yield _page(site, kind)


def introduction(site: SiteContext, place: PagePlace) -> Link | None:
    """The link to the hand-written page on editing; None if the site does not have it."""
    for guide in site.guides:
        if guide.address == INTRODUCTION:
            return place.to(guide.address, guide.title)
    return None


def file_name(kind: FileKind) -> str:
    """The name of the files of a kind: `roles.yaml`, `chapters/（id）.md`."""
    if kind is CHAPTER:
        return "chapters/（id）.md"
    return "frameworks/（id）.yaml" if kind is FRAMEWORK else kind.file_name


def _line(place: PagePlace, kind: FileKind) -> FileLine:
    fields = [field for shape in shapes(kind) for field in shape.fields]
    return FileLine(
        place.to(guide_address(kind.name), file_name(kind)),
        kind.title,
        kind.holds,
        sum(field.is_required for field in fields),
        len(fields),
    )


def _page(site: SiteContext, kind: FileKind) -> Draft:
    place = site.place(guide_address(kind.name))
    found = shapes(kind)
    groups = {shape.anchor: shape.title for shape in found}
    name = file_name(kind)
    folder = "content" if kind in (FRAMEWORK, SYNONYMS) else "content/plans/（計画）"
    draft = Draft.below(
        place,
        areas.GUIDE,
        title=f"{name}（{kind.title}）の書き方",
        description=f"{name} に書ける項目。{kind.holds}。",
        template="guide/kind.html",
        view=KindView(
            name,
            f"{folder}/{name}",
            kind.holds,
            front_matter_outline(found) if kind is CHAPTER else outline(found, kind.collections),
            tuple(_shape(place, kind, shape, groups) for shape in found),
            tuple(
                FileRuleLine(place.to(rule_address(code), RULES[code].title), code)
                for code in rules_about(kind.name)
            ),
        ),
        sections=(
            Section("sample", "全体の形"),
            *(Section(shape.anchor, _heading(shape)) for shape in found),
            Section("rules", "このファイルで出るエラーと警告"),
        ),
    )
    files = (place.to(guide_address(other.name), file_name(other)) for other in FILE_KINDS)
    return draft._replace(siblings=tuple(files))


def _heading(shape: FieldGroup) -> str:
    """The heading of a group: `受け方（deliveries）`.

    Groups with the same title have different keys.
    """
    if not shape.spots:
        return "一番外側の項目"
    return f"{shape.title}（{'、'.join(dict.fromkeys(spot.key for spot in shape.spots))}）"


def _shape(
    place: PagePlace, kind: FileKind, shape: FieldGroup, groups: Mapping[str, str]
) -> ShapeView:
    return ShapeView(
        shape.anchor,
        tuple(_field(place, kind, field, groups) for field in shape.fields),
        tuple(
            Link(f"{spot.group}の {spot.key}" if spot.group else spot.key, f"#{spot.anchor}")
            for spot in shape.spots
        ),
    )


def _field(place: PagePlace, kind: FileKind, field: Field, groups: Mapping[str, str]) -> FieldView:
    return FieldView(
        field,
        tuple(Link(groups[anchor], f"#{anchor}") for anchor in field.shapes),
        _target(place, field.reference) if field.reference else None,
        _CHAPTER_NOTES.get(field.key, "") if kind is CHAPTER and _is_outermost(field) else "",
    )


def _is_outermost(field: Field) -> bool:
    return field.anchor.startswith(f"{FIELDS}-")


def _target(place: PagePlace, reference: str) -> Link:
    file, anchor = _DEFINED[reference]
    name = next(file_name(kind) for kind in FILE_KINDS if kind.name == file)
    word = KIND_NAMES[reference]
    return place.to(f"{guide_address(file)}#{anchor}", f"{word}（{name}）")


def field_link(place: PagePlace, file_kind: str, anchor: str) -> Link:
    """The link to a field: `courses.yaml の teaches`. Without an anchor, to its kind of file.

    Raises StopIteration for an unknown kind of file or an unknown field.
    """
    kind = next(one for one in FILE_KINDS if one.name == file_kind)
    name = file_name(kind)
    if not anchor:
        return place.to(guide_address(file_kind), name)
    field = _named(shapes(kind), anchor)
    return place.to(f"{guide_address(file_kind)}#{anchor}", f"{name} の {field.key}")


def _named(found: Iterable[FieldGroup], anchor: str) -> Field:
    return next(field for shape in found for field in shape.fields if field.anchor == anchor)
