"""What the checks find in a plan that a test wrote as plain values."""

import json
from itertools import chain

from jinzai.check.check import judge_plan
from jinzai.check.index import PlanIndex, site_index
from jinzai.check.suppress import JudgedFinding
from jinzai.load.one_file import load_document
from jinzai.model.content import PlanContent
from jinzai.model.kinds import PLAN_FILES
from jinzai.parse.parse import parse

_KINDS = {kind.name: kind for kind in PLAN_FILES}


def judged(content: PlanContent) -> tuple[JudgedFinding, ...]:
    """The findings of a plan without its chapters, as they are after loading its files."""
    plan_id = content.plan.id
    loaded = [
        load_document(
            f"content/plans/{plan_id}/{name}.yaml",
            _KINDS[name],
            plan_id,
            json.dumps(record.model_dump(mode="json", exclude_none=True), ensure_ascii=False),
        )
        for name, record in content.files()
        if name in _KINDS
    ]
    assert [one.findings for one in loaded if one.findings] == []
    parsed = parse(tuple(chain.from_iterable(one.documents for one in loaded)))
    assert parsed.findings == ()
    site = site_index(parsed.plans, parsed.frameworks)
    return judge_plan(PlanIndex(plan_id, parsed.plans[plan_id], site))
