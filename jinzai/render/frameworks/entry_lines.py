"""What the page of a framework's entry shows of one plan: its lines and its counts.

They follow from the plan alone, so they can be made where its own pages are made. They are printed
once, so that their sizes are known before other modules put them on pages.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.compare.evidence import NO_EVIDENCE
from jinzai.compare.profile import PlanProfile
from jinzai.link.address import entry_address
from jinzai.link.summary import MappedEntity, PlanMention, PlanSummary, UnmappedEntity
from jinzai.model.framework import FrameworkKind
from jinzai.model.kinds import KIND_NAMES
from jinzai.model.strength import Strength
from jinzai.render.page.concerned import concerned
from jinzai.render.page.evidence import weak_evidence
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext, is_inferred
from jinzai.render.page.room import cut
from jinzai.render.words import wording

_MACROS: Final = "frameworks/mapping.html"


class Mapped(NamedTuple):
    """A role, a skill or a level of a plan under the entry."""

    link: Link
    relation: str
    inferred: bool
    note: str


class EntryList(Enum):
    """The lists of an entry's page in their order, by the anchors of their sections."""

    PLANS = "plans"
    ASKED = "asked"
    SAID = "said"
    TAUGHT = "taught"
    WITHOUT = "without"
    AWAITING = "awaiting"
    MENTIONS = "mentions"


class PrintedLine(NamedTuple):
    """A printed line about one plan, or a part of it if one page cannot hold all of it."""

    list: EntryList
    html: Markup


class EntryLines(NamedTuple):
    """The printed lines of an entry, in the sections of its page.

    `asked`, `said` and `taught` are empty unless the entry is an area of skills.
    """

    plans: tuple[Markup, ...]
    asked: tuple[Markup, ...]
    said: tuple[Markup, ...]
    taught: tuple[Markup, ...]
    without: tuple[Markup, ...]
    awaiting: tuple[Markup, ...]
    mentions: tuple[Markup, ...]


class EntryCounts(NamedTuple):
    """The numbers of plans with entities under the entry, without them, and with mentions of it.

    Of an area of skills also those whose tables ask for it, whose texts say it, and that only teach
    it. Then `without` counts only plans without any evidence. `awaiting` counts the plans with
    nothing under the entry that have roles or skills that nobody has mapped.
    """

    plans: int
    asked: int
    said: int
    taught: int
    without: int
    awaiting: int
    mentions: int


NO_COUNTS: Final = EntryCounts(0, 0, 0, 0, 0, 0, 0)


class PlanUnderEntry(NamedTuple):
    """What the page of an entry shows of one plan.

    `counts` has 1 for each list that the plan is in, else 0. `entities` is how many roles, skills
    or levels of the plan are mapped to the entry.
    """

    lines: tuple[PrintedLine, ...]
    counts: EntryCounts
    entities: int


def under_entry(site: SiteContext, plan: PlanProfile, key: str) -> PlanUnderEntry:
    """What the page of the entry `framework/entry` shows of a plan."""
    place = site.place(entry_address(key))
    return PlanUnderEntry(
        tuple(_lines_of(site, place, plan, key)),
        _counts(site, plan, key),
        len(plan.summary.entries.get(key, ())),
    )


def total(counts: Iterable[EntryCounts]) -> EntryCounts:
    """The sum of the counts of plans."""
    return EntryCounts(*map(sum, zip(*(NO_COUNTS, *counts), strict=True)))


def _lines_of(
    site: SiteContext, place: PagePlace, profile: PlanProfile, key: str
) -> Iterator[PrintedLine]:
    plan = profile.summary
    link = place.link("plan", plan.id)
    if mapped := plan.entries.get(key):
        row, rows_of_plan = (
            site.templates.macro(_MACROS, name) for name in ("row", "rows_of_plan")
        )
        rows = (row(_mapped(place, one)) for one in mapped)
        for part in cut(rows, lambda printed: (printed,)):
            html = rows_of_plan(link, plan.plan.issuer.name, part)
            yield PrintedLine(EntryList.PLANS, html)
    if key in site.areas:
        yield from _evidence_lines(site, place, profile, key)
    if _lacks(site, profile, key):
        yield PrintedLine(
            EntryList.WITHOUT,
            site.templates.macro(_MACROS, "point")(link, concerned(place, plan, key)),
        )
    if waiting := _awaiting(site, profile, key):
        links = (place.other(plan.id, one.kind, one.id, one.name) for one in waiting)
        yield PrintedLine(
            EntryList.AWAITING, site.templates.macro(_MACROS, "asking")(link, tuple(links))
        )
    if naming := _naming(site, profile, key):
        found = tuple(_named(place, plan, naming))
        yield PrintedLine(
            EntryList.MENTIONS, site.templates.macro(_MACROS, "mentioning")(link, found)
        )


