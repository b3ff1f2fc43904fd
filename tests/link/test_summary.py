"""What a plan is called beside others."""

from jinzai.link.summary import PlanSummary, told_apart
from tests.compare.made import summary


def _named(id: str, issuer: str, short: str | None = None) -> PlanSummary:
    made = summary(id)
    return made._replace(
        plan=made.plan.model_copy(
            update={
                "issuer": made.plan.issuer.model_copy(update={"name": issuer}),
                "short_title": short,
                "title": f"{issuer}の長い題の計画（{id}）",
            }
        )
    )


def _names(*plans: PlanSummary) -> list[str]:
    return [one.name for one in told_apart(plans)]


def test_a_plan_without_a_short_title_is_called_by_its_issuer() -> None:
    assert _names(_named("a", "甲市"), _named("b", "乙市", "乙")) == ["甲市", "乙"]


def test_plans_of_one_issuer_keep_their_titles() -> None:
    both = _names(_named("a", "甲市"), _named("b", "甲市"))
    assert both == ["甲市の長い題の計画（a）", "甲市の長い題の計画（b）"]


def test_an_issuer_whose_name_is_another_plans_short_title_tells_nothing() -> None:
    assert _names(_named("a", "甲市"), _named("b", "乙市", "甲市"))[0] == "甲市の長い題の計画（a）"


def test_one_plan_alone_cannot_know() -> None:
    assert _named("a", "甲市").name == "甲市の長い題の計画（a）"
