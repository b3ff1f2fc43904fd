"""The style sheets that a page loads besides base.css and frame.css.

This module owns this one fact for each template. A sheet has the name of the wing that it is for,
or of the parts of pages that it styles. The sheets are in templates/theme/assets/jinzai/. The
styles of most pages are in base.css; the frame loads it, and its own frame.css.
"""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from jinzai.render.page.place import PagePlace
from jinzai.render.words.escaping import printed

OF_WING: Final[Mapping[str, tuple[str, ...]]] = {
    "compare": ("compare-choosing",),
    "frameworks": (),
    "guide": ("guide",),
    "plan": ("plan",),
    "site": (),
}
"""The style sheets of a wing's pages, unless `OF_TEMPLATE` has the page's template."""

OF_TEMPLATE: Final[Mapping[str, tuple[str, ...]]] = {
    "compare/class.html": ("compare-choosing", "compare-beside"),
    "compare/detail.html": ("compare-choosing", "compare-beside"),
    "compare/index.html": ("page-cards", "page-tables", "page-indexes"),
    "compare/learning.html": ("page-tables", "compare-choosing", "compare-charts"),
    "compare/plan_compare.html": ("compare-charts",),
    "compare/roles.html": ("compare-choosing", "compare-beside"),
    "compare/skills.html": ("compare-choosing", "compare-charts"),
    "compare/targets.html": ("page-targets", "page-tables", "compare-choosing", "compare-charts"),
    "frameworks/index.html": ("page-cards",),
    "plan/check_report.html": ("plan", "plan-check"),
    "plan/course_index.html": ("plan", "page-tables", "page-indexes"),
    "plan/curriculum.html": ("plan", "plan-route", "plan-learning", "plan-sheet"),
    "plan/curriculum_index.html": ("plan", "plan-route", "page-tables", "page-indexes"),
    "plan/glossary.html": ("plan", "plan-items"),
    "plan/matrix.html": ("plan", "plan-matrix", "page-tables"),
    "plan/organisation.html": ("plan", "plan-items"),
    "plan/overview.html": ("plan", "page-tables", "plan-items", "plan-overview"),
    "plan/practice.html": ("plan", "plan-items"),
    "plan/next_step.html": ("plan", "plan-route", "plan-role", "plan-sheet"),
    "plan/role.html": ("plan", "plan-route", "plan-role", "plan-sheet"),
    "plan/role_index.html": ("plan", "page-tables", "page-indexes"),
    "plan/schedule.html": ("plan", "plan-items", "plan-schedule"),
    "plan/skill_index.html": ("plan", "page-tables", "page-indexes"),
    "plan/targets.html": ("plan", "plan-items", "page-targets"),
    "site/home.html": ("page-tables", "site-plans"),
    "site/own_roles.html": ("page-tables", "site-own-roles"),
    "site/plan_data.html": ("plan",),
    "site/plans.html": ("page-tables", "site-plans"),
    "site/search.html": ("site-search",),
}


def styles(template: str) -> tuple[str, ...]:
    """The names of the style sheets for a page that `template` writes, in the order of loading.

    `template` is a path below templates/, such as `plan/role.html`. Raises `KeyError` for a folder
    that is no wing.
    """
    own = OF_TEMPLATE.get(template)
    return OF_WING[template.partition("/")[0]] if own is None else own


def styles_html(template: str, place: PagePlace) -> Markup:
    """A `<link>` for each style sheet of a page; empty if it needs no more than the frame loads."""
    hrefs = (place.href(f"assets/jinzai/{name}.css") for name in styles(template))
    return Markup("\n".join(f'<link rel="stylesheet" href="{printed(href)}">' for href in hrefs))
