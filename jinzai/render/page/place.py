"""What a page maker works with: a plan or the site, and the place of its page.

A `PagePlace` writes the links and prose of one page. The contexts hold the data that pages share:
`SiteContext` for pages above the plans, `PlanContext` for the own pages of one plan,
`NeighbourContext` and `LookingContext` for the pages of a plan that also show other plans. This
module knows no kind of page.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from markupsafe import Markup

from jinzai.compare.among import PlanAmong
from jinzai.compare.comparison import Comparison, comparison, entries_of_kind
from jinzai.compare.neighbours import PlanNeighbours
from jinzai.compare.outline import PlanOutline
from jinzai.compare.profile import PlanProfile, profile
from jinzai.link.address import plan_address
from jinzai.link.catalogue import Commons, Entries, LinkedPlan
from jinzai.link.summary import PlanSummary
from jinzai.model.base import Basis, Source
from jinzai.model.framework import Framework, FrameworkKind
from jinzai.model.kinds import FileKind
from jinzai.model.plan import Placeholder
from jinzai.render.page.environment import Templates
from jinzai.render.page.links import Link, LinkBook, Links
from jinzai.render.page.markdown import CHAPTER_TOP, Compiler, Heading
from jinzai.render.page.plan_facts import PlanFacts
from jinzai.render.page.upkeep import NO_UPKEEP, Upkeep
from jinzai.render.words import amounts, wording
from jinzai.render.words.escaping import printed


class Guide(NamedTuple):
    """A hand-written page of the site, such as the editing guide.

    `text` is its Markdown without its title.
    """

    address: str
    title: str
    text: str = ""


class PageBasics:
    """What the pages of the site and of every plan stand on. It holds nothing of any plan.

    `frameworks` are those of content/, and `entries` their entries. `classes` and `areas` are the
    entries that sort roles and skills, as `framework/entry`, in declared order. `guides` are the
    hand-written pages that the site will have. `editing` says whether readers' pages link to those
    for editors.
    """

    def __init__(
        self,
        frameworks: tuple[Framework, ...],
        entries: Entries,
        templates: Templates,
        upkeep: Upkeep = NO_UPKEEP,
        guides: tuple[Guide, ...] = (),
        editing: bool = True,
    ) -> None:
        self.frameworks = frameworks
        self.entries = entries
        self.classes = entries_of_kind(frameworks, FrameworkKind.ROLE)
        self.areas = entries_of_kind(frameworks, FrameworkKind.SKILL)
        self.templates = templates
        self.upkeep = upkeep
        self.guides = guides
        self.editing = editing
        self.compiler = Compiler()


class SiteContext(PageBasics):
    """The data that all pages above the plans share.

    `changelog` is the text of CHANGELOG.md, or `""`. `compared` is the comparison of all plans. By
    default it has no plans.
    """

    def __init__(
        self,
        commons: Commons,
        templates: Templates,
        upkeep: Upkeep = NO_UPKEEP,
        guides: tuple[Guide, ...] = (),
        changelog: str = "",
        compared: Comparison | None = None,
        editing: bool = True,
    ) -> None:
        super().__init__(commons.frameworks, commons.entries, templates, upkeep, guides, editing)
        self.commons = commons
        self.compared = comparison(commons, ()) if compared is None else compared
        self.changelog = changelog
        names = {id: summary.name for id, summary in commons.plans.items()}
        self.book = LinkBook(commons.entries, names, None)

    def place(self, address: str) -> "PagePlace":
        """The place of a page above the plans."""
        return PagePlace(self.book.links(address), self.compiler, {})


class PlanContext:
    """The data of a plan's own pages. Of other plans it has only names.

    `names` has the name of the plan itself and of each plan that it names (`names_in`).
    """

    def __init__(self, site: PageBasics, plan: LinkedPlan, names: Mapping[str, str]) -> None:
        self.site = site
        self.plan = plan
        self.names = names
        self.facts = PlanFacts(plan)
        self.placeholders = {blank.id: blank for blank in plan.plan.placeholders}
        self._book = LinkBook(site.entries, names, plan)

    def address(self, page: str) -> str:
        """The address, from the site's root, of a page of the plan.

        `roles/index.html` gives `hirakata/roles/index.html` for the plan `hirakata`.
        """
        return plan_address(self.plan.id, page)

    def place(self, address: str) -> "PagePlace":
        """The place of a page of the plan. `address` is from the site's root."""
        return PagePlace(self._book.links(address), self.site.compiler, self.placeholders)

    def source(self, file: FileKind) -> str:
        """The name of one of the plan's files; empty if the plan does not have the file."""
        return file.file_name if self.plan.content.of_file(file) is not None else ""

    def line(self, kind: str, id: str) -> int:
        """The line on which an entity begins in its file of the plan; 0 if it is unknown."""
        return self.plan.lines.get((kind, id), 0)

    def table_name(self, table_id: str | None) -> str | None:
        """The name of one of the plan's tables of courses; None without a table."""
        return None if table_id is None else self.facts.tables.get(table_id)

    def level_name(self, role_id: str, level_id: str | None) -> str:
        """The name of a level of a role; `""` without a level."""
        return "" if level_id is None else self.plan.levels[role_id][level_id]

    def department_names(self, departments: Iterable[str]) -> str:
        """The names of departments: `各部局・デジタル関連部局`. Without departments, `""`."""
        return "・".join(self.facts.departments[id] for id in departments)


class NeighbourContext(PlanContext):
    """The data of pages that also show the plan's neighbours among the other plans.

    It shares everything with `own`, the context of the plan's own pages. `outline` is the plan as
    others see it.
    """

    def __init__(self, own: PlanContext, outline: PlanOutline, neighbours: PlanNeighbours) -> None:
        vars(self).update(vars(own))
        self.own = own
        self.outline = outline
        self.neighbours = neighbours


