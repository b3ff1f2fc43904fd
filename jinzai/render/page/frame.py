"""From a maker's draft to the page that publish writes: body, navigation, crumbs.

This is the only module of render that knows publish's `Page`.
"""

from jinzai.link.address import plan_address
from jinzai.model.plan import Plan, Status
from jinzai.publish.page import Page
from jinzai.render.page.draft import Draft
from jinzai.render.page.navigation import (
    Navigation,
    crumbs_html,
    plan_lists,
    site_lists,
)
from jinzai.render.page.page_sections import PageSections
from jinzai.render.page.place import PageBasics, PlanContext, SiteContext
from jinzai.render.page.styles import styles_html
from jinzai.render.words import dates, phrases, wording


class SiteFrame:
    """Makes finished pages of the drafts above the plans."""

    def __init__(self, site: SiteContext) -> None:
        self._site = site
        self._navigation = Navigation(site_lists(site.commons, site.guides, site.editing))

    def page(self, draft: Draft) -> Page:
        """The finished page."""
        place = self._site.place(draft.address)
        upkeep = self._site.upkeep
        body = _body(self._site, draft)
        home = (place.to("index.html", "ホーム"),) if draft.address != "index.html" else ()
        return Page(
            address=draft.address,
            title=draft.title,
            description=draft.description,
            body=body,
            navigation=self._navigation.html(draft, place),
            crumbs=crumbs_html((*home, *draft.crumbs), draft.title) if home else "",
            edit=upkeep.edit(draft.file, draft.line) if draft.file else "",
            report=upkeep.report(draft.title, draft.address),
            styles=styles_html(draft.template, place),
        )


class PlanFrame:
    """Makes finished pages of one plan's drafts."""

    def __init__(self, context: PlanContext) -> None:
        self._context = context
        self._name = context.plan.summary.name
        self._edition = _edition(context.plan.plan)
        site = context.site
        self._navigation = Navigation(
            plan_lists(context.plan, self._name, site.guides, site.editing)
        )

    def page(self, draft: Draft) -> Page:
        """The finished page. Its `<title>` also names the plan."""
        context, plan = self._context, self._context.plan
        body = _body(context.site, draft, plan.plan.issuer.name)
        place = context.place(draft.address)
        above = [place.to("index.html", "ホーム")]
        overview = plan_address(plan.id)
        if draft.address != overview:
            above.append(place.to(overview, self._name))
        file = f"plans/{plan.id}/{draft.file}" if draft.file else ""
        title = draft.title if draft.address == overview else f"{draft.title}｜{self._name}"
        return Page(
            address=draft.address,
            title=title,
            description=draft.description,
            body=body,
            navigation=self._navigation.html(draft, place),
            crumbs=crumbs_html((*above, *draft.crumbs), draft.title),
            edit=context.site.upkeep.edit(file, draft.line) if file else "",
            report=context.site.upkeep.report(title, draft.address),
            edition=self._edition,
            styles=styles_html(draft.template, place),
        )


def _edition(plan: Plan) -> str:
    """The plan's title, status, edition and date, for the foot of a printed page."""
    status = wording.word(plan.status) if plan.status is not Status.ADOPTED else None
    published = f"{dates.date(plan.published)}公表" if plan.published else None
    return "　".join(part for part in (plan.title, status, plan.edition, published) if part)


def _body(site: PageBasics, draft: Draft, issuer: str = "") -> str:
    """The body. The name of `issuer` is never broken at the beginning of a title."""
    sections = PageSections(draft)
    return site.templates.render(
        draft.template,
        page=draft,
        whole=lambda text: phrases.whole(text, issuer),
        view=draft.view,
        heading=sections.heading,
        folded=sections.folded,
        nothing=sections.nothing,
        one_line=sections.one_line,
        unstated=sections.unstated,
        unread=sections.unread,
        aside=sections.aside,
        unstated_line=sections.unstated_line,
        jump_links=sections.jump_links,
        last_line=sections.last_line,
    )
