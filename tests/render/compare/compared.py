"""Small plans to compare, with two areas and two classes, and the pages that compare them."""

from collections.abc import Mapping
from typing import Any, Final

from jinzai.model.content import PlanContent
from jinzai.publish.page import Page
from jinzai.render.compare import plan_compare
from jinzai.render.page.frame import PlanFrame
from jinzai.render.page.place import SiteContext, plan_context
from tests.render.sample_plans import linked, plan, site

AREAS: Final = {
    "id": "areas",
    "title": "領域",
    "kind": "skill",
    "summary": "領域。",
    "entries": [
        {"id": "bpr", "name": "業務改革", "definition": "直す力。", "origin": "ours"},
        {"id": "data", "name": "データ", "definition": "読む力。", "origin": "ours"},
    ],
}
CLASSES: Final = {
    "id": "classes",
    "title": "区分",
    "kind": "role",
    "summary": "区分。",
    "entries": [
        {"id": "leader", "name": "リーダーの区分", "definition": "率いる人。", "origin": "ours"},
        {"id": "staff", "name": "職員の区分", "definition": "働く人。", "origin": "ours"},
    ],
}


def skill(id: str, name: str, *areas: tuple[str, str], **more: Any) -> dict[str, Any]:
    """A skill, with the areas that it is mapped to and how."""
    links = [{"entry": f"areas/{area}", "relation": how} for area, how in areas]
    return {"id": id, "name": name, "areas": links, **more}


def role(id: str, name: str, *classes: tuple[str, str], **more: Any) -> dict[str, Any]:
    """A role, with the classes that it is mapped to and how."""
    links = [{"entry": f"classes/{one}", "relation": how} for one, how in classes]
    return {"id": id, "name": name, "classes": links, **more}


def city(
    id: str,
    *roles: Mapping[str, Any],
    skills: tuple[Mapping[str, Any], ...] = (),
    marks: Mapping[str, Mapping[str, str]] | None = None,
    facts: Mapping[str, Any] | None = None,
    **files: Mapping[str, Any],
) -> PlanContent:
    """A plan named after its id. `marks` say for each skill which role has which mark."""
    if skills:
        files["skills"] = {"skills": skills}
    if marks:
        legend = [
            {"mark": "●", "requirement": "required", "label": "必須"},
            {"mark": "★", "requirement": "conditional", "label": "場合による"},
        ]
        columns = [{"id": one["id"], "role": one["id"]} for one in roles]
        rows = [{"skill": name, "marks": cells} for name, cells in marks.items()]
        matrix = {"id": "m", "name": "表", "legend": legend, "columns": columns, "rows": rows}
        files["matrix"] = {"matrices": [matrix]}
    if roles:
        files["roles"] = {"roles": roles}
    issuer = {"name": f"{id}市"}
    named = {"id": id, "short_title": f"{id}市", "issuer": issuer, **(facts or {})}
    return plan(named, (), **files)


def sites(*plans: PlanContent) -> SiteContext:
    """The plans side by side."""
    return site(*plans, frameworks=(AREAS, CLASSES))


def standing(content: PlanContent, *others: PlanContent) -> Page:
    """The page that compares a plan with others."""
    context = plan_context(sites(content, *others), linked(content))
    (draft,) = plan_compare.pages(context)
    return PlanFrame(context).page(draft)