class LookingContext(NeighbourContext):
    """The data of the page that compares the plan with all others, and of all pages of the plan.

    `profile` is the plan itself. All that is known of other plans is `neighbours` and `among`,
    which follow from the outlines of these plans.
    """

    def __init__(
        self,
        own: PlanContext,
        outline: PlanOutline,
        neighbours: PlanNeighbours,
        profile: PlanProfile,
        among: PlanAmong,
    ) -> None:
        super().__init__(own, outline, neighbours)
        self.profile = profile
        self.among = among


class PlanSurroundings(NamedTuple):
    """What the pages of a plan show of other plans. It follows from the outlines of all plans.

    `outline` is the plan itself. The others are as in `PlanContext`, `NeighbourContext` and
    `LookingContext`.
    """

    outline: PlanOutline
    names: Mapping[str, str]
    neighbours: PlanNeighbours
    among: PlanAmong


def surroundings(
    compared: Comparison, plans: Mapping[str, PlanSummary], plan_id: str
) -> PlanSurroundings:
    """What the pages of one of the compared plans show of the others. `plans` are all plans."""
    outline = compared.outlines[plan_id]
    return PlanSurroundings(
        outline,
        names_in(outline, plans),
        compared.neighbours.of(outline),
        compared.among.of(outline),
    )


def names_in(plan: PlanOutline, plans: Mapping[str, PlanSummary]) -> Mapping[str, str]:
    """The names, by id, of a plan and of all plans that it names in fields and texts."""
    named = (plan.id, *plan.related, *plan.mentions)
    return {id: plans[id].name for id in named if id in plans}


def plan_context(site: SiteContext, plan: LinkedPlan) -> LookingContext:
    """The context of all pages of one plan. A plan that is not in the comparison is alone in it."""
    compared = site.compared
    if plan.id not in compared.plans:
        compared = comparison(site.commons, (profile(plan),))
    around = surroundings(compared, site.commons.plans, plan.id)
    return context_within(site, plan, compared.plans[plan.id], around)


def context_within(
    site: PageBasics, plan: LinkedPlan, profile: PlanProfile, around: PlanSurroundings
) -> LookingContext:
    """The context of all pages of a plan whose surroundings are known."""
    return LookingContext(
        PlanContext(site, plan, around.names),
        around.outline,
        around.neighbours,
        profile,
        around.among,
    )


class PagePlace:
    """The address of a page. It writes the page's links and prose."""

    __slots__ = ("_compiler", "_links", "_placeholders", "address")

    def __init__(
        self, links: Links, compiler: Compiler, placeholders: dict[str, Placeholder]
    ) -> None:
        self.address = links.page
        self._links = links
        self._compiler = compiler
        self._placeholders = placeholders

    def link(self, kind: str, id: str) -> Link:
        """The link to an entity of the plan, a plan, or a framework's entry."""
        return self._links.link(kind, id)

    def role(self, role_id: str, level_id: str | None = None) -> Link:
        """The link to a role or to one of its levels."""
        return self._links.role(role_id, level_id)

    def other(self, plan_id: str, kind: str, id: str, text: str) -> Link:
        """The link to an entity of any plan."""
        return self._links.other(plan_id, kind, id, text)

    def to(self, address: str, text: str) -> Link:
        """The link to any address of the site."""
        return Link(text, self._links.to(address))

    def href(self, address: str) -> str:
        """The relative link to any address of the site, without a text."""
        return self._links.to(address)

    def prose(self, text: str | None, top: int = 4) -> Markup:
        """Markdown as HTML blocks. Its highest heading is an `<h{top}>`. Empty for None."""
        return self._compiler.compile(text, top).block(self._opening) if text else Markup()

    def inline(self, text: str | None) -> Markup:
        """Markdown for a line or a list item: a single paragraph has no `<p>`. Empty for None."""
        return self._compiler.compile(text).inline(self._opening) if text else Markup()

    def items(self, texts: Iterable[str]) -> tuple[Markup, ...]:
        """The texts, each as `inline` gives it."""
        return tuple(self.inline(text) for text in texts)

    def chapter(self, text: str) -> tuple[Markup, tuple[Heading, ...]]:
        """The text of a chapter as HTML, and its headings with their anchors."""
        prose = self._compiler.compile(text, CHAPTER_TOP)
        return prose.block(self._opening), prose.headings

    def value(self, value: amounts.Value) -> amounts.Value:
        """A number of the plan as a template prints it. A blank gets its explanation and a link."""
        blanks = self._placeholders.values()
        return amounts.explained(value, blanks, lambda one: self._links.href("placeholder", one))

    def _opening(self, kind: str, id: str) -> str:
        href = printed(self._links.href(kind, id))
        if kind == "placeholder":
            hint = printed(amounts.hint(self._placeholders[id]))
            return f'<a class="jz-blank" href="{href}" title="{hint}">'
        return f'<a href="{href}">'


def source_text(where: Source | None) -> str:
    """The 出典 of an entity as text, or `""`."""
    return wording.source(where) if where is not None else ""


def all_inferred(links: Iterable[tuple[Link, bool]]) -> bool:
    """Whether there are at least two links and each is inferred.

    Then one sign says it for all of them.
    """
    inferred = [is_guess for _, is_guess in links]
    return len(inferred) > 1 and all(inferred)


def is_inferred(*bases: Basis) -> bool:
    """Whether at least one of the bases is `inferred`."""
    return Basis.INFERRED in bases
