"""What a plan is called beside others."""

from jinzai.link.summary import PlanSummary, told_apart
from tests.compare.made import summary


def _named(
    id: str, issuer: str, short: str | None = None, prefecture: str | None = None
) -> PlanSummary:
    made = summary(id)
    return made._replace(
        plan=made.plan.model_copy(
            update={
                "issuer": made.plan.issuer.model_copy(
                    update={"name": issuer, "prefecture": prefecture}
                ),
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


def test_plans_of_one_name_have_their_prefectures_behind_it() -> None:
    tokyo = _named("a", "府中市", "府中市", "東京都")
    hiroshima = _named("b", "府中市", "府中市", "広島県")
    assert _names(tokyo, hiroshima, _named("c", "乙市", "乙市", "東京都")) == [
        "府中市（東京都）",
        "府中市（広島県）",
        "乙市",
    ]


def test_where_the_prefecture_tells_nothing_the_id_does() -> None:
    tokyo = [_named(id, "府中市", "府中市", "東京都") for id in ("a", "b")]
    hiroshima = _named("c", "府中市", "府中市", "広島県")
    unknown = _named("d", "府中市", "府中市")
    assert _names(*tokyo, hiroshima, unknown) == [
        "府中市（a）",
        "府中市（b）",
        "府中市（広島県）",
        "府中市（d）",
    ]


def test_equal_titles_are_told_apart_too() -> None:
    def titled(id: str, prefecture: str) -> PlanSummary:
        made = _named(id, "府中市", None, prefecture)
        return made._replace(plan=made.plan.model_copy(update={"title": "府中市の計画"}))

    assert _names(titled("a", "東京都"), titled("b", "広島県")) == [
        "府中市の計画（東京都）",
        "府中市の計画（広島県）",
    ]
