"""A small framework of classes, and two plans: one maps roles to it, the other has no roles."""

from jinzai.render.page.place import Guide, SiteContext
from tests.render.sample_plans import plan, site

CLASSES = {
    "id": "role-classes",
    "title": "役割の区分",
    "kind": "role",
    "summary": "比べるための区分。",
    "entries": [
        {"id": "leader", "name": "リーダー", "definition": "中心の職員。", "origin": "guideline"},
        {"id": "expert", "name": "専門家", "definition": "助言する人。", "origin": "ours"},
    ],
}


def context(*guides: Guide) -> SiteContext:
    mapped = {
        "entry": "role-classes/leader",
        "relation": "narrow",
        "basis": "inferred",
        "note": "役割の説明から",
    }
    first = plan(
        roles={
            "roles": [
                {"id": "promoter", "name": "推進員", "classes": [mapped]},
                {"id": "other", "name": "その他", "unmapped": "[推進員](role:promoter)と違う。"},
            ]
        }
    )
    return site(
        first, plan({"id": "empty", "title": "別の計画"}), frameworks=[CLASSES], guides=guides
    )