def _evidence_lines(
    site: SiteContext, place: PagePlace, plan: PlanProfile, area: str
) -> Iterator[PrintedLine]:
    """Who asks for an area, says it, and only teaches it, each in its own list."""
    link = place.link("plan", plan.id)
    roles = tuple(
        place.other(plan.id, "role", role.id, role.role.name)
        for role in plan.roles.values()
        if area in role.areas
    )
    asking, weak = (site.templates.macro(_MACROS, name) for name in ("asking", "evidence"))
    if roles:
        yield PrintedLine(EntryList.ASKED, asking(link, roles))
    found = plan.evidence.get(area, NO_EVIDENCE)
    if said := weak_evidence(place, plan, found.said, ()):
        yield PrintedLine(EntryList.SAID, weak(link, said))
    if plan.strength(area) is Strength.TAUGHT and (
        taught := weak_evidence(place, plan, (), found.taught)
    ):
        yield PrintedLine(EntryList.TAUGHT, weak(link, taught))


def _lacks(site: SiteContext, plan: PlanProfile, key: str) -> bool:
    """Whether a plan has nothing under an entry: for an area of skills, nothing at all."""
    if key in site.areas:
        return plan.is_silent_on(key)
    return key not in plan.summary.entries and not plan.summary.awaiting("role")


def _awaiting(site: SiteContext, plan: PlanProfile, key: str) -> tuple[UnmappedEntity, ...]:
    """What nobody has mapped in a plan that has nothing else under an entry."""
    is_area = key in site.areas
    if key in plan.summary.entries or (
        is_area and (plan.names(key) or plan.strength(key) is not Strength.NOTHING)
    ):
        return ()
    return plan.summary.awaiting("skill" if is_area else "role")


def sorted_out(lines: Iterable[PrintedLine]) -> EntryLines:
    """The lines by section, in their order."""
    every = tuple(lines)
    return EntryLines(
        *(tuple(line.html for line in every if line.list is which) for which in EntryList)
    )


def _counts(site: SiteContext, plan: PlanProfile, key: str) -> EntryCounts:
    """1 for each section of the entry's page that the plan belongs in, else 0."""
    is_area = key in site.areas
    strength = plan.strength(key) if is_area else Strength.NOTHING
    said = is_area and bool(plan.evidence.get(key, NO_EVIDENCE).said)
    found = (
        key in plan.summary.entries,
        strength is Strength.ASKED,
        said,
        strength is Strength.TAUGHT,
        _lacks(site, plan, key),
        bool(_awaiting(site, plan, key)),
        bool(_naming(site, plan, key)),
    )
    return EntryCounts(*map(int, found))


def _naming(site: SiteContext, plan: PlanProfile, key: str) -> tuple[PlanMention, ...]:
    """What in a plan names the entry, without what stands beside a plan that lacks a role."""
    summary = plan.summary
    concerning = summary.concerned.get(key, ()) if _lacks(site, plan, key) else ()
    beside = {(one.kind, one.id) for one in concerning}
    mentions = summary.entry_mentions.get(key, ())
    return tuple(one for one in mentions if (one.kind, one.id) not in beside)


def _named(
    place: PagePlace, plan: PlanSummary, naming: Iterable[PlanMention]
) -> Iterator[tuple[Link, str]]:
    """What in a plan names the entry, each with the kind of thing that it is."""
    for one in naming:
        is_plan = one.kind == "plan"
        here = None if is_plan else place.other(plan.id, one.kind, one.id, one.name)
        yield here or place.link("plan", plan.id), KIND_NAMES[one.kind]


def _mapped(place: PagePlace, entity: MappedEntity) -> Mapped:
    return Mapped(
        place.other(entity.plan_id, entity.kind, entity.id, entity.name),
        wording.relation_to(FrameworkKind(entity.kind), entity.relation),
        is_inferred(entity.basis),
        entity.note or "",
    )
