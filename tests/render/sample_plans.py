"""Small plans written as plain values, and the pages made of them."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinzai.compare.comparison import comparison
from jinzai.compare.profile import profile
from jinzai.link.catalogue import LinkedPlan, framework_entries, link_commons, link_plan
from jinzai.model.chapter import Chapter
from jinzai.model.content import FrameworkContent, PlanContent
from jinzai.model.framework import Framework
from jinzai.model.kinds import PLAN_FILES
from jinzai.publish.page import Page
from jinzai.render.page.environment import Templates
from jinzai.render.page.frame import PlanFrame, SiteFrame
from jinzai.render.page.place import Guide, SiteContext, plan_context
from jinzai.render.registry import PlanPages, SitePages

TEMPLATES = Templates(Path(__file__).resolve().parents[2] / "templates")

_PLAN = {
    "id": "sample",
    "title": "見本の計画",
    "issuer": {"name": "見本市"},
    "status": "adopted",
    "summary": "見本である。",
}
_MODELS = {kind.name: kind.model for kind in PLAN_FILES}


def plan(
    facts: Mapping[str, Any] | None = None,
    chapters: Iterable[Mapping[str, Any]] = (),
    **files: Mapping[str, Any],
) -> PlanContent:
    """A plan with `facts` in plan.yaml and the other files as named."""
    records: dict[str, Any] = {
        f"{name}_file": _MODELS[name].model_validate(value) for name, value in files.items()
    }
    return PlanContent(
        plan=_MODELS["plan"].model_validate({**_PLAN, **(facts or {})}),  # type: ignore[arg-type]
        chapters=tuple(Chapter.model_validate(chapter) for chapter in chapters),
        **records,
    )


def site(
    *plans: PlanContent,
    frameworks: Iterable[Mapping[str, Any]] = (),
    guides: tuple[Guide, ...] = (),
    changelog: str = "",
) -> SiteContext:
    """What the pages above the plans may look at."""
    content = FrameworkContent(tuple(Framework.model_validate(one) for one in frameworks))
    every = [link_plan(plan, entries=framework_entries(content)) for plan in plans]
    commons = link_commons(content, (plan.summary for plan in every))
    told = (plan._replace(summary=commons.plans[plan.id]) for plan in every)
    compared = comparison(commons, map(profile, told))
    return SiteContext(commons, TEMPLATES, guides=guides, changelog=changelog, compared=compared)


def plan_pages(maker: PlanPages, content: PlanContent, *others: PlanContent) -> dict[str, Page]:
    """The pages of one kind of one plan by their addresses; `others` are in the catalogue too."""
    context = plan_context(site(content, *others), linked(content))
    frame = PlanFrame(context)
    return {draft.address: frame.page(draft) for draft in maker(context)}


def plan_page(maker: PlanPages, content: PlanContent, *others: PlanContent) -> str:
    """The body of the only page of a kind."""
    (page,) = plan_pages(maker, content, *others).values()
    return page.body


def site_pages(maker: SitePages, context: SiteContext) -> dict[str, Page]:
    """The pages of one kind above the plans by their addresses."""
    frame = SiteFrame(context)
    return {draft.address: frame.page(draft) for draft in maker(context)}


def linked(content: PlanContent) -> LinkedPlan:
    """The plan with its references resolved."""
    return link_plan(content)


def words(html: str) -> str:
    """What a reader sees, without tags and without spaces."""
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", html))


def ids(html: str) -> list[str]:
    """All ids of a page, in order."""
    return re.findall(r'\sid="([^"]*)"', html)


def element(html: str, id: str) -> str:
    """The HTML from the element with an id to the next element with one."""
    start = html.index(f'id="{id}"')
    end = re.search(r'<\w+[^>]*\sid="', html[start:])
    return html[start : start + end.start()] if end else html[start:]


def unstated(html: str) -> list[str]:
    """The anchors of the sections that a page names as not stated, in its line at the top."""
    line = html[html.index('<p class="jz-absent">') :]
    return re.findall(r'<span id="([a-z-]+)">', line[: line.index("</p>")])


def section(html: str, id: str) -> str:
    """The HTML from the `<h2>` with an id to the next `<h2>`, elements with ids included."""
    text = html[html.index(f'<h2 id="{id}"') :]
    end = text.find("<h2", 1)
    return text[:end] if end > 0 else text
